// Fetches, checks and activates what a refreshed TUF client describes. Part of updater.h, which holds the lock and has
// refreshed the client; separate so that trust and content are two files.
#pragma once

#include <functional>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/update/fetch.h"
#include "kiosk/update/objects_index.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/progress.h"
#include "kiosk/update/source.h"
#include "kiosk/update/store.h"
#include "kiosk/update/tuf/client.h"

namespace kiosk::update {

// Whether a folder with contacts.db, content.db and objects/ is a catalog that a kiosk can show; passed in, so that
// this layer need not know how. Error: any; the release is then refused.
using CheckRelease = std::function<Status(const std::filesystem::path& folder)>;

// Called often.
using OnProgress = std::function<void(const Progress&)>;

class Installer {
 public:
  // All must outlive the installer. `reserve`: bytes that must stay free on the store's disk.
  Installer(const Store& store, Source& source, tuf::Client& client, const CheckRelease& check,
            const OnProgress& on_progress, uint64_t reserve)
      : store_(store), source_(source), client_(client), check_(check), on_progress_(on_progress), reserve_(reserve) {}

  // Reads the report's origin, and fills in outcome (updated, up_to_date, known_bad) and bytes. Error: as the steps;
  // the store is as before.
  Status run(Report& report);

 private:
  struct Content {
    Wanted packed;
    crypto::Sha256Digest plain;
    uint64_t plain_length = 0;
  };

  Result<Wanted> find(const std::string& target);
  Result<Content> find_content();
  std::optional<Wanted> find_delta(const crypto::Sha256Digest& to);
  Result<std::string> load_index(const Wanted& index);
  bool have_contacts(const Wanted& contacts) const { return current_ && current_->contacts == contacts.digest; }
  bool have_content(const Content& content) const { return current_ && current_->content == content.plain; }
  std::vector<ObjectEntry> missing_objects(const std::vector<ObjectEntry>& objects) const;
  uint64_t still_to_fetch(const Wanted& wanted) const;
  Status check_space(uint64_t needed, Report& report) const;
  Status fetch_objects(const std::vector<ObjectEntry>& missing);
  Status place_contacts(const Wanted& contacts, const std::filesystem::path& to);
  Status place_content(const Content& content, const std::optional<Wanted>& delta, const std::filesystem::path& to);
  Status unpack_content(const Content& content, const std::filesystem::path& to);
  Status unpack_delta(const Wanted& delta, const Content& content, const std::filesystem::path& to);
  Status finish_folder(const std::filesystem::path& folder, const Wanted& contacts, const Content& content,
                       const std::string& index);
  Status activate(const std::filesystem::path& prepared, const Release& release);
  Result<std::filesystem::path> fetch_counted(const Wanted& wanted);
  void say(Step step) const;

  const Store& store_;
  Source& source_;
  tuf::Client& client_;
  const CheckRelease& check_;
  const OnProgress& on_progress_;
  const uint64_t reserve_;
  std::optional<Release> current_;
  uint64_t fetched_ = 0;
  uint64_t to_fetch_ = 0;
  Origin origin_ = Origin::stick;
};

// Takes away what no kept release needs: releases other than the current one and the one it replaces, their objects,
// and all of staging. A failure is logged and left for the next time.
void collect_garbage(const Store& store);

}  // namespace kiosk::update
