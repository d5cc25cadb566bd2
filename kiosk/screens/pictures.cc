#include "kiosk/screens/pictures.h"

namespace kiosk::screens {

catalog::Drawing drawing_of(const Context& context, const std::string& name) {
  if (name.empty()) return {};
  auto found = context.catalog.drawing(name, context.frame.settings().language);
  return found.ok() ? *std::move(found) : catalog::Drawing{};
}

catalog::Drawing drawing_of(const Context& context, const document::Block& block) {
  catalog::Drawing drawing = drawing_of(context, block.picture);
  if (!drawing.name.empty() && !block.picture_words.empty()) {
    drawing.words = block.picture_words;
    drawing.language = context.frame.language();
  }
  return drawing;
}

PictureSides picture_sides(const ui::Frame& frame) {
  ui::SizeClass panel = frame.size_class();
  if (panel.is_compact()) return {Mm{30}, Mm{18}};
  if (panel.size == ui::Size::regular && !panel.tall) return {Mm{42}, Mm{20}};
  return {Mm{56}, Mm{24}};
}

}  // namespace kiosk::screens
