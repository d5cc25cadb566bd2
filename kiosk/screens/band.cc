// How the band finds its height: never under 12 mm, never over what the panel can spare (the page needs the rest, see
// tests/app/page_area_test.cc). Inside that the title is shown at the visitor's text size if it fits on two lines,
// smaller where it does not, and never under the smallest legible size. A title too long for all of them becomes the
// first block of the page: losing words is no way out, and a head of three lines leaves no page.
#include "kiosk/screens/band.h"

#include <algorithm>

#include "kiosk/ui/drawing.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr float kLeast = 12, kMargin = 4, kCompactMargin = 2, kGap = 3, kAir = 1.2f, kEmpty = 3, kLeastPage = 20;
constexpr float kBody = 4.8f, kLineHeight = 1.1f;
constexpr float kMostEnds = 0.4f;  // of the width, for what stands at the end of the band

struct Measures {
  float most, icon;  // mm
  float capitals;    // of a title that fits
};

Measures measures_of(const ui::Frame& frame) {
  ui::SizeClass panel = frame.size_class();
  float scale = frame.settings().text_scale;
  Measures own = panel.tall                        ? Measures{24, 14, 7.5f}
                 : panel.size == ui::Size::large   ? Measures{17.5f, 12, 6.5f}
                 : panel.size == ui::Size::regular ? Measures{16, 10, 5.8f}
                                                   : Measures{15, 8, 5.8f};
  // A low panel has no height for a larger band: the page and the arrows need the rest.
  if (!panel.is_compact()) own.most = std::min(24.0f, own.most * std::max(1.0f, scale));
  return own;
}

ui::TextStyle style_of(const ui::Frame& frame, float capital, float scale) {
  ui::TextStyle style{.capital = Mm{capital}, .weight = text::Weight::bold, .line_height = kLineHeight};
  style.colour = frame.theme().on_section();
  style.balanced = true;
  style.scale = scale;
  return style;
}

ui::TextStyle end_style(const ui::Frame& frame) {
  ui::TextStyle style{.capital = Mm{kBody}, .line_height = kLineHeight, .align = text::Align::end};
  style.colour = frame.theme().on_section();
  style.scale = frame.type_factor();
  return style;
}

// The largest style in which the title fits.
std::optional<ui::TextStyle> fitting(ui::Frame& frame, const PageHead& head, const Measures& own, float width) {
  for (float scale = frame.settings().text_scale; scale > 0.99f; scale -= 0.25f) {
    float body = kBody * frame.type_factor();
    for (float capital : {own.capitals, 5.8f, body}) {
      if (capital > own.capitals || capital < body || (head.quiet && capital > body)) continue;
      ui::TextStyle style = style_of(frame, capital, scale);
      const text::Paragraph& laid = frame.lay(head.title, style, width);
      if (!laid.broke_word && laid.lines.size() <= 2 && laid.height + frame.mm(kAir) <= frame.mm(own.most))
        return style;
    }
  }
  // Seven inches have one line for it.
  if (!frame.size_class().is_compact()) return std::nullopt;
  ui::TextStyle style = style_of(frame, kBody, 1);
  style.weight = text::Weight::regular;
  const text::Paragraph& laid = frame.lay(head.title, style, width);
  if (laid.broke_word || laid.height + frame.mm(kAir) > frame.mm(own.most)) return std::nullopt;
  return style;
}

}  // namespace

Band draw_band(ui::Frame& frame, const PageHead& head, const Rect& left, bool first_page, float kept) {
  Colour plate = frame.theme().section(head.quiet ? "slate" : head.colour), before = frame.surface();
  if (head.title.empty() && head.where.empty()) {
    // Seven inches need even the height of an empty one.
    Band band{{left.x, left.y, left.width, frame.size_class().is_compact() ? 0 : frame.mm(kEmpty)}};
    frame.painter().fill(band.at, plate);
    return band;
  }
  // A message of many lines leaves no room for a band: then the title goes with the page.
  if (left.height < frame.mm(kLeast + kLeastPage)) return {{left.x, left.y, left.width, 0}, false, false};
  Measures own = measures_of(frame);
  float margin = frame.mm(frame.size_class().is_compact() ? kCompactMargin : kMargin), gap = frame.mm(kGap);
  float icon = head.icon.empty() && head.picture.name.empty() ? 0 : frame.mm(own.icon);
  float x = left.x + margin, width = left.width - 2 * margin - kept;
  if (icon > 0) x += icon + gap, width -= icon + gap;

  // What stands at the end: where one is, and the remark; less of it, until the title has room.
  std::vector<std::string> ends;
  if (!head.where.empty() && !head.remark.empty()) ends.push_back(head.where + " \u00b7 " + head.remark);
  if (!head.remark.empty()) ends.push_back(head.remark);
  if (!head.where.empty() && head.remark.empty()) ends.push_back(head.where);
  ends.push_back("");
  Band band;
  std::string end;
  float end_width = 0;
  std::optional<ui::TextStyle> title;
  for (const std::string& tried : ends) {
    end = tried;
    end_width = tried.empty() ? 0 : frame.lay(tried, end_style(frame), 0).width + 1;
    if (end_width > width * kMostEnds && !head.title.empty()) continue;
    title = fitting(frame, head, own, width - (end_width > 0 ? end_width + gap : 0));
    if (title) break;
  }
  band.holds_title = title.has_value();
  if (!title) {
    // All of the band is left for the rest.
    auto wide = [&](const std::string& words) { return frame.lay(words, end_style(frame), 0).width + 1; };
    auto fits = std::find_if(ends.begin(), ends.end(), [&](const std::string& words) { return wide(words) <= width; });
    end = head.where.empty() || fits->find(head.where) != std::string::npos ? *fits : head.where;
    end_width = std::min(width, wide(end));
  }
  band.holds_remark = head.remark.empty() || end.find(head.remark) != std::string::npos;

  float title_width = width - (end_width > 0 ? end_width + gap : 0);
  float words = title ? frame.lay(head.title, *title, title_width).height : 0;
  float tall = std::max({frame.mm(kLeast), words + frame.mm(kAir), icon + frame.mm(2 * kAir)});
  if (kept > 0) tall = std::max(tall, frame.mm(kBandRow));
  band.at = {left.x, left.y, left.width, tall};
  frame.painter().fill(band.at, plate);
  frame.set_surface(plate);
  if (title && !head.title.empty()) {
    Rect at{x, band.at.y + (tall - words) / 2, title_width, words};
    frame.node(Role::heading, "title", head.title, at);
    frame.text(head.title, *title, at);
    Rect square{left.x + margin, band.at.y + (tall - icon) / 2, icon, icon};
    if (!head.picture.name.empty())
      ui::draw_drawing_on_light(frame, head.picture, square);
    else if (icon > 0)
      frame.icon(head.icon, square, frame.theme().on_section());
  }
  // Its room is kept on the pages that follow, so that all of them are of one size.
  bool remarked = !head.remark.empty() && end.find(head.remark) != std::string::npos;
  if (remarked && !first_page) end = end == head.remark ? "" : head.where;
  if (!end.empty()) {
    ui::TextStyle style = end_style(frame);
    if (!title) style.align = text::Align::start;
    float high = frame.lay(end, style, end_width).height;
    Rect at{title ? left.right() - kept - margin - end_width : x, band.at.y + (tall - high) / 2, end_width, high};
    frame.node(Role::text, "where", end, at);
    frame.text(end, style, at);
  }
  frame.set_surface(before);
  return band;
}

std::vector<ui::Box> left_over(const Band& band, const PageHead& head) {
  std::vector<ui::Box> blocks;
  if (!band.holds_title && !head.title.empty()) {
    ui::TextStyle style = head.quiet ? ui::styles::kStrong : ui::styles::kHeading;
    style.balanced = true;
    style.line_height = kLineHeight;
    blocks.push_back(ui::words(Role::heading, "title", head.title, style).keep_with_next());
  }
  if (!band.holds_remark && !head.remark.empty())
    blocks.push_back(ui::words(Role::note, "remark", head.remark, ui::styles::kQuiet).keep_with_next());
  return blocks;
}

}  // namespace kiosk::screens
