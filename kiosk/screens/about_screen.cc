// About this screen: who runs it, that it does not remember anybody, and which edition of the content it shows.
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {

using accessibility::Role;

void draw_about(const Context& context) {
  ui::Frame& frame = context.frame;
  const catalog::Pack& pack = context.catalog.pack();
  std::string title = context.catalog.title(frame.settings().language).title;
  draw_page(context, {frame.tr("About this screen"), "", "action", false}, 218, [&](const Rect& column) {
    const std::string lines[] = {
        frame.tr("This screen does not remember you."),
        frame.tr("It does not know who you are. It has no camera and no microphone."),
        frame.tr("It does not keep what you read, search or touch."),
        frame.tr("When you leave, everything goes back to the beginning."),
        frame.tr("People near you can see the screen. Your own phone may keep what you do with it."),
        context.run_by.empty()
            ? frame.tr("Nobody has entered here who runs this screen.")
            : ui::fill(frame.tr("This screen is run by: {1}"), {"\u2068" + context.run_by + "\u2069"}),
        frame.tr("The information is free. It is no promise and no legal advice."),
        ui::fill(frame.tr("This edition: {1}, number {2}, {3}."),
                 {"\u2068" + title + "\u2069", std::to_string(pack.version), date_in_words(frame, pack.published)}),
    };
    float y = column.y;
    int number = 0;
    for (const std::string& line : lines) {
      const ui::TextStyle& style = number == 0 ? ui::styles::kStrong : ui::styles::kBody;
      y += frame.words(Role::text, "line-" + std::to_string(number), line, style, {column.x, y, column.width, 0}) +
           frame.mm(2);
      ++number;
    }
    return y - column.y;
  });
}

}  // namespace kiosk::screens
