// How two texts stand beside each other. In rows, not as two columns that run by themselves: a finger on a paragraph
// shows the other reader the same one, also after a page was turned. The plates say which side is which where one
// stands above the other.
#include "kiosk/screens/sides.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr float kLeastColumn = 45;  // mm, for the smallest letters
constexpr Mm kGap{2}, kPadding{3}, kLowPadding{2}, kCompactPadding{1};

using Cell = std::optional<ui::Box>;

struct Cells {
  Cell own, other;
};

float column_of(const ui::Frame& frame, float width) { return (width - frame.mm(kGap.value)) / 2; }

bool stand_beside(ui::Frame& frame, const Cells& cells, float width) {
  float column = column_of(frame, width), scale = frame.settings().text_scale;
  if (frame.size_class().is_compact() && scale > 1) return false;
  if (column < frame.mm(kLeastColumn) * std::max(1.0f, scale) * frame.type_factor()) return false;
  auto fits = [&](const Cell& cell) { return !cell || !cell->least || cell->least(frame) <= column; };
  return fits(cells.own) && fits(cells.other);
}

ui::Box above_one_another(const Cells& cells) {
  std::vector<ui::Box> boxes;
  if (cells.own) boxes.push_back(*cells.own);
  if (cells.other) boxes.push_back(*cells.other);
  return ui::column(std::move(boxes), Mm{1});
}

float height_of(ui::Frame& frame, const Cell& cell, float width) { return cell ? cell->height(frame, width) : 0; }

// What of a cell fits, and the rest; none: it cannot be broken there.
std::optional<std::pair<Cell, Cell>> cut(ui::Frame& frame, const Cell& cell, float width, float room) {
  if (!cell || height_of(frame, cell, width) <= room + 0.5f) return std::pair(cell, Cell{});
  std::vector<ui::Box> both = cell->broken(frame, width, room);
  if (both.size() != 2) return std::nullopt;
  return std::pair(Cell(std::move(both[0])), Cell(std::move(both[1])));
}

ui::Box pair_box(Cells cells) {
  auto all = std::make_shared<const Cells>(std::move(cells));
  ui::Box box;
  box.height = [=](ui::Frame& frame, float width) {
    if (!stand_beside(frame, *all, width)) return above_one_another(*all).height(frame, width);
    float column = column_of(frame, width);
    return std::max(height_of(frame, all->own, column), height_of(frame, all->other, column));
  };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    if (!stand_beside(frame, *all, at.width)) return above_one_another(*all).draw(frame, at);
    float column = column_of(frame, at.width);
    if (all->own) all->own->draw(frame, {at.x, at.y, column, at.height});
    if (all->other) all->other->draw(frame, {at.right() - column, at.y, column, at.height});
  };
  box.split = [=](ui::Frame& frame, float width, float room) -> std::vector<ui::Box> {
    if (!stand_beside(frame, *all, width)) return above_one_another(*all).split(frame, width, room);
    float column = column_of(frame, width);
    auto own = cut(frame, all->own, column, room), other = cut(frame, all->other, column, room);
    if (!own || !other) return {};
    return {pair_box({std::move(own->first), std::move(other->first)}),
            pair_box({std::move(own->second), std::move(other->second)})};
  };
  // One that cannot be cut, as a box to tick: each goes by itself, as wide as the page.
  box.apart = [=](ui::Frame& frame, float width, float room) -> std::vector<ui::Box> {
    if (!all->own || !all->other) return {};
    if (stand_beside(frame, *all, width)) {
      float column = column_of(frame, width);
      if (cut(frame, all->own, column, room) && cut(frame, all->other, column, room)) return {};
    } else if (!above_one_another(*all).split(frame, width, room).empty()) {
      return {};
    }
    return {*all->own, *all->other};
  };
  return box;
}

}  // namespace

Sides::Sides(const Context& context, const LanguageTag& own, const LanguageTag& other)
    : frame_(context.frame),
      own_{own, own.str(), "", &context.words(own)},
      other_{other, other.str(), "other-", &context.words(other)} {
  for (const catalog::Language& language : context.catalog.languages()) {
    if (language.tag == own) own_.name = language.name;
    if (language.tag == other) other_.name = language.name;
  }
}

ui::Box Sides::in_its_language(const Side& side, ui::Box inner) const {
  ui::Box box = inner;
  auto within = [sides = *this, side](auto what) { return sides.on(side, what); };
  bool from_the_right = side.language.direction() == Direction::right_to_left;
  box.height = [=](ui::Frame& frame, float width) { return within([&] { return inner.height(frame, width); }); };
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    bool turns = frame.painter().mirrored() != from_the_right;
    if (turns) frame.painter().set_turned(at);
    within([&] { return inner.draw(frame, at), 0; });
    if (turns) frame.painter().set_turned(std::nullopt);
  };
  if (inner.least) box.least = [=](ui::Frame& frame) { return within([&] { return inner.least(frame); }); };
  if (inner.natural) box.natural = [=](ui::Frame& frame) { return within([&] { return inner.natural(frame); }); };
  if (inner.split) {
    box.split = [=, sides = *this](ui::Frame& frame, float width, float room) {
      std::vector<ui::Box> both = within([&] { return inner.split(frame, width, room); });
      for (ui::Box& part : both) part = sides.in_its_language(side, std::move(part));
      return both;
    };
  }
  return box;
}

ui::Box Sides::pair(std::optional<ui::Box> own, std::optional<ui::Box> other) const {
  ui::SizeClass panel = frame_.size_class();
  Mm padding = panel.is_compact() ? kCompactPadding : panel.has_rail() ? kLowPadding : kPadding;
  Cells cells;
  if (own)
    cells.own = ui::plate([](const ui::Theme& theme) { return theme.surface; }, padding,
                          in_its_language(own_, *std::move(own)));
  if (other)
    cells.other = ui::plate([](const ui::Theme& theme) { return theme.note; }, padding,
                            in_its_language(other_, *std::move(other)));
  return pair_box(std::move(cells));
}

ui::Box Sides::name_of(const Side& side, bool hear) const {
  ui::TextStyle style = ui::styles::kStrong;
  style.scale = frame_.type_factor();
  if (!hear) {
    style.align = text::Align::center;
    return in_its_language(side, ui::words(Role::heading, side.prefix + "side", side.name, style));
  }
  ui::Button button;
  button.id = side.prefix + "hear";
  button.label = side.name;
  button.icon = "volume-high";
  button.style = style;
  button.spoken = on(side, [&] { return ui::fill(frame_.tr("Hear: {1}"), {side.name}); });
  button.action = ui::ListenIn{side.language};
  return in_its_language(side, ui::button_box(std::move(button)));
}

// They stand round the page: what is read is the page itself.
ui::Box Sides::names(bool hear) const {
  ui::Box box = ui::row({ui::grow(name_of(own_, hear)), ui::grow(name_of(other_, hear))}, kGap);
  box.draw = [draw = box.draw](ui::Frame& frame, const Rect& at) {
    frame.set_region(accessibility::Region::controls);
    draw(frame, at);
    frame.set_region(accessibility::Region::page);
  };
  return box;
}

}  // namespace kiosk::screens
