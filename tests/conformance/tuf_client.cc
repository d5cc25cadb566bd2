// The TUF client under the command line that the public conformance suite (theupdateframework/tuf-conformance,
// CLIENT-CLI.md) drives:
//   tuf_client --metadata-dir D init ROOT
//   tuf_client --metadata-dir D --metadata-url U refresh
//   tuf_client --metadata-dir D --metadata-url U --target-name P... --target-dir T --target-base-url V download
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/crypto/sha256.h"
#include "kiosk/http/client.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/update/tuf/client.h"
#include "kiosk/update/tuf/verify.h"

namespace {

using namespace kiosk;
using namespace kiosk::update;

// The suite serves metadata and targets from two addresses over plain HTTP on the loopback.
class SuiteSource : public Source {
 public:
  SuiteSource(std::string metadata, std::string targets)
      : metadata_(std::move(metadata)), targets_(std::move(targets)), client_(http::Client::create(options())) {}

  Status read(const std::string& path, uint64_t offset, const Sink& sink) override {
    const std::string kMetadata = "metadata/", kTargets = "targets/";
    if (path.rfind(kMetadata, 0) == 0) return client_->get(metadata_ + path.substr(kMetadata.size()), offset, sink);
    return client_->get(targets_ + path.substr(kTargets.size()), offset, sink);
  }

 private:
  static http::Options options() {
    http::Options options;
    options.protocols = http::Protocols::plain_too;
    return options;
  }

  std::string metadata_, targets_;
  std::unique_ptr<http::Client> client_;
};

struct Arguments {
  std::map<std::string, std::string> options;
  std::vector<std::string> targets;
  std::vector<std::string> words;
};

Arguments read_arguments(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    std::string word = values[i];
    if (word.rfind("--", 0) != 0 || i + 1 == count) {
      arguments.words.push_back(word);
    } else if (word == "--target-name") {
      arguments.targets.push_back(values[++i]);
    } else {
      arguments.options[word] = values[++i];
    }
  }
  return arguments;
}

Status download(Source& source, tuf::Client& client, const std::string& name, const std::filesystem::path& folder) {
  KIOSK_TRY(target, client.find_target(name));
  // One flat file a target: its name's digest, so that no name can lead out of the folder.
  const std::filesystem::path place = folder / crypto::sha256(name).hex();
  const auto length = static_cast<size_t>(target.length);
  if (auto held = os::read_file(place, length);
      held.ok() && held->size() == length && tuf::verify_hashes(name, target.hashes, *held).ok()) {
    return {};
  }
  size_t slash = name.rfind('/');
  std::string path = "targets/" + (slash == std::string::npos ? "" : name.substr(0, slash + 1)) +
                     target.hashes.begin()->second + "." + name.substr(slash + 1);
  KIOSK_TRY(bytes, source.read_all(path, length));
  if (bytes.size() != length) return Error{Code::damaged, name + " was refused: it is shorter than was signed for."};
  KIOSK_TRY_STATUS(tuf::verify_hashes(name, target.hashes, bytes));
  return os::write_durably(place, bytes);
}

Status run(Arguments arguments) {
  if (arguments.words.empty()) return Error{Code::invalid, "A command is missing: init, refresh or download."};
  const std::string& command = arguments.words[0];
  tuf::FolderMetadataStore store(arguments.options["--metadata-dir"]);
  if (command == "init") {
    if (arguments.words.size() != 2) return Error{Code::invalid, "init takes one file."};
    KIOSK_TRY(root, os::read_file(arguments.words[1], 1'000'000));
    return store.save("root", root);
  }
  SuiteSource source(arguments.options["--metadata-url"], arguments.options["--target-base-url"]);
  tuf::Client client(source, store, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  KIOSK_TRY_STATUS(client.refresh());
  if (command == "refresh") return {};
  for (const std::string& target : arguments.targets) {
    KIOSK_TRY_STATUS(download(source, client, target, arguments.options["--target-dir"]));
  }
  return {};
}

}  // namespace

int main(int count, char** values) {
  Status status = run(read_arguments(count, values));
  if (status.ok()) return 0;
  std::fprintf(stderr, "%s\n", status.error().message.c_str());
  return 1;
}
