#include "kiosk/fleet/prometheus.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <system_error>

#include "kiosk/base/instant.h"
#include "kiosk/os/file.h"
#include "kiosk/os/system_error.h"

namespace kiosk::fleet {
namespace {

// A label value: backslash, quotation mark and line feed are escaped, everything else may stand in it.
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
  void metric(const char* name, const char* help, int64_t value, const std::string& labels = {}) {
    text_ += std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " gauge\n" + name +
             (labels.empty() ? "" : "{" + labels + "}") + " " + std::to_string(value) + "\n";
  }
  template <class T>
  void metric(const char* name, const char* help, const std::optional<T>& value) {
    if (value) metric(name, help, static_cast<int64_t>(*value));
  }
  void time(const char* name, const char* help, const std::optional<Instant>& value) {
    if (value) metric(name, help, int64_t{value->time_since_epoch().count()});
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
  text.metric("kiosk_info", "Which kiosk this is; always 1.", 1,
              "name=" + label_value(report.name) + ",place=" + label_value(report.place) +
                  ",program=" + label_value(report.program));
  text.metric("kiosk_content_version", "Release that is shown; 0: none was ever installed.", report.content_version);
  text.time("kiosk_content_created_timestamp_seconds", "When that release was signed.", report.content_created);
  text.time("kiosk_content_expires_timestamp_seconds", "When the first of its signatures lapses.",
            report.content_expires);
  text.time("kiosk_numbers_lapse_timestamp_seconds", "When the first phone number goes off the screen.",
            report.numbers_lapse);
  text.metric("kiosk_content_expired", "1: past that date, by the kiosk's own knowledge of time.",
              report.content_expired);
  text.metric("kiosk_content_proven", "1: the screen has shown it and found something in it.", report.content_proven);
  if (!report.last_update.empty()) {
    text.metric("kiosk_last_update", "How the last update ended; always 1.", 1,
                "outcome=" + label_value(report.last_update));
  }
  text.time("kiosk_last_update_timestamp_seconds", "When, by the kiosk's clock.", report.last_update_at);
  if (report.uptime) {
    text.metric("kiosk_uptime_hours", "Whole hours since the machine was switched on.",
                int64_t{report.uptime->count()});
  }
  text.metric("kiosk_restarts", "Of the screen's program since then.", report.restarts);
  text.metric("kiosk_disk_free_bytes", "On the disk of the content, in steps of ten million.", report.disk_free);
  text.metric("kiosk_disk_size_bytes", "Of that disk.", report.disk_size);
  text.metric("kiosk_disk_read_only", "1: that disk takes no change, as one that fails.", report.disk_read_only);
  text.metric("kiosk_temperature_celsius", "Of the processor, in steps of ten; 60: or cooler.", report.temperature);
  text.metric("kiosk_screen_presented", "1: the screen's program has shown a picture since it started.",
              report.presented);
  text.metric("kiosk_touch_present", "1: a touch panel is there.", report.touch);
  text.metric("kiosk_sound_present", "1: a sound device is there.", report.sound);
  text.metric("kiosk_clock_doubtful", "1: nobody vouches for the clock.", report.clock_doubtful);
  text.time("kiosk_report_timestamp_seconds", "When this was written, as far as the kiosk knows.", report.at);
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
