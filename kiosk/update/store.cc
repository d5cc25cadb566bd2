#include "kiosk/update/store.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "kiosk/crypto/spread_name.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::update {
namespace {

constexpr size_t kMaxRecordBytes = 65536;

std::optional<int64_t> number_of(std::string_view name) {
  int64_t number = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number < 1) return std::nullopt;
  return number;
}

// It comes from our own disk, so wrong types throw in the library; they are caught once, here.
std::vector<BadRelease> bad_releases_of(const json::Json& list) {
  try {
    std::vector<BadRelease> all;
    for (const json::Json& entry : list) {
      all.push_back({entry.at("number").get<int64_t>(), entry.at("version").get<int64_t>(),
                     entry.at("identity").get<std::string>(), entry.value("by_staff", false)});
    }
    return all;
  } catch (const json::Json::exception&) { return {}; }
}

}  // namespace

std::filesystem::path Store::object(const crypto::Sha256Digest& digest) const {
  return objects() / crypto::spread_name(digest);
}

std::optional<int64_t> current_release(const Store& store) {
  std::error_code trouble;
  const std::filesystem::path target = std::filesystem::read_symlink(store.current(), trouble);
  if (trouble || target.parent_path() != "releases") return std::nullopt;
  return number_of(target.filename().string());
}

std::vector<int64_t> release_numbers(const Store& store) {
  std::vector<int64_t> numbers;
  auto names = os::list_folder(store.releases());
  if (!names.ok()) return numbers;
  for (const std::string& name : *names) {
    if (auto number = number_of(name)) numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<BadRelease> read_bad_releases(const Store& store) {
  auto bytes = os::read_file(store.bad_releases(), kMaxRecordBytes);
  if (!bytes.ok()) return {};
  auto list = json::parse(*bytes);
  return list.ok() && list->is_array() ? bad_releases_of(*list) : std::vector<BadRelease>();
}

Status add_bad_release(const Store& store, const BadRelease& release) {
  std::vector<BadRelease> all = read_bad_releases(store);
  if (std::find(all.begin(), all.end(), release) != all.end()) return {};
  all.push_back(release);
  json::Json list = json::Json::array();
  for (const BadRelease& bad : all)
    list.push_back(
        {{"number", bad.number}, {"version", bad.version}, {"identity", bad.identity}, {"by_staff", bad.by_staff}});
  return os::write_durably(store.bad_releases(), list.dump(1) + "\n");
}

Status prepare_store(const Store& store) {
  for (const auto& folder : {store.folder, store.trust(), store.metadata(), store.roots(), store.objects(),
                             store.releases(), store.staging(), store.status()}) {
    KIOSK_TRY_STATUS(os::make_folder_durably(folder));
  }
  return {};
}

}  // namespace kiosk::update
