// One file that is carried to the next signer and back: what is to be signed, the new contacts.db, and the metadata in
// force with its signatures, from which the signer's own program works out what would change. It holds nothing secret,
// and nothing in it is believed (request_review.h).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/publish/repository/repository.h"
#include "kiosk/publish/repository/signing_record.h"

namespace kiosk::publish {

struct SignRequest {
  // The metadata in force, byte for byte.
  struct InForce {
    std::vector<std::string> roots;  // from the first on
    std::string targets;
    std::string contacts;  // empty before the first release
    std::string database;  // bytes of its contacts.db
  };

  std::vector<DraftFile> files;
  std::string contacts;  // bytes of the new contacts.db; empty when no numbers are signed for
  std::optional<InForce> in_force;
  SigningRecord record;
};

// What the draft waits for. Error: Code::not_found without a draft.
Result<SignRequest> make_sign_request(const Repository& repository);

Status write_sign_request(const SignRequest& request, const std::filesystem::path& file);
// Error: Code::invalid.
Result<SignRequest> read_sign_request(const std::filesystem::path& file);

// Takes the signatures of a returned request over into the draft. Error: Code::refused when it is for another draft.
Status take_signatures(const Repository& repository, const SignRequest& request);

}  // namespace kiosk::publish
