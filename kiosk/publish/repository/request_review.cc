#include "kiosk/publish/repository/request_review.h"

#include <algorithm>
#include <set>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/private_folder.h"
#include "kiosk/publish/repository/clock_check.h"
#include "kiosk/publish/repository/printable.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

// More than any file that kioskctl makes; the time to read and show one stays short.
constexpr size_t kMaxDraftBytes = 512'000;

Error refusal(const std::string& why) { return Error{Code::refused, "The request was refused: " + why}; }

std::string label_of(Holds holds) {
  switch (holds) {
    case Holds::root: return "root";
    case Holds::powers: return "targets";
    case Holds::contacts: return "contacts";
    case Holds::content: break;
  }
  return "content";
}

// Everything that is signed must be something that was read here, or a later reader could see more in it.
template <class T>
Status check_nothing_else(const tuf::Signed<T>& file, Result<tuf::Signed<T>> (*parse)(std::string_view)) {
  auto again = parse(tuf::write_unsigned(file.body));
  if (again.ok() && again->canonical == file.canonical) return {};
  return refusal("a file in it holds more than this program can show.");
}

bool is_content_target(const std::string& path) {
  return path == kContentTarget || path == kObjectsTarget || path.starts_with("delta/");
}

Result<Holds> kind_of(const tuf::Targets& targets) {
  if (!targets.delegations.empty() || !targets.keys.empty()) {
    if (targets.targets.empty()) return Holds::powers;
    return refusal("one file says both who may sign and what is signed for.");
  }
  if (targets.targets.count(kContactsTarget) != 0) {
    if (targets.targets.size() == 1) return Holds::contacts;
    return refusal("the file with the numbers holds other things as well.");
  }
  const bool content =
      !targets.targets.empty() && std::all_of(targets.targets.begin(), targets.targets.end(),
                                              [](const auto& entry) { return is_content_target(entry.first); });
  if (content) return Holds::content;
  return refusal("a file in it is none that kioskctl makes.");
}

Result<ReviewedFile> read_draft(const DraftFile& draft, Review& review) {
  if (draft.text.size() > kMaxDraftBytes) return refusal("a file in it is larger than any that kioskctl makes.");
  ReviewedFile file;
  file.draft = draft;
  if (auto root = tuf::parse_root(draft.text); root.ok()) {
    KIOSK_TRY_STATUS(check_nothing_else(*root, tuf::parse_root));
    file.holds = Holds::root;
    file.header = root->body;
    review.powers_after.root = std::move(root->body);
  } else {
    auto targets = tuf::parse_targets(draft.text);
    if (!targets.ok()) return refusal("a file in it cannot be read. " + printable(targets.error().message));
    KIOSK_TRY_STATUS(check_nothing_else(*targets, tuf::parse_targets));
    KIOSK_TRY(holds, kind_of(targets->body));
    file.holds = holds;
    file.header = targets->body;
    if (holds == Holds::powers) review.powers_after.targets = targets->body;
    file.targets = std::move(targets->body);
  }
  if (draft.role == label_of(file.holds) && draft.version == file.header.version) return file;
  return refusal("it calls a file \"" + printable(draft.name()) + "\" that is " + std::to_string(file.header.version) +
                 "." + label_of(file.holds) + ".json.");
}

// From the trusted root on, root by root, as a kiosk does it.
Result<tuf::Root> newest_root(const SignRequest::InForce& in_force, const std::string& trusted_root,
                              std::string& newest) {
  auto trusted = tuf::parse_root(trusted_root);
  if (!trusted.ok()) return Error{Code::invalid, "The trusted root metadata cannot be read."};
  newest = trusted_root;
  tuf::Root root = std::move(trusted->body);
  for (const std::string& text : in_force.roots) {
    auto next = tuf::parse_root(text);
    if (!next.ok()) return refusal("a root in it cannot be read.");
    if (next->body.version <= root.version) continue;
    const std::string what = "Root " + std::to_string(next->body.version);
    if (next->body.version != root.version + 1) return refusal("a root is missing in it.");
    KIOSK_TRY_STATUS(tuf::verify_signatures(what, root.root, root.keys, next->canonical, next->signatures));
    KIOSK_TRY_STATUS(tuf::verify_signatures(what, next->body.root, next->body.keys, next->canonical, next->signatures));
    root = std::move(next->body);
    newest = text;
  }
  return root;
}

// What is in force, after verification.
struct InForce {
  tuf::Root root;
  tuf::Targets targets;
  std::optional<tuf::Targets> contacts;
};

Result<InForce> verify(const SignRequest::InForce& claimed, const std::string& trusted_root, std::string& newest) {
  InForce verified;
  KIOSK_TRY(root, newest_root(claimed, trusted_root, newest));
  verified.root = std::move(root);
  auto targets = tuf::parse_targets(claimed.targets);
  if (!targets.ok()) return refusal("the targets in force cannot be read in it.");
  KIOSK_TRY_STATUS(tuf::verify_signatures("The targets in force", verified.root.targets, verified.root.keys,
                                          targets->canonical, targets->signatures));
  verified.targets = std::move(targets->body);
  if (claimed.contacts.empty()) return verified;
  auto contacts = tuf::parse_targets(claimed.contacts);
  if (!contacts.ok()) return refusal("the contacts in force cannot be read in it.");
  for (const tuf::Delegation& delegation : verified.targets.delegations) {
    if (delegation.name != "contacts") continue;
    KIOSK_TRY_STATUS(tuf::verify_signatures("The contacts in force", delegation.role, verified.targets.keys,
                                            contacts->canonical, contacts->signatures));
    verified.contacts = std::move(contacts->body);
    return verified;
  }
  return refusal("no one is named for the contacts in force.");
}

Result<ContactsEdition> read_edition(const tuf::Targets& metadata, const std::string& database) {
  auto target = metadata.targets.find(kContactsTarget);
  if (target == metadata.targets.end()) return refusal("the contacts in it name no contacts.db.");
  const tuf::Hashes expected{{"sha256", crypto::sha256(database).hex()}};
  if (target->second.hashes != expected || target->second.length != static_cast<int64_t>(database.size())) {
    return refusal("the numbers in it are not those that are to be signed.");
  }
  KIOSK_TRY(folder, os::PrivateFolder::create());
  const auto file = folder.path() / "contacts.db";
  KIOSK_TRY_STATUS(os::write_durably(file, database));
  return read_contacts_edition(file);
}

// The next version after the one in force, or the first one.
Status check_follows(ReviewedFile& file, const tuf::Header* in_force) {
  if (in_force != nullptr) file.before = *in_force;
  const int64_t expected = in_force != nullptr ? in_force->version + 1 : 1;
  if (file.header.version == expected) return {};
  return refusal(label_of(file.holds) + " " + std::to_string(file.header.version) +
                 " does not follow on what is in force; " + std::to_string(expected) + " would.");
}

Status check_order(Review& review, const InForce& in_force) {
  for (ReviewedFile& file : review.files) {
    const tuf::Header* before = nullptr;
    if (file.holds == Holds::root) before = &in_force.root;
    if (file.holds == Holds::powers) before = &in_force.targets;
    if (file.holds == Holds::contacts && in_force.contacts) before = &*in_force.contacts;
    if (file.holds != Holds::content) KIOSK_TRY_STATUS(check_follows(file, before));
  }
  return {};
}

// Whose signature counts: as the drafts say, else what is in force, even unverified: it decides who signs, and nothing
// about what.
void find_signers(Review& review, const SignRequest& request) {
  std::set<std::string> root_ids;
  tuf::Role targets_role;
  tuf::Targets powers = review.powers_after.targets.value_or(tuf::Targets());
  if (request.in_force) {
    if (!request.in_force->roots.empty()) {
      if (auto root = tuf::parse_root(request.in_force->roots.back()); root.ok()) {
        root_ids.insert(root->body.root.key_ids.begin(), root->body.root.key_ids.end());
        targets_role = root->body.targets;
      }
    }
    if (auto targets = tuf::parse_targets(request.in_force->targets); targets.ok() && !review.powers_after.targets) {
      powers = std::move(targets->body);
    }
  }
  if (review.powers_after.root) {
    const tuf::Root& root = *review.powers_after.root;
    root_ids.insert(root.root.key_ids.begin(), root.root.key_ids.end());
    targets_role = root.targets;
  }
  for (ReviewedFile& file : review.files) {
    if (file.holds == Holds::root) file.key_ids.assign(root_ids.begin(), root_ids.end());
    if (file.holds == Holds::powers) file.key_ids = targets_role.key_ids;
    for (const tuf::Delegation& delegation : powers.delegations) {
      if (delegation.name == label_of(file.holds)) file.key_ids = delegation.role.key_ids;
    }
  }
}

Status review_contacts(Review& review, const SignRequest& request, const std::optional<InForce>& in_force) {
  for (const ReviewedFile& file : review.files) {
    if (file.holds != Holds::contacts) continue;
    KIOSK_TRY(after, read_edition(file.targets, request.contacts));
    std::optional<ContactsEdition> before;
    if (in_force && !in_force->contacts) before = ContactsEdition();  // this is the first edition
    if (in_force && in_force->contacts && !request.in_force->database.empty()) {
      KIOSK_TRY(edition, read_edition(*in_force->contacts, request.in_force->database));
      before = std::move(edition);
    }
    review.contacts = compare_contacts(before, std::move(after));
    return {};
  }
  if (request.contacts.empty()) return {};
  return refusal("it brings numbers, but none are to be signed.");
}

Status check_roles_once(const Review& review) {
  std::set<Holds> seen;
  for (const ReviewedFile& file : review.files) {
    if (!seen.insert(file.holds).second) return refusal("it holds two files of one role.");
  }
  return {};
}

}  // namespace

Result<Review> review_request(const SignRequest& request, const std::string& trusted_root) {
  Review review;
  if (request.files.empty()) return refusal("nothing is to be signed.");
  for (const DraftFile& draft : request.files) {
    KIOSK_TRY(file, read_draft(draft, review));
    review.files.push_back(std::move(file));
  }
  KIOSK_TRY_STATUS(check_roles_once(review));
  KIOSK_TRY_STATUS(check_powers(review.powers_after));
  std::optional<InForce> in_force;
  if (!trusted_root.empty() && request.in_force) {
    KIOSK_TRY(verified, verify(*request.in_force, trusted_root, review.newest_root));
    in_force = std::move(verified);
    review.compared = true;
    review.powers_before = {in_force->root, in_force->targets};
    KIOSK_TRY_STATUS(check_order(review, *in_force));
  } else if (!trusted_root.empty()) {
    return refusal("it does not say what is in force, although this signer knows the repository already.");
  }
  find_signers(review, request);
  KIOSK_TRY_STATUS(review_contacts(review, request, in_force));
  return review;
}

namespace {

void describe_days(std::string& text, const ReviewedFile& file, const SignerWords& words) {
  text += "\n" + printable(file.draft.name()) + "\n";
  if (file.header.created) text += "  " + words.tr("made on {1}", {format_instant(*file.header.created)}) + "\n";
  text += "  " + words.tr("valid until {1}", {format_instant(file.header.expires)});
  if (file.before) text += "  " + words.tr("(before: {1})", {format_instant(file.before->expires)});
  text += "\n";
  if (file.holds != Holds::content) return;
  text += "  " + words.tr("The words are not in this request. Build them yourself and compare:") + "\n";
  for (const auto& [path, target] : file.targets.targets) {
    text += "    " + printable(path) + "  " + std::to_string(target.length);
    for (const auto& [algorithm, digest] : target.hashes) text += "  " + printable(algorithm) + " " + printable(digest);
    text += target.custom.empty() ? "\n" : "\n      " + printable(target.custom) + "\n";
  }
}

}  // namespace

std::string describe(const Review& review, const SignerWords& words) {
  std::string text;
  if (!review.compared) { text += words.tr("There is nothing to compare with: read all of it.") + "\n"; }
  for (const ReviewedFile& file : review.files) describe_days(text, file, words);
  if (review.changes_powers()) {
    Powers before = review.powers_before;
    if (!review.powers_after.root) before.root.reset();
    if (!review.powers_after.targets) before.targets.reset();
    text += describe(before, review.powers_after, words);
  }
  if (!review.contacts) {
    text += "\n" + words.tr("No number is signed for.") + "\n";
    return text;
  }
  if (!review.contacts->compared && review.compared) {
    text += "\n" + words.tr("The numbers in force are damaged: all numbers count as new.") + "\n";
  }
  text += describe(*review.contacts, words);
  if (review.contacts->none()) {
    text += "\n" + words.tr("No number is added, changed or removed, and no word beside one.") + "\n";
  }
  return text;
}

namespace {

bool counts(const ReviewedFile& file, const SigningKey& key) {
  return std::count(file.key_ids.begin(), file.key_ids.end(), key.id) != 0;
}

}  // namespace

bool counts_any(const Review& review, const std::vector<SigningKey>& keys) {
  return std::any_of(review.files.begin(), review.files.end(), [&](const ReviewedFile& file) {
    return std::any_of(keys.begin(), keys.end(), [&](const SigningKey& key) { return counts(file, key); });
  });
}

int count_for_contacts(const Review& review, const std::vector<SigningKey>& keys) {
  std::set<std::string> counting;
  for (const ReviewedFile& file : review.files) {
    for (const SigningKey& key : keys) {
      if (file.holds == Holds::contacts && counts(file, key)) counting.insert(key.id);
    }
  }
  return static_cast<int>(counting.size());
}

std::string first_root_in(const Review& review) {
  for (const ReviewedFile& file : review.files) {
    if (file.holds == Holds::root && file.header.version == 1) return file.draft.text;
  }
  return {};
}

Status check_days(const Review& review, Instant now, const std::string& said) {
  for (const ReviewedFile& file : review.files) {
    if (!file.header.created) continue;
    KIOSK_TRY_STATUS(check_clock(now, {{printable(file.draft.name()) + " was made", *file.header.created}}, said));
  }
  return {};
}

Result<int> sign(SignRequest& request, const Review& review, const SigningKey& key, Instant now) {
  int signed_files = 0;
  for (size_t i = 0; i < request.files.size(); ++i) {
    const ReviewedFile& reviewed = review.files[i];
    if (!counts(reviewed, key)) continue;
    DraftFile& draft = request.files[i];
    KIOSK_TRY(text, tuf::add_signature(draft.text, key.id, key.key));
    draft.text = text;
    add_notes(request.record, {{draft.name(), key.id, machine_mark(draft.name()), format_instant(now)}});
    ++signed_files;
  }
  if (signed_files > 0) return signed_files;
  return Error{Code::refused, "This key is none of those whose signature is asked for."};
}

}  // namespace kiosk::publish
