#include "kiosk/screens/page.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

using accessibility::Role;

namespace {

constexpr float kLowZoneMm = 115;  // seven inches across, or reach mode

}  // namespace

const ui::TextStyle& title_style(ui::Frame& frame) {
  return frame.zone().height < frame.mm(kLowZoneMm) ? ui::styles::kHeading : ui::styles::kTitle;
}

void draw_page(const Context& context, const PageHead& head, float measure_mm,
               const std::function<float(const Rect&)>& body) {
  draw_page(context.frame, context.bar, context.place.scroll, head, measure_mm, body);
}

void draw_page(ui::Frame& frame, const ui::BarState& bar, float scroll, const PageHead& head, float measure_mm,
               const std::function<float(const Rect&)>& body) {
  Rect zone = frame.zone();
  // On a low panel the page gives up air before it gives up content.
  bool low = zone.height < frame.mm(kLowZoneMm);
  float band = frame.mm(3), margin = frame.mm(low ? 4 : 8), above = frame.mm(low ? 2 : 5),
        below = frame.mm(low ? 3 : 6);
  frame.painter().fill({0, zone.y, zone.width, band},
                       head.quiet ? frame.theme().section("slate") : frame.theme().section(head.colour));

  Rect left = ui::draw_bar(frame, bar);
  float width =
      std::min(left.width - 2 * margin, frame.mm(measure_mm) * std::max(1.0f, frame.settings().text_scale * 0.75f));
  Rect viewport{(left.width - width) / 2, zone.y + band, width, left.bottom() - zone.y - band};
  frame.scroll(viewport, scroll, [&](const Rect& column) {
    float y = column.y + above;
    y += frame.words(Role::text, "where", head.where, ui::styles::kQuiet, {column.x, y, column.width, 0});
    if (!head.title.empty()) {
      const ui::TextStyle& style = head.quiet ? ui::styles::kStrong : title_style(frame);
      y += frame.words(Role::heading, "title", head.title, style, {column.x, y, column.width, 0}) +
           frame.mm(low ? 2 : 4);
    }
    y += body({column.x, y, column.width, std::max(0.0f, viewport.height - below - (y - column.y))});
    return y + below - column.y;
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
