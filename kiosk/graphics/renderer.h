// Draws ImGui's draw lists with OpenGL ES 2. Our own because the packaged back end is built for desktop OpenGL, which a
// Raspberry Pi under a Wayland compositor and an off-screen context do not reliably have.
// Belongs to the thread whose GL context is current; everything in it dies with that context.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "kiosk/base/colour.h"
#include "kiosk/base/result.h"
#include "kiosk/graphics/damage.h"
#include "kiosk/graphics/image.h"
#include "kiosk/graphics/rotation.h"

struct ImDrawData;

namespace kiosk::graphics {

enum class TextureKind {
  coverage,  // one byte a pixel: how much of the drawing colour
  colour,    // four bytes a pixel
};

using TextureId = uintptr_t;  // what a draw list carries as ImTextureID; 0 is none

// For one colour: no texture is sampled, which is most of the work without a graphics card.
constexpr TextureId kPlain = ~TextureId{0};

class Renderer {
 public:
  // REQUIRES: a GL ES 2 context is current. Error: Code::unsupported, with the driver's own words.
  static Result<std::unique_ptr<Renderer>> create();
  ~Renderer();

  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  TextureId create_texture(TextureKind kind, int width, int height, std::span<const uint8_t> pixels);

  // Replaces the rows [top, bottom) of a coverage texture; `pixels` is the whole picture.
  void update_rows(TextureId texture, int width, int top, int bottom, std::span<const uint8_t> pixels);
  void drop_texture(TextureId texture);

  // Fills `region` of a frame of `width` x `height` px with `paper` and draws on it; the rest of the buffer stays as it
  // is. All these are logical; the frame buffer holds the picture turned.
  void draw(const ImDrawData& data, int width, int height, Colour paper, const PixelRect& region,
            Rotation rotation = Rotation::none);

  // What the frame buffer, of this size, holds now. REQUIRES: called after draw() and before buffers are
  // swapped.
  Image read(int width, int height) const;

  // The driver's name of the device, to log it once.
  std::string device() const;

 private:
  Renderer() = default;

  struct Program {
    unsigned id = 0;
    int size = -1, turn = -1;  // locations of the uniforms
  };

  static Result<Program> link(const char* fragment_shader);
  const Program& program_for(TextureId texture) const;

  Program plain_, coverage_, colour_;
  unsigned vertices_ = 0, indices_ = 0;
  std::map<TextureId, TextureKind> textures_;
};

}  // namespace kiosk::graphics
