// How the tiles find their shape. A name should be read from some metres away, so of one, two and three columns the
// shape with the largest letters is taken, and all names have the same. The last row shares the whole width: three
// languages in two columns leave no hole.
#include "kiosk/screens/language_tiles.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

using Choices = std::vector<LanguageChoice>;

constexpr float kSmallest = 5.5f, kSmallestCompact = 4.8f, kLargest = 16, kStep = 0.5f;  // capitals of a name, mm
constexpr float kTarget = 20, kCompactTarget = 16, kAir = 4, kMostHeight = 60;
constexpr size_t kMostColumns = 3;

struct Shape {
  size_t columns = 1;
  float capital = kSmallest;
};

float gap_of(const ui::Frame& frame) { return frame.mm(frame.size_class().is_compact() ? 1.5f : 4); }

float least_row(const ui::Frame& frame) { return frame.mm(frame.size_class().is_compact() ? kCompactTarget : kTarget); }

ui::TextStyle name_style(const ui::Frame& frame, float capital) {
  ui::TextStyle style{.capital = Mm{capital}, .weight = text::Weight::bold, .line_height = 1.2f};
  style.align = text::Align::center;
  style.balanced = true;
  style.scale = frame.type_factor();
  return style;
}

float mark_of(const ui::Frame& frame) { return frame.speech().offered ? ui::listen_mark_side(frame) : frame.mm(2); }

float name_width(const ui::Frame& frame, float cell) { return cell - mark_of(frame) - frame.mm(3); }

float cell_width(const ui::Frame& frame, float width, size_t columns) {
  return (width - gap_of(frame) * static_cast<float>(columns - 1)) / static_cast<float>(columns);
}

size_t rows_of(size_t count, size_t columns) { return (count + columns - 1) / columns; }

// The height of the highest name; none: a word has no room.
std::optional<float> height_of_names(ui::Frame& frame, const Choices& all, float capital, float width) {
  LanguageTag before = frame.language();
  std::optional<float> most = 0;
  for (const LanguageChoice& choice : all) {
    frame.set_language(choice.language.tag);
    const text::Paragraph& laid = frame.lay(choice.language.name, name_style(frame, capital), width);
    most = laid.broke_word || !most ? std::nullopt : std::optional(std::max(*most, laid.height));
  }
  frame.set_language(before);
  return most;
}

float smallest_of(const ui::Frame& frame) {
  float smallest = frame.size_class().is_compact() ? kSmallestCompact : kSmallest;
  return smallest * std::max(1.0f, frame.settings().text_scale * 0.75f);
}

// The widest shape whose smallest names fit, for the least height.
Shape least_shape(ui::Frame& frame, const Choices& all, float width) {
  float capital = smallest_of(frame);
  for (size_t columns = std::min(kMostColumns, all.size()); columns > 1; --columns)
    if (height_of_names(frame, all, capital, name_width(frame, cell_width(frame, width, columns))))
      return {columns, capital};
  return {1, capital};
}

float row_height(ui::Frame& frame, const Choices& all, const Shape& shape, float width) {
  float room = name_width(frame, cell_width(frame, width, shape.columns));
  float names = height_of_names(frame, all, shape.capital, room).value_or(0);
  return std::max(least_row(frame), names + frame.mm(kAir));
}

Shape best_shape(ui::Frame& frame, const Choices& all, const Rect& at) {
  Shape best = least_shape(frame, all, at.width);
  for (size_t columns = 1; columns <= std::min(kMostColumns, all.size()); ++columns) {
    size_t rows = rows_of(all.size(), columns);
    float tall = (at.height - gap_of(frame) * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    if (tall < least_row(frame)) continue;
    float room = name_width(frame, cell_width(frame, at.width, columns));
    for (float capital = kLargest; capital > best.capital; capital -= kStep) {
      auto names = height_of_names(frame, all, capital, room);
      if (names && *names + frame.mm(kAir) <= tall) best = {columns, capital};
    }
  }
  return best;
}

void draw_choice(ui::Frame& frame, const LanguageChoice& choice, float capital, const Rect& at) {
  const catalog::Language& language = choice.language;
  LanguageTag before = frame.language();
  frame.set_language(language.tag);
  std::string id = "language-" + language.tag.str();
  frame.node(accessibility::Role::choice, id, language.name, at).spoken = choice.spoken;
  frame.press(ui::ChooseLanguage{language.tag});
  bool down = frame.is_pressed(id);
  const ui::Theme& theme = frame.theme();
  Colour surface = frame.surface(), plate = down ? theme.pressed : theme.surface;
  Colour ink = down ? theme.on_action : theme.action;
  frame.painter().fill(at, plate, frame.mm(3));
  frame.painter().border(at, down ? theme.pressed : theme.action, frame.mm(0.6f), frame.mm(3));
  frame.set_surface(plate);
  ui::TextStyle style = name_style(frame, capital);
  style.colour = ink;
  float mark = mark_of(frame), width = name_width(frame, at.width);
  const text::Paragraph& name = frame.lay(language.name, style, width);
  frame.text(name, {at.x + frame.mm(3), at.y + (at.height - name.height) / 2, width, name.height}, style);
  frame.focus_ring(at, frame.mm(3));
  if (frame.speech().offered)
    ui::draw_listen_mark(frame, id, language.name, {at.right() - mark, at.y + (at.height - mark) / 2, mark, mark}, ink);
  frame.set_surface(surface);
  frame.set_language(before);
}

void draw_all(ui::Frame& frame, const Choices& all, const Rect& at) {
  Shape shape = best_shape(frame, all, at);
  size_t rows = rows_of(all.size(), shape.columns);
  float gap = gap_of(frame), least = row_height(frame, all, shape, at.width);
  float tall = (at.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  tall = std::clamp(tall, least, std::max(least, frame.mm(kMostHeight)));
  float y = at.y + std::max(0.0f, at.height - static_cast<float>(rows) * (tall + gap) + gap) / 2;
  for (size_t first = 0; first < all.size(); first += shape.columns, y += tall + gap) {
    size_t count = std::min(shape.columns, all.size() - first);
    float width = cell_width(frame, at.width, count);
    for (size_t i = 0; i < count; ++i)
      draw_choice(frame, all[first + i], shape.capital, {at.x + static_cast<float>(i) * (width + gap), y, width, tall});
  }
}

// The head goes where both have no room: a message of an update takes it, and then nobody must turn the page for their
// language.
ui::Box below_head(const ui::Box& head, ui::Box tiles) {
  constexpr Mm kBelowHead{2};
  ui::Box box = tiles;
  ui::Box both = ui::column({head, std::move(tiles)}, kBelowHead);
  box.draw = [both, alone = box.draw](ui::Frame& frame, const Rect& at) {
    bool fits = both.height(frame, at.width) <= at.height + 0.5f;
    fits ? both.draw(frame, at) : alone(frame, at);
  };
  return box;
}

}  // namespace

ui::Box language_tiles(Choices languages) {
  auto all = std::make_shared<const Choices>(std::move(languages));
  ui::Box box;
  box.height = [all](ui::Frame& frame, float width) {
    Shape shape = least_shape(frame, *all, width);
    float gap = gap_of(frame);
    return static_cast<float>(rows_of(all->size(), shape.columns)) * (row_height(frame, *all, shape, width) + gap) -
           gap;
  };
  box.draw = [all](ui::Frame& frame, const Rect& at) { draw_all(frame, *all, at); };
  box.split = [all](ui::Frame& frame, float width, float room) -> std::vector<ui::Box> {
    Shape shape = least_shape(frame, *all, width);
    float gap = gap_of(frame), row = row_height(frame, *all, shape, width);
    size_t kept = static_cast<size_t>(std::max(0.0f, (room + gap + 0.5f) / (row + gap))) * shape.columns;
    if (kept == 0 || kept >= all->size()) return {};
    auto cut = all->begin() + static_cast<std::ptrdiff_t>(kept);
    return {language_tiles({all->begin(), cut}), language_tiles({cut, all->end()})};
  };
  return std::move(box).grow();
}

std::vector<ui::Box> language_pages(const Choices& all, const ui::Box* head) {
  std::vector<ui::Box> pages;
  for (size_t first = 0; first < all.size(); first += ui::kTilesPerPage) {
    auto from = all.begin() + static_cast<std::ptrdiff_t>(first);
    auto to = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + ui::kTilesPerPage));
    ui::Box page = language_tiles({from, to});
    if (head) page = below_head(*head, std::move(page));
    page.own_page = true;
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace kiosk::screens
