// One number of a contact alone on its page: enlarged, to be read from a step away and typed, or as a picture that a
// phone reads. The way back is at the foot of both. Nothing else: what looks like a number beside it would be
// typed too (R82).
#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/graphics/qr.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/text/sentences.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr Mm kAroundCode{34};  // band, digits
constexpr Mm kLeastLarge{15}, kGuide{14}, kBelow{300};
constexpr float kPartOfHeight = 0.25f;    // of the panel: about a third of the page
constexpr float kGap = 5, kWarning = 45;  // mm
constexpr int kQuietZone = 4;             // modules

// tel: and the number, nothing else (R86).
std::string payload_of(const catalog::Number& number) { return "tel:" + number.dial; }

// With its quiet zone; R86 asks for 30 mm.
Mm code_side(const ui::Frame& frame) {
  ui::SizeClass panel = frame.size_class();
  return Mm{panel.is_compact() ? 32.0f : panel.is_roomy() ? 62.0f : 46.0f};
}

ui::Box code_box(const std::string& id, const std::string& payload, Mm least) {
  auto made = graphics::make_qr(payload);
  KIOSK_CHECK(made.ok());
  auto side = [least, size = made->size](ui::Frame& frame) {
    auto modules = static_cast<float>(size + 2 * kQuietZone);
    return std::ceil(frame.mm(least.value) / modules) * modules;
  };
  ui::Box box;
  box.height = [side](ui::Frame& frame, float) { return side(frame); };
  box.least = box.natural = side;
  box.draw = [=, code = *made](ui::Frame& frame, const Rect& at) {
    float wide = side(frame), module = wide / static_cast<float>(code.size + 2 * kQuietZone);
    Rect square{at.x, at.y, wide, wide};
    frame.node(Role::code, id, frame.tr("A picture that a phone can read"), square).value = payload;
    frame.painter().fill(square, {255, 255, 255});
    frame.painter().border(square.inset(-frame.mm(0.4f)), frame.theme().hairline, frame.mm(0.4f));
    frame.painter().code(code, square.inset(module * kQuietZone), {0, 0, 0});
  };
  return box;
}

ui::Box warning_box(const ui::Frame& frame, const std::string& id) {
  ui::Box mark = ui::icon_box("cellphone", Mm{10}, frame.theme().action);
  std::string words = frame.tr("Your phone keeps a list of calls and pictures. Others may see it.");
  return ui::led_by(std::move(mark), Mm{14}, ui::words(Role::note, id, words, {.line_height = 1.1f}));
}

// The code and what to know before a phone is held to it.
std::vector<ui::Box> code_blocks(const ui::Frame& frame, size_t index, const catalog::Number& number) {
  std::string id = "qr-" + std::to_string(index);
  ui::Box code = code_box(id, payload_of(number), code_side(frame)), warning = warning_box(frame, id + "-warning");
  // Large letters and long words have no room beside it.
  if (frame.settings().text_scale > 1.2f) return {std::move(code), std::move(warning)};
  ui::Box below = ui::column({code, warning}, Mm{kGap});
  ui::Box beside = ui::row(
      {ui::natural(std::move(code)), {.box = ui::middle(std::move(warning)), .share = 1, .at_least = Mm{kWarning}}},
      Mm{kGap});
  return {ui::first_that_fits({std::move(beside), std::move(below)}, kAroundCode)};
}

// What to do with the digits, and what comes next.
ui::Box guide_box(const ui::Frame& frame, const catalog::Contact& contact, const catalog::Number& number) {
  auto step = [&](const char* id, const char* icon, const std::string& words) {
    ui::Box picture = ui::icon_box(icon, kGuide, frame.theme().action);
    return ui::led_by(std::move(picture), Mm{kGuide.value + 3},
                      ui::words(Role::text, id, words, {.line_height = 1.2f}));
  };
  bool call = number.use == catalog::NumberUse::voice;
  std::string who = contact.answers.empty() ? who_in_words(frame, contact.who_answers) : contact.answers;
  if (!frame.size_class().tall) who = text::first_sentence(who);  // the contact's page says the rest
  return ui::grid({step("dial-here", call ? "phone-outgoing" : "comment-text-outline",
                        call ? frame.tr("Type this number on a phone.") : frame.tr("Write to this number on a phone.")),
                   step("comes-next", "phone-in-talk", who)},
                  {.gap = Mm{6}, .least = Mm{50}, .most_columns = 2});
}

// The digits in the middle of the height that is left, and below them what else has room.
ui::Box large_box(ui::PhoneNumber number, std::vector<ui::Box> below) {
  auto at_least = [=](ui::Frame& frame, float width) {
    return ui::phone_box(number, {kLeastLarge, kLeastLarge, text::Align::center}).height(frame, width);
  };
  auto size_in = [=](ui::Frame& frame, float width, float height) {
    float fitting = height / at_least(frame, width) * frame.mm(kLeastLarge.value);
    float most = std::min(frame.height() * kPartOfHeight, fitting) / frame.mm(1);
    return ui::DigitSize{kLeastLarge, Mm{most}, text::Align::center};
  };
  ui::Box box;
  box.height = at_least;
  box.draw = [=](ui::Frame& frame, const Rect& at) {
    std::vector<ui::Box> all{ui::phone_box(number, size_in(frame, at.width, at.height))};
    float used = all.front().height(frame, at.width), gap = frame.mm(kGap);
    for (const ui::Box& one : below) {
      float more = gap + one.height(frame, at.width);
      if (used + more > at.height + 0.5f) continue;
      used += more;
      all.push_back(one);
    }
    ui::column(std::move(all), Mm{kGap}).draw(frame, {at.x, at.y + (at.height - used) / 2, at.width, used});
  };
  return box;
}

ui::Button way_back(std::string id, std::string label, ui::Action action) {
  ui::Button button;
  button.id = std::move(id);
  button.label = std::move(label);
  button.icon = "arrow-left";
  button.action = std::move(action);
  return button;
}

PageHead head_of(const ui::Frame& frame, const catalog::Contact& contact, const catalog::Number& number) {
  PageHead head{.title = contact.name, .quiet = true};
  if (number.use == catalog::NumberUse::sms) head.where = frame.tr("Send a text message:");
  if (number.use == catalog::NumberUse::whatsapp) head.where = frame.tr("WhatsApp:");
  return head;
}

}  // namespace

void draw_large_number(const Context& context, const catalog::Contact& contact, size_t index) {
  ui::Frame& frame = context.frame;
  const catalog::Number& number = contact.numbers[index];
  PageBody page;
  page.measure = Mm{440};
  page.wide = true;
  page.title_yields = true;  // the number is whole on one page of every panel
  page.style.stand = ui::Stand::fill;
  page.style.beside = {way_back("smaller", frame.tr("Show the whole page"), ui::ShowLarge{})};
  std::vector<ui::Box> below{guide_box(frame, contact, number), ui::column(code_blocks(frame, index, number), Mm{2})};
  for (ui::Box& box : below) box = ui::at_most(kBelow, std::move(box), text::Align::center);
  page.blocks = {large_box(phone_of(context, contact, number, "number-large"), std::move(below)).grow()};
  draw_page(context, head_of(frame, contact, number), std::move(page));
}

void draw_number_code(const Context& context, const catalog::Contact& contact, size_t index) {
  ui::Frame& frame = context.frame;
  const catalog::Number& number = contact.numbers[index];
  PageBody page;
  page.measure = Mm{218};
  page.wide = true;
  page.title_yields = true;  // as of the number
  if (frame.size_class().is_compact()) page.style.gap = Mm{2};
  page.blocks = code_blocks(frame, index, number);
  page.blocks.push_back(ui::phone_box(phone_of(context, contact, number, "number-" + std::to_string(index)),
                                      {.least = Mm{9}, .most = Mm{16}}));
  page.style.stand = frame.size_class().tall ? ui::Stand::low : ui::Stand::top;
  page.style.beside = {way_back("code-" + std::to_string(index), frame.tr("Hide the code"), ui::ShowCode{})};
  draw_page(context, head_of(frame, contact, number), std::move(page));
}

}  // namespace kiosk::screens
