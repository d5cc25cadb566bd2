// What can only be seen in pixels: contrast as it was really drawn, a QR code as a phone reads it, a page behind a
// warning.
#include <doctest/doctest.h>

#include <zbar.h>
#include <cmath>
#include <map>
#include <set>

#include "tests/app/eye.h"
#include "tests/support/written_numbers.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using accessibility::TextRun;

namespace {

using test::Eye;

// Of the pixels in a piece of text: the commonest is the ground, the one that differs from it most is the ink.
double measured_contrast(const Eye& eye, const Rect& rect) {
  std::map<uint32_t, int> counts;
  for (int y = int(rect.y); y < int(rect.bottom()); ++y) {
    for (int x = int(rect.x); x < int(rect.right()); ++x) {
      Colour c = eye.at(x, y);
      ++counts[uint32_t(c.red) << 16 | uint32_t(c.green) << 8 | c.blue];
    }
  }
  uint32_t ground = 0;
  int most = 0;
  for (auto [colour, count] : counts) {
    if (count > most) most = count, ground = colour;
  }
  double best = 1;
  for (auto [colour, count] : counts) best = std::max(best, contrast(rgb(colour), rgb(ground)));
  return best;
}

std::string read_code(const Eye& eye, const Rect& rect) {
  int width = int(rect.width), height = int(rect.height);
  std::vector<uint8_t> grey(size_t(width) * height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) grey[size_t(y) * width + x] = eye.at(int(rect.x) + x, int(rect.y) + y).green;
  }
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(unsigned(width), unsigned(height), "Y800", grey.data(), grey.size());
  REQUIRE(scanner.scan(image) == 1);
  return image.symbol_begin()->get_data();
}

}  // namespace

TEST_CASE("R24 R26: the contrast that was really drawn is what the themes promise") {
  Eye eye(test::panels()[1].panel);
  for (const char* tag : {"en", "ar"}) {
    for (bool high : {false, true}) {
      for (app::Stop& stop : app::tour_stops(test::tour().catalog(), LanguageTag::of(tag))) {
        bool chosen = stop.name == "home" || stop.name == "contacts" || stop.name == "topic-before-you-go" ||
                      stop.name == "display" || stop.name == "contact-gbv-116" || stop.name == "search-found";
        if (!chosen) continue;
        stop.session.settings.high_contrast = high;
        const ui::Scene& scene = eye.look(stop.session);
        for (const Node& node : scene.tree.nodes) {
          if (!node.enabled) continue;
          for (const TextRun& run : node.text) {
            Rect seen = run.rect.intersect(node.clip);
            if (seen.height < run.rect.height || seen.empty()) continue;
            CHECK_MESSAGE(measured_contrast(eye, seen) >= (high ? 15 : 7), stop.name << ": " << run.text);
          }
        }
      }
    }
  }
}

TEST_CASE("R86: every QR code holds exactly tel: and the number, is large enough, and has its quiet zone") {
  Eye eye(test::panels()[1].panel);
  int codes = 0;
  for (app::Stop& stop : app::tour_stops(test::tour().catalog(), LanguageTag::of("ar"))) {
    if (stop.name.find("-code-") == std::string::npos) continue;
    const Node* node = nullptr;
    for (const Node& one : eye.look(stop.session).tree.nodes)
      if (one.role == Role::code && one.clip.contains(one.rect)) node = &one;
    REQUIRE_MESSAGE(node, stop.name << " shows no whole code");
    float px_per_mm = test::panels()[1].panel.px_per_mm;
    CHECK(node->rect.width >= 30 * px_per_mm);
    std::string payload = read_code(eye, node->rect);
    CHECK(payload == node->value);
    std::vector<test::WrittenNumber> written = test::written_numbers(stop.session.here().argument);
    CHECK(payload == "tel:" + written.at(*stop.session.here().code).dial);
    float quiet = 4 * node->rect.width / 29;
    for (float along = 3; along < node->rect.width - 3; along += 3) {
      CHECK(eye.at(int(node->rect.x + along), int(node->rect.y + quiet / 2)).red == 255);
    }
    ++codes;
  }
  CHECK(codes >= 8);
}

TEST_CASE("R62: under the curtain the page is one colour, and nobody sees which page it was") {
  for (size_t panel : {size_t{0}, size_t{1}}) {
    Eye eye(test::panels()[panel].panel);
    for (const char* tag : {"en", "fr", "ar"}) {
      for (float scale : {1.0f, 2.0f}) {
        std::vector<uint8_t> first;
        for (const char* topic : {"what-the-law-says", "before-you-go", "return-what-it-is"}) {
          app::Session session = app::fresh_session(test::tour().catalog());
          app::apply(session, ui::ChooseLanguage{LanguageTag::of(tag)}, test::tour().catalog());
          session.warned = true;
          app::apply(session, ui::OpenTopic{topic}, test::tour().catalog());
          session.settings.text_scale = scale;
          session.settings.curtain = true;
          const ui::Scene& scene = eye.look(session);
          std::string where = std::string(test::panels()[panel].name) + " " + tag + " " + std::to_string(scale);
          Rect button = scene.tree.find("curtain-show")->rect.inset(-1);
          // Everything but the controls: the page and the band above it.
          const Rect area = scene.tree.page_area;
          CHECK_MESSAGE(area.width > 0, where);
          int page = int(area.bottom() - 1), other = 0;
          for (int y = 0; y < page; ++y) {
            for (int x = int(area.x) + 1; x < int(area.right()) - 1; ++x) {
              if (!button.contains(float(x), float(y)) && !(eye.at(x, y) == scene.paper)) ++other;
            }
          }
          CHECK_MESSAGE(other == 0, where << ": " << other << " pixels of another colour");
          if (first.empty()) first = eye.image.rgba;
          CHECK_MESSAGE(eye.image.rgba == first, where << ": " << topic << " looks different");
        }
      }
    }
  }
}

TEST_CASE("R48: on the first screen no pixel of words, plates or lines stands unchanged for ten minutes") {
  Eye eye(test::panels()[0].panel);
  ui::Scene scene = eye.look(app::fresh_session(test::tour().catalog()));
  const Colour paper = scene.paper;
  for (int decade = 0; decade < 3; ++decade) {
    eye.wait(60);
    graphics::Image first = eye.image;
    std::vector<bool> changed(first.rgba.size() / 4);
    for (int minute = 1; minute < 10; ++minute) {
      eye.wait(60);
      for (size_t i = 0; i < changed.size(); ++i) {
        changed[i] = changed[i] || !std::equal(&first.rgba[i * 4], &first.rgba[i * 4] + 4, &eye.image.rgba[i * 4]);
      }
    }
    int drawn = 0, still = 0;
    for (size_t i = 0; i < changed.size(); ++i) {
      bool background =
          first.rgba[i * 4] == paper.red && first.rgba[i * 4 + 1] == paper.green && first.rgba[i * 4 + 2] == paper.blue;
      if (background) continue;
      ++drawn;
      still += !changed[i];
    }
    REQUIRE(drawn > 10000);
    CHECK(still * 100 < drawn);
  }
}
