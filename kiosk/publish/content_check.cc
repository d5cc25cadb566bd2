#include "kiosk/publish/content_check.h"

#include <algorithm>

#include "kiosk/publish/checks.h"
#include "kiosk/publish/media_list.h"

namespace kiosk::publish {

void check_icon(const Check& check, const std::string& file, const Text& icon) {
  const std::vector<std::string_view>& icons = check.options.icons;
  if (icon.empty() || icons.empty() || std::find(icons.begin(), icons.end(), icon.text) != icons.end()) return;
  std::string near = nearest_name(icon.text, icons);
  check.problems.error({file, icon.line}, "There is no picture called \"" + icon.text + "\".",
                       near.empty() ? "Choose one of those that kioskctl content icons lists."
                                    : "Write " + near + ", or choose another that kioskctl content icons lists.");
}

void check_content(const Content& content, const CheckOptions& options, Problems& problems, const Progress& progress) {
  Check check{content, options, problems};
  check_sections(check);
  check_topics(check);
  check_reach(check);
  check_translations(check);
  check_contacts(check);
  check_addresses(check);
  check_map(check);
  check_dates(check);
  check_messages(check);
  check_pictures(check);
  check_texts(check, progress);
  check_media_files(content.folder, content.media, problems);
}

}  // namespace kiosk::publish
