#include <doctest/doctest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "kiosk/publish/coverage.h"
#include "kiosk/publish/report.h"
#include "kiosk/publish/stamp.h"
#include "kiosk/publish/translation.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using namespace kiosk::publish;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kPage = "topics/before-you-go.en.md";
constexpr const char* kFrench = "topics/before-you-go.fr.md";
constexpr const char* kPolice = "contacts/police.yaml";

std::string hash_of(const SampleContent& content) { return words_hash(*content.load().find_source("before-you-go")); }

LanguageCoverage french(const SampleContent& content) { return measure_coverage(content.load())[1]; }

}  // namespace

TEST_CASE("the hash of a page follows its words and nothing else") {
  SampleContent content;
  std::string before = hash_of(content);
  CHECK(before.size() == 16);
  content.replace(kPage, "icon: phone", "icon: airplane");
  content.replace(kPage, "Take your passport with you.", "Take your passport with you.  ");
  content.write(kPage, content.read(kPage) + "\n\n");
  CHECK(hash_of(content) == before);
  for (auto [from, to] : {std::pair{"title: Before you go", "title: Before you leave"},
                          {"journey, bag", "journey, bags"},
                          {"- water", "- tea"},
                          {"before a journey.", "before journeys."}}) {
    content.replace(kPage, from, to);
    CHECK(hash_of(content) != before);
    before = hash_of(content);
  }
}

TEST_CASE("stamping fills what is empty and touches nothing else") {
  SampleContent content;
  std::string stamped = content.read(kFrench);
  CHECK(holds(stamped, "  of: " + hash_of(content) + "\n"));
  CHECK(*stamp_translations(content.load(), {}) == std::vector<std::string>{});
  content.replace(kPage, "- water", "- tea");
  CHECK(*stamp_translations(content.load(), {}) == std::vector<std::string>{});
  CHECK(content.read(kFrench) == stamped);
  CHECK(*stamp_translations(content.load(), {kFrench}) == std::vector<std::string>{kFrench});
  CHECK(holds(content.read(kFrench), "  of: " + hash_of(content) + "\n"));
  CHECK(content.read(kFrench).size() == stamped.size());
  CHECK(stamp_translations(content.load(), {kPage}).error().code == Code::not_found);
}

TEST_CASE("stamping writes the line when it is not there, and keeps what stands behind it") {
  SampleContent content;
  std::string hash = hash_of(content);
  content.replace(kFrench, "  of: " + hash + "\n", "");
  REQUIRE(stamp_translations(content.load(), {}).ok());
  CHECK(holds(content.read(kFrench), "translation:\n  of: " + hash + "\n  by: "));
  content.replace(kFrench, "of: " + hash, "of:   # the text it was made from");
  REQUIRE(stamp_translations(content.load(), {}).ok());
  CHECK(holds(content.read(kFrench), "  of: " + hash + " # the text it was made from\n"));
}

TEST_CASE("coverage tells missing, stale and unreviewed apart") {
  SampleContent content;
  LanguageCoverage coverage = french(content);
  CHECK(coverage.offered);
  CHECK(coverage.topics.done == 1);
  CHECK(coverage.topics.of == 2);
  CHECK(coverage.news.of == 1);
  CHECK(coverage.contacts.done == 1);
  CHECK(coverage.sections.percent() == 100);
  CHECK(coverage.missing == std::vector<std::string>{"contacts/gbv-116.yaml", "news/2025-07-21-new-office.fr.md",
                                                     "topics/ask-for-help.fr.md"});
  CHECK(coverage.stale.empty());
  CHECK(coverage.unreviewed == std::vector<std::string>{kPolice, kFrench});

  content.replace(kPage, "- water", "- tea");
  CHECK(french(content).stale == std::vector<std::string>{kFrench});
  content.replace(kFrench, "reviewed_by:\n  reviewed_on:\n",
                  "reviewed_by: a native speaker\n  reviewed_on: 2026-11-10\n");
  CHECK(french(content).unreviewed == std::vector<std::string>{kPolice});
  content.replace(kPolice, "answers: {",
                  "reviewed_by: {fr: a native speaker}\nreviewed_on: {fr: 2026-11-10}\nanswers: {");
  CHECK(french(content).unreviewed.empty());
}

TEST_CASE("who read the words of a contact says when, in a language that has them") {
  auto errors = [](const std::string& lines) {
    SampleContent content;
    content.replace(kPolice, "answers: {", lines + "\nanswers: {");
    return content.all_problems();
  };
  CHECK(errors("reviewed_by: {fr: a native speaker}\nreviewed_on: {fr: 2026-11-10}") == "");
  CHECK(errors("reviewed_by:\nreviewed_on:") == "");
  CHECK(holds(errors("reviewed_by: {fr: a native speaker}"), "Do this: Write reviewed_on: {fr: year-month-day}"));
  CHECK(holds(errors("reviewed_by: {fr: a native speaker}\nreviewed_on: {fr: in May}"), "\"in May\" is not a day."));
  CHECK(holds(errors("reviewed_by: a native speaker"), "given for each language"));
}

TEST_CASE("a language without a page is not offered, and unreviewed pages may not count") {
  SampleContent content;
  CHECK_FALSE(measure_coverage(content.load())[2].offered);
  content.replace("pack.yaml", "show_with_note", "hide_unreviewed");
  CHECK_FALSE(french(content).offered);
}

TEST_CASE("the report says the same to people and to machines") {
  SampleContent content;
  Problems problems;
  problems.error({"topics/x.en.md", 12}, "It is \"wrong\".", "Put it right.");
  problems.warning({"topics/x.en.md", 3}, "Hm.", "Look.");
  CHECK(problems_text(problems) ==
        "topics/x.en.md:12: error: It is \"wrong\". Do this: Put it right.\n"
        "topics/x.en.md:3: warning: Hm. Do this: Look.\n"
        "1 error, 1 warning.\n");
  std::string seen_before = problems_text(problems, {"topics/x.en.md: Hm."}, Detail::news);
  CHECK_FALSE(holds(seen_before, "Hm."));
  CHECK(holds(seen_before, "It is \"wrong\"."));
  CHECK(holds(seen_before, "1 error, 1 warning; 1 of these are not shown here, --all shows them.\n"));
  CHECK(holds(problems_text(problems, {"topics/x.en.md: Hm."}, Detail::everything), "Hm."));
  for (int i = 0; i < 50; ++i) problems.warning({"new.md", i + 1}, "New " + std::to_string(i) + ".", "Look.");
  std::string long_list = problems_text(problems, {}, Detail::news);
  CHECK(std::count(long_list.begin(), long_list.end(), '\n') == 22);
  CHECK(holds(long_list, "31 of these are not shown here"));
  const LanguageCoverage in_french = french(content);
  CHECK(holds(coverage_text(measure_coverage(content.load()), Detail::news),
              "fr: " + std::to_string(in_french.missing.size()) + " missing, 0 made from an older text, " +
                  std::to_string(in_french.unreviewed.size()) + " not yet"));
  std::string text = coverage_text(measure_coverage(content.load()));
  CHECK(holds(text, "fr         50 % (1) "));
  CHECK(holds(text, "Without any page, so not offered: ar"));
  problems = {};
  problems.error({"topics/x.en.md", 12}, "It is \"wrong\".", "Put it right.");
  problems.warning({"topics/x.en.md", 3}, "Hm.", "Look.");
  auto json = nlohmann::json::parse(report_json(problems, measure_coverage(content.load())));
  CHECK(json["errors"] == 1);
  CHECK(json["problems"][1]["line"] == 12);
  CHECK(json["problems"][1]["remedy"] == "Put it right.");
  CHECK(json["languages"][1]["pages"]["done"] == 1);
  CHECK(json["languages"][2]["offered"] == false);
}
