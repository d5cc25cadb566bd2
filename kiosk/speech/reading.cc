#include "kiosk/speech/reading.h"

namespace kiosk::speech {

std::vector<Utterance> read_out(const document::Document& page, const LanguageTag& language) {
  std::vector<Utterance> queue;
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    const document::Block& block = page.blocks[i];
    std::string text = block.text();
    bool depends = block.kind == document::BlockKind::explanation || block.kind == document::BlockKind::result;
    if (depends || block.kind == document::BlockKind::contact || text.find_first_not_of(" \n\t") == std::string::npos)
      continue;
    Utterance utterance;
    utterance.id = "block-" + std::to_string(i);
    utterance.text = std::move(text);
    utterance.language = language;
    queue.push_back(std::move(utterance));
  }
  return queue;
}

}  // namespace kiosk::speech
