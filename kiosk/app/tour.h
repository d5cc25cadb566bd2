// Every screen that a catalog leads to, for --tour, for tests that hold for all of them, and for the people who look.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/app/kiosk.h"

namespace kiosk::app {

struct Stop {
  std::string name;  // of the files: "topic-check-a-recruiter"
  Session session;
  std::optional<screens::StaffView> staff = {};  // the staff's screens instead, with this session's settings
};

// What the name of a stop ends with on its pages after the first: "-page-2".
std::string page_suffix(int page);

// Brings the kiosk there.
void go_to(Kiosk& kiosk, const Stop& stop);

// All screens in one language: first screen, every page of home, every section, topic, contact (also large and as a
// code), the filters, news, searches, settings, about, the page before red ones, and those of the staff.
std::vector<Stop> tour_stops(const catalog::Catalog& catalog, const LanguageTag& language);

class Stage;

// Draws the stops of `languages` (none: all) whose names begin with one of `only` (none: all) and writes
// DIR/<tag>/<name>.png and .json, some also large, in high contrast and in reach mode. Error: Code::io.
Status draw_tour(const std::filesystem::path& folder, const std::vector<LanguageTag>& languages,
                 const std::vector<std::string>& only, Kiosk& kiosk, Stage& stage, const catalog::Catalog& catalog,
                 const ui::Panel& panel);

// Writes what is on the screen now as DIR/<name>.png and .json.
Status write_frame(const std::filesystem::path& folder, const std::string& name, Kiosk& kiosk, Stage& stage,
                   const ui::Panel& panel);

}  // namespace kiosk::app
