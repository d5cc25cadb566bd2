// Fuzz target: the words of the interface, PO files. The library reads files only, so each input becomes one.
#include <cstdint>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/publish/po_file.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "ui");
  test::write_file(folder / "ui/fr.po", std::string(reinterpret_cast<const char*>(data), size));
  publish::Problems problems;
  auto messages = publish::read_messages(folder.path(), "ui/fr.po", problems);
  KIOSK_CHECK(messages || problems.errors() > 0);
  return 0;
}
