// How the machine is, in sentences, and below them what staff can ask of it.
#include <cstdio>

#include "kiosk/screens/page.h"
#include "kiosk/screens/staff.h"
#include "kiosk/screens/staff_pages.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

std::string content_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  if (facts.version == 0) return frame.tr("The content is the one that came with the program.");
  std::string number = std::to_string(facts.version);
  if (!facts.made) return ui::fill(frame.tr("The content is version {1}."), {number});
  return ui::fill(frame.tr("The content is version {1} of {2}."), {number, date_in_words(frame, *facts.made)});
}

std::string expiry_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  if (!facts.expires) return "";
  std::string date = date_in_words(frame, *facts.expires);
  if (facts.expired) return ui::fill(frame.tr("It should have been renewed by {1}. Ask for a newer stick."), {date});
  return ui::fill(frame.tr("It should be renewed by {1}."), {date});
}

std::string numbers_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  std::string date = date_in_words(frame, *facts.numbers_lapse);
  return ui::fill(facts.numbers_lapsed ? frame.tr("The check of phone numbers ran out on {1}. Ask for a newer stick.")
                                       : frame.tr("Phone numbers go off this screen after {1}. Ask for a newer stick."),
                  {date});
}

std::string last_update_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  if (!facts.last_update) return frame.tr("There was no update yet.");
  auto tr = [&](const std::string& original) { return frame.tr(original); };
  std::string words = update::sentence_for(*facts.last_update, tr, [&](Date date) { return date_in_words(tr, date); });
  if (facts.last_update_on) {
    words += " " + ui::fill(frame.tr("That was on {1}."), {date_in_words(frame, *facts.last_update_on)});
  }
  return ui::fill(frame.tr("Last update: {1}"), {words});
}

std::string moment_in_words(const ui::Frame& frame, const DayAndMinute& moment) {
  char clock[16];
  std::snprintf(clock, sizeof clock, "%d:%02d", moment.minute / 60, moment.minute % 60);
  return ui::fill(frame.tr("{1} at {2}"), {date_in_words(frame, moment.day), clock});
}

std::string network_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  if (!facts.has_network_address) return frame.tr("New content comes by stick only.");
  std::string words = frame.tr("The kiosk looks for new content on the network once a day.");
  if (!facts.next_look) return words;
  const auto& [earliest, latest] = *facts.next_look;
  return words + " " +
         ui::fill(frame.tr("Next between {1} and {2}."),
                  {moment_in_words(frame, earliest), moment_in_words(frame, latest)});
}

// The groups of a key keep the order of the paper in every language.
std::string left_to_right(const std::string& key) { return "\u2066" + key + "\u2069"; }

std::string note_in_words(const ui::Frame& frame, StaffNote note) {
  switch (note) {
    case StaffNote::none:
    case StaffNote::wrong_pin:
    case StaffNote::wrong_key: return "";
    case StaffNote::asked: return frame.tr("The machine was asked. It does so within a minute.");
    case StaffNote::expired_accepted:
      return frame.tr(
          "Content past its date is taken for fifteen minutes. Plug the stick in again, or look for new content.");
    case StaffNote::owner_given:
      return frame.tr("This kiosk goes to the new publisher. The screen restarts; then plug their stick in again.");
    case StaffNote::cannot: return frame.tr("This machine cannot do that. Its journal says why.");
    case StaffNote::sound_played: return frame.tr("You should have heard a sound.");
    case StaffNote::no_sound: return frame.tr("There is no sound on this machine.");
  }
  KIOSK_CHECK(false);
}

std::vector<std::pair<const char*, std::string>> lines_of(const ui::Frame& frame, const StaffView& view) {
  const StaffFacts& facts = view.facts;
  std::vector<std::pair<const char*, std::string>> lines{{"content", content_in_words(frame, facts)},
                                                         {"expiry", expiry_in_words(frame, facts)}};
  if (facts.numbers_lapse) lines.emplace_back("numbers", numbers_in_words(frame, facts));
  lines.emplace_back("last-update", last_update_in_words(frame, facts));
  lines.emplace_back("network", network_in_words(frame, facts));
  if (facts.new_owner_awaited) {
    lines.emplace_back(
        "owner", ui::fill(frame.tr("This kiosk was given to another publisher. Plug in their stick. Content key: {1}"),
                          {left_to_right(facts.content_key)}));
  } else if (facts.other_owner_since) {
    lines.emplace_back("owner",
                       ui::fill(frame.tr("Another publisher since {1}. Content key: {2}"),
                                {date_in_words(frame, *facts.other_owner_since), left_to_right(facts.content_key)}));
  }
  if (facts.free_bytes) {
    lines.emplace_back(
        "disk", ui::fill(frame.tr("Free on the disk: {1} MB."), {std::to_string(*facts.free_bytes / 1'000'000)}));
  }
  if (facts.disk_read_only) {
    lines.emplace_back("disk-read-only",
                       frame.tr("The disk takes no changes. Restart the machine; if it stays so, replace the disk."));
  }
  lines.emplace_back("clock", facts.clock_doubtful ? frame.tr("Nobody vouches for the clock of this machine.")
                                                   : frame.tr("The clock of this machine is right."));
  return lines;
}

void draw_status(ui::Frame& frame, const StaffView& view, int page) {
  PageBody body;
  body.style.gap = Mm{frame.size_class().is_roomy() ? 4.0f : 2.5f};
  std::string note = note_in_words(frame, view.note);
  if (!note.empty()) body.blocks.push_back(ui::words(Role::status, "note", note, ui::styles::kStrong));
  for (const auto& [id, words] : lines_of(frame, view))
    body.blocks.push_back(ui::words(Role::text, id, words, staff_text(frame)));
  std::vector<ui::Button> buttons{
      staff_button("clean", frame.tr("Clean the screen"), "broom", {ui::StaffDeed::clean}),
      staff_button("sound", frame.tr("Test the sound"), "volume-high", {ui::StaffDeed::sound}),
      staff_button("touch", frame.tr("Test the touch"), "fullscreen", {ui::StaffDeed::touch}),
      staff_button("update", frame.tr("Look for new content"), "refresh", {ui::StaffDeed::update}),
      staff_button("rollback", frame.tr("Previous content"), "history", {ui::StaffDeed::ask_rollback}),
      staff_button("restart", frame.tr("Restart"), "power", {ui::StaffDeed::ask_restart}),
  };
  buttons[3].enabled = view.facts.has_network_address;
  buttons[4].enabled = view.facts.can_roll_back;
  if (view.facts.may_accept_expired) {
    buttons.push_back(staff_button("expired", frame.tr("Take content past its date"), "calendar-check",
                                   {ui::StaffDeed::ask_expired}));
  }
  if (!view.facts.offered_key.empty()) {
    buttons.push_back(
        staff_button("owner-change", frame.tr("Take another publisher"), "key-change", {ui::StaffDeed::ask_owner}));
  }
  body.blocks.push_back(ui::button_grid(std::move(buttons), Mm{60}, 3));
  draw_staff_page(frame, page, {.title = frame.tr("For staff"), .colour = "slate", .icon = "wrench"}, std::move(body));
}

// A question, what its answer means, and the answers.
struct Question {
  std::string title, words;
  std::vector<ui::Button> answers;
};

Question question_of(const ui::Frame& frame, StaffPage page) {
  switch (page) {
    case StaffPage::confirm_rollback:
      return {frame.tr("Go back to the previous content?"),
              frame.tr("The content of now is not installed again. A newer one will be."),
              {staff_button("yes", frame.tr("Yes, go back"), "history", {ui::StaffDeed::rollback})}};
    case StaffPage::confirm_expired:
      return {
          frame.tr("Take content past its date?"),
          frame.tr("It is newer than what is shown and rightly signed, but nobody has said lately that it still holds. "
                   "Ask whoever sent it. That you agreed is noted."),
          {staff_button("yes", frame.tr("Yes, take it"), "calendar-check", {ui::StaffDeed::accept_expired})}};
    default:
      return {frame.tr("Restart this kiosk?"),
              frame.tr("The screen is dark for some seconds. If something is still wrong "
                       "afterwards, restart the whole machine."),
              {staff_button("yes", frame.tr("Restart the screen"), "refresh", {ui::StaffDeed::restart}),
               staff_button("machine", frame.tr("Restart the machine"), "power", {ui::StaffDeed::reboot})}};
  }
}

void draw_confirmation(ui::Frame& frame, const StaffView& view, int page) {
  Question question = question_of(frame, view.page);
  std::vector<ui::Button> buttons = std::move(question.answers);
  std::string icon = buttons.front().icon;
  buttons.front().look = ui::Look::primary;
  buttons.push_back(staff_button("no", frame.tr("No, leave it"), "close", {ui::StaffDeed::status}));
  PageBody body{.blocks = {ui::words(Role::text, "words", question.words, staff_text(frame)),
                           ui::button_grid(std::move(buttons), Mm{60}, 3)}};
  body.measure = Mm{230};
  draw_staff_page(frame, page, {.title = question.title, .colour = "slate", .icon = icon}, std::move(body));
}

}  // namespace

void draw_staff_page(ui::Frame& frame, int page, const PageHead& head, PageBody body) {
  draw_page(frame, {true, false}, page, head, std::move(body));
}

ui::TextStyle staff_text(const ui::Frame& frame) {
  ui::TextStyle style = ui::styles::kBody;
  if (frame.size_class().is_compact()) style.line_height = 1.15f;
  return style;
}

ui::Button staff_button(std::string id, std::string label, std::string icon, ui::Staff deed) {
  ui::Button button;
  button.id = std::move(id);
  button.label = std::move(label);
  button.icon = std::move(icon);
  button.action = deed;
  return button;
}

const char* name_of(const StaffView& view) {
  switch (view.page) {
    case StaffPage::pin: return "staff_pin";
    case StaffPage::status: return "staff_status";
    case StaffPage::confirm_rollback: return "staff_rollback";
    case StaffPage::confirm_restart: return "staff_restart";
    case StaffPage::confirm_expired: return "staff_expired";
    case StaffPage::clean: return "staff_clean";
    case StaffPage::cleaned: return "staff_cleaned";
    case StaffPage::touch_test: return "staff_touch_test";
    case StaffPage::owner: return "staff_owner";
    case StaffPage::set_up: return name_of(view.set_up.page);
  }
  KIOSK_CHECK(false);
}

void draw_staff(ui::Frame& frame, const StaffView& view, int page) {
  switch (view.page) {
    case StaffPage::pin: return draw_pin(frame, view, page);
    case StaffPage::status: return draw_status(frame, view, page);
    case StaffPage::confirm_rollback:
    case StaffPage::confirm_restart:
    case StaffPage::confirm_expired: return draw_confirmation(frame, view, page);
    case StaffPage::clean: return draw_clean(frame, view);
    case StaffPage::cleaned: return draw_cleaned(frame, page);
    case StaffPage::touch_test: return draw_touch_test(frame, view, page);
    case StaffPage::set_up: return draw_set_up(frame, view, page);
    case StaffPage::owner: return draw_owner(frame, view, page);
  }
  KIOSK_CHECK(false);
}

}  // namespace kiosk::screens
