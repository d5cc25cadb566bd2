// Where a file of the source tree is. A function instead of a macro, so that an object file does not depend on the
// folder it was compiled in and a compiler cache serves every checkout.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::test {

// The absolute path of `relative`, which is a path from the top of the source tree, such as "assets/fonts.conf".
std::string source_path(std::string_view relative = "");

}  // namespace kiosk::test
