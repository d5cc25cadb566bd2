// Fuzz target: a page as its authors write it, front matter and Markdown, as source and as translation. What is wrong
// with it is told with a line that it has.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/document/markdown.h"
#include "kiosk/publish/topic_file.h"

using namespace kiosk;

namespace {

publish::PackFile pack() {
  publish::PackFile pack;
  pack.source_language = LanguageTag::of("en");
  for (const char* language : {"en", "fr"}) pack.languages.push_back({LanguageTag::of(language), language, 1});
  return pack;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const int lines =
      static_cast<int>(std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r')) + 1;
  for (const document::Problem& problem : document::read_markdown(text).problems)
    KIOSK_CHECK(problem.line >= 1 && problem.line <= lines);
  static const publish::PackFile kPack = pack();
  for (const char* language : {"en", "fr"}) {
    publish::Problems problems;
    const publish::TopicName name{catalog::TopicKind::topic, "page", LanguageTag::of(language)};
    (void)publish::read_topic(name, std::string("topics/page.") + language + ".md", text, kPack, problems);
    for (const publish::Problem& problem : problems.sorted())
      KIOSK_CHECK(problem.place.line >= 0 && problem.place.line <= lines && !problem.remedy.empty());
  }
  return 0;
}
