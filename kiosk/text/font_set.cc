#include "kiosk/text/font_set.h"

#include <glib.h>
#include <hb-ot.h>

#include <algorithm>
#include <array>

#include "kiosk/base/check.h"

namespace kiosk::text {
namespace {

// How a script is matched to Latin (R34). The letter's ink is measured in the font and never ends up lower than a Latin
// capital; `larger` is on top of that, for scripts whose letters carry their detail in smaller parts than Latin does:
// Arabic teeth are half as high as a Latin x, N'Ko, Adlam, Vai and Ethiopic letters have no simpler lower case. Of a
// script that is not here the usual height of its letters is measured, and it is enlarged by no more than kMostLarger:
// letters that are low because they leave room for marks would end up as giants.
struct ScriptScale {
  std::string_view script;
  char32_t reference;
  float larger;
};
constexpr std::array<ScriptScale, 7> kScriptScales{{
    {"Latn", U'I', 1.0f},
    {"Arab", 0x0627, 1.15f},
    {"Nkoo", 0x07CA, 1.08f},
    {"Adlm", 0x1E900, 1.08f},
    {"Vaii", 0xA549, 1.05f},
    {"Bass", 0x16AD0, 1.0f},
    {"Ethi", 0x1200, 1.05f},
}};

constexpr float kMostLarger = 1.2f;
constexpr size_t kMeasured = 64;  // letters

// Noto Sans Arabic reserves 2.1 em for stacks that ordinary text never has; lines that far apart fall to pieces for the
// eye. A line is laid out for this much of such a font (its letters with their dots) and grows where ink really goes
// higher or lower.
constexpr float kMostReserved = 1.45f, kUsualAscent = 1.0f, kUsualDescent = 0.45f;

const ScriptScale* scale_of(std::string_view script) {
  auto found = std::find_if(kScriptScales.begin(), kScriptScales.end(),
                            [&](const ScriptScale& s) { return s.script == script; });
  return found == kScriptScales.end() ? nullptr : &*found;
}

bool is_letters(const FontEntry& entry) { return entry.script != "Icon" && entry.script[0] != 'Z'; }

std::string_view package_of(const FontEntry& entry) {
  if (!entry.package.empty()) return entry.package;
  return entry.script == "Icon" ? "fonts-materialdesignicons-webfont" : "fonts-noto-core";
}

Error no_font(const FontEntry& entry) {
  return {Code::not_found, "The font " + entry.path.string() + " cannot be opened. Install the package " +
                               std::string(package_of(entry)) + "."};
}

// Han, kana and hangul are drawn by fonts of one language, each under a code of its own: their letters are alike high.
bool is_of_script(char32_t c, const std::string& script) {
  const guint32 own = g_unicode_script_to_iso15924(g_unichar_get_script(c));
  const auto wanted = [&](const char* code) { return own == HB_TAG(code[0], code[1], code[2], code[3]); };
  if (script == "Hans" || script == "Hant" || script == "Jpan" || script == "Kore") return wanted("Hani");
  return wanted(script.c_str());
}

// The median of the first letters, or of the first capitals where the script has them; 0 without any.
float usual_height(const FontFile& file, hb_font_t* font) {
  std::vector<float> letters, capitals;
  hb_codepoint_t c = HB_SET_VALUE_INVALID;
  while (letters.size() < kMeasured && hb_set_next(file.characters, &c)) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents;
    if (!g_unichar_isalpha(c) || !is_of_script(c, file.entry.script) || !hb_font_get_nominal_glyph(font, c, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &extents))
      continue;
    letters.push_back(static_cast<float>(-extents.height));
    if (g_unichar_isupper(c)) capitals.push_back(letters.back());
  }
  std::vector<float>& heights = capitals.empty() ? letters : capitals;
  if (heights.empty()) return 0;
  auto middle = heights.begin() + static_cast<ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// Sets the measures of `file`, all in parts of the em.
void measure(FontFile& file) {
  float upem = static_cast<float>(hb_face_get_upem(file.shaping));
  hb_font_t* font = hb_font_create(file.shaping);  // scale: font units
  if (const ScriptScale* scale = scale_of(file.entry.script)) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents;
    if (hb_font_get_nominal_glyph(font, scale->reference, &glyph) && hb_font_get_glyph_extents(font, glyph, &extents)) {
      file.capital = static_cast<float>(-extents.height) / upem;
    }
  } else if (is_letters(file.entry)) {
    file.capital = usual_height(file, font) / upem;
  }
  hb_position_t ascent = 0, descent = 0;
  hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, &ascent);
  hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, &descent);
  file.ascent = static_cast<float>(ascent) / upem;
  file.descent = static_cast<float>(-descent) / upem;
  if (file.ascent + file.descent > kMostReserved) file.ascent = kUsualAscent, file.descent = kUsualDescent;
  hb_font_destroy(font);
}

}  // namespace

FontFile::~FontFile() {
  if (raster) FT_Done_Face(raster);
  hb_set_destroy(characters);
  hb_face_destroy(shaping);
  hb_blob_destroy(blob);
}

FontSet::~FontSet() {
  files_.clear();
  if (library_) FT_Done_FreeType(library_);
}

Status FontSet::open_file(const FontEntry& entry) {
  auto file = std::make_unique<FontFile>(entry);
  file->blob = hb_blob_create_from_file_or_fail(entry.path.c_str());
  if (!file->blob) return no_font(entry);
  unsigned size = 0;
  const char* data = hb_blob_get_data(file->blob, &size);
  if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(data), static_cast<FT_Long>(size), entry.index,
                         &file->raster) != 0) {
    return no_font(entry);
  }
  file->shaping = hb_face_create(file->blob, static_cast<unsigned>(entry.index));
  file->characters = hb_set_create();
  hb_face_collect_unicodes(file->shaping, file->characters);
  measure(*file);
  files_.push_back(std::move(file));
  return {};
}

Result<std::unique_ptr<FontSet>> FontSet::open(const std::vector<FontEntry>& entries) {
  std::vector<FontEntry> missing;
  return open(entries, {}, missing);
}

Result<std::unique_ptr<FontSet>> FontSet::open(const std::vector<FontEntry>& entries,
                                               const std::vector<FontEntry>& more, std::vector<FontEntry>& missing) {
  std::unique_ptr<FontSet> set(new FontSet);
  KIOSK_CHECK(FT_Init_FreeType(&set->library_) == 0);
  for (const FontEntry& entry : entries) KIOSK_TRY_STATUS(set->open_file(entry));
  for (const FontEntry& entry : more) {
    if (!set->open_file(entry).ok()) missing.push_back(entry);
  }
  KIOSK_TRY_STATUS(set->scale_to_latin());
  set->list_faces();
  return set;
}

Status FontSet::scale_to_latin() {
  auto latin = std::ranges::find_if(files_, [](const auto& file) { return file->entry.script == "Latn"; });
  KIOSK_CHECK(latin != files_.end());
  float latin_capital = (*latin)->capital;
  if (latin_capital <= 0) return no_font((*latin)->entry);
  for (auto& file : files_) {
    const ScriptScale* scale = scale_of(file->entry.script);
    float least = file->capital > 0 ? latin_capital / file->capital : 1;
    if (!scale) least = std::min(least, kMostLarger);
    file->em_per_capital = std::max(scale ? scale->larger : 1.0f, least) / latin_capital;
  }
  return {};
}

void FontSet::list_faces() {
  for (const auto& file : files_) {
    if (file->entry.script == "Icon") icon_face_ = static_cast<uint16_t>(faces_.size());
    faces_.push_back({file.get(), false});
  }
  for (const auto& file : files_) {
    bool has_bold = std::any_of(files_.begin(), files_.end(), [&](const auto& other) {
      return other->entry.script == file->entry.script && other->entry.weight == Weight::bold;
    });
    if (is_letters(file->entry) && !has_bold) faces_.push_back({file.get(), true});
  }
}

std::vector<uint16_t> FontSet::order(std::string_view script, Weight weight) const {
  // 0 Latin, 1 the script's own, 2 the others; then the wanted weight before the other one.
  auto rank = [&](uint16_t index) {
    const Face& face = faces_[index];
    const FontEntry& entry = face.file->entry;
    int group = entry.script == "Latn" ? 0 : entry.script == script ? 1 : 2;
    Weight own = face.emboldened ? Weight::bold : entry.weight;
    return group * 2 + (own == weight ? 0 : 1);
  };
  std::vector<uint16_t> result;
  for (uint16_t index = 0; index < faces_.size(); ++index) {
    if (index != icon_face_) result.push_back(index);
  }
  std::stable_sort(result.begin(), result.end(), [&](uint16_t a, uint16_t b) { return rank(a) < rank(b); });
  return result;
}

bool FontSet::covers(char32_t code_point) const {
  return std::any_of(files_.begin(), files_.end(), [&](const auto& file) {
    return file->entry.script != "Icon" && hb_set_has(file->characters, code_point);
  });
}

}  // namespace kiosk::text
