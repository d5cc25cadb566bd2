#include "tests/app/heard_visit.h"

#include <doctest/doctest.h>

#include "kiosk/audio/loudness.h"

namespace kiosk::test {
namespace {

constexpr double kStep = 0.01;

}  // namespace

HeardVisit::HeardVisit(const catalog::Catalog& catalog, text::Engine& engine, const ui::Panel& panel,
                       const std::function<void(app::Kiosk::Parts&)>& prepare) {
  auto tones = std::make_unique<speech_tests::ToneSynthesizer>();
  auto files = std::make_unique<speech_tests::MapRecordings>();
  voice = tones.get();
  recordings = files.get();
  auto made = speech::Recorder::create(std::move(tones), std::move(files));
  REQUIRE_MESSAGE(made.ok(), made.error().message);
  recorder = *std::move(made);
  app::Kiosk::Parts parts;
  parts.engine = &engine;
  parts.catalog = &catalog;
  parts.panel = panel;
  parts.now = [&catalog] { return screens::Moment{catalog.pack().published, 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  parts.speaker = &recorder->speaker();
  if (prepare) prepare(parts);
  kiosk = std::make_unique<app::Kiosk>(std::move(parts), 0);
  draw();
}

void HeardVisit::draw() {
  kiosk->draw(nullptr, 0);
  if (kiosk->dirty()) kiosk->draw(nullptr, 0);  // what begins to be said with a frame is marked in the next one
}

void HeardVisit::listen() {
  auto now = recorder->speaker().now();
  bool same = now && last_ && now->id == last_->id && now->part == last_->part && now->text == last_->text;
  if (now && !same) {
    transcript_.push_back({now->id, now->text.substr(now->range.begin, now->range.end - now->range.begin), here()});
  }
  last_ = now;
}

void HeardVisit::wait(double time) {
  for (double end = seconds_ + time; seconds_ < end - 1e-9;) {
    double step = std::min(end - seconds_, recorder->busy() ? kStep : 0.5);
    recorder->advance(step);
    seconds_ += step;
    listen();
    kiosk->tick(seconds_);
    if (kiosk->dirty()) draw();
  }
}

void HeardVisit::wait_until_silent() {
  wait(2 * kStep);
  for (int i = 0; i < 60000 && recorder->busy(); ++i) wait(kStep);
  REQUIRE_FALSE(recorder->busy());
}

void HeardVisit::down(float x, float y) {
  kiosk->touch({app::TouchPhase::down, 0, x, y}, seconds_);
  last_.reset();
  draw();
}

void HeardVisit::up(float x, float y) {
  kiosk->touch({app::TouchPhase::up, 0, x, y}, seconds_);
  draw();
}

void HeardVisit::move(float x, float y) {
  kiosk->touch({app::TouchPhase::move, 0, x, y}, seconds_);
  draw();
}

std::pair<float, float> HeardVisit::middle(const std::string& id) {
  const accessibility::Node* node = tree().find(id);
  for (int turns = 0; !node && tree().find("page-next") && turns < 9; ++turns) {
    kiosk->key(app::Key::scroll_down, seconds_);
    draw();
    node = tree().find(id);
  }
  REQUIRE_MESSAGE(node, "no " << id << " on " << tree().screen);
  Rect seen = node->rect.intersect(node->clip);
  REQUIRE_MESSAGE(seen.height > 5, id << " is out of sight");
  return {seen.x + seen.width / 2, seen.y + seen.height / 2};
}

void HeardVisit::tap(const std::string& id) {
  auto [x, y] = middle(id);
  down(x, y);
  wait(0.1);
  up(x, y);
  wait(0.6);
}

void HeardVisit::double_tap(const std::string& id) {
  auto [x, y] = middle(id);
  for (int i = 0; i < 2; ++i) {
    down(x, y);
    wait(0.1);
    up(x, y);
    if (i == 0) wait(0.2);
  }
  wait(0.1);
}

void HeardVisit::key(app::Key key) {
  kiosk->key(key, seconds_);
  last_.reset();
  draw();
  wait(0.02);
}

void HeardVisit::go_to(const std::string& words) {
  for (int steps = 0; steps < 300; ++steps) {
    take_transcript();
    // Once round the page, then on to the next, and from the last to the first.
    if (steps % 25 == 24 && (tree().find("page-next") || tree().find("page-before"))) {
      if (tree().find("page-next"))
        key(app::Key::scroll_down);
      else
        while (tree().find("page-before")) key(app::Key::scroll_up);
      continue;
    }
    key(app::Key::next);
    wait_until_silent();
    std::string heard = take_transcript();
    if (heard.find(words) != std::string::npos) return;
  }
  FAIL("the keypad never came to " << words << " on " << tree().screen);
}

void HeardVisit::press(int code) {
  kiosk->press(code, seconds_);
  last_.reset();
  draw();
  wait(0.02);
}

void HeardVisit::headphones(bool in) {
  kiosk->set_headphones(in, seconds_);
  last_.reset();
  draw();
  wait(0.02);
}

double HeardVisit::level(audio::Way way, size_t begin, size_t end) const {
  return audio::level(recorder->heard(way), begin, end);
}

std::string HeardVisit::take_transcript() {
  std::string all;
  for (; taken_ < transcript_.size(); ++taken_) all += transcript_[taken_].words + "\n";
  return all;
}

}  // namespace kiosk::test
