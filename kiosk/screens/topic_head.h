// The band of a page of content, which its walk has too.
#pragma once

#include "kiosk/screens/page.h"

namespace kiosk::screens {

// The visitor chose a language that has a voice and no letters: words are those of another one.
bool is_only_spoken(const Context& context);

PageHead topic_head(const Context& context, const catalog::Topic& topic);

}  // namespace kiosk::screens
