#include "kiosk/catalog/numbers_lapse.h"

#include <algorithm>

#include "kiosk/catalog/catalog.h"

namespace kiosk::catalog {

std::optional<Date> numbers_lapse(const std::filesystem::path& folder) {
  auto catalog = Catalog::open(folder);
  if (!catalog.ok()) return std::nullopt;
  const Pack& pack = (*catalog)->pack();
  std::optional<Date> first;
  for (const Contact& contact : (*catalog)->contacts(pack.source_language, pack.published)) {
    if (!contact.numbers.empty()) first = std::min(first.value_or(contact.expires_on), contact.expires_on);
  }
  return first;
}

}  // namespace kiosk::catalog
