#include "kiosk/publish/translation.h"

#include "kiosk/crypto/sha256.h"

namespace kiosk::publish {
namespace {

std::string normalized(std::string_view text) {
  std::string lines;
  lines.reserve(text.size() + 1);
  for (size_t at = 0; at < text.size();) {
    size_t stop = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, stop - at);
    at = stop + 1;
    lines += line.substr(0, line.find_last_not_of(" \t") + 1);
    lines += '\n';
  }
  size_t first = lines.find_first_not_of('\n');
  if (first == std::string::npos) return {};
  return lines.substr(first, lines.find_last_not_of('\n') + 2 - first);
}

// Drawings say nothing that a translator has to write: a page that gains one leaves its translations as good as before.
std::string without_drawings(std::string_view body) {
  std::string words;
  for (;;) {
    const size_t begin = body.find("![");
    const size_t address = begin == std::string_view::npos ? begin : body.find("](", begin);
    if (address == std::string_view::npos) return words += body;
    const size_t end = body.find(')', address);
    const bool drawing = end != std::string_view::npos && body.substr(address + 2).starts_with("pictures/");
    const size_t next = drawing ? body.find_first_not_of(" \t\n", end + 1) : address + 2;
    words += body.substr(0, drawing ? begin : next);
    if (next == std::string_view::npos) return words;
    body.remove_prefix(next);
  }
}

}  // namespace

std::string words_hash(const TopicFile& source) {
  std::string words = source.title.text + "\n" + source.summary.text + "\n";
  for (const Text& keyword : source.keywords) words += keyword.text + "\n";
  words += "\n" + normalized(without_drawings(source.body));
  return crypto::sha256(words).hex().substr(0, 16);
}

}  // namespace kiosk::publish
