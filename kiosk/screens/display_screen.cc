// Text size and contrast: large choices, each shown as it will look.
#include "kiosk/screens/page.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

ui::Button choice(std::string id, std::string label, bool selected, ui::Action action) {
  ui::Button button;
  button.id = std::move(id);
  button.label = std::move(label);
  button.icon = selected ? "check" : "checkbox-blank-circle-outline";
  button.look = selected ? ui::Look::primary : ui::Look::secondary;
  button.role = Role::choice;
  button.state.selected = selected;
  button.action = std::move(action);
  return button;
}

}  // namespace

void draw_display(const Context& context) {
  ui::Frame& frame = context.frame;
  const ui::Settings& now = frame.settings();
  auto heading = [](const char* id, const std::string& words) {
    return ui::words(Role::heading, id, words, ui::styles::kHeading).keep_with_next();
  };
  PageBody page;
  page.blocks.push_back(heading("size", frame.tr("Size of the letters")));
  page.blocks.push_back(ui::button_grid(
      {choice("size-1", frame.tr("Normal"), now.text_scale < 1.2f, ui::SetTextScale{1}),
       choice("size-1.5", frame.tr("Large"), now.text_scale > 1.2f && now.text_scale < 1.8f, ui::SetTextScale{1.5f}),
       choice("size-2", frame.tr("Very large"), now.text_scale > 1.8f, ui::SetTextScale{2})},
      Mm{38}, 3));
  page.blocks.push_back(heading("contrast", frame.tr("Colours")));
  page.blocks.push_back(ui::button_grid(
      {choice("contrast-default", frame.tr("Dark on light"), !now.high_contrast, ui::SetContrast{false}),
       choice("contrast-high", frame.tr("White on black"), now.high_contrast, ui::SetContrast{true})},
      Mm{50}, 2));
  draw_page(context, {.title = frame.tr("How do you read best?"), .icon = "format-size"}, std::move(page));
}

}  // namespace kiosk::screens
