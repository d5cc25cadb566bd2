#include "kiosk/app/stage.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "kiosk/base/log.h"
#include "kiosk/catalog/drawing_file.h"

namespace kiosk::app {

using graphics::TextureKind;

namespace {

// Of textures: a screen of large pictures and the smaller ones of several pages.
constexpr size_t kMaxPictureBytes = 16 << 20;

}  // namespace

Result<std::unique_ptr<Stage>> Stage::create(text::Engine& engine, graphics::Rotation rotation) {
  KIOSK_TRY(renderer, graphics::Renderer::create());
  return std::unique_ptr<Stage>(new Stage(engine, std::move(renderer), rotation));
}

Stage::Stage(text::Engine& engine, std::unique_ptr<graphics::Renderer> renderer, graphics::Rotation rotation)
    : engine_(engine), renderer_(std::move(renderer)), rotation_(rotation) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // nothing of a visit is written (R70)
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  // ImGui draws shapes for us and never text: its own texture would be asked for nothing but its one white pixel.
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->AddFontDefault();
  io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(graphics::kPlain));
  io.Fonts->ClearTexData();
}

Stage::~Stage() { ImGui::DestroyContext(); }

void Stage::turn(graphics::Rotation rotation) {
  rotation_ = rotation;
  damage_.forget();
}

void Stage::upload_atlas() {
  const text::Atlas& atlas = engine_.atlas();
  if (!atlas_ || atlas_width_ != atlas.width || atlas_height_ != atlas.height) {
    if (atlas_) renderer_->drop_texture(atlas_);
    atlas_ = renderer_->create_texture(TextureKind::coverage, atlas.width, atlas.height, atlas.coverage);
    atlas_width_ = atlas.width;
    atlas_height_ = atlas.height;
  } else if (atlas.dirty_bottom > atlas.dirty_top) {
    renderer_->update_rows(atlas_, atlas.width, atlas.dirty_top, atlas.dirty_bottom, atlas.coverage);
  }
  engine_.clear_dirty();
}

const ui::Scene& Stage::draw(Kiosk& kiosk, int width, int height, int buffer_age) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0f / 60;
  if (!atlas_) upload_atlas();
  take_decoded();
  uint32_t revision_before = engine_.atlas().revision;
  // The atlas may grow while a frame is drawn, which moves what was drawn before: then it is drawn once more.
  uint32_t revision = 0;
  do {
    revision = engine_.atlas().revision;
    if (atlas_width_ != engine_.atlas().width || atlas_height_ != engine_.atlas().height) upload_atlas();
    ImGui::NewFrame();
    kiosk.draw(ImGui::GetBackgroundDrawList(), atlas_);
    ImGui::Render();
  } while (revision != engine_.atlas().revision);
  upload_atlas();
  if (revision != revision_before) damage_.forget();
  const ImDrawData& data = *ImGui::GetDrawData();
  renderer_->draw(data, width, height, kiosk.scene().paper, damage_.next(data, width, height, buffer_age), rotation_);
  make_room();
  ++frame_;
  return kiosk.scene();
}

std::optional<ui::Picture> Stage::picture(const catalog::Catalog& catalog, const std::string& path) {
  Kept& kept = pictures_[path];
  if (kept.used != 0) {
    kept.used = frame_;
    return kept.picture;
  }
  kept.used = frame_;
  auto bytes = catalog.medium(path);
  // A page waits for the size of a photograph; drawings are square, and it need not.
  if (bytes.ok() && decoder_ && path.starts_with(catalog::kDrawingFolder)) {
    kept.awaited = true;
    decoder_->decode(path, *std::move(bytes));
    return std::nullopt;
  }
  keep(path, bytes.ok() ? graphics::decode_image(*bytes) : Result<graphics::Image>(bytes.error()));
  return kept.picture;
}

void Stage::keep(const std::string& path, const Result<graphics::Image>& image) {
  Kept& kept = pictures_[path];
  kept.awaited = false;
  if (!image.ok()) {
    log(Priority::warning, "a picture of the content cannot be shown: " + path + ": " + image.error().message);
    return;
  }
  kept.picture = {renderer_->create_texture(TextureKind::colour, image->width, image->height, image->rgba),
                  image->width, image->height};
}

void Stage::decode_aside(std::function<void()> ready) { decoder_ = std::make_unique<PictureDecoder>(std::move(ready)); }

// What came for a page that was left before is kept too: the way back is the most likely one.
void Stage::take_decoded() {
  if (!decoder_) return;
  for (PictureDecoder::Decoded& one : decoder_->take()) keep(one.path, one.image);
}

// Of those that no frame has drawn for longest. What the frame just drawn has drawn stays, however much that is: the
// next one will most likely draw it too.
void Stage::make_room() {
  size_t bytes = 0;
  for (const auto& [path, kept] : pictures_) bytes += kept.bytes();
  while (bytes > kMaxPictureBytes) {
    auto oldest = std::min_element(pictures_.begin(), pictures_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.second.awaited, a.second.used) < std::pair(b.second.awaited, b.second.used);
    });
    if (oldest->second.awaited || oldest->second.used == frame_) return;
    bytes -= oldest->second.bytes();
    if (oldest->second.picture) renderer_->drop_texture(oldest->second.picture->texture);
    pictures_.erase(oldest);
    damage_.forget();  // the next texture may get this one's number
  }
}

void Stage::forget_pictures() {
  for (auto& [path, kept] : pictures_) {
    if (kept.picture) renderer_->drop_texture(kept.picture->texture);
  }
  pictures_.clear();
  if (decoder_) decoder_->forget();
  damage_.forget();
}

}  // namespace kiosk::app
