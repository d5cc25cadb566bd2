// Every number of the starter content, said by the real voice and recognized again from nothing but what the
// loudspeaker played. Prints what was measured for each language: that is what "listening" to it without ears can give.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/audio/loudness.h"
#include "kiosk/catalog/catalog.h"
#include "tests/speech/stage.h"

using namespace kiosk;
using audio::milliseconds;
using audio::Sound;
using audio::Way;
using speech::Asked;

namespace {

// What a word sounds like: its power in bands of speech, as logarithms, at moments spread evenly over it, and how long
// it is. A synthetic voice never says a word twice with the same samples, so those cannot be compared themselves.
constexpr size_t kWindow = audio::samples_in(milliseconds(30)), kMoments = 24;
constexpr double kBands[] = {150, 300, 450, 600, 800, 1050, 1350, 1700, 2100, 2600, 3200, 4000, 5200, 6800};
using Moment = std::array<double, std::size(kBands)>;
struct Word {
  std::vector<Moment> moments;
  double seconds = 0;
};
using Words = std::map<char, Word>;

double power_at(const Sound& sound, size_t begin, double hertz) {
  const double turn = 2 * M_PI * hertz / audio::kSampleRate;
  double real = 0, imaginary = 0;
  for (size_t i = 0; i < kWindow && begin + i < sound.samples.size(); i += 3) {
    const double window = 0.5 - 0.5 * std::cos(2 * M_PI * static_cast<double>(i) / kWindow);
    const double sample = window * sound.samples[begin + i] / 32768.0;
    real += sample * std::cos(turn * static_cast<double>(i));
    imaginary += sample * std::sin(turn * static_cast<double>(i));
  }
  return (real * real + imaginary * imaginary) / (kWindow * kWindow);
}

Word word_of(const Sound& sound, speech_tests::Stretch stretch) {
  Word word;
  const size_t length = stretch.end - stretch.begin;
  word.seconds = static_cast<double>(length) / audio::kSampleRate;
  for (size_t i = 0; i < kMoments; ++i) {
    const size_t begin = stretch.begin + length * i / kMoments;
    Moment& moment = word.moments.emplace_back();
    for (size_t band = 0; band < moment.size(); ++band) {
      // Several places in the band, so that it matters little where the voice's pitch puts its overtones.
      double power = 0;
      for (double place : {0.85, 0.95, 1.05, 1.15}) power += power_at(sound, begin, kBands[band] * place);
      moment[band] = std::log10(power + 1e-8);
    }
  }
  return word;
}

// 0 when they are the same; each moment may lie a little earlier or later.
double difference(const Word& heard, const Word& known) {
  double sum = 0;
  for (size_t i = 0; i < kMoments; ++i) {
    double least = 1e9;
    for (size_t j = i > 0 ? i - 1 : 0; j <= std::min(i + 1, kMoments - 1); ++j) {
      double apart = 0;
      for (size_t band = 0; band < std::size(kBands); ++band)
        apart += std::abs(heard.moments[i][band] - known.moments[j][band]);
      least = std::min(least, apart);
    }
    sum += least;
  }
  return sum / (kMoments * std::size(kBands)) + std::abs(std::log(heard.seconds / known.seconds));
}

struct Guess {
  double best = 1e9, next = 1e9;
  char symbol = '?';
};

Guess guess(const Word& heard, const Words& words) {
  Guess guess;
  for (const auto& [symbol, known] : words) {
    const double apart = difference(heard, known);
    if (apart >= guess.best) {
      guess.next = std::min(guess.next, apart);
      continue;
    }
    guess = {apart, guess.best, symbol};
  }
  return guess;
}

// The symbols in the order in which they are heard, with a space for a pause of 400 ms and more; '?' for a sound that
// may be either of two. Symbols are 150 ms apart; a word may have a stop in its middle that is as long (Arabic
// "sitta").
std::string recognize(const Sound& heard, const Words& words) {
  const std::vector<speech_tests::Stretch> all = speech_tests::stretches(heard, milliseconds(130));
  std::string found;
  size_t ended = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    if (!found.empty() && audio::time_of(all[i].begin - ended) >= milliseconds(400)) found += ' ';
    Guess one = guess(word_of(heard, all[i]), words);
    if (i + 1 < all.size() && audio::time_of(all[i + 1].begin - all[i].end) < milliseconds(300)) {
      const Guess both = guess(word_of(heard, {all[i].begin, all[i + 1].end}), words);
      if (both.best < one.best) one = both, ++i;
    }
    ended = all[i].end;
    found += one.best < 0.8 * one.next ? one.symbol : '?';
  }
  return found;
}

struct Range {
  double least = 1e9, most = -1e9;
  void add(double value) { least = std::min(least, value), most = std::max(most, value); }
};

std::ostream& operator<<(std::ostream& out, const Range& range) { return out << range.least << " to " << range.most; }

}  // namespace

TEST_CASE("R85 R87 R97: each number of the content is recognized from its sound, digit by digit, at the right level") {
  auto catalog = catalog::Catalog::open(KIOSK_STARTER_CATALOG);
  REQUIRE_MESSAGE(catalog.ok(), catalog.error().message);
  for (const char* tag : {"en", "fr", "ar"}) {
    const LanguageTag language = LanguageTag::of(tag);
    std::set<std::string> numbers;
    for (const catalog::Contact& contact : (*catalog)->contacts(language, (*catalog)->pack().published)) {
      for (const catalog::Number& number : contact.numbers) {
        numbers.insert(number.display);
        if (!number.national.empty()) numbers.insert(number.national);
      }
    }
    REQUIRE(numbers.size() >= 10);
    auto messages = (*catalog)->messages(language);
    auto espeak = speech::make_espeak();
    REQUIRE(espeak.ok());
    speech_tests::Stage stage(*std::move(espeak));
    while (stage.speaker->louder()) {}
    auto hear = [&](const std::string& shown) {
      speech::Utterance number = speech_tests::number("n", shown, tag);
      number.plus = messages["plus"], number.star = messages["star"], number.hash = messages["hash"];
      const size_t begin = stage.here();
      REQUIRE(stage.speaker->play({number}, catalog::Sensitivity::green, Asked::by_visitor) ==
              speech::Answer::speaking);
      stage.finish();
      stage.advance(milliseconds(100));
      CHECK(stage.level(Way::headphones, begin, stage.here()) < -100);
      const Sound& all = stage.heard(Way::loudspeaker);
      return Sound{{all.samples.begin() + static_cast<std::ptrdiff_t>(begin), all.samples.end()}};
    };
    Words words;
    for (char symbol : std::string("0123456789+")) {
      const Sound sound = hear(std::string(1, symbol));
      const audio::Extent extent = audio::audible_extent(sound);
      words[symbol] = word_of(sound, {extent.begin, extent.end});
    }
    Range loudness, peak, lead;
    size_t digits = 0;
    for (const std::string& shown : numbers) {
      const Sound sound = hear(shown);
      const std::string heard = recognize(sound, words);
      CHECK_MESSAGE(heard == shown, std::string(tag) << ": " << shown << " is heard as " << heard);
      digits += static_cast<size_t>(std::count_if(shown.begin(), shown.end(), [](char c) { return c != ' '; }));
      const audio::Loudness measured = audio::measure_loudness(sound);
      REQUIRE(measured.integrated);
      loudness.add(*measured.integrated);
      peak.add(measured.true_peak);
      lead.add(static_cast<double>(audio::time_of(audio::audible_extent(sound).begin).count()));
    }
    MESSAGE(std::string(tag) << ": " << numbers.size() << " numbers, " << digits << " symbols in order; loudness "
                             << loudness << " LUFS, true peak " << peak << " dBTP, silence before the first digit "
                             << lead << " ms");
    CHECK(loudness.least >= audio::kTargetLoudness - 3);
    CHECK(loudness.most <= audio::kTargetLoudness + 3);
    CHECK(peak.most <= -0.9);
    CHECK(lead.most <= 150);
  }
}
