// How the machine is, in sentences, and below them what staff can ask of it.
#include <map>

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

std::string last_update_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  const std::map<std::string, std::string> ends{
      {"", frame.tr("There was no update yet.")},
      {"updated", frame.tr("The last update brought new content.")},
      {"up_to_date", frame.tr("The last update found nothing newer.")},
      {"older", frame.tr("The last update was refused: it was older than what the kiosk has seen.")},
      {"not_for_this_kiosk", frame.tr("The last update was refused: it was not for this kiosk.")},
      {"refused", frame.tr("The last update was refused: it was damaged or altered.")},
      {"expired", frame.tr("The last update was refused: it was past its date.")},
      {"known_bad", frame.tr("The last update was refused: that version did not work here.")},
      {"no_space", frame.tr("The last update had too little space on the disk.")},
      {"interrupted", frame.tr("The last update was broken off. The next one goes on from there.")},
      {"nothing_there", frame.tr("The last update found no content.")},
  };
  auto end = ends.find(facts.last_update);
  std::string words = end == ends.end() ? frame.tr("The last update failed on this kiosk itself.") : end->second;
  if (!facts.last_update_on) return words;
  return words + " " + ui::fill(frame.tr("That was on {1}."), {date_in_words(frame, *facts.last_update_on)});
}

std::string network_in_words(const ui::Frame& frame, const StaffFacts& facts) {
  if (!facts.has_network_address) return frame.tr("New content comes by stick only.");
  return frame.tr("The kiosk looks for new content on the network once a day.");
}

std::string note_in_words(const ui::Frame& frame, StaffNote note) {
  switch (note) {
    case StaffNote::none:
    case StaffNote::wrong_pin: return "";
    case StaffNote::asked: return frame.tr("The machine was asked. It does so within a minute.");
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
  lines.emplace_back("last-update", last_update_in_words(frame, facts));
  lines.emplace_back("network", network_in_words(frame, facts));
  if (facts.free_bytes) {
    lines.emplace_back(
        "disk", ui::fill(frame.tr("Free on the disk: {1} MB."), {std::to_string(*facts.free_bytes / 1'000'000)}));
  }
  lines.emplace_back("clock", facts.clock_doubtful ? frame.tr("Nobody vouches for the clock of this machine.")
                                                   : frame.tr("The clock of this machine is right."));
  return lines;
}

void draw_status(ui::Frame& frame, const StaffView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {frame.tr("For staff"), "", "slate", false}, 330, [&](const Rect& column) {
    float y = column.y;
    std::string note = note_in_words(frame, view.note);
    if (!note.empty()) {
      y += frame.words(Role::status, "note", note, ui::styles::kStrong, {column.x, y, column.width, 0}) + frame.mm(3);
    }
    for (const auto& [id, words] : lines_of(frame, view)) {
      y += frame.words(Role::text, id, words, ui::styles::kBody, {column.x, y, column.width, 0}) + frame.mm(1);
    }
    y += frame.mm(4);
    std::vector<ui::Button> buttons{
        staff_button("clean", frame.tr("Clean the screen"), "broom", "clean"),
        staff_button("sound", frame.tr("Test the sound"), "volume-high", "sound"),
        staff_button("touch", frame.tr("Test the touch"), "fullscreen", "touch"),
        staff_button("update", frame.tr("Look for new content"), "refresh", "update"),
        staff_button("rollback", frame.tr("Previous content"), "history", "ask-rollback"),
        staff_button("restart", frame.tr("Restart"), "power", "ask-restart"),
    };
    buttons[3].enabled = view.facts.has_network_address;
    buttons[4].enabled = view.facts.can_roll_back;
    return y + draw_buttons(frame, buttons, {column.x, y, column.width, 0}, 60, 3) - column.y;
  });
}

void draw_confirmation(ui::Frame& frame, const StaffView& view, float scroll) {
  bool rollback = view.page == StaffPage::confirm_rollback;
  std::string title = rollback ? frame.tr("Go back to the previous content?") : frame.tr("Restart this kiosk?");
  std::string words = rollback ? frame.tr("The content of now is not installed again. A newer one will be.")
                               : frame.tr(
                                     "The screen is dark for some seconds. If something is still wrong "
                                     "afterwards, restart the whole machine.");
  draw_page(frame, {true, false}, scroll, {title, "", "slate", false}, 230, [&](const Rect& column) {
    float y = column.y;
    y += frame.words(Role::text, "words", words, ui::styles::kBody, {column.x, y, column.width, 0}) + frame.mm(4);
    std::vector<ui::Button> buttons;
    if (rollback) {
      buttons.push_back(staff_button("yes", frame.tr("Yes, go back"), "history", "rollback"));
    } else {
      buttons.push_back(staff_button("yes", frame.tr("Restart the screen"), "refresh", "restart"));
      buttons.push_back(staff_button("machine", frame.tr("Restart the machine"), "power", "reboot"));
    }
    buttons.front().look = ui::Look::primary;
    buttons.push_back(staff_button("no", frame.tr("No, leave it"), "close", "status"));
    return y + draw_buttons(frame, buttons, {column.x, y, column.width, 0}, 60, 3) - column.y;
  });
}

}  // namespace

ui::Button staff_button(std::string id, std::string label, std::string icon, std::string argument) {
  ui::Button button;
  button.id = std::move(id);
  button.label = std::move(label);
  button.icon = std::move(icon);
  button.action = {ui::ActionKind::staff, std::move(argument)};
  return button;
}

const char* name_of(StaffPage page) {
  switch (page) {
    case StaffPage::pin: return "staff_pin";
    case StaffPage::status: return "staff_status";
    case StaffPage::confirm_rollback: return "staff_rollback";
    case StaffPage::confirm_restart: return "staff_restart";
    case StaffPage::clean: return "staff_clean";
    case StaffPage::cleaned: return "staff_cleaned";
    case StaffPage::touch_test: return "staff_touch_test";
  }
  KIOSK_CHECK(false);
}

void draw_staff(ui::Frame& frame, const StaffView& view, float scroll) {
  switch (view.page) {
    case StaffPage::pin: return draw_pin(frame, view, scroll);
    case StaffPage::status: return draw_status(frame, view, scroll);
    case StaffPage::confirm_rollback:
    case StaffPage::confirm_restart: return draw_confirmation(frame, view, scroll);
    case StaffPage::clean: return draw_clean(frame, view);
    case StaffPage::cleaned: return draw_cleaned(frame, scroll);
    case StaffPage::touch_test: return draw_touch_test(frame, view, scroll);
  }
  KIOSK_CHECK(false);
}

}  // namespace kiosk::screens
