// Before kioskctl signs: whether this computer's clock can be right (clock_check.h), also by the clock of the server
// from which kiosks fetch the repository, where its address is known (own_server.h).
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "kiosk/main/signing_dialogue.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk {

// --today, --address, --config, --authorities.
void add_clock_options(CLI::App* command, SigningArguments& arguments);

// Ends the command where the clock cannot be right. `catalog`: what is to be published; empty: nothing.
void check_own_clock(const SigningArguments& arguments, const publish::Repository& repository,
                     const std::filesystem::path& catalog);

}  // namespace kiosk
