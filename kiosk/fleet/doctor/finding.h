// One thing that `kioskctl doctor` looked at: what it is, how it is, and what to do.
#pragma once

#include <string>
#include <vector>

namespace kiosk::fleet {

enum class Verdict {
  ok,
  warning,  // visitors are served; have a look at it
  error,    // visitors are not served as they should be
};

struct Finding {
  std::string what;  // a few words: "content", "sound"
  Verdict verdict = Verdict::ok;
  std::string seen;    // a sentence
  std::string remedy;  // a sentence; empty when all is well
};

using Findings = std::vector<Finding>;

inline Finding well(std::string what, std::string seen) { return {std::move(what), Verdict::ok, std::move(seen), {}}; }

}  // namespace kiosk::fleet
