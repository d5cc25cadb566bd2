#include "kiosk/app/proof.h"

namespace kiosk::app {

bool proves_itself(Kiosk& kiosk, Stage& stage, const catalog::Catalog& catalog, int width, int height) {
  Session session = fresh_session(catalog);
  screens::Place contacts;
  contacts.screen = screens::Screen::contacts;
  session.history.push_back(contacts);
  kiosk.set_session(session);
  bool dialable = false;
  for (const accessibility::Node& node : stage.draw(kiosk, width, height).tree.nodes) dialable = dialable || node.phone;
  kiosk.set_session(fresh_session(catalog));
  const auto& language = catalog.pack().source_language;
  auto all = catalog.contacts(language, catalog.pack().published);
  return dialable && !all.empty() && !catalog.search(all.front().name, language, catalog.pack().published, 1).empty();
}

}  // namespace kiosk::app
