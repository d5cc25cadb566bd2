#include <doctest/doctest.h>

#include "kiosk/crypto/pin_hash.h"

using namespace kiosk::crypto;

TEST_CASE("R73: a PIN is kept as a salted hash that only the same digits match") {
  std::string kept = hash_pin("271828");
  CHECK(is_pin_hash(kept));
  CHECK(kept.find("271828") == std::string::npos);
  CHECK(pin_matches("271828", kept));
  CHECK_FALSE(pin_matches("271829", kept));
  CHECK_FALSE(pin_matches("2718280", kept));
  CHECK_FALSE(pin_matches("", kept));
  CHECK(hash_pin("271828") != kept);  // another salt
}

TEST_CASE("R73: a PIN has six digits at least and nothing but digits") {
  CHECK(is_pin("123456"));
  CHECK_FALSE(is_pin("12345"));
  CHECK_FALSE(is_pin("12345a"));
  CHECK_FALSE(is_pin("1234567890123"));
}

TEST_CASE("a hash of another form matches nothing") {
  std::string kept = hash_pin("271828");
  for (const std::string& wrong :
       {std::string(), std::string("271828"), kept.substr(1), kept + "0", "scrypt$30" + kept.substr(9)}) {
    CHECK_FALSE(is_pin_hash(wrong));
    CHECK_FALSE(pin_matches("271828", wrong));
  }
}
