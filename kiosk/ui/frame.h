// One frame while it is being made: screens call widgets, widgets draw through it and leave a node for everything they
// draw. Positions are logical (Painter mirrors them) and in pixels; sizes are asked for in millimetres.
// Lives on the stack for one frame; the scene that comes out is a value.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/accessibility/tree.h"
#include "kiosk/text/engine.h"
#include "kiosk/ui/action.h"
#include "kiosk/ui/motion.h"
#include "kiosk/ui/painter.h"
#include "kiosk/ui/size_class.h"
#include "kiosk/ui/speech.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/update_strip.h"
#include "kiosk/ui/words.h"

namespace kiosk::catalog {
struct Keyboard;
}

namespace kiosk::ui {

struct Panel {
  int width = 1280, height = 800;  // px
  float px_per_mm = 5.9f;
  float bottom_edge_mm = 850;  // of the picture above the floor

  bool operator==(const Panel&) const = default;
};

// How this visitor wants it.
struct Settings {
  LanguageTag language = LanguageTag::of("en");
  float text_scale = 1;
  bool high_contrast = false;
  bool reach = false;
  bool curtain = false;  // the page is heard and not seen (R62)

  bool operator==(const Settings&) const = default;
};

// What the hand is doing now, by node id.
struct Hand {
  std::string pressed;
  std::string focused;  // by the keypad; empty while fingers are used
};

// Which page stands there, of how many (pager.h).
struct Pages {
  int page = 0, count = 1;

  bool has_next() const { return page + 1 < count; }
};

// A picture from the catalog, ready to be drawn.
struct Picture {
  uintptr_t texture = 0;
  int width = 0, height = 0;
};

struct Scene {
  Colour paper;  // under everything
  accessibility::Tree tree;
  std::map<std::string, Action> actions;  // by node id
  std::optional<Pages> pages;
  std::optional<Rect> read_along;  // px on the screen: the line of the words that are heard now
};

struct TextStyle {
  Mm capital{4.8f};
  text::Weight weight = text::Weight::regular;
  float line_height = 1.5f;
  text::Align align = text::Align::start;
  bool quiet = false;                 // in the quieter ink
  std::optional<Colour> colour = {};  // else the theme's ink
  bool balanced = false;              // see text::Request
  float scale = 0;                    // times `capital`; 0: the visitor's text size, and larger on a large panel
};

// The sizes of look.md.
namespace styles {
inline constexpr TextStyle kBody{};
inline constexpr TextStyle kStrong{.weight = text::Weight::bold};
inline constexpr TextStyle kQuiet{.quiet = true};
inline constexpr TextStyle kLabel{
    .capital = Mm{5.5f}, .weight = text::Weight::bold, .line_height = 1.25f, .balanced = true};
inline constexpr TextStyle kHeading{
    .capital = Mm{5.8f}, .weight = text::Weight::bold, .line_height = 1.3f, .balanced = true};
inline constexpr TextStyle kTitle{
    .capital = Mm{7.5f}, .weight = text::Weight::bold, .line_height = 1.25f, .balanced = true};
}  // namespace styles

class Frame {
 public:
  struct Inputs {
    Panel panel;
    Settings settings;
    Hand hand;
    Speech speech;
    UpdateStrip update;
    const Words* words = nullptr;
    const catalog::Keyboard* keyboard = nullptr;  // of the visitor's language; null: a to z
    std::function<std::optional<Picture>(const std::string& path)> pictures;
    double seconds = 0;  // the virtual clock, for what changes by itself
    Motion motion;
  };

  Frame(Painter& painter, Inputs inputs, std::string screen, std::string argument);

  float mm(float value) const { return value * inputs_.panel.px_per_mm; }
  float width() const { return static_cast<float>(inputs_.panel.width); }
  float height() const { return static_cast<float>(inputs_.panel.height); }
  const Theme& theme() const { return theme_; }
  const Settings& settings() const { return inputs_.settings; }
  const Speech& speech() const { return inputs_.speech; }
  const UpdateStrip& update() const { return inputs_.update; }
  const Panel& panel() const { return inputs_.panel; }
  // Decides how a screen is composed.
  SizeClass size_class() const { return size_class_of(width() / mm(1), height() / mm(1)); }
  double seconds() const { return inputs_.seconds; }
  const catalog::Keyboard& keyboard() const;
  const Motion& motion() const { return inputs_.motion; }
  std::string tr(const std::string& original) const { return inputs_.words->tr(original); }
  // The interface's words from now on: those of the language that is drawn, where that is not the visitor's.
  const Words& words_of_interface() const { return *inputs_.words; }
  void set_words(const Words& words) { inputs_.words = &words; }
  std::optional<Picture> picture(const std::string& path) const { return inputs_.pictures(path); }
  Painter& painter() { return painter_; }
  bool is_pressed(std::string_view id) const { return inputs_.hand.pressed == id; }

  // The part of the window in which things stand that are touched: all of it, or its lower part in reach mode (R39).
  Rect zone() const;

  // Whether reach mode gains enough to be offered: low panels are in reach already.
  bool has_reach() const;

  // How much larger words are on this panel than the sizes say.
  float type_factor() const;

  // The colour under what is drawn next; text is measured against it.
  Colour surface() const { return surface_; }
  void set_surface(Colour colour) { surface_ = colour; }

  // Everything drawn from now on is in this language, until it is changed back.
  const LanguageTag& language() const { return language_; }
  void set_language(const LanguageTag& language) { language_ = language; }
  void set_sensitivity(Sensitivity sensitivity) { scene_.tree.sensitivity = sensitivity; }

  // Lays text out, not higher than a line if `width` is 0.
  const text::Paragraph& lay(const std::string& text, const TextStyle& style, float width,
                             std::vector<text::Part> parts = {});
  // The width of the widest word.
  float widest_word(const std::string& text, const TextStyle& style);

  // What follows is for the ear alone: it leaves nodes and draws nothing (R62). So begins every frame under the
  // curtain.
  void set_hidden(bool hidden);

  // Nodes from here on belong to this region. Those of the controls come after the page, whatever is drawn first.
  void set_region(accessibility::Region region) { region_ = region; }

  // A node for what is drawn next; it holds until the next one.
  accessibility::Node& node(accessibility::Role role, std::string id, std::string name, const Rect& at);
  // Makes the current node one that can be pressed.
  void press(Action action, bool enabled = true);
  accessibility::Node& current() { return measuring_ ? spare_ : scene_.tree.nodes.back(); }

  // Draws text into `box` (its width is the one it was laid out for), as part of the current node. Returns its height.
  float text(const text::Paragraph& paragraph, const Rect& box, const TextStyle& style);
  float text(const std::string& words, const TextStyle& style, const Rect& box, std::vector<text::Part> parts = {});
  // A node of its own for some words across `column`, drawn at its top. Returns the height; nothing for no words.
  float words(accessibility::Role role, std::string id, const std::string& words, const TextStyle& style,
              const Rect& column, std::vector<text::Part> parts = {});
  void icon(std::string_view name, const Rect& square, Colour colour);
  // That a picture stands there which says nothing: for those who check how a page is filled.
  void add_picture(const Rect& at) {
    if (!measuring_) scene_.tree.pictures.push_back(painter_.place(at));
  }
  // The ring round what the keypad is on, if it is on the current node.
  void focus_ring(const Rect& at, float radius);

  // Runs `draw` without drawing or leaving nodes, and returns what it returns: for heights that must be known before.
  float measure(const std::function<float()>& draw);
  bool measuring() const { return measuring_; }
  // Runs `draw` for the eye alone: it leaves no nodes. For what is on its way out.
  void paint_only(const std::function<void()>& draw);

  void set_pages(const Pages& pages) { scene_.pages = pages; }
  // What is neither bar nor band: told to the tree.
  void set_page_area(const Rect& area) { scene_.tree.page_area = painter_.place(area); }
  const Rect& page_area() const { return scene_.tree.page_area; }  // a place on the screen

  // Clips what follows to `at`; nests.
  void push_clip(const Rect& at);
  void pop_clip();

  Scene finish() &&;

 private:
  Rect low_zone() const;
  void mark_heard(const text::Paragraph& paragraph, const Rect& box, Colour words);

  Painter& painter_;
  Inputs inputs_;
  Theme theme_;
  Scene scene_;
  Colour surface_;
  LanguageTag language_;
  accessibility::Region region_ = accessibility::Region::page;
  std::vector<Rect> clips_;  // places on the screen
  accessibility::Node spare_;
  bool measuring_ = false, hidden_ = false;
  bool ringed_ = false;  // what is focused has its ring
};

}  // namespace kiosk::ui
