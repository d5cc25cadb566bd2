// What is wrong with a content folder, in words for the person who edits it: where, what, and what to do.
// Collected, never thrown: a check goes on to the end and shows everything at once. Belongs to one thread.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::publish {

enum class Severity { error, warning };

// Where something stands: a path inside the content folder, and a line from 1; 0 means the file as a whole.
struct Place {
  std::string file;
  int line = 0;

  auto operator<=>(const Place&) const = default;
};

struct Problem {
  Place place;
  Severity severity = Severity::error;
  std::string message;  // what is wrong, a whole sentence
  std::string remedy;   // what to do about it, a whole sentence

  bool operator==(const Problem&) const = default;
};

class Problems {
 public:
  void error(Place place, std::string message, std::string remedy);
  void warning(Place place, std::string message, std::string remedy);

  size_t errors() const { return errors_; }
  size_t warnings() const { return all_.size() - errors_; }

  // By file, line, then in the order they were found; the same problem on the same line only once.
  std::vector<Problem> sorted() const;

 private:
  std::vector<Problem> all_;
  size_t errors_ = 0;
};

// "topics/x.en.md:12: error: The summary is missing. Do this: ..."
std::string to_string(const Problem& problem);

// Of the names that are allowed the one that was probably meant; empty when none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& allowed);

}  // namespace kiosk::publish
