#include "kiosk/rules/file_name.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace kiosk::rules {

std::string comparable_name(std::string_view name) {
  utf8proc_uint8_t* made = nullptr;
  auto form = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
  utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                       static_cast<utf8proc_ssize_t>(name.size()), &made, form);
  std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owned(made, std::free);
  return size < 0 ? std::string(name) : std::string(reinterpret_cast<const char*>(made), static_cast<size_t>(size));
}

}  // namespace kiosk::rules
