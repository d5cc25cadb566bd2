// The frame that every page has: the controls, a band in the section's colour with the title, and below it blocks that
// turn page by page.
//
//   draw_page(context, {.title = frame.tr("How do you read best?")},
//             {.blocks = {ui::words(...), ui::button_grid(...)}, .measure = Mm{218}});
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/context.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/pager.h"

namespace kiosk::screens {

struct Band;  // band.h

struct PageHead {
  std::string title = {};
  std::string where = {};         // which part of the kiosk this is, in words; empty: none
  std::string colour = "action";  // of the section
  bool quiet = false;             // a red page: its title is no larger than its text (R57)
  std::string icon = {};          // of the section
  catalog::Drawing picture = {};  // of the section, in place of its icon
  std::string remark = {};        // one short line at the end of the band: that a text is a draft
};

struct PageBody {
  std::vector<ui::Box> blocks;
  // Instead of blocks, where each box is one page of so many px. They also say what the band has no room for.
  std::function<std::vector<ui::Box>(const Band& band, float width, float room)> whole_pages = {};
  Mm measure{330};  // columns are at most so wide, and stand in the middle
  // Its blocks need all of the width, as tiles do: on a low panel what turns goes into the band, if the title leaves
  // room.
  bool wide = false;
  bool edges = false;  // a compact panel has no margins at its sides: for keys
  ui::PagerStyle style = {};
  // Fills the upper part of an upright panel, so that blocks and controls are within reach.
  std::optional<ui::Box> above = {};
  // At the foot of every page; on a compact panel, which has no height for what can be left out, only if
  // `foot_needed`.
  std::optional<ui::Box> foot = {};
  bool foot_needed = false;
  // A title for which the band has no room is left out where the blocks would have to turn because of it.
  bool title_yields = false;
};

// Words at the foot of a page, which must not cost it a second line: as large as the visitor wants them, if they fit.
ui::Box foot_words(std::string id, std::string words);

// Draws controls, band and the page of the blocks that the visitor is on.
void draw_page(const Context& context, const PageHead& head, PageBody body);
// The same for pages that need no catalog.
void draw_page(ui::Frame& frame, const ui::BarState& bar, int page, const PageHead& head, PageBody body);

// Draws controls and band only, and returns the column below them, for a page that is one whole. `edges`: a compact
// panel has no margins.
Rect draw_page_frame(const Context& context, const PageHead& head, Mm measure, bool edges);

}  // namespace kiosk::screens
