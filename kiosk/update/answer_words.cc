#include "kiosk/update/answer_words.h"

#include <array>
#include <utility>

namespace kiosk::update {
namespace {

using http::Answered;

constexpr std::array kNames{std::pair(Answered::served, "served"),
                            std::pair(Answered::broken_off, "broken_off"),
                            std::pair(Answered::nobody, "nobody"),
                            std::pair(Answered::unknown_name, "unknown_name"),
                            std::pair(Answered::garbled, "garbled"),
                            std::pair(Answered::proxy_silent, "proxy_silent"),
                            std::pair(Answered::proxy_sign_in, "proxy_sign_in"),
                            std::pair(Answered::proxy_refused, "proxy_refused"),
                            std::pair(Answered::proxy_fault, "proxy_fault"),
                            std::pair(Answered::sign_in, "sign_in"),
                            std::pair(Answered::forbidden, "forbidden"),
                            std::pair(Answered::missing, "missing"),
                            std::pair(Answered::too_many, "too_many"),
                            std::pair(Answered::moved, "moved"),
                            std::pair(Answered::web_page, "web_page"),
                            std::pair(Answered::by_law, "by_law"),
                            std::pair(Answered::fault, "fault"),
                            std::pair(Answered::other, "other"),
                            std::pair(Answered::untrusted, "untrusted"),
                            std::pair(Answered::no_https, "no_https")};

// Of one file that is missing among others: a copy that is being made, as a rule.
std::string words_for_missing(Outcome outcome, const Translate& tr) {
  if (outcome == Outcome::nothing_there)
    return tr("The server {1} has no content at this address ({2}). Check the address in the settings.");
  if (outcome != Outcome::refused) return "";
  return tr(
      "The server {1} has only a part of the content ({2}). Nothing was changed. The kiosk tries again by itself.");
}

std::string original_of(const Report& report, const Translate& tr) {
  switch (report.answer.how) {
    case Answered::served:
    case Answered::broken_off: return "";
    case Answered::missing: return words_for_missing(report.outcome, tr);
    case Answered::nobody: return tr("The server {1} does not answer. The kiosk tries again by itself.");
    case Answered::unknown_name:
      return tr(
          "The network does not know the server {1}. The kiosk tries again by itself. If this lasts, check the address "
          "in the settings.");
    case Answered::garbled:
      return tr(
          "What answers at {1} is not a web server. Check the address in the settings, or ask the people who look "
          "after the network.");
    case Answered::proxy_fault:
      return tr("The proxy {1} cannot reach the server ({2}). The kiosk tries again by itself.");
    case Answered::proxy_silent: return tr("The proxy {1} does not answer. The kiosk tries again by itself.");
    case Answered::proxy_sign_in:
      return tr("The proxy {1} wants a sign-in. Its name and password go into the settings of the kiosk.");
    case Answered::proxy_refused:
      return tr("The proxy {1} does not let the kiosk through ({2}). Ask the people who look after the network.");
    case Answered::sign_in:
      return tr("The server {1} wants a sign-in. Ask the people who publish the content for another address.");
    case Answered::forbidden:
      return tr("The server {1} does not let the kiosk in ({2}). Ask the people who publish the content.");
    case Answered::too_many: return tr("The server {1} has too many requests. The kiosk tries again by itself.");
    case Answered::moved:
      return tr(
          "The server {1} sends the kiosk on to {3}. If the content has moved there, change the address in the "
          "settings; if the network wants a sign-in, sign in.");
    case Answered::web_page:
      return tr(
          "A web page came from {1} in place of the content. Some networks send one until someone signs in. Ask the "
          "people who look after the network.");
    case Answered::by_law: return tr("The server {1} may not give out the content, for legal reasons ({2}).");
    case Answered::fault: return tr("The server {1} has a fault of its own ({2}). The kiosk tries again by itself.");
    case Answered::other:
      return tr("The server {1} gives no content; it answers {2}. Ask the people who publish the content.");
    case Answered::untrusted:
      return tr(
          "The server {1} cannot prove who it is. Nothing was changed. Ask the people who look after the network.");
    case Answered::no_https:
      return tr("The address in the settings of the kiosk does not begin with https. Nothing was changed.");
  }
  return "";
}

}  // namespace

std::string sentence_of_answer(const Report& report, const Translate& tr) {
  const http::Answer& answer = report.answer;
  if (answer.who.empty() && answer.how != Answered::no_https) return "";
  std::string sentence = original_of(report, tr);
  for (const auto& [place, value] :
       {std::pair("{1}", answer.who), std::pair("{2}", std::to_string(answer.code)), std::pair("{3}", answer.where)}) {
    if (size_t at = sentence.find(place); at != std::string::npos) sentence.replace(at, 3, value);
  }
  return sentence;
}

json::Json record_of(const http::Answer& answer) {
  json::Json record = {{"who", answer.who}, {"code", answer.code}};
  for (const auto& [how, name] : kNames)
    if (how == answer.how) record["how"] = name;
  if (!answer.where.empty()) record["where"] = answer.where;
  return record;
}

http::Answer answer_of_record(const json::Json& record) {
  http::Answer answer;
  try {
    const auto name = record.at("how").get<std::string>();
    for (const auto& [how, known] : kNames)
      if (name == known) answer.how = how;
    answer.who = record.value("who", std::string());
    answer.code = record.value("code", 0);
    answer.where = record.value("where", std::string());
  } catch (const json::Json::exception&) { return {}; }
  return answer;
}

}  // namespace kiosk::update
