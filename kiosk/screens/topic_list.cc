#include "kiosk/screens/topic_list.h"

#include <algorithm>

#include "kiosk/screens/page.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/drawing.h"

namespace kiosk::screens {

std::string date_in_words(const ui::Frame& frame, Date date) {
  return date_in_words([&](const std::string& original) { return frame.tr(original); }, date);
}

std::string date_in_words(const std::function<std::string(const std::string&)>& tr, Date date) {
  std::chrono::year_month_day day(date);
  const std::string months[] = {tr("January"),   tr("February"), tr("March"),    tr("April"),
                                tr("May"),       tr("June"),     tr("July"),     tr("August"),
                                tr("September"), tr("October"),  tr("November"), tr("December")};
  return ui::fill(tr("{1} {2} {3}"),
                  {std::to_string(static_cast<unsigned>(day.day())), months[static_cast<unsigned>(day.month()) - 1],
                   std::to_string(static_cast<int>(day.year()))});
}

ui::Tile tile_of(const Context& context, const catalog::TopicSummary& topic, const std::string& colour) {
  ui::Tile tile;
  tile.id = "topic-" + topic.id;
  tile.label = topic.title;
  tile.icon = topic.icon;
  tile.colour = colour;
  tile.action = ui::OpenTopic{topic.id};
  tile.language = topic.language;
  tile.picture = drawing_of(context, topic.picture);
  if (topic.date) tile.detail = date_in_words(context.frame, *topic.date);
  return tile;
}

ui::Tile tile_of(const Context& context, const catalog::Section& section) {
  ui::Tile tile;
  tile.id = "section-" + section.id;
  tile.label = section.title;
  tile.icon = section.icon;
  tile.colour = section.colour;
  tile.action = ui::OpenSection{section.id};
  tile.filled = section.colour == "action";
  tile.language = section.language;
  tile.picture = drawing_of(context, section.picture);
  return tile;
}

void draw_tiles(const Context& context, const PageHead& head, std::vector<ui::Tile> tiles) {
  PageBody body{.blocks = ui::tile_pages(context.frame, std::move(tiles))};
  body.measure = Mm{420};
  body.wide = true;
  body.style.stand = ui::Stand::fill;
  if (!head.picture.name.empty())
    body.above = ui::drawing_in_middle(head.picture);
  else if (!head.icon.empty())
    body.above = ui::picture_plate(head.icon, head.colour).grow();
  draw_page(context, head, std::move(body));
}

}  // namespace kiosk::screens
