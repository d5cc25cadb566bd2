// When the office is open: always, or on some days with the same hours, moved by half hours.
#include "kiosk/base/clock_time.h"
#include "kiosk/screens/set_up_pages.h"
#include "kiosk/screens/staff_pages.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

std::string day_name(const ui::Frame& frame, size_t day) {
  const std::string names[] = {frame.tr("Monday"), frame.tr("Tuesday"),  frame.tr("Wednesday"), frame.tr("Thursday"),
                               frame.tr("Friday"), frame.tr("Saturday"), frame.tr("Sunday")};
  return names[day];
}

// Times stand left to right in every language.
std::string clock_time(int minute) { return "\u2066" + format_clock_time(minute) + "\u2069"; }

ui::Button choice(std::string id, std::string label, bool selected, ui::Staff deed) {
  ui::Button button =
      staff_button(std::move(id), std::move(label), selected ? "check" : "checkbox-blank-circle-outline", deed);
  button.look = selected ? ui::Look::primary : ui::Look::secondary;
  button.role = Role::choice;
  button.state.selected = selected;
  return button;
}

float draw_days(ui::Frame& frame, const config::Week& week, const Rect& column) {
  std::vector<ui::Button> days;
  for (size_t day = 0; day < week.open.size(); ++day) {
    std::string name = "day-" + std::to_string(day);
    ui::Button& button = days.emplace_back(
        choice(name, day_name(frame, day), week.open[day], {ui::StaffDeed::day, static_cast<int>(day)}));
    button.role = Role::check_box;
    button.state = {};
    button.state.checked = week.open[day];
  }
  return draw_buttons(frame, days, column, 34, 4);
}

// A time, and the two ways that it can be moved.
float draw_time(ui::Frame& frame, const std::string& id, const std::string& words, ui::StaffDeed earlier,
                ui::StaffDeed later, const Rect& column) {
  float y = column.y;
  y += frame.words(Role::status, id, words, ui::styles::kStrong, {column.x, y, column.width, 0}) + frame.mm(2);
  std::vector<ui::Button> both{staff_button(id + "-earlier", frame.tr("Earlier"), "minus", {earlier}),
                               staff_button(id + "-later", frame.tr("Later"), "plus", {later})};
  return y + draw_buttons(frame, both, {column.x, y, column.width, 0}, 40, 2) - column.y;
}

}  // namespace

std::string hours_in_words(const ui::Frame& frame, const SetUpView& view) {
  if (!view.week) return frame.tr("The hours stay as they were set.");
  if (view.week->always) return frame.tr("Open day and night, every day.");
  std::string words;
  for (size_t day = 0; day < view.week->open.size(); ++day) {
    if (!view.week->open[day]) continue;
    if (!words.empty()) words += frame.tr(", ");
    words += day_name(frame, day);
  }
  return ui::fill(frame.tr("{1}, {2} to {3}."), {words, clock_time(view.week->opens), clock_time(view.week->closes)});
}

void draw_set_up_hours(ui::Frame& frame, const SetUpView& view, float scroll) {
  draw_page(
      frame, {true, false}, scroll, {frame.tr("When is this place open?"), "", "slate", false}, 230,
      [&](const Rect& column) {
        float y = column.y, gap = frame.mm(4);
        bool days = view.week && !view.week->always;
        std::vector<ui::Button> kinds{
            choice("hours-always", frame.tr("Always"), view.week && !days, {ui::StaffDeed::hours_always}),
            choice("hours-days", frame.tr("On some days"), days, {ui::StaffDeed::hours_days})};
        if (view.may_keep_hours)
          kinds.push_back(choice("hours-kept", frame.tr("As it was set"), !view.week, {ui::StaffDeed::hours_kept}));
        y += draw_buttons(frame, kinds, {column.x, y, column.width, 0}, 60, 3) + gap;
        if (days) {
          y += draw_days(frame, *view.week, {column.x, y, column.width, 0}) + gap;
          float half = (column.width - gap) / 2;
          std::string opens = ui::fill(frame.tr("Opens at {1}"), {clock_time(view.week->opens)});
          std::string closes = ui::fill(frame.tr("Closes at {1}"), {clock_time(view.week->closes)});
          float one = draw_time(frame, "opens", opens, ui::StaffDeed::opens_earlier, ui::StaffDeed::opens_later,
                                {column.x, y, half, 0});
          float other = draw_time(frame, "closes", closes, ui::StaffDeed::closes_earlier, ui::StaffDeed::closes_later,
                                  {column.x + half + gap, y, half, 0});
          y += std::max(one, other) + gap;
        }
        y += frame.words(Role::text, "outside", frame.tr("At other times the screen is dim until somebody touches it."),
                         ui::styles::kBody, {column.x, y, column.width, 0}) +
             gap;
        ui::Button next = next_button(frame);
        next.enabled = !view.week || view.week->any_day();
        return y + draw_buttons(frame, {next}, {column.x, y, column.width, 0}, 60, 2) - column.y;
      });
}

}  // namespace kiosk::screens
