#include "kiosk/ui/update_strip.h"

#include <algorithm>

#include "kiosk/text/sentences.h"
#include "kiosk/ui/frame.h"

namespace kiosk::ui {
namespace {

using accessibility::Role;

constexpr float kMargin = 2, kIcon = 8;
// Lines for which there is always room, as what begins and what ends an update differ; a low panel tells only the end.
constexpr float kLines = 2, kLowZone = 115;

TextStyle strip_style() {
  TextStyle style = styles::kBody;
  style.scale = 1;  // as the bar's words where they have no room: the page needs its height
  style.line_height = 1.25f;
  return style;
}

// The bar's own hairline shows how far it has to go.
void draw_line(Frame& frame, const Rect& bar) {
  const UpdateStrip& strip = frame.update();
  float part = !strip.running ? 1 : static_cast<float>(std::max(0, strip.percent)) / 100;
  if (part > 0) frame.painter().fill({bar.x, bar.y, bar.width * part, frame.mm(kUpdateLineMm)}, frame.theme().action);
}

accessibility::Node& strip_node(Frame& frame, const Rect& at) {
  const UpdateStrip& strip = frame.update();
  accessibility::Node& node = frame.node(strip.running ? Role::progress : Role::note, "update", strip.words, at);
  if (strip.running && strip.percent >= 0) {
    node.value = std::to_string(strip.percent);
    node.spoken = strip.words + " " + fill(frame.tr("{1} percent."), {node.value});
  }
  return node;
}

}  // namespace

Rect draw_update_strip(Frame& frame, const Rect& left, const Rect& bar) {
  const UpdateStrip& strip = frame.update();
  if (strip.words.empty()) return left;
  Colour before = frame.surface();
  frame.set_region(accessibility::Region::controls);
  draw_line(frame, bar);
  float tall = 0;
  if (!strip.spelled) {
    strip_node(frame, {bar.x, bar.y, bar.width, frame.mm(kUpdateLineMm)});
  } else {
    TextStyle style = strip_style();
    float margin = frame.mm(kMargin), icon = frame.mm(kIcon), start = margin + icon + margin;
    bool low = frame.zone().height < frame.mm(kLowZone);
    auto lay = [&](const std::string& said) -> const text::Paragraph& {
      return frame.lay(said, style, left.width - start - margin);
    };
    // A low panel says the rest to the ear alone: its page is for those who look for their language.
    bool brief = low && static_cast<float>(lay(strip.words).lines.size()) > kLines;
    const text::Paragraph& words = lay(brief ? text::first_sentence(strip.words) : strip.words);
    float line = words.height / static_cast<float>(std::max<size_t>(1, words.lines.size()));
    float least = low ? 0 : kLines * line;
    tall = std::max(words.height, least) + 2 * margin;
    Rect band{left.x, left.bottom() - tall, left.width, tall};
    frame.painter().fill(band, frame.theme().note);
    frame.set_surface(frame.theme().note);
    strip_node(frame, band);
    frame.icon(strip.running   ? "usb"
               : strip.refused ? "alert"
                               : "check",
               {band.x + margin, band.y + (tall - icon) / 2, icon, icon}, frame.theme().ink);
    frame.text(words, {band.x + start, band.y + (tall - words.height) / 2, left.width - start - margin, words.height},
               style);
    frame.set_surface(before);
  }
  frame.set_region(accessibility::Region::page);
  return {left.x, left.y, left.width, left.height - tall};
}

}  // namespace kiosk::ui
