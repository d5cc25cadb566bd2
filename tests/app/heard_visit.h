// A visit with ears: touches, keys and time in; out come the tree, what each way played sample by sample, and a
// transcript of what was heard. The voice is a tone (tests/speech/stage.h), the clock virtual.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/app/kiosk.h"
#include "kiosk/speech/recorder.h"
#include "tests/speech/stage.h"

namespace kiosk::test {

struct HeardSentence {
  std::string id, words;
  size_t begin = 0;  // sample
};

class HeardVisit {
 public:
  // `catalog` and `engine` outlive it. `prepare` changes what the kiosk is made of.
  HeardVisit(const catalog::Catalog& catalog, text::Engine& engine, const ui::Panel& panel,
             const std::function<void(app::Kiosk::Parts&)>& prepare = {});

  const accessibility::Tree& tree() const { return kiosk->scene().tree; }
  double seconds() const { return seconds_; }

  void wait(double seconds);
  void wait_until_silent();

  void down(float x, float y);
  void up(float x, float y);
  void move(float x, float y);
  // Touches the middle of what has this id and lets go.
  void tap(const std::string& id);
  // Speech mode: twice, at the pace of a hand.
  void double_tap(const std::string& id);
  void key(app::Key key);
  void press(int code);
  // Goes on with the keypad, deaf to everything but `words`, until they are heard.
  void go_to(const std::string& words);
  void headphones(bool in);

  // How many samples were recorded so far, on either way.
  size_t here() const { return recorder->heard(audio::Way::loudspeaker).samples.size(); }
  double level(audio::Way way, size_t begin, size_t end) const;
  // Nothing is heard from here to there.
  bool silent(audio::Way way, size_t begin, size_t end) const { return level(way, begin, end) < -60; }

  // Sentences and digits heard since the last call, in order; one a line.
  std::string take_transcript();
  const std::vector<HeardSentence>& transcript() const { return transcript_; }

  speech_tests::ToneSynthesizer* voice = nullptr;
  speech_tests::MapRecordings* recordings = nullptr;
  std::unique_ptr<speech::Recorder> recorder;
  std::unique_ptr<app::Kiosk> kiosk;

 private:
  void listen();
  std::pair<float, float> middle(const std::string& id);
  void draw();

  double seconds_ = 0;
  std::optional<speech::Now> last_;
  std::vector<HeardSentence> transcript_;
  size_t taken_ = 0;
};

}  // namespace kiosk::test
