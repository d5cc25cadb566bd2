#include "kiosk/publish/new_file.h"

#include <algorithm>

namespace kiosk::publish {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string source(const std::string& title, const std::string& address) {
  std::string line = "sources:\n  - {title: " + quoted(title);
  if (!address.empty()) line += ", address: " + quoted(address);
  return line + ", date: undated}\n";
}

}  // namespace

std::string new_contact(const NewContact& contact) {
  auto in_language = [&](const char* key, const std::string& words) {
    return std::string(key) + ":\n  " + contact.language.str() + ": " + quoted(words) + "\n";
  };
  const bool international = contact.dial.starts_with('+');
  return "id: " + contact.id +
         "\n"
         "kind: hotline                   # emergency, hotline, office, website\n"
         "show: ask_staff                 # write yes when it may be shown, AUTHORING.md says when\n"
         "show_reason: new, not decided yet whether it may be shown\n"
         "country: " +
         contact.country +
         "\n"
         "topics: []                      # danger, trafficking, children, going_home, documents\n"
         "position: 100\n"
         "who_answers: " +
         contact.who_answers + "\n" + in_language("name", contact.name) + in_language("serves", contact.serves) +
         in_language("answers", contact.answers) + "numbers:\n  - dial: " + quoted(contact.dial) +
         "\n    use: voice                  # voice, sms or whatsapp\n    from: [" +
         (international ? "" : contact.country) + "]\n    cost: unknown               # free, paid or unknown\n" +
         "hours: unknown                  # \"24/7\", \"Mo-Fr 08:00-17:00\" or unknown\n"
         "languages: unknown              # [en, fr] or unknown\n" +
         source(contact.source_title, contact.source_address) + "verified:\n  on: " + format_date(contact.checked_on) +
         "\n  by: " + quoted(contact.checked_by) +
         "\n  how: published_source         # published_source, owner_confirmed or test_call\n";
}

std::string new_page(const NewPage& page) {
  return "---\ntitle: " + quoted(page.title) + "\nsummary: " + quoted(page.summary) + "\nsection: " + page.section +
         "\nposition: 100\nicon: " + page.icon +
         "\nsensitivity: green              # green, yellow or red\nkeywords: []\ncontacts: []\n" +
         source(page.source_title, page.source_address) + "checked: {on: " + format_date(page.checked_on) +
         ", by: " + quoted(page.checked_by) + ", how: read against the source above}\n---\n" + page.first_sentence +
         "\n";
}

Result<std::string> pack_with_language(std::string_view pack, const LanguageTag& tag, const std::string& name) {
  size_t list = pack.find("\nlanguages:");
  if (list == std::string_view::npos)
    return Error{Code::invalid, "pack.yaml has no list of languages. Add one as AUTHORING.md shows."};
  size_t line = pack.find('\n', list + 1), end = line + 1;
  while (end < pack.size() && (pack[end] == ' ' || pack[end] == '-')) {
    std::string_view entry = pack.substr(end, pack.find('\n', end) - end);
    if (entry.find("tag: " + tag.str() + ",") != std::string_view::npos || entry.ends_with("tag: " + tag.str()))
      return Error{Code::refused, "pack.yaml has the language " + tag.str() + " already; nothing was changed."};
    end = std::min(pack.find('\n', end), pack.size() - 1) + 1;
  }
  return std::string(pack.substr(0, end)) + "  - {tag: " + tag.str() + ", name: " + quoted(name) + "}\n" +
         std::string(pack.substr(end));
}

std::string new_words(std::string_view list) {
  // The list is such a file itself; its head says the encoding, and every translation in it is empty.
  return std::string(list);
}

}  // namespace kiosk::publish
