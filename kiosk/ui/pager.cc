#include "kiosk/ui/pager.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

#include "kiosk/ui/turning.h"

namespace kiosk::ui {
namespace {

constexpr float kOverlap = 14, kLeastRoom = 10, kAboveFoot = 2;  // mm

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
    place.height -= tall + frame.mm(kAboveFoot);
  }
  if (turns || style.head || style.foot)
    pages = break_into_pages(frame, std::move(blocks), style.gap, place.width, place.height);
  int count = static_cast<int>(pages.size()), page = std::clamp(wanted, 0, count - 1);
  // Half a pixel more, because heights that were shared out do not add up to the last bit.
  frame.push_clip({0, place.y - 0.5f, frame.width(), place.height + 1});
  draw_moving(frame, place, pages, page, style);
  frame.pop_clip();
  if (style.row || turns) draw_turning(frame, area, {page, count}, style);
  frame.set_pages({page, count});
}

}  // namespace kiosk::ui
