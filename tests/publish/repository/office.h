// People with keys, a catalog to publish and a kiosk that trusts them: what the tests of publishing need.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/publish/repository/release_draft.h"
#include "kiosk/publish/repository/repository_check.h"
#include "kiosk/publish/repository/request_review.h"
#include "kiosk/publish/repository/roles.h"
#include "kiosk/publish/repository/sign_request.h"
#include "kiosk/publish/repository/signing_record.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/directory_source.h"
#include "kiosk/update/tuf/write.h"
#include "kiosk/update/updater.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/simulated_store.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::publish::test {

using kiosk::test::TemporaryFolder;

inline const Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

inline void must(const Status& status) {
  REQUIRE_MESSAGE(status.ok(), (status.ok() ? std::string() : status.error().message));
}

template <class T>
T must(Result<T> result) {
  REQUIRE_MESSAGE(result.ok(), (result.ok() ? std::string() : result.error().message));
  return std::move(*result);
}

class Office {
 public:
  explicit Office(Instant start = kNow) : now(start), repository{folder / "repository"} {}

  update::tuf::Key public_key(const std::string& person) {
    return update::tuf::make_key(person_key(person).public_key());
  }

  // The keys of these people, as if each had typed the pass phrase.
  std::vector<SigningKey> keys(const std::vector<std::string>& people) {
    std::vector<SigningKey> found;
    for (const std::string& person : people) {
      found.push_back({update::tuf::key_id(public_key(person)), person_key(person)});
    }
    return found;
  }

  NewRepository people() {
    NewRepository who;
    for (const char* person : {"ruth", "ray", "rose"}) who.root.push_back(public_key(person));
    for (const char* person : {"carl", "cora", "cleo"}) who.contacts.push_back(public_key(person));
    who.content.push_back(public_key("wendy"));
    who.publisher.push_back(public_key("paul"));
    return who;
  }

  void begin() {
    must(draft_repository(repository, people(), now));
    REQUIRE(must(complete_draft(repository, keys({"ruth", "ray", "paul"}), now)).empty());
  }

  // A catalog with one number and this many words.
  std::filesystem::path catalog(const std::string& number, const std::string& words) {
    const auto place = folder / ("catalog-" + std::to_string(++catalogs_));
    std::filesystem::create_directories(place);
    auto writer = catalog::test::writer_in(place);
    catalog::test::must(
        writer->add_section({"help", "", "contacts", "phone", "action", {{catalog::test::tag("en"), "Get help now"}}}));
    catalog::test::must(
        writer->add_section({"work", "", "", "briefcase", "teal", {{catalog::test::tag("en"), "Work"}}}));
    catalog::test::must(writer->add_topic(catalog::test::topic("offer", "An offer", words + "\n")));
    catalog::test::must(
        writer->add_contact(catalog::test::contact("line", "The line", {catalog::test::number(number)})));
    catalog::test::must(writer->finish());
    return place;
  }

  ReleaseDraft draft(const std::filesystem::path& from) {
    return must(draft_release(repository, from, now, [](const std::string&) {}));
  }

  void publish(const std::string& number, const std::string& words) {
    draft(catalog(number, words));
    REQUIRE(must(complete_draft(repository, keys({"carl", "cora", "wendy", "paul"}), now)).empty());
  }

  Instant now;
  TemporaryFolder folder;
  Repository repository;

 private:
  const crypto::PrivateKey& person_key(const std::string& person) {
    auto found = keys_.find(person);
    if (found == keys_.end()) {
      found = keys_.emplace(person, crypto::PrivateKey::generate(crypto::Scheme::ed25519)).first;
    }
    return found->second;
  }

  std::map<std::string, crypto::PrivateKey> keys_;
  int catalogs_ = 0;
};

// A kiosk that came with the first root of an office.
struct Kiosk {
  explicit Kiosk(Office& office) : clock(office.now), store{folder / "store"} {
    options.first_root = kiosk::test::read_file(office.repository.metadata() / "1.root.json");
    options.build = office.now - std::chrono::days(1);
    options.reserve = 0;
    options.health = folder / "health";
  }

  update::Report update_from(const std::filesystem::path& from) {
    update::DirectorySource source(from);
    update::OnProgress quiet = [](const update::Progress&) {};
    update::CheckRelease check = [](const std::filesystem::path& made) { return update::check_catalog(made); };
    return update::Updater(store, options, clock, check, quiet).run(source);
  }

  // The one number that this kiosk would show.
  std::string number() {
    auto catalog = must(catalog::Catalog::open(store.current()));
    auto contacts = catalog->contacts(LanguageTag::of("en"), std::chrono::floor<std::chrono::days>(clock.time));
    return contacts.size() == 1 && contacts[0].numbers.size() == 1 ? contacts[0].numbers[0].dial : "none";
  }

  TemporaryFolder folder;
  kiosk::test::FixedClock clock;
  update::Store store;
  update::UpdaterOptions options;
};

}  // namespace kiosk::publish::test
