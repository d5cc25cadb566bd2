#include "kiosk/fleet/health_json.h"

#include <limits>

#include "kiosk/base/instant.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/parse.h"

namespace kiosk::fleet {
namespace {

using json::Json;

constexpr size_t kLongestText = 500;  // bytes; a name is for people

// One function for each kind of value.
struct Writer {
  Json object = Json::object();

  void member(const char* name, const std::string& text) {
    if (!text.empty()) object[name] = text;
  }
  void member(const char* name, const Instant& time) { object[name] = format_instant(time); }
  void member(const char* name, bool flag) { object[name] = flag; }
  void member(const char* name, int64_t number) { object[name] = number; }
  void member(const char* name, int number) { object[name] = number; }
  void member(const char* name, uint64_t number) { object[name] = static_cast<int64_t>(number); }
  void member(const char* name, std::chrono::hours hours) { object[name] = int64_t{hours.count()}; }
  template <class T>
  void member(const char* name, const std::optional<T>& value) {
    if (value) member(name, *value);
  }
};

struct Reader {
  const Json& object;
  std::string wrong;  // the first member that is not of its form

  const Json* find(const char* name) const {
    auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
  }
  void refuse(const char* name) {
    if (wrong.empty()) wrong = name;
  }

  void member(const char* name, std::string& text) {
    const Json* value = find(name);
    if (!value) return;
    if (!value->is_string() || value->get_ref<const std::string&>().size() > kLongestText) return refuse(name);
    text = value->get<std::string>();
  }
  void member(const char* name, Instant& time) {
    const Json* value = find(name);
    auto parsed = value && value->is_string() ? parse_instant(value->get<std::string>())
                                              : Result<Instant>(Error{Code::invalid, ""});
    if (!parsed.ok()) return refuse(name);
    time = *parsed;
  }
  void member(const char* name, bool& flag) {
    const Json* value = find(name);
    if (!value || !value->is_boolean()) return refuse(name);
    flag = value->get<bool>();
  }
  int64_t number(const char* name, int64_t least, int64_t most) {
    const Json* value = find(name);
    if (!value || !value->is_number_integer()) return refuse(name), least;
    const auto count = value->get<int64_t>();
    if (count < least || count > most) return refuse(name), least;
    return count;
  }
  void member(const char* name, int64_t& to) { to = number(name, 0, std::numeric_limits<int64_t>::max()); }
  void member(const char* name, uint64_t& to) {
    to = static_cast<uint64_t>(number(name, 0, std::numeric_limits<int64_t>::max()));
  }
  void member(const char* name, int& to) { to = static_cast<int>(number(name, -1000, 1'000'000)); }
  void member(const char* name, std::chrono::hours& to) { to = std::chrono::hours(number(name, 0, 1'000'000)); }
  template <class T>
  void member(const char* name, std::optional<T>& to) {
    if (!find(name)) return;
    T value{};
    member(name, value);
    to = value;
  }
};

}  // namespace

Json to_json(const HealthReport& report) {
  Writer writer;
  each_metric(report, [&](const Metric& metric, const auto& value) { writer.member(metric.member, value); });
  return std::move(writer.object);
}

Result<HealthReport> health_from_json(const Json& object) {
  if (!object.is_object()) return Error{Code::invalid, "A health report is an object."};
  HealthReport report;
  Reader reader{object, {}};
  each_metric(report, [&](const Metric& metric, auto& value) { reader.member(metric.member, value); });
  if (!reader.wrong.empty()) {
    return Error{Code::invalid, "The health report is not of its form: \"" + reader.wrong + "\" is wrong."};
  }
  return report;
}

}  // namespace kiosk::fleet
