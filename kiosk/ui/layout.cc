#include "kiosk/ui/layout.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace kiosk::ui {
namespace {

using Boxes = std::shared_ptr<const std::vector<Box>>;

Boxes shared(std::vector<Box> boxes) { return std::make_shared<const std::vector<Box>>(std::move(boxes)); }

float widest(Frame& frame, const std::vector<Box>& boxes, std::function<float(Frame&)> Box::*width) {
  float most = 0;
  for (const Box& box : boxes)
    if (box.*width) most = std::max(most, (box.*width)(frame));
  return most;
}

// What it comes apart into would lose what is round it.
Box wrapped(Box inner) { return inner.apart = nullptr, inner; }

// The parts that lie in [from, to), counted from there.
std::vector<text::Part> cut(const std::vector<text::Part>& parts, size_t from, size_t to) {
  std::vector<text::Part> all;
  for (text::Part part : parts) {
    part.begin = std::max(part.begin, from), part.end = std::min(part.end, to);
    if (part.begin >= part.end) continue;
    part.begin -= from, part.end -= from;
    all.push_back(part);
  }
  return all;
}

// Two lines at least stay together on both sides, where there are so many.
constexpr size_t kFewestLines = 2;

constexpr float kLargestPicture = 80;  // mm, of one that fills a place

}  // namespace

std::vector<Box> Box::broken(Frame& frame, float width, float room) const {
  std::vector<Box> both = split ? split(frame, width, room) : std::vector<Box>{};
  for (Box& part : both) part.share = share, part.flows = flows;
  return both;
}

Box words(accessibility::Role role, std::string id, std::string text, const TextStyle& style,
          std::vector<text::Part> parts) {
  Box box;
  if (text.empty()) return spacer(Mm{0});
  auto own = std::make_shared<const std::string>(std::move(text));
  box.height = [=](Frame& frame, float width) { return frame.lay(*own, style, width, parts).height; };
  box.least = [=](Frame& frame) { return frame.widest_word(*own, style) + 1; };
  box.natural = [=](Frame& frame) { return frame.lay(*own, style, 0, parts).width + 1; };
  box.draw = [=](Frame& frame, const Rect& at) { frame.words(role, id, *own, style, at, parts); };
  box.split = [=](Frame& frame, float width, float room) -> std::vector<Box> {
    const text::Paragraph& laid = frame.lay(*own, style, width, parts);
    size_t lines = 0;
    while (lines < laid.lines.size() && laid.lines[lines].bottom <= room + 0.5f) ++lines;
    if (lines + kFewestLines > laid.lines.size() && laid.lines.size() > kFewestLines)
      lines = std::min(lines, laid.lines.size() - kFewestLines);
    if (lines < kFewestLines || lines >= laid.lines.size()) return {};
    size_t from = laid.lines[lines].begin;
    return {words(role, id, own->substr(0, laid.lines[lines - 1].end), style, cut(parts, 0, from)),
            words(role, id, own->substr(from), style, cut(parts, from, own->size()))};
  };
  return box;
}

Box in_language(const LanguageTag& language, Box inner) {
  Box box = wrapped(inner);
  auto within = [language](Frame& frame, auto what) {
    LanguageTag before = frame.language();
    frame.set_language(language);
    auto result = what();
    frame.set_language(before);
    return result;
  };
  box.height = [=](Frame& frame, float width) { return within(frame, [&] { return inner.height(frame, width); }); };
  box.draw = [=](Frame& frame, const Rect& at) { within(frame, [&] { return inner.draw(frame, at), 0; }); };
  if (inner.least) box.least = [=](Frame& frame) { return within(frame, [&] { return inner.least(frame); }); };
  if (inner.natural) box.natural = [=](Frame& frame) { return within(frame, [&] { return inner.natural(frame); }); };
  if (inner.split) {
    box.split = [=](Frame& frame, float width, float room) {
      std::vector<Box> both = within(frame, [&] { return inner.split(frame, width, room); });
      for (Box& part : both) part = in_language(language, std::move(part));
      return both;
    };
  }
  return box;
}

Box spacer(Mm height) {
  Box box;
  box.height = [height](Frame& frame, float) { return frame.mm(height.value); };
  box.draw = [](Frame&, const Rect&) {};
  return box;
}

Box filler(float share) { return spacer(Mm{0}).grow(share); }

Box column(std::vector<Box> boxes, Mm gap) {
  Boxes all = shared(std::move(boxes));
  Box box;
  auto height = [=](Frame& frame, float width) {
    float sum = 0;
    for (const Box& one : *all) sum += one.height(frame, width);
    return sum + frame.mm(gap.value) * static_cast<float>(all->empty() ? 0 : all->size() - 1);
  };
  box.height = height;
  box.least = [=](Frame& frame) { return widest(frame, *all, &Box::least); };
  box.natural = [=](Frame& frame) { return widest(frame, *all, &Box::natural); };
  box.draw = [=](Frame& frame, const Rect& at) {
    float shares = 0, spare = std::max(0.0f, at.height - height(frame, at.width)), y = at.y;
    for (const Box& one : *all) shares += one.share;
    for (const Box& one : *all) {
      float tall = one.height(frame, at.width) + (shares > 0 ? spare * one.share / shares : 0);
      one.draw(frame, {at.x, y, at.width, tall});
      y += tall + frame.mm(gap.value);
    }
  };
  box.split = [=](Frame& frame, float width, float room) -> std::vector<Box> {
    std::vector<Box> before, after(all->begin(), all->end());
    float left = room;
    while (!after.empty()) {
      float tall = after.front().height(frame, width);
      if (tall > left + 0.5f) break;
      left -= tall + frame.mm(gap.value);
      before.push_back(std::move(after.front()));
      after.erase(after.begin());
    }
    if (!after.empty()) {
      std::vector<Box> both = after.front().broken(frame, width, left);
      // A row that is higher than what is left would be cut here: it begins the next page.
      bool fits = both.size() == 2 && (before.empty() || both[0].height(frame, width) <= left + 0.5f);
      if (fits) before.push_back(std::move(both[0])), after.front() = std::move(both[1]);
    }
    while (!before.empty() && before.back().with_next) {
      after.insert(after.begin(), std::move(before.back()));
      before.pop_back();
    }
    if (before.empty() || after.empty()) return {};
    return {column(std::move(before), gap), column(std::move(after), gap)};
  };
  return box;
}

Box first_that_fits(std::vector<Box> forms, Mm around) {
  Boxes all = shared(std::move(forms));
  auto fitting = [=](Frame& frame, float width) -> const Box& {
    float room = frame.zone().height - frame.mm(around.value);
    for (const Box& form : *all)
      if (form.height(frame, width) <= room) return form;
    return all->back();
  };
  Box box;
  box.height = [=](Frame& frame, float width) { return fitting(frame, width).height(frame, width); };
  box.draw = [=](Frame& frame, const Rect& at) { fitting(frame, at.width).draw(frame, at); };
  box.split = [=](Frame& frame, float width, float room) { return fitting(frame, width).broken(frame, width, room); };
  return box;
}

Box stack(std::vector<Box> boxes) {
  Boxes all = shared(std::move(boxes));
  Box box;
  box.height = [=](Frame& frame, float width) {
    float most = 0;
    for (const Box& one : *all) most = std::max(most, one.height(frame, width));
    return most;
  };
  box.least = [=](Frame& frame) { return widest(frame, *all, &Box::least); };
  box.natural = [=](Frame& frame) { return widest(frame, *all, &Box::natural); };
  box.draw = [=](Frame& frame, const Rect& at) {
    for (const Box& one : *all) one.draw(frame, at);
  };
  return box;
}

Box padded(Mm across, Mm down, Box inner) {
  Box box = wrapped(inner);
  box.height = [=](Frame& frame, float width) {
    return inner.height(frame, width - 2 * frame.mm(across.value)) + 2 * frame.mm(down.value);
  };
  box.draw = [=](Frame& frame, const Rect& at) {
    float x = frame.mm(across.value), y = frame.mm(down.value);
    inner.draw(frame, {at.x + x, at.y + y, at.width - 2 * x, at.height - 2 * y});
  };
  if (inner.least) box.least = [=](Frame& frame) { return inner.least(frame) + 2 * frame.mm(across.value); };
  if (inner.natural) box.natural = [=](Frame& frame) { return inner.natural(frame) + 2 * frame.mm(across.value); };
  box.split = nullptr;
  return box;
}

Box at_least(Mm height, Box inner) {
  Box box = wrapped(inner);
  box.height = [=](Frame& frame, float width) { return std::max(frame.mm(height.value), inner.height(frame, width)); };
  box.split = nullptr;
  return box;
}

Box at_most(Mm most, Box inner, text::Align align) {
  Box box = wrapped(inner);
  auto fitted = [most, least = inner.least](Frame& frame, float width) {
    return std::min(width, std::max(frame.mm(most.value), least ? least(frame) : 0));
  };
  box.height = [=](Frame& frame, float width) { return inner.height(frame, fitted(frame, width)); };
  box.draw = [=](Frame& frame, const Rect& at) {
    float width = fitted(frame, at.width), spare = at.width - width;
    float before = align == text::Align::center ? spare / 2 : align == text::Align::end ? spare : 0;
    inner.draw(frame, {at.x + before, at.y, width, at.height});
  };
  if (inner.split) {
    box.split = [=](Frame& frame, float width, float room) {
      std::vector<Box> both = inner.split(frame, fitted(frame, width), room);
      for (Box& part : both) part = at_most(most, std::move(part), align);
      return both;
    };
  }
  return box;
}

Box middle(Box inner) {
  Box box = wrapped(inner);
  box.draw = [=](Frame& frame, const Rect& at) {
    float tall = inner.height(frame, at.width);
    inner.draw(frame, {at.x, at.y + std::max(0.0f, at.height - tall) / 2, at.width, tall});
  };
  return box;
}

Box led_by(Box sign, Mm width, Box body) {
  Box box;
  auto rest = [width](Frame& frame, float all) { return all - frame.mm(width.value); };
  box.height = [=](Frame& frame, float all) {
    float lead = sign.height ? sign.height(frame, frame.mm(width.value)) : 0;
    return std::max(lead, body.height(frame, rest(frame, all)));
  };
  if (body.least) box.least = [=](Frame& frame) { return body.least(frame) + frame.mm(width.value); };
  box.draw = [=](Frame& frame, const Rect& at) {
    float start = frame.mm(width.value), tall = body.height(frame, at.width - start);
    float lead = sign.height ? sign.height(frame, start) : 0;
    body.draw(frame, {at.x + start, at.y + std::max(0.0f, lead - tall) / 2, at.width - start, tall});
    if (sign.draw) sign.draw(frame, {at.x, at.y, start, lead});
  };
  if (body.split) {
    box.split = [=](Frame& frame, float all, float room) -> std::vector<Box> {
      std::vector<Box> both = body.split(frame, rest(frame, all), room);
      if (both.size() != 2) return {};
      return {led_by(sign, width, std::move(both[0])), led_by(Box{}, width, std::move(both[1]))};
    };
  }
  return box;
}

Box plate(std::function<Colour(const Theme&)> ground, Mm padding, Box inner) {
  Box box;
  auto air = [padding](Frame& frame) { return 2 * frame.mm(padding.value); };
  box.height = [=](Frame& frame, float width) { return inner.height(frame, width - air(frame)) + air(frame); };
  if (inner.least) box.least = [=](Frame& frame) { return inner.least(frame) + air(frame); };
  box.draw = [=](Frame& frame, const Rect& at) {
    Colour before = frame.surface(), colour = ground(frame.theme());
    frame.painter().fill(at, colour, frame.mm(3));
    if (frame.theme().high_contrast) frame.painter().border(at, frame.theme().hairline, frame.mm(0.4f), frame.mm(3));
    frame.set_surface(colour);
    inner.draw(frame, at.inset(frame.mm(padding.value)));
    frame.set_surface(before);
  };
  if (inner.split) {
    box.split = [=](Frame& frame, float width, float room) {
      std::vector<Box> both = inner.split(frame, width - air(frame), room - air(frame));
      for (Box& part : both) part = plate(ground, padding, std::move(part));
      return both;
    };
  }
  return box;
}

Box icon_box(std::string name, Mm side, Colour colour) {
  Box box;
  box.height = [side](Frame& frame, float) { return frame.mm(side.value); };
  box.least = box.natural = [side](Frame& frame) { return frame.mm(side.value); };
  box.draw = [=](Frame& frame, const Rect& at) {
    float px = std::min(frame.mm(side.value), at.width);
    frame.icon(name, {at.x + (at.width - px) / 2, at.y + (at.height - px) / 2, px, px}, colour);
  };
  return box;
}

Box picture_plate(std::string icon, std::string section_colour) {
  Box box;
  box.height = [](Frame&, float) { return 0.0f; };
  box.draw = [=](Frame& frame, const Rect& at) {
    float side = std::min({at.width * 0.6f, at.height * 0.6f, frame.mm(kLargestPicture)});
    frame.painter().fill(at, frame.theme().note, frame.mm(3));
    if (frame.theme().high_contrast) frame.painter().border(at, frame.theme().hairline, frame.mm(0.4f), frame.mm(3));
    frame.painter().icon(icon, {at.x + (at.width - side) / 2, at.y + (at.height - side) / 2, side, side},
                         frame.theme().section(section_colour));
    frame.add_picture(at);
  };
  return box;
}

Box drawn(std::function<float(Frame&, const Rect&)> draw) {
  Box box;
  box.height = [=](Frame& frame, float width) { return frame.measure([&] { return draw(frame, {0, 0, width, 0}); }); };
  box.draw = [=](Frame& frame, const Rect& at) { draw(frame, at); };
  return box;
}

}  // namespace kiosk::ui
