// A contact as one card of a walk: as high as the page, its picture as large as its words let it be.
#include "kiosk/screens/walk_contact.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/ui/drawing.h"
#include "kiosk/ui/phone_number.h"

namespace kiosk::screens {
namespace {

constexpr float kIcon = 16, kGap = 3;
constexpr float kMostPicture = 0.45f, kPictureStep = 1;  // of the card's width; mm
constexpr Mm kDigits{6.5f};

float padding(const ui::Frame& frame) { return frame.mm(frame.size_class().is_compact() ? 2 : 5); }
float padding_down(const ui::Frame& frame) { return frame.mm(frame.size_class().is_compact() ? 1 : 3.5f); }

struct Parts {
  Rect picture, words;
};

// What a contact's card holds, and where.
class Card {
 public:
  Card(const Context& context, const catalog::Contact& contact, bool note = true)
      : context_(context), frame_(context.frame), contact_(contact), note_(note) {}

  float height_beside(float width, float side) const {
    return words_height(words_box(0, 0, width, side)) + 2 * padding_down(frame_);
  }

  Parts beside(const Rect& at, float side) const {
    Rect words = words_box(at.x, at.y, at.width, side);
    words.height = words_height(words);
    words.y += (at.height - words.height) / 2;
    return {{at.x + padding(frame_), at.y + (at.height - side) / 2, side, side}, words};
  }

  // With the picture as large as the words let it be, beside them or above them.
  Parts largest(const Rect& at) const {
    float next = largest_beside(at.width, at.height), over = largest_above(at.width, at.height);
    return over > next ? above(at, over) : beside(at, next);
  }

  // The whole card is one target.
  void draw(const std::string& prefix, const Rect& at, const Parts& parts) const {
    const ui::Theme& theme = frame_.theme();
    Colour surface = frame_.surface();
    std::string id = prefix + "contact-" + contact_.id;
    frame_.node(accessibility::Role::tile, id, contact_.name, at).spoken = contact_.name + ". " + contact_.serves;
    frame_.press(ui::OpenContact{contact_.id});
    Colour plate = frame_.is_pressed(id) ? theme.note : theme.surface;
    frame_.painter().fill(at, plate, frame_.mm(3));
    frame_.painter().border(at, theme.hairline, frame_.mm(frame_.is_pressed(id) ? 0.8f : 0.3f), frame_.mm(3));
    frame_.set_surface(plate);
    frame_.focus_ring(at, frame_.mm(3));
    catalog::Drawing drawing = drawing_of(context_, contact_.picture);
    if (drawing.name.empty())
      frame_.icon(contact_icon(context_, contact_), parts.picture, theme.action);
    else
      ui::draw_drawing(frame_, drawing, parts.picture);
    draw_words(prefix, parts.words);
    frame_.set_surface(surface);
  }

 private:
  float draw_words(const std::string& prefix, const Rect& box) const {
    float y = box.y;
    y += frame_.text(contact_.name, tight(frame_, ui::styles::kLabel), {box.x, y, box.width, 0});
    if (contact_.country != context_.catalog.pack().country) {
      std::string country = country_name(frame_, contact_.country);
      y += frame_.text(country, tight(frame_, ui::styles::kQuiet), {box.x, y, box.width, 0});
    }
    if (note_ && contact_.numbers.empty())
      y += frame_.text(ask_in_words(context_, contact_), tight(frame_, ui::styles::kQuiet), {box.x, y, box.width, 0});
    return y + draw_numbers(prefix, {box.x, y, box.width, 0}) - box.y;
  }

  float draw_numbers(const std::string& prefix, const Rect& box) const {
    int index = 0;
    float y = box.y;
    for (const catalog::Number& number : contact_.numbers) {
      std::string id = prefix + contact_.id + "-number-" + std::to_string(index++);
      y += draw_phone_number(frame_, phone_of(context_, contact_, number, std::move(id)), kDigits,
                             {box.x, y, box.width, 0});
    }
    return y - box.y;
  }

  float words_height(const Rect& box) const {
    return frame_.measure([&] { return draw_words("", box); });
  }

  // Beside a picture of this side, px.
  Rect words_box(float x, float y, float width, float side) const {
    float start = padding(frame_) + frame_.mm(kGap) + side;
    return {x + start, y, width - start - padding(frame_), 0};
  }

  // Leaves the words so much room, and breaks none of them nor a number.
  float largest_beside(float width, float room) const {
    float least = frame_.mm(kIcon), widest = frame_.widest_word(contact_.name, tight(frame_, ui::styles::kLabel));
    auto numbers = [&](float side) {
      return frame_.measure([&] { return draw_numbers("", words_box(0, 0, width, side)); });
    };
    float unbroken = numbers(least), side = std::min(room - 2 * padding_down(frame_), width * kMostPicture);
    for (; side > least; side -= frame_.mm(kPictureStep)) {
      bool whole = words_box(0, 0, width, side).width > widest && numbers(side) <= unbroken;
      if (whole && height_beside(width, side) <= room) return side;
    }
    return least;
  }

  Rect words_below(const Rect& at) const { return {at.x + padding(frame_), at.y, at.width - 2 * padding(frame_), 0}; }

  float largest_above(float width, float room) const {
    Rect words = words_below({0, 0, width, room});
    return std::min(words.width, room - words_height(words) - frame_.mm(kGap) - 2 * padding_down(frame_));
  }

  Parts above(const Rect& at, float side) const {
    Rect words = words_below(at);
    words.height = words_height(words);
    float top = at.y + (at.height - side - frame_.mm(kGap) - words.height) / 2;
    words.y = top + side + frame_.mm(kGap);
    return {{at.x + (at.width - side) / 2, top, side, side}, words};
  }

  const Context& context_;
  ui::Frame& frame_;
  const catalog::Contact& contact_;
  bool note_;  // is shown, where there is one
};

// In the language that the contact is written in.
template <typename Draw>
void in_its_language(ui::Frame& frame, const catalog::Contact& contact, const Draw& draw) {
  LanguageTag before = frame.language();
  frame.set_language(contact.language);
  draw();
  frame.set_language(before);
}

}  // namespace

float contact_page_picture(const Context& context, const catalog::Contact& contact, float width, float room) {
  float side = 0;
  in_its_language(context.frame, contact, [&] {
    side = Card(context, contact).largest({0, 0, width, room}).picture.height;
  });
  return side;
}

ui::Box contact_page_box(const Context& context, catalog::Contact contact, std::string prefix, float room, bool note) {
  auto own = std::make_shared<const catalog::Contact>(std::move(contact));
  ui::Box box;
  // Higher than a page only where a panel has no room for its words.
  box.height = [&context, own, room, note](ui::Frame& frame, float width) {
    return std::max(room, Card(context, *own, note).height_beside(width, frame.mm(kIcon)));
  };
  box.draw = [&context, own, prefix, note](ui::Frame& frame, const Rect& at) {
    Parts parts;
    in_its_language(frame, *own, [&] {
      Card card(context, *own, note);
      parts = card.largest(at);
      card.draw(prefix, at, parts);
    });
    catalog::Drawing drawing = drawing_of(context, own->picture);
    if (drawing.name.empty()) return;
    frame.node(accessibility::Role::image, "picture", drawing.words, parts.picture).icon = drawing.name;
  };
  box.own_page = true;
  return box;
}

}  // namespace kiosk::screens
