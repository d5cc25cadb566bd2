// Errors in the signer's language. They are made far below, in English and with names and figures in them, by layers
// that know no signer; here each is found again by its form, and what fills its gaps is told in the same way.
// What was rejected: handing the words down to everything that can fail. An error that has no form here is said in
// English, which is seen at once and misleads no one.
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/base/fill.h"
#include "kiosk/publish/repository/signer_words.h"

namespace kiosk::publish {
namespace {

constexpr const char* tr(const char* form) { return form; }

// The first that fits counts.
constexpr const char* kForms[] = {
    tr("The request was refused: {1}"),
    tr("{1} is not a request for signatures: {2}."),
    tr("nothing is to be signed."),
    tr("it holds two files of one role."),
    tr("a file in it is larger than any that kioskctl makes."),
    tr("a file in it holds more than this program can show."),
    tr("a file in it is none that kioskctl makes."),
    tr("a file in it cannot be read. {1}"),
    tr("one file says both who may sign and what is signed for."),
    tr("the file with the numbers holds other things as well."),
    tr("it calls a file \"{1}\" that is {2}"),
    tr("a root in it cannot be read."),
    tr("a root is missing in it."),
    tr("the targets in force cannot be read in it."),
    tr("the contacts in force cannot be read in it."),
    tr("no one is named for the contacts in force."),
    tr("the contacts in it name no contacts.db."),
    tr("the numbers in it are not those that are to be signed."),
    tr("it brings numbers, but none are to be signed."),
    tr("it does not say what is in force, although this signer knows the repository already."),
    tr("it is older than what this signer has signed already ({1} after version {2})."),
    tr("there is a telephone number in a text, where no two people sign for it. Nothing was signed."),
    tr("{1} does not follow on what is in force; {2} would."),
    tr("it holds \"{1}\", which none should"),
    tr("it was made by another version of kioskctl"),
    tr("a field is missing or of another type"),
    tr("The targets in force was refused: it has {1} valid signatures and needs {2}."),
    tr("The contacts in force was refused: it has {1} valid signatures and needs {2}."),
    tr("Root {1} was refused: it has {2} valid signatures and needs {3}."),
    tr("\"{1}\" would need only {2} signature: one person alone could put a wrong number on every screen."),
    tr("\"{1}\" would have fewer different keys than it needs signatures."),
    tr("The list of who signs for what is not as kioskctl makes it: it must name contacts for contacts/* and content "
       "for content/* and delta/*, and nothing else."),
    tr("The root does not ask for consistent snapshots."),
    tr("The contact \"{1}\" holds something that no build makes: {2} is not of its form."),
    tr("The contact \"{1}\" holds a number that no build makes. {2}"),
    tr("This key is none of those whose signature is asked for."),
    tr("The private key did not open: the pass phrase is wrong or the file damaged."),
    tr("{1}: The private key did not open: the pass phrase is wrong or the file damaged."),
    tr("{1} is not the root that this signer has trusted so far. If the repository has changed its owner, and you know "
       "it from them, remove {2}."),
    tr("{1} is damaged: it says whom this signer trusts. Put it back from a copy, or remove it and give the root again "
       "with --root."),
    tr("{1}: this is no number of a contact. Write \"ID NUMBER\", for example \"gbv-116 116\"."),
    tr("You say that today is {1}, and this computer's clock says {2}. Set the clock first. Nothing was signed."),
    tr("\"{1}\" is no day in words. Write, for example, \"28 November 2026\"."),
    tr("This computer's clock says {1}, but {2}. If the clock is right, say the day in words: --today \"{3}\". If not, "
       "set it. Nothing was signed."),
    tr("the newest other day is far before it: {1}"),
    tr("the last edition was made {1}"),
    tr("a file of the repository was written {1}"),
    tr("the day of this edition (pack.yaml) is {1}"),
    tr("a file of the catalog was written {1}"),
    tr("this program was built {1}"),
    tr("the server of {1} says that it is {2}"),
    tr("{1} was made {2}"),
    // What the command line's own parser says of a slip.
    tr("A subcommand is required"),
    tr("The following argument was not expected: {1}"),
    tr("The following arguments were not expected: {1}"),
    tr("Could not convert: {1} = {2}"),
    tr("{1}: {2} required {3} missing"),
    tr("{1} is required"),
    tr("Run with --help for more information."),
};

bool is_gap(std::string_view form, size_t at) {
  return at + 2 < form.size() && form[at] == '{' && form[at + 1] >= '1' && form[at + 1] <= '9' && form[at + 2] == '}';
}

// The literal that begins at `at`, up to the next gap.
std::string_view literal_at(std::string_view form, size_t at) {
  size_t end = at;
  while (end < form.size() && !is_gap(form, end)) ++end;
  return form.substr(at, end - at);
}

// What fills the gaps, in their order; nothing where it is not of this form.
std::optional<std::vector<std::string>> gaps_of(std::string_view form, std::string_view message) {
  std::vector<std::string> gaps;
  std::string_view literal = literal_at(form, 0);
  if (!message.starts_with(literal)) return std::nullopt;
  size_t at = literal.size();
  message.remove_prefix(literal.size());
  while (at < form.size()) {
    at += 3;
    literal = literal_at(form, at);
    at += literal.size();
    const bool last = at == form.size();
    if (last && !message.ends_with(literal)) return std::nullopt;
    const size_t end = last ? message.size() - literal.size() : message.find(literal);
    if (end == std::string_view::npos) return std::nullopt;
    gaps.emplace_back(message.substr(0, end));
    message.remove_prefix(end + literal.size());
  }
  if (!message.empty()) return std::nullopt;
  return gaps;
}

}  // namespace

std::string SignerWords::tell(const std::string& error) const {
  for (const char* form : kForms) {
    auto gaps = gaps_of(form, error);
    if (!gaps) continue;
    for (std::string& gap : *gaps) gap = tell(gap);
    return fill(tr(form), *gaps);
  }
  return error;
}

}  // namespace kiosk::publish
