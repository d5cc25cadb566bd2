#include <doctest/doctest.h>

#include "kiosk/speech/recordings.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using namespace kiosk::speech;

TEST_CASE("R14: a recording is named by the words it speaks") {
  auto en = LanguageTag::of("en");
  std::string name = recording_name(en, "Keep your passport.");
  // printf 'Keep your passport.' | sha256sum
  CHECK(name == "speech/en/1c745e3898d38583.opus");
  CHECK(recording_name(en, "Keep your passports.") != name);
  CHECK(recording_name(LanguageTag::of("fr"), "Keep your passport.") == "speech/fr/" + name.substr(10));
}

TEST_CASE("rewrapping a paragraph keeps its recording") {
  auto en = LanguageTag::of("en");
  CHECK(recording_name(en, " Keep  your\npassport. ") == recording_name(en, "Keep your passport."));
}

TEST_CASE("a digit's recording is named by its language and symbol") {
  CHECK(digit_recording_name(LanguageTag::of("vai-Vaii"), '+') == "speech/vai-Vaii/digit-plus.opus");
  CHECK(digit_recording_name(LanguageTag::of("en"), '0') == "speech/en/digit-0.opus");
}

TEST_CASE("the recordings of a catalog are those below media/speech") {
  auto catalog = std::make_unique<test::MemoryCatalog>();
  catalog->own_media["speech/en/digit-1.opus"] = {1, 2, 3};
  catalog->own_media["passport.png"] = {4};
  auto recordings = recordings_of(std::move(catalog));
  CHECK(recordings->has("speech/en/digit-1.opus"));
  CHECK_FALSE(recordings->has("passport.png"));
  CHECK(*recordings->read("speech/en/digit-1.opus") == std::vector<uint8_t>{1, 2, 3});
  CHECK_FALSE(recordings->read("speech/en/digit-2.opus").ok());
}
