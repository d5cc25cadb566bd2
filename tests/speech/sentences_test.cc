#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "kiosk/speech/sentences.h"

using kiosk::speech::split_sentences;
using kiosk::speech::TextRange;

namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> all;
  for (const TextRange& range : split_sentences(text))
    all.emplace_back(text.substr(range.begin, range.end - range.begin));
  return all;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end at full stops, question marks and exclamation marks") {
  CHECK(sentences("Keep your passport. Who has it? Ask!  Now.") ==
        Sentences{"Keep your passport.", "Who has it?", "Ask!", "Now."});
}

TEST_CASE("several marks end a sentence once, and closing quotes belong to it") {
  CHECK(sentences("Really?! He said \"Go.\" Then left... Later.") ==
        Sentences{"Really?!", "He said \"Go.\"", "Then left...", "Later."});
}

TEST_CASE("French spaces before marks and inside quotes stay in the sentence") {
  CHECK(sentences("Qui a votre passeport\u00a0? Il dit\u00a0: «\u00a0Non\u00a0!\u00a0» Partez.") ==
        Sentences{"Qui a votre passeport\u00a0?", "Il dit\u00a0: «\u00a0Non\u00a0!\u00a0»", "Partez."});
}

TEST_CASE("sentences end with the marks of every script") {
  CHECK(sentences("هل لديك جواز؟ احتفظ به. نعم۔ لا").size() == 4);
  CHECK(sentences("ߒߞߏ߹ ߒߞߏ").size() == 2);
  CHECK(sentences("ሰላም። ደህና").size() == 2);
  CHECK(sentences("नमस्ते। कैसे हो?").size() == 2);
  CHECK(sentences("你好。再见。").size() == 2);
  CHECK(sentences("မင်္ဂလာပါ။ နေကောင်းလား").size() == 2);
  CHECK(sentences("ꕉꕜꕮ\uA60E ꕉꕜꕮ").size() == 2);
  CHECK(sentences("\U0001E900. \U0001E901").size() == 2);
}

TEST_CASE("numbers, initials, titles and addresses are not cut") {
  CHECK(sentences("It costs 3.50 dollars. No. 3 is closed.") ==
        Sentences{"It costs 3.50 dollars.", "No. 3 is closed."});
  CHECK(sentences("They pay 300. 20 Liberians left.") == Sentences{"They pay 300.", "20 Liberians left."});
  CHECK(sentences("Ask Dr. Smith or J. Doe. They help.") == Sentences{"Ask Dr. Smith or J. Doe.", "They help."});
  CHECK(sentences("See www.example.org for more, e.g. forms.") ==
        Sentences{"See www.example.org for more, e.g. forms."});
}

TEST_CASE("a line break ends a sentence, and empty lines are skipped") {
  CHECK(sentences("A heading\n\n  Text without a stop \n") == Sentences{"A heading", "Text without a stop"});
  CHECK(sentences("").empty());
  CHECK(sentences(" \n \u00a0 ").empty());
}

TEST_CASE("a sentence without end is cut at a comma or a space, never inside a character") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 20 == 19 ? "ما شاء، " : "كلمة ";
  auto all = sentences(text);
  CHECK(all.size() > 5);
  for (const std::string& sentence : all) {
    CHECK(sentence.size() <= kiosk::speech::kLongestSentence);
    CHECK((static_cast<unsigned char>(sentence[0]) & 0xc0) != 0x80);
  }
  CHECK(sentences(std::string(2000, 'x')).size() == 5);
}

TEST_CASE("R99: whatever the bytes, sentences rise, do not overlap and leave out nothing but white space") {
  std::mt19937 random(3);
  const std::string alphabet[] = {"a", "B",  ".",   "!", "?", " ", "\n", "\xc2", "\xd8", "\xa0", "\xe2\x80\xa6",
                                  "7", "\"", "\xff"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = random() % 60; i > 0; --i) text += alphabet[random() % std::size(alphabet)];
    size_t at = 0;
    auto blank = [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i)
        if (text[i] != ' ' && text[i] != '\n' && text[i] != '\xc2' && text[i] != '\xa0') return false;
      return true;
    };
    for (const TextRange& range : split_sentences(text)) {
      REQUIRE(range.begin >= at);
      REQUIRE(range.begin < range.end);
      REQUIRE(range.end <= text.size());
      CHECK(blank(at, range.begin));
      at = range.end;
    }
    CHECK(blank(at, text.size()));
  }
}
