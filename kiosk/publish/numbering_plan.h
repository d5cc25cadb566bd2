// What the numbering plans of the world say of a number: libphonenumber, which knows those of every country.
// It knows full numbers well and short codes badly: what it calls impossible is wrong, what it does not know may be
// right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/catalog/model.h"

namespace kiosk::publish {

struct PlanOpinion {
  enum class Verdict { good, unknown, impossible };
  Verdict verdict = Verdict::good;
  std::string message, remedy;  // whole sentences; empty where it is good
};

// REQUIRES: rules::objection_to_number has none.
PlanOpinion plan_opinion(const catalog::Number& number);

// How the number is grouped for the eye, with the same digits; nothing else is done to it.
std::string display_form(const std::string& dial, const std::vector<std::string>& from);

// What is a valid number of `country`, or an international one, in a text of groups of ASCII digits.
std::vector<std::string> plan_numbers_in(const std::string& text, const std::string& country);

}  // namespace kiosk::publish
