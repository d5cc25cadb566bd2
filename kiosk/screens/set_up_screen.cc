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

// The order of the questions, which app/set_up.cc knows too; a PIN is typed twice in one step.
constexpr int kSteps = 9;
int step_of(SetUpPage page) {
  switch (page) {
    case SetUpPage::language: return 1;
    case SetUpPage::rotation:
    case SetUpPage::turned: return 2;
    case SetUpPage::touch: return 3;
    case SetUpPage::name: return 4;
    case SetUpPage::place: return 5;
    case SetUpPage::hours: return 6;
    case SetUpPage::pin:
    case SetUpPage::pin_again: return 7;
    case SetUpPage::key: return 8;
    case SetUpPage::summary: return 9;
    default: return 0;
  }
}

// Some sentences and, below them, what can be answered.
struct Question {
  std::string title;
  std::vector<std::pair<const char*, std::string>> lines;  // id and words
  std::vector<ui::Button> answers;                         // the first one stands out
};

void draw_question(ui::Frame& frame, SetUpPage asked, Question question, int page) {
  PageBody body;
  body.measure = Mm{230};
  body.style.gap = Mm{2.5f};
  for (const auto& [id, words] : question.lines)
    body.blocks.push_back(ui::words(Role::text, id, words, staff_text(frame)));
  if (!question.answers.empty()) {
    question.answers.front().look = ui::Look::primary;
    body.blocks.push_back(ui::button_grid(std::move(question.answers), Mm{60}, 3));
  }
  draw_staff_page(frame, page, set_up_head(frame, asked, question.title), std::move(body));
}

void draw_language_question(ui::Frame& frame, const SetUpView& view, int page) {
  std::vector<LanguageChoice> choices;
  for (const catalog::Language& language : view.languages) choices.push_back({language});
  PageBody body{.blocks = language_pages(choices)};
  body.style.stand = ui::Stand::fill;
  body.above = ui::picture_plate("web", "slate").grow();
  draw_staff_page(frame, page, set_up_head(frame, view.page, frame.tr("In which language do the staff read?")),
                  std::move(body));
}

// The seconds until the picture turns back.
ui::Box countdown(int seconds) {
  ui::Box box;
  std::string number = std::to_string(seconds);
  box.height = [number](ui::Frame& frame, float width) { return frame.lay(number, ui::styles::kTitle, width).height; };
  box.least = [number](ui::Frame& frame) { return frame.lay(number, ui::styles::kTitle, 0).width + 1; };
  box.natural = box.least;
  box.draw = [number](ui::Frame& frame, const Rect& at) {
    frame.node(Role::timer, "seconds", ui::fill(frame.tr("Seconds left: {1}"), {number}), at).value = number;
    frame.text(number, ui::styles::kTitle, at);
  };
  return box;
}

void draw_rotation(ui::Frame& frame, const SetUpView& view, int page) {
  bool turned = view.page == SetUpPage::turned;
  std::string title = turned ? frame.tr("Is the picture upright now?") : frame.tr("Is the picture upright?");
  PageBody body;
  body.measure = Mm{230};
  if (turned) {
    std::string words = frame.tr("Without an answer it turns back. Seconds left:");
    body.blocks.push_back(ui::row(
        {ui::grow(ui::words(Role::text, "words", words, staff_text(frame))), ui::natural(countdown(view.seconds_left))},
        Mm{4}));
  }
  std::vector<ui::Button> answers{
      staff_button("upright", frame.tr("Yes, it is upright"), "check", {ui::StaffDeed::upright}),
      staff_button("turn", frame.tr("Turn it"), "refresh", {ui::StaffDeed::turn})};
  answers.front().look = ui::Look::primary;
  body.blocks.push_back(ui::button_grid(std::move(answers), Mm{60}, 2));
  draw_staff_page(frame, page, set_up_head(frame, view.page, title), std::move(body));
}

void draw_touch(ui::Frame& frame, const StaffView& view, int page) {
  PageBody body{.blocks = {touch_fields(frame, view.touched)}};
  body.measure = Mm{2000};
  body.style.stand = ui::Stand::fill;
  body.style.beside = {next_button(frame)};
  draw_staff_page(frame, page, set_up_head(frame, SetUpPage::touch, ""), std::move(body));
}

// As the search has it: what is typed and the way on stand above the keys, beside each other where both have room.
void draw_typed_page(ui::Frame& frame, const SetUpView& view, const TypedField& field, bool may_go_on, int page) {
  ui::Button next = next_button(frame);
  next.enabled = may_go_on;
  if (frame.size_class().has_rail()) next.style.scale = frame.type_factor();  // the keys leave no room for more
  float next_width = least_button_width(frame, next) / frame.mm(1);
  ui::Box typed = ui::row({ui::grow(typed_field_box(field)), ui::fixed(Mm{next_width}, ui::button_box(next))}, Mm{3});
  PageBody body{.blocks = {std::move(typed), ui::keyboard_box(view.layer, view.sheet)}};
  body.edges = true;
  body.style.gap = Mm{frame.size_class().is_compact() ? 1.0f : 3.0f};
  draw_staff_page(frame, page, set_up_head(frame, view.page, ""), std::move(body));
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

void draw_pin_choice(ui::Frame& frame, const StaffView& view, int page) {
  PageBody body{.blocks = {pin_pad(frame, pin_words(frame, view.set_up), view.digits)}};
  body.measure = Mm{230};
  draw_staff_page(frame, page, set_up_head(frame, view.set_up.page, ""), std::move(body));
}

void draw_key(ui::Frame& frame, const SetUpView& view, int page) {
  // No more words than that: all digits stand beside each other on a low panel too.
  std::string title = view.key.empty() ? frame.tr("Whose content is it?")
                                       : frame.tr("Compare every digit with the paper that came with this kiosk.");
  PageBody body;
  body.measure = Mm{230};
  std::vector<ui::Button> answers;
  if (view.key.empty()) {
    std::string words = frame.tr(
        "This kiosk trusts nobody yet: it shows what came with the program and takes no new content. Tell "
        "whoever gave it to you.");
    body.blocks.push_back(ui::words(Role::text, "words", words, staff_text(frame)));
    answers = {next_button(frame)};
  } else {
    // All of them on one page, to be compared with the paper.
    bool low = frame.size_class().is_compact();
    body.blocks.push_back(key_groups(view.key, low ? 6 : 3, low));
    answers = {staff_button("same-key", frame.tr("They are the same"), "check", {ui::StaffDeed::same_key}),
               staff_button("other-key", frame.tr("They are different"), "close", {ui::StaffDeed::other_key})};
    answers.front().look = ui::Look::primary;
  }
  body.blocks.push_back(ui::button_grid(std::move(answers), Mm{60}, 2));
  draw_staff_page(frame, page, set_up_head(frame, view.page, title), std::move(body));
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

PageHead set_up_head(const ui::Frame& frame, SetUpPage page, std::string title) {
  PageHead head{.title = std::move(title), .colour = "slate", .icon = "wrench"};
  if (int step = step_of(page); step > 0)
    head.where = ui::fill(frame.tr("{1} of {2}"), {std::to_string(step), std::to_string(kSteps)});
  return head;
}

ui::Button next_button(const ui::Frame& frame) {
  ui::Button next = staff_button("next", frame.tr("Next"), "check", {ui::StaffDeed::next});
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

void draw_set_up(ui::Frame& frame, const StaffView& view, int page) {
  const SetUpView& now = view.set_up;
  switch (now.page) {
    case SetUpPage::language: return draw_language_question(frame, now, page);
    case SetUpPage::rotation:
    case SetUpPage::turned: return draw_rotation(frame, now, page);
    case SetUpPage::touch: return draw_touch(frame, view, page);
    case SetUpPage::name:
      return draw_typed_page(frame, now, {"name", now.name, frame.tr("What is this kiosk called?"), "tag"},
                             !now.name.empty(), page);
    case SetUpPage::place:
      return draw_typed_page(frame, now, {"place", now.place, frame.tr("Where does it stand?"), "map-marker"}, true,
                             page);
    case SetUpPage::hours: return draw_set_up_hours(frame, now, page);
    case SetUpPage::pin:
    case SetUpPage::pin_again: return draw_pin_choice(frame, view, page);
    case SetUpPage::key: return draw_key(frame, now, page);
    default: return draw_question(frame, now.page, question_of(frame, now), page);
  }
}

}  // namespace kiosk::screens
