#include "kiosk/update/holdings.h"

#include <algorithm>

namespace kiosk::update {

Holdings::Holdings(const Store& store, const std::string& first_root)
    : store_(store),
      roots_(load_trusted_roots(store, first_root)),
      another_owner_(owner_of(store, first_root) == Owner::another),
      numbers_(release_numbers(store)),
      bad_(read_bad_releases(store)) {
  auto there = [&](int64_t number) { return std::binary_search(numbers_.begin(), numbers_.end(), number); };
  const int64_t linked = current_release(store).value_or(0);
  if (there(linked)) {
    current_ = linked;
    return;
  }
  for (int64_t number : numbers_) {
    if (!is_bad(number)) current_ = number;
  }
}

bool Holdings::is_bad(int64_t number) const {
  return std::any_of(bad_.begin(), bad_.end(), [&](const BadRelease& bad) { return bad.number == number; });
}

int64_t Holdings::before(int64_t number) const {
  int64_t found = 0;
  for (int64_t other : numbers_) {
    if (other < number && !is_bad(other)) found = other;
  }
  return found;
}

const Proven* Holdings::proven(int64_t number) {
  auto known = proven_.find(number);
  if (known == proven_.end()) {
    known = proven_.emplace(number, std::nullopt).first;
    auto proof = roots_.ok() ? read_proof(store_.release(number)) : Result<Proof>(roots_.error());
    if (proof.ok()) {
      if (auto edition = prove(*roots_, *proof); edition.ok()) known->second = *edition;
    }
  }
  return known->second ? &*known->second : nullptr;
}

const Proven* Holdings::newest() {
  if (numbers_.empty() || !roots_.ok()) return nullptr;
  if (const Proven* edition = proven(numbers_.back())) return edition;
  // Its own proof is damaged. The trusted metadata is that of the same edition or of a newer one.
  if (!by_trust_) {
    auto edition = prove(*roots_, proof_from_trust(store_, *roots_));
    by_trust_ = edition.ok() ? std::optional(*edition) : std::nullopt;
  }
  return *by_trust_ ? &**by_trust_ : nullptr;
}

std::optional<Installed> installed_release(const Store& store, const std::string& first_root) {
  Holdings held(store, first_root);
  const Proven* edition = held.of_another_owner() ? nullptr : held.proven(held.current());
  if (!edition) return std::nullopt;
  return Installed{held.current(), held.before(held.current()), *edition};
}

}  // namespace kiosk::update
