#include "kiosk/publish/repository/request_review.h"

#include <doctest/doctest.h>

#include "kiosk/publish/repository/printable.h"
#include "kiosk/publish/repository/signer_words.h"
#include "kiosk/publish/repository/typed_numbers.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/publish/repository/office.h"
#include "tests/support/source_path.h"

namespace kiosk::publish::test {
namespace {

using update::tuf::Targets;

// An office with one edition out, whose number is 116, and a second one drafted, whose number is 117 and which carl has
// signed.
struct SecondEdition : Office {
  SecondEdition() {
    begin();
    publish("116", "Words.");
    draft(catalog("117", "Words."));
    REQUIRE(test::must(complete_draft(repository, keys({"carl", "paul"}), now)).size() == 1);
    root = kiosk::test::read_file(repository.metadata() / "1.root.json");
    request = test::must(make_sign_request(repository));
  }

  std::string root;
  SignRequest request;
};

// Whether every word of an error is told in this signer's language; what is quoted stays as it is.
void check_told(const Error& error) {
  for (const char* language : {"fr", "ar"}) {
    const SignerWords words = must(SignerWords::load(kiosk::test::source_path("assets/signing"), language));
    const std::string told = words.tell(error.message);
    INFO(told);
    CHECK(told != error.message);
    for (const char* english : {" was ", " is ", " that ", " not ", " the ", " to "})
      CHECK(told.find(english) == std::string::npos);
  }
  CHECK(SignerWords().tell(error.message) == error.message);
}

Code refusal(const SignRequest& request, const std::string& root) {
  const auto review = review_request(request, root);
  REQUIRE_FALSE(review.ok());
  check_told(review.error());
  return review.error().code;
}

std::vector<std::string> digits(const std::vector<NumberToType>& numbers) {
  std::vector<std::string> all;
  for (const NumberToType& number : numbers) all.push_back(number.digits);
  return all;
}

TEST_CASE("a request goes to the next signer and back, and shows every number on the way") {
  SecondEdition office;
  const auto file = office.folder / "request.json";
  must(write_sign_request(office.request, file));
  SignRequest request = must(read_sign_request(file));
  const Review review = must(review_request(request, office.root));
  CHECK(review.compared);
  REQUIRE(review.contacts);
  const std::string shown = describe(review, SignerWords());
  for (const char* line : {"CHANGED  The line", "1 1 6", "1 1 7", "dialled from: LR"}) {
    CHECK(shown.find(line) != std::string::npos);
  }
  CHECK(digits(numbers_to_type(*review.contacts, "en")) == std::vector<std::string>{"117"});
  CHECK_FALSE(sign(request, review, office.keys({"wendy"})[0], office.now).ok());
  CHECK(must(sign(request, review, office.keys({"cora"})[0], office.now)) == 1);
  must(write_sign_request(request, file));
  must(take_signatures(office.repository, must(read_sign_request(file))));
  CHECK(must(complete_draft(office.repository, office.keys({"paul"}), office.now)).empty());
  CHECK(must(load_state(office.repository)).contacts->version == 2);
}

TEST_CASE("a file is what it holds, whatever it is called") {
  SecondEdition office;
  for (const char* label : {"contacts-renewal", "content", "targets", "root", ""}) {
    SignRequest request = office.request;
    request.files[0].role = label;
    CHECK(refusal(request, office.root) == Code::refused);
  }
  office.request.files[0].version = 3;
  CHECK(refusal(office.request, office.root) == Code::refused);
}

TEST_CASE("what is in force is believed only by signatures from the signer's own root") {
  SecondEdition office;
  SUBCASE("another database") { office.request.in_force->database = office.request.contacts; }
  SUBCASE("metadata with one signature") {
    office.request.in_force->database = office.request.contacts;
    office.request.in_force->contacts = office.request.files[0].text;
    Targets third = must(update::tuf::parse_targets(office.request.files[0].text)).body;
    third.version = 3;
    office.request.files[0] = {"contacts", 3, update::tuf::write_unsigned(third)};
  }
  SUBCASE("none at all") { office.request.in_force.reset(); }
  SUBCASE("no edition yet") { office.request.in_force->contacts.clear(); }
  SUBCASE("another root") {
    Office stranger;
    stranger.begin();
    office.root = kiosk::test::read_file(stranger.repository.metadata() / "1.root.json");
  }
  CHECK(refusal(office.request, office.root) == Code::refused);
}

TEST_CASE("powers in force without enough signatures from the signer's own root vouch for nothing") {
  SecondEdition office;
  // The thief names himself for the contacts, and signs with what he has.
  Targets powers = must(update::tuf::parse_targets(office.request.in_force->targets)).body;
  powers.delegations[0].role = {{update::tuf::key_id(office.public_key("carl"))}, 1};
  office.request.in_force->targets = update::tuf::write_unsigned(powers);
  office.request.in_force->contacts = office.request.files[0].text;
  office.request.in_force->database = office.request.contacts;
  Targets third = must(update::tuf::parse_targets(office.request.files[0].text)).body;
  third.version = 3;
  office.request.files[0] = {"contacts", 3, update::tuf::write_unsigned(third)};
  CHECK(refusal(office.request, office.root) == Code::refused);

  // The same by a root of his own, which his own keys sign.
  Office thief;
  update::tuf::Root root = must(update::tuf::parse_root(office.root)).body;
  root.version = 2;
  root.keys.clear();
  update::tuf::Role role{{}, 1};
  const auto key = thief.keys({"crook"});
  role.key_ids = {key[0].id};
  root.keys[key[0].id] = thief.public_key("crook");
  root.root = root.targets = role;
  office.request.in_force->roots.push_back(
      must(update::tuf::add_signature(update::tuf::write_unsigned(root), key[0].id, key[0].key)));
  office.request.in_force->targets =
      must(update::tuf::add_signature(office.request.in_force->targets, key[0].id, key[0].key));
  CHECK(refusal(office.request, office.root) == Code::refused);
}

TEST_CASE("a file with tens of thousands of roles is refused unread") {
  SecondEdition office;
  office.request.files[0].text += std::string(600'000, ' ');
  CHECK(refusal(office.request, office.root) == Code::refused);
}

TEST_CASE("without a root of the signer's own everything counts as new") {
  SecondEdition office;
  const Review review = must(review_request(office.request, {}));
  CHECK_FALSE(review.compared);
  CHECK(describe(review, SignerWords()).find("nothing to compare with") != std::string::npos);
  CHECK(digits(numbers_to_type(*review.contacts, "en")) == std::vector<std::string>{"117"});
  Office first;
  first.begin();
  first.publish("116", "Words.");
  first.draft(first.catalog("116", "Other words."));
  // The number is the same, and was not looked at by this signer.
  CHECK(must(review_request(must(make_sign_request(first.repository)), {})).files.size() == 1);
}

TEST_CASE("a request that holds more or less than it says is refused") {
  SecondEdition office;
  SUBCASE("numbers that nobody signs for") {
    office.draft(office.catalog("116", "Other words."));
    const std::string contacts = office.request.contacts;
    office.request = must(make_sign_request(office.repository));
    CHECK(review_request(office.request, office.root).ok());
    office.request.contacts = contacts;
  }
  SUBCASE("other numbers") { office.request.contacts = office.request.in_force->database; }
  SUBCASE("no numbers") { office.request.contacts.clear(); }
  SUBCASE("one file twice") { office.request.files.push_back(office.request.files[0]); }
  SUBCASE("nothing") { office.request.files.clear(); }
  SUBCASE("other targets beside the numbers") {
    Targets contacts = must(update::tuf::parse_targets(office.request.files[0].text)).body;
    contacts.targets["content/content.db.zst"] = contacts.targets.begin()->second;
    office.request.files[0].text = update::tuf::write_unsigned(contacts);
  }
  SUBCASE("a field that is not shown") {
    std::string& text = office.request.files[0].text;
    text.insert(text.find("\"_type\""), "\"x-more\": 1, ");
  }
  CHECK(refusal(office.request, office.root) == Code::refused);
}

TEST_CASE("a version that does not follow on the one in force is refused") {
  SecondEdition office;
  for (int64_t version : {1, 2, 3}) {
    Targets contacts = must(update::tuf::parse_targets(office.request.files[0].text)).body;
    contacts.version = version;
    SignRequest request = office.request;
    request.files[0] = {"contacts", version, update::tuf::write_unsigned(contacts)};
    CHECK(review_request(request, office.root).ok() == (version == 2));
  }
}

TEST_CASE("a number under another name is typed again, and one that stays is not") {
  SecondEdition office;
  const Review review = must(review_request(office.request, office.root));
  ContactsEdition before = review.contacts->after, after = before;
  CHECK(compare_contacts(before, after).none());
  auto typed = [&] { return digits(numbers_to_type(compare_contacts(before, after), "en")); };
  EditionContact& line = after.contacts.at("line");
  line.facts["expires_on"] = "2027-03-01";
  CHECK(typed().empty());
  line.texts["advice (en)"] = "Ask for room 12, open since 2019.";
  CHECK(typed().empty());
  const std::string shown = describe(compare_contacts(before, after), SignerWords());
  CHECK(shown.find("Shown until:\n      before: 2027-02-21\n      now: 2027-03-01") != std::string::npos);
  CHECK(shown.find("Ask for room 12") != std::string::npos);
  line.texts["advice (en)"] = "Or call 1 3 5.";
  CHECK(typed() == std::vector<std::string>{"135"});
  line.texts["advice (en)"] = "أو اتصل ١٣٥";
  CHECK(typed() == std::vector<std::string>{"135"});
  line.texts.erase("advice (en)");
  line.texts["name (en)"] = "Another line";
  CHECK(typed() == std::vector<std::string>{"117"});
  line = before.contacts.at("line");
  line.numbers[0].from = "LR GN";
  CHECK(typed() == std::vector<std::string>{"117"});
}

TEST_CASE("each number is shown with who published it, and with a line for the signer's call") {
  SecondEdition office;
  const Review review = must(review_request(office.request, office.root));
  ContactsEdition before = review.contacts->after, after = before;
  EditionContact& line = after.contacts.at("line");
  line.facts["expires_on"] = "2027-03-01";
  line.texts["source 1 title"] = "A letter";
  line.texts["source 1 publisher"] = "The ministry";
  line.facts["source 1 date"] = "2026-01-02";
  line.facts["source 1 address"] = "https://example.org/letter";
  const std::string shown = describe(compare_contacts(before, after), SignerWords());
  CHECK(shown.find("      it comes from:\n        A letter, The ministry, 2026-01-02\n"
                   "        https://example.org/letter\n      [  ] I called it on ____") != std::string::npos);
  // And all of it in the words of a signer who reads French.
  const SignerWords french = must(SignerWords::load(kiosk::test::source_path("assets/signing"), "fr"));
  const std::string in_french = describe(compare_contacts(std::nullopt, after), french);
  for (const char* words : {"titre de la source 1: A letter", "éditeur de la source 1: The ministry", "il vient de :",
                            "Genre: ligne d’aide", "Affiché: oui", "par : appel vocal ; coût : gratuit"})
    CHECK_MESSAGE(in_french.find(words) != std::string::npos, in_french);
}

TEST_CASE("what is typed matches in any grouping and script, and by nothing else") {
  CHECK(dialled_form("+231 770-800 (911)") == "+231770800911");
  CHECK(dialled_form("١١٦") == "116");
  CHECK(dialled_form("116 or 117") == "116or117");
  CHECK(dialled_form("\xff") == "");
}

TEST_CASE("an error is told in the signer's language, also inside another, and an unknown one as it is") {
  const SignerWords french = must(SignerWords::load(kiosk::test::source_path("assets/signing"), "fr"));
  CHECK(french
            .tell("This computer's clock says 1 January 2030, but the server of https://content.example says that it "
                  "is 28 November 2026. If the clock is right, say the day in words: --today \"1 January 2030\". If "
                  "not, set it. Nothing was signed.")
            .find("le serveur de https://content.example indique le 28 November 2026") != std::string::npos);
  CHECK(french.tell("The request was refused: a root is missing in it.").find("il y manque un root") !=
        std::string::npos);
  CHECK(french.tell("Something else.") == "Something else.");
  CHECK(french.tell("") == "");
}

TEST_CASE("no foreign text moves the cursor or hides") {
  CHECK(printable("Ligne d’aide, خط, ꕙꔤ") == "Ligne d’aide, خط, ꕙꔤ");
  CHECK(printable("a\rb\x1b[2K\n") == "a<U+000D>b<U+001B>[2K<U+000A>");
  CHECK(printable("1\u202e2\u200b3\u0336\u2066") == "1<U+202E>2<U+200B>3<U+0336><U+2066>");
  CHECK(printable("\xc2\x9b"
                  "2K\xff") == "<U+009B>2K<byte FF>");
  CHECK(printable("a" + std::string(70, ' ') + "b") == "a<70 blanks>b");
}

TEST_CASE("powers that one person would hold are not signed, by whatever names the keys go") {
  Office office;
  must(draft_repository(office.repository, office.people(), office.now));
  const SignRequest request = must(make_sign_request(office.repository));
  const Review whole = must(review_request(request, {}));
  REQUIRE(whole.powers_after.root);
  REQUIRE(whole.powers_after.targets);
  auto judged = [&](auto change) {
    Powers powers = whole.powers_after;
    change(powers);
    const Status status = check_powers(powers);
    if (!status.ok()) check_told(status.error());
    return status.ok();
  };
  CHECK(judged([](Powers&) {}));
  CHECK_FALSE(judged([](Powers& p) { p.targets->delegations[0].role.threshold = 1; }));
  CHECK_FALSE(judged([](Powers& p) { p.targets->delegations[0].role.key_ids.resize(1); }));
  CHECK_FALSE(judged([](Powers& p) {
    update::tuf::Role& role = p.targets->delegations[0].role;
    role.key_ids.resize(2);
    p.targets->keys[role.key_ids[1]] = p.targets->keys[role.key_ids[0]];
  }));
  CHECK_FALSE(judged([](Powers& p) { p.targets->delegations[0].paths.push_back("content/*"); }));
  CHECK_FALSE(judged([](Powers& p) { p.targets->delegations[0].terminating = false; }));
  CHECK_FALSE(judged([](Powers& p) { p.targets->delegations.push_back(p.targets->delegations[0]); }));
  CHECK_FALSE(judged([](Powers& p) { p.targets->targets["contacts/contacts.db"] = {}; }));
  CHECK_FALSE(judged([](Powers& p) { p.root->root.threshold = 1; }));
  CHECK_FALSE(judged([](Powers& p) { p.root->targets.threshold = 1; }));
  CHECK_FALSE(judged([](Powers& p) { p.root->consistent_snapshot = false; }));
}

TEST_CASE("keepers of root see which key comes and which goes") {
  Office office;
  office.begin();
  must(draft_key_change(office.repository, "contacts", office.public_key("carl"), office.public_key("crook"),
                        office.now));
  const std::string root = kiosk::test::read_file(office.repository.metadata() / "1.root.json");
  const std::string shown =
      describe(must(review_request(must(make_sign_request(office.repository)), root)), SignerWords());
  CHECK(shown.find(key_mark(office.public_key("crook")) + "   NEW KEY") != std::string::npos);
  CHECK(shown.find(key_mark(office.public_key("carl")) + "   GOES") != std::string::npos);
  CHECK(shown.find(key_mark(office.public_key("cora")) + "   stays") != std::string::npos);
}

}  // namespace
}  // namespace kiosk::publish::test
