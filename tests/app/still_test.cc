// Nothing flashes and nothing moves by itself, measured on the frames that are really drawn.
#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/app/eye.h"

using namespace kiosk;
using accessibility::Node;
using app::TouchPhase;

namespace {

constexpr double kFrame = 1.0 / 60;
constexpr int kColumns = 32, kRows = 20;

// Relative luminance (WCAG) of each of 32 x 20 cells of a picture.
std::vector<float> cells(const graphics::Image& image) {
  std::vector<float> all(size_t(kColumns) * kRows), counts(all.size());
  for (int y = 0; y < image.height; y += 3) {
    for (int x = 0; x < image.width; x += 3) {
      const uint8_t* pixel = &image.rgba[(size_t(y) * image.width + x) * 4];
      size_t cell = size_t(y * kRows / image.height) * kColumns + x * kColumns / image.width;
      all[cell] += float(luminance({pixel[0], pixel[1], pixel[2]}));
      counts[cell] += 1;
    }
  }
  for (size_t i = 0; i < all.size(); ++i) all[i] /= counts[i];
  return all;
}

struct Frame {
  double seconds;
  std::vector<float> cells;
};

// The largest number of flashes within one second: pairs of opposing changes of a tenth or more, in a quarter of the
// picture, which is more than a quarter of ten degrees on every panel at arm's length.
int flashes_in_a_second(const std::vector<Frame>& frames) {
  std::vector<std::pair<double, int>> swings;  // when, and whether it became lighter or darker
  for (size_t i = 1; i < frames.size(); ++i) {
    int lighter = 0, darker = 0;
    for (size_t cell = 0; cell < frames[i].cells.size(); ++cell) {
      float change = frames[i].cells[cell] - frames[i - 1].cells[cell];
      lighter += change >= 0.1f, darker += change <= -0.1f;
    }
    const int quarter = kColumns * kRows / 4;
    if (lighter >= quarter) swings.emplace_back(frames[i].seconds, 1);
    if (darker >= quarter) swings.emplace_back(frames[i].seconds, -1);
  }
  int most = 0;
  for (size_t first = 0; first < swings.size(); ++first) {
    int opposing = 0;
    for (size_t i = first + 1; i < swings.size() && swings[i].first <= swings[first].first + 1; ++i)
      opposing += swings[i].second != swings[i - 1].second;
    most = std::max(most, (opposing + 1) / 2);
  }
  return most;
}

// Time passes as the frame loop lets it pass, at sixty frames a second while something moves.
class Watch {
 public:
  explicit Watch(const ui::Panel& panel) : eye_(panel) {}

  const ui::Scene& look(const app::Session& session) {
    seconds_ = 0;
    return eye_.look_afresh(session);
  }

  void touch(const Rect& at) {
    for (TouchPhase phase : {TouchPhase::down, TouchPhase::up})
      eye_.kiosk().touch({phase, 0, at.x + at.width / 2, at.y + at.height / 2}, seconds_ += 0.08);
  }

  void pass(double seconds) {
    for (double end = seconds_ + seconds; seconds_ < end;) {
      seconds_ = std::min(end, std::max(seconds_ + kFrame, eye_.kiosk().next_tick()));
      eye_.kiosk().tick(seconds_);
      if (!eye_.kiosk().dirty()) continue;
      eye_.draw();
      frames.push_back({seconds_, cells(eye_.image)});
    }
  }

  const graphics::Image& image() const { return eye_.image; }
  const ui::Scene& scene() { return eye_.kiosk().scene(); }

  std::vector<Frame> frames;

 private:
  test::Eye eye_;
  double seconds_ = 0;
};

}  // namespace

TEST_CASE("flashes are counted: a picture that turns black and white five times a second has five") {
  std::vector<Frame> frames;
  for (int i = 0; i < 20; ++i) frames.push_back({i * 0.1, std::vector<float>(size_t(kColumns) * kRows, float(i % 2))});
  CHECK(flashes_in_a_second(frames) == 5);
  for (Frame& frame : frames) frame.seconds *= 5;
  CHECK(flashes_in_a_second(frames) <= 1);
}

TEST_CASE("R30: nothing flashes on the way to a page, nor while no one touches the screen") {
  for (bool high_contrast : {false, true}) {
    Watch watch(test::panels()[0].panel);
    app::Session session = app::fresh_session(test::tour().catalog());
    session.settings.high_contrast = high_contrast;
    watch.look(session);
    watch.pass(13);  // two greetings
    int opened = 0;
    for (int step = 0; step < 6; ++step) {
      const Node* next = nullptr;
      for (const Node& node : watch.scene().tree.nodes) {
        bool leads = node.role == accessibility::Role::tile || node.id.starts_with("language-") ||
                     node.id == "proceed" || node.id == "page-next";
        if (!next && leads && node.can_act()) next = &node;
      }
      if (!next) break;
      watch.touch(next->rect);
      watch.pass(2);
      ++opened;
    }
    CHECK(opened >= 3);
    CHECK(watch.frames.size() > 3);
    CHECK(flashes_in_a_second(watch.frames) <= 3);
  }
}

TEST_CASE("R31: five seconds after the last touch nothing moves by itself on any page of the visit") {
  Watch watch(test::panels()[0].panel);
  int looked_at = 0;
  for (const app::Stop& stop : app::tour_stops(test::tour().catalog(), LanguageTag::of("en"))) {
    // The greeting turns on the first screen for as long as no one is there: that is no content. Staff's have a clock.
    if (stop.staff || stop.session.here().screen == screens::Screen::languages) continue;
    watch.look(stop.session);
    watch.pass(5);
    const graphics::Image still = watch.image();
    watch.pass(10);
    CHECK_MESSAGE(watch.image().rgba == still.rgba, stop.name << " moves by itself");
    ++looked_at;
  }
  CHECK(looked_at > 100);
}

TEST_CASE("R29: what is ticked, chosen or pressed is told by more than its hue") {
  Watch watch(test::panels()[1].panel);
  std::set<std::string> kinds;
  for (const app::Stop& stop : app::tour_stops(test::tour().catalog(), LanguageTag::of("en"))) {
    if (stop.staff) continue;
    const ui::Scene& scene = watch.look(stop.session);
    for (const Node& node : scene.tree.nodes) {
      std::optional<bool> on = node.state.checked   ? node.state.checked
                               : node.state.pressed ? node.state.pressed
                                                    : node.state.selected;
      if (!on || *on || !node.can_act() || node.rect.intersect(node.clip).height < node.rect.height) continue;
      if (!kinds.insert(scene.tree.screen + " " + std::string(accessibility::name_of(node.role))).second) continue;
      const graphics::Image off = watch.image();
      const Rect at = node.rect;
      const std::string id = node.id;
      watch.touch(at);
      watch.pass(2);
      const Node* after = watch.scene().tree.find(id);
      if (!after || !(after->rect == at)) break;  // it led elsewhere, or everything became larger
      int differ = 0, all = 0;
      for (int y = int(at.y); y < int(at.bottom()); ++y) {
        for (int x = int(at.x); x < int(at.right()); ++x, ++all) {
          const uint8_t* a = &off.rgba[(size_t(y) * off.width + x) * 4];
          const uint8_t* b = &watch.image().rgba[(size_t(y) * off.width + x) * 4];
          double first = luminance({a[0], a[1], a[2]}) + 0.05, second = luminance({b[0], b[1], b[2]}) + 0.05;
          differ += std::max(first, second) / std::min(first, second) >= 3;
        }
      }
      CHECK_MESSAGE(differ * 200 >= all, stop.name << ": " << id << " differs in " << differ << " of " << all << " px");
      break;  // the screen is another now
    }
  }
  MESSAGE("kinds of state looked at: " << kinds.size());
  CHECK(kinds.size() >= 3);
}
