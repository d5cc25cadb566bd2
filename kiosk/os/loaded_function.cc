#include "kiosk/os/loaded_function.h"

#include <dlfcn.h>

namespace kiosk::os {

void* loaded_function(const char* name) { return dlsym(RTLD_DEFAULT, name); }

}  // namespace kiosk::os
