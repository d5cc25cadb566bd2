// What a store holds, by what signatures say of it: which release is current, which one is behind it, and which numbers
// are the newest that this kiosk ever had. Releases are numbered as they came, so the highest number had the newest
// contacts, also when it was taken back: content may step back, numbers may not.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/update/proof.h"
#include "kiosk/update/store.h"
#include "kiosk/update/trusted_roots.h"

namespace kiosk::update {

class Holdings {
 public:
  // Reads names and roots; proofs are read when they are asked for. `store` must outlive it.
  Holdings(const Store& store, const std::string& first_root);

  // What signatures are followed from. Error: as load_trusted_roots.
  const Result<TrustedRoots>& roots() const { return roots_; }

  // What is installed was signed by people whom this kiosk does not trust any more.
  bool of_another_owner() const { return another_owner_; }

  const std::vector<int64_t>& numbers() const { return numbers_; }
  // That of the link; where the link is spoilt, the highest that did not fail. 0: none.
  int64_t current() const { return current_; }
  // The release to go back to; 0: none.
  int64_t before(int64_t number) const;
  bool is_bad(int64_t number) const;

  // Null where its signatures do not lead to a trusted root. The pointer stays good.
  const Proven* proven(int64_t number);
  // The edition whose contacts are the newest known; null when nothing says which that is.
  const Proven* newest();

 private:
  const Store& store_;
  Result<TrustedRoots> roots_;
  bool another_owner_ = false;
  std::vector<int64_t> numbers_;
  std::vector<BadRelease> bad_;
  int64_t current_ = 0;
  std::map<int64_t, std::optional<Proven>> proven_;
  std::optional<std::optional<Proven>> by_trust_;  // what the trusted metadata says, once asked
};

// The current release as its signatures describe it, with its number; nothing where they do not.
struct Installed {
  int64_t number = 0;
  int64_t before = 0;
  Proven edition;
};
std::optional<Installed> installed_release(const Store& store, const std::string& first_root);

}  // namespace kiosk::update
