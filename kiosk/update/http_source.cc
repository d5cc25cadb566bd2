#include "kiosk/update/http_source.h"

namespace kiosk::update {
namespace {

constexpr int kMaxTries = 6;
constexpr int kMaxTriesUnanswered = 3;

bool begins_a_page(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  const size_t at = text.find_first_not_of(" \t\r\n");
  return at != std::string_view::npos && text[at] == '<';
}

bool has_spoken(http::Answered how) {
  return how != http::Answered::nobody && how != http::Answered::unknown_name && how != http::Answered::proxy_silent;
}

}  // namespace

HttpSource::HttpSource(std::string address, std::unique_ptr<http::Client> client, uint32_t seed, Pause pause)
    : address_(std::move(address)), client_(std::move(client)), back_off_(seed), pause_(std::move(pause)) {
  if (address_.empty() || address_.back() != '/') address_ += '/';
}

Status HttpSource::read(const std::string& path, uint64_t offset, const Sink& sink) {
  int tries = 0;
  for (;;) {
    bool refused = false;  // by the sink, whose word ends it
    bool is_page = false;
    const bool from_start = offset == 0;
    has_asked_for_parts_ = has_asked_for_parts_ || (offset > 0 && !whole_only_);
    bool first = true;
    Status status = client_->get(address_ + path, offset, whole_only_ ? http::Ranges::no : http::Ranges::yes,
                                 [&](std::string_view piece) -> Status {
                                   is_page = from_start && first && begins_a_page(piece);
                                   if (is_page) return Error{Code::not_found, path + " is not there: a web page came."};
                                   first = first && piece.empty();
                                   if (!piece.empty()) {
                                     has_given_ = true;
                                     offset += piece.size();
                                     tries = 0;
                                     back_off_.reset();
                                   }
                                   Status taken = sink(piece);
                                   refused = !taken.ok();
                                   return taken;
                                 });
    answer_ = client_->answer();
    if (is_page) answer_.how = http::Answered::web_page;
    has_answered_ = has_answered_ || has_spoken(answer_.how);
    if (status.ok() || refused || status.error().code != Code::interrupted) return status;
    if (++tries >= (has_given_ ? kMaxTries : kMaxTriesUnanswered)) return status;
    // Not before time_left() either: a transfer that was given all of it ends a little early, and a pause that outlasts
    // the rest only keeps the next run waiting.
    const auto wait = back_off_.next();
    if (client_->time_left() <= wait) return status;
    pause_(wait);
  }
}

bool HttpSource::doubt_parts() {
  if (!has_asked_for_parts_ || whole_only_) return false;
  return whole_only_ = true;
}

}  // namespace kiosk::update
