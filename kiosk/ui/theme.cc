#include "kiosk/ui/theme.h"

namespace kiosk::ui {

Theme paper_theme() {
  Theme theme;
  theme.paper = rgb(0xFAF7F2);
  theme.surface = rgb(0xFFFFFF);
  theme.ink = rgb(0x14222E);
  theme.ink_quiet = rgb(0x3C4A57);
  theme.action = rgb(0x0A4A8C);
  theme.on_action = rgb(0xFFFFFF);
  theme.pressed = rgb(0x062F5A);
  theme.hairline = rgb(0x6E8192);
  theme.note = rgb(0xE9F0F7);
  theme.heard = rgb(0xFFEDB3);
  theme.focus = rgb(0x0A4A8C);
  theme.disabled = rgb(0x4F5B66);
  return theme;
}

Theme high_contrast_theme() {
  Theme theme;
  theme.high_contrast = true;
  theme.paper = theme.surface = theme.note = theme.heard = rgb(0x000000);
  theme.ink = theme.ink_quiet = rgb(0xFFFFFF);
  theme.action = rgb(0xFFFFFF);
  theme.on_action = rgb(0x000000);
  theme.pressed = rgb(0xFFD60A);
  theme.hairline = rgb(0xFFFFFF);
  theme.focus = rgb(0xFFD60A);
  theme.disabled = rgb(0xFFFFFF);
  return theme;
}

Colour Theme::section(std::string_view name) const {
  if (high_contrast) return rgb(0xFFFFFF);
  if (name == "teal") return rgb(0x0B5E57);
  if (name == "ochre") return rgb(0x7A4B00);
  if (name == "plum") return rgb(0x5F3570);
  if (name == "green") return rgb(0x2B5F27);
  if (name == "slate") return rgb(0x34495E);
  if (name == "terracotta") return rgb(0x8A3B1E);
  return action;
}

Colour Theme::on_section() const { return high_contrast ? rgb(0x000000) : rgb(0xFFFFFF); }

}  // namespace kiosk::ui
