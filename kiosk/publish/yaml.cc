#include "kiosk/publish/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

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
  TreeBuilder(int first_line, std::vector<Refused>& complaints) : first_line_(first_line), complaints_(complaints) {}

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
      complaints_.push_back(
          {key.line, "\"" + key.text + "\" stands here twice, first in line " + std::to_string(earlier.line) + ".",
           "Keep one of the two."});
      break;
    }
    mapping.keys.push_back({key.text, key.line});
  }

  int first_line_;
  std::vector<Refused>& complaints_;
  std::vector<YamlNode> open_;
  YamlNode root_;
};

std::string remedy_for(const std::string& reason) {
  if (reason.find("tab") != std::string::npos) return "Indent with spaces, not with the tab key.";
  return "Compare this line and the one above with the examples in AUTHORING.md: a text with a colon, a # or a "
         "quotation "
         "mark in it needs quotes around it, and everything that belongs together begins at the same column.";
}

}  // namespace

std::optional<YamlNode> parse_yaml(std::string_view text, const std::string& file, int first_line, Problems& problems) {
  std::vector<Refused> complaints;
  TreeBuilder builder(first_line, complaints);
  ViewBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    YamlNode root = builder.take();
    std::vector<Refused> ignored;
    TreeBuilder second(first_line, ignored);
    if (parser.HandleNextDocument(second)) {
      throw Refused{first_line, "The file holds a line --- inside, as if it were two files.", "Remove that line."};
    }
    for (const Refused& complaint : complaints)
      problems.error({file, complaint.line}, complaint.message, complaint.remedy);
    return root;
  } catch (const YAML::Exception& error) {
    int line = first_line + std::max(error.mark.line, 0);
    problems.error({file, line}, "This is not valid YAML (" + error.msg + ").", remedy_for(error.msg));
  } catch (const Refused& refused) { problems.error({file, refused.line}, refused.message, refused.remedy); }
  return std::nullopt;
}

}  // namespace kiosk::publish
