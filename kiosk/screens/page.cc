#include "kiosk/screens/page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/band.h"

namespace kiosk::screens {
namespace {

constexpr float kUpper = 0.4f;  // of an upright panel's height: title and picture
// A page that fills less of its column than this gets a picture, where there is room to spare.
constexpr float kShort = 0.9f;
constexpr float kLeastAbove = 40;          // mm, for one above the blocks of an upright panel
constexpr float kMostMoreGap = 10;         // mm
constexpr float kBeside[] = {0.3f, 0.2f};  // of the width, for a picture at the start of a lying panel

struct Margins {
  float across, above, below;  // mm
};

Margins margins_of(const ui::Frame& frame) {
  ui::SizeClass panel = frame.size_class();
  if (panel.is_compact() || frame.settings().reach) return {2, 0.6f, ui::kUpdateLineMm};
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
Rect column_of(const ui::Frame& frame, const Rect& area, float measure_mm, bool edges = false) {
  Margins margins = margins_of(frame);
  if (edges && frame.size_class().is_compact()) margins.across = 0;
  float most = frame.mm(measure_mm) * std::max(1.0f, frame.settings().text_scale * 0.75f) * frame.type_factor();
  float width = std::min(area.width - 2 * frame.mm(margins.across), most);
  return {area.x + (area.width - width) / 2, area.y + frame.mm(margins.above), width,
          area.height - frame.mm(margins.above + margins.below)};
}

bool on_one_page(ui::Frame& frame, const std::vector<ui::Box>& blocks, const ui::PagerStyle& style, Rect column) {
  if (!style.beside.empty()) column = ui::without_turning(frame, column);
  return ui::break_into_pages(frame, blocks, style.gap, column.width, column.height).size() == 1;
}

// A few words and buttons at the top of a large panel look lost. On an upright panel a picture fills the space above
// them, so that they are within reach; on a large landscape panel it goes beside them.
// Returns the column that is left.
Rect draw_picture_of_short_page(ui::Frame& frame, const PageHead& head, PageBody& body, const Rect& column) {
  if (head.icon.empty() || body.above || body.style.stand != ui::Stand::top) return column;
  if (!frame.size_class().is_roomy() || frame.settings().reach) return column;
  ui::Box blocks = ui::column(body.blocks, body.style.gap);
  ui::Box picture = ui::picture_plate(head.icon, head.colour);
  float gap = frame.mm(2 * body.style.gap.value);
  if (frame.size_class().tall) {
    float rest = column.height - blocks.height(frame, column.width) - gap;
    if (rest < frame.mm(kLeastAbove)) return body.style.stand = ui::Stand::low, column;
    picture.draw(frame, {column.x, column.y, column.width, rest});
    return {column.x, column.y + rest + gap, column.width, column.height - rest - gap};
  }
  if (blocks.height(frame, column.width) > column.height * kShort) return column;
  for (float part : kBeside) {
    float wide = column.width * part, left = column.width - wide - gap;
    if (blocks.height(frame, left) > column.height || blocks.least(frame) > left) continue;
    picture.draw(frame, {column.x, column.y, wide, column.height});
    body.style.stand = ui::Stand::middle;
    return {column.x + wide + gap, column.y, left, column.height};
  }
  // Too many words for one beside them: they stand further from each other.
  if (body.blocks.size() > 1 && body.style.beside.empty()) {
    float spare = (column.height - blocks.height(frame, column.width)) / frame.mm(1);
    body.style.gap.value += std::min(kMostMoreGap, spare / static_cast<float>(body.blocks.size() - 1));
    body.style.stand = ui::Stand::middle;
  }
  return column;
}

}  // namespace

ui::Box foot_words(std::string id, std::string words) {
  auto style_of = [words](ui::Frame& frame, float width) {
    ui::TextStyle style = ui::styles::kQuiet;
    style.line_height = 1.1f;
    for (float scale = frame.settings().text_scale; scale > 1; scale -= 0.25f) {
      style.scale = scale * frame.type_factor();
      if (frame.lay(words, style, width).lines.size() < 2) return style;
    }
    style.scale = frame.type_factor();
    return style;
  };
  ui::Box box;
  box.height = [=](ui::Frame& frame, float width) { return frame.lay(words, style_of(frame, width), width).height; };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    frame.words(accessibility::Role::note, id, words, style_of(frame, at.width), at);
  };
  return box;
}

void draw_page(const Context& context, const PageHead& head, PageBody body) {
  draw_page(context.frame, context.bar, context.place.page, head, std::move(body));
}

namespace {

// The width that the band of a low panel has for what turns; 0: the title needs it.
float room_in_band(ui::Frame& frame, const PageHead& head, const PageBody& body, const Rect& left) {
  if (!body.wide || !frame.size_class().is_compact() || frame.size_class().tall || head.title.empty()) return 0;
  Rect column = column_of(frame, left, body.measure.value, body.edges);
  column.height -= frame.mm(kBandRow);
  if (body.style.head) column.height -= body.style.head->height(frame, column.width) + frame.mm(body.style.gap.value);
  auto pages = ui::break_into_pages(frame, body.blocks, body.style.gap, column.width, column.height);
  float kept = ui::turning_row_width(frame, {0, static_cast<int>(pages.size())}, body.style.beside);
  bool fits = false;
  frame.measure([&] { return fits = draw_band(frame, head, left, true, kept).holds_title, 0.0f; });
  return fits ? kept : 0;
}

}  // namespace

void draw_page(ui::Frame& frame, const ui::BarState& bar, int page, const PageHead& head, PageBody body) {
  Rect left = ui::draw_bar(frame, bar);
  Band band;
  if (float kept = room_in_band(frame, head, body, left)) {
    band = draw_band(frame, head, left, page == 0, kept);
    float row = frame.mm(kBandRow), margin = frame.mm(1);
    Rect at{band.at.right() - margin - kept, band.at.y + (band.at.height - row) / 2, kept, row};
    body.style.row = ui::RowInBand{at, frame.theme().section(head.quiet ? "slate" : head.colour)};
  } else {
    band = draw_band(frame, head, left, page == 0);
  }
  Rect column = column_of(frame, below(frame, band, left), body.measure.value, body.edges);
  float gap = frame.mm(body.style.gap.value);
  if (body.above && frame.size_class().tall && !frame.settings().reach) {
    float upper = frame.height() * kUpper - column.y;
    body.above->draw(frame, {column.x, column.y, column.width, upper});
    column = {column.x, column.y + upper + gap, column.width, column.height - upper - gap};
  }
  if (body.foot_needed && frame.size_class().is_compact()) {
    body.style.foot = std::move(body.foot);
  } else if (body.foot && !frame.size_class().is_compact()) {
    float tall = body.foot->height(frame, column.width);
    body.foot->draw(frame, {column.x, column.bottom() - tall, column.width, tall});
    column.height -= tall + frame.mm(2);
  }
  if (body.whole_pages) {
    Rect room = ui::without_turning(frame, column);
    body.blocks = body.whole_pages(band, room.width, room.height);
  } else {
    std::vector<ui::Box> blocks = left_over(band, head);
    bool yields = body.title_yields && !blocks.empty();
    blocks.insert(blocks.end(), body.blocks.begin(), body.blocks.end());
    if (!yields || on_one_page(frame, blocks, body.style, column)) body.blocks = std::move(blocks);
    column = draw_picture_of_short_page(frame, head, body, column);
  }
  ui::draw_pages(frame, column, std::move(body.blocks), page, body.style);
}

Rect draw_page_frame(const Context& context, const PageHead& head, Mm measure, bool edges) {
  ui::Frame& frame = context.frame;
  Rect left = ui::draw_bar(frame, context.bar);
  Rect area = below(frame, draw_band(frame, head, left, true), left);
  if (edges && frame.size_class().is_compact()) {
    area.height -= frame.mm(ui::kUpdateLineMm);
    return area;
  }
  return column_of(frame, area, measure.value);
}

}  // namespace kiosk::screens
