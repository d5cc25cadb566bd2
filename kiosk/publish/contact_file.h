// One hotline or office: contacts/<id>.yaml. Strict, because a wrong number is the worst defect: everything a card must
// show has to be written, "unknown" where nobody knows (R84).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// `file` is "contacts/<id>.yaml". What is wrong is reported; nullopt when it cannot be read at all.
std::optional<ContactFile> read_contact(const std::string& file, std::string_view text, Problems& problems);

}  // namespace kiosk::publish
