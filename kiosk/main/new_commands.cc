// Begins a file of content by asking for what it cannot do without. What is given as an option is not asked for.
#include "kiosk/main/new_commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "kiosk/base/slug.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/content_check.h"
#include "kiosk/publish/country_names.h"
#include "kiosk/publish/load.h"
#include "kiosk/publish/new_file.h"
#include "kiosk/publish/phone_number.h"
#include "kiosk/text/icons.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr int kFailed = 1;

struct NewArguments {
  std::string name, folder = "content", own_name;
  publish::NewContact contact;
  publish::NewPage page;
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "kioskctl: %s\n", message.c_str());
  throw CLI::RuntimeError(kFailed);
}

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

// What is wrong with an answer; empty: nothing.
using Objection = std::function<std::string(const std::string&)>;

// An answer that the check would refuse is asked for again; given as an option it ends the command.
void ask(std::string& answer, const std::string& question, const Objection& objection = {}) {
  const bool given = !answer.empty();
  for (;;) {
    if (answer.empty()) {
      std::cout << question << " " << std::flush;
      if (!std::getline(std::cin, answer)) fail("Nothing was written: an answer is missing.");
    }
    const std::string wrong = answer.empty() || !objection ? std::string() : objection(answer);
    if (!answer.empty() && wrong.empty()) return;
    if (given) fail(wrong + " Nothing was written.");
    std::cout << (answer.empty() ? "The check asks for this: write an answer, or end with Ctrl+C." : wrong) << "\n";
    answer.clear();
  }
}

Objection one_of(std::vector<std::string> choices) {
  return [choices = std::move(choices)](const std::string& answer) {
    if (std::ranges::find(choices, answer) != choices.end()) return std::string();
    std::string list;
    for (const std::string& choice : choices) list += (list.empty() ? "" : ", ") + choice;
    return "Write one of these: " + list + ".";
  };
}

// By the rules of the check.
Objection dialled_in(const std::string& country) {
  return [country](const std::string& dial) {
    publish::NumberEntry entry;
    entry.number.dial = dial;
    if (!dial.starts_with('+')) entry.number.from = {country};
    publish::complete_number(entry.number);
    publish::Problems problems;
    publish::check_number(entry, false, {}, problems);
    if (problems.errors() == 0) return std::string();
    const publish::Problem wrong = problems.sorted().front();
    return wrong.message + " " + wrong.remedy;
  };
}

publish::Content load(const std::string& folder) {
  publish::Problems problems;
  auto content = publish::load_content(folder, problems);
  if (content) return std::move(*content);
  for (const publish::Problem& problem : problems.sorted()) std::cerr << publish::to_string(problem) << "\n";
  fail("The content folder cannot be read; nothing was written.");
}

void require_slug(const std::string& name) {
  if (!is_slug(name)) fail("\"" + name + "\" cannot be a name: use small letters, digits and hyphens.");
}

void write_new(const fs::path& file, const std::string& text) {
  if (fs::exists(file)) fail(file.string() + " is there already; nothing was changed.");
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) fail(file.string() + " cannot be written. Check the folder and the space on the disk.");
}

// What the check says of the new file, so that it is right from the first day.
void check_written(const std::string& folder, const std::string& file) {
  publish::Problems problems;
  auto content = publish::load_content(folder, problems);
  publish::CheckOptions options;
  options.today = today();
  options.icons = text::icon_names();
  if (content) publish::check_content(*content, options, problems);
  for (const publish::Problem& problem : problems.sorted())
    if (problem.place.file == file) std::cout << publish::to_string(problem) << "\n";
  std::cout << "Wrote " << (fs::path(folder) / file).string() << ".\n";
}

// The file says that it was checked on the day of the edition, as nothing in an edition may be later.
void say_if_dated_back(const publish::Content& content) {
  if (!content.pack.published || *content.pack.published >= today()) return;
  std::cout << "It says that it was checked on " << format_date(*content.pack.published)
            << ", the day of this edition. If that was today, write " << format_date(today())
            << " there and as published in pack.yaml.\n";
}

// No check may be later than the edition.
Date checked_on(const publish::Content& content) {
  return content.pack.published ? std::min(today(), *content.pack.published) : today();
}

void new_contact(NewArguments& arguments) {
  require_slug(arguments.name);
  const publish::Content content = load(arguments.folder);
  publish::NewContact& contact = arguments.contact;
  const std::string in = " (" + content.pack.source_language.str() + ")";
  ask(contact.name, "What is it called?" + in);
  if (contact.country.empty()) contact.country = content.pack.country;
  if (!publish::is_country(contact.country))
    fail("\"" + contact.country + "\" is not a country. Write its two letters.");
  ask(contact.dial, "What is dialled, in digits? +231... or a short code:", dialled_in(contact.country));
  ask(contact.serves, "Whom does it help?" + in);
  ask(contact.answers, "Who answers?" + in);
  ask(contact.who_answers, "Of which kind are they: police, state, un, ngo or volunteers?",
      one_of({std::begin(catalog::kWhoAnswers), std::end(catalog::kWhoAnswers)}));
  ask(contact.source_title, "Who publishes the number? The title of the page or paper, not its address:");
  ask(contact.checked_by, "Who held it against that source?");
  contact.id = arguments.name;
  contact.language = content.pack.source_language;
  contact.checked_on = checked_on(content);
  const std::string file = "contacts/" + arguments.name + ".yaml";
  write_new(fs::path(arguments.folder) / file, publish::new_contact(contact));
  check_written(arguments.folder, file);
  say_if_dated_back(content);
  std::cout << "It is listed without its number until you write show: yes.\n";
}

void new_page(NewArguments& arguments) {
  require_slug(arguments.name);
  const publish::Content content = load(arguments.folder);
  publish::NewPage& page = arguments.page;
  std::vector<std::string> sections;
  for (const publish::SectionEntry& section : content.pack.sections)
    if (section.screen.empty()) sections.push_back(section.id);
  ask(page.title, "Title:");
  ask(page.summary, "What is the page good for, in one sentence?");
  ask(page.section, "Which section does it belong to?", one_of(sections));
  ask(page.first_sentence, "Its first sentence:");
  ask(page.source_title, "Where does it come from? The title of the source, not its address:");
  ask(page.checked_by, "Who read it against the source?");
  if (page.icon.empty()) page.icon = "information";
  page.checked_on = checked_on(content);
  const std::string file = "topics/" + arguments.name + "." + content.pack.source_language.str() + ".md";
  write_new(fs::path(arguments.folder) / file, publish::new_page(page));
  check_written(arguments.folder, file);
  say_if_dated_back(content);
}

void new_language(NewArguments& arguments) {
  auto tag = LanguageTag::parse(arguments.name);
  if (!tag.ok()) fail("\"" + arguments.name + "\" is not a language tag. Write for example fr, vai-Vaii or ff-Adlm.");
  const fs::path folder = arguments.folder, pack = folder / "pack.yaml", words = folder / "ui" / (tag->str() + ".po");
  if (arguments.own_name.empty()) arguments.own_name = publish::own_language_name(*tag);
  ask(arguments.own_name, "How does the language call itself, in its own script?");
  auto old_pack = os::read_file(pack, 1 << 20);
  if (!old_pack.ok()) fail(old_pack.error().message);
  auto changed = publish::pack_with_language(*old_pack, *tag, arguments.own_name);
  if (!changed.ok()) fail(changed.error().message);
  auto list = os::read_file(folder / "ui" / "kiosk.pot", 1 << 20);
  if (list.ok()) write_new(words, publish::new_words(*list));
  std::ofstream(pack, std::ios::binary) << *changed;
  check_written(arguments.folder, "pack.yaml");
  std::cout << "The language is offered to visitors as soon as it has a page: topics/NAME." << tag->str() << ".md\n";
}

CLI::App* add_new(CLI::App& kioskctl, const std::string& group, const std::string& about, const std::string& what,
                  const std::shared_ptr<NewArguments>& arguments) {
  CLI::App* thing = kioskctl.add_subcommand(group, about);
  thing->require_subcommand(1);
  CLI::App* command = thing->add_subcommand("new", about + "; asks for what it needs and is not given");
  command->add_option("NAME", arguments->name, what)->required();
  command->add_option("DIR", arguments->folder, "the content folder")->capture_default_str();
  return command;
}

}  // namespace

void add_new_commands(CLI::App& kioskctl) {
  auto arguments = std::make_shared<NewArguments>();
  CLI::App* contact =
      add_new(kioskctl, "contact", "Begin the card of a hotline or office", "its id: help-line", arguments);
  publish::NewContact& card = arguments->contact;
  contact->add_option("--name", card.name, "what it is called");
  contact->add_option("--dial", card.dial, "what is dialled");
  contact->add_option("--country", card.country, "its country, for example LR; else the pack's");
  contact->add_option("--serves", card.serves, "whom it helps");
  contact->add_option("--answers", card.answers, "who answers");
  contact->add_option("--who", card.who_answers, "police, state, un, ngo or volunteers");
  contact->add_option("--source", card.source_title, "the title of who publishes the number");
  contact->add_option("--address", card.source_address, "the address of that page");
  contact->add_option("--by", card.checked_by, "who checked it");
  contact->callback([arguments] { new_contact(*arguments); });

  CLI::App* page = add_new(kioskctl, "page", "Begin a page", "its name: before-you-go", arguments);
  publish::NewPage& text = arguments->page;
  page->add_option("--title", text.title, "its title");
  page->add_option("--summary", text.summary, "what it is good for");
  page->add_option("--section", text.section, "the id of a section of pack.yaml");
  page->add_option("--icon", text.icon, "the name of a picture: kioskctl content icons");
  page->add_option("--first", text.first_sentence, "its first sentence");
  page->add_option("--source", text.source_title, "the title of its source");
  page->add_option("--address", text.source_address, "the address of that page");
  page->add_option("--by", text.checked_by, "who checked it");
  page->callback([arguments] { new_page(*arguments); });

  CLI::App* language = add_new(kioskctl, "language", "Add a language", "its tag: fr, vai-Vaii", arguments);
  language->add_option("--name", arguments->own_name, "how it calls itself, in its own script");
  language->callback([arguments] { new_language(*arguments); });
}

}  // namespace kiosk
