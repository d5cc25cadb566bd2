// The map of "near here". Small areas are drawn as if the earth were flat, which is right to a percent within a
// country. The mark of a place carries the number of its card, and its name where there is room beside it: names of
// offices are long, and one that lies on another can be read by no one (R33). Marks never lie on each other or on the
// kiosk: who stands at the right spot cannot have its own, moves aside and is tied to it by a line. Rejected: one mark
// for several places ("1 2 3"), which says neither where they are nor which is which.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "kiosk/catalog/outline.h"
#include "kiosk/screens/near_here.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr double kKmPerDegree = kEarthRadiusKm * std::numbers::pi / 180;
constexpr double kLeastSpanKm = 1;
constexpr float kLeastHeight = 40, kMark = 9, kHere = 10, kStrip = 11, kTown = 2.2f, kGap = 1.5f;  // mm
constexpr float kPartsOfWidth[] = {0.35f, 0.5f, 0.75f};  // of the map, that a name takes
constexpr int kDirections = 16, kRings = 8;

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

Rect around(const Point& at, float width, float height) { return {at.x - width / 2, at.y - height / 2, width, height}; }

bool overlap(const Rect& one, const Rect& other) {
  Rect common = one.intersect(other);
  return common.width > 0 && common.height > 0;
}

class Map {
 public:
  Map(const Context& context, const Rect& box) : context_(context), frame_(context.frame), box_(box) {}

  void draw(const std::vector<NearContact>& places) {
    std::vector<Position> shown{*context_.position};
    for (const NearContact& place : places) shown.push_back(*place.contact.coordinates);
    // No mark reaches into the strips at the top and the bottom, where scale and north stand.
    float strip = frame_.mm(kStrip), side = std::max(frame_.mm(kHere), box_.width * 0.12f);
    inner_ = {side, strip, box_.width - 2 * side, std::max(frame_.mm(5), box_.height - 2 * strip)};
    Projection project(shown, inner_.inset(std::min(frame_.mm(kMark), inner_.height / 3)));

    frame_.node(Role::image, "map", frame_.tr("A map of these places. North is up."), box_);
    frame_.painter().fill(box_, frame_.theme().surface, frame_.mm(3));
    frame_.painter().border(box_, frame_.theme().hairline, frame_.mm(0.3f), frame_.mm(3));
    Colour before = frame_.surface();
    frame_.set_surface(frame_.theme().surface);
    frame_.push_clip(box_.inset(frame_.mm(0.3f)));
    std::vector<catalog::Area> areas = context_.catalog.areas(frame_.settings().language);
    for (const catalog::Area& area : areas) draw_outline(area, project);
    draw_furniture(project.px_per_km());
    draw_places(places, project);
    for (const catalog::Area& area : areas)
      if (catalog::is_town(area)) draw_town(area, project);
    for (const catalog::Area& area : areas)
      if (!catalog::is_town(area)) draw_name(area, project);
    frame_.pop_clip();
    frame_.set_surface(before);
  }

 private:
  // What is drawn at `left` px from the left edge of the map stands there in every reading direction.
  Rect place(const Rect& on_map) const {
    float x = frame_.painter().mirrored() ? box_.right() - on_map.right() : box_.x + on_map.x;
    return {x, box_.y + on_map.y, on_map.width, on_map.height};
  }

  ui::TextStyle style() const {
    ui::TextStyle strong = ui::styles::kStrong;
    strong.align = text::Align::center;
    strong.line_height = 1.1f;
    strong.scale = std::min(frame_.settings().text_scale, 1.4f) * frame_.type_factor();
    return strong;
  }
  ui::TextStyle quiet_style() const {
    ui::TextStyle quiet = style();
    quiet.weight = text::Weight::regular;
    quiet.quiet = true;
    return quiet;
  }

  bool is_free(const Rect& at) const {
    bool inside = at.x >= 0 && at.y >= 0 && at.right() <= box_.width && at.bottom() <= box_.height;
    return inside && std::none_of(taken_.begin(), taken_.end(), [&](const Rect& one) { return overlap(one, at); });
  }

  void draw_places(const std::vector<NearContact>& places, const Projection& project) {
    Point here = project(*context_.position);
    float ring = frame_.mm(kHere), mark = frame_.mm(kMark) * style().scale;
    taken_.push_back(around(here, ring, ring));
    std::vector<Rect> marks;
    for (const NearContact& place : places) {
      marks.push_back(free_spot(project(*place.contact.coordinates), mark));
      taken_.push_back(marks.back());
    }
    for (size_t i = 0; i < places.size(); ++i) tie(project(*places[i].contact.coordinates), marks[i]);
    draw_here(here);
    for (size_t i = 0; i < places.size(); ++i) draw_mark(std::to_string(i + 1), marks[i]);
    draw_label(frame_.tr("You are here"), around(here, ring, ring), style());
    for (size_t i = 0; i < places.size(); ++i) {
      LanguageTag before = frame_.language();
      frame_.set_language(places[i].contact.language);
      draw_label(places[i].contact.name, marks[i], quiet_style());
      frame_.set_language(before);
    }
  }

  // There, or as near to it as nothing lies yet.
  Rect free_spot(const Point& at, float side) const {
    for (int ring = 0; ring <= kRings; ++ring) {
      for (int turn = 0; turn < (ring == 0 ? 1 : kDirections); ++turn) {
        double angle = 2 * std::numbers::pi * turn / kDirections;
        float away = static_cast<float>(ring) * side * 0.7f;
        Rect spot = around(
            {at.x + away * static_cast<float>(std::cos(angle)), at.y + away * static_cast<float>(std::sin(angle))},
            side, side);
        if (is_free(spot)) return spot;
      }
    }
    return around(at, side, side);
  }

  void tie(const Point& at, const Rect& mark) {
    Rect from = place({at.x, at.y, 0, 0}), to = place({mark.x + mark.width / 2, mark.y + mark.height / 2, 0, 0});
    frame_.painter().outline({{from.x, from.y}, {to.x, to.y}}, frame_.theme().action, frame_.mm(0.6f));
    float dot = frame_.mm(kTown);
    frame_.painter().fill(place(around(at, dot, dot)), frame_.theme().action, dot / 2);
  }

  // Beside what it belongs to, on the first side that is free, in few letters a line or in more; on none: not at all,
  // the card has the name too.
  void draw_label(const std::string& words, const Rect& what, const ui::TextStyle& style) {
    float natural = frame_.lay(words, style, 0).width + 1;
    for (float part : kPartsOfWidth) {
      float width = std::min(natural, box_.width * part);
      const text::Paragraph& laid = frame_.lay(words, style, width);
      if (laid.broke_word) continue;
      auto at = free_place_beside(what, width, laid.height);
      if (!at) continue;
      taken_.push_back(*at);
      frame_.text(laid, place(*at), style);
      return;
    }
  }

  std::optional<Rect> free_place_beside(const Rect& what, float width, float tall) const {
    float gap = frame_.mm(kGap), middle_x = what.x + what.width / 2, middle_y = what.y + what.height / 2;
    for (const Rect& at :
         {Rect{what.right() + gap, middle_y - tall / 2, width, tall},
          Rect{what.x - gap - width, middle_y - tall / 2, width, tall},
          Rect{middle_x - width / 2, what.bottom() + gap, width, tall},
          Rect{middle_x - width / 2, what.y - gap - tall, width, tall},
          Rect{what.right() + gap, what.bottom(), width, tall}, Rect{what.right() + gap, what.y - tall, width, tall},
          Rect{what.x - gap - width, what.bottom(), width, tall},
          Rect{what.x - gap - width, what.y - tall, width, tall}})
      if (is_free(at)) return at;
    return std::nullopt;
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
      if (points.size() > 2) frame_.painter().outline(points, frame_.theme().hairline, frame_.mm(0.4f));
    }
  }

  void draw_town(const catalog::Area& town, const Projection& project) {
    if (!is_on_earth(town.outline.front().front())) return;
    Point at = project(town.outline.front().front());
    float side = frame_.mm(kTown);
    Rect dot = around(at, side, side);
    if (!is_free(dot)) return;
    frame_.painter().fill(place(dot), frame_.theme().ink_quiet, side / 2);
    LanguageTag before = frame_.language();
    frame_.set_language(town.language);
    draw_label(town.name, dot, quiet_style());
    frame_.set_language(before);
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
    const text::Paragraph& words = frame_.lay(area.name, quiet_style(), 0);
    Rect at{(left + right - words.width) / 2, (top + bottom - words.height) / 2, words.width, words.height};
    if (words.width <= right - left && words.height <= bottom - top && is_free(at)) {
      taken_.push_back(at);
      frame_.text(words, place(at), quiet_style());
    }
    frame_.set_language(before);
  }

  void draw_here(const Point& here) {
    float side = frame_.mm(kHere);
    frame_.painter().fill(place(around(here, side, side)), frame_.theme().ink, side / 2);
    frame_.painter().fill(place(around(here, side * 0.8f, side * 0.8f)), frame_.theme().surface, side / 2);
    frame_.painter().fill(place(around(here, side * 0.4f, side * 0.4f)), frame_.theme().ink, side / 2);
  }

  void draw_mark(const std::string& number, const Rect& mark) {
    Rect at = place(mark);
    ui::TextStyle digits = style();
    digits.colour = frame_.theme().on_action;
    frame_.painter().fill(at, frame_.theme().action, at.height / 2);
    frame_.set_surface(frame_.theme().action);
    const text::Paragraph& words = frame_.lay(number, digits, at.width);
    frame_.text(words, {at.x, at.y + (at.height - words.height) / 2, at.width, words.height}, digits);
    frame_.set_surface(frame_.theme().surface);
  }

  // The scale at the bottom left, north at the top right.
  void draw_furniture(double px_per_km) {
    float gap = frame_.mm(3), thick = frame_.mm(0.8f);
    double km = round_km(box_.width * 0.3 / px_per_km);
    std::string length = km < 1 ? ui::fill(frame_.tr("{1} m"), {std::to_string(std::lround(km * 1000))})
                                : ui::fill(frame_.tr("{1} km"), {std::to_string(std::lround(km))});
    float wide = static_cast<float>(km * px_per_km), bottom = box_.height - gap;
    frame_.painter().fill(place({gap, bottom - thick, wide, thick}), frame_.theme().ink);
    for (float x : {gap, gap + wide - thick})
      frame_.painter().fill(place({x, bottom - frame_.mm(3), thick, frame_.mm(3)}), frame_.theme().ink);
    const text::Paragraph& words = frame_.lay(length, style(), 0);
    Rect label{gap + wide + frame_.mm(2), box_.height - words.height - frame_.mm(1), words.width, words.height};
    frame_.text(words, place(label), style());

    const text::Paragraph& north = frame_.lay(frame_.tr("North"), style(), 0);
    float side = frame_.mm(7);
    Rect name{box_.width - gap - north.width, frame_.mm(1), north.width, north.height};
    frame_.text(north, place(name), style());
    Rect arrow{name.x - side - frame_.mm(1), name.y + (name.height - side) / 2, side, side};
    frame_.painter().icon("arrow-up", place(arrow), frame_.theme().ink);
    taken_.insert(taken_.end(), {label, name, arrow, {gap, bottom - frame_.mm(3), wide, frame_.mm(3)}});
  }

  const Context& context_;
  ui::Frame& frame_;
  Rect box_, inner_;
  std::vector<Rect> taken_;  // on the map: nothing else may stand there
};

}  // namespace

ui::Box map_box(const Context& context, std::vector<NearContact> places) {
  ui::Box box;
  box.height = [](ui::Frame& frame, float) { return frame.mm(kLeastHeight); };
  box.draw = [&context, places = std::move(places)](ui::Frame&, const Rect& at) { Map(context, at).draw(places); };
  return box;
}

}  // namespace kiosk::screens
