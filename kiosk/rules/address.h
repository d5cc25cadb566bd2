// Addresses that a card may show.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/rules/phone_in_text.h"

namespace kiosk::rules {

// "https://example.org/help": http or https in any case, a host, nothing blank.
bool is_web_address(std::string_view address);

// The part of `address` that starts a call or a message, or that names a person of a messenger by their number:
// "tel:", "wa.me/"; empty where there is none. A number in it would be dialled without a card that two people signed
// for.
std::string dialling_part(std::string_view address);

// The digits of a known number that `address` carries, however they are parted or escaped; empty where there are none.
std::string known_number_in(std::string_view address, const KnownNumbers& known);

}  // namespace kiosk::rules
