#include "kiosk/ui/bar.h"

#include <algorithm>
#include <vector>

#include "kiosk/ui/curtain.h"
#include "kiosk/ui/listening.h"
#include "kiosk/ui/update_strip.h"

// How the bar finds its shape. Words are shown at the visitor's text size where they fit and never under the smallest
// legible size; a narrow panel cannot give seven words of 10 mm letters a row. So the shapes are tried from the best to
// the tightest, and the first one that leaves most of the zone to the page is taken:
//   one row, picture above words, the words unbroken, at 2, 1.75 ... 1 times the smallest size of a page, then down to
//   0.7 of it: the picture is what is looked for, and a second line would cost every page its height;
//   one row, picture above words, the words on as many lines as they have words, at the same sizes;
//   two rows, picture beside words, at the same sizes.
// The last shape of all breaks words, which only languages far longer than any we know reach.

namespace kiosk::ui {
namespace {

// The gap is under the usual 3 mm: seven inches across give six words no more, and errors do not rise down to 1 mm
// (R35).
constexpr float kMargin = 1.5f, kGap = 2;
constexpr float kSmallest = 0.7f;                           // of the words, see tests/README.md
constexpr float kOneRowPart = 0.38f, kTwoRowsPart = 0.52f;  // of the zone's height

enum class Lines { one, many };

struct Plan {
  IconPlace icons = IconPlace::above;
  Lines lines = Lines::one;
  size_t rows = 1;
};

constexpr Plan kPlans[] = {
    {IconPlace::above, Lines::one, 1}, {IconPlace::above, Lines::many, 1}, {IconPlace::beside, Lines::many, 2}};

struct Shape {
  std::vector<Button> buttons;
  float height = 0;                     // of one row
  std::vector<std::vector<Rect>> rows;  // widths and starts; y is filled in when drawn
};

std::vector<Slot> all_slots(Frame& frame, const BarState& state) {
  const Settings& now = frame.settings();
  std::vector<Slot> all;
  auto add = [&](const char* id, std::string label, const char* icon, Action action, bool there) -> Button& {
    Slot& slot = all.emplace_back();
    slot.there = there;
    slot.button.id = id;
    slot.button.label = std::move(label);
    slot.button.icon = icon;
    slot.button.action = std::move(action);
    slot.button.style = styles::kBody;
    slot.button.look = Look::plain;
    return slot.button;
  };
  Button& leave = add("leave", frame.tr("Leave now"), "exit-to-app", Leave{}, true);
  leave.role = accessibility::Role::leave;
  leave.at_once = true;
  all.back().brief = frame.tr("Leave");
  if (state.offers_set_up) {
    add("set-up", frame.tr("Set up this kiosk"), "wrench", SetUpKiosk{}, true);
    all.back().brief = frame.tr("Set up");
  } else {
    add("back", frame.tr("Back"), "arrow-left", Back{}, state.can_go_back);
  }
  if (state.offers_search) {
    add("search", frame.tr("Search"), "magnify", Open{Screen::search}, true);
  } else {
    add("home", frame.tr("Home"), "home", Home{}, state.can_go_home);
  }
  add("language", frame.tr("Language"), "web", Open{Screen::languages}, state.can_go_home);
  Button& listen = add("listen", frame.tr("Listen"), "volume-high", Listen{}, frame.speech().offered);
  listen.role = accessibility::Role::toggle;
  listen.state.pressed = frame.speech().listening == Listening::speaking;
  if (*listen.state.pressed) listen.look = Look::primary;
  add("display", frame.tr("Text size"), "format-size", Open{Screen::display}, true);
  all.back().brief = frame.tr("Size");
  if (!frame.has_reach()) return all;
  Button& reach = add("reach", frame.tr("Lower"), "wheelchair-accessibility", ToggleReach{}, true);
  reach.role = accessibility::Role::toggle;
  reach.state.pressed = now.reach;
  if (now.reach) reach.look = Look::primary, reach.label = frame.tr("Higher");
  return all;
}

// Shares the width out: everyone gets what the widest word needs, then the rest in equal parts.
std::optional<Shape> fit(Frame& frame, std::vector<Button> all, const Plan& plan, float scale, bool force) {
  auto [icons, lines, rows] = plan;
  float target = frame.mm(20), gap = frame.mm(kGap), width = frame.width() - 2 * frame.mm(kMargin);
  float around = icons == IconPlace::above ? frame.mm(1.05f) : frame.mm(20.2f);
  Shape shape{{}, target, {}};
  size_t per_row = (all.size() + rows - 1) / rows;
  for (size_t first = 0; first < all.size(); first += per_row) {
    size_t count = std::min(per_row, all.size() - first);
    std::vector<float> needs;
    float sum = gap * static_cast<float>(count - 1);
    for (size_t i = first; i < first + count; ++i) {
      all[i].style.scale = scale;
      all[i].icon_place = icons;
      const Button& button = all[i];
      float words = lines == Lines::one ? frame.lay(button.words(), button.style, 0).width
                                        : frame.widest_word(button.words(), button.style);
      needs.push_back(std::max(target, words + around));
      sum += needs.back();
    }
    if (sum > width && !force) return std::nullopt;
    std::vector<Rect>& row = shape.rows.emplace_back();
    float share = (width - sum) / static_cast<float>(count), x = frame.mm(kMargin);
    for (size_t i = 0; i < count; ++i) {
      float w =
          sum > width ? (width - gap * static_cast<float>(count - 1)) / static_cast<float>(count) : needs[i] + share;
      row.push_back({x, 0, w, 0});
      x += w + gap;
      shape.height = std::max(shape.height, button_height(frame, all[first + i], w));
    }
  }
  float total = shape.height * static_cast<float>(rows) + gap * static_cast<float>(rows - 1) + 2 * frame.mm(kMargin);
  float part = rows == 1 ? kOneRowPart : kTwoRowsPart;
  if (total > frame.zone().height * part && !force) return std::nullopt;
  shape.buttons = std::move(all);
  return shape;
}

std::vector<Button> buttons_of(const std::vector<Slot>& slots, bool in_brief) {
  std::vector<Button> all;
  for (const Slot& slot : slots) all.push_back(slot.with(in_brief));
  return all;
}

// The best shape for the brief words, and whether all words fit it as well.
Shape shape_of(Frame& frame, const std::vector<Slot>& slots) {
  std::vector<Button> brief = buttons_of(slots, true);
  float scale = std::max(1.0f, frame.settings().text_scale);
  for (const Plan& plan : kPlans) {
    bool one_line = plan.lines == Lines::one;
    for (float s = scale; s > (one_line ? kSmallest - 0.01f : 0.99f); s -= s > 1.01f ? 0.25f : 0.1f) {
      std::optional<Shape> shape = fit(frame, brief, plan, s, false);
      if (!shape) continue;
      std::optional<Shape> full = fit(frame, buttons_of(slots, false), plan, s, false);
      return full && full->height < shape->height + 1 ? *full : *shape;
    }
  }
  return *fit(frame, brief, {IconPlace::above, Lines::many, 2}, 1, true);
}

// The bar itself; returns its place.
Rect draw_bottom(Frame& frame, const std::vector<Slot>& slots) {
  Shape shape = shape_of(frame, slots);
  Rect zone = frame.zone();
  float margin = frame.mm(kMargin), gap = frame.mm(kGap);
  float rows = static_cast<float>(shape.rows.size());
  float tall = rows * shape.height + (rows - 1) * gap + 2 * margin;
  Rect bar{zone.x, zone.bottom() - tall, zone.width, tall};
  Colour before = frame.surface();
  frame.painter().fill(bar, frame.theme().surface);
  frame.painter().fill({bar.x, bar.y, bar.width, frame.mm(0.3f)}, frame.theme().hairline);
  frame.set_surface(frame.theme().surface);
  size_t next = 0;
  float y = bar.y + margin;
  for (const std::vector<Rect>& row : shape.rows) {
    for (const Rect& place : row) {
      if (slots[next].there) draw_button(frame, shape.buttons[next], {place.x, y, place.width, shape.height});
      ++next;
    }
    y += shape.height + gap;
  }
  frame.set_surface(before);
  return bar;
}

}  // namespace

Button Slot::with(bool in_brief) const {
  Button own = button;
  if (in_brief) own.brief = brief;
  return own;
}

Rect draw_bar(Frame& frame, const BarState& state) {
  frame.set_hidden(false);
  Rect zone = frame.zone(), left = zone, foot;
  frame.set_region(accessibility::Region::controls);
  std::vector<Slot> slots = all_slots(frame, state);
  if (frame.size_class().has_rail()) {
    Rect rail = draw_rail(frame, slots);
    left = {rail.right(), zone.y, zone.width - rail.width, zone.height};
    foot = {left.x, left.bottom() - frame.mm(kUpdateLineMm), left.width, frame.mm(kUpdateLineMm)};
  } else {
    foot = draw_bottom(frame, slots);
    left.height -= foot.height;
  }
  frame.set_region(accessibility::Region::page);
  return draw_curtain(frame, draw_listening(frame, draw_update_strip(frame, left, foot)));
}

}  // namespace kiosk::ui
