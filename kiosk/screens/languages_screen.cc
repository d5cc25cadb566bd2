// The first screen: every language by its own name in its own script, no flags. It greets in one language after the
// other, so it is also what stands there when nobody is near; a touch on a language counts at once, because there is no
// attract page in front of it whose first touch would have to be swallowed.
#include <algorithm>

#include "kiosk/screens/language_tiles.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/button.h"
#include "kiosk/ui/tile.h"

namespace kiosk::screens {
namespace {

constexpr double kGreetingSeconds = 8;

void draw_language(ui::Frame& frame, const catalog::Language& language, const Rect& at) {
  LanguageTag before = frame.language();
  frame.set_language(language.tag);
  std::string id = "language-" + language.tag.str();
  frame.node(accessibility::Role::choice, id, language.name, at);
  frame.press(ui::ChooseLanguage{language.tag});
  bool down = frame.is_pressed(id);
  const ui::Theme& theme = frame.theme();
  Colour surface = frame.surface(), plate = down ? theme.pressed : theme.surface;
  frame.painter().fill(at, plate, frame.mm(3));
  frame.painter().border(at, down ? theme.pressed : theme.action, frame.mm(0.6f), frame.mm(3));
  frame.set_surface(plate);
  ui::TextStyle style = ui::styles::kTitle;
  style.align = text::Align::center;
  style.colour = down ? theme.on_action : theme.action;
  float mark = frame.speech().offered ? ui::listen_mark_side(frame) : 0, start = at.x + std::max(mark, frame.mm(2));
  Rect box{start, at.y, at.right() - std::max(mark, frame.mm(2)) - start, at.height};
  const text::Paragraph& name = frame.lay(language.name, style, box.width);
  frame.text(name, {box.x, at.y + (at.height - name.height) / 2, box.width, name.height}, style);
  frame.focus_ring(at, frame.mm(3));
  Rect corner{at.right() - mark, at.y + (at.height - mark) / 2, mark, mark};
  if (mark > 0) ui::draw_listen_mark(frame, id, language.name, corner, down ? theme.on_action : theme.action);
  frame.set_surface(surface);
  frame.set_language(before);
}

// In the language that greets. As high as the highest of them, like everything that changes its language here.
float draw_set_up_entry(const Context& context, size_t turn, const Rect& column) {
  ui::Frame& frame = context.frame;
  const std::vector<catalog::Language>& all = context.catalog.languages();
  LanguageTag before = frame.language();
  ui::Button button;
  button.id = "set-up";
  button.icon = "wrench";
  button.style = ui::styles::kQuiet;
  button.action = ui::SetUpKiosk{};
  float width = std::min(column.width, frame.mm(120)), tall = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    frame.set_language(all[i].tag);
    button.label = context.greetings[i].tr("Set up this kiosk");
    tall = std::max(tall, button_height(frame, button, width));
  }
  frame.set_language(all[turn].tag);
  button.label = context.greetings[turn].tr("Set up this kiosk");
  float y = column.y + frame.mm(5);
  draw_button(frame, button, {column.x + (column.width - width) / 2, y, width, tall});
  frame.set_language(before);
  return y + tall - column.y;
}

}  // namespace

float draw_language_tiles(ui::Frame& frame, const std::vector<catalog::Language>& all, const Rect& column) {
  ui::TextStyle title = ui::styles::kTitle;
  title.align = text::Align::center;
  LanguageTag before = frame.language();
  int count = static_cast<int>(all.size());
  float least = frame.mm(60);
  for (const catalog::Language& language : all) {
    frame.set_language(language.tag);
    least = std::max(least, frame.widest_word(language.name, title) + 2 * ui::listen_mark_side(frame) + frame.mm(1));
  }
  frame.set_language(before);
  Grid grid = Grid::of({column.x, column.y, column.width, 0}, frame.mm(4), least, std::min(count, 3));
  int rows = (count + grid.columns - 1) / grid.columns;
  float tall = std::clamp(column.height / static_cast<float>(rows) - frame.mm(4), frame.mm(22), frame.mm(45));
  auto height = [&](int i, float width) {
    frame.set_language(all[static_cast<size_t>(i)].tag);
    float words_height =
        frame.lay(all[static_cast<size_t>(i)].name, title, width - 2 * ui::listen_mark_side(frame)).height;
    frame.set_language(before);
    return std::max(tall, words_height + frame.mm(6));
  };
  return grid.draw(count, height,
                   [&](int i, const Rect& at) { draw_language(frame, all[static_cast<size_t>(i)], at); });
}

void draw_languages(const Context& context) {
  ui::Frame& frame = context.frame;
  const std::vector<catalog::Language>& all = context.catalog.languages();
  size_t turn = static_cast<size_t>(frame.seconds() / kGreetingSeconds) % std::max<size_t>(1, all.size());
  draw_page(context, {"", "", "action", false}, 230, [&](const Rect& column) {
    LanguageTag before = frame.language();
    const ui::Words& words = context.greetings.at(turn);
    frame.set_language(all.at(turn).tag);
    ui::TextStyle title = ui::styles::kTitle, quiet = ui::styles::kQuiet;
    title.align = quiet.align = text::Align::center;
    std::string welcome = words.tr("Welcome. Choose your language.");
    // Kept as high as the highest greeting, so that nothing below it moves when the language changes.
    float tallest = 0, lowest = 0;
    for (size_t i = 0; i < all.size(); ++i) {
      frame.set_language(all[i].tag);
      tallest = std::max(
          tallest, frame.lay(context.greetings[i].tr("Welcome. Choose your language."), title, column.width).height);
      lowest = std::max(
          lowest, frame.lay(context.greetings[i].tr("This screen does not remember you."), quiet, column.width).height);
    }
    frame.set_language(all[turn].tag);
    frame.node(accessibility::Role::heading, "title", welcome, {column.x, column.y, column.width, tallest});
    frame.text(welcome, title, {column.x, column.y, column.width, 0});
    float y = column.y + tallest + frame.mm(4);
    frame.set_language(before);

    // Where there is room for it, the tiles make some, so that no page has to be turned because of it.
    auto entry = [&](float top) {
      return context.offers_set_up ? draw_set_up_entry(context, turn, {column.x, top, column.width, 0}) : 0;
    };
    float below = lowest + frame.mm(8) + frame.measure([&] { return entry(0); });
    y += draw_language_tiles(frame, all, {column.x, y, column.width, column.height - (y - column.y) - below});

    y += frame.mm(5);
    std::string note = words.tr("This screen does not remember you.");
    frame.set_language(all[turn].tag);
    frame.node(accessibility::Role::note, "privacy_note", note, {column.x, y, column.width, lowest});
    frame.text(note, quiet, {column.x, y, column.width, 0});
    frame.set_language(before);
    y += lowest;
    return y + entry(y) - column.y;
  });
}

}  // namespace kiosk::screens
