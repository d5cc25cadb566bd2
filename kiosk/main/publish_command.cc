// The steps are the commands that do them one by one, so that each asks and says here what it asks and says there:
// check and build, draft and sign, export and read back. What is in between lies in a folder that is thrown away.
#include "kiosk/main/publish_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>

#include "kiosk/main/destination.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

struct PublishArguments {
  std::string content = "content", repository = "repository", to, passphrase_file, numbers, address;
  std::vector<std::string> keys;
  bool yes = false, system_disk = false;
};

class ScratchFolder {
 public:
  ScratchFolder() {
    path_ = (fs::temp_directory_path() / "kioskctl-publish-XXXXXX").string();
    if (!mkdtemp(path_.data())) path_.clear();
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "kioskctl: %s\n", message.c_str());
  throw CLI::RuntimeError(1);
}

void publish(const PublishArguments& arguments, const RunCommand& run) {
  if (!arguments.to.empty()) {
    if (auto drive = judge_destination(arguments.to, arguments.system_disk); !drive.ok()) fail(drive.error().message);
  }
  ScratchFolder scratch;
  if (scratch.path().empty())
    fail("No folder can be made in " + fs::temp_directory_path().string() + ". Check the space on the disk.");
  auto step = [&](std::vector<std::string> command) {
    if (int code = run(command); code != 0) throw CLI::RuntimeError(code);
  };
  const std::string catalog = scratch.path() + "/catalog";
  step({"content", "build", arguments.content, catalog});
  std::vector<std::string> sign{"repository", "publish", arguments.repository, catalog};
  for (const std::string& key : arguments.keys) sign.insert(sign.end(), {"--key", key});
  if (!arguments.passphrase_file.empty()) sign.insert(sign.end(), {"--passphrase-file", arguments.passphrase_file});
  if (!arguments.numbers.empty()) sign.insert(sign.end(), {"--numbers", arguments.numbers});
  if (!arguments.address.empty()) sign.insert(sign.end(), {"--address", arguments.address});
  if (arguments.yes) sign.push_back("--yes");
  step(sign);
  if (arguments.to.empty()) return;
  std::vector<std::string> take_along{"repository", "export", arguments.repository, arguments.to};
  if (arguments.system_disk) take_along.push_back("--system-disk");
  step(take_along);
}

}  // namespace

void add_publish_command(CLI::App& kioskctl, const RunCommand& run) {
  auto arguments = std::make_shared<PublishArguments>();
  CLI::App* command = kioskctl.add_subcommand("publish", "Check, build, sign, export and read back, in one command");
  command->add_option("CONTENT", arguments->content, "the content folder")->capture_default_str();
  command->add_option("--repository", arguments->repository, "the repository folder")->capture_default_str();
  command->add_option("--key", arguments->keys, "a private key to sign with; repeat it for each");
  command->add_option("--passphrase-file", arguments->passphrase_file,
                      "read the pass phrase from the first line of this file");
  command->add_option("--to", arguments->to, "the stick or folder to export to; without it nothing is exported");
  command->add_flag("--system-disk", arguments->system_disk, "export also to a folder on a disk of this computer");
  command->add_option(
      "--numbers", arguments->numbers,
      "with two keys of the contacts: a file of the numbers from your own source, \"ID NUMBER\" a line");
  command->add_option("--address", arguments->address,
                      "from where kiosks fetch this repository: its server's clock is compared with this one, now and "
                      "each time from then on; \"none\" forgets it");
  command->add_flag("--yes", arguments->yes, "sign without asking; for tests");
  command->callback([arguments, run] { publish(*arguments, run); });
}

}  // namespace kiosk
