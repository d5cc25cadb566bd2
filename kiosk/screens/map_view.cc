// The map of "near here". Small areas are drawn as if the earth were flat, which is right to a percent within a
// country. Places carry the numbers of the list instead of their names: names of offices are long, and two of them on
// one spot could not both be read (R33). Places that lie on one spot share a mark.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/screens/near_here.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr double kKmPerDegree = kEarthRadiusKm * std::numbers::pi / 180;
constexpr double kLeastSpanKm = 1;
constexpr float kHeight = 84, kMark = 11, kStrip = 13;  // mm
constexpr float kHere = 17;                             // wider than a mark, so that it is seen round one

struct Point {
  float x = 0, y = 0;
};

// From places on earth to pixels in a rectangle, north up.
class Projection {
 public:
  Projection(const std::vector<Position>& shown, const Rect& into) {
    auto [south, north] = std::minmax_element(shown.begin(), shown.end());
    auto by_longitude = [](const Position& a, const Position& b) { return a.second < b.second; };
    auto [west, east] = std::minmax_element(shown.begin(), shown.end(), by_longitude);
    middle_ = {(south->first + north->first) / 2, (west->second + east->second) / 2};
    shrink_ = std::cos(middle_.first * std::numbers::pi / 180);
    double tall = (north->first - south->first) * kKmPerDegree,
           wide = (east->second - west->second) * kKmPerDegree * shrink_;
    px_per_km_ = std::min(into.width / std::max(wide, kLeastSpanKm), into.height / std::max(tall, kLeastSpanKm));
    centre_ = {into.x + into.width / 2, into.y + into.height / 2};
  }

  Point operator()(const Position& place) const {
    return {centre_.x + static_cast<float>((place.second - middle_.second) * kKmPerDegree * shrink_ * px_per_km_),
            centre_.y - static_cast<float>((place.first - middle_.first) * kKmPerDegree * px_per_km_)};
  }
  double px_per_km() const { return px_per_km_; }

 private:
  Position middle_;
  double shrink_ = 1, px_per_km_ = 1;
  Point centre_;
};

// The longest round distance that is not longer than `most`.
double round_km(double most) {
  double size = std::pow(10, std::floor(std::log10(most)));
  for (double step : {5.0, 2.0}) {
    if (step * size <= most) return step * size;
  }
  return size;
}

struct Mark {
  Point at;
  std::string numbers;
};

class Map {
 public:
  Map(const Context& context, const Rect& box) : context_(context), frame_(context.frame), box_(box) {}

  void draw(const std::vector<NearContact>& places) {
    std::vector<Position> shown{*context_.position};
    for (const NearContact& place : places) shown.push_back(*place.contact.coordinates);
    float edge = frame_.mm(kHere / 2), strip = frame_.mm(kStrip) * std::max(1.0f, frame_.settings().text_scale * 0.75f);
    // No mark reaches into the strips at the top and the bottom, where scale and north stand.
    Rect inner{2 * edge, strip + edge, box_.width - 4 * edge, std::max(frame_.mm(5), box_.height - 2 * (strip + edge))};
    Projection project(shown, inner);

    frame_.node(Role::image, "map", frame_.tr("A map of these places. North is up."), box_);
    frame_.painter().fill(box_, frame_.theme().surface, frame_.mm(3));
    frame_.painter().border(box_, frame_.theme().hairline, frame_.mm(0.3f), frame_.mm(3));
    Colour before = frame_.surface();
    frame_.set_surface(frame_.theme().surface);
    frame_.push_clip(box_.inset(frame_.mm(0.3f)));
    std::vector<catalog::Area> areas = context_.catalog.areas(frame_.settings().language);
    for (const catalog::Area& area : areas) draw_outline(area, project);
    std::vector<Mark> marks = marks_of(places, project);
    Point here = project(*context_.position);
    taken_.push_back(around(here, frame_.mm(kHere / 2)));
    for (const Mark& mark : marks) taken_.push_back(mark_rect(mark));
    draw_furniture(project.px_per_km(), strip);
    for (const catalog::Area& area : areas) draw_name(area, project);
    draw_here(here);
    for (const Mark& mark : marks) draw_mark(mark);
    frame_.pop_clip();
    frame_.set_surface(before);
  }

 private:
  // What is drawn at `left` px from the left edge of the map stands there in every reading direction.
  Rect place(const Rect& on_map) const {
    float x = frame_.painter().mirrored() ? box_.right() - on_map.right() : box_.x + on_map.x;
    return {x, box_.y + on_map.y, on_map.width, on_map.height};
  }
  static Rect around(const Point& at, float radius) { return {at.x - radius, at.y - radius, 2 * radius, 2 * radius}; }

  Rect mark_rect(const Mark& mark) const {
    float wide = frame_.lay(mark.numbers, style(), 0).width + frame_.mm(5), side = frame_.mm(kMark);
    return {mark.at.x - std::max(wide, side) / 2, mark.at.y - side / 2, std::max(wide, side), side};
  }

  ui::TextStyle style() const {
    ui::TextStyle strong = ui::styles::kStrong;
    strong.align = text::Align::center;
    strong.scale = std::min(frame_.settings().text_scale, 1.4f);
    return strong;
  }

  std::vector<Mark> marks_of(const std::vector<NearContact>& places, const Projection& project) const {
    std::vector<Mark> marks;
    int number = 0;
    for (const NearContact& near : places) {
      Mark mark{project(*near.contact.coordinates), std::to_string(++number)};
      auto same = std::find_if(marks.begin(), marks.end(), [&](const Mark& other) {
        Rect common = mark_rect(other).intersect(mark_rect(mark));
        return common.width > 0 && common.height > 0;
      });
      if (same == marks.end())
        marks.push_back(std::move(mark));
      else
        same->numbers += " " + mark.numbers;
    }
    return marks;
  }

  void draw_outline(const catalog::Area& area, const Projection& project) {
    for (const std::vector<Position>& ring : area.outline) {
      if (!std::all_of(ring.begin(), ring.end(), is_on_earth)) continue;
      std::vector<std::pair<float, float>> points;
      for (const Position& position : ring) {
        Point at = project(position);
        Rect spot = place({at.x, at.y, 0, 0});
        points.emplace_back(spot.x, spot.y);
      }
      frame_.painter().outline(points, frame_.theme().hairline, frame_.mm(0.4f));
    }
  }

  // A name stands in the middle of its area, where there is room for all of it.
  void draw_name(const catalog::Area& area, const Projection& project) {
    if (area.outline.empty() || !std::all_of(area.outline.front().begin(), area.outline.front().end(), is_on_earth))
      return;
    float left = 1e9f, right = -1e9f, top = 1e9f, bottom = -1e9f;
    for (const Position& position : area.outline.front()) {
      Point at = project(position);
      left = std::min(left, at.x), right = std::max(right, at.x), top = std::min(top, at.y),
      bottom = std::max(bottom, at.y);
    }
    left = std::max(left, 0.0f), right = std::min(right, box_.width), top = std::max(top, 0.0f),
    bottom = std::min(bottom, box_.height);
    LanguageTag before = frame_.language();
    frame_.set_language(area.language);
    ui::TextStyle quiet = style();
    quiet.weight = text::Weight::regular;
    quiet.quiet = true;
    const text::Paragraph& words = frame_.lay(area.name, quiet, 0);
    Rect at{(left + right - words.width) / 2, (top + bottom - words.height) / 2, words.width, words.height};
    bool fits = words.width <= right - left && words.height <= bottom - top;
    bool free = std::none_of(taken_.begin(), taken_.end(), [&](const Rect& other) {
      Rect common = other.intersect(at);
      return common.width > 0 && common.height > 0;
    });
    if (fits && free) {
      taken_.push_back(at);
      frame_.text(words, place(at), quiet);
    }
    frame_.set_language(before);
  }

  void draw_here(const Point& here) {
    float radius = frame_.mm(kHere / 2);
    frame_.painter().fill(place(around(here, radius)), frame_.theme().ink, radius);
    frame_.painter().fill(place(around(here, radius * 0.8f)), frame_.theme().surface, radius);
    frame_.painter().fill(place(around(here, radius * 0.4f)), frame_.theme().ink, radius);
  }

  void draw_mark(const Mark& mark) {
    Rect at = place(mark_rect(mark));
    ui::TextStyle digits = style();
    digits.colour = frame_.theme().on_action;
    frame_.painter().fill(at, frame_.theme().action, at.height / 2);
    frame_.set_surface(frame_.theme().action);
    const text::Paragraph& words = frame_.lay(mark.numbers, digits, at.width);
    frame_.text(words, {at.x, at.y + (at.height - words.height) / 2, at.width, words.height}, digits);
    frame_.set_surface(frame_.theme().surface);
  }

  // The scale at the bottom left, north at the top right.
  void draw_furniture(double px_per_km, float strip) {
    float gap = frame_.mm(4), thick = frame_.mm(0.8f);
    double km = round_km(box_.width * 0.35 / px_per_km);
    std::string length = km < 1 ? ui::fill(frame_.tr("{1} m"), {std::to_string(std::lround(km * 1000))})
                                : ui::fill(frame_.tr("{1} km"), {std::to_string(std::lround(km))});
    float wide = static_cast<float>(km * px_per_km), bottom = box_.height - gap;
    frame_.painter().fill(place({gap, bottom - thick, wide, thick}), frame_.theme().ink);
    for (float x : {gap, gap + wide - thick})
      frame_.painter().fill(place({x, bottom - frame_.mm(3), thick, frame_.mm(3)}), frame_.theme().ink);
    const text::Paragraph& words = frame_.lay(length, style(), 0);
    Rect label{gap + wide + frame_.mm(2), box_.height - std::max(strip, words.height), words.width, words.height};
    frame_.text(words, place(label), style());

    const text::Paragraph& north = frame_.lay(frame_.tr("North"), style(), 0);
    float side = frame_.mm(8);
    Rect name{box_.width - gap - north.width, frame_.mm(1), north.width, north.height};
    frame_.text(north, place(name), style());
    Rect arrow{name.x - side - frame_.mm(1), name.y + (name.height - side) / 2, side, side};
    frame_.icon("arrow-up", place(arrow), frame_.theme().ink);
    taken_.push_back(label), taken_.push_back(name), taken_.push_back(arrow);
  }

  const Context& context_;
  ui::Frame& frame_;
  Rect box_;
  std::vector<Rect> taken_;  // on the map: no name may stand there
};

// What the mark of the kiosk means.
float draw_legend(ui::Frame& frame, const Rect& column) {
  float side = frame.mm(8), start = side + frame.mm(3);
  const text::Paragraph& words = frame.lay(frame.tr("You are here"), ui::styles::kBody, column.width - start);
  frame.node(Role::text, "you-are-here", frame.tr("You are here"), {column.x, column.y, column.width, words.height});
  Rect dot{column.x, column.y + (words.height - side) / 2, side, side};
  frame.painter().fill(dot, frame.theme().ink, side / 2);
  frame.painter().fill(dot.inset(side * 0.14f), frame.surface(), side / 2);
  frame.painter().fill(dot.inset(side * 0.3f), frame.theme().ink, side / 2);
  return frame.text(words, {column.x + start, column.y, column.width - start, words.height}, ui::styles::kBody);
}

}  // namespace

float draw_map(const Context& context, const std::vector<NearContact>& places, const Rect& column) {
  ui::Frame& frame = context.frame;
  float tall = std::min(frame.mm(kHeight), column.width * 0.7f);
  if (!frame.measuring()) Map(context, {column.x, column.y, column.width, tall}).draw(places);
  float below = tall + frame.mm(2);
  return below + draw_legend(frame, {column.x, column.y + below, column.width, 0});
}

}  // namespace kiosk::screens
