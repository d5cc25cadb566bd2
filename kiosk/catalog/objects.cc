#include "kiosk/catalog/objects.h"

#include <fstream>
#include <system_error>

#include "kiosk/crypto/spread_name.h"

namespace kiosk::catalog {

std::filesystem::path object_path(const std::filesystem::path& catalog, const crypto::Sha256Digest& digest) {
  return catalog / "objects" / crypto::spread_name(digest);
}

Status write_object(const std::filesystem::path& catalog, const crypto::Sha256Digest& digest,
                    std::span<const uint8_t> bytes) {
  const std::filesystem::path file = object_path(catalog, digest);
  std::error_code failed;
  if (std::filesystem::exists(file, failed)) return {};
  std::filesystem::create_directories(file.parent_path(), failed);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return Error{Code::io, "Writing " + file.string() + " failed. Is the disk full or the folder read-only?"};
  return {};
}

Result<std::vector<uint8_t>> read_object(const std::filesystem::path& catalog, const crypto::Sha256Digest& digest,
                                         int64_t size) {
  const std::filesystem::path file = object_path(catalog, digest);
  std::error_code absent;
  if (!std::filesystem::is_regular_file(file, absent))
    return Error{Code::not_found, "There is no file " + file.string() + ". Install the catalog again."};
  const Error damaged{Code::damaged,
                      file.string() + " has not the bytes that belong there. Install the catalog again."};
  if (std::filesystem::file_size(file, absent) != static_cast<uintmax_t>(size) || absent) return damaged;
  std::vector<uint8_t> bytes(static_cast<size_t>(size));
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (in.gcount() != static_cast<std::streamsize>(bytes.size()) || crypto::sha256(bytes) != digest) return damaged;
  return bytes;
}

}  // namespace kiosk::catalog
