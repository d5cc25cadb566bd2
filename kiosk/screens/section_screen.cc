// One section: its topics, and the sections inside it.
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {

void draw_section(const Context& context) {
  ui::Frame& frame = context.frame;
  const LanguageTag& language = frame.settings().language;
  catalog::Section here;
  std::vector<ui::Tile> tiles;
  for (const catalog::Section& section : context.catalog.sections(language)) {
    if (section.id == context.place.argument) here = section;
    if (section.parent != context.place.argument) continue;
    ui::Tile& tile = tiles.emplace_back();
    tile.id = "section-" + section.id;
    tile.label = section.title;
    tile.icon = section.icon;
    tile.colour = section.colour;
    tile.action = {ui::ActionKind::open_section, section.id};
    tile.language = section.language;
  }
  for (const catalog::TopicSummary& topic : context.catalog.topics(here.id, language)) {
    tiles.push_back(tile_of(context, topic, here.colour));
  }
  draw_page(context, {here.title, "", here.colour, false}, 330,
            [&](const Rect& column) { return draw_tile_pages(context, tiles, column); });
}

void draw_news(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Tile> tiles;
  for (const catalog::TopicSummary& story : context.catalog.news(frame.settings().language)) {
    tiles.push_back(tile_of(context, story, "slate"));
  }
  draw_page(context, {frame.tr("News"), "", "slate", false}, 330,
            [&](const Rect& column) { return draw_tile_pages(context, tiles, column, catalog::kStoriesPerPage); });
}

}  // namespace kiosk::screens
