#include "kiosk/json/json.h"

// Why an event parser around the library's own. nlohmann::json by itself keeps the last of two members with one name
// and turns 1.0 or 1e3 into a number; another reader of the same signed bytes may do otherwise, and two programs that
// see two things in one signed file are how signatures get worked around. The events show both cases before a value is
// built.

#include <limits>
#include <vector>

namespace kiosk::json {
namespace {

// Builds the value event by event; returning false from an event ends the parse.
class StrictBuilder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) return fail("an integer above 2^63 - 1");
    return add(static_cast<int64_t>(value));
  }
  bool number_float(number_float_t, const string_t& text) override {
    return fail("the number " + text.substr(0, 40) + ", which is not an integer in range");
  }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return fail("binary data"); }

  bool start_object(size_t) override { return open(Json::object()); }
  bool end_object() override { return close(); }
  bool start_array(size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (stack_.back()->contains(name)) return fail("the key \"" + name.substr(0, 80) + "\" twice in one object");
    key_ = std::move(name);
    return true;
  }

  bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return fail("something that is not JSON at byte " + std::to_string(position));
  }

  Json& value() { return root_; }
  const std::string& trouble() const { return trouble_; }

 private:
  bool fail(std::string what) {
    trouble_ = std::move(what);
    return false;
  }

  Json* place(Json value) {
    if (stack_.empty()) return &(root_ = std::move(value));
    Json& parent = *stack_.back();
    if (parent.is_array()) return parent.push_back(std::move(value)), &parent.back();
    return &(parent[key_] = std::move(value));
  }

  bool add(Json value) {
    place(std::move(value));
    return true;
  }

  bool open(Json value) {
    if (stack_.size() >= kMaxDepth) return fail("more than " + std::to_string(kMaxDepth) + " levels");
    // A pointer into an array stays valid: its elements grow only while no element is open.
    stack_.push_back(place(std::move(value)));
    return true;
  }

  bool close() {
    stack_.pop_back();
    return true;
  }

  Json root_;
  std::vector<Json*> stack_;
  std::string key_;
  std::string trouble_;
};

void append_string(const std::string& text, std::string& out) {
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void append(const Json& value, std::string& out) {
  switch (value.type()) {
    case Json::value_t::object: {
      const char* separator = "{";
      for (const auto& [name, member] : value.items()) {
        out += separator;
        append_string(name, out);
        out += ':';
        append(member, out);
        separator = ",";
      }
      out += value.empty() ? "{}" : "}";
      break;
    }
    case Json::value_t::array: {
      const char* separator = "[";
      for (const Json& element : value) {
        out += separator;
        append(element, out);
        separator = ",";
      }
      out += value.empty() ? "[]" : "]";
      break;
    }
    case Json::value_t::string: append_string(value.get_ref<const std::string&>(), out); break;
    default: KIOSK_CHECK(!value.is_number_float() && !value.is_binary() && !value.is_discarded()); out += value.dump();
  }
}

}  // namespace

Result<Json> parse(std::string_view text) {
  StrictBuilder builder;
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
    return Error{Code::invalid, "JSON was refused: it holds " + builder.trouble() + "."};
  }
  return std::move(builder.value());
}

std::string canonical(const Json& value) {
  std::string out;
  append(value, out);
  return out;
}

std::string pretty(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string pretty(const Ordered& value, int indent) {
  return value.dump(indent, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

}  // namespace kiosk::json
