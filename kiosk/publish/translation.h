// Which source text a translation was made from.
#pragma once

#include <string>

#include "kiosk/publish/content.h"

namespace kiosk::publish {

// The first 16 hexadecimal digits of SHA-256 over the words of a page: title, summary, keywords and body, each line
// without spaces at its end, one line break at the end. Attributes do not count: a new icon makes no translation stale.
std::string words_hash(const TopicFile& source);

}  // namespace kiosk::publish
