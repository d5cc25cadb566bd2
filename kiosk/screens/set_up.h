// The screens of a kiosk's first day: one question each, large, with "next" and "back". They are drawn as the staff's
// screens are (staff.h), because whoever answers is staff, and before there is a PIN.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/catalog/model.h"
#include "kiosk/config/week.h"
#include "kiosk/ui/keyboard.h"

namespace kiosk::screens {

enum class SetUpPage {
  language,
  rotation,  // whether the picture is upright
  turned,    // whether it is now; without an answer it turns back
  touch,
  name,
  place,
  hours,
  pin,
  pin_again,
  key,        // whose content is trusted, for comparison with a paper
  wrong_key,  // the end
  summary,
  saving,
  saved,
  refused,
};

enum class PinNote { none, too_short, differed };

struct SetUpView {
  SetUpPage page = SetUpPage::language;
  std::vector<catalog::Language> languages;
  LanguageTag language = LanguageTag::of("en");
  int seconds_left = 0;  // turned: until the picture turns back
  std::string name, place;
  ui::KeyboardLayer layer = ui::KeyboardLayer::capitals;
  int sheet = 0;  // of its keys
  std::optional<config::Week> week =
      config::Week{};           // none: hours that this screen cannot show, which stay as they are
  bool may_keep_hours = false;  // there are such
  PinNote pin_note = PinNote::none;
  std::string key;  // in groups of digits; empty: this kiosk trusts nobody yet
};

const char* name_of(SetUpPage page);

// What is pressed is a ui::Staff, ui::ChooseLanguage, ui::Type or ui::Erase.

}  // namespace kiosk::screens
