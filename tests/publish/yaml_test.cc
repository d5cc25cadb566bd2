#include <doctest/doctest.h>

#include <string>

#include "kiosk/publish/yaml.h"

using namespace kiosk::publish;

namespace {

std::string complaint(const std::string& text, int first_line = 1) {
  Problems problems;
  (void)parse_yaml(text, "x.yaml", first_line, problems);
  auto sorted = problems.sorted();
  return sorted.empty() ? std::string() : to_string(sorted[0]);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every value stays the text that was written") {
  Problems problems;
  auto node = parse_yaml("a: no\nb: 0770\nc: 116\nd: 1e3\ne:\nf: [yes, ~]\n", "x.yaml", 1, problems);
  REQUIRE(node);
  CHECK(node->items[0].text == "no");
  CHECK(node->items[1].text == "0770");
  CHECK(node->items[2].text == "116");
  CHECK(node->items[3].text == "1e3");
  CHECK(node->items[4].kind == YamlNode::Kind::empty);
  CHECK(node->items[5].items[0].text == "yes");
  CHECK(node->keys[5].line == 6);
  CHECK(problems.errors() == 0);
}

TEST_CASE("lines are counted from where the text begins in its file") {
  CHECK(complaint("a: 1\nb: [1, 2\n", 10).rfind("x.yaml:1", 0) == 0);
  CHECK(complaint("a: 1\na: 2\n", 10).rfind("x.yaml:11: error: \"a\" is here twice", 0) == 0);
}

TEST_CASE("what content does not need of YAML is refused in words") {
  CHECK(holds(complaint("a: *x\n"), "error:"));
  CHECK(holds(complaint("a: &x 1\n"), "begins with &"));
  CHECK(holds(complaint("a: !!binary aGk=\n"), "begins with !"));
  CHECK(holds(complaint("a: 1\n---\nb: 2\n"), "as if it were two files"));
  CHECK(holds(complaint("{[1]: 2}\n"), "before a colon"));
}

TEST_CASE("depth is bounded, so a file of brackets does no harm") {
  CHECK(holds(complaint(std::string(100000, '[')), "error:"));
  CHECK(holds(complaint("a: [[[[[[[[[[1]]]]]]]]]]\n"), "nested too deeply"));
}
