// A wrong number is the worst defect. Four values that come from four places are compared: what stands on the screen,
// glyph by glyph from the left; what is heard, tone by tone; what a phone reads; and what the author wrote.
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <regex>

#include "tests/app/heard_visit.h"
#include "tests/app/tour_fixture.h"
#include "tests/support/written_numbers.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using test::HeardVisit;

namespace {

struct Four {
  std::string written, drawn, heard, coded;  // an empty one is not on this page
  std::string dialled = {};                  // what was written for the code, where a national form is shown
};

std::string disagreement(const Four& four) {
  if (four.written.empty()) return "nobody wrote this number";
  if (four.drawn != four.written) return "shows " + four.drawn + ", and " + four.written + " was written";
  if (!four.heard.empty() && four.heard != four.written)
    return "says " + four.heard + ", and " + four.written + " was written";
  const std::string& dialled = four.dialled.empty() ? four.written : four.dialled;
  if (!four.coded.empty() && four.coded != "tel:" + dialled)
    return "codes " + four.coded + ", and " + dialled + " was written";
  return "";
}

// The digits in the tones that the voice of the tests makes of them.
class Ears {
 public:
  Ears() : visit_(test::tour().catalog(), test::tour().engine(), test::panels()[1].panel) {}

  bool has_voice(const LanguageTag& language) {
    return visit_.recorder->speaker().voice_for(app::say("x", language)) != speech::Voice::none;
  }

  // The same words in the same language are heard once.
  const std::string& hear(const Node& node) {
    auto said = app::read_node(node, [](const LanguageTag&) -> const ui::Words& {
      static const ui::Words none;
      return none;
    });
    REQUIRE(said.size() == 1);
    REQUIRE(said.front().kind == speech::Kind::number);
    said.front().plus = said.front().star = said.front().hash = "";  // the tone of the sign itself
    std::string& digits = heard_[node.language.str() + " " + said.front().text];
    if (!digits.empty()) return digits;
    size_t begin = visit_.here();
    visit_.recorder->speaker().play(said, catalog::Sensitivity::green, speech::Asked::by_visitor);
    visit_.wait_until_silent();
    const audio::Sound& all = visit_.recorder->heard(audio::Way::loudspeaker);
    audio::Sound sound{{all.samples.begin() + static_cast<std::ptrdiff_t>(begin), all.samples.end()}};
    for (speech_tests::Stretch stretch : speech_tests::stretches(sound, audio::milliseconds(60))) {
      double pitch = speech_tests::pitch_of(sound, stretch);
      for (char symbol : std::string("0123456789+*#")) {
        if (std::abs(pitch - speech_tests::ToneSynthesizer::pitch(symbol)) < 30) digits += symbol;
      }
    }
    return digits;
  }

 private:
  HeardVisit visit_;
  std::map<std::string, std::string> heard_;
};

// Which number of which contact a node is; the argument of the screen is the contact of a card's own page.
test::WrittenNumber written_for(const std::string& id, const std::string& stop, const std::string& argument) {
  std::smatch parts;
  std::string contact = argument, index;
  static const std::regex own("number-(?:abroad-)?([0-9]+)"),
      on_a_card("(?:instead-|help-|near-|block-[0-9]+-)?(.*)-number-([0-9]+)");
  if (id == "number-large") {
    index = stop.substr(stop.find("-large-") + 7, 1);
  } else if (std::regex_match(id, parts, own)) {
    index = parts[1];
  } else if (std::regex_match(id, parts, on_a_card)) {
    contact = parts[1], index = parts[2];
  } else {
    return {};
  }
  std::vector<test::WrittenNumber> all = test::written_numbers(contact);
  size_t i = std::stoul(index);
  return i < all.size() ? all[i] : test::WrittenNumber{};
}

}  // namespace

TEST_CASE("R87: shown, spoken, coded and written agree for every contact, language and text size") {
  Ears ears;
  int numbers = 0, codes = 0, spoken = 0;
  for (const LanguageTag& language : test::tour().languages()) {
    bool has_voice = ears.has_voice(language);
    for (float scale : {1.0f, 1.5f, 2.0f}) {
      ui::Settings settings;
      settings.text_scale = scale;
      auto look = [&](const std::string& name, const ui::Scene& scene) {
        std::string coded;
        for (const Node& node : scene.tree.nodes)
          if (node.role == Role::code) coded = node.value, ++codes;
        for (const Node& node : scene.tree.nodes) {
          if (node.role != Role::phone) continue;
          ++numbers;
          spoken += has_voice;
          test::WrittenNumber written = written_for(node.id, name, scene.tree.argument);
          bool national = !written.national.empty() && !node.id.starts_with("number-abroad-");
          Four four{national ? written.national : written.dial, node.phone->as_drawn(),
                    has_voice ? ears.hear(node) : "", coded, written.dial};
          CHECK_MESSAGE(disagreement(four).empty(), name << ", " << node.id << " " << disagreement(four));
        }
      };
      test::tour().each(language, test::panels()[0].panel, settings, look, "contact");
    }
  }
  CHECK(numbers > 300);
  CHECK(spoken > 200);
  CHECK(codes > 50);
}

TEST_CASE("R87: a digit that differs in any of the four places is found") {
  const Four good{"+231777332389", "+231777332389", "+231777332389", "tel:+231777332389"};
  CHECK(disagreement(good).empty());
  for (std::string Four::*place : {&Four::written, &Four::drawn, &Four::heard, &Four::coded}) {
    for (size_t at : {size_t{6}, (good.*place).size() - 1}) {
      Four wrong = good;
      (wrong.*place)[at] = (wrong.*place)[at] == '9' ? '8' : '9';
      CHECK_FALSE(disagreement(wrong).empty());
      (wrong.*place).erase(at);
      CHECK_FALSE(disagreement(wrong).empty());
    }
  }
  CHECK_FALSE(disagreement({"", "116", "116", "tel:116"}).empty());
}
