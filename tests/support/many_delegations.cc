#include "tests/support/many_delegations.h"

#include <algorithm>

#include "kiosk/update/tuf/limits.h"

namespace kiosk::test {
namespace {

// All names have five characters, so that each delegation takes the same bytes.
constexpr size_t kFirstName = 10'000;

// Returns the bytes of the targets metadata.
size_t publish_with(RepositorySimulator& repository, size_t count) {
  auto& targets = repository.targets["targets"];
  targets.delegations.resize(2);  // contacts and content
  for (size_t i = 0; i < count; ++i)
    targets.delegations.push_back({std::to_string(kFirstName + i), {{}, 1}, false, {"x"}});
  repository.publish();
  return repository.files.at("metadata/" + std::to_string(targets.version) + ".targets.json").size();
}

}  // namespace

size_t publish_most_delegations(RepositorySimulator& repository, size_t over) {
  repository.dense = true;
  const size_t one = publish_with(repository, 1), each = publish_with(repository, 2) - one;
  const size_t count = 1 + (update::tuf::kMaxTargetsBytes - one) / each + over;
  publish_with(repository, count);
  return repository.targets["targets"].delegations.size();
}

}  // namespace kiosk::test
