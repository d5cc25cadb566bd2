#include "kiosk/update/compression.h"

#include <zstd.h>

#include <memory>
#include <vector>

#include "kiosk/os/file.h"
#include "kiosk/os/mapped_file.h"

namespace kiosk::update {
namespace {

constexpr int kWindowLog = 27;
constexpr int kLevel = 19;

struct ContextFreer {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

Error damaged(const std::filesystem::path& file, const std::string& why) {
  return {Code::damaged, file.string() + " could not be unpacked: " + why + "."};
}

int log2_above(uint64_t size) {
  int log = 10;
  while (log < kWindowLog && (uint64_t{1} << log) < size) ++log;
  return log;
}

}  // namespace

Status decompress(const std::filesystem::path& from, std::string_view base, const std::filesystem::path& to,
                  uint64_t length) {
  std::unique_ptr<ZSTD_DCtx, ContextFreer> context(ZSTD_createDCtx());
  KIOSK_CHECK(context != nullptr);
  KIOSK_CHECK(!ZSTD_isError(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLog)));
  if (!base.empty()) KIOSK_CHECK(!ZSTD_isError(ZSTD_DCtx_refPrefix(context.get(), base.data(), base.size())));
  KIOSK_TRY(input, os::File::open_to_read(from));
  KIOSK_TRY(output, os::File::create(to));
  std::vector<char> packed(ZSTD_DStreamInSize()), plain(ZSTD_DStreamOutSize());
  uint64_t written = 0;
  size_t expected = 1;  // 0 when a frame has ended
  for (;;) {
    KIOSK_TRY(count, input.read(packed.data(), packed.size()));
    if (count == 0) break;
    if (expected == 0) return damaged(from, "more follows after its end");
    ZSTD_inBuffer in{packed.data(), count, 0};
    bool more = true;
    while (more) {
      ZSTD_outBuffer out{plain.data(), plain.size(), 0};
      expected = ZSTD_decompressStream(context.get(), &out, &in);
      if (ZSTD_isError(expected)) return damaged(from, ZSTD_getErrorName(expected));
      written += out.pos;
      if (written > length) return damaged(from, "it is larger than was signed for");
      KIOSK_TRY_STATUS(output.write({plain.data(), out.pos}));
      if (expected == 0 && in.pos < in.size) return damaged(from, "more follows after its end");
      // A full buffer may hide more output.
      more = in.pos < in.size || out.pos == out.size;
      if (expected == 0) more = false;
    }
  }
  if (expected != 0) return damaged(from, "it ends too early");
  if (written != length) return damaged(from, "it is smaller than was signed for");
  return output.sync();
}

Status compress(const std::filesystem::path& from, std::string_view base, const std::filesystem::path& to) {
  KIOSK_TRY(source, os::MappedFile::open(from));
  const std::string_view bytes = source.bytes();
  std::unique_ptr<ZSTD_CCtx, ContextFreer> context(ZSTD_createCCtx());
  KIOSK_CHECK(context != nullptr);
  auto set = [&](ZSTD_cParameter parameter, int value) {
    KIOSK_CHECK(!ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), parameter, value)));
  };
  set(ZSTD_c_compressionLevel, kLevel);
  set(ZSTD_c_checksumFlag, 1);
  if (!base.empty()) {
    if (base.size() + bytes.size() > kMaxDeltaBytes) {
      return Error{Code::unsupported, "No delta was made for " + from.string() + ": it is too large for one."};
    }
    // The window must reach from the end of the new file back to the start of the old one.
    set(ZSTD_c_windowLog, log2_above(base.size() + bytes.size()));
    set(ZSTD_c_enableLongDistanceMatching, 1);
    KIOSK_CHECK(!ZSTD_isError(ZSTD_CCtx_refPrefix(context.get(), base.data(), base.size())));
  }
  KIOSK_CHECK(!ZSTD_isError(ZSTD_CCtx_setPledgedSrcSize(context.get(), bytes.size())));
  KIOSK_TRY(output, os::File::create(to));
  std::vector<char> packed(ZSTD_CStreamOutSize());
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  size_t left = 1;
  while (left != 0) {
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    left = ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_end);
    KIOSK_CHECK(!ZSTD_isError(left));
    KIOSK_TRY_STATUS(output.write({packed.data(), out.pos}));
  }
  return output.sync();
}

}  // namespace kiosk::update
