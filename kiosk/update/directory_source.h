// A repository in a folder: a stick, or a mirror on a disk.
#pragma once

#include <filesystem>

#include "kiosk/update/source.h"

namespace kiosk::update {

class DirectorySource : public Source {
 public:
  explicit DirectorySource(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // A read that fails in the middle counts as Code::interrupted: the stick was pulled, or its medium is failing.
  Status read(const std::string& path, uint64_t offset, const Sink& sink) override;

 private:
  std::filesystem::path folder_;
};

}  // namespace kiosk::update
