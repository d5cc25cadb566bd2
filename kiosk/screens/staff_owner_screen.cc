// Another publisher for this kiosk: the content key from their paper, typed and seen while it is typed.
#include "kiosk/screens/page.h"
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

void draw_owner(ui::Frame& frame, const StaffView& view, float scroll) {
  PageHead head{frame.tr("Take another publisher"), "", "slate", false};
  draw_page(frame, {true, false}, scroll, head, 180, [&](const Rect& column) {
    float y = column.y;
    y += frame.words(Role::status, "state", state_in_words(frame, view), ui::styles::kBody,
                     {column.x, y, column.width, 0});
    y += frame.mm(2);
    if (!view.typed.empty()) { y += draw_key_groups(frame, in_groups(view.typed), {column.x, y, column.width, 0}); }
    y += frame.mm(4);
    return y + draw_digit_keys(frame, {column.x, y, column.width, 0}) - column.y;
  });
}

}  // namespace kiosk::screens
