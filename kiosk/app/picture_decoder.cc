#include "kiosk/app/picture_decoder.h"

#include <utility>

namespace kiosk::app {

PictureDecoder::~PictureDecoder() {
  {
    std::lock_guard lock(mutex_);
    quit_ = true;
  }
  news_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void PictureDecoder::decode(std::string path, std::vector<uint8_t> bytes) {
  {
    std::lock_guard lock(mutex_);
    asked_.push_back({std::move(path), std::move(bytes)});
  }
  if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
  news_.notify_one();
}

bool PictureDecoder::any() const {
  std::lock_guard lock(mutex_);
  return !decoded_.empty();
}

std::vector<PictureDecoder::Decoded> PictureDecoder::take() {
  std::lock_guard lock(mutex_);
  return std::exchange(decoded_, {});
}

void PictureDecoder::forget() {
  std::lock_guard lock(mutex_);
  asked_.clear();
  decoded_.clear();
  ++generation_;
}

void PictureDecoder::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    news_.wait(lock, [this] { return quit_ || !asked_.empty(); });
    if (quit_) return;
    Asked next = std::move(asked_.front());
    asked_.pop_front();
    const uint64_t generation = generation_;
    lock.unlock();
    Decoded done{std::move(next.path), graphics::decode_image(next.bytes)};
    lock.lock();
    if (generation != generation_) continue;
    decoded_.push_back(std::move(done));
    // All of a page at once, so that its pictures appear together.
    if (!asked_.empty()) continue;
    lock.unlock();
    ready_();
    lock.lock();
  }
}

}  // namespace kiosk::app
