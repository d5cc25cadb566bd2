// What a page of content shares with the other ways through it: its walk, and the page in two languages.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/page.h"

namespace kiosk::screens {

// The visitor chose a language that has a voice and no letters: its name, and that of the one whose words are shown.
std::optional<std::pair<std::string, std::string>> spoken_and_written(const Context& context);
bool is_only_spoken(const Context& context);

PageHead topic_head(const Context& context, const catalog::Topic& topic);

// How far its text can be trusted, in the interface's words of the moment.
void add_trust(const Context& context, const catalog::Topic& topic, std::vector<ui::Box>& blocks,
               const std::string& prefix);
// Where it comes from.
void add_sources(const Context& context, const catalog::Topic& topic, std::vector<ui::Box>& blocks);

}  // namespace kiosk::screens
