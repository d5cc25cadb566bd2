#include "kiosk/update/http_source.h"

namespace kiosk::update {

HttpSource::HttpSource(std::string address, std::unique_ptr<http::Client> client)
    : address_(std::move(address)), client_(std::move(client)) {
  if (address_.empty() || address_.back() != '/') address_ += '/';
}

Status HttpSource::read(const std::string& path, uint64_t offset, const Sink& sink) {
  return client_->get(address_ + path, offset, sink);
}

}  // namespace kiosk::update
