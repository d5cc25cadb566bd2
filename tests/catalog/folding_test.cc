#include "kiosk/catalog/folding.h"

#include <doctest/doctest.h>

namespace kiosk::catalog {
namespace {

std::string folded(std::string_view text) {
  std::string all;
  for (const std::string& word : query_words(text)) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string indexed(std::string_view text) {
  std::string all;
  for (const std::string& word : index_words(text)) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace

TEST_CASE("case and accents do not count, however they are written") {
  CHECK(folded("Trouver de l’AIDE") == "trouver de l aide");
  CHECK(folded("Vérifié à Zürich: ÇA, naïve") == "verifie a zurich ca naive");
  CHECK(folded("e\u0301te\u0301") == folded("été"));
  CHECK(folded("Straße ﬁn Ⅷ ２３") == "strasse fin viii 23");
  CHECK(folded("İstanbul ıslak") == "istanbul islak");
}

TEST_CASE("letters of African alphabets meet those of a plain keyboard") {
  CHECK(folded("Kpɛlɛ Bassa Ɓoɖo") == "kpele bassa bodo");
  CHECK(folded("ŋɔɔ̀ Fulɓe ɲ") == "noo fulbe n");
}

TEST_CASE("Arabic is found without vowel marks, with any alef, with and without the article") {
  CHECK(folded("مُسَاعَدَة") == folded("مساعده"));
  CHECK(folded("أمان إلى آخر") == folded("امان الي اخر"));
  CHECK(folded("العقــود") == folded("العقود"));
  CHECK(folded("العقود") == "عقود");
  CHECK(folded("والعقود") == "عقود");
  CHECK(folded("للعمل") == "عمل");
  CHECK(indexed("العقود") == "العقود عقود");
  CHECK(folded("الم") == "الم");  // too short to lose anything
  CHECK(folded("کتاب یک") == folded("كتاب يك"));
}

TEST_CASE("digits of every script are the same digits") {
  CHECK(folded("١١٦") == "116");
  CHECK(folded("۱۱۶ ߁߁߆ 𞥑𞥑𞥖") == "116 116 116");
}

TEST_CASE("scripts without case stay as they are, without their tone marks") {
  CHECK(folded("ߒߞߏ") == folded("ߒߞߏ߫"));
  CHECK(folded("𞤀𞤣𞤤𞤢𞤥") == folded("𞤢𞤣𞤤𞤢𞤥"));  // Adlam has case
  CHECK(folded("ꕙꔤ አማርኛ") == "ꕙꔤ አማርኛ");
}

TEST_CASE("everything that is no letter or digit parts words") {
  CHECK(folded(" a-b_c/d.e\te\nf…g  ") == "a b c d e e f g");
  CHECK(folded("").empty());
  CHECK(folded("!?— \u2066\u2069").empty());
}

TEST_CASE("bytes that are no text part words and do no harm") {
  CHECK(folded("ab\xff"
               "cd\xc3") == "ab cd");
  CHECK(folded(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("of a very long word the beginning counts") {
  CHECK(folded(std::string(1000, 'x')) == std::string(kMaxWordLetters, 'x'));
}

TEST_CASE("a folded word folds to itself, so what was written is what is searched") {
  for (std::string_view text : {"Vérifier un recruteur", "التحقق من وكيل التوظيف", "ŋɔɔ̀ ǅ ﷺ ㎏ ½", "ߒߞߏ ꕙꔤ"}) {
    for (const std::string& word : index_words(text)) {
      const auto again = index_words(word);
      REQUIRE(!again.empty());
      CHECK(again[0] == word);
    }
  }
}

TEST_CASE("letters and words turn into each other") {
  for (std::string word : {"", "abc", "عقود", "𞤀𞤣"}) CHECK(word_of_letters(letters_of(word)) == word);
  CHECK(letters_of("𞤀𞤣").size() == 2);
}

}  // namespace kiosk::catalog
