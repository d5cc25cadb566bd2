#include "kiosk/update/objects_index.h"

#include <algorithm>

#include "kiosk/json/json.h"

namespace kiosk::update {
namespace {

constexpr int64_t kMaxObjectBytes = (int64_t{1} << 32) - 1;

bool before(const ObjectEntry& a, const ObjectEntry& b) { return a.digest < b.digest; }

}  // namespace

Result<std::vector<ObjectEntry>> parse_objects_index(std::string_view text) {
  const Error wrong{Code::invalid, "The index of objects was refused: it is not of its form."};
  if (text.size() > kMaxIndexBytes) return wrong;
  KIOSK_TRY(json, json::parse(text));
  if (!json.is_object() || !json.contains("objects") || !json["objects"].is_array()) return wrong;
  std::vector<ObjectEntry> entries;
  for (const json::Json& object : json["objects"]) {
    if (!object.is_object()) return wrong;
    auto length = object.find("length");
    auto digest = object.find("sha256");
    if (length == object.end() || digest == object.end() || !length->is_number_integer() || !digest->is_string()) {
      return wrong;
    }
    auto parsed = crypto::Sha256Digest::parse_hex(digest->get<std::string>());
    if (!parsed.ok() || length->get<int64_t>() < 0 || length->get<int64_t>() > kMaxObjectBytes) return wrong;
    entries.push_back({*parsed, length->get<uint64_t>()});
  }
  std::sort(entries.begin(), entries.end(), before);
  auto same = [](const ObjectEntry& a, const ObjectEntry& b) { return a.digest == b.digest; };
  if (std::adjacent_find(entries.begin(), entries.end(), same) != entries.end()) return wrong;
  return entries;
}

std::string write_objects_index(std::vector<ObjectEntry> entries) {
  std::sort(entries.begin(), entries.end(), before);
  json::Json list = json::Json::array();
  for (const ObjectEntry& entry : entries) list.push_back({{"length", entry.length}, {"sha256", entry.digest.hex()}});
  return json::Json{{"objects", list}}.dump() + "\n";
}

}  // namespace kiosk::update
