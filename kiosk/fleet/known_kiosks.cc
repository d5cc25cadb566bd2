#include "kiosk/fleet/known_kiosks.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"

namespace kiosk::fleet {
namespace {

constexpr size_t kMostBytes = 16u << 20;
constexpr size_t kKeyDigits = 64;

bool is_key(std::string_view text) {
  return text.size() == kKeyDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<KnownKiosk> parse_line(std::string_view line) {
  KnownKiosk kiosk;
  if (line.size() <= kKeyDigits || line[kKeyDigits] != ' ') return std::nullopt;
  kiosk.key = line.substr(0, kKeyDigits);
  std::string_view rest = line.substr(kKeyDigits + 1);
  auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), kiosk.number);
  if (!is_key(kiosk.key) || error != std::errc() || kiosk.number < 0) return std::nullopt;
  rest.remove_prefix(static_cast<size_t>(end - rest.data()));
  if (!rest.empty() && rest.front() != ' ') return std::nullopt;
  if (!rest.empty()) kiosk.name = rest.substr(1);
  return kiosk;
}

}  // namespace

Result<KnownKiosks> KnownKiosks::read(const std::filesystem::path& file) {
  auto text = os::read_file(file, kMostBytes);
  if (!text.ok() && text.error().code == Code::not_found) return KnownKiosks();
  if (!text.ok()) return text.error();
  return parse(*text, file.string());
}

Result<KnownKiosks> KnownKiosks::parse(std::string_view text, const std::string& name) {
  KnownKiosks known;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    auto kiosk = parse_line(line);
    if (!kiosk) {
      return Error{Code::damaged,
                   name + ", line " + std::to_string(number) +
                       ": a line is a key of 64 hexadecimal digits, a number and a name. Correct or remove it."};
    }
    if (known.with_key(kiosk->key)) {
      return Error{Code::damaged, name + ", line " + std::to_string(number) + ": this key is there twice. Remove one."};
    }
    known.all_.push_back(std::move(*kiosk));
  }
  return known;
}

std::string KnownKiosks::format() const {
  std::string text = "# key, highest number seen, name\n";
  for (const KnownKiosk& kiosk : all_) {
    text += kiosk.key + " " + std::to_string(kiosk.number) + (kiosk.name.empty() ? "" : " " + kiosk.name) + "\n";
  }
  return text;
}

Status KnownKiosks::write(const std::filesystem::path& file) const {
  if (file.has_parent_path()) KIOSK_TRY_STATUS(os::make_folder_durably(file.parent_path()));
  return os::write_durably(file, format());
}

KnownKiosk* KnownKiosks::with_key(const std::string& key) {
  auto found = std::find_if(all_.begin(), all_.end(), [&](const KnownKiosk& kiosk) { return kiosk.key == key; });
  return found == all_.end() ? nullptr : &*found;
}

const KnownKiosk* KnownKiosks::with_name(const std::string& name) const {
  auto found = std::find_if(all_.begin(), all_.end(), [&](const KnownKiosk& kiosk) { return kiosk.name == name; });
  return found == all_.end() ? nullptr : &*found;
}

}  // namespace kiosk::fleet
