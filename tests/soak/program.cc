#include "tests/soak/program.h"

#include "kiosk/app/proof.h"
#include "kiosk/base/check.h"
#include "tests/support/source_path.h"

namespace kiosk::test {
namespace {

// A small panel: what is looked for here is what is kept, not how fast pixels are filled.
constexpr int kWidth = 400, kHeight = 240;
constexpr float kPixelsPerMm = 400 / 154.0f;
constexpr std::chrono::hours kCountsWrittenAt{12};

template <class T>
T must(Result<T> result) {
  if (!result.ok()) std::fprintf(stderr, "%s\n", result.error().message.c_str());
  KIOSK_CHECK(result.ok());
  return *std::move(result);
}

}  // namespace

Program::Program(const MachineFolders& folders, const FixedClock& clock, const std::string& boot)
    : clock_(clock),
      power_on_(clock.now()),
      panel_{kWidth, kHeight, kPixelsPerMm, 850},
      engine_(must(text::Engine::create(test::source_path("assets/fonts.conf")))),
      context_(must(graphics::Offscreen::create(kWidth, kHeight))),
      stage_(must(app::Stage::create(*engine_))),
      content_(app::Content::of_store(folders.store().folder, folders.health(), folders.built_in(), folders.root())),
      catalog_(must(content_.open())),
      counter_(stats::Counter(folders.counts(), kCountsWrittenAt)),
      notes_(folders.health(), boot) {
  app::Kiosk::Parts parts;
  parts.engine = engine_.get();
  parts.catalog = catalog_.get();
  parts.panel = panel_;
  parts.now = [this] { return content_.now(*catalog_, clock_); };
  parts.pictures = [this](const std::string& path) { return stage_->picture(*catalog_, path); };
  kiosk_ = std::make_unique<app::Kiosk>(std::move(parts), seconds());
  prove();
  stage_->draw(*kiosk_, kWidth, kHeight);
  notes_.presented();
  notes_.devices(true, true);
}

void Program::prove() {
  if (!content_.unproven()) return;
  KIOSK_CHECK(app::proves_itself(*kiosk_, *stage_, *catalog_, kWidth, kHeight));
  content_.confirmed();
}

void Program::settle() {
  kiosk_->tick(seconds());
  if (!kiosk_->dirty()) return;
  stage_->draw(*kiosk_, kWidth, kHeight);
  counter_.see(kiosk_->session(), *catalog_, content_.now(*catalog_, clock_).today);
}

void Program::rest() {
  settle();
  counter_.tick(std::chrono::local_seconds(clock_.now().time_since_epoch()));
  if (kiosk_->in_use()) return;
  auto newer = exchange_.look(content_, catalog_.get());
  if (!newer) return;
  KIOSK_CHECK(*newer && kiosk_->offer_catalog(newer->get()));
  stage_->forget_pictures();
  catalog_ = *std::move(newer);
  prove();
  settle();
}

}  // namespace kiosk::test
