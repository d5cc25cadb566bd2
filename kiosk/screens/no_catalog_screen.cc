#include "kiosk/screens/no_catalog.h"

#include <utility>

#include "kiosk/ui/pager.h"
#include "kiosk/ui/phone_number.h"
#include "kiosk/ui/update_strip.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;
using config::EmergencyNumber;

constexpr Mm kLeastDigits{15}, kMostDigits{26}, kCompactDigits{16}, kPicture{16}, kGap{3}, kColumn{58};
constexpr const char *kTitle = "Help by phone", *kBackSoon = "The screen will come back.";

// The office writes one form; its blanks group it.
std::string dial_of(const EmergencyNumber& number) {
  std::string digits = number.number;
  std::erase(digits, ' ');
  return digits;
}

// A compact panel has no height to spare.
ui::TextStyle title_style(bool compact) {
  ui::TextStyle style = compact ? ui::styles::kStrong : ui::styles::kLabel;
  style.line_height = compact ? 1.1f : 1.2f;
  return style;
}

ui::Box number_box(const EmergencyNumber& number, const std::string& suffix, const ui::TextStyle& name, Mm most) {
  ui::Box digits = ui::phone_box({"number-" + suffix, dial_of(number), number.number, number.name},
                                 {.least = kLeastDigits, .most = most});
  std::vector<ui::Box> words{ui::words(Role::text, "name-" + suffix, number.name, name).keep_with_next(), digits};
  ui::Box picture;
  picture.height = [](ui::Frame& frame, float) { return frame.mm(kPicture.value); };
  picture.draw = [](ui::Frame& frame, const Rect& at) {
    float side = frame.mm(kPicture.value);
    frame.painter().icon("phone", {at.x, at.y, side, side}, frame.theme().action);
  };
  ui::Box box = ui::row({ui::fixed(kPicture, std::move(picture)), ui::grow(ui::column(std::move(words)))}, kGap);
  // Beside another one only where all of its digits stand on one line.
  box.least = [digits](ui::Frame& frame) { return frame.mm(kPicture.value + kGap.value) + digits.natural(frame); };
  return box;
}

// The same sentence in every language, beside each other; on a compact panel each as wide as its words, so that they
// take few lines.
ui::Box in_all(const std::vector<BareWords>& words, std::string BareWords::*which, Role role, const std::string& id,
               const ui::TextStyle& style, bool compact) {
  std::vector<ui::Box> boxes;
  for (const BareWords& one : words) {
    std::string own = boxes.empty() ? id : id + "-" + one.language.str();
    boxes.push_back(ui::in_language(one.language, ui::words(role, own, one.*which, style)));
  }
  if (compact) {
    std::vector<ui::Cell> cells;
    for (ui::Box& box : boxes) cells.push_back(ui::natural(std::move(box)));
    return ui::row(std::move(cells), Mm{4});
  }
  return ui::grid(std::move(boxes), {.gap = Mm{6}, .least = Mm{36}, .most_columns = 4});
}

}  // namespace

std::vector<BareWords> bare_words() {
  return {{LanguageTag::of("en"), kTitle, kBackSoon},
          {LanguageTag::of("fr"), "Aide par téléphone", "L’écran va revenir."},
          {LanguageTag::of("ar"), "مساعدة بالهاتف", "ستعود الشاشة."}};
}

std::vector<BareWords> bare_words(const catalog::Catalog& catalog) {
  std::vector<BareWords> all;
  for (const catalog::Language& language : catalog.languages()) {
    const ui::Words words(catalog.messages(language.tag));
    BareWords own{language.tag, words.tr("Help by phone"), words.tr("The screen will come back.")};
    bool translated = own.title != kTitle && own.back_soon != kBackSoon;
    if (translated || language.tag.language() == "en") all.push_back(std::move(own));
  }
  return all;
}

ui::Box emergency_numbers_box(const ui::Frame& frame, const std::vector<EmergencyNumber>& numbers) {
  bool compact = frame.size_class().is_compact();
  std::vector<ui::Box> boxes;
  for (const EmergencyNumber& number : numbers)
    boxes.push_back(
        number_box(number, std::to_string(boxes.size()), title_style(compact), compact ? kCompactDigits : kMostDigits));
  return ui::grid(std::move(boxes), {.gap = Mm{4}, .least = kColumn, .most_columns = 2});
}

void draw_no_catalog(ui::Frame& frame, const std::vector<EmergencyNumber>& numbers, const std::vector<BareWords>& words,
                     int page) {
  // There is no bar to stand on here.
  Rect left =
      ui::draw_update_strip(frame, {0, 0, frame.width(), frame.height()}, {0, frame.height(), frame.width(), 0});
  bool compact = frame.size_class().is_compact();
  ui::TextStyle title = title_style(compact), quiet = ui::styles::kBody;
  quiet.line_height = title.line_height;
  std::vector<ui::Box> blocks{in_all(words, &BareWords::title, Role::heading, "title", title, compact),
                              emergency_numbers_box(frame, numbers),
                              in_all(words, &BareWords::back_soon, Role::text, "back-soon", quiet, compact)};
  frame.set_page_area(left);
  ui::PagerStyle style;
  style.stand = frame.size_class().tall ? ui::Stand::low : ui::Stand::top;
  if (compact) style.gap = Mm{2};
  ui::draw_pages(frame, left.inset(frame.mm(compact ? 3 : 8)), std::move(blocks), page, style);
}

}  // namespace kiosk::screens
