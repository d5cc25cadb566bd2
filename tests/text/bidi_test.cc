// What is on the left and what on the right: read off the glyphs' positions, never off the string.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

namespace {

// The characters of the bytes [begin, end), from left to right as they are on their line.
std::u32string from_left(const Paragraph& paragraph, size_t begin, size_t end) {
  std::vector<Glyph> glyphs;
  for (const Glyph& glyph : paragraph.glyphs) {
    if (glyph.byte >= begin && glyph.byte < end) glyphs.push_back(glyph);
  }
  std::stable_sort(glyphs.begin(), glyphs.end(), [](const Glyph& a, const Glyph& b) { return a.x < b.x; });
  std::u32string result;
  for (const Glyph& glyph : glyphs) result += glyph.code_point;
  return result;
}

std::u32string wide(std::string_view ascii) { return {ascii.begin(), ascii.end()}; }

struct Page {
  const char* language;
  const char* before;
  const char* after;
};
const Page kPages[] = {
    {"ar", "اتصل بالرقم ", " الآن"},
    {"nqo", "ߒߞߏ ", " ߞߏ"},
    {"ff-Adlm", "𞤆𞤵𞤤𞤢𞤪 ", " 𞤸𞤢"},
    {"en", "Call ", " now"},
};

// What each number turns into without isolation behind Arabic (R88), as characters: a bracket is drawn mirrored, so
// that
// ")077(" is seen as "(077)".
struct Number {
  const char* text;
  const char* bare;
};
const Number kNumbers[] = {
    {"+231 77 012 3456", "3456 012 77 231+"},
    {"0800 123 456", "456 123 0800"},
    {"+231-77-012-3456", "3456-012-77-231+"},
    {"(077) 012 3456", "3456 012 )077("},
    {"*121#", "#121*"},
    {"116", nullptr},
    {"08:30", nullptr},
    {"help@example.org", nullptr},
};

}  // namespace

TEST_CASE_FIXTURE(TextFixture, "R88: an isolated number reads from left to right in every language") {
  for (const Page& page : kPages) {
    for (const Number& number : kNumbers) {
      CAPTURE(page.language);
      CAPTURE(number.text);
      std::string before = page.before;
      Request asked = request(before + number.text + page.after, page.language);
      size_t end = before.size() + std::string_view(number.text).size();
      asked.parts.push_back({before.size(), end, Weight::bold, true});
      CHECK(from_left(engine().layout(asked), before.size(), end) == wide(number.text));

      std::string alone = number.text;
      asked.text = alone;
      asked.parts = {{0, alone.size(), Weight::regular, true}};
      CHECK(from_left(engine().layout(asked), 0, alone.size()) == wide(number.text));
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "R88: without isolation the same numbers are turned round, so the test above can fail") {
  for (const Number& number : kNumbers) {
    if (!number.bare) continue;
    CAPTURE(number.text);
    std::string before = kPages[0].before;
    const Paragraph& paragraph = layout(before + number.text, "ar");
    std::u32string shown = from_left(paragraph, before.size(), paragraph.request.text.size());
    CHECK(shown == wide(number.bare));
  }
}

TEST_CASE_FIXTURE(TextFixture, "R88: controls in the text cannot turn an isolated number round") {
  const std::string override_right = "\xE2\x80\xAE", isolate_right = "\xE2\x81\xA7", pop = "\xE2\x81\xA9";
  for (const std::string& trick : {override_right, isolate_right, pop, pop + override_right}) {
    for (const char* language : {"ar", "en"}) {
      CAPTURE(language);
      std::string number = "+231 77 012 3456";
      Request asked = request(trick + number, language);
      asked.parts.push_back({trick.size(), asked.text.size(), Weight::regular, true});
      CHECK(from_left(engine().layout(asked), trick.size(), asked.text.size()) == wide(number));

      asked.text = number.substr(0, 5) + trick + number.substr(5);
      asked.parts = {{0, asked.text.size(), Weight::regular, true}};
      CHECK(from_left(engine().layout(asked), 0, asked.text.size()) == wide(number));
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "R89: digits of N'Ko and Adlam run from right to left even when isolated") {
  struct Native {
    const char* language;
    const char* digits;
    std::u32string shown;
  };
  for (const Native& native : {Native{"nqo", "߁߂߃", U"߃߂߁"}, Native{"ff-Adlm", "𞥑𞥒𞥓", U"𞥓𞥒𞥑"}}) {
    Request asked = request(native.digits, native.language);
    asked.parts.push_back({0, asked.text.size(), Weight::regular, true});
    CHECK(from_left(engine().layout(asked), 0, asked.text.size()) == native.shown);
  }
}

TEST_CASE_FIXTURE(TextFixture, "R90: the base direction is the request's, not that of the first letter") {
  Request asked = request("IOM سلام", "ar");
  CHECK(from_left(engine().layout(asked), 0, 3) == U"IOM");
  auto first_x = [&](const Paragraph& paragraph, char32_t c) {
    auto found = std::find_if(paragraph.glyphs.begin(), paragraph.glyphs.end(),
                              [&](const Glyph& glyph) { return glyph.code_point == c; });
    REQUIRE(found != paragraph.glyphs.end());
    return found->x;
  };
  const Paragraph& right_to_left = engine().layout(asked);
  CHECK(first_x(right_to_left, U'I') > first_x(right_to_left, U'س'));
  asked.direction = Direction::left_to_right;
  const Paragraph& left_to_right = engine().layout(asked);
  CHECK(first_x(left_to_right, U'I') < first_x(left_to_right, U'س'));
}

TEST_CASE_FIXTURE(TextFixture, "R90: brackets are mirrored and are where the reader expects them") {
  auto glyph_of = [&](const Paragraph& paragraph, uint32_t byte) {
    auto found = std::find_if(paragraph.glyphs.begin(), paragraph.glyphs.end(),
                              [&](const Glyph& glyph) { return glyph.byte == byte; });
    REQUIRE(found != paragraph.glyphs.end());
    return *found;
  };
  const Paragraph& english = layout("(a)", "en");
  uint32_t opening = glyph_of(english, 0).id, closing = glyph_of(english, 2).id;
  for (const char* letter : {"ا", "ߒ", "𞤀"}) {
    CAPTURE(letter);
    std::string text = std::string("(") + letter + ")";
    const Paragraph& paragraph = layout(text, "ar");
    Glyph first = glyph_of(paragraph, 0), last = glyph_of(paragraph, static_cast<uint32_t>(text.size() - 1));
    CHECK(first.id == closing);
    CHECK(last.id == opening);
    CHECK(first.x > last.x);
  }
}
