#include "kiosk/publish/picture/composition.h"

#include <algorithm>
#include <charconv>

#include "kiosk/publish/picture/palette.h"

namespace kiosk::publish {
namespace {

constexpr double kLine = 4, kThinnest = 2.5;  // units of the scene
constexpr int kMaxShapes = 600;               // of a scene with all its parts
constexpr size_t kMaxNesting = 4;             // parts in parts

// The same in every locale.
std::string number(double value) {
  char text[32];
  auto written = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 3);
  return {text, written.ptr};
}

class Composer {
 public:
  Composer(const PictureSet& set, catalog::Colours colours, Composition& made)
      : set_(set), colours_(colours), made_(made) {}

  void scene(const PictureFile& scene) {
    made_.svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\" fill=\"none\" stroke-width=\"4\" "
        "stroke-linecap=\"round\" stroke-linejoin=\"round\">";
    for (size_t i = 0; i < scene.elements.size(); ++i) {
      line_ = scene.elements[i].line;
      made_.svg += "<g id=\"" + element_id(i) + "\">";
      element(scene.elements[i], 1);
      made_.svg += "</g>";
    }
    made_.svg += "</svg>";
  }

 private:
  void refuse(const std::string& message, const std::string& remedy) {
    auto same = [&](const CompositionProblem& known) { return known.line == line_ && known.message == message; };
    if (std::none_of(made_.problems.begin(), made_.problems.end(), same))
      made_.problems.push_back({line_, message, remedy});
  }

  void element(const PictureElement& element, double scale) {
    if (++shapes_ > kMaxShapes) {
      refuse("With all its parts the drawing has more than " + std::to_string(kMaxShapes) + " shapes.",
             "Use fewer parts: one idea a picture.");
      return;
    }
    scale *= element.scale;
    if (element.name == "use") return part(element, scale);
    made_.svg += "<" + element.name;
    for (const auto& [key, value] : element.attributes) {
      if (key == "stroke-width") continue;
      made_.svg += " " + key + "=\"" + (key == "fill" || key == "stroke" ? colour(value) : value) + "\"";
    }
    if (element.attribute("stroke")) made_.svg += " stroke-width=\"" + width(element, scale) + "\"";
    made_.svg += ">";
    for (const PictureElement& child : element.children) this->element(child, scale);
    made_.svg += "</" + element.name + ">";
  }

  void part(const PictureElement& use, double scale) {
    auto part = set_.parts.find(use.part);
    if (part == set_.parts.end()) {
      refuse("There is no part \"" + use.part + "\".", "Write the name of a file in pictures/parts/.");
      return;
    }
    if (std::find(above_.begin(), above_.end(), use.part) != above_.end() || above_.size() == kMaxNesting) {
      refuse("The part \"" + use.part + "\" is used inside of itself, or too deep inside of others.",
             "Draw it of shapes.");
      return;
    }
    const std::string* transform = use.attribute("transform");
    made_.svg += transform ? "<g transform=\"" + *transform + "\">" : "<g>";
    above_.push_back(use.part);
    for (const PictureElement& child : part->second.elements) element(child, scale);
    above_.pop_back();
    made_.svg += "</g>";
  }

  std::string colour(const std::string& name) const { return colour_value(name, colours_).value_or("none"); }

  static std::string width(const PictureElement& element, double scale) {
    const std::string* written = element.attribute("stroke-width");
    const double wanted = written && *written == "8" ? 2 * kLine : kLine;
    return number(std::max(wanted, kThinnest / scale));
  }

  const PictureSet& set_;
  catalog::Colours colours_;
  Composition& made_;
  std::vector<std::string> above_;
  int shapes_ = 0, line_ = 0;
};

}  // namespace

Composition compose(const PictureFile& scene, const PictureSet& set, catalog::Colours colours) {
  Composition made;
  Composer(set, colours, made).scene(scene);
  return made;
}

std::string element_id(size_t index) { return "element-" + std::to_string(index); }

}  // namespace kiosk::publish
