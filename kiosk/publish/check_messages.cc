#include <algorithm>
#include <map>
#include <set>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/po_file.h"

namespace kiosk::publish {
namespace {

// What is filled in at run time: "{}", "{count}".
std::multiset<std::string> gaps(std::string_view text) {
  std::multiset<std::string> found;
  for (size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    size_t end = text.find('}', at);
    if (end != std::string_view::npos) found.emplace(text.substr(at, end - at + 1));
  }
  return found;
}

// "nplurals=2; plural=(n > 1);"
size_t plural_count(const std::string& rule) {
  size_t at = rule.find("nplurals=");
  if (at == std::string::npos) return 0;
  char digit = at + 9 < rule.size() ? rule[at + 9] : '0';
  return digit >= '1' && digit <= '6' ? static_cast<size_t>(digit - '0') : 0;
}

void check_message(const Check& check, const MessageFile& file, const MessageEntry& message) {
  Place place{file.file, message.line};
  for (const std::string& translation : message.translations) {
    std::multiset<std::string> wanted = gaps(message.original), there = gaps(translation);
    // A plural form may say its number in words: "one page".
    bool fewer = !message.plural.empty() && std::includes(wanted.begin(), wanted.end(), there.begin(), there.end());
    bool plural_gaps = !message.plural.empty() && there == gaps(message.plural);
    if (wanted == there || fewer || plural_gaps) continue;
    check.problems.error(
        place, "The translation \"" + translation + "\" has other gaps in braces than \"" + message.original + "\".",
        "Keep every {...} exactly as it stands in the original.");
  }
  if (!message.plural.empty() && message.translated() &&
      message.translations.size() != plural_count(file.plural_forms)) {
    check.problems.error(
        place, "\"" + message.original + "\" has another number of plural forms than the head of the file says.",
        "Check Plural-Forms in the first lines, and translate every form.");
  }
}

}  // namespace

void check_messages(const Check& check) {
  std::set<std::string> known;
  for (const MessageEntry& word : check.content.words) known.insert(word.original);
  for (const MessageFile& file : check.content.messages) {
    for (const MessageEntry& message : file.messages) {
      check_message(check, file, message);
      if (known.empty() || known.contains(message.original)) continue;
      check.problems.warning({file.file, message.line}, "The program has no words \"" + message.original + "\".",
                             "Update the file from " + std::string(kWordList) + " in your PO editor.");
    }
  }
}

}  // namespace kiosk::publish
