#include "kiosk/update/progress.h"

#include <array>
#include <string>
#include <system_error>

#include "kiosk/json/json.h"
#include "kiosk/os/file.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxBytes = 4096;
constexpr std::chrono::seconds kBelievedFor{180};
constexpr std::array<const char*, 3> kSteps{"asking", "fetching", "installing"};

Error failed(const Store& store, const std::error_code& why) {
  return {Code::io, "Replacing " + store.progress().string() + " failed: " + why.message() + "."};
}

// Wrong types throw in the library; the file may be of another version of this program.
std::optional<Progress> parse(const json::Json& object, std::chrono::seconds now) {
  try {
    const std::chrono::seconds written(object.at("uptime_seconds").get<int64_t>());
    if (written > now || now - written > kBelievedFor) return std::nullopt;
    Progress progress;
    const std::string step = object.at("state").get<std::string>();
    for (size_t i = 0; i < kSteps.size(); ++i) {
      if (step == kSteps[i]) progress.step = static_cast<Step>(i);
    }
    progress.done_bytes = object.at("done_bytes").get<uint64_t>();
    progress.total_bytes = object.at("total_bytes").get<uint64_t>();
    if (object.at("source").get<std::string>() == name_of(Origin::network)) progress.origin = Origin::network;
    return progress;
  } catch (const json::Json::exception&) { return std::nullopt; }
}

}  // namespace

Status write_progress(const Store& store, const Progress& progress, std::chrono::seconds now) {
  const json::Json object = {{"state", kSteps.at(static_cast<size_t>(progress.step))},
                             {"done_bytes", progress.done_bytes},
                             {"total_bytes", progress.total_bytes},
                             {"source", name_of(progress.origin)},
                             {"uptime_seconds", now.count()}};
  std::filesystem::path fresh = store.progress();
  fresh += ".new";
  KIOSK_TRY(file, os::File::create(fresh));
  KIOSK_TRY_STATUS(file.write(object.dump() + "\n"));
  std::error_code trouble;
  std::filesystem::rename(fresh, store.progress(), trouble);
  return trouble ? Status(failed(store, trouble)) : Status();
}

std::optional<Progress> read_progress(const Store& store, std::chrono::seconds now) {
  auto bytes = os::read_file(store.progress(), kMaxBytes);
  if (!bytes.ok()) return std::nullopt;
  auto object = json::parse(*bytes);
  if (!object.ok() || !object->is_object()) return std::nullopt;
  return parse(*object, now);
}

void remove_progress(const Store& store) {
  std::error_code ignored;
  std::filesystem::remove(store.progress(), ignored);
}

}  // namespace kiosk::update
