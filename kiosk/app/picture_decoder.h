// Decodes pictures on a thread of its own, so that no frame waits for one. The thread begins with the first picture.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/graphics/image.h"

namespace kiosk::app {

class PictureDecoder {
 public:
  struct Decoded {
    std::string path;
    Result<graphics::Image> image;
  };

  // `ready` is called by the thread whenever take() has something new.
  explicit PictureDecoder(std::function<void()> ready) : ready_(std::move(ready)) {}
  ~PictureDecoder();
  PictureDecoder(const PictureDecoder&) = delete;
  PictureDecoder& operator=(const PictureDecoder&) = delete;

  void decode(std::string path, std::vector<uint8_t> bytes);
  bool any() const;
  std::vector<Decoded> take();
  // Nothing asked for before comes any more.
  void forget();

 private:
  struct Asked {
    std::string path;
    std::vector<uint8_t> bytes;
  };

  void work();

  const std::function<void()> ready_;
  mutable std::mutex mutex_;
  std::condition_variable news_;
  std::deque<Asked> asked_;
  std::vector<Decoded> decoded_;
  uint64_t generation_ = 0;  // of what was asked for since the last forget()
  bool quit_ = false;
  std::thread thread_;
};

}  // namespace kiosk::app
