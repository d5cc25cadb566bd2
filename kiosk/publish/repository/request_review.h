// Judges a request for signatures by what it holds. Whoever sends one may be the attacker: its labels, its account of
// what is in force and its names are held against the metadata to be signed, and what is in force is believed only as
// far as signatures lead to it from a root that the signer trusts already.
//
// Rejected: to believe the role a file is labelled with (contacts under another label showed no number), and to compare
// with whatever "previous" edition the request brings (a forged one made every number look unchanged).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/publish/repository/contact_changes.h"
#include "kiosk/publish/repository/role_changes.h"
#include "kiosk/publish/repository/sign_request.h"

namespace kiosk::publish {

// What a metadata file is, by its type, its targets and its delegations.
enum class Holds { root, powers, contacts, content };

struct ReviewedFile {
  Holds holds = Holds::root;
  DraftFile draft;
  update::tuf::Header header;
  std::optional<update::tuf::Header> before;  // of the file in force
  std::vector<std::string> key_ids;           // whose signature counts
  update::tuf::Targets targets;               // of contacts and content
};

struct Review {
  bool compared = false;    // what is in force was verified from the signer's own trusted root
  std::string newest_root;  // the newest root that those signatures lead to, else empty
  std::vector<ReviewedFile> files;
  Powers powers_before, powers_after;
  std::optional<ContactChanges> contacts;

  bool changes_powers() const { return powers_after.root || powers_after.targets; }
};

// `trusted_root`: root metadata that the signer has from a source of their own; empty: none, and everything counts as
// new. Error: Code::refused when the request holds more or less than it says, breaks a rule that no build of ours
// breaks, or does not follow on what is in force.
Result<Review> review_request(const SignRequest& request, const std::string& trusted_root);

// For people: who may sign, every changed number and word, days.
std::string describe(const Review& review, const SignerWords& words);

// Whether one of `keys` would sign any file of it, and how many of them that with the numbers.
bool counts_any(const Review& review, const std::vector<SigningKey>& keys);
int count_for_contacts(const Review& review, const std::vector<SigningKey>& keys);

// The first root of a new repository that is about to be signed: who signs it trusts it. Empty when it holds none.
std::string first_root_in(const Review& review);

// A file that says it was made after `now`, by the signer's own clock, was made under a wrong clock or is meant to shut
// kiosks out. `said` as for check_clock. Error: Code::refused.
Status check_days(const Review& review, Instant now, const std::string& said);

// Signs each file that counts this key; how many those were. Error: Code::refused when there was none.
Result<int> sign(SignRequest& request, const Review& review, const SigningKey& key, Instant now);

}  // namespace kiosk::publish
