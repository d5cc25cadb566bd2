#include "kiosk/speech/preparation.h"

#include <algorithm>

#include "kiosk/audio/earcon.h"
#include "kiosk/audio/loudness.h"
#include "kiosk/audio/opus_decoder.h"
#include "kiosk/audio/tempo.h"
#include "kiosk/base/ascii.h"
#include "kiosk/speech/alignment.h"
#include "kiosk/speech/spelling.h"

namespace kiosk::speech {

namespace {

using audio::milliseconds;
using audio::Sound;

// More than are ever prepared ahead of the listener.
constexpr size_t kRemembered = 8;
constexpr milliseconds kBetweenSentences(300), kBetweenUtterances(450);

// Of recordings and synthetic voices alike: espeak-ng's own slowest is 0.85 of its normal pace.
double factor(Pace pace) { return pace == Pace::slower ? 0.8 : 1; }

milliseconds stretched(milliseconds gap, Pace pace) {
  return pace == Pace::slower ? milliseconds(gap.count() * 5 / 4) : gap;
}

Part whole(TextRange range, Voice voice, std::shared_ptr<const Sound> sound) {
  Part part;
  part.range = range;
  if (!sound || sound->samples.empty()) return part;
  part.voice = voice;
  part.end = sound->samples.size();
  part.sound = std::move(sound);
  return part;
}

Sound earcon(Kind kind) {
  switch (kind) {
    case Kind::home: return audio::home_earcon();
    case Kind::key_tone: return audio::key_tone();
    default: return audio::end_tone();
  }
}

bool is_tone(Kind kind) { return kind == Kind::home || kind == Kind::key_tone || kind == Kind::end_tone; }

// In the language that is only spoken first, then in that of the words.
std::vector<LanguageTag> heard_in(const Utterance& utterance) {
  std::vector<LanguageTag> languages;
  if (utterance.spoken) languages.push_back(*utterance.spoken);
  languages.push_back(utterance.language);
  return languages;
}

bool has_all_digits(const Utterance& number, const std::vector<DigitClip>& clips, const Recordings* recordings) {
  const std::vector<LanguageTag> languages = heard_in(number);
  return recordings && std::any_of(languages.begin(), languages.end(), [&](const LanguageTag& language) {
           return std::all_of(clips.begin(), clips.end(), [&](const DigitClip& clip) {
             return recordings->has(digit_recording_name(language, clip.symbol));
           });
         });
}

// The recording of its words; empty: there is none.
std::string recording_of(const Utterance& words, const Recordings* recordings) {
  if (!recordings) return {};
  for (const LanguageTag& language : heard_in(words)) {
    std::string name = recording_name(language, words.text);
    if (recordings->has(name)) return name;
  }
  return {};
}

std::string spoken_symbol(const Utterance& number, char symbol) {
  const std::string& word = symbol == '+' ? number.plus : symbol == '*' ? number.star : number.hash;
  return ascii::is_digit(symbol) || word.empty() ? std::string(1, symbol) : word;
}

}  // namespace

std::vector<TextRange> parts_of(const Utterance& utterance) {
  if (utterance.kind == Kind::words) return split_sentences(utterance.text);
  if (utterance.kind != Kind::number) return {{0, 0}};
  std::vector<TextRange> ranges;
  auto clips = spell(utterance.text);
  if (!clips.ok()) return ranges;
  for (const DigitClip& clip : *clips) ranges.push_back({clip.byte, clip.byte + 1});
  return ranges;
}

Voice voice_for(const Utterance& utterance, const Synthesizer* synthesizer, const Recordings* recordings) {
  if (is_tone(utterance.kind)) return Voice::recorded;
  if (utterance.kind == Kind::number) {
    auto clips = spell(utterance.text);
    if (!clips.ok()) return Voice::none;
    if (has_all_digits(utterance, *clips, recordings)) return Voice::recorded;
  } else {
    if (split_sentences(utterance.text).empty()) return Voice::none;
    if (!recording_of(utterance, recordings).empty()) return Voice::recorded;
  }
  return synthesizer && synthesizer->speaks(utterance.language) ? Voice::synthetic : Voice::none;
}

std::optional<Part> Preparation::part(const Utterance& utterance, size_t index, Pace pace) {
  if (is_tone(utterance.kind)) {
    if (index > 0) return std::nullopt;
    return whole({0, 0}, Voice::recorded, std::make_shared<const Sound>(earcon(utterance.kind)));
  }
  const std::vector<TextRange> ranges = parts_of(utterance);
  if (index >= ranges.size()) return std::nullopt;
  if (utterance.kind == Kind::words) return sentence(utterance, ranges, index, pace);

  prepare_digits(utterance, pace);
  if (digits_.empty()) return std::nullopt;
  auto clips = spell(utterance.text);
  const DigitClip& clip = (*clips)[index];
  Part part = whole(ranges[index], digits_voice_, digits_.at(clip.symbol));
  part.gap_before = stretched(index == 0          ? kBetweenUtterances
                              : clip.starts_group ? kBetweenGroups
                                                  : kBetweenDigits,
                              pace);
  return part;
}

void Preparation::forget() {
  cached_name_.clear();
  cached_ = nullptr;
  spoken_.clear();
  digits_of_.reset();
  digits_.clear();
}

Part Preparation::sentence(const Utterance& utterance, const std::vector<TextRange>& sentences, size_t index,
                           Pace pace) {
  const TextRange range = sentences[index];
  if (auto recorded = recording(recording_of(utterance, recordings_), pace)) {
    const std::vector<size_t> begins = align(*recorded, utterance.text, sentences);
    Part part = whole(range, Voice::recorded, recorded);
    part.begin = begins[index];
    part.end = begins[index + 1];
    part.gap_before = index == 0 ? stretched(kBetweenUtterances, pace) : milliseconds(0);
    return part;
  }
  auto words = std::string_view(utterance.text).substr(range.begin, range.end - range.begin);
  Part part = whole(range, Voice::synthetic, synthetic(words, utterance.language, pace));
  part.gap_before = stretched(index == 0 ? kBetweenUtterances : kBetweenSentences, pace);
  return part;
}

std::shared_ptr<const Sound> Preparation::recording(const std::string& name, Pace pace) {
  if (name.empty()) return nullptr;
  if (name == cached_name_ && pace == cached_pace_) return cached_;
  if (!recordings_ || !recordings_->has(name)) return nullptr;
  cached_name_ = name;
  cached_pace_ = pace;
  cached_ = nullptr;
  auto bytes = recordings_->read(name);
  if (!bytes.ok()) return nullptr;
  auto decoded = audio::decode_opus(*bytes);
  if (!decoded.ok()) return nullptr;
  cached_ = std::make_shared<const Sound>(audio::change_tempo(decoded->sound, factor(pace)));
  return cached_;
}

std::shared_ptr<const Sound> Preparation::synthetic(std::string_view text, const LanguageTag& language, Pace pace) {
  for (const Spoken& spoken : spoken_)
    if (spoken.text == text && spoken.language == language && spoken.pace == pace) return spoken.sound;
  if (!synthesizer_ || !synthesizer_->speaks(language)) return nullptr;
  auto sound = synthesizer_->say(text, language);
  if (!sound.ok()) return nullptr;
  if (spoken_.size() == kRemembered) spoken_.pop_front();
  spoken_.push_back(
      {std::string(text), language, pace, std::make_shared<const Sound>(audio::change_tempo(*sound, factor(pace)))});
  return spoken_.back().sound;
}

void Preparation::prepare_digits(const Utterance& number, Pace pace) {
  auto wanted = std::pair((number.spoken ? number.spoken->str() : "") + " " + number.language.str() + " " +
                              number.text + " " + number.plus + " " + number.star + " " + number.hash,
                          pace);
  if (digits_of_ == wanted) return;
  digits_of_ = wanted;
  auto clips = spell(number.text);
  // One voice for the whole number: two are hard to follow.
  std::vector<std::pair<Voice, LanguageTag>> voices;
  for (const LanguageTag& language : heard_in(number)) voices.emplace_back(Voice::recorded, language);
  voices.emplace_back(Voice::synthetic, number.language);
  for (const auto& voice : voices) {
    digits_.clear();
    digits_voice_ = voice.first;
    for (const DigitClip& clip : *clips) {
      if (digits_.count(clip.symbol)) continue;
      auto sound = voice.first == Voice::recorded
                       ? recording(digit_recording_name(voice.second, clip.symbol), pace)
                       : synthetic(spoken_symbol(number, clip.symbol), number.language, pace);
      if (!sound) break;
      auto trimmed = std::make_shared<const Sound>(audio::trim_silence(*sound));
      if (trimmed->samples.empty()) break;
      digits_[clip.symbol] = std::move(trimmed);
    }
    if (std::all_of(clips->begin(), clips->end(), [&](const DigitClip& clip) { return digits_.count(clip.symbol); }))
      return;
  }
  digits_.clear();
}

}  // namespace kiosk::speech
