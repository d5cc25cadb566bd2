#include "kiosk/document/page_builder.h"

#include <algorithm>
#include <functional>

#include "kiosk/base/slug.h"
#include "kiosk/document/stray_marks.h"
#include "kiosk/document/ticks.h"

namespace kiosk::document {
namespace {

constexpr unsigned kMaxFirstNumber = 100;

// What follows `scheme` in `address`, if it begins so.
std::optional<std::string_view> after(std::string_view address, std::string_view scheme) {
  if (!address.starts_with(scheme)) return std::nullopt;
  return address.substr(scheme.size());
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

}  // namespace

// --- where we are and what is wrong ---------------------------------------------------------------------------------

std::string PageBuilder::quoted(std::string_view text) {
  return "\"" + std::string(text.substr(0, kMaxNameSize)) + "\"";
}

void PageBuilder::see(std::string_view bytes) {
  const std::less_equal<const char*> not_after;
  if (!not_after(source_.data(), bytes.data()) || !not_after(bytes.data(), source_.data() + source_.size())) return;
  line_ = lines_.line_of(static_cast<size_t>(bytes.data() - source_.data()));
  if (refuse_next_) refuse(line_, *refuse_next_);
  refuse_next_.reset();
}

// An address may be defined far from where it is used, after a "[name]:", and that is not where we are.
void PageBuilder::reach_address(std::string_view address) {
  const int from = block_ && block_->line != 0 ? line_ : lines_.next_filled(line_);
  see(address);
  for (int line = from; line <= line_; ++line)
    if (is_blank(lines_.line(line))) line_ = from;
  line_ = std::max(line_, from);
}

void PageBuilder::refuse(int line, const std::string& message) {
  const bool said = !problems_.empty() && problems_.back().line == line && problems_.back().message == message;
  if (refused_ == 0 && !said && !full()) problems_.push_back({line, message});
}

void PageBuilder::refuse_here(const std::string& message) { refuse(line_, message); }

void PageBuilder::refuse_line_end(const std::string& message) {
  if (block_ && text_size_ == 0) line_ = lines_.next_filled(line_);  // a line of nothing else
  refuse(line_, message);
}

void PageBuilder::refuse_next(const std::string& message) { refuse_next_ = message; }

void PageBuilder::refuse_line(const std::string& message) {
  line_ = lines_.next_filled(line_);
  refuse(line_, message);
}

void PageBuilder::enter_refused(const std::string& message) {
  refuse_line(message);
  ++refused_;
}

void PageBuilder::leave_refused(LineAfter after_block) {
  --refused_;
  const int next = lines_.next_filled(line_);
  const std::string_view line = trimmed(lines_.line(next));
  const bool fence = line.starts_with("```") || line.starts_with("~~~");
  const bool dashes = line.find_first_not_of("|:- \t") == std::string_view::npos;
  if ((after_block == LineAfter::if_fence && fence) || (after_block == LineAfter::if_dashes && dashes)) line_ = next;
}

// "[name]: address" defines a link elsewhere and vanishes from the page, so the parser never tells of it.
void PageBuilder::check_references() {
  for (int line = 1; line <= lines_.count(); ++line) {
    if (lines_.line(line).find("]:") == std::string_view::npos) continue;
    refuse(line,
           "A line with ]: is taken for the address of a link and not shown. Write [words](topic:slug) where the link "
           "is.");
  }
}

ReadMarkdown PageBuilder::take() {
  check_references();
  if (kept_picture_) refuse(kept_picture_->line, "Nothing follows this picture that it could belong to. Remove it.");
  for (const Problem& problem : wrong_results(document_)) refuse(problem.line, problem.message);
  std::ranges::stable_sort(problems_, {}, &Problem::line);
  return {std::move(document_), std::move(problems_)};
}

// --- blocks ---------------------------------------------------------------------------------------------------------

void PageBuilder::enter_note() {
  if (in_note_ || !lists_.empty()) {
    enter_refused("A note cannot be inside a list or another note. Take it out.");
    return;
  }
  if (refused_ > 0) {
    ++refused_;
    return;
  }
  in_note_ = true;
  ticks_.reset();
  blocks_before_note_ = document_.blocks.size();
  problems_before_note_ = problems_.size();
}

void PageBuilder::leave_note() {
  if (refused_ > 0) {
    --refused_;
    return;
  }
  in_note_ = false;
  if (document_.blocks.size() == blocks_before_note_ && problems_.size() == problems_before_note_)
    refuse_line("The note has no words. Remove the > or write some.");
}

void PageBuilder::enter_list(std::optional<unsigned> first_number) {
  if (block_) close_block();
  if (in_note_) refuse(lines_.next_filled(line_), "A note holds words only. Put the list after it.");
  if (first_number && *first_number > kMaxFirstNumber) {
    refuse(lines_.next_filled(line_),
           "A number and a point at the start of a line make a numbered step. Begin with 1, or "
           "turn the sentence round.");
  }
  lists_.push_back({first_number.has_value(), static_cast<int>(std::min(first_number.value_or(1), kMaxFirstNumber))});
  if (lists_.size() == kMaxListDepth + 1) {
    refuse(lines_.next_filled(line_),
           "This list is more than " + std::to_string(kMaxListDepth) + " deep. Make it flatter.");
  }
}

void PageBuilder::leave_list() { lists_.pop_back(); }

void PageBuilder::enter_item(Tick tick) {
  const bool explains = !items_.empty() && items_.back().box;
  items_.push_back({false, tick != Tick::none});
  List& list = lists_.back();
  open_block(list.numbered        ? BlockKind::step
             : tick != Tick::none ? BlockKind::check_item
             : explains           ? BlockKind::explanation
                                  : BlockKind::list_item);
  block_->level = static_cast<int>(lists_.size());
  if (list.numbered) block_->number = list.next_number++;
  const int line = lines_.next_filled(line_);
  if (tick == Tick::done) refuse(line, "Write [ ] with a blank: ticking it is the visitor's.");
  if (explains && block_->kind != BlockKind::explanation)
    refuse(line, "Under a box to tick, only say what the tick means. Write - without a box or a number.");
  if (tick != Tick::none && list.numbered)
    refuse(line, "A numbered step has no box to tick. Write - instead of the number.");
}

void PageBuilder::leave_item() {
  if (block_) close_block();
  items_.pop_back();
}

void PageBuilder::enter_heading(int level) {
  if (refused_ > 0) return;
  open_block(BlockKind::heading);
  block_->level = level;
}

void PageBuilder::leave_heading() {
  if (refused_ > 0) return;
  const int line = block_->line != 0 ? block_->line : lines_.next_filled(line_);
  const int level = block_->level;
  if (!lists_.empty() || in_note_) refuse(line, "A heading cannot be inside a list or a note. Take it out.");
  if (text_size_ > 0 && !trimmed(lines_.line(line)).starts_with('#') && lists_.empty() && !in_note_) {
    refuse(line,
           "A line of --- or === below words makes a heading of them. Write ## before the words, or remove the line.");
    ++line_;
  } else if (level == 1) {
    refuse(line, "The title of the page is in its front matter. Write ## for a heading.");
  } else if (level > 3) {
    refuse(line, "Headings are ## or ###. Take away some #.");
  }
  close_block();
}

void PageBuilder::enter_paragraph() {
  if (refused_ > 0) return;
  if (!items_.empty()) {
    if (block_) return;  // the item's own words, in a list with empty lines between
    open_block(BlockKind::list_item);
    second_paragraph_ = items_.back().filled;
    return;
  }
  open_block(in_note_ ? BlockKind::note : BlockKind::paragraph);
}

void PageBuilder::leave_paragraph() {
  if (block_ && refused_ == 0) close_block();
}

void PageBuilder::open_block(BlockKind kind) {
  block_.emplace();
  block_->kind = kind;
  problems_before_block_ = problems_.size();
  text_size_ = 0;
  text_lines_.clear();
  escaped_.clear();
  second_paragraph_ = words_beside_ = false;
  alone_ = 0;
}

void PageBuilder::close_block() {
  Block block = std::move(*block_);
  block_.reset();
  if (refused_ > 0) return;
  if (!items_.empty()) items_.back().filled = true;
  if (keep_for_next(block)) return;
  if (text_size_ == 0 && alone_ == 0) {
    if (problems_.size() > problems_before_block_) return;
    const char* empty = block.kind == BlockKind::heading ? "The heading has no words. Write some or remove the #."
                                                         : "The item has no words. Write some or remove it.";
    block.line != 0 ? refuse(block.line, empty) : refuse_line(empty);
    return;
  }
  if (second_paragraph_)
    refuse(block.line, "An item of a list is one paragraph. Begin a new item, or end the list before it.");
  if (block.kind == BlockKind::note) read_ticks(block);
  check_words(block);
  if (alone_ > 0) place_alone(block);
  settle_picture(block);
  document_.blocks.push_back(std::move(block));
}

// A note that begins with "[2]" is for those who ticked so many.
void PageBuilder::read_ticks(Block& block) {
  if (block.spans.empty()) return;
  std::string& words = block.spans.front().text;
  size_t erased = 0;
  if (const auto mark = tick_mark(words)) {
    if (!mark->ticks) {
      refuse(block.line, quoted("[" + mark->written + "]") +
                             " is not a number of ticks. Begin the note with [0], [1] and so on, or [all].");
      return;
    }
    if (ticks_) refuse(block.line, "This note is for two numbers of ticks. Put an empty line between the two.");
    ticks_ = mark->ticks;
    words.erase(0, erased = mark->size);
    if (is_blank(block.text())) refuse(block.line, "Someone who ticks so many is told nothing. Write it after the ].");
  }
  if (!ticks_) return;
  block.kind = BlockKind::result;
  block.from = *ticks_;
  if (const auto at = later_mark(block.text()))
    refuse(line_of_text(*at + erased),
           "A note for another number of ticks begins in the middle of one. Put an empty line between the two.");
}

void PageBuilder::check_words(const Block& block) {
  std::vector<size_t> line_starts;
  for (const auto& [from, line] : text_lines_) line_starts.push_back(from);
  for (const StrayMark& mark : stray_marks(block, line_starts, escaped_)) refuse(line_of_text(mark.at), mark.message);
}

void PageBuilder::place_alone(Block& block) {
  if (block.kind == BlockKind::paragraph && !words_beside_ && alone_ == 1) {
    block.kind = block.media.empty() ? BlockKind::contact : BlockKind::image;
    return;
  }
  const char* thing = block.media.empty() ? "A contact" : "A picture";
  refuse(block.line,
         std::string(thing) + " must be on its own. Put empty lines before and after it, outside of lists and notes.");
  block.media.clear();
  block.contact.clear();
}

// --- words ----------------------------------------------------------------------------------------------------------

void PageBuilder::enter_emphasis(Emphasis emphasis) { ++(emphasis == Emphasis::strong ? strong_ : emphasis_); }
void PageBuilder::leave_emphasis(Emphasis emphasis) { --(emphasis == Emphasis::strong ? strong_ : emphasis_); }

void PageBuilder::enter_link(std::string_view address, std::string_view title) {
  reach_address(address);
  links_.push_back({std::string(address), text_size_});
  if (refused_ > 0 || !block_) return;
  if (block_->line == 0) block_->line = line_;
  if (!title.empty()) refuse(line_, "The words in quotes after a link are not shown. Remove them.");
  if (auto topic = after(address, "topic:")) {
    if (is_slug(*topic)) {
      topic_ = *topic;
      return;
    }
  } else if (auto contact = after(address, "contact:")) {
    if (is_slug(*contact)) {
      block_->contact = *contact;
      in_contact_ = true;
      ++alone_;
      return;
    }
  } else {
    links_.back().refused = true;
    refuse(line_, "The kiosk cannot open " + quoted(address) +
                      ". A link is (topic:slug) or (contact:id); a source belongs into "
                      "the front matter.");
    return;
  }
  refuse(line_, quoted(address) + " names nothing: after the colon there are only small letters, digits and hyphens.");
}

void PageBuilder::leave_link() {
  const Link link = links_.back();
  links_.pop_back();
  topic_.clear();
  in_contact_ = false;
  if (refused_ > 0 || !block_ || link.refused) return;
  if (text_size_ == link.words_from) {
    refuse(line_, "A link needs words. Write them between the square brackets.");
  } else if (text_size_ - link.words_from == link.address.size() && block_->text().ends_with(link.address)) {
    refuse(line_, "A link needs words of its own. Write [words](" + link.address.substr(0, kMaxNameSize) + ").");
  }
}

void PageBuilder::add_text(std::string_view words) {
  see(words);
  const char* const start = words.data();
  const std::less<const char*> before;
  bool inside = before(source_.data(), start) && before(start, source_.data() + source_.size());
  if (inside && start[-1] == '\\') escaped_.push_back(text_size_);
  append(words);
}

void PageBuilder::add_blank() { append(" "); }

void PageBuilder::append(std::string_view words) {
  if (refused_ > 0 || words.empty()) return;
  if (!block_) {
    refuse(line_, "Words cannot be shown here. Begin a new paragraph.");
    return;
  }
  if (block_->line == 0) block_->line = line_;
  if (in_picture_) {
    block_->picture_words += words;
    return;
  }
  if (text_size_ == 0 && !block_->picture.empty()) words = trimmed(words);  // between drawing and words
  if (words.empty()) return;
  if (text_lines_.empty() || text_lines_.back().second != line_) text_lines_.push_back({text_size_, line_});
  if (images_ == 0 && !in_contact_ && !is_blank(words)) words_beside_ = true;
  const Emphasis emphasis = strong_ > 0 ? Emphasis::strong : emphasis_ > 0 ? Emphasis::emphasis : Emphasis::none;
  text_size_ += words.size();
  std::vector<Span>& spans = block_->spans;
  if (!spans.empty() && spans.back().emphasis == emphasis && spans.back().topic == topic_) {
    spans.back().text += words;
  } else {
    spans.push_back({std::string(words), emphasis, topic_});
  }
}

int PageBuilder::line_of_text(size_t position) const {
  int line = line_;
  for (const auto& [from, on] : text_lines_)
    if (from <= position) line = on;
  return line;
}

}  // namespace kiosk::document
