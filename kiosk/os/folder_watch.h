// Whether something in a folder was renamed into place or taken away (inotify): for files by which programs tell each
// other how they are, without polling. Sleeps while nothing happens.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

namespace kiosk::os {

class FolderWatch {
 public:
  virtual ~FolderWatch() = default;

  // Something happened since the last call. Answers at once; any thread.
  virtual bool take_news() = 0;

  // A folder that was not there may be now. To be called now and then: cheap, and costs nothing where it is watched.
  virtual void look_again() = 0;
};

// `changed` is called by a thread of the watch's own, never more often than once every `pause`: wake the frame loop,
// nothing else.
std::unique_ptr<FolderWatch> watch_folder(std::filesystem::path folder, std::chrono::milliseconds pause,
                                          std::function<void()> changed);

}  // namespace kiosk::os
