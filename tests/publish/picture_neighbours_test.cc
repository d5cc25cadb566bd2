// Pictures that are side by side are told apart when they are 10 mm high, in grey and by people who see fewer
// colours. What people understand is checked by people (content/PICTURES.md); this only measures that two are not
// alike.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <map>
#include <set>

#include "kiosk/publish/load.h"
#include "kiosk/publish/picture/composition.h"
#include "kiosk/publish/picture/drawn_picture.h"
#include "kiosk/publish/picture/palette.h"
#include "tests/support/source_path.h"

using namespace kiosk;

namespace {

constexpr int kSide = 59;             // px: 10 mm on a panel of 10.1 inches
constexpr double kSeen = 24;          // of 255: a step of grey that is seen at a glance
constexpr double kDifferent = 0.055;  // of the square

using Matrix = std::array<double, 9>;

// Linear light as somebody sees it who lacks one kind of cones (Machado, Oliveira and Fernandes 2009, severity 1).
const std::pair<const char*, Matrix> kEyes[] = {
    {"grey", {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722}},
    {"protanopia", {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}},
    {"deuteranopia", {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}},
    {"tritanopia", {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}},
};

double linear(double value) {
  value /= 255;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double encoded(double value) {
  value = std::clamp(value, 0.0, 1.0);
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055);
}

// The picture on white, three values a pixel, as seen through `eyes`.
std::vector<double> seen(const graphics::Image& image, const Matrix& eyes) {
  std::vector<double> pixels;
  for (size_t at = 0; at < image.rgba.size(); at += 4) {
    const double alpha = image.rgba[at + 3] / 255.0;
    std::array<double, 3> light{};
    for (size_t i = 0; i < 3; ++i) light[i] = linear(image.rgba[at + i] * alpha + 255 * (1 - alpha));
    for (size_t row = 0; row < 3; ++row)
      pixels.push_back(encoded(eyes[3 * row] * light[0] + eyes[3 * row + 1] * light[1] + eyes[3 * row + 2] * light[2]));
  }
  return pixels;
}

double difference(const std::vector<double>& a, const std::vector<double>& b) {
  int different = 0;
  for (size_t at = 0; at < a.size(); at += 3) {
    double most = 0;
    for (size_t i = 0; i < 3; ++i) most = std::max(most, std::fabs(a[at + i] - b[at + i]));
    different += most >= kSeen;
  }
  return different / (static_cast<double>(a.size()) / 3);
}

// Every two that a visitor sees together: sections, the pages of one section, the pictures of one page, filters.
std::set<std::pair<std::string, std::string>> neighbours(const publish::Content& content) {
  std::vector<std::set<std::string>> together(2);
  std::map<std::string, std::set<std::string>> by_section;
  for (const publish::SectionEntry& section : content.pack.sections) together[0].insert(section.picture.text);
  for (const auto& [filter, picture] : content.pack.filter_pictures) together[1].insert(picture.text);
  for (const publish::TopicFile& topic : content.topics) {
    if (!topic.facts) continue;
    by_section[topic.facts->section.text].insert(topic.facts->picture.text);
    std::set<std::string>& page = together.emplace_back();
    page.insert(topic.facts->picture.text);
    for (const document::Block& block : topic.document.blocks) page.insert(block.picture);
  }
  for (const auto& [section, pictures] : by_section) together.push_back(pictures);
  std::set<std::pair<std::string, std::string>> pairs;
  for (const auto& set : together)
    for (const std::string& a : set)
      for (const std::string& b : set)
        if (!a.empty() && a < b) pairs.emplace(a, b);
  return pairs;
}

}  // namespace

TEST_CASE("pictures that are side by side differ at 10 mm in grey and for three kinds of eyes") {
  publish::Problems problems;
  auto content = publish::load_content(test::source_path("content"), problems);
  REQUIRE(content.has_value());
  std::map<std::string, graphics::Image> drawn;
  auto image_of = [&](const std::string& name) -> const graphics::Image& {
    auto known = drawn.find(name);
    if (known != drawn.end()) return known->second;
    auto scene = content->pictures.scenes.find(name);
    REQUIRE_MESSAGE(scene != content->pictures.scenes.end(), name);
    auto made = publish::compose(scene->second, content->pictures, catalog::Colours::paper);
    auto pixels = publish::DrawnPicture::open(made.svg)->pixels(kSide);
    REQUIRE(pixels.ok());
    return drawn.emplace(name, *pixels).first->second;
  };
  const auto pairs = neighbours(*content);
  CHECK(pairs.size() > 100);
  for (const auto& row : kEyes) {
    const auto& eye = row.first;
    const auto& matrix = row.second;
    std::map<std::string, std::vector<double>> as_seen;
    for (const auto& pair : pairs) {
      const auto& a = pair.first;
      const auto& b = pair.second;
      for (const std::string& name : {a, b})
        if (!as_seen.contains(name)) as_seen.emplace(name, seen(image_of(name), matrix));
      const double apart = difference(as_seen.at(a), as_seen.at(b));
      CHECK_MESSAGE(apart >= kDifferent, a << " and " << b << " are alike in " << eye << ": " << apart);
    }
  }
}

TEST_CASE("colours of lines and things stand out from the page, and things on light areas from these, in both sets") {
  auto light = [](const std::string& colour) {
    double sum = 0;
    const double weight[] = {0.2126, 0.7152, 0.0722};
    for (size_t i = 0; i < 3; ++i) sum += weight[i] * linear(std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16));
    return sum;
  };
  auto contrast = [&](const char* a, const char* b, catalog::Colours colours) {
    double one = light(*publish::colour_value(a, colours)), other = light(*publish::colour_value(b, colours));
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
  };
  for (catalog::Colours colours : {catalog::Colours::paper, catalog::Colours::high_contrast}) {
    for (const char* name : {"ink", "action", "teal", "ochre", "plum", "green", "slate", "terracotta"}) {
      CHECK_MESSAGE(contrast(name, "paper", colours) >= 5.5, name);
      for (const char* area : {"sand", "sky", "stone"})
        CHECK_MESSAGE(contrast(name, area, colours) >= 1.8, name << area);
    }
    for (const char* name : {"water", "ember"}) CHECK_MESSAGE(contrast(name, "paper", colours) >= 3, name);
    CHECK(contrast("night", "gold", colours) >= 7);
  }
}
