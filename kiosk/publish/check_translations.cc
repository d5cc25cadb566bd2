#include <algorithm>
#include <map>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/translation.h"

namespace kiosk::publish {

void check_translations(const Check& check) {
  const TopicFile* source = nullptr;
  std::string hash;
  for (const TopicFile& topic : check.content.topics) {
    if (!topic.translation) continue;
    const TopicFile* of = check.content.find_source(topic.id);
    if (!of) continue;
    if (of != source) source = of, hash = words_hash(*of);
    const Text& written = topic.translation->of;
    Place place{topic.file, written.line > 0 ? written.line : topic.translation->line};
    if (written.empty()) {
      check.problems.error(
          place, "\"of\" is missing under translation: from which text was it made?",
          "If it was made from the text as it is now, write of: " + hash + ", or run kioskctl content stamp.");
    } else if (written.text != hash) {
      check.problems.warning(place, "The page in the source language has changed since this translation was made.",
                             "Bring the translation up to date, then run kioskctl content stamp " +
                                 check.content.folder.string() + " --again " + topic.file + ", or write of: " + hash +
                                 ".");
    }
  }
}

}  // namespace kiosk::publish
