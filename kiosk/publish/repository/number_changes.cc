#include "kiosk/publish/repository/number_changes.h"

#include <algorithm>
#include <iterator>

#include "kiosk/catalog/schema.h"

namespace kiosk::publish {
namespace {

Result<std::vector<DialledNumber>> read_numbers(const std::filesystem::path& file) {
  std::vector<DialledNumber> numbers;
  if (file.empty()) return numbers;
  sql::ReadOptions options = catalog::contacts_read_options();
  options.integrity = sql::Integrity::check_every_page;
  KIOSK_TRY(database, sql::Database::open_readonly_immutable(file, options));
  KIOSK_TRY(rows, database.prepare("SELECT contact.id, (SELECT name FROM contact_text WHERE contact = contact.number "
                                   "LIMIT 1), dial, use, show FROM contact_number "
                                   "JOIN contact ON contact.number = contact_number.contact"));
  for (;;) {
    KIOSK_TRY(more, rows.step());
    if (!more) break;
    numbers.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)),
                       std::string(rows.text(3)), std::string(rows.text(4))});
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::string lines(const char* title, const std::vector<DialledNumber>& numbers) {
  std::string text;
  for (const DialledNumber& number : numbers) {
    std::string digits;
    for (char c : number.dial) digits += std::string(" ") + c;
    text += std::string("\n  ") + title + "  " + number.name + "  (" + number.contact + ", " + number.use +
            (number.show == "yes" ? ")" : ", not shown)") + "\n\n      " + digits + "\n";
  }
  return text;
}

}  // namespace

Result<NumberChanges> compare_numbers(const std::filesystem::path& before, const std::filesystem::path& after) {
  KIOSK_TRY(old_numbers, read_numbers(before));
  KIOSK_TRY(new_numbers, read_numbers(after));
  NumberChanges changes;
  std::set_difference(new_numbers.begin(), new_numbers.end(), old_numbers.begin(), old_numbers.end(),
                      std::back_inserter(changes.added));
  std::set_difference(old_numbers.begin(), old_numbers.end(), new_numbers.begin(), new_numbers.end(),
                      std::back_inserter(changes.removed));
  changes.all = std::move(new_numbers);
  return changes;
}

std::string describe(const NumberChanges& changes) {
  if (changes.none()) return "No number is added, changed or removed.\n";
  return lines("REMOVED", changes.removed) + lines("ADDED  ", changes.added) + "\n" +
         std::to_string(changes.removed.size()) + " removed, " + std::to_string(changes.added.size()) +
         " added. A changed number stands in both lists.\n";
}

}  // namespace kiosk::publish
