#include "kiosk/ui/frame.h"

#include <algorithm>

#include "kiosk/catalog/keyboard.h"
#include "kiosk/text/icons.h"
#include "kiosk/ui/read_along.h"

namespace kiosk::ui {
namespace {

// The height of a zone in which all screens still work, and the highest point a seated hand reaches (R38, R39).
constexpr float kSmallestZoneMm = 90, kReachHeightMm = 1100, kReachPart = 0.4f;
constexpr float kWorthLowering = 60;  // mm that reach mode must gain to be offered
// Who stands before a large panel stands further away.
constexpr float kSwell = 0.4f;  // how much larger a tick begins
constexpr float kLargeType = 1.25f, kTallType = 1.15f;

}  // namespace

Frame::Frame(Painter& painter, Inputs inputs, std::string screen, std::string argument)
    : painter_(painter),
      inputs_(std::move(inputs)),
      theme_(inputs_.settings.high_contrast ? high_contrast_theme() : paper_theme()),
      surface_(theme_.paper),
      language_(inputs_.settings.language) {
  accessibility::Tree& tree = scene_.tree;
  tree.screen = std::move(screen);
  tree.argument = std::move(argument);
  tree.language = inputs_.settings.language;
  tree.direction = inputs_.settings.language.direction();
  tree.modes = {inputs_.settings.text_scale, inputs_.settings.high_contrast, inputs_.settings.reach,
                inputs_.speech.explore};
  tree.panel = {inputs_.panel.px_per_mm, width(), height(), inputs_.panel.bottom_edge_mm};
  clips_.push_back({0, 0, width(), height()});
  scene_.paper = theme_.paper;
  set_hidden(inputs_.settings.curtain);
}

void Frame::set_hidden(bool hidden) {
  hidden_ = hidden;
  painter_.set_silent(hidden);
}

Rect Frame::low_zone() const {
  float lower = std::max(height() * kReachPart, mm(kSmallestZoneMm));
  float reachable = mm(kReachHeightMm - inputs_.panel.bottom_edge_mm);
  float tall = std::min(height(), std::min(lower, std::max(reachable, mm(kSmallestZoneMm))));
  return {0, height() - tall, width(), tall};
}

const catalog::Keyboard& Frame::keyboard() const {
  static const catalog::Keyboard none;
  return inputs_.keyboard ? *inputs_.keyboard : none;
}

Rect Frame::zone() const { return inputs_.settings.reach && has_reach() ? low_zone() : Rect{0, 0, width(), height()}; }

bool Frame::has_reach() const { return height() - low_zone().height >= mm(kWorthLowering); }

float Frame::type_factor() const {
  SizeClass panel = size_class();
  return panel.size != Size::large ? 1 : panel.tall ? kTallType : kLargeType;
}

const text::Paragraph& Frame::lay(const std::string& text, const TextStyle& style, float width,
                                  std::vector<text::Part> parts) {
  text::Request request;
  request.text = text;
  request.language = language_;
  request.direction = language_.direction();
  float scale = style.scale > 0 ? style.scale : inputs_.settings.text_scale * type_factor();
  request.capital_height = Px{mm(style.capital.value) * scale};
  request.weight = style.weight;
  request.align = style.align;
  request.line_height = style.line_height;
  request.balanced = style.balanced;
  request.width = Px{std::max(0.0f, width)};
  request.parts = std::move(parts);
  return painter_.engine().layout(request);
}

float Frame::widest_word(const std::string& text, const TextStyle& style) {
  float widest = 0;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find(' ', begin), text.size());
    widest = std::max(widest, lay(text.substr(begin, end - begin), style, 0).width);
    begin = end + 1;
  }
  return widest;
}

accessibility::Node& Frame::node(accessibility::Role role, std::string id, std::string name, const Rect& at) {
  if (measuring_) return spare_ = {};
  accessibility::Node& node = scene_.tree.nodes.emplace_back();
  node.id = std::move(id);
  node.role = role;
  node.region = region_;
  node.hidden = hidden_;
  node.focused = !inputs_.hand.focused.empty() && inputs_.hand.focused == node.id;
  node.name = std::move(name);
  node.language = language_;
  node.direction = language_.direction();
  node.rect = painter_.place(at);
  node.clip = clips_.back();
  node.sensitive = scene_.tree.sensitivity == Sensitivity::red;
  return node;
}

void Frame::press(Action action, bool enabled) {
  if (measuring_) return;
  accessibility::Node& node = current();
  node.actions = {"press"};
  node.enabled = enabled;
  scene_.actions[node.id] = std::move(action);
}

float Frame::text(const text::Paragraph& paragraph, const Rect& box, const TextStyle& style) {
  Colour colour = style.colour.value_or(style.quiet ? theme_.ink_quiet : theme_.ink);
  if (measuring_) return paragraph.height;
  mark_heard(paragraph, box, colour);
  painter_.text(paragraph, box, colour);
  accessibility::TextRun& run = current().text.emplace_back();
  Rect place = painter_.place({box.x, box.y, box.width, paragraph.height});
  run.text = paragraph.request.text;
  run.language = paragraph.request.language;
  run.direction = paragraph.request.direction;
  float left = place.right(), right = place.x;
  for (const text::Line& line : paragraph.lines) {
    left = std::min(left, place.x + line.x);
    right = std::max(right, place.x + line.x + line.width);
  }
  if (!paragraph.lines.empty() && paragraph.request.width.value > 0)
    run.last_line = paragraph.lines.back().width / paragraph.request.width.value;
  run.rect = {left, place.y, std::max(0.0f, right - left), paragraph.height};
  run.size = paragraph.runs.empty() ? 0 : paragraph.runs.front().size;
  run.capital_height = Mm{paragraph.request.capital_height.value / inputs_.panel.px_per_mm};
  run.lines = static_cast<int>(paragraph.lines.size());
  run.line_height = run.lines ? paragraph.height / static_cast<float>(run.lines) : 0;
  run.broke_word = paragraph.broke_word;
  run.foreground = colour;
  run.background = surface_;
  return paragraph.height;
}

float Frame::text(const std::string& words, const TextStyle& style, const Rect& box, std::vector<text::Part> parts) {
  return text(lay(words, style, box.width, std::move(parts)), box, style);
}

float Frame::words(accessibility::Role role, std::string id, const std::string& words, const TextStyle& style,
                   const Rect& column, std::vector<text::Part> parts) {
  if (words.empty()) return 0;
  const text::Paragraph& paragraph = lay(words, style, column.width, std::move(parts));
  Rect box{column.x, column.y, column.width, paragraph.height};
  node(role, std::move(id), words, box);
  return text(paragraph, box, style);
}

void Frame::icon(std::string_view name, const Rect& square, Colour colour) {
  if (measuring_) return;
  auto paint = [&] { painter_.icon(name, square, colour); };
  const Swell* swell = inputs_.motion.as<Swell>();
  if (swell && swell->node == current().id)
    painter_.moved({.scale = 1 + kSwell * (1 - inputs_.motion.part), .about = painter_.place(square)}, paint);
  else
    paint();
  current().icon = name;
  current().icon_rect = painter_.place(square);
  auto icon = text::find_icon(name);
  current().icon_mirrored = icon && icon->mirrored && painter_.mirrored();
}

void Frame::focus_ring(const Rect& at, float radius) {
  if (measuring_ || !current().focused) return;
  ringed_ = true;
  painter_.border(at.inset(-mm(1.6f)), theme_.paper, mm(0.6f), radius + mm(1.6f));
  painter_.border(at.inset(-mm(1.2f)), theme_.focus, mm(1.2f), radius + mm(1.2f));
}

float Frame::measure(const std::function<float()>& draw) {
  bool was_measuring = measuring_, was_silent = painter_.silent();
  Colour surface = surface_;
  measuring_ = true;
  painter_.set_silent(true);
  float height = draw();
  measuring_ = was_measuring;
  painter_.set_silent(was_silent);
  surface_ = surface;
  return height;
}

void Frame::paint_only(const std::function<void()>& draw) {
  Scene kept = scene_;
  draw();
  scene_ = std::move(kept);
}

// Under the words, and a thick line below them, so that colour is not the only sign (R29, R99).
void Frame::mark_heard(const text::Paragraph& paragraph, const Rect& box, Colour words) {
  const Heard& heard = inputs_.speech.heard;
  if (heard.id.empty() || heard.id != current().id) return;
  auto range = find_heard(paragraph.request.text, heard);
  if (!range) return;
  float line = mm(0.8f);
  // On a filled plate the words keep it, and only the line marks them.
  bool tint = contrast(words, theme_.heard) >= 7;
  Colour under = !tint ? words : theme_.high_contrast ? theme_.focus : theme_.action;
  Rect place = painter_.place(box);  // a paragraph is laid out as it stands on the screen: only its box is mirrored
  for (const Rect& mark : marks_of(paragraph, *range)) {
    Rect at{place.x + mark.x - mm(0.6f), place.y + mark.y, mark.width + mm(1.2f), mark.height};
    if (tint) painter_.fill_placed(at, theme_.heard);
    painter_.fill_placed({at.x, at.bottom() - line, at.width, line}, under);
    if (!scene_.read_along) scene_.read_along = at;
  }
}

Scene Frame::finish() && {
  for (accessibility::Node& node : scene_.tree.nodes) {
    if (!node.hidden) continue;
    node.text.clear();
    node.icon.clear();
    if (node.phone) node.phone->glyphs.clear();
  }
  // What is only read has no ring of its own.
  for (const accessibility::Node& node : scene_.tree.nodes) {
    if (!node.focused || ringed_) continue;
    Rect seen = node.rect.intersect(node.clip).inset(-mm(0.8f));
    painter_.border_placed(seen, theme_.focus, mm(1.2f), mm(2));
  }
  std::stable_partition(scene_.tree.nodes.begin(), scene_.tree.nodes.end(),
                        [](const accessibility::Node& node) { return node.region == accessibility::Region::page; });
  return std::move(scene_);
}

void Frame::push_clip(const Rect& at) {
  clips_.push_back(clips_.back().intersect(painter_.place(at)));
  painter_.push_clip(clips_.back());
}

void Frame::pop_clip() {
  clips_.pop_back();
  painter_.pop_clip();
}

}  // namespace kiosk::ui
