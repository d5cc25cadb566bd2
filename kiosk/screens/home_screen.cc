// Home: at most six picture tiles a page, "get help now" first and widest, then search, more, and who remembers what.
#include <algorithm>

#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

constexpr int kTilesPerPage = 6;

ui::Tile tile_of(const catalog::Section& section) {
  ui::Tile tile;
  tile.id = "section-" + section.id;
  tile.label = section.title;
  tile.icon = section.icon;
  tile.colour = section.colour;
  tile.action = {ui::ActionKind::open_section, section.id};
  tile.filled = section.colour == "action";
  tile.language = section.language;
  return tile;
}

// Three in a row where three fit, else two or one; the first of all gets what the others can spare.
float draw_tiles(ui::Frame& frame, const std::vector<ui::Tile>& tiles, const Rect& column, bool first_page) {
  float gap = frame.mm(4), least = 0;
  for (const ui::Tile& tile : tiles) least = std::max(least, frame.widest_word(tile.label, ui::styles::kLabel) + frame.mm(7));
  Grid grid = Grid::of(column, gap, std::max(frame.mm(40), least), 3);
  int count = static_cast<int>(tiles.size()), rows = (count + grid.columns - 1) / grid.columns;
  float room = (column.height + gap) / static_cast<float>(rows) - gap;
  float spare = first_page && grid.columns > 1 ? std::min(0.3f * grid.cell_width(), grid.cell_width() - std::max(frame.mm(40), least)) : 0;
  auto height = [&](int i, float width) {
    const ui::Tile& tile = tiles[static_cast<size_t>(i)];
    float narrow = width - std::max(0.0f, spare);
    float beside = ui::tile_height(frame, tile, narrow), above = ui::tall_tile_height(frame, tile, narrow);
    return std::max(std::min(beside, above), std::min(room, frame.mm(62)));
  };
  return grid.draw(count, height, [&](int i, const Rect& at) {
    Rect place = at;
    if (spare > 0 && i < grid.columns) {
      float others = spare / static_cast<float>(grid.columns - 1);
      place.width += i == 0 ? spare : -others;
      if (i > 0) place.x += spare - others * static_cast<float>(i - 1);
    }
    draw_tile(frame, tiles[static_cast<size_t>(i)], place);
  });
}

float draw_row(ui::Frame& frame, const std::vector<ui::Button>& buttons, const Rect& column) {
  Grid grid = Grid::of(column, frame.mm(4), frame.mm(46), static_cast<int>(buttons.size()));
  return grid.draw(
      static_cast<int>(buttons.size()),
      [&](int i, float width) { return button_height(frame, buttons[static_cast<size_t>(i)], width); },
      [&](int i, const Rect& at) { draw_button(frame, buttons[static_cast<size_t>(i)], at); });
}

}  // namespace

void draw_home(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Tile> tiles;
  for (const catalog::Section& section : context.catalog.sections(frame.settings().language)) {
    if (section.parent.empty()) tiles.push_back(tile_of(section));
  }
  int pages = (static_cast<int>(tiles.size()) + kTilesPerPage - 1) / kTilesPerPage;
  int page = std::clamp(context.place.page, 0, std::max(0, pages - 1));
  auto first = tiles.begin() + page * kTilesPerPage;
  std::vector<ui::Tile> shown(first, first + std::min<std::ptrdiff_t>(kTilesPerPage, tiles.end() - first));

  std::vector<ui::Button> row;
  auto add = [&](const char* id, const std::string& label, const char* icon, ui::Action action) {
    ui::Button& button = row.emplace_back();
    button.id = id;
    button.label = label;
    button.icon = icon;
    button.action = std::move(action);
  };
  if (page > 0) add("page-before", frame.tr("Before"), "chevron-left", {ui::ActionKind::turn_page, std::to_string(page - 1)});
  add("search", frame.tr("Search"), "magnify", {ui::ActionKind::open_search, ""});
  add("privacy_note", frame.tr("This screen does not remember you."), "information", {ui::ActionKind::open_about, ""});
  if (page + 1 < pages) add("page-next", frame.tr("More"), "chevron-right", {ui::ActionKind::turn_page, std::to_string(page + 1)});

  std::string title = frame.tr("What do you need?");
  draw_page(context, {title, "", "action", false}, 330, [&](const Rect& column) {
    float row_height = frame.measure([&] { return draw_row(frame, row, column); });
    Rect above{column.x, column.y, column.width, column.height - row_height - frame.mm(4)};
    float y = column.y + draw_tiles(frame, shown, above, page == 0) + frame.mm(4);
    return y + draw_row(frame, row, {column.x, y, column.width, 0}) - column.y;
  });
}

}  // namespace kiosk::screens
