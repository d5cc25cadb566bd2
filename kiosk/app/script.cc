#include "kiosk/app/script.h"

#include <map>
#include <sstream>

#include "kiosk/audio/loudness.h"
#include "kiosk/base/instant.h"

namespace kiosk::app {
namespace {

constexpr double kSpeakingStep = 0.02;  // seconds
constexpr double kSilence = -60;        // dBFS

const std::map<std::string, Key>& keys() {
  static const std::map<std::string, Key> all{
      {"next", Key::next}, {"previous", Key::previous}, {"select", Key::select},      {"back", Key::back},
      {"home", Key::home}, {"leave", Key::leave},       {"up", Key::scroll_up},       {"down", Key::scroll_down},
      {"help", Key::help}, {"louder", Key::volume_up},  {"quieter", Key::volume_down}};
  return all;
}

class Player {
 public:
  Player(Kiosk& kiosk, double seconds, const ScriptStage& stage) : kiosk_(kiosk), seconds_(seconds), stage_(stage) {}

  Status step(const std::string& line) {
    std::istringstream words(line);
    std::string verb;
    words >> verb;
    if (verb == "tap") return tap(words);
    if (verb == "touch") return touch(words);
    if (verb == "drag") return drag(words);
    if (verb == "key") return key(words);
    if (verb == "press") return press(words);
    if (verb == "headphones") return headphones(words);
    if (verb == "heard") return heard(words);
    if (verb == "wait") return wait(words);
    if (verb == "update") return update(words);
    if (verb == "expect") return expect(words);
    if (verb == "dump") {
      std::string name;
      words >> name;
      return stage_.dump(name);
    }
    return wrong("\"" + verb + "\" is no step");
  }

 private:
  static Error wrong(const std::string& what) { return {Code::invalid, what}; }

  void pass(double seconds) {
    // In small steps, as a window would: everything that is due happens when it is due.
    double end = seconds_ + seconds;
    while (seconds_ < end) {
      double step = stage_.recorder && stage_.recorder->busy() ? kSpeakingStep : 1, before = seconds_;
      seconds_ = std::min(end, std::max(seconds_ + 1e-3, std::min(kiosk_.next_tick(), seconds_ + step)));
      if (stage_.recorder) stage_.recorder->advance(seconds_ - before);
      kiosk_.tick(seconds_);
      if (kiosk_.dirty()) stage_.draw();
    }
  }

  void send(TouchPhase phase, float x, float y) {
    kiosk_.touch({phase, 0, x, y}, seconds_);
    if (kiosk_.dirty()) stage_.draw();
  }

  Status tap_at(float x, float y) {
    send(TouchPhase::down, x, y);
    pass(0.1);
    send(TouchPhase::up, x, y);
    pass(0.6);
    return {};
  }

  Status tap(std::istringstream& words) {
    std::string id;
    words >> id;
    const accessibility::Node* node = kiosk_.scene().tree.find(id);
    if (!node || !node->can_act()) {
      std::string all;
      for (const accessibility::Node* other : kiosk_.scene().tree.focusable()) all += " " + other->id;
      return wrong("there is no \"" + id + "\" to tap on the screen " + kiosk_.scene().tree.screen +
                   "; there are:" + all);
    }
    Rect seen = node->rect.intersect(node->clip);
    for (int turn = 0; seen.height < node->rect.height * 0.6f && turn < 50; ++turn) {
      bool below = node->rect.y > node->clip.y;
      kiosk_.turn_page(below, seconds_);
      stage_.draw();
      node = kiosk_.scene().tree.find(id);
      if (!node) return wrong("\"" + id + "\" went away while the page was turned");
      seen = node->rect.intersect(node->clip);
    }
    return tap_at(seen.x + seen.width / 2, seen.y + seen.height / 2);
  }

  Status touch(std::istringstream& words) {
    float x = 0, y = 0;
    if (!(words >> x >> y)) return wrong("touch needs two numbers");
    return tap_at(x, y);
  }

  Status drag(std::istringstream& words) {
    float x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double time = 0;
    if (!(words >> x1 >> y1 >> x2 >> y2 >> time)) return wrong("drag needs five numbers");
    constexpr int kSteps = 12;
    send(TouchPhase::down, x1, y1);
    for (int i = 1; i <= kSteps; ++i) {
      pass(time / kSteps);
      float part = static_cast<float>(i) / kSteps;
      send(TouchPhase::move, x1 + (x2 - x1) * part, y1 + (y2 - y1) * part);
    }
    send(TouchPhase::up, x2, y2);
    return {};
  }

  Status key(std::istringstream& words) {
    std::string name;
    words >> name;
    auto key = keys().find(name);
    if (key == keys().end()) return wrong("\"" + name + "\" is no key");
    kiosk_.key(key->second, seconds_);
    stage_.draw();
    pass(0.6);
    return {};
  }

  Status press(std::istringstream& words) {
    int code = 0;
    if (!(words >> code)) return wrong("press needs the number of a key");
    kiosk_.press(code, seconds_);
    stage_.draw();
    pass(0.6);
    return {};
  }

  Status headphones(std::istringstream& words) {
    std::string where;
    words >> where;
    if (where != "in" && where != "out") return wrong("headphones are either in or out");
    kiosk_.set_headphones(where == "in", seconds_);
    stage_.draw();
    pass(0.6);
    return {};
  }

  // Measured on what the ways played in the last half second.
  Status heard(std::istringstream& words) {
    std::string wanted, found;
    words >> wanted;
    if (!stage_.recorder) return wrong("nobody listens: this script is played without --listen");
    auto loud = [&](audio::Way way) {
      const audio::Sound& sound = stage_.recorder->heard(way);
      size_t end = sound.samples.size(), begin = end - std::min(end, audio::samples_in(audio::milliseconds(500)));
      return audio::level(sound, begin, end) > kSilence;
    };
    if (loud(audio::Way::loudspeaker)) found = "loudspeaker";
    if (loud(audio::Way::headphones)) found += found.empty() ? "headphones" : " and headphones";
    if (found.empty()) found = "nothing";
    if (found == wanted) return {};
    return wrong("expected to hear " + wanted + ", but heard " + found);
  }

  Status wait(std::istringstream& words) {
    double seconds = 0;
    if (!(words >> seconds)) return wrong("wait needs a number of seconds");
    pass(seconds);
    return {};
  }

  Status update(std::istringstream& words) {
    std::string what;
    int number = 0;
    if (!(words >> what >> number) || (what != "running" && what != "ended")) {
      return wrong("update needs running PERCENT or ended CODE");
    }
    if (what == "running") {
      update::Progress progress{update::Step::fetching, static_cast<uint64_t>(number), 100, update::Origin::stick};
      kiosk_.see_update(progress, last_, seconds_);
    } else {
      update::Report report;
      report.outcome = static_cast<update::Outcome>(number);
      report.version = 12;
      report.created = Instant(std::chrono::days(20'780));  // 2026-11-23
      report.bytes_needed = 210'000'000;
      kiosk_.see_update(std::nullopt, last_, seconds_);
      last_ = {report, Instant(std::chrono::seconds(static_cast<int64_t>(seconds_))), true};
      kiosk_.see_update(std::nullopt, last_, seconds_);
    }
    if (kiosk_.dirty()) stage_.draw();
    pass(0.6);
    return {};
  }

  Status expect(std::istringstream& words) {
    std::string screen, argument;
    words >> screen >> argument;
    const accessibility::Tree& tree = kiosk_.scene().tree;
    if (tree.screen == screen && (argument.empty() || tree.argument == argument)) return {};
    return wrong("expected " + screen + " " + argument + ", but the screen shows " + tree.screen + " " + tree.argument);
  }

  Kiosk& kiosk_;
  double seconds_;
  const ScriptStage& stage_;
  std::optional<update::OutcomeRecord> last_;  // of updates
};

}  // namespace

Status play_script(std::string_view script, Kiosk& kiosk, double seconds, const ScriptStage& stage) {
  Player player(kiosk, seconds, stage);
  stage.draw();
  std::istringstream lines{std::string(script)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    if (Status status = player.step(line); !status.ok()) {
      return Error{status.error().code, "script line " + std::to_string(number) + ": " + status.error().message + "."};
    }
  }
  return {};
}

}  // namespace kiosk::app
