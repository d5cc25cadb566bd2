#include <doctest/doctest.h>

#include "kiosk/ui/theme.h"

using namespace kiosk;
using namespace kiosk::ui;

namespace {

void check_text(const Theme& theme, double least) {
  for (Colour ground : {theme.paper, theme.surface, theme.note, theme.heard}) {
    for (Colour ink : {theme.ink, theme.ink_quiet, theme.action}) CHECK(contrast(ink, ground) >= least);
  }
  CHECK(contrast(theme.disabled, theme.paper) >= 4.5);
  CHECK(contrast(theme.on_action, theme.action) >= least);
  CHECK(contrast(theme.on_action, theme.pressed) >= 7);
  for (const char* section : {"teal", "ochre", "plum", "green", "slate", "terracotta", "action"}) {
    CHECK(contrast(theme.on_section(), theme.section(section)) >= 7);
  }
}

}  // namespace

TEST_CASE("R24: every pair of text and ground keeps seven to one") { check_text(paper_theme(), 7); }

TEST_CASE("R26: in high contrast every pair keeps fifteen to one") { check_text(high_contrast_theme(), 15); }

TEST_CASE("R25, R27: borders and the focus ring keep three to one") {
  for (const Theme& theme : {paper_theme(), high_contrast_theme()}) {
    CHECK(contrast(theme.hairline, theme.surface) >= 3);
    CHECK(contrast(theme.hairline, theme.paper) >= 3);
    CHECK(contrast(theme.focus, theme.paper) >= 3);
  }
}
