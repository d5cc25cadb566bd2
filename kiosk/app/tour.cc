#include "kiosk/app/tour.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "kiosk/accessibility/dump.h"
#include "kiosk/app/stage.h"
#include "kiosk/graphics/image.h"

namespace kiosk::app {
namespace {

bool shown_in_variants(const std::string& name) {
  static const std::set<std::string> chosen{"languages",        "home",
                                            "contacts",         "search-found",
                                            "display",          "contact-gbv-116",
                                            "section-travel",   "topic-before-you-go",
                                            "staff_pin",        "staff_status",
                                            "staff_touch_test", "topic-check-a-recruiter",
                                            "set_up_hours",     "set_up_name",
                                            "set_up_key",       "set_up_summary"};
  return chosen.contains(name);
}

// The stop and the pages that follow it.
Status write_pages(const std::filesystem::path& folder, Stop stop, const std::string& suffix, Kiosk& kiosk,
                   Stage& stage, const ui::Panel& panel) {
  for (int page = stop.session.here().page, first = page;; ++page) {
    stop.session.here().page = page;
    go_to(kiosk, stop);
    std::string name = stop.name + (page > first ? page_suffix(page) : "") + suffix;
    KIOSK_TRY_STATUS(write_frame(folder, name, kiosk, stage, panel));
    if (!kiosk.scene().pages || !kiosk.scene().pages->has_next()) return {};
  }
}

}  // namespace

Status write_frame(const std::filesystem::path& folder, const std::string& name, Kiosk& kiosk, Stage& stage,
                   const ui::Panel& panel) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const ui::Scene& scene = stage.draw(kiosk, panel.width, panel.height);
  KIOSK_TRY_STATUS(graphics::write_png(stage.read(panel.width, panel.height), folder / (name + ".png")));
  std::ofstream json(folder / (name + ".json"), std::ios::binary);
  json << accessibility::dump_json(scene.tree);
  if (!json.flush()) return Error{Code::io, "cannot write into " + folder.string() + ": is the disk full?"};
  return {};
}

Status draw_tour(const std::filesystem::path& folder, const std::vector<LanguageTag>& languages,
                 const std::vector<std::string>& only, Kiosk& kiosk, Stage& stage, const catalog::Catalog& catalog,
                 const ui::Panel& panel) {
  for (const catalog::Language& language : catalog.languages()) {
    bool wanted = languages.empty() || std::find(languages.begin(), languages.end(), language.tag) != languages.end();
    if (!wanted) continue;
    std::filesystem::path into = folder / language.tag.str();
    for (const Stop& stop : tour_stops(catalog, language.tag)) {
      if (!only.empty() &&
          std::none_of(only.begin(), only.end(), [&](const std::string& part) { return stop.name.starts_with(part); }))
        continue;
      KIOSK_TRY_STATUS(write_pages(into, stop, "", kiosk, stage, panel));
      if (!shown_in_variants(stop.name)) continue;
      auto variant = [&](const char* suffix, auto change) -> Status {
        Stop changed = stop;
        change(changed.session.settings);
        return write_pages(into, changed, suffix, kiosk, stage, panel);
      };
      KIOSK_TRY_STATUS(variant("-large", [](ui::Settings& settings) { settings.text_scale = 2; }));
      KIOSK_TRY_STATUS(variant("-contrast", [](ui::Settings& settings) { settings.high_contrast = true; }));
      KIOSK_TRY_STATUS(variant("-reach", [](ui::Settings& settings) { settings.reach = true; }));
    }
  }
  return {};
}

}  // namespace kiosk::app
