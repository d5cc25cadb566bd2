#include "kiosk/document/markdown.h"

// md4c parses, page_builder.h judges. A parser of our own for "our part of Markdown" was rejected: editors check their
// pages with other tools, and would see another page there. Instead everything that md4c recognises and no screen can
// draw becomes a problem with a line and a remedy. md4c reports no line numbers, but its texts point into the source,
// and the builder finds the line from that.

#include <md4c.h>

#include <algorithm>

#include "kiosk/document/page_builder.h"
#include "kiosk/document/source_lines.h"

namespace kiosk::document {
namespace {

// Tables and struck-out words are recognised only to be refused: unrecognised, they would reach the screen as bare
// signs.
constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;

PageBuilder& builder(void* data) { return *static_cast<PageBuilder*>(data); }

std::string_view view(const MD_ATTRIBUTE& attribute) {
  return attribute.text != nullptr ? std::string_view(attribute.text, attribute.size) : std::string_view();
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
  PageBuilder& page = builder(data);
  switch (type) {
    case MD_BLOCK_DOC: break;
    case MD_BLOCK_QUOTE: page.enter_note(); break;
    case MD_BLOCK_UL: page.enter_list({}); break;
    case MD_BLOCK_OL: page.enter_list(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start); break;
    case MD_BLOCK_LI: {
      auto* item = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
      page.enter_item(!item->is_task ? Tick::none : item->task_mark == ' ' ? Tick::open : Tick::done);
      break;
    }
    case MD_BLOCK_HR: page.refuse_line("A line across the page is not drawn. Remove it, or write a heading."); break;
    case MD_BLOCK_H: page.enter_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level)); break;
    case MD_BLOCK_CODE:
      if (static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0) {
        page.enter_refused("A block between ``` marks is not drawn. Write its words as a paragraph.");
      } else {
        page.enter_refused("A paragraph set in by four blanks is not drawn. Start it at the left edge.");
      }
      break;
    case MD_BLOCK_HTML: page.enter_refused("HTML is not drawn. Write the words without < and > tags."); break;
    case MD_BLOCK_P: page.enter_paragraph(); break;
    case MD_BLOCK_TABLE: page.enter_refused("A table does not fit a small screen. Write it as a list."); break;
    default: break;  // the parts of a table
  }
  return page.full() ? 1 : 0;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* data) {
  PageBuilder& page = builder(data);
  switch (type) {
    case MD_BLOCK_QUOTE: page.leave_note(); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: page.leave_list(); break;
    case MD_BLOCK_LI: page.leave_item(); break;
    case MD_BLOCK_H: page.leave_heading(); break;
    case MD_BLOCK_P: page.leave_paragraph(); break;
    case MD_BLOCK_CODE:
      page.leave_refused(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0 ? LineAfter::if_fence
                                                                                     : LineAfter::none);
      break;
    case MD_BLOCK_TABLE: page.leave_refused(LineAfter::if_dashes); break;
    case MD_BLOCK_HTML: page.leave_refused(LineAfter::none); break;
    default: break;
  }
  return page.full() ? 1 : 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
  PageBuilder& page = builder(data);
  switch (type) {
    case MD_SPAN_EM: page.enter_emphasis(Emphasis::emphasis); break;
    case MD_SPAN_STRONG: page.enter_emphasis(Emphasis::strong); break;
    case MD_SPAN_A: {
      auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
      page.enter_link(view(link->href), view(link->title));
      break;
    }
    case MD_SPAN_IMG: {
      auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      page.enter_image(view(image->src), view(image->title));
      break;
    }
    case MD_SPAN_DEL: page.refuse_next("Struck-out words are not drawn. Remove the ~ marks or the words."); break;
    case MD_SPAN_CODE: page.refuse_next("Words between ` marks are not drawn. Remove the marks."); break;
    default: break;
  }
  return page.full() ? 1 : 0;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
  PageBuilder& page = builder(data);
  switch (type) {
    case MD_SPAN_EM: page.leave_emphasis(Emphasis::emphasis); break;
    case MD_SPAN_STRONG: page.leave_emphasis(Emphasis::strong); break;
    case MD_SPAN_A: page.leave_link(); break;
    case MD_SPAN_IMG: page.leave_image(); break;
    default: break;
  }
  return page.full() ? 1 : 0;
}

int text(MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* data) {
  PageBuilder& page = builder(data);
  const std::string_view words(bytes, size);
  switch (type) {
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE: page.add_text(words); break;
    case MD_TEXT_SOFTBR: page.add_blank(); break;
    case MD_TEXT_BR:
      page.refuse_line_end(
          "The line ends with two blanks or a \\, which would break it. Remove them, or begin a new paragraph.");
      break;
    case MD_TEXT_ENTITY:
      page.see(words);
      page.refuse_here("Write the character itself instead of \"" + std::string(words.substr(0, 40)) + "\".");
      break;
    case MD_TEXT_HTML:
      page.see(words);
      page.refuse_here("HTML is not drawn. Write the words without < and > tags.");
      break;
    default: break;
  }
  return page.full() ? 1 : 0;
}

}  // namespace

ReadMarkdown read_markdown(std::string_view markdown) {
  ReadMarkdown read;
  if (markdown.size() > kMaxMarkdownBytes) {
    read.problems.push_back({1, "The page has more than " + std::to_string(kMaxMarkdownBytes / 1024) +
                                    " KiB. Divide it into several pages."});
    return read;
  }
  const SourceLines lines(markdown);
  read.problems = check_characters(markdown, lines);
  if (!read.problems.empty()) return read;

  PageBuilder page(markdown, lines);
  MD_PARSER parser{};
  parser.flags = kFlags;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = text;
  const int stopped = md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &page);
  KIOSK_CHECK(stopped >= 0);  // out of memory
  return page.take();
}

Result<Document> parse_markdown(std::string_view markdown) {
  ReadMarkdown read = read_markdown(markdown);
  if (!read.problems.empty()) {
    const Problem& first = read.problems.front();
    return Error{Code::invalid, "Line " + std::to_string(first.line) + ": " + first.message};
  }
  return std::move(read.document);
}

}  // namespace kiosk::document
