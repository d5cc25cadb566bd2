// Trusted metadata that lives as long as the object: for those who look at a repository as a kiosk would.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/update/tuf/metadata_store.h"

namespace kiosk::publish {

class MetadataInMemory : public update::tuf::MetadataStore {
 public:
  Result<std::optional<std::string>> load(const std::string& role) override {
    auto found = files.find(role);
    return found == files.end() ? std::optional<std::string>() : std::optional(found->second);
  }
  Status save(const std::string& role, std::string_view bytes) override {
    files[role] = std::string(bytes);
    return {};
  }
  Status remove(const std::string& role) override {
    files.erase(role);
    return {};
  }

  std::map<std::string, std::string> files;
};

}  // namespace kiosk::publish
