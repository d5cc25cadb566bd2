#include "kiosk/audio/player.h"

// The problem: pressing stop must be silence within 100 ms (R5) and pause must go on at the very sample, while devices
// queue sound ahead, block, and disappear.
// The choice: callers only change `wanted_`, under a mutex, and never touch a device. The feeding thread compares that
// with what it is doing, cuts first and thinks later. It remembers where in which piece each written block came from,
// so that from the number of samples the sink has played it knows which sample was heard last. Whatever happens then (a
// pause, a change of device, a device that is pulled out) is one operation: cut, rewind to the sample heard last, write
// on. Without a device a silent sink plays at the pace of the clock, so that the page goes on following the words.
// Rejected: stopping the device from the caller's thread, which waits as long as the driver likes.
// This breaks if a sink's played() goes backwards between two cuts.

#include <algorithm>

#include "kiosk/audio/silent_sink.h"
#include "kiosk/base/check.h"

namespace kiosk::audio {

namespace {

// The sinks hold 160 ms; a round every 40 ms leaves a busy machine room to be late.
constexpr milliseconds kRound(40);
// A device keeps running this long after the last sound, so that the next word does not wait for it to start.
constexpr milliseconds kBeforeRest(2000);

}  // namespace

Player::Player(std::unique_ptr<Sink> loudspeaker, std::unique_ptr<Sink> headphones, Clock clock,
               std::function<void()> changed)
    : silent_(std::make_unique<SilentSink>(clock)), clock_(std::move(clock)), changed_(std::move(changed)) {
  sinks_[0] = std::move(loudspeaker);
  sinks_[1] = std::move(headphones);
  KIOSK_CHECK(sinks_[0] && sinks_[1]);
}

void Player::wake_locked() {
  woken_ = true;
  asked_.notify_all();
}

void Player::start(Way way) {
  std::lock_guard lock(mutex_);
  ++wanted_.queue;
  wanted_.playing = true;
  wanted_.paused = false;
  wanted_.way = way;
  pieces_.clear();
  first_piece_ = 0;
  closed_ = false;
  heard_.reset();
  wake_locked();
}

void Player::append(Piece piece) {
  KIOSK_CHECK(piece.sound && piece.begin <= piece.end && piece.end <= piece.sound->samples.size());
  std::lock_guard lock(mutex_);
  if (piece.begin == piece.end || !wanted_.playing) return;
  pieces_.push_back(std::move(piece));
  wake_locked();
}

void Player::close() {
  std::lock_guard lock(mutex_);
  closed_ = true;
  wake_locked();
}

void Player::stop() {
  std::lock_guard lock(mutex_);
  ++wanted_.queue;
  wanted_.playing = wanted_.paused = false;
  pieces_.clear();
  first_piece_ = 0;
  heard_.reset();
  wake_locked();
}

void Player::pause() {
  std::lock_guard lock(mutex_);
  wanted_.paused = wanted_.playing;
  wake_locked();
}

void Player::resume() {
  std::lock_guard lock(mutex_);
  wanted_.paused = false;
  wake_locked();
}

void Player::set_gain(Way way, float gain) {
  std::lock_guard lock(mutex_);
  wanted_.gain[static_cast<int>(way)] = std::clamp(gain, 0.0f, 1.0f);
  wake_locked();
}

std::optional<Player::Heard> Player::heard() const {
  std::lock_guard lock(mutex_);
  return heard_;
}

size_t Player::waiting() const {
  std::lock_guard lock(mutex_);
  return pieces_.empty() ? 0 : pieces_.size() - (heard_ ? 1 : 0);
}

bool Player::finished() const {
  std::lock_guard lock(mutex_);
  return !wanted_.playing;
}

bool Player::paused() const {
  std::lock_guard lock(mutex_);
  return wanted_.paused;
}

std::optional<std::string> Player::trouble(Way way) const {
  std::lock_guard lock(mutex_);
  return trouble_[static_cast<int>(way)];
}

void Player::wait(std::optional<milliseconds> time) {
  std::unique_lock lock(mutex_);
  auto woken = [this] { return woken_; };
  if (time)
    asked_.wait_for(lock, *time, woken);
  else
    asked_.wait(lock, woken);
  woken_ = false;
}

void Player::wake() {
  std::lock_guard lock(mutex_);
  wake_locked();
}

void Player::probe() {
  for (Way way : {Way::loudspeaker, Way::headphones}) {
    sink(way).ready();
    sink(way).release();
    note_trouble(way);
  }
}

void Player::note_trouble(Way way) {
  auto now = sink(way).trouble();
  bool changed = false;
  {
    std::lock_guard lock(mutex_);
    std::optional<std::string>& known = trouble_[static_cast<int>(way)];
    changed = known != now;
    known = std::move(now);
  }
  if (changed && changed_) changed_();
}

// Tries the devices that failed when their time has come; until the next time.
std::optional<milliseconds> Player::try_again() {
  std::optional<milliseconds> wait;
  for (Way way : {Way::loudspeaker, Way::headphones}) {
    Sink& failed = sink(way);
    if (failed.next_try() && *failed.next_try() <= clock_()) {
      if (failed.ready() && using_ != &failed) failed.release();
      note_trouble(way);
    }
    if (auto next = failed.next_try()) {
      auto until = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(*next - clock_()));
      wait = wait ? std::min(*wait, until) : until;
    }
  }
  return wait;
}

std::optional<milliseconds> Player::feed() {
  Wanted wanted;
  {
    std::lock_guard lock(mutex_);
    wanted = wanted_;
  }
  if (wanted.queue != fed_queue_) begin_queue(wanted);
  if (wanted.paused) {
    if (!silenced_ && using_) {
      note_heard();
      using_->cut();
      rewind_to_heard();
    }
    silenced_ = true;
    return idle();
  }
  silenced_ = false;
  if (!wanted.playing) return idle();

  idle_since_.reset();
  try_again();
  choose(wanted);
  note_heard();
  for (int room = using_->room(); room > 0 && write_block(); --room) {}
  return kRound;
}

// Silence first; everything else can take its time.
void Player::begin_queue(const Wanted& wanted) {
  if (using_) using_->cut();
  fed_queue_ = wanted.queue;
  rewind_to_heard();
}

// Feeds the wanted sink if it works, else the silent one. On a change the old one falls silent first, and the new one
// goes on from the last sample that was heard.
void Player::choose(const Wanted& wanted) {
  Sink& real = sink(wanted.way);
  Sink* other = wanted.way == Way::loudspeaker ? &sink(Way::headphones) : &sink(Way::loudspeaker);
  if (using_ == other) {
    other->cut();
    other->release();  // before the other way opens: both may be the same hardware
    using_ = nullptr;
  }
  bool works = real.ready();
  note_trouble(wanted.way);
  Sink* chosen = works ? &real : silent_.get();
  if (chosen != using_) {
    chosen->cut();
    rewind_to_heard();
    using_ = chosen;
  }
  using_->set_gain(wanted.gain[static_cast<int>(wanted.way)]);
}

// What was written and not heard will be written again.
void Player::rewind_to_heard() {
  std::lock_guard lock(mutex_);
  written_.clear();
  written_samples_ = played_ = 0;
  next_piece_ = first_piece_;
  next_sample_ = heard_ && !pieces_.empty() ? heard_->sample : 0;
}

bool Player::write_block() {
  Piece piece;
  {
    std::lock_guard lock(mutex_);
    if (wanted_.queue != fed_queue_) return false;
    for (;;) {
      if (next_piece_ - first_piece_ >= pieces_.size()) return false;
      piece = pieces_[next_piece_ - first_piece_];
      next_sample_ = std::max(next_sample_, piece.begin);
      if (next_sample_ < piece.end) break;
      ++next_piece_;
      next_sample_ = 0;
    }
  }
  size_t count = std::min(Sink::kBlock, piece.end - next_sample_);
  using_->write(std::span(piece.sound->samples).subspan(next_sample_, count));
  written_.push_back({written_samples_, written_samples_ + count, next_piece_, next_sample_});
  written_samples_ += count;
  next_sample_ += count;
  return true;
}

void Player::note_heard() {
  played_ = std::max(played_, using_->played());
  bool changed = false;
  {
    std::lock_guard lock(mutex_);
    if (wanted_.queue != fed_queue_) return;
    while (written_.size() > 1 && written_.front().end <= played_) written_.pop_front();
    if (!written_.empty() && played_ > written_.front().begin) {
      const Written& block = written_.front();
      for (; first_piece_ < block.piece; ++first_piece_) pieces_.pop_front();
      Heard heard{pieces_.front().tag, block.sample + std::min(played_, block.end) - block.begin};
      changed = !heard_ || heard_->tag != heard.tag;
      heard_ = heard;
    }
    bool at_end = pieces_.empty() || (pieces_.size() == 1 && heard_ && heard_->sample == pieces_.front().end);
    if (closed_ && at_end && wanted_.playing) {
      wanted_.playing = false;
      changed = true;
    }
  }
  if (changed && changed_) changed_();
}

std::optional<milliseconds> Player::idle() {
  std::optional<milliseconds> wait = try_again();
  if (!using_) return wait;
  auto now = clock_();
  if (!idle_since_) idle_since_ = now;
  auto rested = std::chrono::ceil<milliseconds>(now - *idle_since_);
  if (rested >= kBeforeRest) {
    using_->rest();
    return wait;
  }
  return std::min(kBeforeRest - rested, wait.value_or(kBeforeRest));
}

}  // namespace kiosk::audio
