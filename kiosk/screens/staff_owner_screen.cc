// Another publisher for this kiosk: the content key from their paper, typed and seen while it is typed.
#include "kiosk/screens/staff_pages.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

constexpr size_t kGroup = 5;  // digits, as on the paper

std::string in_groups(const std::string& digits) {
  std::string grouped;
  for (size_t at = 0; at < digits.size(); at += kGroup) grouped += (at > 0 ? " " : "") + digits.substr(at, kGroup);
  return grouped;
}

std::string state_in_words(const ui::Frame& frame, const StaffView& view) {
  if (view.note == StaffNote::wrong_key)
    return frame.tr("That is not the content key of this stick. Compare each group with the paper.");
  return frame.tr(
      "Type the content key from the new publisher's paper. From then on nothing of the publisher before is shown.");
}

}  // namespace

void draw_owner(ui::Frame& frame, const StaffView& view, int page) {
  bool low = frame.size_class().has_rail();
  std::vector<ui::Box> asked{ui::words(Role::status, "state", state_in_words(frame, view), staff_text(frame))};
  if (!view.typed.empty()) asked.push_back(key_groups(in_groups(view.typed), low ? 6 : 3, true));
  PageBody body;
  body.measure = Mm{230};
  if (low) {
    body.blocks = std::move(asked);
    body.blocks.push_back(digit_keys_in_two_rows(frame));
    body.style.gap = Mm{1};
  } else {
    body.blocks = {with_digit_keys(frame, ui::column(std::move(asked), Mm{2}))};
  }
  draw_staff_page(frame, page, {.title = frame.tr("Take another publisher"), .colour = "slate", .icon = "key-change"},
                  std::move(body));
}

}  // namespace kiosk::screens
