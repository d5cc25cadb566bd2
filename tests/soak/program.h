// The screen's program from power-on to power-off, put together as kiosk/main/kiosk.cc does it, but drawing into memory
// and living on a virtual clock. Destroying it is pulling the plug: nothing is told beforehand.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/app/content.h"
#include "kiosk/app/exchange.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/stage.h"
#include "kiosk/app/visit_counter.h"
#include "kiosk/fleet/screen_note.h"
#include "kiosk/graphics/offscreen.h"
#include "kiosk/text/engine.h"
#include "tests/support/simulated_store.h"

namespace kiosk::test {

// Where a machine keeps what survives a power cut.
struct MachineFolders {
  std::filesystem::path all;

  update::Store store() const { return {all / "store"}; }
  std::filesystem::path health() const { return all / "health"; }
  std::filesystem::path counts() const { return all / "counters/counts.csv"; }
  std::filesystem::path built_in() const { return all / "built_in"; }
  std::filesystem::path root() const { return all / "root.json"; }
};

class Program {
 public:
  // `clock` is the machine's and must outlive the program. `boot` names this switching-on.
  Program(const MachineFolders& folders, const FixedClock& clock, const std::string& boot);

  app::Kiosk& kiosk() { return *kiosk_; }
  const catalog::Catalog& catalog() const { return *catalog_; }

  // Draws if something changed, as the frame loop does after each event.
  void settle();
  // What the frame loop does while the kiosk is not in use; call it at least once an hour.
  void rest();

  // Of the virtual clock, as the kiosk's own.
  double seconds() const { return static_cast<double>((clock_.time - power_on_).count()); }

 private:
  void prove();

  const FixedClock& clock_;
  const std::chrono::sys_seconds power_on_;
  ui::Panel panel_;
  std::unique_ptr<text::Engine> engine_;
  std::unique_ptr<graphics::Offscreen> context_;
  std::unique_ptr<app::Stage> stage_;
  app::Content content_;
  std::unique_ptr<catalog::Catalog> catalog_;
  app::Exchange exchange_;
  std::unique_ptr<app::Kiosk> kiosk_;
  app::VisitCounter counter_;
  fleet::ScreenNotes notes_;
};

}  // namespace kiosk::test
