// What a visitor can do: one small struct for each, with what it needs to know. Screens attach actions to what they
// draw; app::Kiosk carries them out, and app::apply() those that belong to the visit.
// Struct, not kind and string: a number, a language or a page cannot be mistaken for another, and the compiler finds
// who still speaks of an action that is gone.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/base/language_tag.h"
#include "kiosk/ui/screen.h"

namespace kiosk::ui {

// An action that needs to know nothing more.
template <class Name>
struct Plain {
  bool operator==(const Plain&) const = default;
};

using Leave = Plain<struct LeaveName>;  // end the visit now
using Back = Plain<struct BackName>;
using Home = Plain<struct HomeName>;
// A screen that needs no argument.
struct Open {
  Screen screen = Screen::home;
  bool operator==(const Open&) const = default;
};

struct ChooseLanguage {
  LanguageTag language;
  bool operator==(const ChooseLanguage&) const = default;
};
struct SetTextScale {
  float scale = 1;  // 1, 1.5 or 2
  bool operator==(const SetTextScale&) const = default;
};
struct SetContrast {
  bool high = false;
  bool operator==(const SetContrast&) const = default;
};
using ToggleReach = Plain<struct ToggleReachName>;

struct OpenSection {
  std::string id;
  bool operator==(const OpenSection&) const = default;
};
struct OpenTopic {
  std::string id;
  bool operator==(const OpenTopic&) const = default;
};
struct OpenWalk {  // the same page as cards to look at and to hear
  std::string id;
  bool operator==(const OpenWalk&) const = default;
};
struct OpenContact {
  std::string id;
  bool operator==(const OpenContact&) const = default;
};

// On a page or a contact: the same in two languages. There: which one stands beside the visitor's.
struct ShowBeside {
  std::optional<LanguageTag> language;  // none: the office's, or else the first in which it exists
  bool operator==(const ShowBeside&) const = default;
};

struct TurnPage {
  int page = 0;  // from 0
  bool operator==(const TurnPage&) const = default;
};
// By the keypad, a swipe or a wheel: one page on or back.
struct TurnBy {
  int step = 1;
  bool operator==(const TurnBy&) const = default;
};

// Contacts: what they are about, and where.
struct ChooseFilter {
  std::string topic;  // empty: all
  bool operator==(const ChooseFilter&) const = default;
};
struct ChooseCountry {
  std::string code;  // ISO 3166; empty: all
  bool operator==(const ChooseCountry&) const = default;
};
// One contact: which of its numbers; none: back to the card, or hide the code.
struct ShowLarge {
  std::optional<size_t> number;
  bool operator==(const ShowLarge&) const = default;
};
struct ShowCode {
  std::optional<size_t> number;
  bool operator==(const ShowCode&) const = default;
};

struct ToggleCheck {
  int box = 0;  // of the page, counted from 0
  bool operator==(const ToggleCheck&) const = default;
};
struct AnswerTick {  // the same in a walk, which goes on to its next card
  int box = 0;
  bool yes = false;
  bool operator==(const AnswerTick&) const = default;
};
struct SayHelped {  // of a page
  bool yes = false;
  bool operator==(const SayHelped&) const = default;
};
using Proceed = Plain<struct ProceedName>;  // past the interruption page
using Stay = Plain<struct StayName>;        // at the idle warning

// The keyboard.
struct Type {
  std::string character;
  bool operator==(const Type&) const = default;
};
using Erase = Plain<struct EraseName>;
struct TurnKeys {  // in search: which sheet of letters
  int sheet = 0;
  bool operator==(const TurnKeys&) const = default;
};

// The voice.
using Listen = Plain<struct ListenName>;  // hear this page; while it is heard: stop
struct ListenIn {                         // of a page in two languages: one of its sides
  LanguageTag language;
  bool operator==(const ListenIn&) const = default;
};
struct ListenTo {
  std::string node;
  bool operator==(const ListenTo&) const = default;
};
using AskAloud = Plain<struct AskAloudName>;    // whether others may hear this page (R56)
using PlayAloud = Plain<struct PlayAloudName>;  // yes, they may
using Pause = Plain<struct PauseName>;          // go on, where it was paused
using Repeat = Plain<struct RepeatName>;        // the last sentence, or the number
using ChangePace = Plain<struct ChangePaceName>;
using Stop = Plain<struct StopName>;
using Quieter = Plain<struct QuieterName>;
using Louder = Plain<struct LouderName>;

using HidePage = Plain<struct HidePageName>;  // heard, and not seen (R62)
using ShowPage = Plain<struct ShowPageName>;

using SetUpKiosk = Plain<struct SetUpKioskName>;  // on a kiosk that nobody has set up yet

// On the staff's screens and those of the first day.
enum class StaffDeed {
  digit,  // number: which
  erase,
  enter,
  status,
  update,
  ask_rollback,
  rollback,
  ask_restart,
  restart,
  reboot,
  ask_expired,
  accept_expired,
  ask_owner,
  clean,
  sound,
  touch,
  touched,  // number: of the field
  next,
  turn,
  upright,
  letters,  // number: of the sheet of keys; in capitals too
  capitals,
  digits,
  hours_always,
  hours_days,
  hours_kept,
  day,  // number: 0 is Monday
  opens_earlier,
  opens_later,
  closes_earlier,
  closes_later,
  same_key,
  other_key,
  save,
  again,
};
struct Staff {
  StaffDeed deed = StaffDeed::status;
  int number = 0;
  bool operator==(const Staff&) const = default;
};

using Action = std::variant<std::monostate, Leave, Back, Home, Open, ChooseLanguage, SetTextScale, SetContrast,
                            ToggleReach, OpenSection, OpenTopic, OpenWalk, OpenContact, ShowBeside, TurnPage, TurnBy,
                            ChooseFilter, ChooseCountry, ShowLarge, ShowCode, ToggleCheck, AnswerTick, SayHelped,
                            Proceed, Stay, Type, Erase, TurnKeys, Listen, ListenIn, ListenTo, AskAloud, PlayAloud,
                            Pause, Repeat, ChangePace, Stop, Quieter, Louder, HidePage, ShowPage, SetUpKiosk, Staff>;

template <class... One>
bool is_any(const Action& action) {
  return (std::holds_alternative<One>(action) || ...);
}

// A visitor for std::visit, made of one lambda for each case.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace kiosk::ui
