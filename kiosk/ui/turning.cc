#include "kiosk/ui/turning.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/base/check.h"

namespace kiosk::ui {
namespace {

// A page can only be turned to by what is seen: the row keeps its place on every page, and at the ends the arrow that
// leads nowhere is not there.
constexpr float kRow = 20, kCompactRow = 15, kColumn = 16, kArrow = 46, kNarrowArrow = 30, kNarrowestArrow = 20,
                kIcon = 11, kAbove = 2, kBetween = 0.5f, kDigitLine = 6.8f, kDot = 7, kLeastDot = 4;

// Seven inches have no height for a row, and width to spare.
bool stands_upright(const Frame& frame) { return frame.size_class().is_compact() && !frame.size_class().tall; }

float row_height(const Frame& frame) { return frame.mm(frame.size_class().is_compact() ? kCompactRow : kRow); }

void draw_arrow(Frame& frame, const Rect& at, const char* id, const std::string& name, const char* icon, int page,
                accessibility::Role role = accessibility::Role::button, bool in_band = false) {
  frame.node(role, id, name, at);
  frame.press(TurnPage{page});
  const Theme& theme = frame.theme();
  bool down = frame.is_pressed(id);
  float radius = frame.mm(3), side = frame.mm(kIcon);
  bool white = in_band && !down;
  frame.painter().fill(at, down ? theme.pressed : white ? theme.surface : theme.action, radius);
  frame.icon(icon, {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side},
             white ? theme.action : theme.on_action);
  frame.focus_ring(at, radius);
}

TextStyle number_style() {
  TextStyle style = styles::kStrong;
  style.align = text::Align::center;
  style.scale = 1;
  return style;
}

// One for each page, that of this page large and dark; in rows, where there are many.
void draw_dots(Frame& frame, const Pages& pages, const Rect& at) {
  int per_row = std::max(1, static_cast<int>(at.width / frame.mm(kLeastDot)));
  int rows = (pages.count + per_row - 1) / per_row;
  per_row = (pages.count + rows - 1) / rows;
  float step = std::min(at.width / static_cast<float>(per_row), frame.mm(kDot)), side = step * 0.5f;
  for (int i = 0; i < pages.count; ++i) {
    int row = i / per_row, count = std::min(per_row, pages.count - row * per_row);
    float x = at.x + at.width / 2 + (static_cast<float>(i % per_row) - static_cast<float>(count - 1) / 2) * step;
    float y = at.y + at.height / 2 + (static_cast<float>(row) - static_cast<float>(rows - 1) / 2) * step;
    float wide = i == pages.page ? side * 1.5f : side;
    Colour colour = i == pages.page ? frame.theme().action : frame.theme().hairline;
    frame.painter().fill({x - wide / 2, y - wide / 2, wide, wide}, colour, wide / 2);
  }
}

accessibility::Region region_of(const PagerStyle& style) {
  return style.beside_is_read ? accessibility::Region::page : accessibility::Region::controls;
}

// Words beside their pictures where they have room.
void draw_beside(Frame& frame, std::vector<Button> buttons, Rect at) {
  float gap = frame.mm(kAbove), room = at.width;
  std::vector<float> widths;
  for (Button& button : buttons) {
    button.style.scale = frame.type_factor();
    float others = static_cast<float>(buttons.size() - widths.size() - 1) * (at.height + gap);
    float wide = button_box(button).natural(frame);
    button.icon_only = wide > room - others;
    widths.push_back(button.icon_only ? at.height : wide);
    room -= widths.back() + gap;
  }
  float x = at.right();
  for (size_t i = buttons.size(); i-- > 0; x -= gap)
    draw_button(frame, buttons[i], {x -= widths[i], at.y, widths[i], at.height});
}

void draw_row(Frame& frame, const Rect& at, const Pages& pages, const PagerStyle& pager) {
  const std::vector<Button>& beside = pager.beside;
  bool crowded = frame.size_class().is_compact() && beside.size() > 2;
  float arrow = beside.empty() ? kArrow : crowded ? kNarrowestArrow : kNarrowArrow;
  float gap = frame.mm(kAbove), wide = std::min(frame.mm(arrow), at.width * 0.3f);
  Rect middle{at.x + wide + gap, at.y, at.width - 2 * (wide + gap), at.height};
  frame.set_region(accessibility::Region::controls);
  if (pages.page > 0)
    draw_arrow(frame, {at.x, at.y, wide, at.height}, kPageBefore, frame.tr("Page before"), "chevron-left",
               pages.page - 1);
  if (pages.count > 1) {
    std::string where = fill(frame.tr("{1} of {2}"), {std::to_string(pages.page + 1), std::to_string(pages.count)});
    TextStyle style = number_style();
    float number = beside.empty() ? middle.width : frame.lay(where, style, 0).width + gap;
    const text::Paragraph& words = frame.lay(where, style, number);
    Rect place{middle.x, at.y + (at.height - words.height) / 2, number, words.height};
    frame.node(accessibility::Role::text, "page-number", where, place);
    if (pager.dots)
      draw_dots(frame, pages, {middle.x, at.y, number, at.height});
    else
      frame.text(words, place, style);
    middle.x += number + gap, middle.width -= number + gap;
  } else {
    middle = at;  // nothing turns: all of the row
  }
  if (!beside.empty()) {
    frame.set_region(region_of(pager));
    draw_beside(frame, beside, middle);
    frame.set_region(accessibility::Region::controls);
  }
  if (pages.has_next())
    draw_arrow(frame, {at.right() - wide, at.y, wide, at.height}, kPageNext, frame.tr("Next page"), "chevron-right",
               pages.page + 1);
  frame.set_region(accessibility::Region::page);
}

// "2/5": a column has no room for more. Digits and the stroke run from left to right in every language.
std::string brief_number(const Pages& pages) {
  return std::to_string(pages.page + 1) + "/" + std::to_string(pages.count);
}

// What else there is from the top on, as pictures; the arrows with the number between them at the foot.
void draw_column(Frame& frame, const Rect& at, const Pages& pages, const PagerStyle& pager) {
  float gap = frame.mm(kBetween), tall = frame.mm(kCompactRow), y = at.y;
  frame.set_region(region_of(pager));
  for (Button button : pager.beside) {
    button.icon_only = true;
    draw_button(frame, button, {at.x, y, at.width, tall});
    y += tall + gap;
  }
  frame.set_region(accessibility::Region::page);
  if (pages.count < 2) return;
  frame.set_region(accessibility::Region::controls);
  Rect next{at.x, at.bottom() - tall, at.width, tall};
  TextStyle style = number_style();
  // The number takes the air on both sides of the column too: tens of pages need it, and hundreds two lines.
  float end = std::min(at.right() + frame.mm(kAbove), frame.width());
  float wide = end - (at.x - frame.mm(kAbove)), line = frame.mm(kDigitLine);
  auto fits = [&](const std::string& words) { return frame.lay(words, style, 0).width + 1 <= wide; };
  std::string words = brief_number(pages);
  if (!fits(words)) style.weight = text::Weight::regular;
  std::vector<std::string> lines{words};
  if (!fits(words)) lines = {words.substr(0, words.find('/')), words.substr(words.find('/'))};
  Rect number{end - wide, next.y - gap, wide, line * static_cast<float>(lines.size())};
  number.y -= number.height;
  draw_page_arrows(frame, {at.x, number.y - gap - tall, at.width, tall}, next, pages);
  std::string where = fill(frame.tr("{1} of {2}"), {std::to_string(pages.page + 1), std::to_string(pages.count)});
  frame.node(accessibility::Role::text, "page-number", where, number);
  // Digits need no room for the marks of any script: they stand in the middle of their lines by what is seen of them.
  float baseline = number.y + (line + frame.mm(style.capital.value)) / 2;
  for (const std::string& one : lines) {
    const text::Paragraph& laid = frame.lay(one, style, wide);
    KIOSK_CHECK(!laid.glyphs.empty());
    frame.text(laid, {number.x, baseline - laid.glyphs.front().y, wide, laid.height}, style);
    baseline += line;
  }
  frame.set_region(accessibility::Region::page);
}

// From its end: the arrows with the number between them, and what else there is, as pictures. White plates on the band.
void draw_row_in_band(Frame& frame, const Pages& pages, const PagerStyle& pager) {
  const Rect& at = pager.row->at;
  const std::vector<Button>& beside = pager.beside;
  Colour before_row = frame.surface();
  frame.set_surface(pager.row->ground);
  float gap = frame.mm(kBetween), side = frame.mm(kCompactRow), x = at.right() - side;
  frame.set_region(accessibility::Region::controls);
  if (pages.count > 1) {
    TextStyle style = number_style();
    style.colour = frame.theme().on_section();
    std::string words = brief_number(pages);
    float wide = frame.lay(words, style, 0).width + 1;
    const text::Paragraph& laid = frame.lay(words, style, wide);
    Rect next{x, at.y, side, side},
        number{next.x - gap - wide, at.y + (at.height - laid.height) / 2, wide, laid.height};
    // Of two pages each has one way to go: both arrows have one place.
    Rect before = pages.count == 2 ? next : Rect{number.x - gap - side, at.y, side, side};
    if (pages.page > 0)
      draw_arrow(frame, before, kPageBefore, frame.tr("Page before"), "chevron-left", pages.page - 1,
                 accessibility::Role::button, true);
    std::string where = fill(frame.tr("{1} of {2}"), {std::to_string(pages.page + 1), std::to_string(pages.count)});
    frame.node(accessibility::Role::text, "page-number", where, number);
    frame.text(laid, number, style);
    if (pages.has_next())
      draw_arrow(frame, next, kPageNext, frame.tr("Next page"), "chevron-right", pages.page + 1,
                 accessibility::Role::button, true);
    x = std::min(before.x, number.x) - gap - side;
  }
  frame.set_region(region_of(pager));
  for (size_t i = beside.size(); i-- > 0; x -= side + gap) {
    Button button = beside[i];
    button.icon_only = true;
    draw_button(frame, button, {x, at.y, side, side});
  }
  frame.set_region(accessibility::Region::page);
  frame.set_surface(before_row);
}

}  // namespace

Rect without_turning(const Frame& frame, const Rect& area) {
  if (stands_upright(frame)) return {area.x, area.y, area.width - frame.mm(kColumn + kAbove), area.height};
  return {area.x, area.y, area.width, area.height - turning_row(frame)};
}

float turning_row(const Frame& frame) { return stands_upright(frame) ? 0 : row_height(frame) + frame.mm(kAbove); }

float turning_row_width(Frame& frame, const Pages& pages, const std::vector<Button>& beside) {
  float side = frame.mm(kCompactRow), gap = frame.mm(kBetween);
  float wide = (side + gap) * static_cast<float>(beside.size());
  if (pages.count < 2) return wide;
  // The number of the last page is the widest.
  return wide + (pages.count == 2 ? 1 : 2) * (side + gap) +
         frame.lay(brief_number({pages.count - 1, pages.count}), number_style(), 0).width + gap;
}

void draw_page_arrows(Frame& frame, const Rect& before, const Rect& next, const Pages& pages,
                      accessibility::Role role) {
  if (pages.page > 0)
    draw_arrow(frame, before, kPageBefore, frame.tr("Page before"), "chevron-left", pages.page - 1, role);
  if (pages.has_next())
    draw_arrow(frame, next, kPageNext, frame.tr("Next page"), "chevron-right", pages.page + 1, role);
}

void draw_turning(Frame& frame, const Rect& area, const Pages& pages, const PagerStyle& style) {
  if (style.row) return draw_row_in_band(frame, pages, style);
  float column = frame.mm(kColumn), row = row_height(frame);
  if (stands_upright(frame))
    return draw_column(frame, {area.right() - column, area.y, column, area.height}, pages, style);
  draw_row(frame, {area.x, area.bottom() - row, area.width, row}, pages, style);
}

}  // namespace kiosk::ui
