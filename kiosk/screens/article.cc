#include "kiosk/screens/article.h"

#include <algorithm>

#include "kiosk/screens/contact_view.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using document::Block;
using document::BlockKind;

std::vector<text::Part> parts_of(const Block& block) {
  std::vector<text::Part> parts;
  size_t at = 0;
  for (const document::Span& span : block.spans) {
    if (span.emphasis != document::Emphasis::none)
      parts.push_back({at, at + span.text.size(), text::Weight::bold, false});
    at += span.text.size();
  }
  return parts;
}

class Article {
 public:
  static constexpr float kNothing = -1;  // the block is not on the screen now

  Article(const Context& context, const document::Document& document, bool quiet_headings)
      : context_(context), document_(document), frame_(context.frame), quiet_(quiet_headings) {}

  float draw(const Block& block, int index, const Rect& column) {
    std::string id = "block-" + std::to_string(index);
    switch (block.kind) {
      case BlockKind::heading: return heading(block, id, column);
      case BlockKind::paragraph: return paragraph(block, id, column);
      case BlockKind::list_item: return item(block, id, "\u2022", column);
      case BlockKind::step: return step(block, id, column);
      case BlockKind::check_item: return check_item(block, id, column);
      case BlockKind::explanation: return explanation(block, id, column);
      case BlockKind::note: return note(block, id, column);
      case BlockKind::result: return result(block, id, column);
      case BlockKind::image: return image(block, id, column);
      case BlockKind::contact: return contact(block, id, column);
    }
    KIOSK_CHECK(false);
  }

 private:
  float heading(const Block& block, const std::string& id, const Rect& column) {
    const ui::TextStyle& style = quiet_ || block.level > 2 ? ui::styles::kStrong : ui::styles::kHeading;
    float above = frame_.mm(4);
    return above + frame_.words(Role::heading, id, block.text(), style, {column.x, column.y + above, column.width, 0});
  }

  float paragraph(const Block& block, const std::string& id, const Rect& column) {
    float y = column.y + frame_.words(Role::text, id, block.text(), ui::styles::kBody, column, parts_of(block));
    return y + links(block, id, {column.x, y, column.width, 0}) - column.y;
  }

  // A link is a button of its own under the paragraph: words inside running text are no target for a finger (R35).
  float links(const Block& block, const std::string& id, const Rect& column) {
    float y = column.y;
    int number = 0;
    for (const document::Span& span : block.spans) {
      if (span.topic.empty()) continue;
      ui::Button button;
      button.id = id + "-link-" + std::to_string(number++);
      button.label = span.text;
      button.icon = "arrow-right";
      button.role = Role::link;
      button.action = {ui::ActionKind::open_topic, span.topic};
      float width = std::min(column.width, frame_.mm(140)), tall = button_height(frame_, button, width);
      y += frame_.mm(2);
      draw_button(frame_, button, {column.x, y, width, tall});
      y += tall;
    }
    return y - column.y;
  }

  float item(const Block& block, const std::string& id, const std::string& mark, const Rect& column) {
    float indent = frame_.mm(7) * static_cast<float>(std::clamp(block.level, 1, 3));
    float y = column.y;
    Rect box{column.x + indent, y, column.width - indent, 0};
    const text::Paragraph& words = frame_.lay(block.text(), ui::styles::kBody, box.width, parts_of(block));
    frame_.node(Role::list_item, id, block.text(), {column.x, y, column.width, words.height});
    frame_.text(words, box, ui::styles::kBody);
    if (!mark.empty() && !frame_.measuring()) {
      float dot = frame_.mm(1.8f) * frame_.settings().text_scale,
            line = words.lines.empty() ? 0 : words.lines.front().bottom;
      frame_.painter().fill({column.x + indent - frame_.mm(4.5f), y + (line - dot) / 2, dot, dot}, frame_.theme().ink,
                            dot / 2);
    }
    return words.height + links(block, id, {box.x, y + words.height, box.width, 0});
  }

  // Steps are numbered large: who does not read can still count.
  float step(const Block& block, const std::string& id, const Rect& column) {
    float badge = frame_.mm(13) * std::max(1.0f, frame_.settings().text_scale * 0.75f), start = badge + frame_.mm(4);
    Rect box{column.x + start, column.y, column.width - start, 0};
    const text::Paragraph& words = frame_.lay(block.text(), ui::styles::kBody, box.width, parts_of(block));
    float tall = std::max(badge, words.height);
    std::string number = std::to_string(block.number);
    frame_.node(Role::list_item, id, block.text(), {column.x, column.y, column.width, tall}).spoken =
        number + ". " + block.text();
    Colour before = frame_.surface(), plate = frame_.theme().section("slate");
    frame_.painter().fill({column.x, column.y, badge, badge}, plate, badge / 2);
    ui::TextStyle style = ui::styles::kLabel;
    style.align = text::Align::center;
    style.colour = frame_.theme().on_section();
    style.scale = std::min(frame_.settings().text_scale, 1.5f);
    frame_.set_surface(plate);
    const text::Paragraph& digits = frame_.lay(number, style, badge);
    frame_.text(digits, {column.x, column.y + (badge - digits.height) / 2, badge, digits.height}, style);
    frame_.set_surface(before);
    box.y += (tall - words.height) / 2;
    frame_.text(words, box, ui::styles::kBody);
    return tall + links(block, id, {box.x, column.y + tall, box.width, 0}) + frame_.mm(2);
  }

  // Boxes are counted, so that a tick stays with its box when the language changes.
  float check_item(const Block& block, const std::string& id, const Rect& column) {
    std::string box = std::to_string(boxes_++);
    bool checked = explain_ = context_.place.checked.contains(box);
    ui::Button button;
    button.id = id;
    button.label = block.text();
    button.icon = checked ? "checkbox-marked" : "checkbox-blank-outline";
    button.role = Role::check_box;
    button.state.checked = checked;
    button.style = ui::styles::kBody;
    button.action = {ui::ActionKind::toggle_check, box};
    float tall = button_height(frame_, button, column.width);
    draw_button(frame_, button, {column.x, column.y, column.width, tall});
    return tall + frame_.mm(3);
  }

  // What a tick means stands under its box once it is ticked: until then it would only make the page longer. It appears
  // while somebody reads, as does the result: role status, so that the voice says it.
  float explanation(const Block& block, const std::string& id, const Rect& column) {
    if (!explain_) return kNothing;
    float indent = frame_.mm(14);
    Rect box{column.x + indent, column.y, column.width - indent, 0};
    float tall = frame_.words(Role::status, id, block.text(), ui::styles::kBody, box, parts_of(block));
    return tall + links(block, id, {box.x, box.y + tall, box.width, 0}) + frame_.mm(1);
  }

  // How many were ticked, and of the notes on it the one that holds now.
  float result(const Block& block, const std::string& id, const Rect& column) {
    int ticks = static_cast<int>(context_.place.checked.size());
    if (document_.result_for(ticks) != block.from) return kNothing;
    float y = column.y;
    if (!counted_) {
      std::string count =
          ui::fill(frame_.tr("You ticked {1} of {2}."), {std::to_string(ticks), std::to_string(document_.boxes())});
      y += frame_.mm(3);
      y +=
          frame_.words(Role::text, "ticked", count, ui::styles::kStrong, {column.x, y, column.width, 0}) + frame_.mm(3);
      counted_ = true;
    }
    return y + note(block, id, {column.x, y, column.width, 0}, Role::status) - column.y;
  }

  float note(const Block& block, const std::string& id, const Rect& column, Role role = Role::note) {
    float padding = frame_.mm(5), side = frame_.mm(9), start = padding + side + frame_.mm(3);
    const text::Paragraph& words =
        frame_.lay(block.text(), ui::styles::kBody, column.width - start - padding, parts_of(block));
    float tall = std::max(side, words.height) + 2 * padding;
    Rect card{column.x, column.y, column.width, tall};
    frame_.node(role, id, block.text(), card);
    Colour before = frame_.surface();
    const ui::Theme& theme = frame_.theme();
    frame_.painter().fill(card, theme.note, frame_.mm(3));
    if (theme.high_contrast) frame_.painter().border(card, theme.hairline, frame_.mm(0.4f), frame_.mm(3));
    frame_.set_surface(theme.note);
    frame_.icon("information", {card.x + padding, card.y + padding, side, side}, theme.action);
    frame_.text(words, {card.x + start, card.y + (tall - words.height) / 2, card.width - start - padding, words.height},
                ui::styles::kBody);
    frame_.set_surface(before);
    return tall + links(block, id, {column.x, column.y + tall, column.width, 0});
  }

  float image(const Block& block, const std::string& id, const Rect& column) {
    auto picture = frame_.picture(block.media);
    if (!picture) return frame_.words(Role::image, id, block.text(), ui::styles::kQuiet, column);
    float width = std::min(column.width, frame_.mm(120));
    float tall = width * static_cast<float>(picture->height) / static_cast<float>(picture->width);
    frame_.node(Role::image, id, block.text(), {column.x, column.y, width, tall});
    frame_.painter().image(picture->texture, {column.x, column.y, width, tall});
    float below = tall + frame_.mm(1);
    return below + frame_.words(Role::text, id + "-caption", block.text(), ui::styles::kQuiet,
                                {column.x, column.y + below, column.width, 0});
  }

  float contact(const Block& block, const std::string& id, const Rect& column) {
    auto found = context_.catalog.contact(block.contact, frame_.settings().language, context_.now.today);
    if (!found.ok()) return 0;
    float tall = contact_card_height(context_, *found, column.width);
    draw_contact_card(context_, *found, id + "-", {column.x, column.y, column.width, tall});
    return tall;
  }

  const Context& context_;
  const document::Document& document_;
  ui::Frame& frame_;
  bool quiet_;
  int boxes_ = 0;         // drawn so far
  bool explain_ = false;  // the last of them is ticked
  bool counted_ = false;  // how many are ticked has been said
};

}  // namespace

float draw_article(const Context& context, const document::Document& document, bool quiet_headings,
                   const Rect& column) {
  Article article(context, document, quiet_headings);
  float y = column.y;
  int index = 0;
  for (const Block& block : document.blocks) {
    float used = article.draw(block, index++, {column.x, y, column.width, 0});
    if (used >= 0) y += used + context.frame.mm(3);
  }
  return y - column.y;
}

}  // namespace kiosk::screens
