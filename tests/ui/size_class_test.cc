#include "kiosk/ui/size_class.h"

#include <doctest/doctest.h>

using namespace kiosk::ui;

TEST_CASE("a panel's class follows from the millimetres of its short side, and whether it stands") {
  CHECK(size_class_of(154, 86) == SizeClass{Size::compact, false});
  CHECK(size_class_of(109.9f, 200) == SizeClass{Size::compact, true});
  CHECK(size_class_of(217, 136) == SizeClass{Size::regular, false});
  CHECK(size_class_of(345, 194) == SizeClass{Size::large, false});
  CHECK(size_class_of(476, 268) == SizeClass{Size::large, false});
  CHECK(size_class_of(268, 476) == SizeClass{Size::large, true});
}

TEST_CASE("only a low, wide panel has its controls beside the page") {
  CHECK(size_class_of(154, 86).has_rail());
  CHECK(size_class_of(217, 136).has_rail());
  CHECK_FALSE(size_class_of(136, 217).has_rail());
  CHECK_FALSE(size_class_of(476, 268).has_rail());
}
