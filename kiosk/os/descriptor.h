// A file descriptor, closed when its owner goes. The only place that closes one.
#pragma once

#include <unistd.h>

#include <utility>

namespace kiosk::os {

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  bool open() const { return number_ >= 0; }
  // -1: none.
  int get() const { return number_; }

 private:
  int number_;
};

}  // namespace kiosk::os
