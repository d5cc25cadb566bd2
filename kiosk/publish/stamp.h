// Writes into translations from which text they were made.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/publish/content.h"

namespace kiosk::publish {

// Fills in `of:` in the front matter of every translation that has none, and in those of `files` (paths inside the
// content folder) whatever it says; nothing else in a file changes. Gives the files that were changed. Error:
// Code::not_found for a name in `files` that is no translation, Code::io.
Result<std::vector<std::string>> stamp_translations(const Content& content, const std::vector<std::string>& files);

}  // namespace kiosk::publish
