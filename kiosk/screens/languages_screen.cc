// The first screen: every language by its own name in its own script, no flags. It greets in one language after the
// other (app/kiosk.cc says which), so it is also what stands there when nobody is near; a touch on a language counts at
// once, because there is no attract page in front of it whose first touch would have to be swallowed.
// Above the tiles stand a finger that touches, the greeting, and pictures of what is to be had here; on a panel that
// stands upright they fill its upper part, so that the tiles are where a hand is.
#include <algorithm>
#include <utility>

#include "kiosk/screens/language_tiles.h"
#include "kiosk/screens/page.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr float kBody = 4.8f, kStep = 0.4f;  // capitals, mm

struct Picture {
  const char *icon, *colour;
};
constexpr Picture kScene[] = {
    {"information", "teal"}, {"road-variant", "ochre"}, {"home", "slate"}, {"phone-in-talk", "action"}};

// Words that change their language, kept as high as the highest of them, so that nothing beside them moves. They go and
// come by their colour. Their letters shrink, down to those of a page, until all take no more than `most` of the zone.
struct Changing {
  Role role;
  const char *id, *original;
  ui::TextStyle style;
  float most = 1;
  bool one_line = false;  // first of all, where that is possible
  float finger = 0;       // before them stands one that touches, times their capitals wide
};

float lead_of(const ui::Frame& frame, const Changing& words, const ui::TextStyle& style) {
  return frame.mm(style.capital.value * words.finger * (style.scale > 0 ? style.scale : frame.type_factor()));
}

struct Size {
  float height = 0;
  size_t lines = 1;
};

// Of the highest.
Size size_of(ui::Frame& frame, const Context& context, const Changing& words, const ui::TextStyle& style, float width) {
  LanguageTag before = frame.language();
  float lead = lead_of(frame, words, style);
  Size most{lead};
  for (size_t i = 0; i < context.greetings.size(); ++i) {
    frame.set_language(context.catalog.languages()[i].tag);
    const text::Paragraph& laid = frame.lay(context.greetings[i].tr(words.original), style, width - lead);
    most = {std::max(most.height, laid.height), std::max(most.lines, laid.lines.size())};
  }
  frame.set_language(before);
  return most;
}

ui::TextStyle fitting_style(ui::Frame& frame, const Context& context, const Changing& words, float width) {
  ui::TextStyle style = words.style;
  float room = frame.zone().height * words.most, scale = frame.settings().text_scale;
  style.scale = scale * frame.type_factor();
  for (; words.one_line && scale > 1 && size_of(frame, context, words, style, width).lines > 1; scale -= 0.25f)
    style.scale = std::max(1.0f, scale - 0.25f) * frame.type_factor();
  while (style.capital.value > kBody + kStep && size_of(frame, context, words, style, width).height > room)
    style.capital.value -= kStep;
  return style;
}

void draw_changing(ui::Frame& frame, const Context& context, const Changing& words, const Rect& at) {
  ui::TextStyle style = fitting_style(frame, context, words, at.width);
  float lead = lead_of(frame, words, style);
  std::string now = frame.tr(words.original);
  const text::Paragraph& laid = frame.lay(now, style, at.width - lead);
  Rect place{at.x + lead, at.y + (at.height - laid.height) / 2, at.width - lead, laid.height};
  frame.node(words.role, words.id, now, at);
  if (lead > 0) {
    float x = place.x + (place.width - laid.width) / 2 - lead;
    frame.icon("cursor-pointer", Rect{x, at.y + (at.height - lead) / 2, lead, lead}.inset(lead * 0.08f),
               frame.theme().action);
  }
  Colour ink = style.quiet ? frame.theme().ink_quiet : frame.theme().ink;
  style.colour = mix(frame.surface(), ink, context.greeting_shown);
  frame.text(laid, place, style);
}

ui::Box changing(const Context& context, const Changing& words) {
  ui::Box box;
  box.height = [&context, words](ui::Frame& frame, float width) {
    return size_of(frame, context, words, fitting_style(frame, context, words, width), width).height;
  };
  box.draw = [&context, words](ui::Frame& frame, const Rect& at) { draw_changing(frame, context, words, at); };
  return box;
}

// Plates with pictures, in one row that fills the place.
ui::Box scene(float least_mm) {
  ui::Box box;
  box.height = [least_mm](ui::Frame& frame, float) { return frame.mm(least_mm); };
  box.draw = [](ui::Frame& frame, const Rect& at) {
    float gap = frame.mm(4), count = static_cast<float>(std::size(kScene));
    float side = std::min((at.width - gap * (count - 1)) / count, at.height);
    float x = at.x + (at.width - count * side - (count - 1) * gap) / 2, y = at.y + (at.height - side) / 2;
    for (const Picture& picture : kScene) {
      Rect plate{x, y, side, side};
      frame.painter().fill(plate, frame.theme().section(picture.colour), frame.mm(4));
      frame.icon(picture.icon, plate.inset(side * 0.16f), frame.theme().on_section());
      x += side + gap;
    }
  };
  return box;
}

std::vector<LanguageChoice> choices_of(const Context& context) {
  std::vector<LanguageChoice> all;
  for (const catalog::Language& language : context.catalog.languages()) {
    const ui::Words& words = context.greetings[all.size()];
    all.push_back({language, ui::fill(words.tr("{1}. Choose me."), {language.name})});
  }
  return all;
}

ui::Box greeting(const Context& context) {
  ui::SizeClass size = context.frame.size_class();
  bool reach = context.frame.settings().reach;
  float capital = reach                          ? 5.8f
                  : size.tall                    ? 11.0f
                  : size.size == ui::Size::large ? 9.0f
                  : size.is_compact()            ? 6.5f
                                                 : 7.0f;
  ui::TextStyle style{.capital = Mm{capital}, .weight = text::Weight::bold, .line_height = 1.2f};
  style.align = text::Align::center;
  style.balanced = true;
  // Seven inches have the height for one line; there the finger says the rest.
  const char* words = size.is_compact() ? "Welcome." : "Welcome. Choose your language.";
  return changing(context, {Role::heading, "title", words, style, 0.2f, false, 2.2f});
}

}  // namespace

void draw_languages(const Context& context) {
  ui::Frame& frame = context.frame;
  ui::SizeClass size = frame.size_class();
  ui::TextStyle quiet = ui::styles::kQuiet;
  quiet.align = text::Align::center;
  quiet.line_height = 1.1f;

  PageBody body;
  body.measure = Mm{420};
  body.style.stand = ui::Stand::fill;
  body.foot = changing(context, {Role::note, "privacy_note", "This screen does not remember you.", quiet, 1, true});
  ui::Box head = greeting(context);
  if (size.tall && !frame.settings().reach) {
    body.above = ui::column({scene(40).grow(), std::move(head)}, Mm{4});
    body.blocks = language_pages(choices_of(context));
  } else {
    if (size.size == ui::Size::large && !frame.settings().reach) head = ui::column({scene(34), std::move(head)}, Mm{4});
    body.blocks = language_pages(choices_of(context), &head);
  }
  draw_page(context, {}, std::move(body));
}

}  // namespace kiosk::screens
