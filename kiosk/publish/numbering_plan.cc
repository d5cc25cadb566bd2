#include "kiosk/publish/numbering_plan.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <algorithm>
#include <iterator>

#include "kiosk/rules/number.h"
#include "kiosk/rules/phone_in_text.h"

namespace kiosk::publish {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;
using Verdict = PlanOpinion::Verdict;

constexpr size_t kLongestShortCode = 6;
constexpr const char* kAnyRegion = "ZZ";
constexpr const char* kLookAgain =
    "Look at the source again, digit by digit; if it is written like that there, leave it.";

const PhoneNumberUtil& util() { return *PhoneNumberUtil::GetInstance(); }

const ShortNumberInfo& short_numbers() {
  static const ShortNumberInfo info;
  return info;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string region_of(const PhoneNumber& number) {
  std::string region;
  util().GetRegionCodeForNumber(number, &region);
  if (region.empty() || region == kAnyRegion) { util().GetRegionCodeForCountryCode(number.country_code(), &region); }
  return region;
}

std::string formatted(const PhoneNumber& number, PhoneNumberUtil::PhoneNumberFormat format) {
  std::string text;
  util().Format(number, format, &text);
  return text;
}

// "0770 800 911" of "(077) 080-0911": spaces where the plan has any sign.
std::string spaced(const std::string& text) {
  std::string plain;
  for (char c : text) {
    bool digit = (c >= '0' && c <= '9') || c == '+';
    if (digit)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  while (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

PlanOpinion unknown(const std::string& message) { return {Verdict::unknown, message, kLookAgain}; }

PlanOpinion of_length(const PhoneNumber& number, const std::string& dial, const std::string& where) {
  switch (util().IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::IS_POSSIBLE: break;
    case PhoneNumberUtil::TOO_LONG:
      return {Verdict::impossible, quoted(dial) + " has too many digits for a number of " + where + ".",
              "Compare it with the source, digit by digit."};
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
    case PhoneNumberUtil::TOO_SHORT:
      return {Verdict::impossible, quoted(dial) + " has too few digits for a number of " + where + ".",
              "Compare it with the source, digit by digit; a number of one town needs its area code."};
    default:
      return {Verdict::impossible, quoted(dial) + " has not as many digits as numbers of " + where + " have.",
              "Compare it with the source, digit by digit."};
  }
  if (util().IsValidNumber(number)) return {};
  return unknown("No number of " + where + " that the world's numbering plans know begins like " + quoted(dial) + ".");
}

// As the plan writes it, or with what long-distance calls begin with there.
bool is_dialled_inside(const PhoneNumber& number, const std::string& digits, const std::string& region) {
  std::string prefix, significant;
  util().GetNddPrefixForRegion(region, true, &prefix);
  util().GetNationalSignificantNumber(number, &significant);
  return digits == rules::digits_of(formatted(number, PhoneNumberUtil::NATIONAL)) ||
         (!prefix.empty() && digits == prefix + significant);
}

PlanOpinion on_international(const catalog::Number& number) {
  PhoneNumber parsed;
  if (util().Parse(number.dial, kAnyRegion, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR) {
    return {Verdict::impossible, "No country has the code that " + quoted(number.dial) + " begins with.",
            "Write the code of the country behind the +, for example +231 for Liberia."};
  }
  std::string region = region_of(parsed);
  std::string where = region == "001" ? "+" + std::to_string(parsed.country_code()) : region;
  // The plan reads a 0 behind the country code, or the code twice, as if it were not there; an exchange may not.
  if (const std::string right = formatted(parsed, PhoneNumberUtil::E164);
      right != number.dial && util().IsValidNumber(parsed)) {
    return {Verdict::impossible, quoted(number.dial) + " has digits behind the country code that do not belong there.",
            "If " + quoted(right) + " is what reaches the service, write that."};
  }
  PlanOpinion opinion = of_length(parsed, number.dial, where);
  if (opinion.verdict == Verdict::impossible || number.national.empty()) return opinion;
  if (is_dialled_inside(parsed, rules::digits_of(number.national), region)) return opinion;
  return {
      Verdict::impossible,
      quoted(number.national) + " is not how " + quoted(number.dial) + " is dialled inside " + region + ".",
      "Write national: " + quoted(spaced(formatted(parsed, PhoneNumberUtil::NATIONAL))) + ", or leave national out."};
}

// As it is dialled inside one country.
PlanOpinion on_national(const std::string& dial, const std::string& country) {
  PhoneNumber parsed;
  if (util().Parse(dial, country, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR) {
    if (dial.size() <= kLongestShortCode)
      return unknown("The world's numbering plans do not know " + quoted(dial) + " in " + country + ".");
    return {Verdict::impossible, quoted(dial) + " cannot be a number of " + country + ".",
            "Compare it with the source, digit by digit, and from with the country it works in."};
  }
  if (dial.size() <= kLongestShortCode) {
    if (short_numbers().IsEmergencyNumber(dial, country) ||
        short_numbers().IsValidShortNumberForRegion(parsed, country) || util().IsValidNumberForRegion(parsed, country))
      return {};
    return unknown("The world's numbering plans do not know the short number " + quoted(dial) + " in " + country + ".");
  }
  if (parsed.country_code() != util().GetCountryCodeForRegion(country)) {
    return {Verdict::impossible,
            quoted(dial) + " begins with the way out of " + country + ", which is another one elsewhere.",
            "Write dial: " + quoted(formatted(parsed, PhoneNumberUtil::E164)) + "."};
  }
  // The plan completes a number that lacks its 0, or begins with the country code; a telephone does not.
  if (util().IsValidNumber(parsed) && !is_dialled_inside(parsed, dial, country)) {
    return {Verdict::impossible, quoted(dial) + " is not how a number is dialled inside " + country + ".",
            "If it is " + quoted(rules::digits_of(formatted(parsed, PhoneNumberUtil::NATIONAL))) +
                " that reaches the service, write that."};
  }
  return of_length(parsed, dial, country);
}

bool is_known_region(const std::string& country) { return util().GetCountryCodeForRegion(country) != 0; }

}  // namespace

PlanOpinion plan_opinion(const catalog::Number& number) {
  if (number.dial.find_first_of("*#") != std::string::npos) return {};  // a code of one network: no plan lists them
  if (number.dial.starts_with('+')) return on_international(number);
  PlanOpinion worst;
  for (const std::string& country : number.from) {
    if (!is_known_region(country)) continue;
    PlanOpinion opinion = on_national(number.dial, country);
    if (opinion.verdict > worst.verdict) worst = std::move(opinion);
  }
  return worst;
}

std::string display_form(const std::string& dial, const std::vector<std::string>& from) {
  bool international = dial.starts_with('+');
  if (dial.size() <= kLongestShortCode || (!international && from.empty())) return rules::grouped(dial);
  PhoneNumber parsed;
  std::string region = international ? kAnyRegion : from.front();
  if (util().Parse(dial, region, &parsed) == PhoneNumberUtil::NO_PARSING_ERROR) {
    std::string form =
        spaced(formatted(parsed, international ? PhoneNumberUtil::INTERNATIONAL : PhoneNumberUtil::NATIONAL));
    std::string digits;
    std::ranges::copy_if(form, std::back_inserter(digits), [](char c) { return c != ' '; });
    if (digits == dial && form != dial) return form;
  }
  return rules::grouped(dial);
}

std::vector<std::string> plan_numbers_in(const std::string& text, const std::string& country) {
  std::vector<std::string> found;
  PhoneNumberMatcher matcher(text, country);
  PhoneNumberMatch match;
  while (matcher.HasNext() && matcher.Next(&match)) found.push_back(match.raw_string());
  return found;
}

}  // namespace kiosk::publish
