// A repository on a web server. Linked into kioskctl only.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/http/client.h"
#include "kiosk/update/back_off.h"
#include "kiosk/update/source.h"

namespace kiosk::update {

class HttpSource : public Source {
 public:
  using Pause = std::function<void(std::chrono::milliseconds)>;

  // `address` of the folder that holds metadata/, targets/ and objects/, with or without a slash at its end.
  // `seed` differs between kiosks; `pause` waits.
  HttpSource(std::string address, std::unique_ptr<http::Client> client, uint32_t seed, Pause pause);

  // What breaks off is taken up where it was after a pause, again and again as long as bytes arrive in between and the
  // client's time is not up; a server that gives nothing is asked six times, one that never gave anything three times.
  // A web page in place of a file is no file (Code::not_found): none of a repository's begins with "<".
  Status read(const std::string& path, uint64_t offset, const Sink& sink) override;
  bool has_answered() const override { return has_answered_; }
  http::Answer answer() const override { return answer_; }
  bool doubt_parts() override;

 private:
  std::string address_;
  std::unique_ptr<http::Client> client_;
  BackOff back_off_;
  Pause pause_;
  http::Answer answer_;
  bool has_answered_ = false, has_given_ = false;
  bool has_asked_for_parts_ = false, whole_only_ = false;
};

}  // namespace kiosk::update
