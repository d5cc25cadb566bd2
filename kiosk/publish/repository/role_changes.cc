#include "kiosk/publish/repository/role_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "kiosk/publish/repository/printable.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

constexpr int64_t kTwoPeople = 2;

struct Group {
  int64_t threshold = 0;
  std::set<std::string> keys;  // marks
  bool operator==(const Group&) const = default;
};

Group group_of(const tuf::Role& role, const tuf::Keys& keys) {
  Group group{role.threshold, {}};
  for (const std::string& id : role.key_ids) {
    auto found = keys.find(id);
    if (found != keys.end() && found->second.usable) group.keys.insert(key_mark(found->second));
  }
  return group;
}

// By what each may do, in the order of their power.
std::vector<std::pair<std::string, Group>> groups_of(const Powers& powers, const SignerWords& words) {
  std::vector<std::pair<std::string, Group>> groups;
  if (powers.root) {
    const tuf::Root& root = *powers.root;
    groups.emplace_back(words.tr("Who may change these lists of keys (root)"), group_of(root.root, root.keys));
    groups.emplace_back(words.tr("Who says whose signature counts for numbers and words (targets)"),
                        group_of(root.targets, root.keys));
    groups.emplace_back(words.tr("Who says which files belong together (snapshot)"),
                        group_of(root.snapshot, root.keys));
    groups.emplace_back(words.tr("Who says what is current (timestamp)"), group_of(root.timestamp, root.keys));
  }
  if (powers.targets) {
    for (const tuf::Delegation& delegation : powers.targets->delegations) {
      const std::string name = delegation.name == "contacts"  ? words.tr("Who signs for the numbers (contacts)")
                               : delegation.name == "content" ? words.tr("Who signs for the words (content)")
                                                              : printable(delegation.name);
      groups.emplace_back(name, group_of(delegation.role, powers.targets->keys));
    }
  }
  return groups;
}

Status check_group(const std::string& name, const Group& group, int64_t least) {
  if (group.threshold < least) {
    return Error{Code::refused, "\"" + name + "\" would need only " + std::to_string(group.threshold) +
                                    " signature: one person alone could put a wrong number on every screen."};
  }
  if (static_cast<int64_t>(group.keys.size()) >= group.threshold) return {};
  return Error{Code::refused, "\"" + name + "\" would have fewer different keys than it needs signatures."};
}

struct Expected {
  const char* name;
  std::vector<std::string> paths;
  int64_t least;
};

const std::vector<Expected>& expected_delegations() {
  static const std::vector<Expected> expected{{"contacts", {"contacts/*"}, kTwoPeople},
                                              {"content", {"content/*", "delta/*"}, 1}};
  return expected;
}

Status check_targets(const tuf::Targets& targets) {
  const Error other{Code::refused,
                    "The list of who signs for what is not as kioskctl makes it: it must name contacts for contacts/* "
                    "and content for content/* and delta/*, and nothing else."};
  const auto& expected = expected_delegations();
  if (!targets.targets.empty() || targets.delegations.size() != expected.size()) return other;
  for (size_t i = 0; i < expected.size(); ++i) {
    const tuf::Delegation& delegation = targets.delegations[i];
    if (delegation.name != expected[i].name || delegation.paths != expected[i].paths || !delegation.terminating) {
      return other;
    }
    KIOSK_TRY_STATUS(check_group(delegation.name, group_of(delegation.role, targets.keys), expected[i].least));
  }
  return {};
}

}  // namespace

std::string key_mark(const tuf::Key& key) {
  const std::string id = tuf::key_id(key);
  return id.substr(0, 4) + " " + id.substr(4, 4) + " " + id.substr(8, 4) + " " + id.substr(12, 4);
}

Status check_powers(const Powers& powers) {
  if (powers.root) {
    const tuf::Root& root = *powers.root;
    KIOSK_TRY_STATUS(check_group("root", group_of(root.root, root.keys), kTwoPeople));
    KIOSK_TRY_STATUS(check_group("targets", group_of(root.targets, root.keys), kTwoPeople));
    KIOSK_TRY_STATUS(check_group("snapshot", group_of(root.snapshot, root.keys), 1));
    KIOSK_TRY_STATUS(check_group("timestamp", group_of(root.timestamp, root.keys), 1));
    if (!root.consistent_snapshot) return Error{Code::refused, "The root does not ask for consistent snapshots."};
  }
  return powers.targets ? check_targets(*powers.targets) : Status();
}

std::string describe(const Powers& before, const Powers& after, const SignerWords& words) {
  std::map<std::string, Group> old_groups;
  for (auto& [name, group] : groups_of(before, words)) old_groups[name] = group;
  std::string text;
  for (const auto& [name, group] : groups_of(after, words)) {
    auto found = old_groups.find(name);
    const Group old = found == old_groups.end() ? Group() : found->second;
    text += "\n" + name + "\n  " +
            words.tr("{1} of {2} must sign", {std::to_string(group.threshold), std::to_string(group.keys.size())});
    if (found != old_groups.end() && (old.threshold != group.threshold || old.keys.size() != group.keys.size())) {
      text += "  " +
              words.tr("CHANGED; before: {1} of {2}", {std::to_string(old.threshold), std::to_string(old.keys.size())});
    }
    text += "\n";
    std::set<std::string> all = old.keys;
    all.insert(group.keys.begin(), group.keys.end());
    for (const std::string& key : all) {
      const bool was = old.keys.contains(key), is = group.keys.contains(key);
      const std::string what = was && is ? words.tr("stays") : is ? words.tr("NEW KEY") : words.tr("GOES");
      text += "    " + key + "   " + what + "\n";
    }
  }
  return text;
}

}  // namespace kiosk::publish
