#include "kiosk/publish/po_file.h"

#include <gettext-po.h>

#include <csetjmp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>

#include "kiosk/publish/text_file.h"
#include "kiosk/rules/characters.h"

namespace kiosk::publish {
namespace {

// libgettextpo hands its complaints to functions without a context, and must not be returned to after a fatal one.
struct Reading {
  std::string name;
  Problems* problems = nullptr;
  bool failed = false;
  std::jmp_buf fatal;
};
Reading* g_reading = nullptr;  // only during read_messages

void complain(int severity, po_message_t, const char* file, size_t line, size_t, int, const char* text) {
  Reading& reading = *g_reading;
  if (severity != PO_SEVERITY_WARNING) {
    int at = file && line != static_cast<size_t>(-1) ? static_cast<int>(line) : 0;
    reading.failed = true;
    reading.problems->error({reading.name, at}, "This is not a valid PO file (" + std::string(trimmed(text)) + ").",
                            "Open the file in a PO editor such as Poedit, which repairs and saves it.");
  }
  if (severity == PO_SEVERITY_FATAL_ERROR) std::longjmp(reading.fatal, 1);
}

void complain_twice(int severity, po_message_t message, const char* file, size_t line, size_t column, int several,
                    const char* text, po_message_t, const char*, size_t, size_t, int, const char*) {
  complain(severity, message, file, line, column, several, text);
}

// Reads with nothing on this frame that a longjmp would have to destroy.
po_file_t read_file(Reading& reading, const char* path) {
  static const po_xerror_handler handler{complain, complain_twice};
  g_reading = &reading;
  po_file_t file = setjmp(reading.fatal) == 0 ? po_file_read(path, &handler) : nullptr;
  g_reading = nullptr;
  return file;
}

// The library does not tell on which line a message stands, so the msgid lines are looked up again.
class MessageLines {
 public:
  explicit MessageLines(std::string_view text) {
    int line = 1, begun = 0;
    std::string id;
    bool inside = false;
    auto end_message = [&] {
      if (inside) lines_.emplace(std::move(id), begun);
      id.clear();
      inside = false;
    };
    for (size_t at = 0; at < text.size(); ++line) {
      size_t stop = std::min(text.find('\n', at), text.size());
      std::string_view row = trimmed(text.substr(at, stop - at));
      at = stop + 1;
      if (row.starts_with("msgid \"")) {
        end_message();
        inside = true;
        begun = line;
        append(id, row.substr(6));
      } else if (inside && row.starts_with("\"")) {
        append(id, row);
      } else {
        end_message();
      }
    }
    end_message();
  }

  int line_of(const std::string& id) const {
    auto found = lines_.find(id);
    return found == lines_.end() ? 0 : found->second;
  }

 private:
  // `quoted` begins with a quotation mark.
  static void append(std::string& id, std::string_view quoted) {
    for (size_t i = 1; i < quoted.size() && quoted[i] != '"'; ++i) {
      if (quoted[i] != '\\' || i + 1 == quoted.size()) {
        id += quoted[i];
      } else {
        char c = quoted[++i];
        id += c == 'n' ? '\n' : c == 't' ? '\t' : c;
      }
    }
  }

  std::map<std::string, int> lines_;
};

// The library reads files only, and no byte order mark and no line ends of Windows: it gets the text as it was cleaned.
class CleanCopy {
 public:
  explicit CleanCopy(std::string_view text) {
    std::string folder = (std::filesystem::temp_directory_path() / "kiosk-words-XXXXXX").string();
    if (!mkdtemp(folder.data())) return;
    folder_ = folder;
    std::ofstream(path(), std::ios::binary) << text;
  }
  CleanCopy(const CleanCopy&) = delete;
  CleanCopy& operator=(const CleanCopy&) = delete;
  ~CleanCopy() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }

  std::string path() const { return (folder_ / "words.po").string(); }

 private:
  std::filesystem::path folder_;
};

// What an escape smuggles in is judged as if it were written there.
void judge_words(const MessageEntry& entry, const std::string& file, Problems& problems) {
  for (const std::string& words : entry.translations) {
    if (auto refused = rules::objection_to_text(words)) {
      problems.error({file, entry.line}, "This translation holds, written as an escape, " + refused->what,
                     "Take the escape with the \\ out of it. " + refused->remedy);
    }
  }
}

MessageEntry read_message(po_message_t message, const MessageLines& lines) {
  MessageEntry entry;
  entry.original = po_message_msgid(message);
  entry.line = lines.line_of(entry.original);
  entry.fuzzy = po_message_is_fuzzy(message);
  const char* plural = po_message_msgid_plural(message);
  if (plural) entry.plural = plural;
  if (entry.fuzzy) return entry;
  if (!plural) {
    if (const char* text = po_message_msgstr(message); *text) entry.translations.emplace_back(text);
    return entry;
  }
  for (int i = 0; const char* text = po_message_msgstr_plural(message, i); ++i) {
    if (!*text) return entry.translations.clear(), entry;
    entry.translations.emplace_back(text);
  }
  return entry;
}

std::string header_field(const char* header, const char* field) {
  std::unique_ptr<char, void (*)(void*)> value(header ? po_header_field(header, field) : nullptr, std::free);
  return value ? std::string(trimmed(value.get())) : std::string();
}

}  // namespace

std::optional<MessageFile> read_messages(const std::filesystem::path& folder, const std::string& name,
                                         Problems& problems) {
  std::optional<std::string> text = read_text_file(folder, name, problems);  // size and characters first
  if (!text) return std::nullopt;
  Reading reading;
  reading.name = name;
  reading.problems = &problems;
  std::unique_ptr<po_file, void (*)(po_file_t)> file(read_file(reading, CleanCopy(*text).path().c_str()), po_file_free);
  if (!file || reading.failed) return std::nullopt;

  MessageFile messages;
  messages.file = name;
  const char* header = po_file_domain_header(file.get(), nullptr);
  std::string type = header_field(header, "Content-Type");
  if (name != kWordList && type.find("UTF-8") == std::string::npos && type.find("utf-8") == std::string::npos) {
    problems.error({name, 1}, "The head of the file does not say that it is written in UTF-8.",
                   "Write in its first lines: \"Content-Type: text/plain; charset=UTF-8\\n\"");
  }
  messages.plural_forms = header_field(header, "Plural-Forms");
  MessageLines lines(*text);
  std::unique_ptr<struct po_message_iterator, void (*)(po_message_iterator_t)> iterator(
      po_message_iterator(file.get(), nullptr), po_message_iterator_free);
  while (po_message_t message = po_next_message(iterator.get())) {
    if (po_message_is_obsolete(message) || *po_message_msgid(message) == '\0') continue;
    messages.messages.push_back(read_message(message, lines));
    judge_words(messages.messages.back(), name, problems);
  }
  return messages;
}

}  // namespace kiosk::publish
