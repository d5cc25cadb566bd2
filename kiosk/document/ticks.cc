#include "kiosk/document/ticks.h"

#include <charconv>
#include <set>

namespace kiosk::document {

std::optional<TickMark> tick_mark(std::string_view words) {
  const size_t end = words.find(']');
  if (!words.starts_with('[') || end == std::string_view::npos) return std::nullopt;
  const std::string_view written = words.substr(1, end - 1);
  TickMark mark{std::nullopt, std::string(written), std::min(words.find_first_not_of(' ', end + 1), words.size())};
  int ticks = 0;
  const auto [rest, error] = std::from_chars(written.data(), written.data() + written.size(), ticks);
  if (error == std::errc() && rest == written.data() + written.size() && ticks >= 0) mark.ticks = ticks;
  if (written == "all") mark.ticks = kAllTicks;
  return mark;
}

std::optional<size_t> later_mark(std::string_view words) {
  for (size_t at = words.find('[', 1); at != std::string_view::npos; at = words.find('[', at + 1)) {
    const auto mark = tick_mark(words.substr(at));
    if (mark && mark->ticks) return at;
  }
  return std::nullopt;
}

std::vector<Problem> wrong_results(const Document& page) {
  std::vector<Problem> problems;
  std::set<int> said;
  int boxes = page.boxes(), first_line = 0;
  for (const Block& block : page.blocks) {
    if (block.kind != BlockKind::result) continue;
    if (said.empty()) first_line = block.line;
    said.insert(block.from);
    if (block.from == kAllTicks ? boxes > 0 : block.from <= boxes) continue;
    problems.push_back({block.line, "This page has " + std::to_string(boxes) +
                                        " boxes to tick. Write a smaller number of ticks, or add boxes: - [ ] ..."});
  }
  if (!said.empty() && !said.contains(0))
    problems.push_back({first_line, "Someone who ticks no box is told nothing. Add a note that begins with [0]."});
  return problems;
}

}  // namespace kiosk::document
