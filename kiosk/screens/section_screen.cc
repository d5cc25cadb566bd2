// One section: its topics, and the sections inside it.
#include "kiosk/screens/page.h"
#include "kiosk/screens/pictures.h"
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
    tiles.push_back(tile_of(context, section));
  }
  for (const catalog::TopicSummary& topic : context.catalog.topics(here.id, language)) {
    tiles.push_back(tile_of(context, topic, here.colour));
  }
  PageHead head{.title = here.title, .colour = here.colour, .icon = here.icon};
  head.picture = drawing_of(context, here.picture);
  draw_tiles(context, head, std::move(tiles));
}

void draw_news(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Tile> tiles;
  for (const catalog::TopicSummary& story : context.catalog.news(frame.settings().language)) {
    tiles.push_back(tile_of(context, story, "slate"));
  }
  draw_tiles(context, {.title = frame.tr("News"), .colour = "slate", .icon = "newspaper"}, std::move(tiles));
}

}  // namespace kiosk::screens
