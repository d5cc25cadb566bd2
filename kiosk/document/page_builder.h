// Builds a Document out of the events of a Markdown parser, and collects what is wrong. The rules of a page are here;
// markdown.cc only translates. One builder, one page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/document/document.h"
#include "kiosk/document/problem.h"
#include "kiosk/document/source_lines.h"

namespace kiosk::document {

enum class Tick { none, open, done };

// What may follow a refused block without being any of its words.
enum class LineAfter { none, if_fence, if_dashes };

inline constexpr int kMaxListDepth = 3;

class PageBuilder {
 public:
  PageBuilder(std::string_view source, const SourceLines& lines) : source_(source), lines_(lines) {}

  void enter_note();
  void leave_note();
  void enter_list(std::optional<unsigned> first_number);  // without one: not numbered
  void leave_list();
  void enter_item(Tick tick);
  void leave_item();
  void enter_heading(int level);
  void leave_heading();
  void enter_paragraph();
  void leave_paragraph();

  void enter_emphasis(Emphasis emphasis);
  void leave_emphasis(Emphasis emphasis);
  void enter_link(std::string_view address, std::string_view title);
  void leave_link();
  void enter_image(std::string_view address, std::string_view title);
  void leave_image();
  void add_text(std::string_view words);
  void add_blank();

  // The parser has reached `bytes` of the source: that is where we are.
  void see(std::string_view bytes);

  void refuse_here(const std::string& message);      // on the line last reached
  void refuse_line_end(const std::string& message);  // the end of the line that the words so far are on
  void refuse_next(const std::string& message);      // on the line of the next words
  void refuse_line(const std::string& message);      // a line without words, next in the source
  void enter_refused(const std::string& message);    // a block of which nothing is kept, next in the source
  void leave_refused(LineAfter after);

  bool full() const { return problems_.size() >= kMaxProblems; }
  ReadMarkdown take();

 private:
  static constexpr size_t kMaxProblems = 100;
  static constexpr size_t kMaxNameSize = 100;

  struct List {
    bool numbered = false;
    int next_number = 1;
  };
  struct Link {
    std::string address;
    size_t words_from = 0;  // length of the block's text when it began
    bool refused = false;
  };

  static std::string quoted(std::string_view text);
  void refuse(int line, const std::string& message);
  void check_references();
  void reach_address(std::string_view address);
  void open_block(BlockKind kind);
  void close_block();
  void check_words(const Block& block);
  void place_alone(Block& block);
  void enter_picture(std::string_view name);
  bool keep_for_next(const Block& block);
  void settle_picture(Block& block);
  void read_ticks(Block& block);
  void append(std::string_view words);
  int line_of_text(size_t position) const;

  std::string_view source_;
  const SourceLines& lines_;
  Document document_;
  std::vector<Problem> problems_;
  int line_ = 0;  // last reached
  int refused_ = 0;
  std::optional<std::string> refuse_next_;

  bool in_note_ = false;
  size_t blocks_before_note_ = 0;
  size_t problems_before_note_ = 0;
  std::vector<List> lists_;
  struct Item {
    bool filled = false;
    bool box = false;
  };
  std::vector<Item> items_;   // one for each item we are in
  std::optional<int> ticks_;  // for how many the note we are in is

  std::optional<Block> kept_picture_;  // on its own, belongs to the next block

  // The block being read.
  std::optional<Block> block_;
  size_t problems_before_block_ = 0;
  size_t text_size_ = 0;
  std::vector<std::pair<size_t, int>> text_lines_;  // from which position of the text which line
  std::vector<size_t> escaped_;                     // where the text has a sign after a backslash
  bool second_paragraph_ = false;
  bool words_beside_ = false;  // words outside of pictures and contacts
  int alone_ = 0;              // pictures and contacts in it
  int strong_ = 0, emphasis_ = 0, images_ = 0;
  std::string topic_;
  bool in_contact_ = false;
  bool in_picture_ = false;
  std::vector<Link> links_;
};

}  // namespace kiosk::document
