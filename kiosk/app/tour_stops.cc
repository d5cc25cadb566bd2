// The visitor's screens from their table, and those of the staff. Apart from tour.cc, which needs a frame buffer:
// kioskctl only lays them out.
#include "kiosk/app/tour.h"

#include <utility>

#include "kiosk/screens/stops.h"

namespace kiosk::app {
namespace {

using screens::Place;
using screens::Screen;

class Stops {
 public:
  Stops(const catalog::Catalog& catalog, const LanguageTag& language) : base_(fresh_session(catalog)) {
    base_.settings.language = language;
    base_.warned = true;
    Place home;
    home.screen = Screen::home;
    base_.history.push_back(home);
  }

  void add_first() {
    Stop stop{"languages", base_};
    stop.session.history.resize(1);
    stop.session.warned = false;
    all_.push_back(std::move(stop));
  }

  void add_home() { all_.push_back({"home", base_}); }

  void add_page(const std::string& name, Place place) {
    Stop stop{name, base_};
    stop.session.history.push_back(std::move(place));
    all_.push_back(std::move(stop));
  }

  void add_staff(screens::StaffView view, const std::string& suffix = "") {
    Stop stop{screens::name_of(view) + suffix, base_, std::move(view)};
    stop.session.history.resize(1);
    all_.push_back(std::move(stop));
  }

  std::vector<Stop> take() { return std::move(all_); }

 private:
  Session base_;
  std::vector<Stop> all_;
};

// A machine in every state that its staff may find it in.
void add_staff_screens(Stops& stops, Date published) {
  using screens::StaffNote;
  using screens::StaffPage;
  screens::StaffView view;
  view.digits = 3;
  stops.add_staff(view);
  view.digits = 0;
  view.locked_seconds = 299;
  stops.add_staff(view, "-locked");

  screens::StaffFacts& facts = view.facts;
  view.page = StaffPage::status;
  stops.add_staff(view, "-new");
  update::Report last;
  last.outcome = update::Outcome::updated;
  last.version = 12;
  last.created = published;
  facts = {12, published, published + std::chrono::days(365), false, true, last, published, 7'300'000'000, false, true};
  facts.next_look = {{published, 1300}, {published + std::chrono::days(1), 220}};
  stops.add_staff(view);
  view.note = StaffNote::asked;
  facts.expired = facts.clock_doubtful = true;
  facts.last_update->outcome = update::Outcome::no_space;
  facts.disk_read_only = true;
  facts.numbers_lapse = published;
  facts.last_update->bytes_needed = 210'000'000;
  stops.add_staff(view, "-trouble");
  view.note = StaffNote::expired_accepted;
  facts.last_update->outcome = update::Outcome::expired;
  facts.may_accept_expired = true;
  facts.offered_key = facts.content_key = "01234 56789 01234 56789 01234 56789";
  facts.other_owner_since = published;
  stops.add_staff(view, "-accepted");
  view.page = StaffPage::owner;
  view.typed = "012345678901234567890123456789";
  view.note = StaffNote::wrong_key;
  stops.add_staff(view);

  for (StaffPage page : {StaffPage::confirm_rollback, StaffPage::confirm_restart, StaffPage::confirm_expired,
                         StaffPage::cleaned, StaffPage::touch_test}) {
    view.page = page;
    view.touched = {0, 5, 6};
    stops.add_staff(view);
  }
  view.page = StaffPage::clean;
  view.seconds_left = 30;
  stops.add_staff(view);
}

// The first day, with long answers.
void add_set_up_screens(Stops& stops, const catalog::Catalog& catalog, const LanguageTag& language) {
  using screens::SetUpPage;
  screens::StaffView view;
  view.page = screens::StaffPage::set_up;
  screens::SetUpView& asked = view.set_up;
  asked.languages = catalog.languages();
  asked.language = language;
  asked.seconds_left = 15;
  asked.key = "01234 56789 01234 56789 01234 56789";
  auto add = [&](SetUpPage page, const std::string& suffix = "") {
    asked.page = page;
    stops.add_staff(view, suffix);
  };
  for (SetUpPage page : {SetUpPage::language, SetUpPage::rotation, SetUpPage::turned, SetUpPage::touch, SetUpPage::name,
                         SetUpPage::place, SetUpPage::pin, SetUpPage::pin_again, SetUpPage::key, SetUpPage::wrong_key,
                         SetUpPage::saving, SetUpPage::saved, SetUpPage::refused}) {
    add(page);
  }
  add(SetUpPage::hours, "-always");
  asked.week->always = false;
  add(SetUpPage::hours);
  asked.name = asked.place = "Gate 2";
  asked.layer = ui::KeyboardLayer::digits;
  add(SetUpPage::name, "-typed");
  add(SetUpPage::summary);
  asked.week.reset();
  asked.may_keep_hours = true;
  asked.pin_note = screens::PinNote::differed;
  asked.key.clear();
  add(SetUpPage::hours, "-kept");
  add(SetUpPage::pin, "-differed");
  add(SetUpPage::key, "-none");
}

}  // namespace

std::vector<Stop> tour_stops(const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops stops(catalog, language);
  stops.add_first();
  stops.add_home();
  for (screens::Stop& stop : screens::stops(catalog, language)) stops.add_page(stop.name, std::move(stop.place));
  add_staff_screens(stops, catalog.pack().published);
  add_set_up_screens(stops, catalog, language);
  return stops.take();
}

std::string page_suffix(int page) { return "-page-" + std::to_string(page + 1); }

void go_to(Kiosk& kiosk, const Stop& stop) {
  kiosk.set_session(stop.session);
  if (stop.staff) kiosk.show_staff(*stop.staff);
}

}  // namespace kiosk::app
