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

ui::Box days_box(const ui::Frame& frame, const config::Week& week) {
  std::vector<ui::Button> days;
  for (size_t day = 0; day < week.open.size(); ++day) {
    std::string name = "day-" + std::to_string(day);
    ui::Button& button = days.emplace_back(
        choice(name, day_name(frame, day), week.open[day], {ui::StaffDeed::day, static_cast<int>(day)}));
    button.role = Role::check_box;
    button.state = {};
    button.state.checked = week.open[day];
  }
  return ui::button_grid(std::move(days), Mm{34}, 4);
}

// A time, and the two ways that it can be moved.
ui::Box time_box(const ui::Frame& frame, const std::string& id, const std::string& words, ui::StaffDeed earlier,
                 ui::StaffDeed later) {
  return ui::column({ui::words(Role::status, id, words, ui::styles::kStrong).keep_with_next(),
                     ui::button_grid({staff_button(id + "-earlier", frame.tr("Earlier"), "minus", {earlier}),
                                      staff_button(id + "-later", frame.tr("Later"), "plus", {later})},
                                     Mm{40}, 2)},
                    Mm{2});
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

void draw_set_up_hours(ui::Frame& frame, const SetUpView& view, int page) {
  bool days = view.week && !view.week->always;
  PageBody body;
  body.measure = Mm{230};
  std::vector<ui::Button> kinds{
      choice("hours-always", frame.tr("Always"), view.week && !days, {ui::StaffDeed::hours_always}),
      choice("hours-days", frame.tr("On some days"), days, {ui::StaffDeed::hours_days})};
  if (view.may_keep_hours)
    kinds.push_back(choice("hours-kept", frame.tr("As it was set"), !view.week, {ui::StaffDeed::hours_kept}));
  body.blocks.push_back(ui::button_grid(std::move(kinds), Mm{60}, 3));
  if (days) {
    body.blocks.push_back(days_box(frame, *view.week));
    std::string opens = ui::fill(frame.tr("Opens at {1}"), {clock_time(view.week->opens)});
    std::string closes = ui::fill(frame.tr("Closes at {1}"), {clock_time(view.week->closes)});
    ui::Box first = time_box(frame, "opens", opens, ui::StaffDeed::opens_earlier, ui::StaffDeed::opens_later),
            last = time_box(frame, "closes", closes, ui::StaffDeed::closes_earlier, ui::StaffDeed::closes_later);
    // With the row that turns below them.
    body.blocks.push_back(ui::first_that_fits(
        {ui::row({ui::grow(first), ui::grow(last)}, Mm{4}), ui::column({first, last}, Mm{4})}, Mm{34}));
  }
  body.blocks.push_back(ui::words(Role::text, "outside",
                                  frame.tr("At other times the screen is dim until somebody touches it."),
                                  staff_text(frame)));
  ui::Button next = next_button(frame);
  next.enabled = !view.week || view.week->any_day();
  body.style.beside = {next};
  draw_staff_page(frame, page, set_up_head(frame, SetUpPage::hours, frame.tr("When is this place open?")),
                  std::move(body));
}

}  // namespace kiosk::screens
