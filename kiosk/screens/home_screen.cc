// Home: six picture tiles a page, "get help now" first; below them search, what this screen is, and that it remembers
// nobody.
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
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

}  // namespace

void draw_home(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Tile> tiles;
  for (const catalog::Section& section : context.catalog.sections(frame.settings().language)) {
    if (section.parent.empty()) tiles.push_back(tile_of(context, section));
  }

  PageBody body{.blocks = ui::tile_pages(frame, std::move(tiles))};
  body.measure = Mm{420};
  body.style.stand = ui::Stand::fill;
  body.above = ui::icon_box("directions-fork", Mm{90}, frame.theme().section("action")).grow();
  body.style.beside = {button_of("search", frame.tr("Search"), "magnify", ui::OpenSearch{}),
                       button_of("about", frame.tr("About this screen"), "information", ui::OpenAbout{})};
  ui::TextStyle quiet = ui::styles::kQuiet;
  quiet.line_height = 1.1f;
  body.foot =
      ui::words(accessibility::Role::note, "privacy_note", frame.tr("This screen does not remember you."), quiet);
  draw_page(context, {.title = frame.tr("What do you need?")}, std::move(body));
}

}  // namespace kiosk::screens
