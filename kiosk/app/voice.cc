#include "kiosk/app/voice.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kiosk::app {

using accessibility::Node;
using accessibility::Region;
using accessibility::Role;
using accessibility::Tree;
using catalog::Sensitivity;
using speech::Answer;
using speech::Asked;
using speech::Kind;
using speech::Utterance;

bool Voice::start(SpeechStart how) {
  if (!speaker_ || mode_ || !speaker_->privacy().way(Sensitivity::green, Asked::automatically)) return false;
  mode_ = true;
  controls_ = false;
  started_ = how;
  welcome_ = true;
  due_ = Due::page;
  refresh();
  return true;
}

void Voice::set_headphones(bool plugged_in) {
  if (!speaker_ || speaker_->privacy().headphones() == plugged_in) return;
  speaker_->set_headphones(plugged_in);
  said_ = false;
  due_ = Due::nothing;
  if (plugged_in) {
    mode_ = false;
    start(SpeechStart::headphones);
  } else {
    mode_ = controls_ = welcome_ = false;
  }
  refresh();
}

void Voice::cut() {
  if (!speaker_) return;
  reads_on_ = false;
  due_ = welcome_ ? Due::page : Due::nothing;  // the key that started speech may have done something, too
  warning_ = false;
  if (!said_) return;
  speaker_->stop();
  said_ = false;
  refresh();
}

void Voice::leave_page() {
  if (!speaker_) return;
  cut();
  controls_ = aloud_ = false;
  heard_tile_.clear();
  notice_.clear();
  status_.clear();
  if (mode_ || by_ear_) due_ = Due::page;
  refresh();
}

void Voice::open_walk() {
  leave_page();
  if (speaker_) due_ = Due::card;
}

// What others may hear of a page they may hear of all its cards.
void Voice::turn_card() {
  if (!speaker_) return;
  cut();
  due_ = Due::card;
  reads_on_ = true;
}

void Voice::pressed(const std::string& node) {
  if (!mode_ || welcome_) return;
  due_ = Due::node;
  due_node_ = node;
}

void Voice::end() {
  if (!speaker_) return;
  speaker_->end_session();
  *this = Voice(speaker_, std::move(words_), std::move(written_));
  refresh();
}

void Voice::begin_with(int volume_step) {
  if (speaker_ && speaker_->volume().step() != volume_step) speaker_->begin_with(audio::Volume(volume_step));
}

void Voice::warn() {
  if (speaker_) due_ = Due::warning;
}

bool Voice::must_ask(Sensitivity page) const {
  return speaker_ && page == Sensitivity::red && !aloud_ && !speaker_->privacy().headphones() &&
         speaker_->privacy().way(Sensitivity::green, Asked::by_visitor);
}

void Voice::choose_side(const ui::Action& action) {
  const auto* one = std::get_if<ui::ListenIn>(&action);
  side_ = one ? std::optional(one->language) : std::nullopt;
}

void Voice::play_aloud() {
  aloud_ = true;
  due_ = Due::aloud;
}

bool Voice::steers(const ui::Action& action) {
  return ui::is_any<ui::Listen, ui::ListenIn, ui::ListenTo, ui::Pause, ui::Repeat, ui::ChangePace, ui::Stop,
                    ui::Quieter, ui::Louder>(action);
}

void Voice::steer(const ui::Action& action, const Tree& tree) {
  if (!speaker_) return;
  bool speaking = speaker_->state() == speech::State::speaking;
  std::visit(ui::Overloaded{
                 [&](const ui::ListenIn& one) {
                   bool again = speaking && !mode_ && side_ == one.language;
                   choose_side(action);
                   again ? stop() : listen(tree);
                 },
                 [&](const ui::Listen&) {
                   choose_side(action);
                   // In speech mode pages speak by themselves, so pressing it again is no wish for silence.
                   if (speaking && !mode_) return tree.screen == "walk" ? cut() : stop();
                   tree.screen == "walk" ? read_card(tree) : listen(tree);
                 },
                 [&](const ui::ListenTo& one) {
                   const Node* node = tree.find(one.node);
                   if (!node) return;
                   if (tree.screen == "languages" && node->role == Role::choice) by_ear_ = true, heard_tile_ = node->id;
                   play(read_node(*node, words_), tree.sensitivity, asked(Asked::by_visitor));
                 },
                 [&](const ui::Pause&) { pause_or_go_on(tree); },
                 [&](const ui::Repeat&) {
                   if (!said_) return listen(tree);
                   speaker_->repeat();
                   refresh();
                 },
                 [&](const ui::ChangePace&) {
                   bool normal = speaker_->pace() == speech::Pace::normal;
                   speaker_->set_pace(normal ? speech::Pace::slower : speech::Pace::normal);
                   refresh();
                 },
                 [&](const ui::Stop&) { stop(); },
                 [&](const ui::Louder&) { say_volume(speaker_->louder(), tree.language); },
                 [&](const ui::Quieter&) { say_volume(speaker_->quieter(), tree.language); },
                 [](const auto&) {},
             },
             action);
}

void Voice::stop() {
  cut();
  controls_ = by_ear_ = false;
  notice_.clear();
  refresh();
}

void Voice::pause_or_go_on(const Tree& tree) {
  switch (speaker_->state()) {
    case speech::State::speaking: speaker_->pause(); break;
    case speech::State::paused: speaker_->resume(); break;
    default: return listen(tree);
  }
  refresh();
}

void Voice::describe(const Tree& tree, const std::string& id) {
  const Node* node = speaker_ ? tree.find(id) : nullptr;
  if (!node) return;
  // The bar is the same everywhere: hearing it tells nobody what stands above it.
  Sensitivity sensitivity = node->region == Region::controls ? Sensitivity::green : tree.sensitivity;
  play(app::describe(tree, *node, words_), sensitivity, asked(Asked::automatically));
  describing_ = true;
}

void Voice::help(const Tree& tree, const std::string& focused) {
  if (!speaker_) return;
  std::string about = tree.screen + "/" + tree.argument + "/" + focused;
  helps_ = about == helped_ ? helps_ + 1 : focused.empty() ? 1 : 0;
  helped_ = about;
  if (helps_ == 0) return describe(tree, focused);
  if (helps_ % 2) return play(where_am_i(tree, words_), tree.sensitivity, asked(Asked::automatically));
  play(welcome(tree), Sensitivity::green, Asked::by_visitor);
}

void Voice::greet(const LanguageTag& language) {
  if (speaker_) greeting_ = language;
}

bool Voice::take_page_end() { return std::exchange(page_ended_, false); }

void Voice::read_on() {
  due_ = Due::aloud;
  reads_on_ = true;
}

void Voice::key_tone() {
  if (!mode_) return;
  std::vector<Utterance> tone(1);
  tone.front().kind = Kind::key_tone;
  play(std::move(tone), Sensitivity::green, Asked::automatically);
}

void Voice::say_volume(bool changed, const LanguageTag& language) {
  refresh();
  if (speaker_->state() == speech::State::speaking) return;  // it is heard from what is being said
  const audio::Volume& volume = speaker_->volume();
  std::vector<Utterance> queue;
  if (!changed) {
    queue.emplace_back();
    queue.back().kind = Kind::end_tone;
  }
  queue.push_back(say(ui::fill(words_(language).tr("Volume {1} of {2}."),
                               {std::to_string(volume.step() + 1), std::to_string(audio::Volume::kSteps)}),
                      language));
  play(std::move(queue), Sensitivity::green, Asked::by_visitor);
}

void Voice::drawn(const Tree& tree) {
  chosen_ = tree.language;
  if (!speaker_ || (!mode_ && due_ == Due::nothing && !greeting_)) return;
  Due due = std::exchange(due_, Due::nothing);
  auto greeting = std::exchange(greeting_, std::nullopt);
  std::vector<Utterance> queue;
  if (greeting && !mode_ && !by_ear_) {
    const ui::Words& words = words_(*greeting);
    queue.push_back(say(words.tr("Welcome."), *greeting));
    queue.push_back(say(words.tr("To hear this page, touch the loudspeaker at the lower edge."), *greeting));
    return play(std::move(queue), Sensitivity::green, Asked::by_visitor);
  }
  switch (due) {
    case Due::nothing: break;
    case Due::aloud: return tree.screen == "walk" ? read_card(tree) : listen(tree);
    case Due::card: return read_card(tree);
    case Due::warning:
      play(read_page(tree, words_), tree.sensitivity, asked(Asked::automatically));
      warning_ = true;
      return refresh();
    case Due::page: {
      if (std::exchange(welcome_, false)) queue = welcome(tree);
      changed_status(tree);
      if (greeting) queue.push_back(say(words_(*greeting).tr("Welcome."), *greeting));
      if (tree.screen == "home") {
        queue.emplace_back();
        queue.back().kind = Kind::home;
      }
      std::vector<Utterance> page = read_page(tree, words_);
      if (by_ear_ && !mode_) explain_tiles(tree, page);
      std::move(page.begin(), page.end(), std::back_inserter(queue));
      play(std::move(queue), tree.sensitivity, asked(mode_ ? Asked::automatically : Asked::by_visitor));
      reads_page_ = true;
      return;
    }
    case Due::node: {
      auto changed = changed_status(tree);
      const accessibility::Node* pressed = tree.find(due_node_);
      if (changed.empty()) return describe(tree, due_node_);
      if (pressed && pressed->state.checked) queue = app::describe(tree, *pressed, words_);
      changed.insert(changed.begin(), std::make_move_iterator(queue.begin()), std::make_move_iterator(queue.end()));
      return play(std::move(changed), tree.sensitivity, asked(Asked::automatically));
    }
  }
}

void Voice::play(std::vector<Utterance> queue, Sensitivity page, Asked how) {
  // A language that is only spoken is heard where it has a recording of the words on the screen.
  for (Utterance& utterance : queue) {
    const LanguageTag own = written_(utterance.language);
    if (own != utterance.language) utterance.spoken = std::exchange(utterance.language, own);
    if (!utterance.spoken && written_(chosen_) != chosen_) utterance.spoken = chosen_;
  }
  warning_ = describing_ = reads_page_ = page_ended_ = false;
  language_ = queue.empty() ? LanguageTag::of("en") : queue.back().language;
  Answer answer = speaker_->play(std::move(queue), page, how);
  notice_ = notice(answer, language_);
  if (answer == Answer::private_only && (mode_ || by_ear_))
    answer = speaker_->play({say(notice_, language_)}, Sensitivity::green, Asked::automatically);
  said_ = answer == Answer::speaking;
  refresh();
}

std::string Voice::notice(Answer answer, const LanguageTag& language) const {
  const ui::Words& words = words_(language);
  switch (answer) {
    case Answer::speaking: return "";
    case Answer::no_voice: return words.tr("No voice speaks this language yet.");
    case Answer::private_only:
      return words.tr("People near you could hear this page. Plug in headphones, or choose \"Listen\".");
  }
  return "";
}

// What is read is still marked on the page; why nothing is heard must be said.
std::string Voice::no_sound() const {
  const audio::Way way = speaker_->privacy().headphones() ? audio::Way::headphones : audio::Way::loudspeaker;
  return speaker_->trouble(way) ? words_(language_).tr("There is no sound at the moment.") : "";
}

void Voice::refresh() {
  ui::Speech now;
  if (!speaker_) return;
  speech::State state = speaker_->state();
  now.offered = true;
  now.controls = controls_;
  now.explore = mode_;
  now.headphones = speaker_->privacy().headphones();
  now.listening = state == speech::State::speaking ? ui::Listening::speaking
                  : state == speech::State::paused ? ui::Listening::paused
                                                   : ui::Listening::silent;
  now.slower = speaker_->pace() == speech::Pace::slower;
  now.volume = speaker_->volume().step();
  now.loudest = audio::Volume::kSteps - 1;
  if (controls_) now.notice = said_ ? no_sound() : notice_;
  now.synthetic = seen_.synthetic && state != speech::State::silent;  // not between two sentences
  if (auto heard = speaker_->now()) {
    now.synthetic = heard->voice == speech::Voice::synthetic;
    now.heard = {heard->id, heard->text, heard->range.begin, heard->range.end};
  }
  page_ended_ = page_ended_ || (said_ && reads_page_ && narrating_ && state == speech::State::silent);
  narrating_ = state == speech::State::speaking && !warning_;
  seen_ = std::move(now);
}

bool Voice::update() {
  if (!said_) return false;
  ui::Speech before = seen_;
  refresh();
  return before != seen_;
}

}  // namespace kiosk::app
