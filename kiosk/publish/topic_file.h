// One page in one language: front matter and Markdown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// What the name of a file under topics/ or news/ says.
struct TopicName {
  catalog::TopicKind kind = catalog::TopicKind::topic;
  std::string id;
  LanguageTag language;
};

// "topics/check-a-recruiter.fr.md". A name of another form, or a language that the pack does not declare, is reported.
std::optional<TopicName> read_topic_name(const std::string& file, const PackFile& pack, Problems& problems);

// What is wrong is reported; nullopt when there is no front matter to read.
std::optional<TopicFile> read_topic(const TopicName& name, const std::string& file, std::string_view text,
                                    const PackFile& pack, Problems& problems);

// The list under "sources": title and date are required, address and publisher may stand.
std::vector<SourceEntry> read_sources(Fields& fields, Problems& problems);

}  // namespace kiosk::publish
