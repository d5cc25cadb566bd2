// Whom this kiosk trusts: the root metadata that came with the program, which only root of the machine can replace, and
// the roots that lead from it to the newest, each signed by the one before. Those lie in the store, where the updater
// writes; nothing in the store is believed for lying there.
// Rejected: one trusted root in the store. Whoever can write there would put his own in its place.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/update/store.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update {

// From the first one to the newest; never empty.
struct TrustedRoots {
  std::vector<std::string> files;
  std::vector<tuf::Root> roots;

  const tuf::Root& newest() const { return roots.back(); }
};

// `first_root`: the bytes of what came with the program. A root that is missing or rotted in trust/roots is taken from
// trust/metadata or from the proof of a release (proof.h). Error: Code::not_found for an empty first root, else
// damaged; nothing can be trusted then.
Result<TrustedRoots> load_trusted_roots(const Store& store, const std::string& first_root);

// Whose roots the store holds, seen from `first_root`.
enum class Owner {
  nobody,   // none
  same,     // this one, or those whose root this one follows
  another,  // somebody else's: what is installed there is not to be shown
};
Owner owner_of(const Store& store, const std::string& first_root);

}  // namespace kiosk::update
