// kioskctl as a user meets it: what it prints, where, and its exit code.
#include <doctest/doctest.h>

#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "kiosk/catalog/catalog.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;
using kiosk::test::TemporaryFolder;

namespace {

struct Run {
  int exit_code = -1;
  std::string out, err;
};

Run kioskctl(const std::string& arguments) {
  TemporaryFolder folder;
  std::string err = (folder / "err").string(), out = (folder / "out").string();
  int status = std::system((std::string(KIOSKCTL) + " " + arguments + " >'" + out + "' 2>'" + err + "'").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, kiosk::test::read_file(out), kiosk::test::read_file(err)};
}

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("content check of good content exits 0 and tells how far each language is") {
  SampleContent content;
  Run run = kioskctl("content check " + quoted(content.path()));
  CHECK(run.exit_code == 0);
  CHECK(holds(run.out, "0 errors, 1 warning.\nLanguage"));  // of Liberia's 116, which no numbering plan knows
  CHECK(run.err == "");                                     // no progress line without a terminal
}

TEST_CASE("content check of wrong content exits 1 with one line a problem") {
  SampleContent content;
  content.replace("contacts/police.yaml", "hours: \"24/7\"", "hours: always");
  Run run = kioskctl("content check " + quoted(content.path()));
  CHECK(run.exit_code == 1);
  CHECK(run.out.rfind("contacts/police.yaml:23: error: \"always\" are not opening hours. Do this: Write", 0) == 0);
  CHECK(holds(run.out, "\n1 error, 1 warning.\n"));
}

TEST_CASE("a mistyped command is named, with the one that was meant") {
  Run run = kioskctl("content chek");
  CHECK(run.exit_code == 2);
  CHECK(run.err ==
        "kioskctl: \"chek\" is not a command of kioskctl content. Write \"check\" if you meant that. All of them: "
        "kioskctl content --help\n");
  CHECK(holds(kioskctl("contnet check").err, "\"contnet\" is not a command of kioskctl. Write \"content\""));
  CHECK(holds(kioskctl("content").err, "A subcommand is required"));
}

TEST_CASE("while there is an error the warnings about pages are not forgotten") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "116\", use", "4455\", use");
  setenv("XDG_CACHE_HOME", (content.path() / ".cache").c_str(), 1);
  CHECK(holds(kioskctl("content check " + quoted(content.path())).out, "numbering plans do not know"));
  content.replace("contacts/police.yaml", "hours: \"24/7\"", "hours: [");
  CHECK(kioskctl("content check " + quoted(content.path())).exit_code == 1);
  content.replace("contacts/police.yaml", "hours: [", "hours: \"24/7\"");
  CHECK_FALSE(holds(kioskctl("content check " + quoted(content.path())).out, "numbering plans do not know"));
  unsetenv("XDG_CACHE_HOME");
}

TEST_CASE("a warning is shown once, then counted, and --all shows it again") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "116\", use", "4455\", use");
  setenv("XDG_CACHE_HOME", (content.path() / ".cache").c_str(), 1);
  Run first = kioskctl("content check " + quoted(content.path()));
  CHECK(holds(first.out, "contacts/gbv-116.yaml:13: warning: The world's numbering plans do not know"));
  Run second = kioskctl("content check " + quoted(content.path()));
  CHECK_FALSE(holds(second.out, "numbering plans"));
  CHECK(holds(second.out, "1 of these are not shown here, --all shows them."));
  CHECK(holds(kioskctl("content check --all " + quoted(content.path())).out, "numbering plans"));
  unsetenv("XDG_CACHE_HOME");
}

TEST_CASE("a new contact, a new page and a new language pass the check from the first day") {
  SampleContent content;
  const std::string folder = " " + quoted(content.path());
  Run contact = kioskctl(
      "contact new red-cross" + folder +
      " --name 'Red Cross, \"Monrovia\"' --dial +231770800912 --serves 'Everybody #1.' --answers 'Volunteers: all.'"
      " --who volunteers --source 'Its page' --by 'content team'");
  CHECK_MESSAGE(contact.exit_code == 0, contact.out << contact.err);
  Run page = kioskctl(
      "page new what-to-pack" + folder +
      " --title 'What to pack' --summary 'What to take along.' --section travel --icon phone --first 'Take water.'"
      " --source 'A page' --by 'content team'");
  CHECK_MESSAGE(page.exit_code == 0, page.out << page.err);
  Run language = kioskctl("language new pt" + folder);
  CHECK_MESSAGE(language.exit_code == 0, language.out << language.err);
  CHECK(holds(content.read("pack.yaml"), "{tag: pt, name: \"Português\"}"));
  CHECK(content.all_problems() == "");
  CHECK(kioskctl("contact new red-cross" + folder +
                 " --name x --dial 116 --serves x --answers x --who ngo --source x --by x")
            .exit_code == 1);
  CHECK(kioskctl("language new pt" + folder).exit_code == 1);
  CHECK(holds(kioskctl("contact new Red_Cross" + folder).err, "small letters"));
  // A wrong answer is asked for again; a wrong option ends the command, and no half file is left.
  content.write(".answers", "00231770800912\n0770 800 912\n0770800912\nthe police\npolice\n");
  Run asked =
      kioskctl("contact new line" + folder + " --name Line --serves All. --answers Staff. --source Page --by MK <" +
               quoted(content.path() / ".answers"));
  CHECK_MESSAGE(asked.exit_code == 0, asked.out << asked.err);
  CHECK(holds(asked.out, "Write + instead of 00."));
  CHECK(holds(asked.out, "Write one of these: police, state, un, ngo, volunteers."));
  CHECK(holds(content.read("contacts/line.yaml"), "dial: \"0770800912\""));
  CHECK(content.all_problems() == "");
  CHECK(kioskctl("page new other" + folder + " --title A --summary B. --section nowhere --first C. --source D --by MK")
            .exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(content.path() / "topics/other.en.md"));
}

TEST_CASE("content check --json is one JSON document") {
  SampleContent content;
  content.replace("contacts/police.yaml", "hours: \"24/7\"", "hours: always");
  Run run = kioskctl("content check --json " + quoted(content.path()));
  CHECK(run.exit_code == 1);
  auto report = nlohmann::json::parse(run.out);
  const auto& problem = report["problems"].back();
  CHECK(problem["file"] == "contacts/police.yaml");
  CHECK(problem["severity"] == "error");
}

TEST_CASE("content build makes a catalog of good content and none of wrong content") {
  SampleContent content;
  TemporaryFolder folder;
  std::string arguments = "content build " + quoted(content.path()) + " " + quoted(folder / "catalog");
  content.replace("contacts/police.yaml", "hours: \"24/7\"", "hours: always");
  Run wrong = kioskctl(arguments);
  CHECK(wrong.exit_code == 1);
  CHECK(holds(wrong.err, "contacts/police.yaml:23: error:"));
  CHECK(holds(wrong.err, "No catalog was made."));
  CHECK_FALSE(std::filesystem::exists(folder / "catalog"));
  content.replace("contacts/police.yaml", "hours: always", "hours: unknown");
  Run good = kioskctl(arguments);
  CHECK(good.exit_code == 0);
  CHECK(holds(good.out, "Wrote the catalog"));
  CHECK(std::filesystem::exists(folder / "catalog/content.db"));
}

TEST_CASE(
    "R23 R33: content check lays pages out on the smallest screen, and names each word that does not fit, its page and "
    "language") {
  SampleContent content;
  content.replace("topics/before-you-go.en.md", "- water", "- uncharacteristically");
  Run run = kioskctl("content check " + quoted(content.path()));
  CHECK(run.exit_code == 0);
  CHECK(holds(
      run.out,
      "topics/before-you-go.en.md:20: warning: \"uncharacteristically\" has to be broken into several lines in en "
      "on the smallest screen (7 inches) with text at 200 %."));
}

TEST_CASE("a language in another script is new files: its fonts and keys are found, and are in the catalog") {
  SampleContent content;
  TemporaryFolder folder;
  content.replace("pack.yaml", "  - {tag: fr, name: Français}",
                  "  - {tag: fr, name: Français}\n  - {tag: hi, name: हिन्दी}");
  std::string page = content.read("topics/before-you-go.fr.md");
  const size_t title = page.find("title: ") + 7;
  page.replace(title, page.find('\n', title) - title, "जाने से पहले");
  content.write("topics/before-you-go.hi.md", page);
  Run run = kioskctl("content build " + quoted(content.path()) + " " + quoted(folder / "catalog"));
  CHECK_MESSAGE(run.exit_code == 0, run.err);
  CHECK(holds(run.out, "Kiosks that show it need the package fonts-noto-core for its fonts."));
  auto catalog = catalog::Catalog::open(folder / "catalog");
  REQUIRE(catalog.ok());
  const auto fonts = (*catalog)->fonts();
  REQUIRE(fonts.size() == 2);
  CHECK(fonts[0].path == "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf");
  CHECK(fonts[0].languages == std::vector<LanguageTag>{LanguageTag::of("hi")});
  const catalog::Keyboard keys = (*catalog)->keyboard(LanguageTag::of("hi"));
  REQUIRE_FALSE(keys.sheets.empty());
  CHECK(keys.sheets.front().front().front() == "ौ");
  CHECK((*catalog)->keyboard(LanguageTag::of("en")).sheets.front().front().front() == "q");
}

TEST_CASE("a word that no line holds is warned of, wherever it is, and the catalog is made") {
  SampleContent content;
  TemporaryFolder folder;
  const std::string word = "whakamārohirohitangawhakamārohirohitangawhakam";  // as long as the longest of Jiiddu
  content.replace("topics/before-you-go.en.md", "- water", "- " + word);
  content.replace("topics/before-you-go.en.md", "title: Before", "title: a" + word + " before");
  content.replace("contacts/gbv-116.yaml", "name: {en: ", "name: {en: i" + word + " ");
  Run run = kioskctl("content build " + quoted(content.path()) + " " + quoted(folder / "catalog"));
  CHECK_MESSAGE(run.exit_code == 0, run.err);
  CHECK(std::filesystem::exists(folder / "catalog/content.db"));
  run = kioskctl("content check --all " + quoted(content.path()));
  CHECK(run.exit_code == 0);
  for (const char* place : {"topics/before-you-go.en.md:20: warning: \"w", "topics/before-you-go.en.md:2: warning: \"a",
                            "contacts/gbv-116.yaml:"}) {
    const size_t at = run.out.find(place);
    CHECK_MESSAGE(at != std::string::npos, place << run.out);
    const std::string line = run.out.substr(at, run.out.find('\n', at) - at);
    CHECK(
        holds(line, "has to be broken into several lines in en on the smallest screen (7 inches) with text at 100 %."));
  }
}

TEST_CASE("a number that does not fit is said with its line and how to break it, not that it needs shorter words") {
  SampleContent content;
  content.replace("contacts/gbv-116.yaml", "{dial: \"116\", ", "{dial: \"0770800912\", display: \"0770800912\", ");
  Run run = kioskctl("content check " + quoted(content.path()));
  CHECK(run.exit_code == 1);
  CHECK(
      holds(run.out,
            "contacts/gbv-116.yaml:13: error: The number \"0770800912\" does not fit on the smallest screen (7 inches) "
            "with text at 100 %. Do this: Put blanks between its digits, for example display: \"077 080 0912\".\n"));
  CHECK(holds(run.out, "\n1 error, "));
}

TEST_CASE("content report lists pages for people and for machines") {
  SampleContent content;
  Run run = kioskctl("content report " + quoted(content.path()));
  CHECK(run.exit_code == 0);
  CHECK(holds(run.out, "topics/ask-for-help.fr.md"));
  CHECK(holds(run.out, "There are no recordings."));
  auto report = nlohmann::json::parse(kioskctl("content report --json " + quoted(content.path())).out);
  CHECK(report["languages"][0]["tag"] == "en");
  CHECK(report["languages"][1]["pages"][1]["missing"] == true);
  CHECK(kioskctl("content report " + quoted(content.path() / "nowhere")).exit_code == 1);
}

TEST_CASE("content stamp names the files that it changed") {
  SampleContent content;
  content.replace("topics/before-you-go.en.md", "water", "tea");
  Run run = kioskctl("content stamp " + quoted(content.path()) + " --again topics/before-you-go.fr.md");
  CHECK(run.exit_code == 0);
  CHECK(run.out == "topics/before-you-go.fr.md\n1 translation was stamped.\n");
  CHECK(kioskctl("content stamp " + quoted(content.path())).out == "0 translations were stamped.\n");
}

TEST_CASE("settings check names a wrong line and its remedy, and settings install then changes nothing") {
  TemporaryFolder folder;
  const auto good = folder / "good.toml", wrong = folder / "wrong.toml", kept = folder / "kept" / "kiosk.toml";
  std::ofstream(good) << "[kiosk]\nname = \"North\"\n";
  std::ofstream(wrong) << "[update]\nproxi = \"\"\n";
  CHECK(kioskctl("settings check " + quoted(good)).exit_code == 0);
  Run run = kioskctl("settings check " + quoted(wrong));
  CHECK(run.exit_code == 1);
  CHECK(holds(run.err, "wrong.toml:2: there is no setting \"proxi\" in [update]. Compare its spelling"));
  CHECK(kioskctl("settings install " + quoted(good) + " --settings " + quoted(kept)).exit_code == 0);
  const std::string before = kiosk::test::read_file(kept);
  CHECK(holds(before, "name = 'North'"));
  CHECK(kioskctl("settings install " + quoted(wrong) + " --settings " + quoted(kept)).exit_code == 1);
  CHECK(kiosk::test::read_file(kept) == before);
}

TEST_CASE("settings install refuses a key that nobody has signed for, with its line and where it belongs") {
  TemporaryFolder folder;
  const auto file = folder / "new.toml", kept = folder / "kiosk.toml";
  std::ofstream(file) << "[kiosk]\nname = \"North\"\n[update]\nurl = \"https://example.org\"\n";
  CHECK(kioskctl("settings check " + quoted(file)).exit_code == 0);
  Run run = kioskctl("settings install " + quoted(file) + " --settings " + quoted(kept));
  CHECK(run.exit_code == 1);
  CHECK(holds(run.err, "new.toml:4: update.url cannot be set here"));
  CHECK(holds(run.err, "Set it in /etc/kiosk/kiosk.toml"));
  CHECK_FALSE(std::filesystem::exists(kept));
}

TEST_CASE("settings on a stick are taken once, and a stick without any is nothing to speak of") {
  TemporaryFolder folder;
  const auto package = folder / "etc.toml", kept = folder / "kept.toml", stick = folder / "stick";
  std::filesystem::create_directory(stick);
  std::ofstream(package) << "[kiosk]\nname = \"\"\n";
  const std::string command =
      "settings install --from-stick " + quoted(stick) + " --config " + quoted(package) + " --settings " + quoted(kept);
  Run none = kioskctl(command);
  CHECK(none.exit_code == 0);
  CHECK(none.out == "There are no settings on this stick.\n");
  std::ofstream(stick / "kiosk.toml") << "[kiosk]\nplaec = \"Hall\"\n";
  Run wrong = kioskctl(command);
  CHECK(wrong.exit_code == 1);
  CHECK(holds(wrong.err, "kiosk.toml:2: there is no setting \"plaec\""));
  std::ofstream(stick / "kiosk.toml") << "[kiosk]\nplace = \"Hall\"\n";
  CHECK(kioskctl(command).exit_code == 0);
  CHECK(holds(kiosk::test::read_file(kept), "place = 'Hall'"));
  std::ofstream(package) << "[kiosk]\nname = \"North\"\n";
  Run late = kioskctl(command);
  CHECK(late.exit_code == 3);
  CHECK(holds(late.out, "This kiosk is set up already"));
  CHECK(kioskctl("settings install --settings " + quoted(kept)).exit_code == 2);
}

TEST_CASE("wrong usage exits 2 and says what would be right") {
  for (const char* arguments :
       {"", "content", "content bild x y", "content build only-one", "content check --jsn", "nonsense"}) {
    Run run = kioskctl(arguments);
    CHECK_MESSAGE(run.exit_code == 2, arguments);
    CHECK_MESSAGE(run.err != "", arguments);
  }
  CHECK(kioskctl("--help").exit_code == 0);
}

TEST_CASE("a folder that is no content is an error, not a crash") {
  TemporaryFolder folder;
  CHECK(holds(kioskctl("content check " + quoted(folder.path())).out, "holds no pack.yaml"));
  CHECK(holds(kioskctl("content check " + quoted(folder / "nowhere")).out, "There is no such folder."));
  CHECK(kioskctl("content check " + quoted(folder / "nowhere")).exit_code == 1);
}
