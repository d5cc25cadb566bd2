#include <doctest/doctest.h>

#include "kiosk/audio/loudness.h"
#include "tests/publish/photos.h"
#include "tests/publish/sample_content.h"
#include "tests/support/opus_writer.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using kiosk::test::claiming_png;
using kiosk::test::png;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string text_of(const std::vector<uint8_t>& bytes) { return std::string(bytes.begin(), bytes.end()); }

// What the check says about a picture with these bytes.
std::string with_picture(const std::string& bytes) {
  SampleContent content;
  content.write("media/bag.png", bytes);
  return content.all_problems();
}

// What the check says about a recording with these bytes.
std::string with_recording(const std::string& bytes) {
  SampleContent content;
  content.replace("media/media.yaml",
                  "bag.png:", "speech/en/digit-1.opus: {licence: CC0-1.0, author: a speaker}\nbag.png:");
  content.write("media/speech/en/digit-1.opus", bytes);
  return content.all_problems();
}

}  // namespace

TEST_CASE("a picture as large as allowed is taken") { CHECK(with_picture(text_of(png(4096, 2))) == ""); }

TEST_CASE("a picture that no one should have to decode is refused before it is") {
  std::string claims_much = text_of(png(4, 3));
  claims_much.replace(16, 4, std::string("\x00\xFF\xFF\xFF", 4));
  CHECK(holds(with_picture(claims_much), "media/bag.png: error: The picture is"));
  CHECK(holds(with_picture(claiming_png(8001, 8000)),
              "media/bag.png: error: The picture has more than 64 million pixels."));
  CHECK(holds(with_picture(std::string((64u << 20) + 1, 'x')), "media/bag.png: error: The file is larger than 64 MB."));
}

TEST_CASE("a damaged picture is refused, whichever byte was hit") {
  std::string whole = text_of(png(16, 16));
  REQUIRE(with_picture(whole) == "");
  for (size_t at = 0; at < whole.size(); at += 7) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    CHECK_MESSAGE(holds(with_picture(damaged), "media/bag.png: error: "), "byte " << at);
  }
  for (size_t size : {size_t{0}, size_t{7}, size_t{20}, whole.size() / 2, whole.size() - 1}) {
    CHECK_MESSAGE(holds(with_picture(whole.substr(0, size)), "media/bag.png: error: "), "cut to " << size);
  }
}

TEST_CASE("a file is what its name says") {
  CHECK(holds(with_picture("GIF89a and so on"),
              "media/bag.png: error: This is a GIF picture, not a PNG or JPEG picture."));
  CHECK(holds(with_picture("nothing known"), "media/bag.png: error: This is not a PNG or JPEG picture."));
  SampleContent content;
  content.replace("media/media.yaml", "bag.png", "bag.jpg");
  content.write("media/bag.jpg", text_of(png(4, 3)));
  content.remove("media/bag.png");
  CHECK(
      holds(content.all_problems(), "media/bag.jpg: error: This is a PNG picture. Do this: Let its name end in .png."));
}

TEST_CASE("a JPEG in printing colours and one cut short are told apart, each with what to do") {
  SampleContent content;
  content.replace("media/media.yaml", "bag.png", "bag.jpg");
  content.remove("media/bag.png");
  const std::string corpus = test::source_path("tests/fuzz/corpus/image/");
  content.write("media/bag.jpg", test::read_file(corpus + "printing_colours.jpg"));
  CHECK(holds(content.all_problems(),
              "media/bag.jpg: error: The picture is a JPEG in printing colours (CMYK). Do this: Save it "
              "again in RGB."));
  const std::string whole = test::read_file(corpus + "red.jpg");
  content.write("media/bag.jpg", whole);
  CHECK_FALSE(holds(content.all_problems(), "media/bag.jpg: error:"));
  content.write("media/bag.jpg", whole.substr(0, whole.size() - 2));
  CHECK(holds(content.all_problems(), "media/bag.jpg: error: The picture is damaged."));
}

TEST_CASE("what phones make is called by its name, whatever its file is called, with the way to what is wanted") {
  auto box = [](const char* brand) { return std::string("\0\0\0\x18", 4) + "ftyp" + brand + std::string(40, 'x'); };
  for (const auto& [bytes, name] :
       std::vector<std::pair<std::string, const char*>>{{box("heic"), "a HEIC picture"},
                                                        {box("mif1"), "a HEIF picture"},
                                                        {box("avif"), "an AVIF picture"},
                                                        {"RIFF\x10\x20\x30\x40WEBPVP8 ", "a WebP picture"},
                                                        {std::string("MM\0*and so on", 13), "a TIFF picture"},
                                                        {"BM and so on", "a BMP picture"},
                                                        {"<svg xmlns=\"\">", "an SVG drawing"}}) {
    const std::string problems = with_picture(bytes);
    CHECK_MESSAGE(holds(problems, std::string("media/bag.png: error: This is ") + name), problems);
    CHECK_MESSAGE(holds(problems, "save it as JPEG or PNG"), problems);
  }
  for (const auto& [bytes, name] :
       std::vector<std::pair<std::string, const char*>>{{"ID3\x04 and so on", "an MP3 recording"},
                                                        {"\xFF\xFB\x90 and so on", "an MP3 recording"},
                                                        {box("M4A "), "an M4A recording"},
                                                        {"RIFF\x10\x20\x30\x40WAVEfmt ", "a WAV recording"},
                                                        {"#!AMR\n and so on", "an AMR recording"},
                                                        {"fLaC and so on", "a FLAC recording"}}) {
    const std::string problems = with_recording(bytes);
    CHECK_MESSAGE(holds(problems, std::string("media/speech/en/digit-1.opus: error: This is ") + name), problems);
    CHECK_MESSAGE(holds(problems, "ffmpeg -i media/speech/en/digit-1."), problems);
    CHECK_MESSAGE(holds(problems, " -ac 1 -b:a 32k media/speech/en/digit-1.opus"), problems);
  }
  SampleContent content;
  content.write("media/media.yaml",
                content.read("media/media.yaml") + "voice.mp3: {licence: CC0-1.0, author: a speaker}\n");
  content.write("media/voice.mp3", "ID3\x04 and so on");
  CHECK(holds(content.all_problems(),
              "media/voice.mp3: error: This is an MP3 recording. Do this: Save it as Opus with one "
              "channel: ffmpeg -i media/voice.mp3 -ac 1 -b:a 32k media/voice.opus"));
}

TEST_CASE("every medium has a licence, an author, and a description if it is a picture") {
  SampleContent content;
  content.write("media/media.yaml", "bag.png: {}\n");
  std::string all = content.all_problems();
  for (const char* field : {"licence", "author", "people", "description"}) {
    CHECK_MESSAGE(holds(all, "media/media.yaml:1: error: \"" + std::string(field) + "\" is missing."), field);
  }
}

TEST_CASE("a medium that is described must be there, and inside media/") {
  SampleContent missing;
  missing.remove("media/bag.png");
  CHECK(holds(missing.all_problems(), "media/media.yaml:1: error: There is no file media/bag.png."));
  SampleContent outside;
  outside.write("media/media.yaml", outside.read("media/media.yaml") + "../pack.yaml: {licence: x, author: x}\n");
  CHECK(holds(outside.all_problems(), "media/media.yaml:2: error: \"../pack.yaml\" cannot name a file here."));
}

TEST_CASE("nobody who can be recognized is shown (R65)") {
  SampleContent content;
  content.replace("media/media.yaml", "people: none", "people: two");
  CHECK(holds(content.all_problems(),
              "media/media.yaml:1: error: \"people\" is \"two\", which is not known. Do this: Write none or drawn."));
}

TEST_CASE("R97 R98: a recording is listened to, and its faults are told") {
  audio::Sound good = tests::sine(440, audio::milliseconds(900), -19);
  audio::Sound pause = audio::silence(audio::milliseconds(200));
  good.samples.insert(good.samples.end(), pause.samples.begin(), pause.samples.end());
  audio::normalize_speech(good);
  CHECK(with_recording(text_of(tests::encode_opus(good))) == "");

  const std::string quiet =
      with_recording(text_of(tests::encode_opus(tests::sine(440, audio::milliseconds(900), -40))));
  CHECK(holds(quiet, "media/speech/en/digit-1.opus: warning: Its loudness is -4"));
  const std::string whole = text_of(tests::encode_opus(good));
  CHECK(holds(with_recording(whole.substr(0, whole.size() / 2)),
              "media/speech/en/digit-1.opus: error: The recording cannot be played"));
  CHECK(holds(with_recording("OggS and so on"), "error: The recording cannot be played"));
  CHECK(holds(with_recording(text_of(tests::encode_opus(audio::silence(audio::milliseconds(130000))))),
              "error: The recording is longer"));
}
