#include "kiosk/ui/pager.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <utility>

namespace kiosk::ui {
namespace {

// A page can only be turned to by what is seen: the row keeps its place on every page, and at the ends the arrow that
// leads nowhere is not there.
constexpr float kRow = 20, kCompactRow = 15, kColumn = 16, kArrow = 46, kNarrowArrow = 30, kNarrowestArrow = 20,
                kIcon = 11, kAbove = 2, kOverlap = 14, kLeastRoom = 10, kBetween = 0.5f, kDigitLine = 6.8f, kDot = 7,
                kLeastDot = 4;

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

// "2/5": a column has no room for more. Digits and what stands between them run from left to right.
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
  // Digits need no room for the marks of any script.
  style.line_height = 1;
  style.line_height = std::min(1.0f, line / frame.lay(words, style, 0).height);
  for (size_t i = 0; i < lines.size(); ++i)
    frame.text(frame.lay(lines[i], style, wide), {number.x, number.y + line * static_cast<float>(i), wide, line},
               style);
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

bool holds_more_than_headings(const std::vector<Box>& page) {
  return std::any_of(page.begin(), page.end(), [](const Box& box) { return !box.with_next; });
}

float height_of(Frame& frame, const std::vector<Box>& boxes, Mm gap, float width) {
  return column(boxes, gap).height(frame, width);
}

// The last resort for a block that is higher than a page and knows no place to be broken: one view of it a page, each
// beginning a line's height before the last one ended, so that whatever an edge cuts is whole on one of the two.
std::vector<Box> views(Frame& frame, const Box& block, float width, float first, float room) {
  float tall = block.height(frame, width), overlap = std::min(frame.mm(kOverlap), room / 3);
  if (room < frame.mm(kLeastRoom)) return {block};  // nothing can be shown in so little
  std::vector<Box> all;
  for (float from = 0, part = std::max(first, room / 2);; from += part - overlap, part = room) {
    float seen = std::min(part, tall - from);
    Box view;
    view.height = [seen](Frame&, float) { return seen; };
    view.draw = [=](Frame& own, const Rect& at) {
      own.push_clip({at.x, at.y, at.width, seen});
      block.draw(own, {at.x, at.y - from, at.width, tall});
      own.pop_clip();
    };
    all.push_back(std::move(view));
    if (from + seen >= tall - 0.5f) return all;
  }
}

// What is shown in place of a block that is higher than a page; empty: it is broken.
std::vector<Box> apart(Frame& frame, const Box& block, float width, float room) {
  if (!block.apart || block.height(frame, width) <= room + 0.5f) return {};
  std::vector<Box> parts = block.apart(frame, width, room);
  if (!parts.empty()) parts.back().with_next = block.with_next;
  return parts;
}

void draw_page_of(Frame& frame, const Rect& area, std::vector<Box> boxes, const PagerStyle& style) {
  Rect at = area;
  float tall = height_of(frame, boxes, style.gap, area.width);
  if (style.stand == Stand::middle) at.y += std::max(0.0f, area.height - tall) / 2;
  if (style.stand == Stand::low) at.y += std::max(0.0f, area.height - tall);
  bool grows = std::any_of(boxes.begin(), boxes.end(), [](const Box& box) { return box.share > 0; });
  if (style.stand == Stand::fill || grows)
    at = area;
  else
    at.height = std::min(tall, area.height);
  column(std::move(boxes), style.gap).draw(frame, at);
}

// Out of what was touched: a plate that grows until it is the page.
void draw_growing(Frame& frame, const Rect& from, const std::function<void()>& draw) {
  Painter& painter = frame.painter();
  Rect plate = between(from, frame.page_area(), frame.motion().part);
  painter.push_clip(plate);
  draw();
  painter.pop_clip();
  painter.border_placed(plate, frame.theme().action, frame.mm(0.6f), frame.mm(3));
}

// While it turns the page before is still there, and both slide as one: against the reading direction where one goes
// on.
void draw_moving(Frame& frame, const Rect& place, const std::vector<std::vector<Box>>& pages, int page,
                 const PagerStyle& style) {
  auto draw = [&](int one) { draw_page_of(frame, place, pages[static_cast<size_t>(one)], style); };
  if (const auto* growth = frame.motion().as<Growth>()) return draw_growing(frame, growth->from, [&] { draw(page); });
  const Turn* turn = frame.motion().as<Turn>();
  if (!turn || turn->from == page || turn->from >= static_cast<int>(pages.size())) return draw(page);
  Painter& painter = frame.painter();
  const Rect area = frame.page_area();  // it slides under nothing that stays
  float way = (page > turn->from) != painter.mirrored() ? area.width : -area.width;
  painter.push_clip(area);
  painter.moved({.across = -way * frame.motion().part}, [&] { frame.paint_only([&] { draw(turn->from); }); });
  painter.moved({.across = way * (1 - frame.motion().part)}, [&] { draw(page); });
  painter.pop_clip();
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

std::vector<std::vector<Box>> break_into_pages(Frame& frame, std::vector<Box> blocks, Mm gap, float width, float room) {
  std::vector<std::vector<Box>> pages(1);
  float air = frame.mm(gap.value), left = room;
  auto turn = [&] {
    // A heading goes over to the page that it is the heading of.
    std::vector<Box> headings;
    while (!pages.back().empty() && pages.back().back().with_next) {
      headings.insert(headings.begin(), std::move(pages.back().back()));
      pages.back().pop_back();
    }
    if (pages.back().empty()) {
      pages.back() = std::move(headings);
    } else {
      pages.push_back(std::move(headings));
    }
    left = room - (pages.back().empty() ? 0 : height_of(frame, pages.back(), gap, width) + air);
  };
  auto add_views = [&](const Box& box) {
    for (Box& part : views(frame, box, width, left, room)) {
      pages.back().push_back(std::move(part));
      pages.emplace_back();
    }
    left = room;
  };
  auto add_whole_or_views = [&](Box box) {
    if (box.height(frame, width) > left + 0.5f) return add_views(box);
    pages.back().push_back(std::move(box));
    pages.emplace_back();
    left = room;
  };
  std::deque<Box> waiting(std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
  while (!waiting.empty()) {
    Box rest = std::move(waiting.front());
    waiting.pop_front();
    if (rest.own_page && holds_more_than_headings(pages.back())) pages.emplace_back(), left = room;
    for (;;) {
      float tall = rest.height(frame, width);
      if (tall <= left + 0.5f) {
        left -= tall + air;
        pages.back().push_back(std::move(rest));
        break;
      }
      if (std::vector<Box> parts = apart(frame, rest, width, room); !parts.empty()) {
        waiting.insert(waiting.begin(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
        break;
      }
      // What fits a page of its own stays whole. What does not, or flows, is broken here, if enough of it fits.
      bool whole = tall <= room + 0.5f && !rest.flows, fresh = pages.back().empty();
      bool only_headings = !holds_more_than_headings(pages.back());
      std::vector<Box> both;
      if (!whole || only_headings) both = rest.broken(frame, width, left);
      if (both.size() == 2 && both[0].height(frame, width) > left + 0.5f) {
        if (fresh) {
          // A row of one that is too high: it may know a place of its own.
          waiting.push_front(std::move(both[1]));
          std::vector<Box> inside = both[0].broken(frame, width, left);
          if (inside.size() == 2) waiting.push_front(std::move(inside[1])), both[0] = std::move(inside[0]);
          add_whole_or_views(std::move(both[0]));
          break;
        }
        both.clear();
      }
      if (both.size() == 2) {
        pages.back().push_back(std::move(both[0]));
        rest = std::move(both[1]);
        pages.emplace_back();
        left = room;
        continue;
      }
      if (only_headings && !fresh) {  // with its heading there is no room for it: the heading stays alone
        pages.emplace_back();
        left = room;
        continue;
      }
      if (fresh) {  // it is higher than a page and cannot be broken
        add_views(rest);
        break;
      }
      turn();
    }
  }
  if (pages.back().empty() && pages.size() > 1) pages.pop_back();
  return pages;
}

void draw_page_arrows(Frame& frame, const Rect& before, const Rect& next, const Pages& pages,
                      accessibility::Role role) {
  if (pages.page > 0)
    draw_arrow(frame, before, kPageBefore, frame.tr("Page before"), "chevron-left", pages.page - 1, role);
  if (pages.has_next())
    draw_arrow(frame, next, kPageNext, frame.tr("Next page"), "chevron-right", pages.page + 1, role);
}

void draw_pages(Frame& frame, const Rect& area, std::vector<Box> blocks, int wanted, const PagerStyle& style) {
  Rect place = area;
  auto pages = break_into_pages(frame, blocks, style.gap, place.width, place.height);
  bool turns = !style.row && (pages.size() > 1 || !style.beside.empty() || style.head || style.foot);
  if (turns) place = without_turning(frame, area);
  if (style.head) {
    float tall = style.head->height(frame, place.width), gap = frame.mm(style.gap.value);
    style.head->draw(frame, {place.x, place.y, place.width, tall});
    place.y += tall + gap, place.height -= tall + gap;
  }
  if (style.foot) {
    float tall = style.foot->height(frame, place.width);
    style.foot->draw(frame, {place.x, place.bottom() - tall, place.width, tall});
    place.height -= tall + frame.mm(kAbove);
  }
  if (turns || style.head || style.foot)
    pages = break_into_pages(frame, std::move(blocks), style.gap, place.width, place.height);
  int count = static_cast<int>(pages.size()), page = std::clamp(wanted, 0, count - 1);
  // Half a pixel more, because heights that were shared out do not add up to the last bit.
  frame.push_clip({0, place.y - 0.5f, frame.width(), place.height + 1});
  draw_moving(frame, place, pages, page, style);
  frame.pop_clip();
  if (style.row) draw_row_in_band(frame, {page, count}, style);
  if (turns && stands_upright(frame))
    draw_column(frame, {area.right() - frame.mm(kColumn), area.y, frame.mm(kColumn), area.height}, {page, count},
                style);
  else if (turns)
    draw_row(frame, {area.x, area.bottom() - row_height(frame), area.width, row_height(frame)}, {page, count}, style);
  frame.set_pages({page, count});
}

}  // namespace kiosk::ui
