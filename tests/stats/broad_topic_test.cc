#include <doctest/doctest.h>

#include "kiosk/stats/broad_topic.h"

using namespace kiosk;
using catalog::Sensitivity;

namespace {

catalog::Section section(std::string id, std::string parent = "") {
  return {std::move(id), std::move(parent), "", "", "", "", LanguageTag::of("en")};
}

catalog::TopicSummary topic(std::string in, Sensitivity sensitivity) {
  catalog::TopicSummary summary{"", catalog::TopicKind::topic, std::move(in), "", {}, sensitivity, "",
                                "", LanguageTag::of("en")};
  return summary;
}

}  // namespace

TEST_CASE("R67: a red page is counted as its section, which holds others too") {
  CHECK(stats::broad_topic("travel", {section("travel")},
                           {topic("travel", Sensitivity::red), topic("travel", Sensitivity::green)}) == "travel");
}

TEST_CASE("R67: a section of red pages only is counted as its parent, and without one as other") {
  std::vector<catalog::Section> sections{section("travel"), section("danger", "travel"), section("violence")};
  std::vector<catalog::TopicSummary> topics{topic("travel", Sensitivity::green), topic("danger", Sensitivity::red),
                                            topic("violence", Sensitivity::red)};
  CHECK(stats::broad_topic("danger", sections, topics) == "travel");
  CHECK(stats::broad_topic("violence", sections, topics) == "other");
  CHECK(stats::broad_topic("unknown", sections, topics) == "other");
}

TEST_CASE("sections without topics of their own, such as the contacts, are counted as themselves") {
  CHECK(stats::broad_topic("help", {section("help")}, {}) == "help");
}

TEST_CASE("parents that go round in a circle come to an end") {
  std::vector<catalog::Section> sections{section("a", "b"), section("b", "a")};
  std::vector<catalog::TopicSummary> topics{topic("a", Sensitivity::red), topic("b", Sensitivity::red)};
  CHECK(stats::broad_topic("a", sections, topics) == "other");
}
