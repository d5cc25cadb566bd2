// Where on the screen the words stand that are heard now (R99).
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/units.h"
#include "kiosk/text/paragraph.h"
#include "kiosk/ui/speech.h"

namespace kiosk::ui {

// Which bytes of `shown` are heard. None where the voice says something that does not stand there: a role, a position.
std::optional<std::pair<size_t, size_t>> find_heard(std::string_view shown, const Heard& heard);

// One rectangle a line, in the paragraph's own pixels.
std::vector<Rect> marks_of(const text::Paragraph& paragraph, std::pair<size_t, size_t> bytes);

}  // namespace kiosk::ui
