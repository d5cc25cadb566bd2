#include "kiosk/fleet/prometheus.h"

#include <cstdint>
#include <system_error>
#include <type_traits>

#include "kiosk/base/instant.h"
#include "kiosk/os/file.h"
#include "kiosk/os/system_error.h"

namespace kiosk::fleet {
namespace {

// A label value: backslash, quotation mark and line feed are escaped, everything else is as it is.
std::string label_value(std::string_view text) {
  std::string result = "\"";
  for (char letter : text) {
    if (letter == '\n')
      result += "\\n";
    else if (letter == '\\' || letter == '"')
      (result += '\\') += letter;
    else
      result += letter;
  }
  return result + '"';
}

class Text {
 public:
  void sample(const Metric& metric, int64_t value, const std::string& labels = {}) {
    const std::string name = metric.prometheus;
    text_ += "# HELP " + name + " " + metric.words + "\n# TYPE " + name + " gauge\n" + name +
             (labels.empty() ? "" : "{" + labels + "}") + " " + std::to_string(value) + "\n";
  }

  // One function for each kind of value.
  void add(const Metric& metric, const std::string& outcome) {
    if (metric.prometheus && !outcome.empty()) sample(metric, 1, "outcome=" + label_value(outcome));
  }
  void add(const Metric& metric, int64_t number) { sample(metric, number); }
  void add(const Metric& metric, const Instant& time) { sample(metric, time.time_since_epoch().count()); }
  void add(const Metric& metric, std::chrono::hours hours) { sample(metric, hours.count()); }
  template <class T>
  void add(const Metric& metric, const std::optional<T>& value) {
    if constexpr (std::is_integral_v<T>) {
      if (value) add(metric, static_cast<int64_t>(*value));
    } else {
      if (value) add(metric, *value);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// RFC 4648, the alphabet for addresses; a Pushgateway wants it without padding or with.
std::string base64_for_addresses(std::string_view bytes) {
  static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += 3) {
    uint32_t group = 0;
    for (size_t i = 0; i < 3; ++i)
      group = group << 8 | (at + i < bytes.size() ? static_cast<uint8_t>(bytes[at + i]) : 0);
    for (size_t i = 0; i < 4; ++i) text += at + i > bytes.size() ? '=' : kAlphabet[group >> (18 - 6 * i) & 63];
  }
  return text;
}

}  // namespace

std::string to_prometheus(const HealthReport& report) {
  Text text;
  text.sample({nullptr, "kiosk_info", "Which kiosk this is; always 1."}, 1,
              "name=" + label_value(report.name) + ",place=" + label_value(report.place) +
                  ",program=" + label_value(report.program));
  each_metric(report, [&](const Metric& metric, const auto& value) { text.add(metric, value); });
  return text.take();
}

Status write_prometheus(const std::filesystem::path& file, const HealthReport& report) {
  std::filesystem::path temporary = file;
  temporary += ".new";  // the collector reads *.prom only
  KIOSK_TRY(out, os::File::create(temporary));
  KIOSK_TRY_STATUS(out.write(to_prometheus(report)));
  std::error_code trouble;
  std::filesystem::rename(temporary, file, trouble);
  if (trouble) return os::system_error("Renaming to", file, trouble.value());
  return {};
}

std::string push_address(const std::string& gateway, const std::string& name, const std::string& fallback) {
  std::string address = gateway;
  while (!address.empty() && address.back() == '/') address.pop_back();
  // The @base64 form: a name may hold a slash or letters that have no place in an address.
  return address + "/metrics/job/kiosk/instance@base64/" + base64_for_addresses(name.empty() ? fallback : name);
}

}  // namespace kiosk::fleet
