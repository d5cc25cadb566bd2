// toml++ without exceptions, for the files of this layer alone.
#pragma once

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
