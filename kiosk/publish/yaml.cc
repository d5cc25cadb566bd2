#include "kiosk/publish/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "kiosk/publish/yaml_traps.h"

namespace kiosk::publish {
namespace {

constexpr size_t kMaxDepth = 8;

struct Refused {
  int line;
  std::string message, remedy;
};

// Lets yaml-cpp read a string_view in place.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // never written: there is no put area
    setg(begin, begin, begin + text.size());
  }
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, int first_line, std::vector<YamlComplaint>& complaints)
      : text_(text), first_line_(first_line), complaints_(complaints) {}

  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add({YamlNode::Kind::empty, line(mark), {}, {}, {}}, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{line(mark), "A text that begins with * refers to another place, which is not possible here.",
                  "Put quotes around the text, or write it out."};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_tag(mark, tag);
    bool plain = tag == "?";
    judge_scalar({text_, static_cast<size_t>(std::max(mark.pos, 0)), line(mark), value, plain}, complaints_);
    add({YamlNode::Kind::text, line(mark), value, {}, {}}, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_tag(mark, tag);
    open({YamlNode::Kind::list, line(mark), {}, {}, {}}, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_tag(mark, tag);
    open({YamlNode::Kind::mapping, line(mark), {}, {}, {}}, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  int line(const YAML::Mark& mark) const { return first_line_ + std::max(mark.line, 0); }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    if (tag.empty() || tag == "?" || tag == "!") return;
    throw Refused{line(mark), "A text that begins with ! has a meaning of its own in YAML.",
                  "Put quotes around the text."};
  }

  void refuse_anchor(const YamlNode& node, YAML::anchor_t anchor) const {
    if (anchor == 0) return;
    throw Refused{node.line, "A text that begins with & has a meaning of its own in YAML.",
                  "Put quotes around the text."};
  }

  void open(YamlNode node, YAML::anchor_t anchor) {
    refuse_anchor(node, anchor);
    if (open_.size() == kMaxDepth)
      throw Refused{node.line, "The lists are nested too deeply.", "Check the indentation."};
    open_.push_back(std::move(node));
  }

  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node), 0);
  }

  void add(YamlNode node, YAML::anchor_t anchor) {
    refuse_anchor(node, anchor);
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back();
    if (parent.kind == YamlNode::Kind::mapping && parent.keys.size() == parent.items.size()) {
      add_key(parent, node);
    } else {
      parent.items.push_back(std::move(node));
    }
  }

  void add_key(YamlNode& mapping, const YamlNode& key) {
    if (key.kind != YamlNode::Kind::text) {
      throw Refused{key.line, "Something stands before a colon that is not a name.",
                    "Write a name, a colon, a space and the value."};
    }
    for (const YamlNode::Key& earlier : mapping.keys) {
      if (earlier.text != key.text) continue;
      complaints_.push_back({key.line, Severity::error,
                             "\"" + key.text + "\" is here twice, first in line " + std::to_string(earlier.line) + ".",
                             "Keep one of the two."});
      break;
    }
    mapping.keys.push_back({key.text, key.line});
  }

  std::string_view text_;
  int first_line_;
  std::vector<YamlComplaint>& complaints_;
  std::vector<YamlNode> open_;
  YamlNode root_;
};

}  // namespace

std::optional<YamlNode> parse_yaml(std::string_view text, const std::string& file, int first_line, Problems& problems) {
  std::vector<YamlComplaint> complaints = complaints_about_lines(text, first_line);
  auto report = [&] {
    for (const YamlComplaint& complaint : complaints) {
      const Place place{file, complaint.line};
      if (complaint.severity == Severity::error)
        problems.error(place, complaint.message, complaint.remedy);
      else
        problems.warning(place, complaint.message, complaint.remedy);
    }
  };
  // What a line's blanks are has to be right before anything else can be said of it.
  if (!complaints.empty()) return report(), std::nullopt;
  TreeBuilder builder(text, first_line, complaints);
  ViewBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    YamlNode root = builder.take();
    std::vector<YamlComplaint> ignored;
    TreeBuilder second(text, first_line, ignored);
    if (parser.HandleNextDocument(second)) {
      throw Refused{first_line, "The file holds a line --- inside, as if it were two files.", "Remove that line."};
    }
    report();
    return root;
  } catch (const YAML::Exception& error) {
    int line = std::max(error.mark.line, 0);
    problems.error({file, first_line + line}, "This cannot be read: " + yaml_reason(error.msg) + ".",
                   yaml_remedy(error.msg, text, line));
  } catch (const Refused& refused) { problems.error({file, refused.line}, refused.message, refused.remedy); }
  return std::nullopt;
}

}  // namespace kiosk::publish
