// Understood without reading: the starter content shows what it says, everywhere.
#include <doctest/doctest.h>

#include "kiosk/publish/load.h"
#include "tests/support/source_path.h"

using namespace kiosk;

TEST_CASE(
    "every topic, section, story, numbered step, tick, kind of help and contact of the starter content has a picture") {
  publish::Problems problems;
  auto content = publish::load_content(test::source_path("content"), problems);
  REQUIRE(content.has_value());
  for (const publish::SectionEntry& section : content->pack.sections)
    CHECK_MESSAGE(!section.picture.empty(), "section " << section.id);
  for (const char* kind : {"danger", "trafficking", "children", "going_home", "documents"})
    CHECK_MESSAGE(content->pack.filter_pictures.contains(kind), kind);
  for (const publish::ContactFile& contact : content->contacts)
    CHECK_MESSAGE((contact.show == publish::Show::never || !contact.picture.empty()), contact.file);
  int pages = 0, stories = 0, blocks = 0;
  for (const publish::TopicFile& topic : content->topics) {
    if (topic.facts) {
      ++(topic.kind == catalog::TopicKind::news ? stories : pages);
      CHECK_MESSAGE(!topic.facts->picture.empty(), topic.file);
    }
    for (const document::Block& block : topic.document.blocks) {
      if (block.kind != document::BlockKind::step && block.kind != document::BlockKind::check_item) continue;
      ++blocks;
      CHECK_MESSAGE(!block.picture.empty(), topic.file << ":" << topic.line_of(block));
    }
  }
  CHECK(pages > 50);
  CHECK(stories > 5);
  CHECK(blocks > 100);
}
