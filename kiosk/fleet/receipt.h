// A health report that a kiosk has signed and left on a stick, for offices whose kiosks have no network. RECEIPT.md
// describes the file. Reading one needs no trust: the signature says that this key wrote it; known_kiosks.h
// says whose key that is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/crypto/private_key.h"
#include "kiosk/fleet/health_report.h"

namespace kiosk::fleet {

inline constexpr size_t kMaxReceiptBytes = 16384;

// The folder on a stick that receipts are left in.
inline constexpr const char* kReceiptFolder = "kiosk-receipts";

struct Receipt {
  HealthReport report;
  int64_t number = 0;  // the kiosk's own count
  std::string key;     // public, 64 hexadecimal digits (RFC 8032)

  std::string fingerprint() const;
};

std::string sign_receipt(const HealthReport& report, int64_t number, const crypto::PrivateKey& key);

// Error: Code::invalid when it is not a receipt; Code::refused when the signature is not of the key that it names: it
// was forged or damaged.
Result<Receipt> read_receipt(std::string_view bytes);

// Leaves a receipt on the stick whose root is `stick`, in place of this kiosk's earlier one and of no other file;
// returns where. `identity` is the folder of identity.h. A cut leaves the earlier receipt or the new one. Error:
// Code::no_space when the stick is full; refused; io, as when it is mounted read-only. None of them is a fault of the
// update before it: log it and go on.
Result<std::filesystem::path> leave_receipt(const std::filesystem::path& stick, const std::filesystem::path& identity,
                                            const HealthReport& report);

}  // namespace kiosk::fleet
