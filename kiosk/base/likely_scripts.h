// In which script a language is usually written.
#pragma once

#include <string_view>

namespace kiosk {

// ISO 15924, of a language's code of two or three small letters; "Latn" for one that is not known.
std::string_view likely_script(std::string_view language);

}  // namespace kiosk
