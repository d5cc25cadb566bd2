// What a function returns when the world can fail it: a value, or an Error that says what was tried, on what, and
// what to do next. Absence is not an error (use std::optional); our own bugs are KIOSK_CHECK.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "kiosk/base/check.h"

namespace kiosk {

enum class Code {
  invalid,      // the input is not of its form
  not_found,    // what was named is not there
  io,           // reading or writing failed
  no_space,     // the disk is full
  damaged,      // bytes are there, but not the right ones
  refused,      // understood and not allowed (signature, policy, expiry)
  unsupported,  // well-formed, but nothing we handle
  interrupted,  // cut short; trying again continues
  older,        // genuine, but older than what is already here
  expired,      // genuine, but past the date its signers set
};

struct Error {
  Code code = Code::invalid;
  std::string message;  // one sentence for a person: what was tried, on what, what to do
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok()
  const Error& error() const {
    KIOSK_CHECK(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  T& value() {
    KIOSK_CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const {
    KIOSK_CHECK(ok());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    KIOSK_CHECK(error_.has_value());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

// Success or an Error, nothing else.
using Status = Result<void>;

}  // namespace kiosk

// Declares `name` as the value of `expression`, a Result; returns its error from the enclosing function otherwise.
#define KIOSK_TRY(name, expression)                      \
  auto name##_result = (expression);                     \
  if (!name##_result.ok()) return name##_result.error(); \
  auto& name = *name##_result

// Returns the error of `expression`, a Result, from the enclosing function.
#define KIOSK_TRY_STATUS(expression)                                        \
  do {                                                                      \
    if (auto status_ = (expression); !status_.ok()) return status_.error(); \
  } while (false)
