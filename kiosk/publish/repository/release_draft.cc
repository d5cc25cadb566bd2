#include "kiosk/publish/repository/release_draft.h"

#include <algorithm>

#include "kiosk/base/instant.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/json/json.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/durable.h"
#include "kiosk/os/file.h"
#include "kiosk/os/mapped_file.h"
#include "kiosk/update/catalog_check.h"
#include "kiosk/update/compression.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/write.h"

namespace kiosk::publish {

using namespace update;

namespace {

// A file named by its hash and of the right length is there already.
Status copy_once(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code absent;
  const auto length = std::filesystem::file_size(to, absent);
  if (!absent && length == std::filesystem::file_size(from, absent) && !absent) return {};
  return os::copy_durably(from, to);
}

struct Added {
  crypto::Sha256Digest digest;
  tuf::TargetFile file;
};

Result<Added> add_target(const Repository& repository, const std::string& target, const std::filesystem::path& file,
                         const std::string& custom = {}) {
  KIOSK_TRY(mapped, os::MappedFile::open(file));
  Added added;
  added.digest = crypto::sha256(mapped.bytes());
  added.file = {static_cast<int64_t>(mapped.bytes().size()), {{"sha256", added.digest.hex()}}, custom};
  KIOSK_TRY_STATUS(copy_once(file, repository.folder / target_path(target, added.digest)));
  return added;
}

Result<crypto::Sha256Digest> digest_of(const tuf::Targets& role, const std::string& target) {
  auto found = role.targets.find(target);
  if (found == role.targets.end() || found->second.hashes.count("sha256") == 0) {
    return Error{Code::not_found, "There is no " + target + "."};
  }
  return crypto::Sha256Digest::parse_hex(found->second.hashes.at("sha256"));
}

struct PlainContent {
  crypto::Sha256Digest digest;
  uint64_t length = 0;
};

std::optional<PlainContent> plain_content(const tuf::Targets& content) {
  auto found = content.targets.find(kContentTarget);
  if (found == content.targets.end()) return std::nullopt;
  auto custom = json::parse(found->second.custom);
  if (!custom.ok() || !custom->is_object()) return std::nullopt;
  auto length = custom->find("length"), digest = custom->find("sha256");
  if (length == custom->end() || digest == custom->end() || !length->is_number_integer() || !digest->is_string()) {
    return std::nullopt;
  }
  auto parsed = crypto::Sha256Digest::parse_hex(digest->get<std::string>());
  if (!parsed.ok()) return std::nullopt;
  return PlainContent{*parsed, length->get<uint64_t>()};
}

// The content of earlier releases, newest first, each once.
std::vector<tuf::Targets> earlier_contents(const Repository& repository, const State& state) {
  std::vector<tuf::Targets> found;
  if (!state.content) return found;
  for (int64_t version = state.content->version; version >= 1 && found.size() < kDeltas; --version) {
    auto text =
        os::read_file(repository.metadata() / (std::to_string(version) + ".content.json"), tuf::kMaxTargetsBytes);
    auto parsed = text.ok() ? tuf::parse_targets(*text) : Result<tuf::Signed<tuf::Targets>>(text.error());
    if (!parsed.ok()) continue;
    auto plain = plain_content(parsed->body);
    auto same = [&](const tuf::Targets& other) { return plain_content(other)->digest == plain->digest; };
    if (plain && std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(parsed->body));
  }
  return found;
}

class ContentDraft {
 public:
  ContentDraft(const Repository& repository, const State& state, const std::filesystem::path& catalog,
               ReleaseDraft& draft, const Step& step)
      : repository_(repository),
        state_(state),
        catalog_(catalog),
        draft_(draft),
        step_(step),
        working_(repository.folder / "working") {}

  Result<tuf::Targets> make() {
    KIOSK_TRY_STATUS(os::remove_tree(working_));
    KIOSK_TRY_STATUS(os::make_folder_durably(working_));
    Result<tuf::Targets> made = make_in_working_folder();
    KIOSK_TRY_STATUS(os::remove_tree(working_));
    return made;
  }

 private:
  Result<tuf::Targets> make_in_working_folder() {
    tuf::Targets next;
    KIOSK_TRY_STATUS(add_content(next));
    KIOSK_TRY_STATUS(add_objects(next));
    return next;
  }

  Status add_content(tuf::Targets& next) {
    const std::filesystem::path plain = catalog_ / catalog::kContentFile;
    KIOSK_TRY(mapped, os::MappedFile::open(plain));
    const crypto::Sha256Digest digest = crypto::sha256(mapped.bytes());
    if (auto before = state_.content ? plain_content(*state_.content) : std::nullopt;
        before && before->digest == digest) {
      // Unchanged words keep their files, deltas included.
      for (const auto& [path, file] : state_.content->targets) {
        if (path != kObjectsTarget) next.targets[path] = file;
      }
      return {};
    }
    draft_.content_changed = true;
    step_("Packing the content");
    KIOSK_TRY_STATUS(compress(plain, {}, working_ / "full"));
    const std::string custom =
        "{\"length\":" + std::to_string(mapped.bytes().size()) + ",\"sha256\":\"" + digest.hex() + "\"}";
    KIOSK_TRY(full, add_target(repository_, kContentTarget, working_ / "full", custom));
    next.targets[kContentTarget] = full.file;
    draft_.full_bytes = static_cast<uint64_t>(full.file.length);
    for (const tuf::Targets& earlier : earlier_contents(repository_, state_)) {
      KIOSK_TRY_STATUS(add_delta(earlier, plain, digest, next));
    }
    return {};
  }

  // An earlier release that can no longer be unpacked gets no delta: its kiosks fetch the whole file.
  Status add_delta(const tuf::Targets& earlier, const std::filesystem::path& plain, const crypto::Sha256Digest& to,
                   tuf::Targets& next) {
    const auto from = plain_content(earlier);
    auto packed = digest_of(earlier, kContentTarget);
    if (!from || !packed.ok()) return {};
    step_("Making a delta from an earlier release");
    Status unpacked =
        decompress(repository_.folder / target_path(kContentTarget, *packed), {}, working_ / "earlier", from->length);
    if (!unpacked.ok()) return {};
    KIOSK_TRY(base, os::MappedFile::open(working_ / "earlier"));
    if (crypto::sha256(base.bytes()) != from->digest) return {};
    Status made = compress(plain, base.bytes(), working_ / "delta");
    if (!made.ok() && made.error().code == Code::unsupported) return {};
    KIOSK_TRY_STATUS(made);
    if (std::filesystem::file_size(working_ / "delta") >= draft_.full_bytes) return {};
    const std::string target = delta_target(from->digest, to);
    KIOSK_TRY(delta, add_target(repository_, target, working_ / "delta"));
    next.targets[target] = delta.file;
    draft_.delta_bytes.push_back(static_cast<uint64_t>(delta.file.length));
    return {};
  }

  Status add_objects(tuf::Targets& next) {
    step_("Adding pictures and recordings");
    std::vector<ObjectEntry> entries;
    KIOSK_TRY(folders, os::list_folder(catalog_ / "objects"));
    for (const std::string& folder : folders) {
      KIOSK_TRY(names, os::list_folder(catalog_ / "objects" / folder));
      for (const std::string& name : names) {
        const std::filesystem::path file = catalog_ / "objects" / folder / name;
        KIOSK_TRY(mapped, os::MappedFile::open(file));
        const crypto::Sha256Digest digest = crypto::sha256(mapped.bytes());
        if (digest.hex() != name)
          return Error{Code::damaged, file.string() + " is not what its name says. Build anew."};
        entries.push_back({digest, mapped.bytes().size()});
        const std::filesystem::path place = repository_.folder / object_path(digest);
        draft_.objects_added += !std::filesystem::exists(place);
        KIOSK_TRY_STATUS(copy_once(file, place));
      }
    }
    KIOSK_TRY_STATUS(os::write_durably(working_ / "objects.json", write_objects_index(entries)));
    KIOSK_TRY(index, add_target(repository_, kObjectsTarget, working_ / "objects.json"));
    if (auto before =
            state_.content ? digest_of(*state_.content, kObjectsTarget) : Result<crypto::Sha256Digest>(Error{});
        !before.ok() || !(*before == index.digest)) {
      draft_.content_changed = true;
    }
    next.targets[kObjectsTarget] = index.file;
    return {};
  }

  const Repository& repository_;
  const State& state_;
  const std::filesystem::path& catalog_;
  ReleaseDraft& draft_;
  const Step& step_;
  const std::filesystem::path working_;
};

}  // namespace

Result<ReleaseDraft> draft_release(const Repository& repository, const std::filesystem::path& catalog, Instant now,
                                   const Step& step) {
  KIOSK_TRY(state, load_state(repository));
  step("Checking the catalog");
  KIOSK_TRY_STATUS(check_catalog(catalog));
  ReleaseDraft draft;
  std::vector<DraftFile> files;

  std::optional<ContactsEdition> contacts_before;
  if (!state.contacts) contacts_before.emplace();
  if (state.contacts) {
    KIOSK_TRY(digest, digest_of(*state.contacts, kContactsTarget));
    // One that rotted is replaced by this very release: then everything counts as new.
    auto before = read_contacts_edition(repository.folder / target_path(kContactsTarget, digest));
    if (before.ok()) contacts_before = std::move(*before);
  }
  const std::filesystem::path contacts_file = catalog / catalog::kContactsFile;
  KIOSK_TRY(contacts_after, read_contacts_edition(contacts_file));
  draft.contacts = compare_contacts(contacts_before, std::move(contacts_after));
  KIOSK_TRY(added, add_target(repository, kContactsTarget, contacts_file));
  tuf::Targets contacts = state.contacts.value_or(tuf::Targets());
  if (!state.contacts || contacts.targets[kContactsTarget].hashes != added.file.hashes) {
    draft.contacts_changed = true;
    contacts.version = state.contacts ? state.contacts->version + 1 : 1;
    contacts.created = now;
    contacts.expires = now + kTargetsLife;
    contacts.targets = {{kContactsTarget, added.file}};
    files.push_back({"contacts", contacts.version, tuf::write_unsigned(contacts)});
  }

  KIOSK_TRY(content, ContentDraft(repository, state, catalog, draft, step).make());
  if (draft.content_changed) {
    content.version = state.content ? state.content->version + 1 : 1;
    content.created = now;
    content.expires = now + kTargetsLife;
    files.push_back({"content", content.version, tuf::write_unsigned(content)});
  }
  if (!files.empty()) KIOSK_TRY_STATUS(save_draft(repository, files));
  return draft;
}

}  // namespace kiosk::publish
