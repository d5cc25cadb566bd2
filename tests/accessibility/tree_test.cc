#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/accessibility/dump.h"

using namespace kiosk;
using namespace kiosk::accessibility;

namespace {

Node button(std::string id, Rect rect) {
  Node node;
  node.id = std::move(id);
  node.role = Role::button;
  node.rect = node.clip = rect;
  node.actions = {"press"};
  return node;
}

}  // namespace

TEST_CASE("the topmost of two overlapping buttons is the one that is hit") {
  Tree tree;
  tree.nodes = {button("below", {0, 0, 100, 100}), button("above", {50, 50, 100, 100})};
  CHECK(tree.at(60, 60)->id == "above");
  CHECK(tree.at(10, 10)->id == "below");
  CHECK(tree.at(200, 200) == nullptr);
}

TEST_CASE("what lies outside its clip or is disabled cannot be hit") {
  Tree tree;
  tree.nodes = {button("clipped", {0, 0, 100, 100}), button("disabled", {0, 200, 100, 100})};
  tree.nodes[0].clip = {0, 50, 100, 100};
  tree.nodes[1].enabled = false;
  CHECK(tree.at(10, 10) == nullptr);
  CHECK(tree.at(10, 60)->id == "clipped");
  CHECK(tree.at(10, 210) == nullptr);
  CHECK(tree.focusable().size() == 1);
}

TEST_CASE("R62: what the curtain hides is found by its id and neither touched nor focused by sight") {
  Tree tree;
  tree.nodes = {button("below", {0, 0, 100, 100}), button("hidden", {0, 0, 100, 100})};
  tree.nodes[1].hidden = true;
  CHECK(tree.at(10, 10)->id == "below");
  REQUIRE(tree.focusable().size() == 1);
  CHECK(tree.focusable().front()->id == "below");
  CHECK(tree.find("hidden"));
  auto json = nlohmann::json::parse(dump_json(tree));
  CHECK_FALSE(json["nodes"][0].contains("hidden"));
  CHECK(json["nodes"][1]["hidden"] == true);
}

TEST_CASE("a phone number is read as its glyphs are on the screen, not as the string says") {
  Phone phone{"116", "116", {{U'6', {30, 0, 10, 20}}, {U'1', {10, 0, 10, 20}}, {U'1', {20, 2, 10, 20}}}};
  CHECK(phone.as_drawn() == "116");
  phone.glyphs[0].rect.x = 0;
  CHECK(phone.as_drawn() == "611");
}

TEST_CASE("glyphs of different heights, and spaces without any, share a line") {
  Phone phone{"+2310", "+231 0", {}};
  phone.glyphs = {{U'+', {0, 8, 10, 8}},  {U'2', {10, 0, 10, 20}}, {U'3', {20, 0, 10, 21}},
                  {U'1', {30, 1, 6, 19}}, {U' ', {38, 20, 0, 0}},  {U'0', {44, 0, 10, 21}}};
  CHECK(phone.as_drawn() == "+2310");
}

TEST_CASE("a number on two lines is read line by line") {
  Phone phone{"+2317",
              "+231 7",
              {{U'7', {0, 30, 10, 20}},
               {U'+', {0, 0, 10, 20}},
               {U'2', {10, 0, 10, 20}},
               {U'3', {20, 0, 10, 20}},
               {U'1', {30, 0, 10, 20}}}};
  CHECK(phone.as_drawn() == "+2317");
}

TEST_CASE("the dump holds every node with pixels and millimetres") {
  Tree tree;
  tree.screen = "home";
  tree.panel.px_per_mm = 5;
  tree.nodes = {button("leave", {10, 20, 100, 150})};
  auto json = nlohmann::json::parse(dump_json(tree));
  CHECK(json["screen"] == "home");
  REQUIRE(json["nodes"].size() == 1);
  CHECK(json["nodes"][0]["rect_mm"] == nlohmann::json::array({2.0, 4.0, 20.0, 30.0}));
  CHECK(json["nodes"][0]["actions"] == nlohmann::json::array({"press"}));
}
