// The pages of a kiosk's first day.
#include "kiosk/screens/set_up.h"

#include <algorithm>

#include "kiosk/screens/language_tiles.h"
#include "kiosk/screens/set_up_pages.h"
#include "kiosk/screens/staff_pages.h"
#include "kiosk/screens/typed_field.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

// Some sentences and, below them, what can be answered.
struct Question {
  std::string title;
  std::vector<std::pair<const char*, std::string>> lines;  // id and words
  std::vector<ui::Button> answers;                         // the first one stands out
};

void draw_question(ui::Frame& frame, Question question, float scroll) {
  draw_page(frame, {true, false}, scroll, {question.title, "", "slate", false}, 230, [&](const Rect& column) {
    float y = column.y;
    for (const auto& [id, words] : question.lines) {
      y += frame.words(Role::text, id, words, ui::styles::kBody, {column.x, y, column.width, 0}) + frame.mm(1);
    }
    if (question.answers.empty()) return y - column.y;
    y += frame.mm(3);
    question.answers.front().look = ui::Look::primary;
    return y + draw_buttons(frame, question.answers, {column.x, y, column.width, 0}, 60, 3) - column.y;
  });
}

void draw_language_question(ui::Frame& frame, const SetUpView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {frame.tr("In which language do the staff read?"), "", "slate", false}, 230,
            [&](const Rect& column) { return draw_language_tiles(frame, view.languages, column); });
}

void draw_rotation(ui::Frame& frame, const SetUpView& view, float scroll) {
  bool turned = view.page == SetUpPage::turned;
  std::string title = turned ? frame.tr("Is the picture upright now?") : frame.tr("Is the picture upright?");
  draw_page(frame, {true, false}, scroll, {title, "", "slate", false}, 230, [&](const Rect& column) {
    float y = column.y;
    if (turned) {
      y += frame.words(Role::text, "words", frame.tr("Without an answer it turns back. Seconds left:"),
                       ui::styles::kBody, {column.x, y, column.width, 0});
      std::string number = std::to_string(view.seconds_left);
      Rect at{column.x, y, column.width, frame.lay(number, ui::styles::kTitle, column.width).height};
      frame.node(Role::timer, "seconds", ui::fill(frame.tr("Seconds left: {1}"), {number}), at).value = number;
      y += frame.text(number, ui::styles::kTitle, at);
    }
    y += frame.mm(3);
    std::vector<ui::Button> answers{
        staff_button("upright", frame.tr("Yes, it is upright"), "check", {ui::StaffDeed::upright}),
        staff_button("turn", frame.tr("Turn it"), "refresh", {ui::StaffDeed::turn})};
    answers.front().look = ui::Look::primary;
    return y + draw_buttons(frame, answers, {column.x, y, column.width, 0}, 60, 2) - column.y;
  });
}

void draw_touch(ui::Frame& frame, const StaffView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {"", "", "slate", false}, 2000, [&](const Rect& column) {
    std::vector<ui::Button> next{next_button(frame)};
    float gap = frame.mm(3), least = frame.mm(60);
    float below = frame.measure([&] { return draw_buttons(frame, next, {column.x, 0, column.width, 0}, 60, 2); });
    Rect room{column.x, column.y, column.width, column.height - below - gap};
    float y = column.y + draw_touch_fields(frame, view.touched, room) + gap;
    float width = std::min(column.width, std::max(2 * least, column.width / 2));
    return y + draw_buttons(frame, next, {column.x, y, width, 0}, 60, 1) - column.y;
  });
}

// As the search has it: what is typed and the way on stand above the keys, beside each other where both have room.
void draw_typed_page(ui::Frame& frame, const TypedField& field, bool may_go_on, ui::KeyboardLayer layer, float scroll) {
  draw_page(frame, {true, false}, scroll, {"", "", "slate", false}, 330, [&](const Rect& column) {
    float gap = frame.mm(3), y = column.y;
    ui::Button next = next_button(frame);
    next.enabled = may_go_on;
    float least = least_button_width(frame, next);
    bool beside =
        least <= (column.width - gap) / 2 && least_typed_field_width(frame, field) <= column.width - gap - least;
    float narrow = beside ? least : column.width, wide = beside ? column.width - gap - narrow : column.width;
    float button = button_height(frame, next, narrow);
    float typed = draw_typed_field(frame, field, {column.x, y, wide, beside ? button : 0});
    if (beside) {
      draw_button(frame, next, {column.x + wide + gap, y, narrow, typed});
    } else {
      y += typed + gap;
      draw_button(frame, next, {column.x, y, narrow, button});
    }
    y += (beside ? typed : button) + gap;
    float keyboard = ui::keyboard_height(frame, column.width, layer);
    ui::draw_keyboard(frame, {column.x, y, column.width, keyboard}, layer);
    return y + keyboard - column.y;
  });
}

std::string pin_words(const ui::Frame& frame, const SetUpView& view) {
  if (view.page == SetUpPage::pin_again) return frame.tr("Type the same PIN once more.");
  switch (view.pin_note) {
    case PinNote::none:
      return frame.tr("Choose a PIN for the staff: six digits or more. Nobody can read it here later.");
    case PinNote::too_short: return frame.tr("That is too short. Choose six digits or more.");
    case PinNote::differed: return frame.tr("The two were not the same. Choose once more.");
  }
  KIOSK_CHECK(false);
}

void draw_pin_choice(ui::Frame& frame, const StaffView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {"", "", "slate", false}, 180, [&](const Rect& column) {
    float y = column.y;
    y += frame.words(Role::status, "state", pin_words(frame, view.set_up), ui::styles::kBody,
                     {column.x, y, column.width, 0});
    y += frame.mm(2);
    y += draw_typed_digits(frame, view.digits, {column.x, y, column.width, 0}) + frame.mm(4);
    return y + draw_digit_keys(frame, {column.x, y, column.width, 0}) - column.y;
  });
}

void draw_key(ui::Frame& frame, const SetUpView& view, float scroll) {
  // No more words than that: all digits stand beside each other on a low panel too.
  std::string title = view.key.empty() ? frame.tr("Whose content is it?")
                                       : frame.tr("Compare every digit with the paper that came with this kiosk.");
  draw_page(frame, {true, false}, scroll, {title, "", "slate", false}, 230, [&](const Rect& column) {
    float y = column.y;
    std::vector<ui::Button> answers;
    if (view.key.empty()) {
      std::string words = frame.tr(
          "This kiosk trusts nobody yet: it shows what came with the program and takes no new content. Tell "
          "whoever gave it to you.");
      y += frame.words(Role::text, "words", words, ui::styles::kBody, {column.x, y, column.width, 0}) + frame.mm(4);
      answers = {next_button(frame)};
    } else {
      y += draw_key_groups(frame, view.key, {column.x, y, column.width, 0}) + frame.mm(4);
      answers = {staff_button("same-key", frame.tr("They are the same"), "check", {ui::StaffDeed::same_key}),
                 staff_button("other-key", frame.tr("They are different"), "close", {ui::StaffDeed::other_key})};
      answers.front().look = ui::Look::primary;
    }
    return y + draw_buttons(frame, answers, {column.x, y, column.width, 0}, 60, 2) - column.y;
  });
}

std::string language_name(const SetUpView& view) {
  for (const catalog::Language& language : view.languages)
    if (language.tag == view.language) return language.name;
  return view.language.str();
}

Question summary_of(const ui::Frame& frame, const SetUpView& view) {
  Question question{
      frame.tr("Is this right?"), {}, {staff_button("save", frame.tr("Save"), "check", {ui::StaffDeed::save})}};
  auto line = [&](const char* id, const std::string& words) { question.lines.emplace_back(id, words); };
  line("office-language", ui::fill(frame.tr("Language of the staff: {1}"), {language_name(view)}));
  line("name", ui::fill(frame.tr("Name of the kiosk: {1}"), {view.name}));
  if (!view.place.empty()) line("place", ui::fill(frame.tr("Its place: {1}"), {view.place}));
  line("hours", hours_in_words(frame, view));
  line("pin", frame.tr("A PIN for the staff is chosen."));
  return question;
}

Question question_of(const ui::Frame& frame, const SetUpView& view) {
  switch (view.page) {
    case SetUpPage::wrong_key:
      return {frame.tr("Do not use this kiosk."),
              {{"words",
                frame.tr("Its content may come from somebody else. Switch it off and call whoever gave it to you.")}},
              {}};
    case SetUpPage::saving: return {frame.tr("The machine takes the settings. Please wait."), {}, {}};
    case SetUpPage::saved:
      return {frame.tr("The settings were taken."), {{"words", frame.tr("The screen starts anew in a moment.")}}, {}};
    case SetUpPage::refused:
      return {
          frame.tr("The machine did not take the settings."),
          {{"words",
            frame.tr("Nothing was changed. Its journal says why. Try again, or call whoever gave you this kiosk.")}},
          {staff_button("again", frame.tr("Try again"), "refresh", {ui::StaffDeed::again})}};
    default: return summary_of(frame, view);
  }
}

}  // namespace

ui::Button next_button(const ui::Frame& frame) {
  ui::Button next = staff_button("next", frame.tr("Next"), "chevron-right", {ui::StaffDeed::next});
  next.look = ui::Look::primary;
  return next;
}

const char* name_of(SetUpPage page) {
  switch (page) {
    case SetUpPage::language: return "set_up_language";
    case SetUpPage::rotation: return "set_up_rotation";
    case SetUpPage::turned: return "set_up_turned";
    case SetUpPage::touch: return "set_up_touch";
    case SetUpPage::name: return "set_up_name";
    case SetUpPage::place: return "set_up_place";
    case SetUpPage::hours: return "set_up_hours";
    case SetUpPage::pin: return "set_up_pin";
    case SetUpPage::pin_again: return "set_up_pin_again";
    case SetUpPage::key: return "set_up_key";
    case SetUpPage::wrong_key: return "set_up_wrong_key";
    case SetUpPage::summary: return "set_up_summary";
    case SetUpPage::saving: return "set_up_saving";
    case SetUpPage::saved: return "set_up_saved";
    case SetUpPage::refused: return "set_up_refused";
  }
  KIOSK_CHECK(false);
}

void draw_set_up(ui::Frame& frame, const StaffView& view, float scroll) {
  const SetUpView& now = view.set_up;
  switch (now.page) {
    case SetUpPage::language: return draw_language_question(frame, now, scroll);
    case SetUpPage::rotation:
    case SetUpPage::turned: return draw_rotation(frame, now, scroll);
    case SetUpPage::touch: return draw_touch(frame, view, scroll);
    case SetUpPage::name:
      return draw_typed_page(frame, {"name", now.name, frame.tr("What is this kiosk called?"), "tag"},
                             !now.name.empty(), now.layer, scroll);
    case SetUpPage::place:
      return draw_typed_page(frame, {"place", now.place, frame.tr("Where does it stand?"), "map-marker"}, true,
                             now.layer, scroll);
    case SetUpPage::hours: return draw_set_up_hours(frame, now, scroll);
    case SetUpPage::pin:
    case SetUpPage::pin_again: return draw_pin_choice(frame, view, scroll);
    case SetUpPage::key: return draw_key(frame, now, scroll);
    default: return draw_question(frame, question_of(frame, now), scroll);
  }
}

}  // namespace kiosk::screens
