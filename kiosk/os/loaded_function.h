// Functions that a library has in one build and not in another.
#pragma once

namespace kiosk::os {

// The address of a function in the libraries that this program has loaded; null: none has it. Asked for by name,
// because some linkers drop a weak reference to a shared library.
void* loaded_function(const char* name);

}  // namespace kiosk::os
