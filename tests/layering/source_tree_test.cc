// The rules themselves, on sources made up for it: a rule that lets everything pass would show here.
#include <doctest/doctest.h>

#include "tests/layering/order.h"
#include "tests/layering/source_tree.h"

using namespace layering;

TEST_CASE("includes are found in every spelling, and not in comments") {
  auto found = includes_of(
      "// #include <no>\n#include <vector>\n  #  include \"kiosk/base/log.h\"  // why\n"
      "/*\n#include <no>\n*/\nconst char* text = \"#include <no>\";\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "vector");
  CHECK_FALSE(found[0].quoted);
  CHECK(found[1].name == "kiosk/base/log.h");
  CHECK(found[1].quoted);
  CHECK(found[1].line == 3);
}

TEST_CASE("an arrow may point down or stay in its layer, and nowhere else") {
  auto refused = [](const char* file, const char* name) { return objection(file, {1, name, true}).has_value(); };
  CHECK_FALSE(refused("kiosk/screens/home.cc", "kiosk/ui/tile.h"));
  CHECK_FALSE(refused("kiosk/update/tuf/client.cc", "kiosk/update/tuf/model.h"));
  CHECK_FALSE(refused("kiosk/text/engine.cc", "kiosk/base/result.h"));
  CHECK(refused("kiosk/ui/tile.cc", "kiosk/screens/home.h"));
  CHECK(refused("kiosk/base/log.cc", "kiosk/os/clock.h"));
  CHECK(refused("kiosk/sql/database.cc", "kiosk/crypto/sha256.h"));
  CHECK(refused("kiosk/ui/tile.cc", "tile.h"));
  CHECK(refused("kiosk/ui/tile.cc", "kiosk/unheard_of/tile.h"));
}

TEST_CASE("a foreign header is allowed in its home only, and an unknown one nowhere") {
  auto refused = [](const char* file, const char* name) { return objection(file, {1, name, false}).has_value(); };
  CHECK_FALSE(refused("kiosk/sql/database.cc", "sqlite3.h"));
  CHECK_FALSE(refused("kiosk/sql/database.cc", "string_view"));
  CHECK(refused("kiosk/catalog/catalog.cc", "sqlite3.h"));
  CHECK(refused("kiosk/update/client.cc", "curl/curl.h"));
  CHECK(refused("kiosk/update/client.cc", "openssl/evp.h"));
  CHECK(refused("kiosk/screens/home.cc", "pango/pango.h"));
  CHECK(refused("kiosk/base/log.cc", "unheard_of.h"));
}
