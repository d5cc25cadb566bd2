// Text size and contrast: large choices, each shown as it will look.
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
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
  draw_page(context, {frame.tr("How do you read best?"), "", "action", false}, 330, [&](const Rect& column) {
    float y = column.y;
    auto heading = [&](const char* id, const std::string& words) {
      y += frame.words(Role::heading, id, words, ui::styles::kHeading, {column.x, y, column.width, 0}) + frame.mm(3);
    };
    heading("size", frame.tr("Size of the letters"));
    std::vector<ui::Button> sizes{
        choice("size-1", frame.tr("Normal"), now.text_scale < 1.2f, ui::SetTextScale{1}),
        choice("size-1.5", frame.tr("Large"), now.text_scale > 1.2f && now.text_scale < 1.8f, ui::SetTextScale{1.5f}),
        choice("size-2", frame.tr("Very large"), now.text_scale > 1.8f, ui::SetTextScale{2}),
    };
    y += draw_buttons(frame, sizes, {column.x, y, column.width, 0}, 60, 3) + frame.mm(6);
    heading("contrast", frame.tr("Colours"));
    std::vector<ui::Button> contrasts{
        choice("contrast-default", frame.tr("Dark on light"), !now.high_contrast, ui::SetContrast{false}),
        choice("contrast-high", frame.tr("White on black"), now.high_contrast, ui::SetContrast{true}),
    };
    y += draw_buttons(frame, contrasts, {column.x, y, column.width, 0}, 60, 3);
    return y - column.y;
  });
}

}  // namespace kiosk::screens
