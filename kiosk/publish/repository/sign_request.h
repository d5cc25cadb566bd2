// One file that is carried to the next signer and back: what is to be signed, who may sign it, and for contacts both
// editions of contacts.db, so that the signer sees every number before signing. It holds nothing secret.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/publish/repository/number_changes.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk::publish {

struct SignRequest {
  struct File {
    DraftFile draft;
    std::vector<std::string> key_ids;  // whose signature counts
  };
  std::vector<File> files;
  std::string contacts;  // bytes of the new contacts.db; empty when no numbers are signed for
  std::string previous;  // of the one before; may be empty
};

// What the draft waits for. Error: Code::not_found without a draft.
Result<SignRequest> make_sign_request(const Repository& repository);

Status write_sign_request(const SignRequest& request, const std::filesystem::path& file);
// Error: Code::invalid, also when the contacts.db in it is not the one that is to be signed.
Result<SignRequest> read_sign_request(const std::filesystem::path& file);

// Empty when no numbers are signed for. `folder` is for two temporary files.
Result<NumberChanges> numbers_of(const SignRequest& request, const std::filesystem::path& folder);

// Signs each file that counts this key; how many those were. Error: Code::refused when there was none.
Result<int> sign(SignRequest& request, const SigningKey& key);

// Takes the signatures of a returned request over into the draft. Error: Code::refused when it is for another draft.
Status take_signatures(const Repository& repository, const SignRequest& request);

}  // namespace kiosk::publish
