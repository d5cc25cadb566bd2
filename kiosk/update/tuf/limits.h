// How much a repository may make us read. The figures are those of the reference clients (python-tuf, tuf-js).
#pragma once

#include <cstddef>

namespace kiosk::update::tuf {

inline constexpr size_t kMaxRootBytes = 512'000;
inline constexpr size_t kMaxTimestampBytes = 16'384;
inline constexpr size_t kMaxSnapshotBytes = 2'000'000;
inline constexpr size_t kMaxTargetsBytes = 5'000'000;
inline constexpr int kMaxRootRotations = 256;  // roots fetched in one refresh; the next refresh goes on from there
inline constexpr int kMaxDelegations = 32;     // roles visited in one search
inline constexpr size_t kMaxSignatures = 256;

}  // namespace kiosk::update::tuf
