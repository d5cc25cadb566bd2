// Home: at most six picture tiles a page, "get help now" first and widest, then search, more, and who remembers what.
#include <algorithm>

#include "kiosk/catalog/paging.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

using catalog::kChoicesPerPage;

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

// Three in a row where three fit, else two or one; the first of all gets what its neighbours can spare.
float draw_tiles(ui::Frame& frame, const std::vector<ui::Tile>& tiles, const Rect& column, bool first_page) {
  float gap = frame.mm(4), least = frame.mm(40);
  for (const ui::Tile& tile : tiles) least = std::max(least, least_tile_width(frame, tile));
  Grid grid = Grid::of(column, gap, least, 3);
  int count = static_cast<int>(tiles.size()), rows = (count + grid.columns - 1) / grid.columns;
  float room = (column.height + gap) / static_cast<float>(rows) - gap;
  bool widen = first_page && grid.columns > 1;
  float spare = widen ? std::clamp(grid.cell_width() - least, 0.0f, 0.15f * grid.cell_width()) : 0;
  auto tile = [&](int i) -> const ui::Tile& { return tiles[static_cast<size_t>(i)]; };
  auto height = [&](int i, float width) {
    float own = i > 0 && i < grid.columns ? width - spare : width;
    float least_height = std::min(tile_height(frame, tile(i), own), tall_tile_height(frame, tile(i), own));
    return std::max(least_height, std::min(room, frame.mm(80)));
  };
  return grid.draw(count, height, [&](int i, const Rect& at) {
    Rect place = at;
    if (i < grid.columns) {
      float given = spare * static_cast<float>(grid.columns - 1);
      place.width += i == 0 ? given : -spare;
      if (i > 0) place.x += given - spare * static_cast<float>(i - 1);
    }
    draw_tile(frame, tile(i), place);
  });
}

ui::Button button_of(const char* id, std::string label, const char* icon, ui::Action action) {
  ui::Button button;
  button.id = id;
  button.label = std::move(label);
  button.icon = icon;
  button.action = std::move(action);
  return button;
}

float button_width(ui::Frame& frame, const ui::Button& button) {
  return std::max(frame.mm(20), frame.lay(button.label, button.style, 0).width + frame.mm(21));
}

float widths_of(ui::Frame& frame, const std::vector<ui::Button>& buttons) {
  float all = 0;
  for (const ui::Button& button : buttons) all += button_width(frame, button) + frame.mm(4);
  return all;
}

// The title with the page's own buttons at its end.
float draw_head(ui::Frame& frame, const std::string& title, const std::vector<ui::Button>& buttons,
                const Rect& column) {
  float gap = frame.mm(4), tall = frame.mm(20), title_width = column.width - widths_of(frame, buttons);
  for (const ui::Button& button : buttons)
    tall = std::max(tall, button_height(frame, button, button_width(frame, button)));
  float title_height = frame.lay(title, title_style(frame), title_width).height;
  float x = column.x + title_width + gap, above = std::max(0.0f, (tall - title_height) / 2);
  frame.words(accessibility::Role::heading, "title", title, title_style(frame),
              {column.x, column.y + above, title_width, 0});
  for (const ui::Button& button : buttons) {
    float width = button_width(frame, button);
    draw_button(frame, button, {x, column.y, width, tall});
    x += width + gap;
  }
  return std::max(tall, title_height);
}

}  // namespace

void draw_home(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Tile> tiles;
  for (const catalog::Section& section : context.catalog.sections(frame.settings().language)) {
    if (section.parent.empty()) tiles.push_back(tile_of(section));
  }
  int pages = catalog::pages_of(static_cast<int>(tiles.size()));
  int page = std::clamp(context.place.page, 0, std::max(0, pages - 1));
  auto first = tiles.begin() + page * kChoicesPerPage;
  std::vector<ui::Tile> shown(first, first + std::min<std::ptrdiff_t>(kChoicesPerPage, tiles.end() - first));

  std::vector<ui::Button> buttons{
      button_of("search", frame.tr("Search"), "magnify", {ui::ActionKind::open_search, ""})};
  if (page > 0) {
    buttons.push_back(button_of("page-before", frame.tr("Before"), "chevron-left",
                                {ui::ActionKind::turn_page, std::to_string(page - 1)}));
  }
  if (page + 1 < pages) {
    buttons.push_back(button_of("page-next", frame.tr("More"), "chevron-right",
                                {ui::ActionKind::turn_page, std::to_string(page + 1)}));
  }
  if (page + 1 == pages) {
    buttons.push_back(
        button_of("about", frame.tr("About this screen"), "information", {ui::ActionKind::open_about, ""}));
  }
  std::string title = frame.tr("What do you need?"), note = frame.tr("This screen does not remember you.");

  draw_page(context, {"", "", "action", false}, 330, [&](const Rect& column) {
    float gap = frame.mm(3), y = column.y;
    // On a narrow panel the tiles come first and the page's buttons stand under them.
    bool beside = frame.lay(title, title_style(frame), 0).width <= column.width - widths_of(frame, buttons);
    auto row = [&](float at) {
      return draw_buttons(frame, buttons, {column.x, at, column.width, 0}, 46, static_cast<int>(buttons.size()));
    };
    if (beside)
      y += draw_head(frame, title, buttons, column);
    else
      y +=
          frame.words(accessibility::Role::heading, "title", title, title_style(frame), {column.x, y, column.width, 0});
    y += gap;
    float below = frame.lay(note, ui::styles::kQuiet, column.width).height + frame.mm(2);
    if (!beside) below += frame.measure([&] { return row(y); }) + gap;
    y += draw_tiles(frame, shown, {column.x, y, column.width, column.height - (y - column.y) - below}, page == 0);
    if (!beside) y += gap, y += row(y);
    y += frame.mm(2);
    return y +
           frame.words(accessibility::Role::note, "privacy_note", note, ui::styles::kQuiet,
                       {column.x, y, column.width, 0}) -
           column.y;
  });
}

}  // namespace kiosk::screens
