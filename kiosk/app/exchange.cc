#include "kiosk/app/exchange.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/log.h"

namespace kiosk::app {
namespace {

constexpr int kLongestWait = 60;

}  // namespace

std::optional<std::unique_ptr<catalog::Catalog>> Exchange::look(Content& content, const catalog::Catalog* shown) {
  const bool fails = shown && shown->damaged();
  if (!fails && !content.has_moved_on()) return std::nullopt;
  const int64_t current = content.current();
  if (std::exchange(tried_, current) != current) wait_ = 0, next_wait_ = 1;
  if (wait_ > 0) return --wait_, std::nullopt;
  wait_ = next_wait_;
  next_wait_ = std::min(2 * next_wait_, kLongestWait);
  auto next = content.open();
  if (next.ok()) return *std::move(next);
  if (std::exchange(told_, next.error().message) != next.error().message) {
    log(Priority::error, "no other content can be opened: " + next.error().message);
  }
  if (fails) return std::unique_ptr<catalog::Catalog>();
  return std::nullopt;
}

}  // namespace kiosk::app
