#include "kiosk/app/pin_gate.h"

#include "kiosk/crypto/pin_hash.h"

namespace kiosk::app {

bool PinGate::try_pin(std::string_view digits, double seconds) {
  constexpr int kTries = 5;
  constexpr double kFirstLock = 300;
  if (locked_for(seconds) > 0 || hash_.empty()) return false;
  if (crypto::pin_matches(digits, hash_)) {
    wrong_ = 0;
    lock_ = kFirstLock;
    return true;
  }
  if (++wrong_ == kTries) {
    wrong_ = 0;
    locked_until_ = seconds + lock_;
    lock_ *= 2;
  }
  return false;
}

}  // namespace kiosk::app
