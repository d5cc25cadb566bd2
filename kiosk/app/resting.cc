#include "kiosk/app/resting.h"

#include <imgui.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "kiosk/audio/volume.h"

namespace kiosk::app {
namespace {

// Round the place where it began, 3 px a minute; at the last step of a round the colours change as well, because inside
// a large plate of one colour no pixel changes by moving.
constexpr std::array<std::pair<int, int>, 9> kWay{
    {{0, 0}, {3, 0}, {3, 3}, {0, 3}, {-3, 3}, {-3, 0}, {-3, -3}, {0, -3}, {0, 0}}};
constexpr float kDim = 0.3f;

bool closed(const config::Config& config, const screens::Moment& now) {
  return config.open && now.hour_known && !config.open->open_at(now.day, now.minute);
}

void move(Rect& rect, float dx, float dy) {
  rect.x += dx;
  rect.y += dy;
}

}  // namespace

Resting resting(const config::Config& config, const screens::Moment& now, double seconds, double idle) {
  Resting resting;
  size_t step = static_cast<size_t>(std::floor(std::max(0.0, seconds) / kRestingStep)) % kWay.size();
  std::tie(resting.dx, resting.dy) = kWay[step];
  resting.other_colours = step + 1 == kWay.size() && idle >= config.idle_seconds;
  if (idle >= config.idle_seconds && closed(config, now)) {
    if (config.when_closed == config::WhenClosed::dim) resting.light = kDim;
    if (config.when_closed == config::WhenClosed::dark) resting.light = 0;
  }
  return resting;
}

void rest(const Resting& resting, ui::Scene& scene, ImDrawList* list, const ui::Panel& panel) {
  if (resting == Resting{}) return;
  if (resting.dark()) {
    scene.tree.screen = "dark";
    scene.tree.nodes.clear();
    scene.actions.clear();
  }
  float dx = static_cast<float>(resting.dx), dy = static_cast<float>(resting.dy);
  for (accessibility::Node& node : scene.tree.nodes) {
    move(node.rect, dx, dy);
    move(node.clip, dx, dy);
    for (accessibility::TextRun& run : node.text) move(run.rect, dx, dy);
    if (!node.phone) continue;
    for (accessibility::PhoneGlyph& glyph : node.phone->glyphs) move(glyph.rect, dx, dy);
  }
  if (!list) return;
  for (ImDrawVert& vertex : list->VtxBuffer) {
    vertex.pos.x += dx;
    vertex.pos.y += dy;
  }
  for (ImDrawCmd& command : list->CmdBuffer) {
    command.ClipRect.x += dx;
    command.ClipRect.y += dy;
    command.ClipRect.z += dx;
    command.ClipRect.w += dy;
  }
  if (resting.light < 1) {
    list->PushClipRectFullScreen();
    auto shade = static_cast<int>(std::lround((1 - resting.light) * 255));
    list->AddRectFilled({0, 0}, {static_cast<float>(panel.width), static_cast<float>(panel.height)},
                        IM_COL32(0, 0, 0, shade));
    list->PopClipRect();
  }
}

int first_volume(const config::Config& config, const screens::Moment& now) {
  bool quiet = config.quiet && now.hour_known && config.quiet->open_at(now.day, now.minute);
  return audio::Volume::kDefaultStep - (quiet ? config.quiet_steps : 0);
}

}  // namespace kiosk::app
