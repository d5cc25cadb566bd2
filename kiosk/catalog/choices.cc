#include "kiosk/catalog/choices.h"

#include <array>
#include <cstddef>

namespace kiosk::catalog {
namespace {

// In the order of the enumerators.
template <class Choice>
constexpr std::array<std::string_view, 0> kWords{};
template <>
constexpr std::array<std::string_view, 3> kWords<Sensitivity>{"green", "yellow", "red"};
template <>
constexpr std::array<std::string_view, 3> kWords<Review>{"source", "reviewed", "unreviewed"};
template <>
constexpr std::array<std::string_view, 2> kWords<text::Weight>{"regular", "bold"};
template <>
constexpr std::array<std::string_view, 2> kWords<TopicKind>{"topic", "news"};
template <>
constexpr std::array<std::string_view, 3> kWords<NumberUse>{"voice", "sms", "whatsapp"};
template <>
constexpr std::array<std::string_view, 3> kWords<Cost>{"free", "paid", "unknown"};
template <>
constexpr std::array<std::string_view, 4> kWords<ContactKind>{"emergency", "hotline", "office", "website"};
template <>
constexpr std::array<std::string_view, 3> kWords<Verification>{"published_source", "owner_confirmed", "test_call"};
template <>
constexpr std::array<std::string_view, 4> kWords<Exactness>{"unknown", "building", "quarter", "town"};
template <>
constexpr std::array<std::string_view, 3> kWords<Show>{"yes", "ask_staff", "never"};

}  // namespace

template <class Choice>
std::string_view word_of(Choice choice) {
  return kWords<Choice>.at(static_cast<size_t>(choice));
}

template <class Choice>
std::optional<Choice> choice_of(std::string_view word) {
  for (size_t i = 0; i < kWords<Choice>.size(); ++i)
    if (kWords<Choice>[i] == word) return static_cast<Choice>(i);
  return std::nullopt;
}

template <class Choice>
std::span<const std::string_view> words_of_choice() {
  return kWords<Choice>;
}

#define KIOSK_CHOICE(Choice)                                  \
  template std::string_view word_of(Choice);                  \
  template std::optional<Choice> choice_of(std::string_view); \
  template std::span<const std::string_view> words_of_choice<Choice>();
KIOSK_CHOICE(Sensitivity)
KIOSK_CHOICE(Review)
KIOSK_CHOICE(text::Weight)
KIOSK_CHOICE(TopicKind)
KIOSK_CHOICE(NumberUse)
KIOSK_CHOICE(Cost)
KIOSK_CHOICE(ContactKind)
KIOSK_CHOICE(Verification)
KIOSK_CHOICE(Show)
KIOSK_CHOICE(Exactness)
#undef KIOSK_CHOICE

}  // namespace kiosk::catalog
