// A repository in a folder: a stick, or a mirror on a disk.
#pragma once

#include <filesystem>

#include "kiosk/update/source.h"

namespace kiosk::update {

class DirectorySource : public Source {
 public:
  explicit DirectorySource(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // A read that fails in the middle counts as Code::interrupted: the stick was pulled, or its medium is failing. So
  // does a file that is not there once the whole folder is gone.
  Status read(const std::string& path, uint64_t offset, const Sink& sink) override;

 private:
  Error as_seen_from_here(const Error& error) const;

  std::filesystem::path folder_;
  bool seen_ = false;  // the folder was there once
};

}  // namespace kiosk::update
