#include "kiosk/publish/file_names.h"

#include <algorithm>
#include <map>

#include "kiosk/rules/file_name.h"

namespace kiosk::publish {
namespace {

constexpr std::string_view kOfDesktops[] = {"thumbs.db", "ehthumbs.db",  "desktop.ini", "icon\r",
                                            "__macosx",  "$recycle.bin", "lost+found",  "system volume information",
                                            "found.000"};
constexpr std::string_view kLeftEndings[] = {"~", ".mo", ".bak", ".swp", ".tmp", ".orig", ".rej", ".part"};

}  // namespace

bool is_left_behind(std::string_view name) {
  std::string plain = rules::comparable_name(name);
  if (plain.starts_with('.') || plain.starts_with("~$") || plain.starts_with('#')) return true;
  if (std::ranges::find(kOfDesktops, plain) != std::end(kOfDesktops)) return true;
  return std::ranges::any_of(kLeftEndings, [&](std::string_view ending) { return plain.ends_with(ending); });
}

void refuse_names_alike(const std::vector<std::string>& names, Problems& problems) {
  std::map<std::string, std::string> seen;
  for (const std::string& name : names) {
    auto [first, is_new] = seen.emplace(rules::comparable_name(name), name);
    if (is_new) continue;
    problems.error(
        {name}, "This name differs from " + first->second + " only in capital letters or in how an accent is written.",
        "Rename or delete one of the two: on a stick or another computer they would be one file.");
  }
}

std::string name_remedy(const std::string& name, std::string_view ending) {
  std::string plain = rules::comparable_name(name);
  std::string base = name.substr(0, name.rfind('.'));
  bool is_near = plain.ends_with(ending) || (ending == ".yaml" && plain.ends_with(".yml"));
  if (is_near) return "Rename it to " + base + std::string(ending) + ".";
  return "Let its name end in " + std::string(ending) + ", or move it elsewhere.";
}

std::string other_spelling(const std::filesystem::path& folder, std::string_view name) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::string there = entry->path().filename().string();
    if (there != name && rules::comparable_name(there) == name) return there;
  }
  return {};
}

}  // namespace kiosk::publish
