// Fuzz target: the catalog's reader, as if no hash had been checked. An input is a list of changes to the two databases
// of a small catalog, four bytes each: page and database, place in the page (two bytes), new value. So a change reaches
// every part of a database without the fuzzer having to invent one.
#include <cstdint>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/catalog/catalog.h"
#include "tests/catalog/read_everything.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;

namespace {

constexpr size_t kPage = 4096;

struct Base {
  test::TemporaryFolder folder;
  std::string contacts, content;

  Base() {
    catalog::test::write_small_catalog(folder.path());
    contacts = test::read_file(folder / "contacts.db");
    content = test::read_file(folder / "content.db");
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Base base;
  std::string contacts = base.contacts, content = base.content;
  for (size_t at = 0; at + 4 <= size; at += 4) {
    std::string& bytes = data[at] & 1 ? contacts : content;
    const size_t page = data[at] / 2u % (bytes.size() / kPage);
    bytes[page * kPage + (data[at + 1] * 256u + data[at + 2]) % kPage] = static_cast<char>(data[at + 3]);
  }
  test::write_file(base.folder / "contacts.db", contacts);
  test::write_file(base.folder / "content.db", content);
  auto opened = catalog::Catalog::open(base.folder.path());
  if (opened.ok()) KIOSK_CHECK(catalog::test::read_everything(**opened).empty());
  return 0;
}
