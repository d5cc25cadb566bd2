#include "kiosk/speech/speaker.h"

// Three threads share the work. The UI thread asks and gets its answer at once. One thread prepares: decoding and
// synthesis take longer than a frame. One thread feeds the sinks: a device may block. Each new beginning raises
// `generation_`; whatever was being prepared for an older one is thrown away when it is done, because a synthesizer
// cannot be interrupted in the middle of a word. What may be said where (R56) is decided in one place, start_at(), so
// that repeating, another pace and resuming are judged like a first play.

#include <algorithm>
#include <utility>

#include "kiosk/base/check.h"

namespace kiosk::speech {

namespace {

// Pieces kept ahead of the listener: about two sentences, or a group of digits, with their gaps.
constexpr size_t kAhead = 5;

}  // namespace

Speaker::Speaker(Parts parts, Drive drive)
    : parts_(std::move(parts)),
      player_(std::move(parts_.loudspeaker), std::move(parts_.headphones), parts_.clock, [this] { player_changed(); }),
      preparation_(std::make_unique<Preparation>(parts_.synthesizer.get(), parts_.recordings.get())) {
  set_gains();
  if (drive == Drive::by_hand) return;
  preparer_ = std::thread([this] { prepare_until_quit(); });
  feeder_ = std::thread([this] { feed_until_quit(); });
}

Speaker::~Speaker() {
  {
    std::lock_guard lock(mutex_);
    quit_ = true;
    player_.stop();
    work_.notify_all();
  }
  player_.wake();
  if (preparer_.joinable()) preparer_.join();
  if (feeder_.joinable()) feeder_.join();
}

Voice Speaker::voice_for(const Utterance& utterance) const {
  return speech::voice_for(utterance, parts_.synthesizer.get(), parts_.recordings.get());
}

Answer Speaker::play(std::vector<Utterance> queue, catalog::Sensitivity page, Asked asked) {
  std::erase_if(queue, [&](const Utterance& utterance) { return voice_for(utterance) == Voice::none; });
  std::lock_guard lock(mutex_);
  stop_locked();
  page_ = page;
  asked_ = asked;
  if (queue.empty()) return Answer::no_voice;
  queue_ = std::move(queue);
  return start_at({});
}

// REQUIRES: mutex_ is held, queue_ is not empty
Answer Speaker::start_at(Cursor cursor) {
  auto way = privacy_.way(page_, asked_);
  if (!way) {
    stop_locked();
    return Answer::private_only;
  }
  ++generation_;
  next_ = cursor;
  all_prepared_ = false;
  preparing_pace_ = pace_;
  marks_.clear();
  set_gains();
  player_.start(*way);
  due_ = true;
  work_.notify_all();
  return Answer::speaking;
}

void Speaker::stop_locked() {
  ++generation_;
  player_.stop();
  queue_.clear();
  marks_.clear();
  all_prepared_ = true;
}

void Speaker::stop() {
  std::lock_guard lock(mutex_);
  stop_locked();
}

void Speaker::pause() { player_.pause(); }

void Speaker::resume() {
  std::lock_guard lock(mutex_);
  if (!player_.paused()) return;
  if (pace_ == preparing_pace_)
    player_.resume();
  else
    start_at(heard_cursor().value_or(Cursor{}));
}

// REQUIRES: mutex_ is held
std::optional<Speaker::Cursor> Speaker::heard_cursor() const {
  auto heard = player_.heard();
  if (!heard || heard->tag >= marks_.size()) return std::nullopt;
  return marks_[heard->tag].cursor;
}

Answer Speaker::repeat() {
  std::lock_guard lock(mutex_);
  if (queue_.empty()) return Answer::no_voice;
  Cursor cursor = heard_cursor().value_or(Cursor{});
  if (queue_[cursor.utterance].kind == Kind::number) cursor.part = 0;
  return start_at(cursor);
}

void Speaker::set_pace(Pace pace) {
  if (pace == pace_) return;
  pace_ = pace;
  std::lock_guard lock(mutex_);
  if (!queue_.empty() && !player_.finished() && !player_.paused()) start_at(heard_cursor().value_or(Cursor{}));
}

std::optional<Now> Speaker::now() const {
  std::lock_guard lock(mutex_);
  if (player_.finished()) return std::nullopt;
  auto heard = player_.heard();
  if (!heard || heard->tag >= marks_.size()) return std::nullopt;
  return marks_[heard->tag].now;
}

State Speaker::state() const {
  if (player_.finished()) return State::silent;
  return player_.paused() ? State::paused : State::speaking;
}

void Speaker::set_headphones(bool plugged_in) {
  if (plugged_in == privacy_.headphones()) return;
  stop();
  privacy_.set_headphones(plugged_in);
}

bool Speaker::louder() {
  bool changed = volume_.up();
  set_gains();
  return changed;
}

bool Speaker::quieter() {
  bool changed = volume_.down();
  set_gains();
  return changed;
}

void Speaker::begin_with(audio::Volume volume) {
  first_volume_ = volume_ = volume;
  set_gains();
}

void Speaker::set_gains() {
  auto gain = [&](audio::Way way, const audio::Calibration& calibration) {
    player_.set_gain(way, audio::gain_of(volume_.decibels() + calibration.trim() + Privacy::trim(page_, way)));
  };
  gain(audio::Way::loudspeaker, parts_.loudspeaker_calibration);
  gain(audio::Way::headphones, parts_.headphones_calibration);
}

void Speaker::end_session() {
  stop();
  privacy_.reset();
  volume_ = first_volume_;
  pace_ = Pace::normal;
  page_ = catalog::Sensitivity::green;
  asked_ = Asked::automatically;
  set_gains();
  std::lock_guard lock(mutex_);
  forget_ = due_ = true;  // by the thread that prepares: it may be in the middle of a word, and nothing waits for it
  work_.notify_all();
}

void Speaker::set_recordings(std::unique_ptr<Recordings> recordings) {
  stop();
  std::lock_guard preparing(preparing_);
  preparation_ = std::make_unique<Preparation>(parts_.synthesizer.get(), recordings.get());
  parts_.recordings = std::move(recordings);
}

// Prepares the next part if the listener may soon need it. False when there was nothing to do.
bool Speaker::prepare_one() {
  uint64_t generation = 0;
  Cursor cursor;
  Utterance utterance;
  Pace pace = Pace::normal;
  {
    std::lock_guard lock(mutex_);
    if (std::exchange(forget_, false)) {
      std::lock_guard preparing(preparing_);
      preparation_->forget();
    }
    if (all_prepared_ || player_.waiting() >= kAhead) return false;
    if (next_.utterance == queue_.size()) {
      all_prepared_ = true;
      player_.close();
      return true;
    }
    generation = generation_;
    cursor = next_;
    utterance = queue_[cursor.utterance];
    pace = preparing_pace_;
  }
  std::optional<Part> part;
  {
    std::lock_guard preparing(preparing_);
    part = preparation_->part(utterance, cursor.part, pace);
  }
  std::lock_guard lock(mutex_);
  if (generation != generation_) return true;  // something else was asked for meanwhile
  if (!part) {
    next_ = {cursor.utterance + 1, 0};
    return true;
  }
  next_ = {cursor.utterance, cursor.part + 1};
  if (!part->sound) return true;
  const uint64_t tag = marks_.size();
  if (tag > 0 && part->gap_before.count() > 0) {
    // The pause belongs to what was said before it: the highlight moves on with the voice.
    auto gap = std::make_shared<const audio::Sound>(audio::silence(part->gap_before));
    player_.append({tag - 1, gap, 0, gap->samples.size()});
  }
  marks_.push_back({cursor, {utterance.id, utterance.kind, cursor.part, utterance.text, part->range, part->voice}});
  player_.append({tag, part->sound, part->begin, part->end});
  return true;
}

void Speaker::turn() {
  KIOSK_CHECK(!preparer_.joinable());
  while (prepare_one()) {}
  player_.feed();
}

void Speaker::prepare_until_quit() {
  for (;;) {
    while (prepare_one()) {}
    std::unique_lock lock(mutex_);
    work_.wait(lock, [this] { return due_ || quit_; });
    due_ = false;
    if (quit_) return;
  }
}

void Speaker::feed_until_quit() {
  player_.probe();
  for (;;) {
    auto next = player_.feed();
    {
      std::lock_guard lock(mutex_);
      if (quit_) return;
    }
    player_.wait(next);
  }
}

void Speaker::player_changed() {
  {
    std::lock_guard lock(mutex_);
    due_ = true;
    work_.notify_all();
  }
  if (parts_.changed) parts_.changed();
}

}  // namespace kiosk::speech
