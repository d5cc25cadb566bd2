#include "kiosk/os/headphone_jack.h"

#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <map>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/base/check.h"
#include "kiosk/os/descriptor.h"

namespace kiosk::os {

namespace {

bool bit(const unsigned long* bits, unsigned index) {
  constexpr unsigned kBits = 8 * sizeof(unsigned long);
  return bits[index / kBits] >> (index % kBits) & 1;
}

class Watch : public HeadphoneJack {
 public:
  Watch(std::filesystem::path folder, std::function<void()> changed)
      : folder_(std::move(folder)),
        changed_(std::move(changed)),
        quit_(eventfd(0, EFD_CLOEXEC)),
        arrivals_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    KIOSK_CHECK(quit_.get() >= 0);
    // IN_ATTRIB too: udev gives a new device to its group a moment after it appeared.
    if (arrivals_.get() >= 0) inotify_add_watch(arrivals_.get(), folder_.c_str(), IN_CREATE | IN_ATTRIB | IN_DELETE);
    look();
    state_ = state();
    thread_ = std::thread([this] { run(); });
  }
  ~Watch() override {
    uint64_t one = 1;
    KIOSK_CHECK(write(quit_.get(), &one, sizeof one) == sizeof one);
    thread_.join();
  }

  std::optional<bool> plugged_in() const override {
    const int now = state_;
    if (now == kNone) return std::nullopt;
    return now == kIn;
  }

 private:
  enum State : int { kNone, kOut, kIn };
  struct Jack {
    Descriptor device;
    bool in = false;
  };

  void look() {
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder_, error), end; !error && entry != end;
         entry.increment(error)) {
      const std::string name = entry->path().filename();
      if (name.rfind("event", 0) == 0 && !jacks_.count(name)) try_open(name);
    }
  }

  void try_open(const std::string& name) {
    Descriptor device(open((folder_ / name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (device.get() < 0) return;
    unsigned long can[SW_CNT / (8 * sizeof(unsigned long)) + 1] = {}, is[std::size(can)] = {};
    if (ioctl(device.get(), EVIOCGBIT(EV_SW, sizeof can), can) < 0 || !bit(can, SW_HEADPHONE_INSERT)) return;
    if (ioctl(device.get(), EVIOCGSW(sizeof is), is) < 0) return;
    jacks_[name] = {std::move(device), bit(is, SW_HEADPHONE_INSERT)};
  }

  State state() const {
    for (const auto& [name, jack] : jacks_)
      if (jack.in) return kIn;
    return jacks_.empty() ? kNone : kOut;
  }

  void run() {
    for (;;) {
      std::vector<pollfd> waiting{{quit_.get(), POLLIN, 0}, {arrivals_.get(), POLLIN, 0}};
      for (const auto& [name, jack] : jacks_) waiting.push_back({jack.device.get(), POLLIN, 0});
      if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if (waiting[0].revents) return;
      for (auto jack = jacks_.begin(); jack != jacks_.end();)
        jack = receive(jack->second) ? std::next(jack) : jacks_.erase(jack);
      if (waiting[1].revents) {
        char notices[4096];
        while (read(arrivals_.get(), notices, sizeof notices) > 0) {}
        look();
      }
      const State now = state();
      if (state_.exchange(now) != now && changed_) changed_();
    }
  }

  // False when the device is gone.
  bool receive(Jack& jack) {
    for (;;) {
      uint8_t events[64 * sizeof(input_event)];
      ssize_t size = read(jack.device.get(), events, sizeof events);
      if (size < 0) return errno == EAGAIN || errno == EINTR;
      if (size == 0) return false;
      if (auto in = headphones_in_events({events, static_cast<size_t>(size)})) jack.in = *in;
    }
  }

  std::filesystem::path folder_;
  std::function<void()> changed_;
  Descriptor quit_, arrivals_;
  std::map<std::string, Jack> jacks_;  // of the watching thread, once it runs
  std::atomic<int> state_ = kNone;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<HeadphoneJack> watch_headphone_jack(const std::filesystem::path& folder,
                                                    std::function<void()> changed) {
  return std::make_unique<Watch>(folder, std::move(changed));
}

std::optional<bool> headphones_in_events(std::span<const uint8_t> events) {
  std::optional<bool> in;
  for (; events.size() >= sizeof(input_event); events = events.subspan(sizeof(input_event))) {
    input_event event;
    std::memcpy(&event, events.data(), sizeof event);
    if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) in = event.value != 0;
  }
  return in;
}

}  // namespace kiosk::os
