// Home: six picture tiles a page, "get help now" first; below them search, what this screen is, and that it remembers
// nobody.
#include "kiosk/screens/page.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

ui::Tile tile_of(const catalog::Section& section) {
  ui::Tile tile;
  tile.id = "section-" + section.id;
  tile.label = section.title;
  tile.icon = section.icon;
  tile.colour = section.colour;
  tile.action = ui::OpenSection{section.id};
  tile.filled = section.colour == "action";
  tile.brief = true;
  tile.language = section.language;
  return tile;
}

ui::Button button_of(const char* id, std::string label, const char* icon, ui::Action action) {
  ui::Button button;
  button.id = id;
  button.label = std::move(label);
  button.icon = icon;
  button.action = std::move(action);
  return button;
}

// What fills the upper part of a panel that stands.
ui::Box picture() { return ui::picture_plate("directions-fork", "action").grow(); }

}  // namespace

void draw_home(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Tile> tiles;
  for (const catalog::Section& section : context.catalog.sections(frame.settings().language)) {
    if (section.parent.empty()) tiles.push_back(tile_of(section));
  }

  PageBody body{.blocks = ui::tile_pages(frame, std::move(tiles))};
  body.measure = Mm{420};
  body.style.stand = ui::Stand::fill;
  body.above = picture();
  body.style.beside = {button_of("search", frame.tr("Search"), "magnify", ui::Open{ui::Screen::search}),
                       button_of("about", frame.tr("About this screen"), "information", ui::Open{ui::Screen::about})};
  ui::TextStyle quiet = ui::styles::kQuiet;
  quiet.line_height = 1.1f;
  body.foot =
      ui::words(accessibility::Role::note, "privacy_note", frame.tr("This screen does not remember you."), quiet);
  draw_page(context, {.title = frame.tr("What do you need?")}, std::move(body));
}

}  // namespace kiosk::screens
