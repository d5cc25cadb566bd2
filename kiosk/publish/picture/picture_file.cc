#include "kiosk/publish/picture/picture_file.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "kiosk/base/slug.h"
#include "kiosk/publish/picture/palette.h"
#include "kiosk/publish/picture/shape_rules.h"

namespace kiosk::publish {
namespace {

constexpr std::string_view kList = "content/PICTURES.md lists what a drawing may hold.";
constexpr size_t kMaxDepth = 8;

// The attributes of a shape that are lengths.
std::vector<std::string_view> lengths_of(std::string_view element) {
  if (element == "circle") return {"cx", "cy", "r"};
  if (element == "ellipse") return {"cx", "cy", "rx", "ry"};
  if (element == "rect") return {"x", "y", "width", "height", "rx", "ry"};
  return {};
}

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What editors write for themselves: no mark on the drawing comes of it.
bool is_for_editors(std::string_view attribute) {
  return attribute == "id" || attribute == "xmlns" || attribute.starts_with("xmlns:") || attribute == "xml:space" ||
         attribute == "version";
}

std::string quoted(std::string_view text) { return "\"" + std::string(text.substr(0, 80)) + "\""; }

class Reader {
 public:
  Reader(PictureFile& picture, Problems& problems)
      : picture_(picture), problems_(problems), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* name, const char** attributes) {
          static_cast<Reader*>(self)->begin(name, attributes);
        },
        [](void* self, const char*) { static_cast<Reader*>(self)->end(); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
      static_cast<Reader*>(self)->words({text, static_cast<size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const char*, const char*, const char*, int) {
      static_cast<Reader*>(self)->refuse("A document type can bring in other files.",
                                         "Remove the line that begins with <!DOCTYPE.");
    });
    XML_SetProcessingInstructionHandler(parser_.get(), [](void* self, const char* target, const char*) {
      static_cast<Reader*>(self)->refuse("The instruction <?" + std::string(target) + "?> can bring in other files.",
                                         "Remove it.");
    });
  }

  // False when no drawing can be made of it.
  bool read(std::string_view text) {
    if (XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) == XML_STATUS_ERROR && !stopped_)
      refuse(std::string("This is not well-formed SVG: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())) + ".",
             "Open it in a drawing program and save it again as plain SVG.");
    if (!stopped_ && refusals_ == 0 && picture_.elements.empty())
      problems_.error({picture_.file}, "The drawing is empty.", "Draw something, or remove the file.");
    return refusals_ == 0 && !picture_.elements.empty();
  }

 private:
  static constexpr int kMaxRefusals = 20;

  int line() const { return static_cast<int>(XML_GetCurrentLineNumber(parser_.get())); }

  void refuse(const std::string& message, const std::string& remedy) {
    problems_.error({picture_.file, line()}, message, remedy);
    if (++refusals_ == kMaxRefusals) stop();
  }

  void stop() {
    stopped_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void begin(std::string_view name, const char** attributes) {
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    if (depth_ == 0) return begin_root(name, attributes);
    if (name == "title" || name == "desc" || name == "metadata") {
      ++skipped_;
      return;
    }
    constexpr std::string_view kShapes[] = {"g", "use", "path", "circle", "ellipse", "rect"};
    if (std::find(std::begin(kShapes), std::end(kShapes), name) == std::end(kShapes)) {
      refuse_element(name);
      ++skipped_;
      return;
    }
    if (++elements_ > kMaxPictureElements || depth_ > kMaxDepth) {
      refuse("The drawing is too complex: more than " + std::to_string(kMaxPictureElements) + " shapes, or groups " +
                 std::to_string(kMaxDepth) + " deep.",
             "Draw it with fewer shapes; one idea needs about twenty.");
      return stop();
    }
    open_.push_back(shape(name, attributes));
    ++depth_;
  }

  void end() {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    --depth_;
    if (open_.empty()) return;
    PictureElement done = std::move(open_.back());
    open_.pop_back();
    std::vector<PictureElement>& into = open_.empty() ? picture_.elements : open_.back().children;
    if (!open_.empty() && open_.back().name != "g") {
      refuse("A <" + done.name + "> is inside another shape.", "Put the two one after the other.");
      return;
    }
    into.push_back(std::move(done));
  }

  void words(std::string_view text) {
    if (skipped_ > 0 || text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    refuse("There are words in the drawing: " + quoted(text) + ".",
           "Words are not drawn. Say in pictures/pictures.yaml what it shows.");
  }

  void refuse_element(std::string_view name) {
    const std::string element = "<" + std::string(name.substr(0, 40)) + ">";
    if (name == "text" || name == "tspan")
      refuse("Words are not allowed in a drawing (" + element + "): many cannot read them.",
             "Draw what they mean, and say in pictures/pictures.yaml what it shows.");
    else if (name == "script" || name == "foreignObject" || name == "handler")
      refuse("A script is not allowed in a drawing (" + element + ").", "Remove it.");
    else if (name == "image" || name == "feImage")
      refuse("A drawing takes in no other picture (" + element + ").", "Draw it with shapes, or use a part.");
    else if (name == "style")
      refuse("A style sheet is not allowed in a drawing.", "Write fill and stroke on each shape, by names of colours.");
    else
      refuse(element + " is not allowed in a drawing.", std::string(kList));
  }

  void begin_root(std::string_view name, const char** attributes) {
    ++depth_;
    if (name != "svg") {
      refuse("The file does not begin with <svg>.", "Save it as plain SVG.");
      return stop();
    }
    bool grid = false;
    for (const char** at = attributes; *at; at += 2) {
      const std::string_view key = at[0], value = at[1];
      if (key == "viewBox") {
        grid = value == "0 0 96 96";
      } else if (key == "data-mirror") {
        picture_.mirrored = value == "yes";
        if (value != "yes" && value != "no") refuse("data-mirror says " + quoted(value) + ".", "Write yes or no.");
      } else if (!is_for_editors(key) && !is_root_default(key, value)) {
        refuse("The attribute " + std::string(key) + "=" + quoted(value) + " is not allowed in the first line.",
               "Begin the file with the line that PICTURES.md shows.");
      }
    }
    if (!grid) refuse("The drawing is not made on the grid.", "Write viewBox=\"0 0 96 96\" and draw within it.");
  }

  static bool is_root_default(std::string_view key, std::string_view value) {
    return (key == "fill" && value == "none") || (key == "stroke-width" && value == "4") ||
           ((key == "stroke-linecap" || key == "stroke-linejoin") && value == "round") ||
           ((key == "width" || key == "height") && is_length(value));
  }

  PictureElement shape(std::string_view name, const char** attributes) {
    PictureElement element;
    element.name = name;
    element.line = line();
    for (const char** at = attributes; *at; at += 2) {
      const std::string_view key = at[0], value = at[1];
      if (is_for_editors(key)) continue;
      if (check(element, key, value) && key != "href") element.attributes.emplace_back(key, value);
    }
    if (name == "use" && element.part.empty() && refusals_ == 0)
      refuse("The <use> names no part.", "Write href=\"parts/name.svg\".");
    return element;
  }

  bool check(PictureElement& element, std::string_view key, std::string_view value) {
    const bool draws = element.name != "g" && element.name != "use";
    if (key == "transform") return check_transform(element, value);
    if (key == "href" && element.name == "use") return check_part(element, value);
    if (draws && (key == "fill" || key == "stroke")) return check_colour(value);
    if (draws && key == "stroke-width") {
      if (value == "4" || value == "8") return true;
      refuse("A line is " + quoted(value) + " wide.", "Write 4 for a line, or 8 for an arm, a leg or a post.");
    } else if (element.name == "path" && key == "d") {
      if (is_path_data(value)) return true;
      refuse("The path data cannot be read, or hold an arc: " + quoted(value) + ".",
             "Draw it with M, L, H, V, C, S, Q, T and Z, near the grid.");
    } else if (contains(lengths_of(element.name), key)) {
      if (is_length(value)) return true;
      refuse(std::string(key) + "=" + quoted(value) + " is no length on the grid.", "Write a plain number of units.");
    } else if (key == "style" || key == "class") {
      refuse("The attribute \"" + std::string(key) + "\" is not allowed in a drawing.",
             "Write fill and stroke instead, by names of colours.");
    } else if (key.starts_with("on")) {
      refuse("A script is not allowed in a drawing (" + std::string(key.substr(0, 40)) + ").", "Remove it.");
    } else {
      refuse("The attribute \"" + std::string(key.substr(0, 40)) + "\" is not allowed on <" + element.name + ">.",
             std::string(kList));
    }
    return false;
  }

  bool check_transform(PictureElement& element, std::string_view value) {
    std::optional<double> scale = scale_of_transform(value);
    if (!scale) {
      refuse("The transform " + quoted(value) + " cannot be read.", "Write translate, scale and rotate only.");
      return false;
    }
    element.scale = *scale;
    return true;
  }

  bool check_colour(std::string_view value) {
    if (value == "none" || colour_value(value, catalog::Colours::paper)) return true;
    std::string near = nearest_name(value, colour_names());
    refuse("There is no colour called " + quoted(value) + ".",
           near.empty() ? "Use one of the names in PICTURES.md; values such as #rrggbb are not allowed."
                        : "Write " + near + ", or another name in PICTURES.md.");
    return false;
  }

  // Parts are named from a drawing as parts/name.svg, from another part as name.svg.
  bool check_part(PictureElement& element, std::string_view value) {
    const bool inside = picture_.file.find("/parts/") != std::string::npos;
    std::string_view name = value;
    if (!inside && name.starts_with("parts/")) name.remove_prefix(6);
    const bool folder = inside || name.size() != value.size();
    if (folder && name.ends_with(".svg") && is_slug(name.substr(0, name.size() - 4))) {
      element.part = name.substr(0, name.size() - 4);
      return true;
    }
    refuse("A drawing uses parts only, and " + quoted(value) + " is none.",
           inside ? "Write href=\"name.svg\" for another part." : "Write href=\"parts/name.svg\".");
    return false;
  }

  PictureFile& picture_;
  Problems& problems_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  std::vector<PictureElement> open_;
  size_t depth_ = 0;
  int skipped_ = 0, elements_ = 0, refusals_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::optional<PictureFile> read_picture(const std::string& file, std::string_view text, Problems& problems) {
  PictureFile picture;
  picture.file = file;
  picture.name = file.substr(file.rfind('/') + 1);
  picture.name.resize(picture.name.size() - std::string_view(".svg").size());
  if (text.size() > kMaxPictureBytes) {
    problems.error({file}, "The drawing has more than " + std::to_string(kMaxPictureBytes / 1024) + " kB.",
                   "It is too complex: draw it with fewer shapes.");
    return std::nullopt;
  }
  if (!Reader(picture, problems).read(text)) return std::nullopt;
  return picture;
}

}  // namespace kiosk::publish
