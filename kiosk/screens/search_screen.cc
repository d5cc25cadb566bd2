// Search as one types: what was found above, what was typed and the keys below it, where a hand is. On a panel with a
// rail the field and the arrows that turn stand in the last row of the keys, because three results have no room
// otherwise.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "kiosk/screens/page.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr int kMostHits = 12;
constexpr float kGap = 2, kCompactGap = 0.3f, kFieldRow = 20, kFieldPart = 0.4f, kLeastPicture = 30, kUpperPart = 0.4f,
                kNearMark = 5;
constexpr float kFoundPart = 0.55f;  // of the width, beside the keys
constexpr size_t kInOneRow = 3;

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

// Not larger for those who want large letters: the keys leave no room.
ui::TextStyle narrow_style(const ui::Frame& frame, bool smallest) {
  ui::TextStyle style = ui::styles::kBody;
  style.align = text::Align::center;
  style.balanced = true;
  style.line_height = 1;
  style.scale = smallest ? 1 : frame.type_factor();
  return style;
}

// The picture of a tile has no room above the keys of a compact panel: its words and its mark; `smallest`: in letters
// that are no larger on a large panel, where one of them alone has too little room.
ui::Box plain_hit(ui::Tile tile, bool smallest = false) {
  auto own = std::make_shared<const ui::Tile>(std::move(tile));
  ui::Box box;
  auto spoken = [own](ui::Frame& frame, auto what) {
    LanguageTag before = frame.language();
    frame.set_language(own->language);
    float result = what();
    frame.set_language(before);
    return result;
  };
  auto around = [](const ui::Frame& frame) {
    return frame.mm(2) + (frame.speech().offered ? ui::listen_mark_side(frame) - frame.mm(kNearMark) : 0);
  };
  box.height = [=](ui::Frame& frame, float width) {
    return spoken(frame, [&] {
      return std::max(
          ui::listen_mark_side(frame),
          frame.lay(own->label, narrow_style(frame, smallest), width - around(frame)).height + frame.mm(0.1f));
    });
  };
  box.least = [=](ui::Frame& frame) {
    return spoken(frame,
                  [&] { return frame.widest_word(own->label, narrow_style(frame, smallest)) + around(frame) + 1; });
  };
  box.natural = [=](ui::Frame& frame) {
    return spoken(frame,
                  [&] { return frame.lay(own->label, narrow_style(frame, smallest), 0).width + around(frame) + 1; });
  };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    spoken(frame, [&] {
      frame.node(Role::tile, own->id, own->label, at);
      frame.press(own->action);
      const ui::Theme& theme = frame.theme();
      bool down = frame.is_pressed(own->id);
      Colour before = frame.surface(), plate = down ? theme.pressed : theme.surface;
      ui::TextStyle inked = narrow_style(frame, smallest);
      if (down) inked.colour = theme.on_action;
      frame.painter().fill(at, plate, frame.mm(2));
      frame.painter().border(at, theme.action, frame.mm(0.4f), frame.mm(2));
      frame.set_surface(plate);
      float width = at.width - around(frame), mark = ui::listen_mark_side(frame);
      const text::Paragraph& words = frame.lay(own->label, inked, width);
      frame.text(words, {at.x + frame.mm(1), at.y + (at.height - words.height) / 2, width, words.height}, inked);
      frame.focus_ring(at, frame.mm(2));
      if (frame.speech().offered)
        ui::draw_listen_mark(frame, own->id, own->label, {at.right() - mark, at.y + (at.height - mark) / 2, mark, mark},
                             down ? theme.on_action : theme.action);
      frame.set_surface(before);
      return 0.0f;
    });
  };
  return box;
}

// The narrowest place in which it is no higher than this.
float least_width_for(ui::Frame& frame, const ui::Box& box, float height) {
  float narrow = box.least(frame), wide = std::max(narrow, box.natural(frame));
  if (box.height(frame, narrow) <= height) return narrow;
  while (wide - narrow > 1) {
    float tried = (narrow + wide) / 2;
    (box.height(frame, tried) <= height ? wide : narrow) = tried;
  }
  return wide;
}

// Beside each other, each as wide as its words need.
ui::Box in_one_row(ui::Frame& frame, std::vector<ui::Box> boxes, Mm gap, float height) {
  std::vector<ui::Cell> cells;
  for (ui::Box& box : boxes) {
    Mm least{least_width_for(frame, box, height) / frame.mm(1)};
    cells.push_back({.box = std::move(box), .share = 1, .at_least = least});
  }
  return ui::row(std::move(cells), gap);
}

// In one row, or in two of which either may be the higher one; none: words have no room.
std::optional<ui::Box> in_rows(ui::Frame& frame, const std::vector<ui::Box>& boxes, Mm gap, const Rect& room) {
  auto row_of = [&](size_t from, size_t to, float height) -> std::optional<ui::Box> {
    auto at = [&](size_t number) { return boxes.begin() + static_cast<std::ptrdiff_t>(number); };
    ui::Box row = in_one_row(frame, {at(from), at(to)}, gap, height);
    if (row.height(frame, room.width) > height + 0.5f) return std::nullopt;
    return row;
  };
  if (auto row = row_of(0, boxes.size(), room.height)) return row;
  float both = room.height - frame.mm(gap.value), least = ui::listen_mark_side(frame);
  for (size_t cut = 1; cut < boxes.size(); ++cut) {
    for (float first : {least, both / 2, both - least}) {
      auto upper = row_of(0, cut, first), lower = row_of(cut, boxes.size(), both - first);
      if (upper && lower) return ui::column({*std::move(upper), *std::move(lower)}, gap);
    }
  }
  return std::nullopt;
}

// The form in which all of these results fit; none: they do not.
std::optional<ui::Box> form_of(ui::Frame& frame, const std::vector<ui::Tile>& tiles, bool plain, const Rect& room) {
  std::vector<ui::Box> boxes;
  float least = 0;
  for (const ui::Tile& tile : tiles) {
    boxes.push_back(plain ? plain_hit(tile) : ui::tile_box(tile));
    least = std::max(least, boxes.back().least(frame));
  }
  Mm gap{plain ? 0.4f : 1.0f};
  std::vector<ui::Box> forms;
  for (int columns = std::min(static_cast<int>(boxes.size()), plain ? 3 : 2); columns > 0; --columns) {
    float across = static_cast<float>(columns);
    if (across * (least + frame.mm(gap.value)) <= room.width + frame.mm(gap.value))
      forms.push_back(ui::grid(boxes, {.gap = gap, .least = Mm{20}, .columns = columns}));
  }
  for (ui::Box& form : forms)
    if (form.height(frame, room.width) <= room.height + 0.5f) return std::move(form);
  return plain ? in_rows(frame, boxes, gap, room) : std::nullopt;
}

// As many as fit, six at most, page by page: as tiles, or without their pictures where that brings three onto the page.
std::vector<ui::Box> pages_of(ui::Frame& frame, const std::vector<ui::Tile>& tiles, const Rect& room) {
  bool compact = frame.size_class().is_compact();
  std::vector<ui::Box> pages;
  for (size_t first = 0; first < tiles.size();) {
    auto from = tiles.begin() + static_cast<std::ptrdiff_t>(first);
    size_t most = std::min(ui::kTilesPerPage, tiles.size() - first), count = 0;
    std::optional<ui::Box> page;
    auto try_from = [&](size_t highest, size_t lowest, bool plain) {
      for (size_t tried = highest; !page && tried >= lowest; --tried) {
        page = form_of(frame, {from, from + static_cast<std::ptrdiff_t>(tried)}, plain, room);
        count = tried;
      }
    };
    if (!compact) try_from(most, kInOneRow, false);
    try_from(most, kInOneRow, true);
    try_from(std::min(most, kInOneRow - 1), 1, compact);
    if (!page) page = plain_hit(*from, true), count = 1;
    pages.push_back(*std::move(page));
    first += count;
  }
  return pages;
}

// The end of what was typed, as much as one line holds.
void draw_query(ui::Frame& frame, const std::string& query, const Rect& at) {
  bool empty = query.empty(), compact = frame.size_class().is_compact();
  std::string all = empty ? frame.tr("Type a word") : query, shown = all;
  ui::TextStyle style = empty ? ui::styles::kQuiet : ui::styles::kStrong;
  style.line_height = 1.1f;
  style.scale = frame.type_factor();
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

// What is left of the place on a large panel.
void fill_rest(ui::Frame& frame, Rect rest) {
  rest.height -= frame.mm(kGap);
  if (!frame.size_class().is_roomy() || frame.settings().reach || rest.height < frame.mm(kLeastPicture)) return;
  ui::picture_plate("magnify", "slate").draw(frame, rest);
}

// Near the keys; above it what fills the rest.
Rect low_in(ui::Frame& frame, const Rect& room, float tall) {
  Rect at{room.x, std::max(room.y, room.bottom() - tall), room.width, std::min(tall, room.height)};
  fill_rest(frame, {room.x, room.y, room.width, at.y - room.y});
  return at;
}

void draw_nothing_found(const Context& context, const Rect& room) {
  ui::Frame& frame = context.frame;
  const std::string nothing = ui::fill(frame.tr("Found: {1}"), {"0"}) + ". ";
  std::string words = context.place.query.empty() ? frame.tr("Type what you are looking for. Results appear here.")
                                                  : nothing + frame.tr("We found nothing. Try another word.");
  ui::TextStyle style = ui::styles::kQuiet;
  style.line_height = 1.1f;
  float wide = room.width - frame.mm(4);
  for (style.scale = frame.settings().text_scale * frame.type_factor(); style.scale > 1; style.scale -= 0.25f)
    if (frame.lay(words, style, wide).height <= room.height) break;
  Rect at = frame.size_class().is_roomy() ? low_in(frame, room, frame.lay(words, style, wide).height) : room;
  frame.words(Role::status, "none", words, style, {at.x + frame.mm(2), at.y, wide, 0});
}

// What was found, on the page that the visitor is on; or what to do. Nothing to choose from stands above `top`.
ui::Pages draw_found(const Context& context, const std::vector<ui::Tile>& tiles, const Rect& room, float top) {
  ui::Frame& frame = context.frame;
  if (tiles.empty()) return draw_nothing_found(context, room), ui::Pages{};
  std::vector<ui::Box> pages = pages_of(frame, tiles, {room.x, top, room.width, room.bottom() - top});
  ui::Pages now{0, static_cast<int>(pages.size())};
  now.page = std::clamp(context.place.page, 0, now.count - 1);
  const ui::Box& shown = pages[static_cast<size_t>(now.page)];
  Rect at = low_in(frame, room, std::min(shown.height(frame, room.width), room.bottom() - top));
  frame.push_clip({0, at.y, frame.width(), at.height});
  shown.draw(frame, at);
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
  // Where the lower part of a lying panel is all there is, the keys stand beside what is found.
  bool reach = frame.settings().reach && frame.has_reach(), beside = reach && !frame.size_class().tall;
  Rect column = draw_page_frame(context, {}, Mm{beside ? 440.0f : 330.0f}, true), own = column;
  bool in_last_row = frame.size_class().has_rail();
  float gap = frame.mm(frame.size_class().is_compact() ? kCompactGap : kGap);
  if (beside) {
    own.width = (column.width - gap) * kFoundPart;
    column = {column.x + own.width + gap, column.y, column.width - own.width - gap, column.height};
  }
  float keys = ui::keyboard_height(frame, column.width, ui::KeyboardLayer::search, in_last_row),
        kept = in_last_row ? column.width * kFieldPart : 0;
  Rect board{column.x, column.bottom() - keys, column.width, keys};
  // What is found stands where a hand is.
  bool upright = frame.size_class().tall && !frame.settings().reach;
  float top = upright ? std::max(own.y, frame.height() * kUpperPart) : own.y;
  float last = ui::key_height(frame), above = beside ? own.bottom() : board.y - gap;
  Rect field = in_last_row ? Rect{column.x, board.bottom() - last, kept, last}
                           : Rect{own.x, above - frame.mm(kFieldRow), own.width, frame.mm(kFieldRow)};
  float foot = in_last_row ? board.y : field.y;
  ui::Pages pages = draw_found(context, tiles, {own.x, own.y, own.width, foot - gap - own.y}, top);
  draw_field(frame, query, field, pages, in_last_row ? Role::key : Role::button);
  ui::draw_keyboard(frame, board, ui::KeyboardLayer::search, context.place.sheet, kept);
  frame.set_pages(pages);
}

}  // namespace kiosk::screens
