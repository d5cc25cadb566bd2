#include "kiosk/screens/article.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/drawing.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using document::Block;
using document::BlockKind;

constexpr float kGap = 4, kBadgeBesidePicture = 13;  // mm

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

ui::Box link(const Context& context, const document::Span& span, const std::string& id) {
  ui::Button button;
  button.id = id;
  button.label = span.text;
  button.icon = "arrow-right";
  button.role = Role::link;
  button.action = ui::OpenTopic{span.topic};
  auto topic = context.catalog.topic(span.topic, context.frame.settings().language);
  if (topic.ok()) button.picture = drawing_of(context, topic->picture);
  return ui::at_most(Mm{140}, ui::button_box(std::move(button)));
}

ui::Box badge(int number, Mm side) {
  ui::Box box;
  box.height = [side](ui::Frame& frame, float) { return frame.mm(side.value); };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    frame.current().spoken = numbered(number, frame.current().name);
    draw_badge(frame, number, {at.x, at.y, frame.mm(side.value), frame.mm(side.value)});
  };
  return box;
}

class Article {
 public:
  // Alone on its page.
  Article(const Context& context, const document::Document& document, bool quiet_headings)
      : context_(context), document_(document), frame_(context.frame), quiet_(quiet_headings), beside_(false) {}
  // Beside another one; `prefix` makes the ids unique.
  Article(const Context& context, const document::Document& document, bool quiet_headings, const std::string& prefix)
      : context_(context),
        document_(document),
        frame_(context.frame),
        quiet_(quiet_headings),
        beside_(true),
        prefix_(prefix) {}

  // What stands on the screen now of a block, and the links in it: words inside running text are no target for a finger
  // (R35), so each is a button of its own below.
  void add(const Block& block, int index) {
    std::string id = prefix_ + "block-" + std::to_string(index);
    switch (block.kind) {
      case BlockKind::heading: return put(heading(block, id));
      case BlockKind::paragraph: put(pictured(block, words(Role::text, block, id))); break;
      case BlockKind::list_item: put(item(block, id)); break;
      case BlockKind::step: put(step(block, id)); break;
      case BlockKind::check_item: return put(check_item(block, id));
      case BlockKind::explanation:
        if (!explain_) return;
        if (!boxes_of_page_.empty()) boxes_of_page_.back().with_next = true;  // what a tick means stays with its box
        put(ui::led_by(ui::Box{}, Mm{14}, explanation(block, id)));
        break;
      case BlockKind::note: put(note(Role::note, block, id)); break;
      case BlockKind::result:
        if (!add_result(block, id)) return;
        break;
      case BlockKind::image: return put(image(block, id));
      case BlockKind::contact: return add_contact(block, id);
    }
    int number = 0;
    for (const document::Span& span : block.spans) {
      if (!span.topic.empty()) put(link(context_, span, id + "-link-" + std::to_string(number++)));
    }
  }

  // What was added since the last time.
  std::vector<ui::Box> take() { return std::exchange(boxes_of_page_, {}); }

 private:
  void put(ui::Box box) { boxes_of_page_.push_back(std::move(box)); }

  // Beside another text a low panel has no height for air between the lines either.
  ui::TextStyle body() const { return beside_ ? tight(frame_, ui::styles::kBody) : ui::styles::kBody; }

  ui::Box words(Role role, const Block& block, const std::string& id) const {
    return ui::words(role, id, block.text(), body(), parts_of(block));
  }

  // Two texts beside each other have no room for pictures on a low panel: they leave columns of a word a line.
  catalog::Drawing drawing_of_block(const Block& block) const {
    bool low = frame_.size_class().is_compact() || frame_.size_class().has_rail();
    return beside_ && low ? catalog::Drawing{} : drawing_of(context_, block);
  }

  // What a block says, beside the drawing that says the same.
  ui::Box pictured(const Block& block, ui::Box body) const {
    catalog::Drawing drawing = drawing_of_block(block);
    if (drawing.name.empty()) return body;
    Mm side = picture_sides(frame_).step;
    return ui::beside(ui::drawing_box(std::move(drawing), side), Mm{side.value + kGap}, std::move(body));
  }

  ui::Box heading(const Block& block, const std::string& id) const {
    ui::TextStyle style = quiet_ || block.level > 2 ? ui::styles::kStrong : ui::styles::kHeading;
    style.balanced = true;
    if (beside_) style = tight(frame_, style);
    return pictured(block, ui::words(Role::heading, id, block.text(), style)).keep_with_next();
  }

  ui::Box item(const Block& block, const std::string& id) const {
    if (!block.picture.empty()) return pictured(block, words(Role::list_item, block, id));
    float indent = 7 * static_cast<float>(std::clamp(block.level, 1, 3));
    return ui::led_by(dot(), Mm{indent}, words(Role::list_item, block, id));
  }

  ui::Box step(const Block& block, const std::string& id) const {
    float side = 13 * std::max(1.0f, frame_.settings().text_scale * 0.75f) * frame_.type_factor();
    catalog::Drawing drawing = drawing_of_block(block);
    if (drawing.name.empty())
      return ui::led_by(badge(block.number, Mm{side}), Mm{side + 4}, words(Role::list_item, block, id));
    side = std::min(side, kBadgeBesidePicture);
    Mm picture = picture_sides(frame_).step;
    ui::Box sign = ui::row({ui::fixed(Mm{side}, badge(block.number, Mm{side})),
                            ui::fixed(picture, ui::drawing_box(std::move(drawing), picture))},
                           Mm{1});
    return ui::beside(std::move(sign), Mm{side + 1 + picture.value + kGap}, words(Role::list_item, block, id));
  }

  // Boxes are counted, so that a tick stays with its box when the language changes.
  ui::Box check_item(const Block& block, const std::string& id) {
    int box = boxes_++;
    bool checked = explain_ = context_.place.checked.contains(box);
    ui::Button button;
    button.id = id;
    button.label = block.text();
    button.icon = checked ? "checkbox-marked" : "checkbox-blank-outline";
    button.role = Role::check_box;
    button.state.checked = checked;
    button.style = body();
    button.action = ui::ToggleCheck{box};
    button.picture = drawing_of_block(block);
    button.picture_side = picture_sides(frame_).step;
    return ui::button_box(std::move(button));
  }

  // A compact panel has no height for air between the lines: box and meaning are to be on one page.
  ui::Box explanation(const Block& block, const std::string& id) const {
    ui::TextStyle style = ui::styles::kBody;
    if (frame_.size_class().is_compact()) style.line_height = 1.1f;
    return ui::words(Role::status, id, block.text(), style, parts_of(block));
  }

  // Of the notes on how many were ticked the one that holds now; the count is at the foot of every page
  // (topic_screen.cc). It appears while somebody reads, as what a tick means does: role status, so that the voice says
  // it.
  bool add_result(const Block& block, const std::string& id) {
    int ticks = static_cast<int>(context_.place.checked.size());
    if (document_.result_for(ticks) != block.from) return false;
    put(note(Role::status, block, id));
    return true;
  }

  ui::Box note(Role role, const Block& block, const std::string& id) const {
    auto ground = [](const ui::Theme& theme) { return theme.note; };
    if (!block.picture.empty()) return ui::plate(ground, Mm{4}, pictured(block, words(role, block, id)));
    ui::Box mark = ui::icon_box("information", Mm{9}, frame_.theme().action);
    return ui::plate(ground, Mm{5}, ui::led_by(std::move(mark), Mm{12}, words(role, block, id)));
  }

  // At most half of the panel's height, so that it fits on a page with its words.
  ui::Box image(const Block& block, const std::string& id) const {
    auto picture = frame_.picture(block.media);
    if (!picture) return ui::words(Role::image, id, block.text(), ui::styles::kQuiet);
    auto size = [picture = *picture](ui::Frame& frame, float width) {
      float shape = static_cast<float>(picture.width) / static_cast<float>(picture.height);
      float wide = std::min({width, frame.mm(120), frame.zone().height * 0.5f * shape});
      return Rect{0, 0, wide, wide / shape};
    };
    ui::Box box;
    std::string name = block.text();
    box.height = [size](ui::Frame& frame, float width) { return size(frame, width).height; };
    box.draw = [=, texture = picture->texture](ui::Frame& frame, const Rect& at) {
      Rect place = size(frame, at.width);
      place.x = at.x, place.y = at.y;
      frame.node(Role::image, id, name, place);
      frame.painter().image(texture, place);
    };
    return ui::column({std::move(box), ui::words(Role::text, id + "-caption", name, ui::styles::kQuiet)}, Mm{1});
  }

  void add_contact(const Block& block, const std::string& id) {
    auto found = context_.catalog.contact(block.contact, frame_.settings().language, context_.now.today);
    if (found.ok()) put(contact_card_box(context_, *std::move(found), id + "-"));
  }

  const Context& context_;
  const document::Document& document_;
  ui::Frame& frame_;
  bool quiet_, beside_;
  std::string prefix_;  // of all ids
  std::vector<ui::Box> boxes_of_page_;
  int boxes_ = 0;         // to be ticked, so far
  bool explain_ = false;  // the last of them is ticked
};

}  // namespace

ui::Box dot() {
  ui::Box box;
  box.height = [](ui::Frame&, float) { return 0.0f; };
  box.draw = [](ui::Frame& frame, const Rect& at) {
    float side = frame.mm(1.8f) * frame.settings().text_scale * frame.type_factor();
    float line = frame.lay("x", ui::styles::kBody, 0).height;
    frame.painter().fill({at.right() - frame.mm(4.5f), at.y + (line - side) / 2, side, side}, frame.theme().ink,
                         side / 2);
  };
  return box;
}

std::string numbered(int number, const std::string& words) { return std::to_string(number) + ". " + words; }

void draw_badge(ui::Frame& frame, int number, const Rect& square) {
  Colour before = frame.surface(), plate = frame.theme().section("slate");
  frame.painter().fill(square, plate, square.width / 2);
  ui::TextStyle style = ui::styles::kLabel;
  style.align = text::Align::center;
  style.colour = frame.theme().on_section();
  style.line_height = 1;
  style.scale = std::min(frame.settings().text_scale, 1.5f) * frame.type_factor();
  while (style.scale > frame.type_factor() && frame.lay("0", style, 0).height > square.height) style.scale -= 0.25f;
  frame.set_surface(plate);
  const text::Paragraph& digits = frame.lay(std::to_string(number), style, square.width);
  frame.text(digits, {square.x, square.y + (square.height - digits.height) / 2, square.width, digits.height}, style);
  frame.set_surface(before);
}

std::vector<ui::Box> article_blocks(const Context& context, const document::Document& document, bool quiet_headings) {
  Article article(context, document, quiet_headings);
  int index = 0;
  for (const Block& block : document.blocks) article.add(block, index++);
  return article.take();
}

std::vector<std::vector<ui::Box>> article_parts(const Context& context, const document::Document& document,
                                                bool quiet_headings, const std::string& prefix) {
  Article article(context, document, quiet_headings, prefix);
  std::vector<std::vector<ui::Box>> parts;
  int index = 0;
  for (const Block& block : document.blocks) {
    article.add(block, index++);
    parts.push_back(article.take());
  }
  return parts;
}

}  // namespace kiosk::screens
