#include "kiosk/ui/tile.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "kiosk/ui/drawing.h"

namespace kiosk::ui {
namespace {

constexpr float kMark = 20, kCompactMark = 15, kMarkIcon = 9;
constexpr float kPicture = 16, kLargestPicture = 34, kLargestDrawing = 60, kPadding = 1.5f, kCompactPadding = 0.25f;
constexpr float kLyingPlates[] = {34, 27, 22, 17};  // from the largest
// Words may come so near to the picture of the mark, whose target is wider.
constexpr float kNear = 5;
constexpr float kMostLying = 27;    // mm: three rows on a panel of ten inches
constexpr float kHighEnough = 220;  // of a panel, for two rows of standing tiles with long labels
constexpr size_t kTilesPerColumn = 4;
constexpr float kAroundCompactPage = 17.1f;  // its band and its margins
constexpr int kLines = 2;                    // of the label, for which there is room unless letters are large

struct Placed : Tile {
  bool stands = false;  // whatever the panel has it
};

// Where height is dear, long labels fit only beside the picture.
bool lies(const Frame& frame, const Placed& tile) {
  if (tile.stands) return false;
  return frame.size_class().has_rail() || (!frame.size_class().tall && frame.height() < frame.mm(kHighEnough));
}

TextStyle label_style(const Frame& frame, const Placed& tile) {
  TextStyle style = styles::kLabel;
  style.line_height = 1.1f;
  if (!frame.size_class().is_roomy()) style.capital = Mm{4.8f};
  if (tile.stands) style.weight = text::Weight::regular;  // three of them beside each other have no room for more
  if (!lies(frame, tile)) style.align = text::Align::center;
  return style;
}

TextStyle detail_style(const Frame& frame, const Placed& tile) {
  TextStyle style = styles::kQuiet;
  style.line_height = 1.15f;
  style.balanced = true;
  if (!lies(frame, tile)) style.align = text::Align::center;
  return style;
}

float lying_plate(const Frame& frame, const Tile& tile) {
  float plate = tile.plate.value > 0 ? tile.plate.value : *std::rbegin(kLyingPlates);
  return frame.mm(plate) * frame.type_factor();
}

// Of what stands beside the words of a tile that lies.
float beside_words(const Frame& frame, const Tile& tile) {
  return lying_plate(frame, tile) + frame.mm(2 * kPadding) +
         (frame.speech().offered ? listen_mark_side(frame) - frame.mm(kNear) : 0);
}

float padding_of(const Frame& frame) { return frame.mm(frame.size_class().is_compact() ? kCompactPadding : kPadding); }

float words_width(const Frame& frame, const Placed& tile, float width) {
  return width - (lies(frame, tile) ? beside_words(frame, tile) : 2 * padding_of(frame));
}

struct Words {
  const text::Paragraph* label;
  const text::Paragraph* detail = nullptr;
  float height = 0;    // of what is written
  float reserved = 0;  // at least two lines
};

Words lay_words(Frame& frame, const Placed& tile, float width) {
  Words words{&frame.lay(tile.label, label_style(frame, tile), width)};
  float line = words.label->height / static_cast<float>(std::max<size_t>(1, words.label->lines.size()));
  words.height = words.label->height;
  words.reserved = std::max(words.height, frame.settings().text_scale > 1 ? line : line * kLines);
  if (!tile.detail.empty()) {
    words.detail = &frame.lay(tile.detail, detail_style(frame, tile), width);
    words.height += words.detail->height;
    words.reserved += words.detail->height;
  }
  return words;
}

float tile_height(Frame& frame, const Placed& tile, float width) {
  float words = lay_words(frame, tile, words_width(frame, tile, width)).reserved;
  if (lies(frame, tile))
    return std::max({frame.mm(kPicture + 1) * frame.type_factor(), listen_mark_side(frame), words});
  return frame.mm(kPicture) + 3 * padding_of(frame) + words;
}

struct Colours {
  Colour plate, picture, surface, words, detail;
};

Colours colours(const Frame& frame, const Placed& tile) {
  const Theme& theme = frame.theme();
  Colour own = theme.section(tile.colour);
  if (frame.is_pressed(tile.id))
    return {theme.pressed, theme.on_action, theme.pressed, theme.on_action, theme.on_action};
  if (tile.filled) return {own, theme.on_section(), own, theme.on_section(), theme.on_section()};
  return {own, theme.on_section(), theme.surface, theme.ink, theme.ink_quiet};
}

void draw_words(Frame& frame, const Placed& tile, const Words& words, const Colours& colour, Rect at) {
  at.y += (at.height - words.height) / 2;
  TextStyle label = label_style(frame, tile), detail = detail_style(frame, tile);
  label.colour = colour.words;
  detail.colour = colour.detail;
  frame.set_surface(colour.surface);
  frame.text(*words.label, {at.x, at.y, at.width, words.label->height}, label);
  if (words.detail)
    frame.text(*words.detail, {at.x, at.y + words.label->height, at.width, words.detail->height}, detail);
}

void draw_picture(Frame& frame, const Tile& tile, const Colours& colour, const Rect& at) {
  if (tile.picture.name.empty()) return frame.icon(tile.icon, at, colour.picture);
  draw_drawing_on_light(frame, tile.picture, at);
}

// Returns the place of the mark. The picture stands in the middle of its plate, to the pixel.
Rect draw_standing(Frame& frame, const Placed& tile, const Colours& colour, const Rect& at) {
  float padding = padding_of(frame), mark = listen_mark_side(frame);
  Words words = lay_words(frame, tile, words_width(frame, tile, at.width));
  Rect plate{at.x, at.y, at.width, at.height - words.reserved - 1.5f * padding};
  if (!tile.filled) {
    frame.painter().fill(plate, colour.plate, frame.mm(3));
    frame.painter().fill({at.x, plate.bottom() - frame.mm(3), at.width, frame.mm(3)}, colour.plate);
  }
  float largest = frame.mm(tile.picture.name.empty() ? kLargestPicture : kLargestDrawing);
  float side = std::clamp(plate.height - 2 * padding, frame.mm(kPicture), largest);
  // Beside its own mark, never under it.
  side = std::max(frame.mm(kPicture), std::min(side, at.width - 2 * mark + frame.mm(kMarkIcon)));
  draw_picture(frame, tile, colour, {at.x + (at.width - side) / 2, plate.y + (plate.height - side) / 2, side, side});
  draw_words(frame, tile, words, colour,
             {at.x + padding, plate.bottom() + padding * 0.75f, at.width - 2 * padding, words.reserved});
  return {at.right() - mark, at.y, mark, mark};
}

Rect draw_lying(Frame& frame, const Placed& tile, const Colours& colour, const Rect& at) {
  float plate_width = lying_plate(frame, tile), padding = frame.mm(kPadding);
  float side = tile.picture.name.empty() ? frame.mm(kPicture) * frame.type_factor()
                                         : std::min(plate_width, at.height) - frame.mm(1);
  Rect plate{at.x, at.y, plate_width, at.height};
  if (!tile.filled) {
    frame.painter().fill(plate, colour.plate, frame.mm(3));
    frame.painter().fill({plate.right() - frame.mm(3), at.y, frame.mm(3), at.height}, colour.plate);
  }
  draw_picture(frame, tile, colour,
               {plate.x + (plate.width - side) / 2, plate.y + (plate.height - side) / 2, side, side});
  float width = words_width(frame, tile, at.width), mark = listen_mark_side(frame);
  draw_words(frame, tile, lay_words(frame, tile, width), colour, {plate.right() + padding, at.y, width, at.height});
  return {at.right() - mark, at.y + (at.height - mark) / 2, mark, mark};
}

void draw_tile(Frame& frame, const Placed& tile, const Rect& at) {
  LanguageTag language_before = frame.language();
  frame.set_language(tile.language);
  accessibility::Node& node = frame.node(accessibility::Role::tile, tile.id, tile.label, at);
  if (!tile.detail.empty()) node.spoken = tile.label + ". " + tile.detail;
  frame.press(tile.action);
  Colours colour = colours(frame, tile);
  Colour surface_before = frame.surface();
  float radius = frame.mm(3);
  frame.painter().fill(at, colour.surface, radius);
  frame.painter().border(at, frame.theme().hairline, frame.mm(0.3f), radius);
  Rect mark = lies(frame, tile) ? draw_lying(frame, tile, colour, at) : draw_standing(frame, tile, colour, at);
  frame.focus_ring(at, radius);
  bool on_plate = !lies(frame, tile) || tile.filled || frame.is_pressed(tile.id);
  if (frame.speech().offered)
    draw_listen_mark(frame, tile.id, tile.label, mark, on_plate ? colour.picture : frame.theme().action);
  frame.set_surface(surface_before);
  frame.set_language(language_before);
}

float least_tile_width(Frame& frame, const Placed& tile) {
  float words = frame.widest_word(tile.label, label_style(frame, tile)) + 1;
  return words + (lies(frame, tile) ? beside_words(frame, tile) : 2 * padding_of(frame));
}

}  // namespace

Box tile_box(Tile tile, bool stands) {
  auto own = std::make_shared<const Placed>(Placed{std::move(tile), stands});
  auto spoken = [own](Frame& frame, auto what) {
    LanguageTag before = frame.language();
    frame.set_language(own->language);
    float result = what();
    frame.set_language(before);
    return result;
  };
  Box box;
  box.height = [=](Frame& frame, float width) {
    return spoken(frame, [&] { return tile_height(frame, *own, width); });
  };
  box.least = [=](Frame& frame) { return spoken(frame, [&] { return least_tile_width(frame, *own); }); };
  box.draw = [=](Frame& frame, const Rect& at) { draw_tile(frame, *own, at); };
  return box;
}

namespace {

using Tiles = std::vector<Tile>;

Box tile_grid(const Tiles& tiles, Mm gap, int most_columns, bool stands = false) {
  std::vector<Box> boxes;
  for (const Tile& tile : tiles) boxes.push_back(tile_box(tile, stands));
  return grid(std::move(boxes), {.gap = gap, .least = Mm{40}, .most_columns = most_columns});
}

// The plates of the tiles of a page are as wide as its longest word allows, and as high as its rows are.
Box page_of(Tiles tiles, const GridShape& shape) {
  auto all = std::make_shared<const Tiles>(std::move(tiles));
  auto fitted = [all, shape](Frame& frame, float width) {
    Tiles own = *all;
    float columns = static_cast<float>(shape.most_columns), gap = frame.mm(shape.gap.value);
    float each = (width - gap * (columns - 1)) / columns;
    for (float plate : kLyingPlates) {
      for (Tile& tile : own) tile.plate = Mm{plate};
      bool fits = std::all_of(own.begin(), own.end(), [&](const Tile& tile) {
        const Placed placed{tile};
        return least_tile_width(frame, placed) <= each && tile_height(frame, placed, each) <= frame.mm(kMostLying);
      });
      if (fits) break;
    }
    std::vector<Box> boxes;
    for (Tile& tile : own) boxes.push_back(tile_box(std::move(tile)));
    return grid(std::move(boxes), shape);
  };
  Box box;
  box.height = [=](Frame& frame, float width) { return fitted(frame, width).height(frame, width); };
  box.draw = [=](Frame& frame, const Rect& at) { fitted(frame, at.width).draw(frame, at); };
  box.split = [=](Frame& frame, float width, float room) { return fitted(frame, width).split(frame, width, room); };
  return box;
}

}  // namespace

std::vector<Box> tile_pages(const Frame& frame, std::vector<Tile> tiles) {
  SizeClass panel = frame.size_class();
  bool lying = !tiles.empty() && lies(frame, Placed{tiles.front(), false});
  bool brief = std::all_of(tiles.begin(), tiles.end(), [](const Tile& tile) { return tile.brief; });
  bool column = lying && panel.is_compact() && !brief;
  Mm gap{panel.is_roomy() ? 4.0f : panel.is_compact() ? 0.8f : 1.5f};
  size_t per_page = column ? kTilesPerColumn : kTilesPerPage;
  std::vector<Box> pages;
  for (size_t first = 0; first < tiles.size(); first += per_page) {
    auto from = tiles.begin() + static_cast<std::ptrdiff_t>(first);
    Tiles some(from, tiles.begin() + static_cast<std::ptrdiff_t>(std::min(first + per_page, tiles.size())));
    Box page;
    if (panel.is_compact() && brief)
      page = first_that_fits({tile_grid(some, gap, 3, true), tile_grid(some, gap, 2), tile_grid(some, gap, 1)},
                             Mm{kAroundCompactPage});
    else if (panel.is_compact())
      page = tile_grid(some, gap, column ? 1 : 2);
    else
      page = page_of(std::move(some), {.gap = gap, .least = Mm{40}, .most_columns = lying || panel.tall ? 2 : 3});
    pages.push_back(std::move(page).grow());
    pages.back().own_page = true;
  }
  return pages;
}

float listen_mark_side(const Frame& frame) { return frame.mm(frame.size_class().is_compact() ? kCompactMark : kMark); }

void draw_listen_mark(Frame& frame, const std::string& id, const std::string& label, const Rect& square,
                      Colour colour) {
  std::string own = "listen-" + id;
  frame.node(accessibility::Role::listen, own, fill(frame.tr("Hear: {1}"), {label}), square);
  frame.press(ListenTo{id});
  float side = frame.mm(kMarkIcon);
  Rect picture{square.x + (square.width - side) / 2, square.y + (square.height - side) / 2, side, side};
  if (frame.is_pressed(own)) frame.painter().border(square.inset(frame.mm(1)), colour, frame.mm(0.8f), frame.mm(3));
  frame.icon("volume-high", picture, colour);
  frame.focus_ring(square.inset(frame.mm(1.4f)), frame.mm(3));
}

}  // namespace kiosk::ui
