// How a page becomes a walk. A sentence that has a drawing of its own is a card; what has none shows the drawing of the
// heading it stands under, or else that of the page. A heading goes with the first card below it, unless both have a
// drawing. The picture takes half of the page's height at least, as long as two lines have room below it: words that
// need more are set smaller, and then go on, sentence by sentence, over further cards with the same picture.
#include "kiosk/screens/walk_cards.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "kiosk/screens/article.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/screens/walk_boxes.h"
#include "kiosk/speech/sentences.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/pager.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using document::Block;
using document::BlockKind;

constexpr Mm kGap{2};
constexpr float kLarge = 5.5f, kUsual = 4.8f, kLineHeight = 1.12f;
constexpr float kLeastLines = 2.1f;                // of words, however large they are
constexpr float kLeastPicture = 24, kMargins = 6;  // mm: room that the text size gives way to; above and below a page
constexpr float kStep = 0.25f;                     // of the text size

class Walk {
 public:
  Walk(const Context& context, const catalog::Topic& topic, const document::Document& document, float width, float room)
      : context_(context), frame_(context.frame), topic_(topic), document_(document), width_(width), room_(room) {
    float gap = frame_.mm(kGap.value), lines = 0;
    for (scale_ = frame_.settings().text_scale * frame_.type_factor();; scale_ -= kStep) {
      lines = frame_.lay("x", style(kUsual), 0).height * kLeastLines + gap;
      if (room - lines - gap >= frame_.mm(kLeastPicture) || scale_ - kStep < 1) break;
    }
    float half = (room + ui::turning_row(frame_)) / 2 + frame_.mm(kMargins);
    words_room_ = std::max(room - half - gap, lines);
  }

  std::vector<ui::Box> take() {
    topic_picture_ = drawing_of(context_, topic_.picture);
    picture_ = topic_picture_;
    say(Role::text, "summary", topic_.summary);
    finish();
    int index = 0;
    for (const Block& block : document_.blocks) add(block, "block-" + std::to_string(index++));
    finish();
    for (const std::string& id : topic_.contacts) add_contact(id);
    for (const document::Span& link : links_) add_link(link);
    return std::move(pages_);
  }

 private:
  ui::TextStyle style(float capital, text::Align align = text::Align::center) const {
    return {.capital = Mm{capital}, .line_height = kLineHeight, .align = align, .scale = scale_};
  }

  void add(const Block& block, const std::string& id) {
    switch (block.kind) {
      case BlockKind::heading: return add_heading(block, id);
      case BlockKind::paragraph: return add_paragraph(block, id);
      case BlockKind::list_item: return add_item(block, id);
      case BlockKind::check_item: return add_tick(block, id);
      case BlockKind::explanation: return explain_ ? add_card(Role::status, block, id) : void();
      case BlockKind::step:
      case BlockKind::note: return add_card(block.kind == BlockKind::note ? Role::note : Role::list_item, block, id);
      case BlockKind::result: return add_result(block, id);
      case BlockKind::contact: return add_contact(block.contact);
      case BlockKind::image: return add_card(Role::text, block, id);
    }
  }

  void add_heading(const Block& block, const std::string& id) {
    finish();
    heading_picture_ = drawing_of(context_, block);
    heading_ = true;
    begin(heading_picture_);
    ui::TextStyle strong = style(kUsual);
    strong.weight = text::Weight::bold;
    words_.push_back(ui::words(Role::heading, id, block.text(), strong).keep_with_next());
  }

  // A card that a block begins. A heading that waits for it stands on it, if only one of the two has a picture.
  void begin_block(const Block& block) {
    catalog::Drawing own = drawing_of(context_, block);
    bool joins = heading_ && (own.name.empty() || heading_picture_.name.empty());
    if (!joins) finish();
    begin(!own.name.empty() ? own : heading_picture_);
    heading_ = false;
  }

  void begin(const catalog::Drawing& picture) {
    picture_ = picture.name.empty() ? topic_picture_ : picture;
    number_.reset();
  }

  void add_card(Role role, const Block& block, const std::string& id) {
    begin_block(block);
    if (block.kind == BlockKind::step) number_ = block.number;
    say(role, id, block.text());
    finish();
    keep_links(block);
  }

  // A sentence that only leads on has nothing to say: what it leads to is a card.
  void add_paragraph(const Block& block, const std::string& id) {
    std::string around;
    for (const document::Span& span : block.spans)
      if (span.topic.empty()) around += span.text;
    around.erase(around.find_last_not_of(' ') + 1);
    bool leads_on = around.size() < block.text().size() && (around.empty() || around.ends_with(':'));
    keep_links(block);
    if (leads_on) return;
    begin_block(block);
    say(Role::text, id, block.text());
  }

  // Items without a picture stay with the sentence that leads to them.
  void add_item(const Block& block, const std::string& id) {
    keep_links(block);
    if (!block.picture.empty()) return add_card(Role::list_item, block, id);
    if (heading_) begin_block(block);
    if (words_.empty()) begin(heading_picture_);
    ui::Box item = ui::words(Role::list_item, id, block.text(), style(kUsual, text::Align::start));
    words_.push_back(ui::led_by(dot(), Mm{7}, std::move(item)));
  }

  // How a tick is answered: by one of two pictures beside the one that asks.
  void add_tick(const Block& block, const std::string& id) {
    int box = boxes_++;
    explain_ = context_.place.checked.contains(box);
    begin_block(block);
    say(Role::text, id, block.text());
    std::vector<ui::Box> parts = broken();
    for (size_t i = 0; i < parts.size(); ++i) {
      bool asks = i + 1 == parts.size();
      put(asks ? asking_picture(picture_, box, explain_) : card_picture(picture_), std::move(parts[i]));
    }
    words_.clear();
  }

  void add_result(const Block& block, const std::string& id) {
    int ticks = static_cast<int>(context_.place.checked.size());
    if (document_.result_for(ticks) == block.from) add_card(Role::text, block, id);
  }

  void add_contact(const std::string& id) {
    auto contact = context_.catalog.contact(id, frame_.settings().language, context_.now.today);
    if (!contact.ok() || !contacts_.insert(id).second) return;
    finish();
    catalog::Drawing picture = drawing_of(context_, contact->picture);
    put(card_picture(picture.name.empty() ? topic_picture_ : std::move(picture)),
        contact_card_box(context_, *std::move(contact), "help-"));
  }

  void add_link(const document::Span& link) {
    auto topic = context_.catalog.topic(link.topic, frame_.settings().language);
    if (!topic.ok()) return;
    ui::Button button;
    button.id = "link-" + link.topic;
    button.label = link.text;
    button.icon = "arrow-right";
    button.role = Role::link;
    button.action = ui::OpenWalk{link.topic};
    put(card_picture(drawing_of(context_, topic->picture)), ui::button_box(std::move(button)));
  }

  void keep_links(const Block& block) {
    for (const document::Span& span : block.spans) {
      bool known = std::any_of(links_.begin(), links_.end(), [&](const auto& one) { return one.topic == span.topic; });
      if (!span.topic.empty() && !known) links_.push_back(span);
    }
  }

  // Large, where it fits the half of the card; else as large as on a page; else sentence by sentence.
  void say(Role role, const std::string& id, const std::string& words) {
    auto fits = [&](float capital) { return frame_.lay(words, style(capital), width_).height <= words_room_; };
    if (fits(kLarge)) return words_.push_back(ui::words(role, id, words, style(kLarge)));
    if (fits(kUsual)) return words_.push_back(ui::words(role, id, words, style(kUsual)));
    int number = 0;
    for (const speech::TextRange& range : speech::split_sentences(words)) {
      for (std::string& part : fitting(words.substr(range.begin, range.end - range.begin))) {
        std::string own = number == 0 ? id : id + "-" + std::to_string(number);
        words_.push_back(ui::words(role, own, std::move(part), style(kUsual)));
        ++number;
      }
    }
  }

  // As many lines of a sentence as have room on a card, again and again.
  std::vector<std::string> fitting(const std::string& sentence) {
    const text::Paragraph& laid = frame_.lay(sentence, style(kUsual), width_);
    size_t count = laid.lines.size(), lines = 0;
    while (lines < count && laid.lines[lines].bottom <= words_room_) ++lines;
    std::vector<std::string> parts;
    for (size_t from = 0; from < count; from += std::max<size_t>(1, lines)) {
      size_t begin = laid.lines[from].begin, last = std::min(from + std::max<size_t>(1, lines), count) - 1;
      parts.push_back(sentence.substr(begin, laid.lines[last].end - begin));
    }
    return parts;
  }

  // The words so far, in pieces that fit below a picture.
  std::vector<ui::Box> broken() {
    std::vector<ui::Box> parts;
    for (std::vector<ui::Box>& page : ui::break_into_pages(frame_, words_, kGap, width_, words_room_))
      parts.push_back(ui::column(std::move(page), kGap));
    return parts;
  }

  void finish() {
    if (words_.empty()) return;
    std::vector<ui::Box> parts = broken();
    for (size_t i = 0; i < parts.size(); ++i) {
      // Not on a heading that went before: the step comes last.
      bool last = i + 1 == parts.size();
      pages_.push_back(card(card_picture(picture_), std::move(parts[i]), room_, last ? number_ : std::nullopt));
    }
    number_.reset();
    words_.clear();
    heading_ = false;
  }

  void put(ui::Box picture, ui::Box words) { pages_.push_back(card(std::move(picture), std::move(words), room_)); }

  const Context& context_;
  ui::Frame& frame_;
  const catalog::Topic& topic_;
  const document::Document& document_;
  float width_, room_, words_room_ = 0, scale_ = 1;
  std::vector<ui::Box> pages_;
  std::vector<document::Span> links_;
  std::set<std::string> contacts_;  // that have a card

  // The card that is being made.
  std::vector<ui::Box> words_;
  catalog::Drawing picture_, topic_picture_, heading_picture_;
  std::optional<int> number_;
  bool heading_ = false;  // a heading waits for what comes below it
  int boxes_ = 0;
  bool explain_ = false;  // the last box is ticked
};

}  // namespace

std::vector<ui::Box> walk_cards(const Context& context, const catalog::Topic& topic, const document::Document& document,
                                float width, float room) {
  return Walk(context, topic, document, width, room).take();
}

}  // namespace kiosk::screens
