#include "kiosk/publish/font_search.h"

// A kiosk must not search: fontconfig would read hundreds of files at each start, and two kiosks with other packages
// would show the same page in other letters. So the builder searches once, on a machine that has the fonts, and the
// catalog names files. Noto Sans comes first wherever it has the script, because its weights fit the kiosk's own fonts;
// any other upright font of usual width does where there is none. Han is drawn by a font of the language it is written
// in: the same character has other strokes in Tokyo than in Taipei. Left out are fonts in colours and variable ones,
// which the kiosk does not draw. It breaks when Debian moves a file; kioskctl doctor then names what is missing.

#include <fontconfig/fontconfig.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <tuple>

#include "kiosk/catalog/schema.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

const fs::path kInstalledFiles = "/var/lib/dpkg/info";
constexpr const char *kCore = "fonts-noto-core", *kExtra = "fonts-noto-extra", *kEastAsian = "fonts-noto-cjk";

struct Installed {
  std::string family, file;
  int index = 0;
  bool bold = false;
  FcCharSet* characters = nullptr;  // of the list below

  bool draws(char32_t c) const { return FcCharSetHasChar(characters, c); }
};

bool is_installed(const std::string& package) {
  std::error_code error;
  return fs::exists(kInstalledFiles / (package + ".list"), error);
}

// By its list of files; empty where no package of fonts installed it.
std::string package_of(const std::string& file) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(kInstalledFiles, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("fonts-") || !name.ends_with(".list")) continue;
    std::ifstream list(entry.path());
    for (std::string line; std::getline(list, line);)
      if (line == file) return name.substr(0, name.size() - std::string_view(".list").size());
  }
  return {};
}

bool is_east_asian(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

UScriptCode script_of(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
  return U_SUCCESS(error) ? script : USCRIPT_COMMON;
}

// The code under which a font for this character of a text in `language` is listed. Signs have one of their own: a
// font of signs must not make the lines of a script higher.
std::string listed_under(char32_t c, const LanguageTag& language) {
  const UScriptCode script = script_of(c);
  if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN) return "Zsym";
  if (!is_east_asian(script)) return uscript_getShortName(script);
  const std::string own = language.script();
  if (own == "Hans" || own == "Hant" || own == "Jpan" || own == "Kore") return own;
  return script == USCRIPT_HANGUL ? "Kore" : script == USCRIPT_HAN || script == USCRIPT_BOPOMOFO ? "Hans" : "Jpan";
}

// Some fonts have a picture for these; a text that holds one is damaged all the same (Engine::uncovered).
bool is_no_letter(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR || c == 0xFFFD; }

std::string missing_package(char32_t c) {
  const UScriptCode script = script_of(c);
  if (script == USCRIPT_UNKNOWN) return {};
  if (is_east_asian(script)) return is_installed(kEastAsian) ? "" : kEastAsian;
  for (const char* package : {kCore, kExtra})
    if (!is_installed(package)) return package;
  return {};
}

std::optional<Installed> read(FcPattern* pattern) {
  Installed font;
  FcChar8 *family = nullptr, *file = nullptr, *format = nullptr;
  int weight = 0, slant = 0, width = 0;
  FcBool colour = FcFalse, variable = FcFalse;
  FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
  FcPatternGetInteger(pattern, FC_WIDTH, 0, &width);
  FcPatternGetBool(pattern, FC_COLOR, 0, &colour);
  FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
  if (FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch ||
      FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch ||
      FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch ||
      FcPatternGetCharSet(pattern, FC_CHARSET, 0, &font.characters) != FcResultMatch)
    return std::nullopt;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &font.index);
  font.family = reinterpret_cast<const char*>(family);
  font.file = reinterpret_cast<const char*>(file);
  font.bold = weight == FC_WEIGHT_BOLD;
  const std::string kind = reinterpret_cast<const char*>(format);
  const bool named_instance = font.index >> 16 != 0;
  const bool usual = slant == FC_SLANT_ROMAN && width == FC_WIDTH_NORMAL && !colour && !variable && !named_instance &&
                     (weight == FC_WEIGHT_REGULAR || font.bold) && (kind == "TrueType" || kind == "CFF");
  const std::string below = fs::path(font.file).lexically_relative(catalog::kFontFolder).string();
  if (!usual || !catalog::is_font_file(below)) return std::nullopt;
  return font;
}

// Which of two fonts is tried first.
auto rank(const Installed& font, const std::string& script) {
  const auto says = [&](const char* word) { return font.family.find(word) != std::string::npos; };
  const std::map<std::string, std::string> regions{{"Hans", " SC"}, {"Hant", " TC"}, {"Jpan", " JP"}, {"Kore", " KR"}};
  const auto region = regions.find(script);
  return std::tuple(!says("Noto Sans"), says("Mono") || says("UI") || says("Looped"),
                    region != regions.end() && !font.family.ends_with(region->second), font.family.size(), font.file,
                    font.index);
}

struct Found {
  Installed font, bold;
  catalog::Font listed;
};

}  // namespace

struct FontSearch::State {
  FcFontSet* set = nullptr;
  std::vector<Installed> installed;
  std::vector<Found> found;

  ~State() {
    if (set) FcFontSetDestroy(set);
  }

  void list() {
    if (set) return;
    FcPattern* all = FcPatternBuild(nullptr, FC_SCALABLE, FcTypeBool, FcTrue, nullptr);
    FcObjectSet* wanted = FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_COLOR,
                                           FC_VARIABLE, FC_FONTFORMAT, FC_CHARSET, nullptr);
    set = FcFontList(nullptr, all, wanted);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(all);
    for (int i = 0; set && i < set->nfont; ++i) {
      if (auto font = read(set->fonts[i])) installed.push_back(std::move(*font));
    }
  }

  Found* find_found(char32_t c, const std::string& script) {
    auto same =
        std::ranges::find_if(found, [&](const Found& one) { return one.listed.script == script && one.font.draws(c); });
    return same == found.end() ? nullptr : &*same;
  }

  // The first by rank among those that draw at least half of the characters, or else of those that draw any.
  const Installed* best_for(const std::vector<char32_t>& characters, const std::string& script) const {
    const Installed* best = nullptr;
    bool best_draws_half = false;
    for (const Installed& font : installed) {
      const auto drawn = std::ranges::count_if(characters, [&](char32_t c) { return font.draws(c); });
      if (font.bold || drawn == 0) continue;
      const bool half = 2 * static_cast<size_t>(drawn) >= characters.size();
      if (best && (best_draws_half > half || (best_draws_half == half && rank(*best, script) < rank(font, script))))
        continue;
      best = &font, best_draws_half = half;
    }
    return best;
  }

  void add(const Installed& font, const std::string& script) {
    Found one;
    one.font = font;
    one.listed.script = script;
    one.listed.path = font.file;
    one.listed.index = font.index;
    one.listed.package = package_of(font.file);
    for (const Installed& bold : installed) {
      const bool better = one.bold.file.empty() || rank(bold, script) < rank(one.bold, script);
      if (bold.bold && bold.family == font.family && better && FcCharSetIsSubset(font.characters, bold.characters))
        one.bold = bold;
    }
    found.push_back(std::move(one));
  }
};

FontSearch::FontSearch() : state_(std::make_unique<State>()) {}
FontSearch::~FontSearch() = default;

std::vector<Undrawn> FontSearch::find(const LanguageTag& language, const std::vector<char32_t>& characters) {
  std::map<std::string, std::vector<char32_t>> wanted;
  std::vector<Undrawn> undrawn;
  for (char32_t c : characters) {
    if (is_no_letter(c))
      undrawn.push_back({c});
    else
      wanted[listed_under(c, language)].push_back(c);
  }
  for (auto& one : wanted) {  // Clang 14 captures no structured binding
    const auto& script = one.first;
    auto& rest = one.second;
    state_->list();
    for (;;) {
      std::erase_if(rest, [&](char32_t c) {
        Found* known = state_->find_found(c, script);
        if (known && script != "Zsym" &&
            std::ranges::find(known->listed.languages, language) == known->listed.languages.end())
          known->listed.languages.push_back(language);
        return known != nullptr;
      });
      const Installed* next = rest.empty() ? nullptr : state_->best_for(rest, script);
      if (!next) break;
      state_->add(*next, script);
    }
    for (char32_t c : rest) undrawn.push_back({c, missing_package(c)});
  }
  return undrawn;
}

std::vector<catalog::Font> FontSearch::fonts() const {
  std::vector<catalog::Font> fonts;
  for (const Found& one : state_->found) {
    fonts.push_back(one.listed);
    if (one.bold.file.empty()) continue;
    catalog::Font bold = one.listed;
    bold.weight = text::Weight::bold;
    bold.path = one.bold.file;
    bold.index = one.bold.index;
    bold.package = package_of(one.bold.file);
    bold.languages = {};  // without it the regular one is emboldened
    fonts.push_back(std::move(bold));
  }
  return fonts;
}

}  // namespace kiosk::publish
