// Where a repository is read from: a folder (a stick, a mirror on the own disk) or an HTTPS address.
// A source is not trusted: it may be wrong, slow, endless or say something else the second time. One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/http/answer.h"

namespace kiosk::update {

class Source {
 public:
  // Takes the next bytes; an error ends the reading and becomes its result.
  using Sink = std::function<Status(std::string_view)>;

  virtual ~Source() = default;

  // Gives the bytes of `path` ("metadata/2.root.json", "objects/ab/..."), from `offset` on, to `sink`; perhaps not to
  // the end, so what is missing is asked for as long as something comes.
  // Error: Code::not_found when the source says there is no such file; Code::interrupted when it went away in the
  // middle and trying again may help; others as they are.
  virtual Status read(const std::string& path, uint64_t offset, const Sink& sink) = 0;

  // Whether anything ever came from it, if only the news that there is no such file.
  virtual bool has_answered() const { return true; }

  // How the last reading was answered, where somebody can be named for it.
  virtual http::Answer answer() const { return {}; }

  // Told that what was put together of several parts is wrong. Whether that was so: then everything is read whole from
  // now on, and trying again makes sense.
  virtual bool doubt_parts() { return false; }

  // The whole of a small file. Error: as read(), and Code::damaged when it has more than `max_bytes`.
  Result<std::string> read_all(const std::string& path, size_t max_bytes);
};

}  // namespace kiosk::update
