#include "kiosk/graphics/renderer.h"

#include <GLES2/gl2.h>
#include <imgui.h>
#include <algorithm>
#include <array>
#include <cstddef>

namespace kiosk::graphics {
namespace {

constexpr const char* kVertexShader = R"(
uniform vec2 size;
uniform mat2 turn;
attribute vec2 position;
attribute vec2 texel;
attribute vec4 colour;
varying vec2 at;
varying vec4 tint;
void main() {
  at = texel;
  tint = colour;
  vec2 upright = vec2(position.x / size.x * 2.0 - 1.0, 1.0 - position.y / size.y * 2.0);
  gl_Position = vec4(turn * upright, 0.0, 1.0);
})";

#define KIOSK_PRECISION                 \
  "#ifdef GL_FRAGMENT_PRECISION_HIGH\n" \
  "precision highp float;\n"            \
  "#else\n"                             \
  "precision mediump float;\n"          \
  "#endif\n"

constexpr const char* kPlainShader = KIOSK_PRECISION R"(
varying vec4 tint;
void main() { gl_FragColor = tint; })";

constexpr const char* kCoverageShader = KIOSK_PRECISION R"(
uniform sampler2D picture;
varying vec2 at;
varying vec4 tint;
void main() { gl_FragColor = vec4(tint.rgb, tint.a * texture2D(picture, at).a); })";

constexpr const char* kColourShader = KIOSK_PRECISION R"(
uniform sampler2D picture;
varying vec2 at;
varying vec4 tint;
void main() { gl_FragColor = tint * texture2D(picture, at); })";

enum Attribute : GLuint { kPosition, kTexel, kColour };

Result<GLuint> compile(GLenum kind, const char* source) {
  GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  GLint good = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
  if (good) return shader;
  char words[512] = "";
  glGetShaderInfoLog(shader, sizeof words, nullptr, words);
  return Error{Code::unsupported, std::string("the graphics driver refuses a shader: ") + words};
}

// Columns of the matrix that turns clip space, in which up is positive.
std::array<float, 4> turn_of(Rotation rotation) {
  switch (rotation) {
    case Rotation::none: return {1, 0, 0, 1};
    case Rotation::quarter: return {0, -1, 1, 0};
    case Rotation::half: return {-1, 0, 0, -1};
    case Rotation::three_quarters: return {0, 1, -1, 0};
  }
  KIOSK_CHECK(false);
}

}  // namespace

Result<Renderer::Program> Renderer::link(const char* fragment_shader) {
  KIOSK_TRY(vertex, compile(GL_VERTEX_SHADER, kVertexShader));
  KIOSK_TRY(fragment, compile(GL_FRAGMENT_SHADER, fragment_shader));
  Program program;
  program.id = glCreateProgram();
  glAttachShader(program.id, vertex);
  glAttachShader(program.id, fragment);
  glBindAttribLocation(program.id, kPosition, "position");
  glBindAttribLocation(program.id, kTexel, "texel");
  glBindAttribLocation(program.id, kColour, "colour");
  glLinkProgram(program.id);
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  GLint good = 0;
  glGetProgramiv(program.id, GL_LINK_STATUS, &good);
  if (!good) return Error{Code::unsupported, "the graphics driver cannot link the shaders."};
  program.size = glGetUniformLocation(program.id, "size");
  program.turn = glGetUniformLocation(program.id, "turn");
  return program;
}

Result<std::unique_ptr<Renderer>> Renderer::create() {
  std::unique_ptr<Renderer> renderer(new Renderer);
  KIOSK_TRY(plain, link(kPlainShader));
  renderer->plain_ = plain;
  KIOSK_TRY(coverage, link(kCoverageShader));
  renderer->coverage_ = coverage;
  KIOSK_TRY(colour, link(kColourShader));
  renderer->colour_ = colour;
  glGenBuffers(1, &renderer->vertices_);
  glGenBuffers(1, &renderer->indices_);
  return renderer;
}

Renderer::~Renderer() {
  for (auto [texture, kind] : textures_) {
    GLuint id = static_cast<GLuint>(texture);
    glDeleteTextures(1, &id);
  }
  glDeleteBuffers(1, &vertices_);
  glDeleteBuffers(1, &indices_);
  for (const Program& program : {plain_, coverage_, colour_}) glDeleteProgram(program.id);
}

TextureId Renderer::create_texture(TextureKind kind, int width, int height, std::span<const uint8_t> pixels) {
  bool coverage = kind == TextureKind::coverage;
  KIOSK_CHECK(pixels.size() >= size_t(width) * height * (coverage ? 1 : 4));
  GLuint id = 0;
  glGenTextures(1, &id);
  glBindTexture(GL_TEXTURE_2D, id);
  for (GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
  for (GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
    glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  GLenum format = coverage ? GL_ALPHA : GL_RGBA;
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), width, height, 0, format, GL_UNSIGNED_BYTE, pixels.data());
  textures_[id] = kind;
  return id;
}

void Renderer::update_rows(TextureId texture, int width, int top, int bottom, std::span<const uint8_t> pixels) {
  KIOSK_CHECK(textures_.at(texture) == TextureKind::coverage && pixels.size() >= size_t(width) * bottom);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, top, width, bottom - top, GL_ALPHA, GL_UNSIGNED_BYTE,
                  pixels.data() + size_t(top) * width);
}

void Renderer::drop_texture(TextureId texture) {
  GLuint id = static_cast<GLuint>(texture);
  glDeleteTextures(1, &id);
  textures_.erase(texture);
}

const Renderer::Program& Renderer::program_for(TextureId texture) const {
  if (texture == kPlain) return plain_;
  auto known = textures_.find(texture);
  KIOSK_CHECK(known != textures_.end());
  return known->second == TextureKind::coverage ? coverage_ : colour_;
}

void Renderer::draw(const ImDrawData& data, int width, int height, Colour paper, const PixelRect& region,
                    Rotation rotation) {
  if (region.empty()) return;
  auto [screen_width, screen_height] = turned_size(rotation, width, height);
  glViewport(0, 0, screen_width, screen_height);
  glDisable(GL_CULL_FACE);
  glDisable(GL_DEPTH_TEST);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  // Where all is drawn, the driver is told so by clearing without scissors: then it need not read what was there.
  if (region == PixelRect{0, 0, width, height})
    glDisable(GL_SCISSOR_TEST);
  else
    glEnable(GL_SCISSOR_TEST);
  auto scissor = [&, wide = screen_width, tall = screen_height](const PixelRect& logical) {
    PixelRect at = to_screen(rotation, logical, wide, tall);
    glScissor(at.left, tall - at.bottom, at.right - at.left, at.bottom - at.top);
  };
  scissor(region);
  glClearColor(static_cast<float>(paper.red) / 255, static_cast<float>(paper.green) / 255,
               static_cast<float>(paper.blue) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  for (const Program& program : {plain_, coverage_, colour_}) {
    glUseProgram(program.id);
    glUniform2f(program.size, static_cast<float>(width), static_cast<float>(height));
    glUniformMatrix2fv(program.turn, 1, GL_FALSE, turn_of(rotation).data());
  }
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (GLuint attribute : {kPosition, kTexel, kColour}) glEnableVertexAttribArray(attribute);
  auto offset = [](size_t bytes) { return reinterpret_cast<const void*>(bytes); };
  // Indices have 16 bits; a long page has more vertices than that, so commands say where theirs begin.
  auto begin_at = [&](size_t vertex) {
    size_t base = vertex * sizeof(ImDrawVert);
    glVertexAttribPointer(kPosition, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert),
                          offset(base + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(kTexel, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(base + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(kColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert),
                          offset(base + offsetof(ImDrawVert, col)));
  };

  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.Size * static_cast<GLsizeiptr>(sizeof(ImDrawVert)),
                 list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.Size * static_cast<GLsizeiptr>(sizeof(ImDrawIdx)),
                 list.IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list.CmdBuffer) {
      PixelRect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                     static_cast<int>(command.ClipRect.z), static_cast<int>(command.ClipRect.w)};
      clip = clip.cut(region);
      if (clip.empty() || command.ElemCount == 0) continue;
      auto texture = reinterpret_cast<TextureId>(command.TextureId);
      glUseProgram(program_for(texture).id);
      if (texture != kPlain) glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
      begin_at(command.VtxOffset);
      scissor(clip);
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                     sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                     offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
  }
  glDisable(GL_SCISSOR_TEST);
}

Image Renderer::read(int width, int height) const {
  Image image{width, height, std::vector<uint8_t>(size_t(width) * height * 4)};
  std::vector<uint8_t> upside_down(image.rgba.size());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  size_t row = size_t(width) * 4;
  for (int y = 0; y < height; ++y) {
    auto from = upside_down.begin() + static_cast<ptrdiff_t>(row * (height - 1 - y));
    std::copy(from, from + static_cast<ptrdiff_t>(row), image.rgba.begin() + static_cast<ptrdiff_t>(row * y));
  }
  for (size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
  return image;
}

std::string Renderer::device() const {
  const GLubyte* name = glGetString(GL_RENDERER);
  return name ? reinterpret_cast<const char*>(name) : "unknown";
}

}  // namespace kiosk::graphics
