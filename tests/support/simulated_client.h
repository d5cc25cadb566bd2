// A TUF client at a simulated repository, with its store in memory.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/update/tuf/client.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/support/repository_simulator.h"

namespace kiosk::test {

inline const Instant kNow = *parse_instant("2026-11-23T12:00:00Z");

struct SimulatedClient {
  explicit SimulatedClient(RepositorySimulator& repository) : source(repository.files) {
    store.files["root"] = repository.files.at("metadata/1.root.json");
  }

  Status refresh(Instant now = kNow, update::tuf::Expired expired = update::tuf::Expired::refuse) {
    source.asked.clear();
    return update::tuf::Client(source, store, now, expired).refresh();
  }

  Result<update::tuf::TargetFile> find(const std::string& path) {
    update::tuf::Client client(source, store, kNow);
    KIOSK_TRY_STATUS(client.refresh());
    return client.find_target(path);
  }

  MemorySource source;
  MemoryMetadataStore store;
};

template <class T>
Code code_of(const Result<T>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

}  // namespace kiosk::test
