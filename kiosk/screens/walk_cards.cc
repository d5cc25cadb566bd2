// How a page becomes a walk. A sentence that has a drawing of its own is a card; what has none shows the drawing of the
// heading above it, or else that of the page. A heading goes with the first card below it, unless both have a
// drawing. The picture takes half of the page's height at least, as long as two lines have room below it: words that
// need more are set smaller, and then go on, sentence by sentence and line by line, over further cards with the same
// picture. Where not even two lines of the smallest letters have room below a picture, it is beside them. So every card
// is as high as the page: nothing is cut or broken by the pager.
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
#include "kiosk/screens/walk_contact.h"
#include "kiosk/speech/sentences.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/pager.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using document::Block;
using document::BlockKind;

constexpr Mm kGap{2}, kIndent{7};
constexpr float kLarge = 5.5f, kUsual = 4.8f, kLineHeight = 1.12f;
constexpr float kLeastLines = 2.1f;                // of words, however large they are
constexpr float kLeastPicture = 24, kMargins = 6;  // mm: room that the text size gives way to; above and below a page
constexpr float kStep = 0.25f;                     // of the text size
constexpr float kMostBeside = 0.4f;                // of the width
constexpr float kContactPicture = 0.37f;           // of the page's height, at least, with the contact's note

class Walk {
 public:
  Walk(const Context& context, const catalog::Topic& topic, const document::Document& document, float width, float room)
      : context_(context), frame_(context.frame), topic_(topic), document_(document), width_(width), room_(room) {
    float gap = frame_.mm(kGap.value), least = frame_.mm(kLeastPicture);
    if (set_scale(room - gap - least)) {
      float half = (room + ui::turning_row(frame_)) / 2 + frame_.mm(kMargins);
      words_room_ = std::max(room - half - gap, least_words());
      return;
    }
    set_scale(room);
    words_room_ = room;
    beside_ = std::min(room, width * kMostBeside);
  }

  std::vector<ui::Box> take(const NotInBand& first) {
    topic_picture_ = drawing_of(context_, topic_.picture);
    picture_ = topic_picture_;
    if (first.title) say(Role::heading, "title", topic_.title, strong());
    if (!first.remark.empty()) say(Role::note, "remark", first.remark, style(kUsual));
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
  // The largest letters up to the visitor's of which so many lines have room as a card has at least.
  bool set_scale(float room) {
    scale_ = frame_.settings().text_scale * frame_.type_factor();
    while (least_words() > room && scale_ - kStep >= 1) scale_ -= kStep;
    return least_words() <= room;
  }

  float least_words() const { return frame_.lay("x", style(kUsual), 0).height * kLeastLines; }

  ui::TextStyle style(float capital, text::Align align = text::Align::center) const {
    return {.capital = Mm{capital}, .line_height = kLineHeight, .align = align, .scale = scale_};
  }

  ui::TextStyle strong() const {
    ui::TextStyle bold = style(kUsual);
    bold.weight = text::Weight::bold;
    bold.balanced = true;
    return bold;
  }

  // Where the picture of the card that is being made is.
  CardPlace place() const {
    if (beside_ == 0) return {room_};
    return {room_, beside_ + (asks_ ? answers_width(frame_) : number_ ? number_width(frame_) : 0)};
  }

  float words_room() const { return words_room_ - (asks_ ? answers_height(frame_) : 0); }
  float words_width() const { return beside_ == 0 ? width_ : width_ - place().beside - frame_.mm(kGap.value); }

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
    say(Role::heading, id, block.text(), strong());
  }

  // A card that a block begins. A heading that waits for it goes on it, if only one of the two has a picture and there
  // is room below that.
  void begin_block(const Block& block) {
    catalog::Drawing own = drawing_of(context_, block);
    bool joins = heading_ && beside_ == 0 && (own.name.empty() || heading_picture_.name.empty());
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
    ui::Box sign = dot();
    for (Part& part : fitting(id, block.text(), style(kUsual, text::Align::start), frame_.mm(kIndent.value))) {
      ui::Box item = ui::words(Role::list_item, part.id, std::move(part.words), style(kUsual, text::Align::start));
      words_.push_back(ui::led_by(std::exchange(sign, {}), kIndent, std::move(item)));
    }
  }

  // How a tick is answered: by one of two pictures beside the one that asks.
  void add_tick(const Block& block, const std::string& id) {
    int box = boxes_++;
    explain_ = context_.place.checked.contains(box);
    begin_block(block);
    asks_ = true;
    say(Role::text, id, block.text());
    std::vector<ui::Box> parts = broken();
    for (size_t i = 0; i < parts.size(); ++i) {
      bool asks = i + 1 == parts.size();
      put(asks ? asking_picture(picture_, box, explain_) : card_picture(picture_), std::move(parts[i]));
    }
    words_.clear();
    asks_ = false;
  }

  void add_result(const Block& block, const std::string& id) {
    int ticks = static_cast<int>(context_.place.checked.size());
    if (document_.result_for(ticks) == block.from) add_card(Role::text, block, id);
  }

  void add_contact(const std::string& id) {
    auto contact = context_.catalog.contact(id, frame_.settings().language, context_.now.today);
    if (!contact.ok() || !contacts_.insert(id).second) return;
    finish();
    // A note that leaves the picture too little goes on a card of its own.
    std::string note = contact->numbers.empty() ? ask_in_words(context_, *contact) : "";
    float whole = (room_ + ui::turning_row(frame_)) * kContactPicture;
    if (contact_page_picture(context_, *contact, width_, room_) >= whole) note.clear();
    begin(drawing_of(context_, contact->picture));
    pages_.push_back(contact_page_box(context_, *std::move(contact), "help-", room_, note.empty()));
    if (note.empty()) return;
    say(Role::note, "note-" + id, note);
    finish();
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
    begin(drawing_of(context_, topic->picture));
    float usual = beside_;
    if (!fit(button)) {
      say(Role::text, "about-" + button.id, link.text);
      finish();
      button.icon_only = true;
    }
    put(card_picture(picture_), ui::button_box(std::move(button)));
    beside_ = usual;
  }

  // What is touched cannot go on over a card: smaller letters, or else beside the picture.
  bool fit(ui::Button& button) {
    auto tall = [&] { return ui::button_box(button).height(frame_, words_width()); };
    if (tall() <= words_room()) return true;
    for (button.style.scale = scale_; tall() > words_room() && button.style.scale - kStep >= 1;)
      button.style.scale -= kStep;
    bool leaves_picture = room_ - tall() - frame_.mm(kGap.value) >= frame_.mm(kLeastPicture);
    if (beside_ == 0 && !leaves_picture) beside_ = std::min(room_, width_ * kMostBeside);
    return tall() <= room_;
  }

  void keep_links(const Block& block) {
    for (const document::Span& span : block.spans) {
      bool known = std::any_of(links_.begin(), links_.end(), [&](const auto& one) { return one.topic == span.topic; });
      if (!span.topic.empty() && !known) links_.push_back(span);
    }
  }

  // Large, where it fits the half of the card; else as large as on a page; else sentence by sentence.
  void say(Role role, const std::string& id, const std::string& words) {
    bool large = frame_.lay(words, style(kLarge), words_width()).height <= words_room();
    say(role, id, words, style(large ? kLarge : kUsual));
  }

  void say(Role role, const std::string& id, const std::string& words, const ui::TextStyle& style) {
    for (Part& part : fitting(id, words, style))
      words_.push_back(ui::words(role, part.id, std::move(part.words), style));
  }

  struct Part {
    std::string id, words;
  };

  // What fits a card: all of the words, or each sentence, or as many lines of it as have room, again and again.
  std::vector<Part> fitting(const std::string& id, const std::string& words, const ui::TextStyle& style,
                            float indent = 0) {
    float width = words_width() - indent;
    if (frame_.lay(words, style, width).height <= words_room()) return {{id, words}};
    std::vector<Part> parts;
    for (const speech::TextRange& range : speech::split_sentences(words)) {
      std::string sentence = words.substr(range.begin, range.end - range.begin);
      const text::Paragraph& laid = frame_.lay(sentence, style, width);
      size_t count = laid.lines.size(), lines = 0;
      while (lines < count && laid.lines[lines].bottom <= words_room()) ++lines;
      lines = std::max<size_t>(1, lines);
      for (size_t from = 0; from < count; from += lines) {
        size_t begin = laid.lines[from].begin, end = laid.lines[std::min(from + lines, count) - 1].end;
        std::string own = parts.empty() ? id : id + "-" + std::to_string(parts.size());
        parts.push_back({std::move(own), sentence.substr(begin, end - begin)});
      }
    }
    return parts;
  }

  // The words so far, in pieces that fit below a picture.
  std::vector<ui::Box> broken() {
    std::vector<ui::Box> parts;
    for (std::vector<ui::Box>& page : ui::break_into_pages(frame_, words_, kGap, words_width(), words_room()))
      parts.push_back(ui::column(std::move(page), kGap));
    return parts;
  }

  void finish() {
    if (words_.empty()) return;
    std::vector<ui::Box> parts = broken();
    for (size_t i = 0; i < parts.size(); ++i) {
      // Not on a heading that went before: the step comes last.
      bool last = i + 1 == parts.size();
      pages_.push_back(card(card_picture(picture_), std::move(parts[i]), place(), last ? number_ : std::nullopt));
    }
    number_.reset();
    words_.clear();
    heading_ = false;
  }

  void put(ui::Box picture, ui::Box words) { pages_.push_back(card(std::move(picture), std::move(words), place())); }

  const Context& context_;
  ui::Frame& frame_;
  const catalog::Topic& topic_;
  const document::Document& document_;
  float width_, room_, words_room_ = 0, scale_ = 1;
  float beside_ = 0;  // the picture's width, where it is beside the words; px
  std::vector<ui::Box> pages_;
  std::vector<document::Span> links_;
  std::set<std::string> contacts_;  // that have a card

  // The card that is being made.
  std::vector<ui::Box> words_;
  catalog::Drawing picture_, topic_picture_, heading_picture_;
  std::optional<int> number_;
  bool heading_ = false;  // a heading waits for what comes below it
  int boxes_ = 0;
  bool asks_ = false;     // it is answered
  bool explain_ = false;  // the last box is ticked
};

}  // namespace

std::vector<ui::Box> walk_cards(const Context& context, const catalog::Topic& topic, const document::Document& document,
                                const NotInBand& first, float width, float room) {
  return Walk(context, topic, document, width, room).take(first);
}

}  // namespace kiosk::screens
