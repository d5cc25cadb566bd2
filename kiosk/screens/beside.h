// The way to a page or a contact in two languages, for a visitor and an officer without a common one
// (beside_screen.cc), and which languages can stand there.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/screens/context.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

// In which a contact's words were written.
std::vector<LanguageTag> languages_of(const Context& context, const catalog::Contact& contact);

// Which language stands beside `own`: the one that was asked for, or the office's, which is the pack's own, or else the
// first of those in which the page exists. None: it exists in no other.
std::optional<LanguageTag> other_side(const Context& context, const LanguageTag& own,
                                      const std::vector<LanguageTag>& languages);

// None where there is nothing to show beside it.
std::optional<ui::Button> beside_button(const Context& context, const LanguageTag& own,
                                        const std::vector<LanguageTag>& languages);

// The screens of the page itself: shown where it does not exist in the visitor's language, or in no other.
void draw_topic(const Context& context);
void draw_contact(const Context& context);

}  // namespace kiosk::screens
