// Whose clock a publisher's is compared with: the server from which kiosks fetch the repository. --address names it,
// once: the repository remembers it, in record/address. Else the settings of this computer's kiosk do, which fetches
// from there itself. Nothing but a clock is asked of it, and no content is believed for it.
#pragma once

#include <string>

#include "kiosk/main/signing_dialogue.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk {

// What --address says where no server is to be asked, and the one that was remembered is forgotten.
inline constexpr const char* kNoServer = "none";

struct OwnServer {
  std::string address;  // empty: none is known
  std::string proxy;
  std::string named_in;  // the file that names it; empty: the command line
};

// Ends the command where an address or settings that were asked for are wrong.
OwnServer own_server(const SigningArguments& arguments, const publish::Repository& repository);

// Of the command line, once its server has answered.
void remember(const OwnServer& server, const publish::Repository& repository);

}  // namespace kiosk
