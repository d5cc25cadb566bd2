// The words by which the databases name the choices of model.h and writer.h. Part of the format: SCHEMA.md.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/catalog/model.h"
#include "kiosk/catalog/writer.h"

namespace kiosk::catalog {

// The word of a choice; and the choice of a word, nothing if it is none of them.
template <class Choice>
std::string_view word_of(Choice choice);
template <class Choice>
std::optional<Choice> choice_of(std::string_view word);
template <class Choice>
std::span<const std::string_view> words_of_choice();

}  // namespace kiosk::catalog
