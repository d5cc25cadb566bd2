// A list of pages to choose from: of a section, of the news, of what a search found. Six at a time (R79).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/screens/page.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {

ui::Tile tile_of(const Context& context, const catalog::TopicSummary& topic, const std::string& colour);
ui::Tile tile_of(const Context& context, const catalog::Section& section);

// A page of tiles, with nothing else on it.
void draw_tiles(const Context& context, const PageHead& head, std::vector<ui::Tile> tiles);

// "30 November 2021" in the visitor's language.
std::string date_in_words(const ui::Frame& frame, Date date);
std::string date_in_words(const std::function<std::string(const std::string&)>& tr, Date date);

}  // namespace kiosk::screens
