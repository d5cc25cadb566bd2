#include "tests/app/tour_fixture.h"

#include <doctest/doctest.h>

#include "tests/app/pseudo_catalog.h"
#include "tests/speech/stage.h"
#include "tests/support/source_path.h"

namespace kiosk::test {

const std::vector<NamedPanel>& panels() {
  static const std::vector<NamedPanel> all{
      {"7 inch", {1024, 600, 1024 / 153.0f, 900}},
      {"10.1 inch", {1280, 800, 1280 / 216.8f, 850}},
      {"15.6 inch", {1920, 1080, 1920 / 345.0f, 800}},
      {"21.5 inch", {1920, 1080, 1920 / 476.0f, 800}},
      {"21.5 inch upright", {1080, 1920, 1080 / 268.0f, 700}},
  };
  return all;
}

Tour::Tour() {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE_MESSAGE(engine.ok(), engine.error().message);
  engine_ = *std::move(engine);
  auto catalog = catalog::Catalog::open(KIOSK_STARTER_CATALOG);
  REQUIRE_MESSAGE(catalog.ok(), catalog.error().message);
  catalog_ = *std::move(catalog);
  auto recorder = speech::Recorder::create(std::make_unique<speech_tests::ToneSynthesizer>(), nullptr);
  REQUIRE_MESSAGE(recorder.ok(), recorder.error().message);
  recorder_ = *std::move(recorder);
  std::vector<std::string> originals;
  for (const auto& [original, translation] : catalog_->messages(LanguageTag::of("fr"))) originals.push_back(original);
  with_pseudo_ = pseudo_catalog(*catalog_, originals);
}

std::vector<LanguageTag> Tour::languages() const {
  std::vector<LanguageTag> all;
  for (const catalog::Language& language : with_pseudo_->languages()) all.push_back(language.tag);
  return all;
}

const ui::Words& Tour::words(const LanguageTag& language) {
  auto known = words_.find(language);
  if (known == words_.end()) known = words_.emplace(language, with_pseudo_->messages(language)).first;
  return known->second;
}

app::Kiosk::Parts Tour::parts(const ui::Panel& panel, std::optional<Position> position) {
  app::Kiosk::Parts parts;
  parts.engine = engine_.get();
  parts.catalog = with_pseudo_.get();
  parts.panel = panel;
  parts.config.position = position;
  parts.speaker = &recorder_->speaker();
  parts.now = [this] { return screens::Moment{with_pseudo_->pack().published, 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  return parts;
}

std::unique_ptr<app::Kiosk> Tour::kiosk(const ui::Panel& panel, std::optional<Position> position) {
  return std::make_unique<app::Kiosk>(parts(panel, position), 0);
}

void Tour::each(const LanguageTag& language, const ui::Panel& panel, const ui::Settings& settings,
                const std::function<void(const std::string&, const ui::Scene&)>& look, const std::string& only) {
  std::unique_ptr<app::Kiosk> one = kiosk(panel);
  for (app::Stop& stop : app::tour_stops(*with_pseudo_, language)) {
    if (!stop.name.starts_with(only)) continue;
    stop.session.settings = settings;
    stop.session.settings.language = language;
    app::go_to(*one, stop);
    const ui::Scene& first = one->draw(nullptr, 0);
    int pages = first.pages ? first.pages->count : 1;
    look(stop.name, first);
    for (int page = stop.session.here().page + 1; page < pages; ++page) {
      stop.session.here().page = page;
      app::go_to(*one, stop);
      look(stop.name + app::page_suffix(page), one->draw(nullptr, 0));
    }
  }
}

Tour& tour() {
  static Tour one;
  return one;
}

app::Session session_on(const LanguageTag& language, screens::Screen screen, const std::string& argument) {
  app::Session session = app::fresh_session(tour().catalog());
  app::apply(session, ui::ChooseLanguage{language}, tour().catalog());
  session.warned = true;
  screens::Place place;
  place.screen = screen;
  place.argument = argument;
  session.history.push_back(place);
  return session;
}

}  // namespace kiosk::test
