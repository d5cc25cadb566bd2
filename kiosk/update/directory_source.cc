#include "kiosk/update/directory_source.h"

#include <algorithm>
#include <memory>

#include "kiosk/os/file.h"

namespace kiosk::update {
namespace {

// Names of metadata and targets come out of signed files, but a second look costs nothing: no part may lead out of
// the folder.
bool stays_inside(const std::string& path) {
  std::filesystem::path parsed(path);
  return parsed.is_relative() && std::none_of(parsed.begin(), parsed.end(), [](const std::filesystem::path& part) {
           return part.empty() || part == "." || part == "..";
         });
}

}  // namespace

// What the stick did, told apart from what is simply not on it.
Error DirectorySource::as_seen_from_here(const Error& error) const {
  std::error_code ignored;
  const bool gone = error.code == Code::not_found && seen_ && !std::filesystem::is_directory(folder_, ignored);
  if (error.code == Code::io || gone) return {Code::interrupted, error.message};
  return error;
}

Status DirectorySource::read(const std::string& path, uint64_t offset, const Sink& sink) {
  if (!stays_inside(path)) return Error{Code::refused, "\"" + path + "\" was not read: it leads out of the folder."};
  auto file = os::File::open_to_read(folder_ / path);
  if (!file.ok()) return as_seen_from_here(file.error());
  seen_ = true;
  if (auto status = file->seek(offset); !status.ok()) return as_seen_from_here(status.error());
  constexpr size_t kPiece = 1 << 18;
  auto buffer = std::make_unique<char[]>(kPiece);
  for (;;) {
    auto count = file->read(buffer.get(), kPiece);
    if (!count.ok()) return as_seen_from_here(count.error());
    if (*count == 0) break;
    KIOSK_TRY_STATUS(sink({buffer.get(), *count}));
  }
  file->forget_pages();
  return {};
}

}  // namespace kiosk::update
