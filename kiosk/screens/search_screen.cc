// Search as one types: what was found above, what was typed and the keys below it, where a hand is. On a panel with a
// rail the field and the arrows that turn stand in the last row of the keys, because three results have no room
// otherwise.
#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr int kMostHits = 12;
constexpr float kGap = 2, kCompactGap = 0.5f, kFieldRow = 20, kFieldPart = 0.55f;

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

// Topics and contacts in turn, each in its own order, beginning with the best of all: who searches for a word wants
// either, and a dozen of one kind must not hide the other.
std::vector<catalog::SearchHit> in_turn(const std::vector<catalog::SearchHit>& hits) {
  std::vector<catalog::SearchHit> all, first, second;
  if (hits.empty()) return all;
  bool contacts_first = !hits.front().contact.empty();
  for (const catalog::SearchHit& hit : hits) (hit.contact.empty() != contacts_first ? first : second).push_back(hit);
  for (size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
    if (i < first.size()) all.push_back(first[i]);
    if (i < second.size()) all.push_back(second[i]);
  }
  return all;
}

// A tile has no room on a compact panel: its words alone.
ui::Box plain_hit(ui::Tile tile) {
  auto own = std::make_shared<const ui::Tile>(std::move(tile));
  ui::TextStyle style = ui::styles::kStrong;
  style.align = text::Align::center;
  style.line_height = 1.05f;
  ui::Box box;
  auto spoken = [own](ui::Frame& frame, auto what) {
    LanguageTag before = frame.language();
    frame.set_language(own->language);
    float result = what();
    frame.set_language(before);
    return result;
  };
  box.height = [=](ui::Frame& frame, float width) {
    return spoken(frame, [&] {
      return std::max(frame.mm(15.2f), frame.lay(own->label, style, width - frame.mm(2)).height + frame.mm(0.6f));
    });
  };
  box.least = [=](ui::Frame& frame) {
    return spoken(frame, [&] { return frame.widest_word(own->label, style) + frame.mm(2) + 1; });
  };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    spoken(frame, [&] {
      frame.node(Role::tile, own->id, own->label, at);
      frame.press(own->action);
      const ui::Theme& theme = frame.theme();
      bool down = frame.is_pressed(own->id);
      Colour before = frame.surface(), plate = down ? theme.pressed : theme.surface;
      ui::TextStyle inked = style;
      if (down) inked.colour = theme.on_action;
      frame.painter().fill(at, plate, frame.mm(2));
      frame.painter().border(at, theme.action, frame.mm(0.4f), frame.mm(2));
      frame.set_surface(plate);
      const text::Paragraph& words = frame.lay(own->label, inked, at.width - frame.mm(2));
      frame.text(words,
                 {at.x + frame.mm(1), at.y + (at.height - words.height) / 2, at.width - frame.mm(2), words.height},
                 inked);
      frame.focus_ring(at, frame.mm(2));
      frame.set_surface(before);
      return 0.0f;
    });
  };
  return box;
}

// In as many columns as their words have room for, so that a row is no higher than the place.
ui::Box grid_of(ui::Frame& frame, const std::vector<ui::Tile>& tiles, const Rect& room) {
  bool compact = frame.size_class().is_compact();
  std::vector<ui::Box> boxes;
  for (const ui::Tile& tile : tiles) boxes.push_back(compact ? plain_hit(tile) : ui::tile_box(tile));
  for (int columns = compact ? 3 : 2; columns > 1; --columns) {
    ui::GridShape shape{.gap = Mm{compact ? 1.0f : 2.0f}, .least = Mm{30}, .most_columns = columns};
    float gap = frame.mm(shape.gap.value) * static_cast<float>(columns - 1);
    float width = (room.width - gap) / static_cast<float>(columns);
    bool fits = std::all_of(boxes.begin(), boxes.end(), [&](const ui::Box& box) {
      return box.least(frame) <= width && box.height(frame, width) <= room.height;
    });
    shape.columns = columns;
    if (fits) return ui::grid(std::move(boxes), shape);
  }
  return ui::grid(std::move(boxes), {.gap = Mm{1.5f}, .columns = 1});
}

// The end of what was typed, as much as one line holds.
void draw_query(ui::Frame& frame, const std::string& query, const Rect& at) {
  bool empty = query.empty(), compact = frame.size_class().is_compact();
  std::string all = empty ? frame.tr("Type a word") : query, shown = all;
  ui::TextStyle style = empty ? ui::styles::kQuiet : ui::styles::kStrong;
  style.line_height = 1.1f;
  style.scale = 1;
  float padding = frame.mm(2), icon = compact ? 0 : frame.mm(9) + padding;
  float width = at.width - 2 * padding - icon;
  while (shown.size() > 1 && frame.lay(shown, style, 0).width > width) {
    do shown.erase(0, 1);
    while (!shown.empty() && (static_cast<unsigned char>(shown[0]) & 0xC0) == 0x80);
  }
  const ui::Theme& theme = frame.theme();
  frame.node(Role::status, "query", all, at);
  Colour before = frame.surface();
  frame.painter().fill(at, theme.surface, frame.mm(2));
  frame.painter().border(at, theme.action, frame.mm(0.6f), frame.mm(2));
  frame.set_surface(theme.surface);
  if (!compact) {
    float side = frame.mm(9);
    frame.icon("magnify", {at.x + padding, at.y + (at.height - side) / 2, side, side}, theme.action);
  }
  const text::Paragraph& words = frame.lay(shown, style, width);
  frame.text(words, {at.x + padding + icon, at.y + (at.height - words.height) / 2, width, words.height}, style);
  frame.set_surface(before);
}

// The field, and the arrows at its end.
void draw_field(ui::Frame& frame, const std::string& query, const Rect& at, const ui::Pages& pages, Role arrows) {
  float gap = frame.mm(1), side = std::max(at.height, frame.mm(13));
  Rect next{at.right() - side, at.y, side, at.height}, before{next.x - gap - side, at.y, side, at.height};
  float end = pages.count > 1 ? before.x - gap : at.right();
  draw_query(frame, query, {at.x, at.y, end - at.x, at.height});
  frame.set_region(accessibility::Region::controls);
  ui::draw_page_arrows(frame, before, next, pages, arrows);
  frame.set_region(accessibility::Region::page);
}

// What was found, on the page that the visitor is on; or what to do.
ui::Pages draw_found(const Context& context, const std::vector<ui::Tile>& tiles, const Rect& room) {
  ui::Frame& frame = context.frame;
  if (tiles.empty()) {
    const std::string nothing = ui::fill(frame.tr("Found: {1}"), {"0"}) + ". ";
    std::string words = context.place.query.empty()
                            ? frame.tr("Type what you are looking for. What we find stands here.")
                            : nothing + frame.tr("We found nothing. Try another word.");
    ui::TextStyle style = ui::styles::kQuiet;
    style.line_height = 1.1f;
    for (style.scale = frame.settings().text_scale; style.scale > 1; style.scale -= 0.25f)
      if (frame.lay(words, style, room.width - frame.mm(4)).height <= room.height) break;
    frame.words(Role::status, "none", words, style, {room.x + frame.mm(2), room.y, room.width - frame.mm(4), 0});
    return {};
  }
  auto pages = ui::break_into_pages(frame, {grid_of(frame, tiles, room)}, Mm{0}, room.width, room.height);
  ui::Pages now{0, static_cast<int>(pages.size())};
  now.page = std::clamp(context.place.page, 0, now.count - 1);
  const std::vector<ui::Box>& shown = pages[static_cast<size_t>(now.page)];
  float tall = 0;
  for (const ui::Box& box : shown) tall += box.height(frame, room.width);
  // Near the keys.
  Rect at{room.x, room.y + std::max(0.0f, room.height - tall), room.width, std::min(tall, room.height)};
  frame.push_clip({0, room.y, frame.width(), room.height});
  ui::column(shown, Mm{0}).draw(frame, at);
  frame.pop_clip();
  return now;
}

}  // namespace

void draw_search(const Context& context) {
  ui::Frame& frame = context.frame;
  const std::string& query = context.place.query;
  std::vector<ui::Tile> tiles;
  if (!query.empty()) {
    for (const catalog::SearchHit& hit :
         in_turn(context.catalog.search(query, frame.settings().language, context.now.today, kMostHits)))
      tiles.push_back(tile_of(hit));
  }
  Rect column = draw_page_frame(context, {}, Mm{330}, true);
  bool in_last_row = frame.size_class().has_rail();
  float keys = ui::keyboard_height(frame, column.width), kept = in_last_row ? column.width * kFieldPart : 0;
  float gap = frame.mm(frame.size_class().is_compact() ? kCompactGap : kGap);
  Rect board{column.x, column.bottom() - keys, column.width, keys};
  float last = ui::key_height(frame);
  Rect field = in_last_row ? Rect{column.x, board.bottom() - last, kept, last}
                           : Rect{column.x, board.y - gap - frame.mm(kFieldRow), column.width, frame.mm(kFieldRow)};
  float foot = in_last_row ? board.y : field.y;
  ui::Pages pages = draw_found(context, tiles, {column.x, column.y, column.width, foot - gap - column.y});
  draw_field(frame, query, field, pages, in_last_row ? Role::key : Role::button);
  ui::draw_keyboard(frame, board, ui::KeyboardLayer::search, kept);
  frame.set_pages(pages);
}

}  // namespace kiosk::screens
