// A repository on a web server. Linked into kioskctl only.
#pragma once

#include <memory>
#include <string>

#include "kiosk/http/client.h"
#include "kiosk/update/source.h"

namespace kiosk::update {

class HttpSource : public Source {
 public:
  // `address` of the folder that holds metadata/, targets/ and objects/, with or without a slash at its end.
  HttpSource(std::string address, std::unique_ptr<http::Client> client);

  Status read(const std::string& path, uint64_t offset, const Sink& sink) override;

 private:
  std::string address_;
  std::unique_ptr<http::Client> client_;
};

}  // namespace kiosk::update
