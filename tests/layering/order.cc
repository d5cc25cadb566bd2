#include "tests/layering/order.h"

#include <algorithm>
#include <regex>
#include <vector>

namespace layering {
namespace {

// From the top down. A layer may include those of lower rows; those of one row do not know one another.
const std::vector<std::vector<std::string>> kRows = {
    {"main"},     {"app"},     {"screens"}, {"ui"},
    {"publish"},  {"fleet"},   {"speech"},  {"update"},
    {"stats"},    {"catalog"}, {"text"},    {"accessibility"},
    {"document"}, {"config"},  {"rules"},   {"sql", "crypto", "audio", "graphics", "http", "json"},
    {"os"},       {"base"},
};

struct Home {
  const char* header;  // a regular expression for the whole name between the marks
  std::vector<std::string> layers;
};

// Foreign headers and the layers that may see them.
const std::vector<Home> kHomes = {
    {R"(sqlite3\.h)", {"sql"}},
    {R"(openssl/.*)", {"crypto", "http"}},
    {R"(curl/.*)", {"http"}},
    {R"((AL/|alsa/|opus|ogg/|soundtouch/|ebur128).*)", {"audio"}},
    {R"(espeak-ng/.*)", {"speech"}},
    {R"((pango/|ft2build\.h|freetype/|hb|glib|FT_).*)", {"text"}},
    {R"(fontconfig/.*)", {"publish"}},
    {R"(xkbcommon/.*)", {"publish"}},
    {R"((stb/|stb_|turbojpeg).*)", {"graphics"}},
    {R"((GL|GLES\d?|EGL|KHR)/.*)", {"graphics", "app"}},
    {R"((GLFW/|wayland-).*)", {"graphics", "app"}},
    {R"((imgui/)?(imgui|imgui_internal|imgui_impl_\w+|misc/.*)\.h)", {"graphics", "ui", "screens", "app", "main"}},
    {R"(qrencode\.h)", {"graphics"}},
    {R"(md4c\.h)", {"document", "publish"}},
    {R"(utf8proc\.h)", {"base", "catalog", "config", "rules"}},
    {R"((phonenumbers|unicode)/.*)", {"publish"}},
    {R"((yaml-cpp/|gettext-po|libexif/|lcms2).*)", {"publish"}},
    {R"((librsvg/rsvg|expat|zlib)\.h)", {"publish"}},
    {R"(toml\+\+/.*)", {"config"}},
    {R"(CLI/.*)", {"main"}},
    {R"(zstd.*\.h)", {"publish", "update"}},
    {R"(nlohmann/.*)", {"json"}},
    {R"(systemd/.*)", {"os", "app", "main"}},
    // The limits that a program sets itself before anything else runs.
    {R"(sys/(prctl|resource)\.h)", {"main", "os"}},
    // The operating system itself: everything above asks kiosk/os instead.
    {R"((sys|linux|net|netinet|arpa)/.*|(unistd|fcntl|dirent|poll|signal|spawn|pwd|grp|termios|dlfcn)\.h)",
     {"os", "http"}},
    {R"(fnmatch\.h)", {"update"}},
};

int row_of(const std::string& layer) {
  for (size_t row = 0; row < kRows.size(); ++row)
    if (std::find(kRows[row].begin(), kRows[row].end(), layer) != kRows[row].end()) return static_cast<int>(row);
  return -1;
}

// "kiosk/text/engine.cc" -> "text"; "" for a path of another form.
std::string layer_of(const std::string& path) {
  static const std::regex form(R"(kiosk/([a-z0-9_]+)/.+)");
  std::smatch match;
  return std::regex_match(path, match, form) ? match[1].str() : "";
}

std::optional<std::string> arrow_objection(const std::string& layer, const std::string& target) {
  if (row_of(target) < 0) return "no layer is called " + target + ": write the full path, kiosk/<layer>/<file>.h";
  if (layer == target || row_of(target) > row_of(layer)) return std::nullopt;
  return layer + " must not know " + target + ": arrows point down only (see tests/layering/order.cc)";
}

std::optional<std::string> foreign_objection(const std::string& layer, const std::string& header) {
  for (const Home& home : kHomes) {
    if (!std::regex_match(header, std::regex(home.header))) continue;
    if (std::find(home.layers.begin(), home.layers.end(), layer) != home.layers.end()) return std::nullopt;
    return header + " is wrapped by " + home.layers.front() + " and not for " + layer;
  }
  static const std::regex standard(R"([a-z0-9_]+)");
  if (std::regex_match(header, standard)) return std::nullopt;
  return header + " has no home yet: give it one in tests/layering/order.cc";
}

}  // namespace

std::optional<std::string> objection(const std::string& file, const Include& include) {
  const std::string layer = layer_of(file);
  if (row_of(layer) < 0) return "this file is in no known layer";
  if (!include.quoted) return foreign_objection(layer, include.name);
  return arrow_objection(layer, layer_of(include.name));
}

bool is_layer(const std::string& folder) { return row_of(folder) >= 0; }

}  // namespace layering
