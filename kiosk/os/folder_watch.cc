#include "kiosk/os/folder_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include "kiosk/base/check.h"
#include "kiosk/os/descriptor.h"

namespace kiosk::os {
namespace {

class Watch : public FolderWatch {
 public:
  Watch(std::filesystem::path folder, std::chrono::milliseconds pause, std::function<void()> changed)
      : folder_(std::move(folder)),
        pause_(pause),
        changed_(std::move(changed)),
        quit_(eventfd(0, EFD_CLOEXEC)),
        notices_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    KIOSK_CHECK(quit_.get() >= 0);
    add();
    if (notices_.get() >= 0) thread_ = std::thread([this] { run(); });
  }
  ~Watch() override {
    uint64_t one = 1;
    KIOSK_CHECK(write(quit_.get(), &one, sizeof one) == sizeof one);
    if (thread_.joinable()) thread_.join();
  }

  bool take_news() override { return news_.exchange(false); }

  void look_again() override {
    // What lies in a folder that has just appeared may be news already.
    if (watch_ < 0 && add()) news_ = true;
  }

 private:
  bool add() {
    watch_ = inotify_add_watch(notices_.get(), folder_.c_str(), IN_MOVED_TO | IN_DELETE | IN_ONLYDIR);
    return watch_ >= 0;
  }

  // False: told to end.
  bool sleep(std::chrono::milliseconds time) {
    pollfd quit{quit_.get(), POLLIN, 0};
    return poll(&quit, 1, static_cast<int>(time.count())) == 0;
  }

  void run() {
    for (;;) {
      pollfd waiting[] = {{quit_.get(), POLLIN, 0}, {notices_.get(), POLLIN, 0}};
      if (poll(waiting, 2, -1) < 0 && errno != EINTR) return;
      if (waiting[0].revents) return;
      if (!waiting[1].revents) continue;
      receive();
      news_ = true;
      if (changed_) changed_();
      if (!sleep(pause_)) return;
    }
  }

  void receive() {
    alignas(inotify_event) char buffer[4096];
    for (ssize_t size; (size = read(notices_.get(), buffer, sizeof buffer)) > 0;) {
      for (ssize_t at = 0; at < size;) {
        inotify_event event;
        std::memcpy(&event, buffer + at, sizeof event);
        // The folder itself is gone: look_again() finds the next one of its name.
        if (event.mask & IN_IGNORED && event.wd == watch_) watch_ = -1;
        at += static_cast<ssize_t>(sizeof event + event.len);
      }
    }
  }

  const std::filesystem::path folder_;
  const std::chrono::milliseconds pause_;
  const std::function<void()> changed_;
  Descriptor quit_, notices_;
  std::atomic<int> watch_ = -1;
  std::atomic<bool> news_ = false;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<FolderWatch> watch_folder(std::filesystem::path folder, std::chrono::milliseconds pause,
                                          std::function<void()> changed) {
  return std::make_unique<Watch>(std::move(folder), pause, std::move(changed));
}

}  // namespace kiosk::os
