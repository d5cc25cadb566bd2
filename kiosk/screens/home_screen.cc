// Home: six picture tiles a page, "get help now" first; below them search, what this screen is, and that it remembers
// nobody.
#include "kiosk/screens/near_here.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {
namespace {

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
    if (!section.parent.empty()) continue;
    tiles.push_back(tile_of(context, section));
    tiles.back().brief = true;
  }

  PageBody body{.blocks = ui::tile_pages(frame, std::move(tiles))};
  body.measure = Mm{420};
  body.wide = true;
  body.style.stand = ui::Stand::fill;
  body.above = picture();
  // A compact panel has no room for both beside the title.
  ui::BarState bar = context.bar;
  bar.offers_search = frame.size_class().is_compact();
  if (!bar.offers_search)
    body.style.beside.push_back(button_of("search", frame.tr("Search"), "magnify", ui::Open{ui::Screen::search}));
  if (!near_here(context).empty())
    body.style.beside.push_back(
        button_of("near-here", frame.tr("Near here"), "map-marker-radius", ui::Open{ui::Screen::near_here}));
  body.style.beside.push_back(
      button_of("about", frame.tr("About this screen"), "information", ui::Open{ui::Screen::about}));
  body.foot = foot_words("privacy_note", frame.tr("This screen does not remember you."));
  draw_page(frame, bar, context.place.page, {.title = frame.tr("What do you need?")}, std::move(body));
}

}  // namespace kiosk::screens
