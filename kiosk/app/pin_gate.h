// Counts tries at the staff's PIN: five wrong ones shut the gate for five minutes, and each further five for twice as
// long (R73). The count is kept in memory alone: who can cut the power can also open the case.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::app {

class PinGate {
 public:
  // `hash` as crypto::hash_pin() made it. Empty: the gate stays shut.
  explicit PinGate(std::string hash) : hash_(std::move(hash)) {}

  bool has_pin() const { return !hash_.empty(); }

  // Seconds until the next try; 0: now.
  double locked_for(double seconds) const { return seconds < locked_until_ ? locked_until_ - seconds : 0; }

  // False for a wrong PIN and while locked. Takes a tenth of a second, on purpose.
  bool try_pin(std::string_view digits, double seconds);

 private:
  std::string hash_;
  int wrong_ = 0;
  double lock_ = 300;  // seconds of the next lock
  double locked_until_ = 0;
};

}  // namespace kiosk::app
