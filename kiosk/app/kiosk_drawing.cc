// What stands on the screen in one frame of the kiosk.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "kiosk/app/kiosk.h"
#include "kiosk/ui/painter.h"

namespace kiosk::app {

using screens::Screen;

namespace {

// In `language`, else in the next best one that was written.
std::string nearest(const std::map<LanguageTag, std::string>& words, const LanguageTag& language,
                    const LanguageTag& next) {
  for (const LanguageTag& tag : {language, next}) {
    if (auto found = words.find(tag); found != words.end()) return found->second;
  }
  return words.empty() ? std::string() : words.begin()->second;
}

}  // namespace

const ui::Words& Kiosk::words(const LanguageTag& language) {
  auto found = words_.find(language);
  if (found == words_.end()) {
    found =
        words_.emplace(language, parts_.catalog ? ui::Words(parts_.catalog->messages(language)) : ui::Words()).first;
  }
  return found->second;
}

const catalog::Keyboard& Kiosk::keyboard(const LanguageTag& language) {
  auto found = keyboards_.find(language);
  if (found == keyboards_.end()) {
    catalog::Keyboard keys = parts_.catalog ? parts_.catalog->keyboard(language) : catalog::Keyboard{};
    found = keyboards_.emplace(language, std::move(keys)).first;
  }
  return found->second;
}

LanguageTag Kiosk::written_in(const LanguageTag& language) const {
  if (!parts_.catalog) return language;
  for (const catalog::Language& one : parts_.catalog->languages())
    if (one.tag == language && one.spoken_only) return parts_.catalog->pack().source_language;
  return language;
}

// The language of everything that is drawn. While nobody has chosen one the first screen speaks one after the other,
// the bar with it; the places stay those of the first, so that nothing moves under a hand.
LanguageTag Kiosk::spoken_language() const {
  if (!parts_.catalog || !nobody_here() || in_use()) return session_.settings.language;
  const std::vector<catalog::Language>& all = parts_.catalog->languages();
  return all[static_cast<size_t>(seconds_ / kGreetingTurn) % all.size()].tag;
}

// The words of one language go before those of the next come. Not where somebody has just been: they read.
float Kiosk::greeting_shown() const {
  if (parts_.config.reduced_motion || resting_.dark() || in_use() || !nobody_here() || seconds_ - last_input_ < 1)
    return 1;
  double phase = std::fmod(seconds_, kGreetingTurn), to_turn = std::min(phase, kGreetingTurn - phase);
  return static_cast<float>(std::min(1.0, to_turn / kGreetingFade));
}

ui::Scene Kiosk::draw_scene(ui::Painter& painter) {
  ui::Frame::Inputs inputs;
  inputs.panel = parts_.panel;
  inputs.settings = session_.settings;
  inputs.settings.language = spoken_language();
  if (resting_.other_colours) inputs.settings.high_contrast = !inputs.settings.high_contrast;
  inputs.hand = {hand_.pressed(), focused_};
  inputs.speech = voice_.seen();
  inputs.words = &words(inputs.settings.language);
  inputs.keyboard = &keyboard(inputs.settings.language);
  inputs.pictures = parts_.pictures;
  inputs.update = update_strip();
  inputs.seconds = seconds_;
  inputs.motion = motions_.at(seconds_);
  if (staff_.opened()) {
    ui::Frame frame(painter, std::move(inputs), screens::name_of(staff_.view()), "");
    screens::draw_staff(frame, staff_.view(), session_.here().page);
    return std::move(frame).finish();
  }
  if (!parts_.catalog) {
    ui::Frame frame(painter, std::move(inputs), screens::name_of(Screen::no_catalog), "");
    screens::draw_no_catalog(frame, parts_.config.emergency_numbers, bare_words_, session_.here().page);
    return std::move(frame).finish();
  }
  screens::Place place = session_.here();
  std::optional<double> left = warning_seconds();
  if (left) {
    place = {};
    place.screen = Screen::idle_warning;
    inputs.settings.curtain = false;
    inputs.speech.headphones = false;  // nothing stands there that could be hidden
  }
  ui::Frame frame(painter, std::move(inputs), screens::name_of(place.screen), place.argument);
  bool moved = session_.history.size() > 1;
  screens::Context context{frame,
                           *parts_.catalog,
                           place,
                           parts_.now(),
                           {moved, moved},
                           [this](const LanguageTag& language) -> const ui::Words& { return words(language); },
                           {},
                           parts_.config.position,
                           parts_.config.emergency_numbers,
                           parts_.config.desk};
  if (left) context.warning = {*left, kWarning};
  context.desk.open = config::desk_hours(parts_.config);
  context.run_by = nearest(parts_.config.run_by, frame.settings().language, parts_.catalog->pack().source_language);
  if (place.screen == Screen::languages) {
    for (const catalog::Language& language : parts_.catalog->languages())
      context.greetings.push_back(words(language.tag));
    context.greeting_shown = greeting_drawn_ = greeting_shown();
    context.bar.offers_set_up = !moved && staff_.offers_set_up();
  }
  screens::draw(context);
  return std::move(frame).finish();
}

const ui::Scene& Kiosk::draw(ImDrawList* list, uintptr_t atlas_texture) {
  rest_if_alone();  // a visit may have ended since the last tick
  bool mirrored = session_.settings.language.direction() == Direction::right_to_left;
  ui::Painter painter(*parts_.engine, list, atlas_texture, mirrored ? static_cast<float>(parts_.panel.width) : 0);
  scene_ = draw_scene(painter);
  rest(resting_, scene_, list, parts_.panel);
  parts_.engine->end_frame();
  if (!warning_seconds()) {
    sensitive_ = scene_.tree.sensitivity == Sensitivity::red;
    if (scene_.pages) session_.here().page = scene_.pages->page;
  }
  dirty_ = false;
  const ui::Speech before = voice_.seen();
  voice_.drawn(scene_.tree);
  dirty_ = before != voice_.seen();  // what is said from now on is marked in the next frame
  dirty_ = dirty_ || motions_.running(seconds_);
  if (auto tick = std::exchange(ticked_, std::nullopt)) follow_tick(*tick);
  return scene_;
}

}  // namespace kiosk::app
