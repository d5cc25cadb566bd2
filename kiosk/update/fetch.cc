#include "kiosk/update/fetch.h"

#include <memory>

#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::update {
namespace {

constexpr size_t kPiece = 1 << 18;

// Hashes what a part holds already. Error: Code::damaged when that is more than wanted.
Result<uint64_t> hash_held(os::File& part, uint64_t length, crypto::Sha256& hash) {
  KIOSK_TRY(held, part.size());
  if (held > length) return Error{Code::damaged, part.path().string() + " is longer than it may be."};
  KIOSK_TRY_STATUS(part.seek(0));
  auto buffer = std::make_unique<char[]>(kPiece);
  uint64_t hashed = 0;
  while (hashed < held) {
    KIOSK_TRY(count, part.read(buffer.get(), kPiece));
    if (count == 0) break;
    hash.update(std::string_view(buffer.get(), count));
    hashed += count;
  }
  return hashed;
}

Status take_rest(Source& source, const Wanted& wanted, os::File& part, uint64_t held, crypto::Sha256& hash,
                 const OnBytes& on_bytes) {
  const Error too_long{Code::damaged, wanted.path + " was refused: it is larger than was signed for."};
  // A source may give a shorter part than was asked for.
  for (uint64_t before = wanted.length; held < wanted.length && held != before;) {
    before = held;
    KIOSK_TRY_STATUS(source.read(wanted.path, held, [&](std::string_view piece) -> Status {
      if (piece.size() > wanted.length - held) return too_long;
      hash.update(piece);
      held += piece.size();
      on_bytes(piece.size());
      return part.write(piece);
    }));
  }
  if (held == wanted.length) return {};
  return Error{Code::damaged, wanted.path + " was refused: it is smaller than was signed for."};
}

// One try. Error: Code::damaged when the whole of it is not what was signed for.
Status try_once(Source& source, const Wanted& wanted, os::File part, const OnBytes& on_bytes) {
  crypto::Sha256 hash;
  KIOSK_TRY(held, hash_held(part, wanted.length, hash));
  KIOSK_TRY_STATUS(take_rest(source, wanted, part, held, hash, on_bytes));
  if (hash.finish() == wanted.digest) return {};
  return Error{Code::damaged, wanted.path + " was refused: its bytes are not those that were signed for."};
}

}  // namespace

Result<std::filesystem::path> fetch(Source& source, const Wanted& wanted, const std::filesystem::path& staging,
                                    const OnBytes& on_bytes) {
  const std::filesystem::path place = staging / (wanted.digest.hex() + ".part");
  KIOSK_TRY(part, os::File::open_to_append(place));
  KIOSK_TRY(held, part.size());
  if (held > 0) {
    Status continued = try_once(source, wanted, std::move(part), on_bytes);
    if (continued.ok()) return place;
    if (continued.error().code != Code::damaged) return continued.error();
    // What an earlier try left may be wrong: a power cut can leave zeros where bytes should be. Or the parts are.
    (void)source.doubt_parts();
  }
  for (;;) {
    KIOSK_TRY(fresh, os::File::create(place));
    Status status = try_once(source, wanted, std::move(fresh), on_bytes);
    if (status.ok()) return place;
    if (status.error().code == Code::damaged) KIOSK_TRY_STATUS(os::remove_durably(place));
    if (status.error().code != Code::damaged || !source.doubt_parts()) return status.error();
  }
}

}  // namespace kiosk::update
