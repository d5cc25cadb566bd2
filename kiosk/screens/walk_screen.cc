// "Show me": one page of content as a walk of cards. It turns by itself where the voice reads (app/kiosk_turning.cc).
#include "kiosk/document/markdown.h"
#include "kiosk/screens/band.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/topic_head.h"
#include "kiosk/screens/walk_cards.h"

namespace kiosk::screens {

void draw_topic(const Context& context);
void draw_walk(const Context& context) {
  ui::Frame& frame = context.frame;
  const LanguageTag& language = frame.settings().language;
  bool heard = is_only_spoken(context);
  auto found = context.catalog.topic(context.place.argument, language);
  // A page that is not in this language has no sentence to say: the page itself offers others.
  if (!found.ok() || (found->language != language && !heard)) return draw_topic(context);
  const catalog::Topic& topic = *found;
  frame.set_sensitivity(topic.sensitivity);
  auto body = document::parse_markdown(topic.body);
  PageBody page;
  page.style.stand = ui::Stand::fill;
  page.style.dots = true;
  PageHead head = topic_head(context, topic);
  page.whole_pages = [&](const Band& band, float width, float room) {
    NotInBand first{!band.holds_title, band.holds_remark ? "" : head.remark};
    std::vector<ui::Box> cards =
        walk_cards(context, topic, body.ok() ? *body : document::Document{}, first, width, room);
    if (heard)
      for (ui::Box& card : cards) card = ui::in_language(topic.language, std::move(card));
    return cards;
  };
  draw_page(context, head, std::move(page));
}

}  // namespace kiosk::screens
