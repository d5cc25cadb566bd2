// How a server, a proxy or a network answered, in words for staff: who it was, and what it wants. And as it is kept in
// the record of an update.
#pragma once

#include <optional>
#include <string>

#include "kiosk/http/answer.h"
#include "kiosk/json/json.h"
#include "kiosk/update/outcome.h"

namespace kiosk::update {

// "": nothing that the outcome alone does not say.
std::string sentence_of_answer(const Report& report, const Translate& tr);

json::Json record_of(const http::Answer& answer);
// What is not understood counts as no answer: it only costs a better sentence.
http::Answer answer_of_record(const json::Json& record);

}  // namespace kiosk::update
