// Puts a kiosk's frames into the current OpenGL frame buffer: one ImGui context, one renderer, the text atlas and the
// catalog's pictures as textures. One a process, on the thread whose GL context is current.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/picture_decoder.h"
#include "kiosk/graphics/renderer.h"

namespace kiosk::app {

class Stage {
 public:
  // Every frame is turned by `rotation` on its way. Error: Code::unsupported when the driver cannot do it.
  static Result<std::unique_ptr<Stage>> create(text::Engine& engine,
                                               graphics::Rotation rotation = graphics::Rotation::none);
  ~Stage();

  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  // Every further frame is turned so instead.
  void turn(graphics::Rotation rotation);

  // Draws one frame of `width` x `height` px, logical. `buffer_age` says how many frames ago the buffer was drawn into
  // that it goes to, so that only what has changed since is drawn; 0: its content is not known, all is drawn.
  const ui::Scene& draw(Kiosk& kiosk, int width, int height, int buffer_age = 0);

  // What stands in the frame buffer, of this size. REQUIRES: draw() was called, buffers were not swapped since.
  graphics::Image read(int width, int height) const { return renderer_->read(width, height); }

  // From now on drawings are decoded on a thread of their own: picture() has none until `ready` was called, by any
  // thread, and pictures_arrived() is true until the next draw().
  void decode_aside(std::function<void()> ready);
  bool pictures_arrived() const { return decoder_ && decoder_->any(); }

  // A picture of `catalog` as a texture; none where it cannot be read. Kept until forget_pictures(), or until it takes
  // the room of those that were drawn since.
  std::optional<ui::Picture> picture(const catalog::Catalog& catalog, const std::string& path);
  void forget_pictures();

  std::string device() const { return renderer_->device(); }

 private:
  Stage(text::Engine& engine, std::unique_ptr<graphics::Renderer> renderer, graphics::Rotation rotation);
  void upload_atlas();

  text::Engine& engine_;
  std::unique_ptr<graphics::Renderer> renderer_;
  graphics::Rotation rotation_;
  graphics::Damage damage_;
  graphics::TextureId atlas_ = 0;
  int atlas_width_ = 0, atlas_height_ = 0;

  struct Kept {
    std::optional<ui::Picture> picture;
    uint64_t used = 0;     // the last frame that drew it
    bool awaited = false;  // of the decoder

    size_t bytes() const { return picture ? size_t{4} * picture->width * picture->height : 0; }
  };
  void make_room();
  void keep(const std::string& path, const Result<graphics::Image>& image);
  void take_decoded();

  std::map<std::string, Kept> pictures_;
  std::unique_ptr<PictureDecoder> decoder_;  // none: decoded where they are drawn
  uint64_t frame_ = 1;
};

}  // namespace kiosk::app
