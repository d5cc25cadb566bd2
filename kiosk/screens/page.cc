#include "kiosk/screens/page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/band.h"

namespace kiosk::screens {
namespace {

constexpr float kUpper = 0.38f;  // of an upright panel's height: title and picture

struct Margins {
  float across, above, below;  // mm
};

Margins margins_of(const ui::Frame& frame) {
  ui::SizeClass panel = frame.size_class();
  if (panel.is_compact() || frame.settings().reach) return {3, 1.5f, 1.5f};
  if (panel.size == ui::Size::regular) return {6, 2, 1.5f};
  return {8, 6, 5};
}

// What is left below the band, told to the tree.
Rect below(ui::Frame& frame, const Band& band, const Rect& left) {
  Rect area{left.x, band.at.bottom(), left.width, left.bottom() - band.at.bottom()};
  frame.set_page_area(area);
  return area;
}

// The column in the middle, at most so wide; longer lines where letters are larger.
Rect column_of(const ui::Frame& frame, const Rect& area, float measure_mm) {
  Margins margins = margins_of(frame);
  float most = frame.mm(measure_mm) * std::max(1.0f, frame.settings().text_scale * 0.75f) * frame.type_factor();
  float width = std::min(area.width - 2 * frame.mm(margins.across), most);
  return {area.x + (area.width - width) / 2, area.y + frame.mm(margins.above), width,
          area.height - frame.mm(margins.above + margins.below)};
}

}  // namespace

void draw_page(const Context& context, const PageHead& head, PageBody body) {
  draw_page(context.frame, context.bar, context.place.page, head, std::move(body));
}

void draw_page(ui::Frame& frame, const ui::BarState& bar, int page, const PageHead& head, PageBody body) {
  Rect left = ui::draw_bar(frame, bar);
  Band band = draw_band(frame, head, left);
  Rect column = column_of(frame, below(frame, band, left), body.measure.value);
  std::vector<ui::Box> blocks = body.whole_pages ? std::vector<ui::Box>{} : left_over(band, head);
  std::move(body.blocks.begin(), body.blocks.end(), std::back_inserter(blocks));
  float gap = frame.mm(body.style.gap.value);
  if (body.above && frame.size_class().tall && !frame.settings().reach) {
    float upper = frame.height() * kUpper - column.y;
    body.above->draw(frame, {column.x, column.y, column.width, upper});
    column = {column.x, column.y + upper + gap, column.width, column.height - upper - gap};
  }
  if (body.foot && !frame.size_class().is_compact()) {
    float tall = body.foot->height(frame, column.width);
    body.foot->draw(frame, {column.x, column.bottom() - tall, column.width, tall});
    column.height -= tall + frame.mm(2);
  }
  if (body.whole_pages) blocks = body.whole_pages(band, column.width, column.height - ui::turning_row(frame));
  ui::draw_pages(frame, column, std::move(blocks), page, body.style);
}

void draw_page(const Context& context, const PageHead& head, float measure_mm,
               const std::function<float(const Rect&)>& body) {
  draw_page(context.frame, context.bar, context.place.scroll, head, measure_mm, body);
}

void draw_page(ui::Frame& frame, const ui::BarState& bar, float scroll, const PageHead& head, float measure_mm,
               const std::function<float(const Rect&)>& body) {
  Rect left = ui::draw_bar(frame, bar);
  Band band = draw_band(frame, head, left);
  Rect area = below(frame, band, left), fitting = column_of(frame, area, measure_mm);
  Margins margins = margins_of(frame);
  float above = frame.mm(margins.above), under = frame.mm(margins.below);
  // At its foot the line of an update may run.
  area.height -= frame.mm(ui::kUpdateLineMm);
  frame.scroll({fitting.x, area.y, fitting.width, area.height}, scroll, [&](const Rect& column) {
    float y = column.y + above;
    for (const ui::Box& block : left_over(band, head)) {
      float tall = block.height(frame, column.width);
      block.draw(frame, {column.x, y, column.width, tall});
      y += tall + frame.mm(2);
    }
    y += body({column.x, y, column.width, std::max(0.0f, area.height - under - (y - column.y))});
    return y + under - column.y;
  });
}

Grid Grid::of(const Rect& column, float gap, float least_width, int most_columns) {
  int columns = std::clamp(static_cast<int>(std::floor((column.width + gap) / (least_width + gap))), 1, most_columns);
  return {column, gap, columns};
}

float Grid::draw(int count, const std::function<float(int, float)>& height,
                 const std::function<void(int, const Rect&)>& cell) const {
  float y = column.y, width = cell_width();
  for (int first = 0; first < count; first += columns) {
    int last = std::min(first + columns, count);
    float tall = 0;
    for (int i = first; i < last; ++i) tall = std::max(tall, height(i, width));
    for (int i = first; i < last; ++i) {
      cell(i, {column.x + static_cast<float>(i - first) * (width + gap), y, width, tall});
    }
    y += tall + gap;
  }
  return y > column.y ? y - gap - column.y : 0;
}

float draw_buttons(ui::Frame& frame, const std::vector<ui::Button>& buttons, const Rect& column, float least_mm,
                   int most_columns) {
  float least = frame.mm(least_mm);
  for (const ui::Button& button : buttons) least = std::max(least, least_button_width(frame, button));
  Grid grid = Grid::of(column, frame.mm(4), least, most_columns);
  auto button = [&](int i) -> const ui::Button& { return buttons[static_cast<size_t>(i)]; };
  return grid.draw(
      static_cast<int>(buttons.size()), [&](int i, float width) { return button_height(frame, button(i), width); },
      [&](int i, const Rect& at) { draw_button(frame, button(i), at); });
}

}  // namespace kiosk::screens
