// The one rule for the ids of topics, contacts and sections.
#pragma once

#include <string_view>

namespace kiosk {

// Small letters, digits and single hyphens between them, at most 64 bytes: safe as a file name, in a link and in a key.
bool is_slug(std::string_view text);

}  // namespace kiosk
