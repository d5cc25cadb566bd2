// The words of the interface: gettext files read by libgettextpo. The only place that knows that library.
// Not for several threads at once: the library keeps its state in globals.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

inline constexpr const char* kWordList = "ui/kiosk.pot";

// `name` is the path inside `folder`, for example "ui/fr.po". What is wrong is reported; nullopt when nothing could be
// read. The answer has no language yet.
std::optional<MessageFile> read_messages(const std::filesystem::path& folder, const std::string& name,
                                         Problems& problems);

}  // namespace kiosk::publish
