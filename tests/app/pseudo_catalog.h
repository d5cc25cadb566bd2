// Another catalog as it would read in ar-XB, the pseudo-language of CLDR that finds what breaks when text grows and
// turns round: every word stands twice, its Latin letters are Arabic ones, and everything runs from right to left.
#pragma once

#include <memory>

#include "kiosk/catalog/catalog.h"

namespace kiosk::test {

// The pseudo form of some words. Markup, placeholders, link targets and digits stay as they are.
std::string pseudo(const std::string& words);

// `base` must outlive it. `originals` are the interface's words.
std::unique_ptr<catalog::Catalog> pseudo_catalog(const catalog::Catalog& base,
                                                 const std::vector<std::string>& originals);

}  // namespace kiosk::test
