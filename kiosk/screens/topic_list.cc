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

float draw_row_pages(const Context& context, const Rows& rows, const Rect& column, int per_page) {
  ui::Frame& frame = context.frame;
  int pages = catalog::pages_of(rows.count, per_page);
  int page = std::clamp(context.place.page, 0, std::max(0, pages - 1)), first = page * per_page;
  int shown = std::min(per_page, rows.count - first);
  float least = frame.mm(84) * std::max(1.0f, frame.settings().text_scale * 0.8f) * frame.type_factor();
  Grid grid = Grid::of(column, frame.mm(4), least, 2);
  float y = column.y;
  y += grid.draw(
      shown, [&](int i, float width) { return rows.height(first + i, width); },
      [&](int i, const Rect& at) { rows.draw(first + i, at); });
  if (pages < 2) return y - column.y;

  y += frame.mm(4);
  ui::Button before, more;
  before.id = "page-before";
  before.label = frame.tr("Before");
  before.icon = "chevron-left";
  before.action = ui::TurnPage{page - 1};
  before.enabled = page > 0;
  more.id = "page-next";
  more.label = frame.tr("More");
  more.icon = "chevron-right";
  more.action = ui::TurnPage{page + 1};
  more.enabled = page + 1 < pages;
  y += draw_buttons(frame, {before, more}, {column.x, y, column.width, 0}, 60, 2);
  return y - column.y;
}

}  // namespace kiosk::screens
