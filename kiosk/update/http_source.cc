#include "kiosk/update/http_source.h"

namespace kiosk::update {
namespace {

constexpr int kMaxTries = 6;
constexpr int kMaxTriesUnanswered = 3;

}  // namespace

HttpSource::HttpSource(std::string address, std::unique_ptr<http::Client> client, uint32_t seed, Pause pause)
    : address_(std::move(address)), client_(std::move(client)), back_off_(seed), pause_(std::move(pause)) {
  if (address_.empty() || address_.back() != '/') address_ += '/';
}

Status HttpSource::read(const std::string& path, uint64_t offset, const Sink& sink) {
  int tries = 0;
  for (;;) {
    bool refused = false;  // by the sink, whose word ends it
    Status status = client_->get(address_ + path, offset, [&](std::string_view piece) -> Status {
      if (!piece.empty()) {
        has_answered_ = true;
        offset += piece.size();
        tries = 0;
        back_off_.reset();
      }
      Status taken = sink(piece);
      refused = !taken.ok();
      return taken;
    });
    if (status.ok() || status.error().code != Code::interrupted) has_answered_ = true;
    if (status.ok() || refused || status.error().code != Code::interrupted || client_->time_is_up()) return status;
    if (++tries >= (has_answered_ ? kMaxTries : kMaxTriesUnanswered)) return status;
    pause_(back_off_.next());
  }
}

}  // namespace kiosk::update
