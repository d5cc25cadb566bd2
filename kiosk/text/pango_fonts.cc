#include "kiosk/text/pango_fonts.h"

// Three GObject classes (font, font set, font map) with only those methods that layouts ask for.

#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "kiosk/base/check.h"
#include "kiosk/base/language_tag.h"

namespace kiosk::text {
namespace {

// Sizes in use are few; a picture that grows by animation makes many. Beyond this, all are made again.
constexpr size_t kMaxFonts = 512;

float to_pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }
int to_pango(float pixels) { return static_cast<int>(std::lround(pixels * PANGO_SCALE)); }

struct FontObject {
  PangoFont parent;
  PangoFontMap* map;  // not owned: fonts die before their map's FontSet
  const Face* face;
  uint16_t index;
  int em;  // Pango units
};
struct FontObjectClass {
  PangoFontClass parent;
};

struct FontsetObject {
  PangoFontset parent;
  PangoLanguage* language;
  std::vector<PangoFont*>* fonts;  // owned references
};
struct FontsetObjectClass {
  PangoFontsetClass parent;
};

using FontKey = std::tuple<uint16_t, int>;
using FontsetKey = std::tuple<PangoLanguage*, Weight, int>;
struct MapState {
  const FontSet* set;
  std::map<FontKey, PangoFont*> fonts;
  std::map<FontsetKey, PangoFontset*> fontsets;
  std::map<const FontFile*, PangoCoverage*> coverages;

  void forget() {
    for (auto& [key, fontset] : fontsets) g_object_unref(fontset);
    for (auto& [key, font] : fonts) g_object_unref(font);
    fontsets.clear();
    fonts.clear();
  }
};
struct MapObject {
  PangoFontMap parent;
  MapState* state;
};
struct MapObjectClass {
  PangoFontMapClass parent;
};

G_DEFINE_TYPE(FontObject, font_object, PANGO_TYPE_FONT)
G_DEFINE_TYPE(FontsetObject, fontset_object, PANGO_TYPE_FONTSET)
G_DEFINE_TYPE(MapObject, map_object, PANGO_TYPE_FONT_MAP)

FontObject* as_font(PangoFont* font) {
  KIOSK_CHECK(G_TYPE_CHECK_INSTANCE_TYPE(font, font_object_get_type()));
  return reinterpret_cast<FontObject*>(font);
}

MapState& state_of(PangoFontMap* map) { return *reinterpret_cast<MapObject*>(map)->state; }

// --- font

PangoFontDescription* font_describe(PangoFont* font) {
  FontObject* self = as_font(font);
  PangoFontDescription* description = pango_font_description_new();
  pango_font_description_set_family(description, self->face->file->entry.script.c_str());
  bool bold = self->face->emboldened || self->face->file->entry.weight == Weight::bold;
  pango_font_description_set_weight(description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description, self->em / self->face->file->em_per_capital);
  return description;
}

// Pango asks for every character: all sizes of a font share one table, made when the first is asked.
PangoCoverage* font_get_coverage(PangoFont* font, PangoLanguage*) {
  FontObject* self = as_font(font);
  PangoCoverage*& coverage = state_of(self->map).coverages[self->face->file];
  if (!coverage) {
    coverage = pango_coverage_new();
    hb_codepoint_t code_point = HB_SET_VALUE_INVALID;
    while (hb_set_next(self->face->file->characters, &code_point)) {
      pango_coverage_set(coverage, static_cast<int>(code_point), PANGO_COVERAGE_EXACT);
    }
  }
  return static_cast<PangoCoverage*>(g_object_ref(coverage));
}

void font_get_glyph_extents(PangoFont* font, PangoGlyph glyph, PangoRectangle* ink, PangoRectangle* logical) {
  FontObject* self = as_font(font);
  if (ink) *ink = {0, 0, 0, 0};
  if (logical) *logical = {0, 0, 0, 0};
  if (glyph == PANGO_GLYPH_EMPTY) return;
  if (glyph & PANGO_GLYPH_UNKNOWN_FLAG) glyph = 0;  // drawn as the font's own box
  hb_font_t* shaping = pango_font_get_hb_font(font);
  hb_glyph_extents_t extents;
  if (ink && hb_font_get_glyph_extents(shaping, glyph, &extents)) {
    int grown = self->face->emboldened && extents.width != 0
                    ? static_cast<int>(std::ceil(static_cast<float>(self->em) * FontSet::kEmboldening))
                    : 0;
    *ink = {extents.x_bearing - grown, -extents.y_bearing - grown, extents.width + 2 * grown,
            -extents.height + 2 * grown};
  }
  if (logical) {
    float em = static_cast<float>(self->em);
    int ascent = static_cast<int>(self->face->file->ascent * em),
        descent = static_cast<int>(self->face->file->descent * em);
    *logical = {0, -ascent, hb_font_get_glyph_h_advance(shaping, glyph), ascent + descent};
  }
}

PangoFontMetrics* font_get_metrics(PangoFont* font, PangoLanguage*) {
  FontObject* self = as_font(font);
  float em = static_cast<float>(self->em);
  PangoFontMetrics* metrics = g_slice_new0(PangoFontMetrics);
  metrics->ref_count = 1;
  metrics->ascent = static_cast<int>(self->face->file->ascent * em);
  metrics->descent = static_cast<int>(self->face->file->descent * em);
  metrics->height = metrics->ascent + metrics->descent;
  metrics->approximate_char_width = metrics->approximate_digit_width = self->em / 2;
  return metrics;
}

PangoFontMap* font_get_font_map(PangoFont* font) { return as_font(font)->map; }

hb_font_t* font_create_hb_font(PangoFont* font) {
  FontObject* self = as_font(font);
  hb_font_t* shaping = hb_font_create(self->face->file->shaping);
  hb_font_set_scale(shaping, self->em, self->em);
  return shaping;
}

void font_object_init(FontObject*) {}

void font_object_class_init(FontObjectClass* own) {
  PangoFontClass* parent = PANGO_FONT_CLASS(own);
  parent->describe = font_describe;
  parent->describe_absolute = font_describe;
  parent->get_coverage = font_get_coverage;
  parent->get_glyph_extents = font_get_glyph_extents;
  parent->get_metrics = font_get_metrics;
  parent->get_font_map = font_get_font_map;
  parent->create_hb_font = font_create_hb_font;
}

// --- font set: the fonts for one language, weight and size, best first

PangoFont* fontset_get_font(PangoFontset* fontset, guint code_point) {
  auto& fonts = *reinterpret_cast<FontsetObject*>(fontset)->fonts;
  for (PangoFont* font : fonts) {
    if (hb_set_has(as_font(font)->face->file->characters, code_point)) return PANGO_FONT(g_object_ref(font));
  }
  return PANGO_FONT(g_object_ref(fonts.front()));
}

PangoFontMetrics* fontset_get_metrics(PangoFontset* fontset) {
  return font_get_metrics(reinterpret_cast<FontsetObject*>(fontset)->fonts->front(), nullptr);
}

PangoLanguage* fontset_get_language(PangoFontset* fontset) {
  return reinterpret_cast<FontsetObject*>(fontset)->language;
}

void fontset_foreach(PangoFontset* fontset, PangoFontsetForeachFunc visit, gpointer data) {
  for (PangoFont* font : *reinterpret_cast<FontsetObject*>(fontset)->fonts) {
    if (visit(fontset, font, data)) return;
  }
}

void fontset_finalize(GObject* object) {
  auto* self = reinterpret_cast<FontsetObject*>(object);
  for (PangoFont* font : *self->fonts) g_object_unref(font);
  delete self->fonts;
  G_OBJECT_CLASS(fontset_object_parent_class)->finalize(object);
}

void fontset_object_init(FontsetObject* self) { self->fonts = new std::vector<PangoFont*>; }

void fontset_object_class_init(FontsetObjectClass* own) {
  PangoFontsetClass* parent = PANGO_FONTSET_CLASS(own);
  parent->get_font = fontset_get_font;
  parent->get_metrics = fontset_get_metrics;
  parent->get_language = fontset_get_language;
  parent->foreach = fontset_foreach;
  G_OBJECT_CLASS(own)->finalize = fontset_finalize;
}

// --- font map

// A borrowed reference to the font of this face for text of this capital height.
PangoFont* font_for(MapObject* map, uint16_t index, int capital_height) {
  const Face* face = &map->state->set->faces()[index];
  int em = to_pango(to_pixels(capital_height) * face->file->em_per_capital);
  PangoFont*& font = map->state->fonts[{index, em}];
  if (!font) {
    auto* object = static_cast<FontObject*>(g_object_new(font_object_get_type(), nullptr));
    object->map = PANGO_FONT_MAP(map);
    object->face = face;
    object->index = index;
    object->em = em;
    font = PANGO_FONT(object);
  }
  return font;
}

std::string script_of(PangoLanguage* language) {
  auto tag = LanguageTag::parse(pango_language_to_string(language));
  return tag.ok() ? tag->script() : "Latn";
}

PangoFontset* map_load_fontset(PangoFontMap* font_map, PangoContext*, const PangoFontDescription* description,
                               PangoLanguage* language) {
  auto* map = reinterpret_cast<MapObject*>(font_map);
  MapState& state = *map->state;
  if (state.fonts.size() > kMaxFonts) state.forget();
  Weight weight =
      pango_font_description_get_weight(description) >= PANGO_WEIGHT_SEMIBOLD ? Weight::bold : Weight::regular;
  int capital_height = pango_font_description_get_size(description);
  PangoFontset*& fontset = state.fontsets[{language, weight, capital_height}];
  if (!fontset) {
    auto* object = static_cast<FontsetObject*>(g_object_new(fontset_object_get_type(), nullptr));
    object->language = language;
    for (uint16_t index : state.set->order(script_of(language), weight)) {
      object->fonts->push_back(PANGO_FONT(g_object_ref(font_for(map, index, capital_height))));
    }
    fontset = PANGO_FONTSET(object);
  }
  return PANGO_FONTSET(g_object_ref(fontset));
}

PangoFont* map_load_font(PangoFontMap* font_map, PangoContext* context, const PangoFontDescription* description) {
  PangoFontset* fontset = map_load_fontset(font_map, context, description, pango_context_get_language(context));
  PangoFont* font = PANGO_FONT(g_object_ref(reinterpret_cast<FontsetObject*>(fontset)->fonts->front()));
  g_object_unref(fontset);
  return font;
}

void map_list_families(PangoFontMap*, PangoFontFamily*** families, int* count) {
  if (families) *families = nullptr;
  if (count) *count = 0;
}

void map_finalize(GObject* object) {
  auto* self = reinterpret_cast<MapObject*>(object);
  self->state->forget();
  for (auto& [file, coverage] : self->state->coverages) g_object_unref(coverage);
  delete self->state;
  G_OBJECT_CLASS(map_object_parent_class)->finalize(object);
}

void map_object_init(MapObject* self) { self->state = new MapState; }

void map_object_class_init(MapObjectClass* own) {
  PangoFontMapClass* parent = PANGO_FONT_MAP_CLASS(own);
  parent->load_font = map_load_font;
  parent->load_fontset = map_load_fontset;
  parent->list_families = map_list_families;
  parent->shape_engine_type = "kiosk";
  G_OBJECT_CLASS(own)->finalize = map_finalize;
}

}  // namespace

PangoFontMap* create_font_map(const FontSet& fonts) {
  auto* map = static_cast<MapObject*>(g_object_new(map_object_get_type(), nullptr));
  map->state->set = &fonts;
  return PANGO_FONT_MAP(map);
}

uint16_t face_of(PangoFont* font) { return as_font(font)->index; }
float em_of(PangoFont* font) { return to_pixels(as_font(font)->em); }

}  // namespace kiosk::text
