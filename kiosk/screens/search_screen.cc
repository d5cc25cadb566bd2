// Search as one types: what was typed, what was found, and the keyboard below. Where the panel is too low for both, the
// keyboard stands first and steps aside for the results.
#include <algorithm>

#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/topic_list.h"
#include "kiosk/screens/typed_field.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/keyboard.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr int kMostHits = 12;

ui::Tile tile_of(const catalog::SearchHit& hit) {
  ui::Tile tile;
  bool contact = !hit.contact.empty();
  tile.id = (contact ? "contact-" : "topic-") + (contact ? hit.contact : hit.topic);
  tile.label = hit.title;
  tile.icon = hit.icon.empty() ? "phone" : hit.icon;
  tile.colour = "slate";
  tile.action = contact ? ui::Action(ui::OpenContact{hit.contact}) : ui::OpenTopic{hit.topic};
  tile.language = hit.language;
  return tile;
}

TypedField field_of(const ui::Frame& frame, const std::string& query) {
  return {"query", query, frame.tr("Type a word"), "magnify"};
}

float draw_hits(const Context& context, const std::vector<ui::Tile>& hits, const Rect& column) {
  ui::Frame& frame = context.frame;
  if (!hits.empty()) return draw_tile_pages(context, hits, column);
  std::string words = context.place.query.empty() ? frame.tr("Type what you are looking for. What we find stands here.")
                                                  : frame.tr("We found nothing. Try another word.");
  return frame.words(Role::status, "none", words, ui::styles::kQuiet, column);
}

}  // namespace

void draw_search(const Context& context) {
  ui::Frame& frame = context.frame;
  const std::string& query = context.place.query;
  std::vector<ui::Tile> hits;
  if (!query.empty()) {
    for (const catalog::SearchHit& hit :
         context.catalog.search(query, frame.settings().language, context.now.today, kMostHits))
      hits.push_back(tile_of(hit));
  }
  draw_page(context, {"", "", "action", false}, 330, [&](const Rect& column) {
    float y = column.y, gap = frame.mm(3);
    float keyboard = keyboard_height(frame, column.width);
    bool room_for_both = column.height - keyboard > frame.mm(62);
    ui::Button turn;
    turn.id = "results";
    bool results = context.place.results && !room_for_both;
    turn.label = results ? frame.tr("Type again") : ui::fill(frame.tr("Found: {1}"), {std::to_string(hits.size())});
    turn.icon = results ? "keyboard" : "format-list-bulleted";
    turn.look = results ? ui::Look::secondary : ui::Look::primary;
    turn.action = ui::ShowResults{!results};
    turn.enabled = results || !hits.empty();

    if (room_for_both) {
      y += draw_typed_field(frame, field_of(frame, query), {column.x, y, column.width, 0}) + gap;
      float room = column.height - keyboard - (y - column.y) - gap;
      float used = draw_hits(context, hits, {column.x, y, column.width, 0});
      y += std::max(room, used) + gap;
      draw_keyboard(frame, {column.x, y, column.width, keyboard});
      return y + keyboard - column.y;
    }
    TypedField field = field_of(frame, query);
    float half = (column.width - gap) / 2, tall = button_height(frame, turn, half);
    bool beside = std::max(least_button_width(frame, turn), least_typed_field_width(frame, field)) <= half;
    if (beside) {
      tall = std::max(tall, frame.measure([&] { return draw_typed_field(frame, field, {0, 0, half, 0}); }));
      draw_typed_field(frame, field, {column.x, y, half, tall});
      draw_button(frame, turn, {column.x + half + gap, y, half, tall});
    } else {
      y += draw_typed_field(frame, field, {column.x, y, column.width, 0}) + gap;
      tall = button_height(frame, turn, column.width);
      draw_button(frame, turn, {column.x, y, column.width, tall});
    }
    y += tall + gap;
    if (results) return y + draw_hits(context, hits, {column.x, y, column.width, 0}) - column.y;
    draw_keyboard(frame, {column.x, y, column.width, keyboard});
    return y + keyboard - column.y;
  });
}

}  // namespace kiosk::screens
