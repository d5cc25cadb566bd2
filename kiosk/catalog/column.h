// Columns of a row as values of model.h, from a file that may be damaged: what is not of its form becomes the most
// careful value, never a crash and never a guess.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/catalog/choices.h"
#include "kiosk/catalog/model.h"
#include "kiosk/sql/statement.h"

namespace kiosk::catalog {

// As UTF-8: each byte that is none becomes U+FFFD.
std::string text_at(const sql::Statement& row, int column);

std::optional<Date> date_at(const sql::Statement& row, int column);

// The words of a list that is one text.
std::vector<std::string> list_at(const sql::Statement& row, int column);

// What is no language tag is left out.
std::vector<LanguageTag> languages_at(const sql::Statement& row, int column);

template <class Choice>
Choice choice_at(const sql::Statement& row, int column, Choice otherwise) {
  return choice_of<Choice>(row.text(column)).value_or(otherwise);
}

// Rows of (title, address, publisher, date, language), until the end, `most` or an error. A title without a language is
// in the `usual` one.
std::vector<Source> sources_of(sql::Statement& rows, int most, const LanguageTag& usual);

}  // namespace kiosk::catalog
