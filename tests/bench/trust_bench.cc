// What it costs to believe content: following the signatures at a kiosk's start, beside the whole choice of what to
// show and beside the hashing alone; the rules for texts and dates in an update, beside reading the same catalog
// without them; and a repository with as many delegations as fit into its metadata, beside parsing the same JSON.
//   trust_bench CATALOG      a folder made by kioskctl content build
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/crypto/file_hash.h"
#include "kiosk/json/json.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/catalog_rules.h"
#include "kiosk/update/holdings.h"
#include "tests/support/many_delegations.h"
#include "tests/support/simulated_store.h"

namespace {

using namespace kiosk;
namespace fs = std::filesystem;

const Instant kNow = *parse_instant("2026-11-23T12:00:00Z");

// The median of some runs, of this thread's own time.
double milliseconds_of(const std::function<void()>& work, int runs = 9) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  std::vector<double> all;
  for (int i = 0; i < runs; ++i) {
    const double start = now();
    work();
    all.push_back(now() - start);
  }
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

void must(bool well, const char* what) {
  if (well) return;
  std::fprintf(stderr, "trust_bench: %s failed\n", what);
  std::exit(1);
}

void row(const char* what, double milliseconds) { std::printf("%-66s %9.2f ms\n", what, milliseconds); }

// Two editions of the catalog, installed one after the other, as a kiosk holds them.
void measure_start(const fs::path& catalog) {
  test::RepositorySimulator repository(kNow);
  test::SimulatedStore kiosk(repository);
  test::Content content{test::read_file(catalog / "contacts.db"), test::read_file(catalog / "content.db"), {}};
  for (const char* more : {"the first", "the second"}) {
    content.objects = {more};
    test::publish_release(repository, content);
    must(kiosk.update().outcome == update::Outcome::updated, "installing the catalog");
  }
  const fs::path release = fs::canonical(kiosk.store.current());
  const double whole = milliseconds_of([&] { must(update::choose_release(kiosk.shelves()).ok(), "choosing"); });
  const double hashing = milliseconds_of([&] {
    for (const char* name : {"contacts.db", "content.db"}) must(crypto::sha256_of_file(release / name).ok(), "hashing");
  });
  const double trust = milliseconds_of(
      [&] { must(update::installed_release(kiosk.store, kiosk.options.first_root).has_value(), "following"); });
  row("start: all that decides what is shown", whole);
  row("start: hashing both databases alone", hashing);
  row("start: following the signatures alone  (aim: at most 5)", trust);
}

void measure_rules(const fs::path& catalog) {
  auto open = [&](std::string_view name, const sql::ReadOptions& options) {
    auto database = sql::Database::open_readonly_immutable(catalog / name, options);
    must(database.ok(), "opening the catalog");
    return *std::move(database);
  };
  const auto contacts = open(catalog::kContactsFile, catalog::contacts_read_options());
  const auto content = open(catalog::kContentFile, catalog::content_read_options());
  const double rules = milliseconds_of([&] { must(update::check_rules(contacts, content, {}).ok(), "the rules"); });
  const double whole = milliseconds_of([&] { must(update::check_catalog(catalog).ok(), "the check"); });
  row("update: the whole check of a catalog before it is activated", whole);
  row("update: of that, the rules for texts, dates and references", rules);
}

// A kiosk that has seen nothing but the first root, at this repository.
struct FreshClient {
  explicit FreshClient(const test::RepositorySimulator& repository) : source(repository.files) {
    store.files["root"] = repository.files.at("metadata/1.root.json");
  }

  test::MemorySource source;
  test::MemoryMetadataStore store;
  update::tuf::Client client{source, store, kNow};
};

void measure_delegations() {
  test::RepositorySimulator repository(kNow);
  repository.add_target("contacts", "contacts/contacts.db", "right");
  const size_t count = test::publish_most_delegations(repository);
  const std::string& text =
      repository.files.at("metadata/" + std::to_string(repository.targets["targets"].version) + ".targets.json");
  std::printf("%zu delegations, the most that fit: %.3f MB of metadata\n", count,
              static_cast<double>(text.size()) / 1e6);
  row("delegations: parsing that JSON once", milliseconds_of([&] { must(json::parse(text).ok(), "parsing"); }, 3));
  const double search = milliseconds_of(
      [&] {
        FreshClient kiosk(repository);
        must(kiosk.client.refresh().ok(), "refreshing");
        must(kiosk.client.find_target("contacts/contacts.db").ok(), "finding the contacts");
        must(!kiosk.client.find_target("nothing/there").ok(), "finding nothing");
      },
      3);
  row("delegations: refreshing, and searching twice  (aim: at most 1000)", search);
  test::publish_most_delegations(repository, 1);
  const double refusal = milliseconds_of([&] { must(!FreshClient(repository).client.refresh().ok(), "refusing"); }, 3);
  row("delegations: one more than fits, refused  (aim: at most 1000)", refusal);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: trust_bench CATALOG\n");
    return 2;
  }
  measure_start(argv[1]);
  measure_rules(argv[1]);
  measure_delegations();
}
