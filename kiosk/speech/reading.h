// A page as it is read out: one utterance a block, named as the screen names the block, so that the words that are
// heard are the ones that are marked.
#pragma once

#include <vector>

#include "kiosk/document/document.h"
#include "kiosk/speech/utterance.h"

namespace kiosk::speech {

// Blocks in order, named "block-<index>" as screens/article.cc names them; pictures by their description. Blocks
// without words are left out, and so are contacts, explanations and results: a screen knows what the card of one shows,
// and which of the others is there at all.
std::vector<Utterance> read_out(const document::Document& page, const LanguageTag& language);

}  // namespace kiosk::speech
