#include "tests/soak/publisher.h"

#include <cstdio>

#include "kiosk/base/check.h"
#include "kiosk/base/instant.h"
#include "kiosk/publish/build.h"
#include "kiosk/update/repository_layout.h"
#include "tests/support/simulated_store.h"

namespace kiosk::test {
namespace {

namespace fs = std::filesystem;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

std::vector<std::string> objects_of(const fs::path& catalog) {
  std::vector<std::string> all;
  if (!fs::exists(catalog / "objects")) return all;
  for (const auto& entry : fs::recursive_directory_iterator(catalog / "objects")) {
    if (entry.is_regular_file()) all.push_back(read_file(entry.path()));
  }
  return all;
}

}  // namespace

Publisher::Publisher(fs::path content, Instant now) : content_(std::move(content)), repository_(now) {}

void Publisher::build_edition(Date day, const fs::path& out) {
  const fs::path folder = work_ / "content";
  fs::remove_all(folder);
  fs::copy(content_, folder, fs::copy_options::recursive);
  const std::string today = format_date(day);
  publish::Problems problems;
  const auto starter = publish::load_content(folder, problems);
  KIOSK_CHECK(starter && starter->pack.published);
  const std::string before = format_date(*starter->pack.published);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".yaml" && ending != ".md") continue;
    std::string text = read_file(entry.path());
    replace_all(text, before, today);
    if (entry.path().filename() == "at-the-border.en.md") text += "\nThis was read again on " + today + ".\n";
    write_file(entry.path(), text);
  }
  const auto edition = publish::load_content(folder, problems);
  KIOSK_CHECK(edition);
  const Status built = publish::build_catalog(*edition, out);
  if (!built.ok()) std::fprintf(stderr, "%s\n", built.error().message.c_str());
  KIOSK_CHECK(built.ok());
}

void Publisher::write_stick(Date day, const fs::path& stick) {
  const fs::path catalog = work_ / "catalog";
  build_edition(day, catalog);
  const Content edition{read_file(catalog / "contacts.db"), read_file(catalog / "content.db"), objects_of(catalog)};
  const Instant now{day.time_since_epoch()};
  using update::tuf::Header;
  for (Header* header :
       std::initializer_list<Header*>{&repository_.timestamp, &repository_.snapshot, &repository_.targets["targets"],
                                      &repository_.targets["contacts"], &repository_.targets["content"]}) {
    header->created = now;
    header->expires = now + std::chrono::days(365);
  }
  // As who publishes does: deltas from a few releases, not from all that ever were.
  std::erase_if(repository_.targets["content"].targets,
                [](const auto& target) { return target.first.starts_with("delta/"); });
  if (!last_content_.empty()) add_delta(repository_, last_content_, edition.content);
  last_content_ = edition.content;
  publish_release(repository_, edition);
  const fs::path folder = stick / update::kStickFolder;
  fs::remove_all(folder);
  for (const auto& [path, bytes] : repository_.files) {
    fs::create_directories((folder / path).parent_path());
    write_file(folder / path, bytes);
  }
}

}  // namespace kiosk::test
