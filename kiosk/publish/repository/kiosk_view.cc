#include "kiosk/publish/repository/kiosk_view.h"

#include "kiosk/base/date.h"
#include "kiosk/os/clock.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/repository/metadata_in_memory.h"
#include "kiosk/update/directory_source.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/client.h"
#include "kiosk/update/tuf/limits.h"

namespace kiosk::publish {

using namespace update;

namespace {

class SetClock : public os::Clock {
 public:
  SetClock(Instant time, bool synchronised) : time_(time), synchronised_(synchronised) {}
  Instant now() const override { return time_; }
  bool synchronised() const override { return synchronised_; }

 private:
  Instant time_;
  bool synchronised_;
};

Status take(const Repository& repository, Instant start) {
  MetadataInMemory kept;
  KIOSK_TRY(first, os::read_file(repository.metadata() / "1.root.json", tuf::kMaxRootBytes));
  kept.files["root"] = first;
  DirectorySource source(repository.folder);
  tuf::Client client(source, kept, start);
  KIOSK_TRY_STATUS(client.refresh());
  for (const char* target : {kContactsTarget, kContentTarget}) {
    auto found = client.find_target(target);
    if (!found.ok()) return found.error();
  }
  return {};
}

}  // namespace

std::vector<KioskView> kiosk_views(const Repository& repository, Instant build, Instant now) {
  using namespace std::chrono;
  const SetClock none(Instant(), false), right(now, true), ahead(Instant(sys_days(year(2099) / 7 / 1)), true);
  std::vector<KioskView> views;
  auto look = [&](const std::string& name, const SetClock& clock) {
    const Instant start = time_for_checks({build, std::nullopt}, clock);
    views.push_back({name, start, take(repository, start)});
  };
  look("1970", none);
  look("now", right);
  look("2099", ahead);
  return views;
}

}  // namespace kiosk::publish
