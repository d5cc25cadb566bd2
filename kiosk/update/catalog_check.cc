#include "kiosk/update/catalog_check.h"

#include <system_error>

#include "kiosk/catalog/catalog.h"
#include "kiosk/catalog/objects.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/sql/database.h"
#include "kiosk/update/catalog_rules.h"

namespace kiosk::update {
namespace {

Result<int64_t> count(const sql::Database& database, std::string_view query) {
  KIOSK_TRY(statement, database.prepare(query));
  KIOSK_TRY(row, statement.step());
  return row ? statement.integer(0) : int64_t{0};
}

// Sizes only: the bytes of an object are hashed when it was fetched and again when it is shown.
Status check_media(const sql::Database& content, const std::filesystem::path& folder) {
  KIOSK_TRY(media, content.prepare("SELECT path, sha256, size FROM medium"));
  for (;;) {
    KIOSK_TRY(more, media.step());
    if (!more) return {};
    const std::string path(media.text(0));
    KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(media.text(1)));
    std::error_code absent;
    const auto size = std::filesystem::file_size(catalog::object_path(folder, digest), absent);
    if (absent || static_cast<int64_t>(size) != media.integer(2)) {
      return Error{Code::damaged, "The catalog lacks a medium: " + path + "."};
    }
  }
}

}  // namespace

Status check_catalog(const std::filesystem::path& folder, std::optional<Instant> signed_at) {
  sql::ReadOptions contacts_options = catalog::contacts_read_options();
  sql::ReadOptions content_options = catalog::content_read_options();
  for (sql::ReadOptions* options : {&contacts_options, &content_options}) {
    options->integrity = sql::Integrity::check_every_page;
    options->deadline = std::chrono::minutes(2);
  }
  KIOSK_TRY(contacts, sql::Database::open_readonly_immutable(folder / catalog::kContactsFile, contacts_options));
  KIOSK_TRY(content, sql::Database::open_readonly_immutable(folder / catalog::kContentFile, content_options));
  KIOSK_TRY(contact_count, count(contacts, "SELECT count(*) FROM contact"));
  if (contact_count == 0) return Error{Code::damaged, "The catalog has no contacts at all."};
  KIOSK_TRY(number_count, count(contacts,
                                "SELECT count(*) FROM contact_number JOIN contact ON "
                                "contact.number = contact_number.contact WHERE show = 'yes'"));
  if (number_count == 0) return Error{Code::damaged, "The catalog has no number that may be shown."};
  KIOSK_TRY_STATUS(check_media(content, folder));
  KIOSK_TRY_STATUS(check_rules(contacts, content, signed_at));
  auto catalog = catalog::Catalog::open(folder);
  if (!catalog.ok()) return catalog.error();
  return {};
}

}  // namespace kiosk::update
