#include "kiosk/publish/xkb_layouts.h"

#include <unicode/uloc.h>
#include <xkbcommon/xkbcommon.h>
#include <xkbcommon/xkbregistry.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "kiosk/base/ascii.h"
#include "kiosk/base/utf8.h"

namespace kiosk::publish {
namespace {

constexpr const char *kFolder = "/usr/share/X11/xkb", *kRules = "evdev", *kModel = "pc105";

template <auto free>
struct Free {
  template <class Object>
  void operator()(Object* object) const {
    free(object);
  }
};
using Registry = std::unique_ptr<rxkb_context, Free<rxkb_context_unref>>;
using Compiler = std::unique_ptr<xkb_context, Free<xkb_context_unref>>;
using Keymap = std::unique_ptr<xkb_keymap, Free<xkb_keymap_unref>>;

struct Layout {
  std::string name, variant;
  std::set<std::string> languages;  // ISO 639-3
  bool exotic = false;
};

// Of letters on a keyboard with 105 keys, as they lie.
const std::vector<std::vector<const char*>> kKeys{
    {"TLDE", "AE01", "AE02", "AE03", "AE04", "AE05", "AE06", "AE07", "AE08", "AE09", "AE10", "AE11", "AE12"},
    {"AD01", "AD02", "AD03", "AD04", "AD05", "AD06", "AD07", "AD08", "AD09", "AD10", "AD11", "AD12"},
    {"AC01", "AC02", "AC03", "AC04", "AC05", "AC06", "AC07", "AC08", "AC09", "AC10", "AC11", "BKSL"},
    {"LSGT", "AB01", "AB02", "AB03", "AB04", "AB05", "AB06", "AB07", "AB08", "AB09", "AB10"},
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// In the small letters of xkb's names; empty: none.
std::string region_of(const std::string& locale) {
  std::array<char, ULOC_COUNTRY_CAPACITY> region{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_getCountry(locale.c_str(), region.data(), region.size(), &error);
  return U_SUCCESS(error) ? lower(region.data()) : "";
}

// The one in which most of its speakers live (CLDR).
std::string likely_region(const LanguageTag& language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> full{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_addLikelySubtags(std::string(language.language()).c_str(), full.data(), full.size(), &error);
  return U_SUCCESS(error) ? region_of(full.data()) : "";
}

std::string typed(xkb_keymap* keymap, xkb_keycode_t key, xkb_level_index_t level) {
  const xkb_keysym_t* symbols = nullptr;
  const int count = xkb_keymap_key_get_syms_by_level(keymap, key, 0, level, &symbols);
  std::string text;
  for (int i = 0; i < count; ++i) {
    const uint32_t c = xkb_keysym_to_utf32(symbols[i]);
    if (c == 0) return {};
    append_utf8(text, c);
  }
  return text;
}

}  // namespace

struct XkbLayouts::State {
  Compiler compiler;
  std::vector<Layout> layouts;
};

XkbLayouts::XkbLayouts() : state_(std::make_unique<State>()) {
  constexpr auto kSystemOnly =
      static_cast<rxkb_context_flags>(RXKB_CONTEXT_NO_DEFAULT_INCLUDES | RXKB_CONTEXT_LOAD_EXOTIC_RULES);
  Registry registry(rxkb_context_new(kSystemOnly));
  if (!registry || !rxkb_context_include_path_append(registry.get(), kFolder) ||
      !rxkb_context_parse(registry.get(), kRules))
    return;
  for (rxkb_layout* one = rxkb_layout_first(registry.get()); one; one = rxkb_layout_next(one)) {
    const char* variant = rxkb_layout_get_variant(one);
    Layout layout{rxkb_layout_get_name(one),
                  variant ? variant : "",
                  {},
                  rxkb_layout_get_popularity(one) == RXKB_POPULARITY_EXOTIC};
    for (rxkb_iso639_code* code = rxkb_layout_get_iso639_first(one); code; code = rxkb_iso639_code_next(code))
      layout.languages.insert(rxkb_iso639_code_get_code(code));
    state_->layouts.push_back(std::move(layout));
  }
  state_->compiler.reset(xkb_context_new(
      static_cast<xkb_context_flags>(XKB_CONTEXT_NO_DEFAULT_INCLUDES | XKB_CONTEXT_NO_ENVIRONMENT_NAMES)));
  if (state_->compiler) xkb_context_set_log_level(state_->compiler.get(), XKB_LOG_LEVEL_CRITICAL);
  if (!state_->compiler || !xkb_context_include_path_append(state_->compiler.get(), kFolder)) state_->layouts.clear();
}

XkbLayouts::~XkbLayouts() = default;

std::vector<size_t> XkbLayouts::of(const LanguageTag& language) const {
  const std::string code = uloc_getISO3Language(std::string(language.language()).c_str());
  const std::string own = region_of(language.str()), likely = likely_region(language);
  std::vector<size_t> all;
  for (size_t i = 0; i < state_->layouts.size(); ++i)
    if (state_->layouts[i].languages.contains(code.empty() ? std::string(language.language()) : code)) all.push_back(i);
  std::ranges::stable_sort(all, {}, [&](size_t i) {
    const Layout& layout = state_->layouts[i];
    return std::tuple(layout.exotic, layout.name != own, layout.name != likely, !layout.variant.empty());
  });
  return all;
}

XkbRows XkbLayouts::rows(size_t number) const {
  const Layout& layout = state_->layouts[number];
  const xkb_rule_names names{kRules, kModel, layout.name.c_str(), layout.variant.c_str(), ""};
  XkbRows rows;
  Keymap keymap(xkb_keymap_new_from_names(state_->compiler.get(), &names, XKB_KEYMAP_COMPILE_NO_FLAGS));
  if (!keymap) return rows;
  for (const auto& keys : kKeys) {
    rows.emplace_back();
    for (const char* name : keys) {
      const xkb_keycode_t key = xkb_keymap_key_by_name(keymap.get(), name);
      if (key == XKB_KEYCODE_INVALID) continue;
      XkbKey one{typed(keymap.get(), key, 0), typed(keymap.get(), key, 1)};
      if (!one.plain.empty() || !one.shifted.empty()) rows.back().push_back(std::move(one));
    }
  }
  return rows;
}

}  // namespace kiosk::publish
