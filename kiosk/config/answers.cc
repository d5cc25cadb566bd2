#include "kiosk/config/answers.h"

#include <sstream>

#include "kiosk/config/toml.h"

namespace kiosk::config {

std::string to_toml(const Answers& answers) {
  toml::table hours;
  if (answers.open) hours.insert("open", *answers.open);
  toml::table table{
      {"hours", hours},
      {"kiosk", toml::table{{"language", answers.language.str()}, {"name", answers.name}, {"place", answers.place}}},
      {"panel", toml::table{{"rotation", answers.rotation}}},
      {"staff", toml::table{{"pin", answers.pin}}},
  };
  std::ostringstream text;
  text << table << "\n";
  return text.str();
}

}  // namespace kiosk::config
