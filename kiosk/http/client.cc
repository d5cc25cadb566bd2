#include "kiosk/http/client.h"

#include <curl/curl.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <optional>
#include <thread>

#include "kiosk/http/judgement.h"

namespace kiosk::http {
namespace {

using Steady = std::chrono::steady_clock;

// libcurl wants to be set up once per process and is never torn down: there is no moment at which that would matter.
void set_up_once() {
  static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
  KIOSK_CHECK(result == CURLE_OK);
}

struct HandleFreer {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct ListFreer {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// Holds transfers back to so many bytes a second. libcurl's own limit reads as much as there is, and forgets every
// three seconds what it took too much: on a fast link a few megabytes came at three times the limit.
class Pace {
 public:
  explicit Pace(uint64_t bytes_per_second) : bytes_per_second_(bytes_per_second) {}

  // Waits for as long as `bytes` may take, but not beyond `end`. Time in which nothing came is not made up for.
  void wait_for(size_t bytes, Steady::time_point end) {
    if (bytes_per_second_ == 0) return;
    next_ =
        std::max(next_, Steady::now()) + std::chrono::nanoseconds(uint64_t{1'000'000'000} * bytes / bytes_per_second_);
    std::this_thread::sleep_until(std::min(next_, end));
  }

 private:
  const uint64_t bytes_per_second_;
  Steady::time_point next_;
};

// One transfer, as the callbacks see it.
struct Transfer {
  CURL* handle = nullptr;
  const Client::Sink* sink = nullptr;  // none: what comes is of no interest
  uint64_t offset = 0;
  bool ranged = false;  // whether only the rest was asked for
  Pace* pace = nullptr;
  Steady::time_point end;

  uint64_t to_drop = 0;
  bool started = false;
  std::optional<uint64_t> rest_at = {};  // a shorter part came than was asked for: where the next one begins
  bool range_unusable = false;           // another part came than was asked for: it has to be asked for whole
  Status outcome = {};

  long response_code() const {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
  }

  std::optional<std::string> header(const char* name) const {
    curl_header* found = nullptr;
    if (curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return std::nullopt;
    return found->value;
  }

  // Decides by the head what the body means. False: it is not for the sink. A part that begins earlier than was asked
  // for holds what is wanted all the same; one without a place, or that leaves a gap, does not.
  bool start() {
    started = true;
    if (response_code() == 200) to_drop = offset;
    if (response_code() != 206) return response_code() == 200;
    if (!ranged) return false;
    auto range = parse_content_range(header("Content-Range").value_or(""));
    range_unusable = !range || range->first > offset;
    if (range_unusable) return false;
    to_drop = offset - range->first;
    if (range->size && range->last + 1 < *range->size && range->last >= offset) rest_at = range->last + 1;
    return true;
  }

  size_t take(std::string_view bytes) {
    if (!sink) return bytes.size();
    if (!started && !start()) return 0;
    pace->wait_for(bytes.size(), end);
    size_t dropped = static_cast<size_t>(std::min<uint64_t>(to_drop, bytes.size()));
    to_drop -= dropped;
    outcome = (*sink)(bytes.substr(dropped));
    return outcome.ok() ? bytes.size() : 0;
  }
};

size_t take_body(char* data, size_t size, size_t count, void* transfer) {
  return static_cast<Transfer*>(transfer)->take({data, size * count});
}

// A server's certificate is renewed every few months, a floor of time may be a year old: who only knows that it is not
// earlier than some day cannot hold a later beginning against a certificate.
int pass_late_beginning(int good, X509_STORE_CTX* context) {
  if (good == 1 || X509_STORE_CTX_get_error(context) != X509_V_ERR_CERT_NOT_YET_VALID) return good;
  X509_STORE_CTX_set_error(context, X509_V_OK);
  return 1;
}

CURLcode set_certificate_time(CURL*, void* context, void* options) {
  auto* tls = static_cast<SSL_CTX*>(context);
  const auto& wanted = *static_cast<const Options*>(options);
  X509_VERIFY_PARAM_set_time(SSL_CTX_get0_param(tls), std::chrono::system_clock::to_time_t(wanted.certificate_time));
  if (wanted.time_is == TimeIs::at_least) SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, pass_late_beginning);
  return CURLE_OK;
}

class CurlClient : public Client {
 public:
  explicit CurlClient(const Options& options)
      : options_(options), end_(Steady::now() + options.total), pace_(options.max_speed) {
    set_up_once();
    handle_.reset(curl_easy_init());
    KIOSK_CHECK(handle_ != nullptr);
    const bool plain = options_.protocols == Protocols::plain_too;
    set(CURLOPT_PROTOCOLS_STR, plain ? "https,http" : "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "kiosk");
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // An empty string forbids the proxies that the environment names.
    set(CURLOPT_PROXY, options_.proxy.c_str());
    if (!options_.authorities.empty()) {
      set(CURLOPT_CAINFO, options_.authorities.c_str());
      set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    }
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.connect_timeout.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(options_.low_speed));
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.low_speed_time.count()));
    // Small pieces keep a limited transfer even: it pauses after each.
    if (options_.max_speed > 0) set(CURLOPT_BUFFERSIZE, 16384L);
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_ERRORBUFFER, reason_);
    if (options_.certificate_time != std::chrono::sys_seconds{}) {
      set(CURLOPT_SSL_CTX_FUNCTION, set_certificate_time);
      set(CURLOPT_SSL_CTX_DATA, &options_);
    }
  }

  std::chrono::milliseconds time_left() const override {
    return std::chrono::ceil<std::chrono::milliseconds>(end_ - Steady::now());
  }

  Answer answer() const override { return answer_; }

  Status get(const std::string& address, uint64_t offset, Ranges ranges, const Sink& sink) override {
    for (bool ranged = ranges == Ranges::yes;;) {
      Transfer transfer{handle_.get(), &sink, offset, ranged && offset > 0, &pace_, end_};
      Status status = fetch(address, transfer);
      if (transfer.range_unusable)
        ranged = false;
      else if (status.ok() && transfer.rest_at)
        offset = *transfer.rest_at;
      else
        return status;
    }
  }

  Result<std::chrono::sys_seconds> time_at(const std::string& address) override {
    Transfer transfer{handle_.get(), nullptr, 0, false, &pace_, end_};
    set(CURLOPT_NOBODY, 1L);
    const Status asked = perform("Asking " + address + " for the time", address, transfer);
    set(CURLOPT_NOBODY, 0L);
    set(CURLOPT_HTTPGET, 1L);
    const std::time_t time = curl_getdate(transfer.header("Date").value_or("").c_str(), nullptr);
    if (time > 0) return std::chrono::sys_seconds(std::chrono::seconds(time));
    if (!asked.ok() && transfer.response_code() == 0) return asked.error();
    return Error{Code::not_found, "Asking " + address + " for the time failed: the server says nothing of it."};
  }

  Status put(const std::string& address, const std::string& body, const std::string& content_type) override {
    Transfer transfer{handle_.get(), nullptr, 0, false, &pace_, end_};
    std::unique_ptr<curl_slist, ListFreer> headers(
        curl_slist_append(nullptr, ("Content-Type: " + content_type).c_str()));
    KIOSK_CHECK(headers != nullptr);
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    set(CURLOPT_POSTFIELDS, body.c_str());
    set(CURLOPT_CUSTOMREQUEST, "PUT");
    Status sent = perform("Sending to " + address, address, transfer);
    set(CURLOPT_CUSTOMREQUEST, static_cast<char*>(nullptr));
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    set(CURLOPT_HTTPGET, 1L);
    return sent;
  }

 private:
  template <class T>
  void set(CURLoption option, T value) {
    KIOSK_CHECK(curl_easy_setopt(handle_.get(), option, value) == CURLE_OK);
  }

  Status fetch(const std::string& address, Transfer& transfer) {
    // Not CURLOPT_RESUME_FROM: libcurl would give up where a server answers with the whole file.
    const std::string range = std::to_string(transfer.offset) + "-";
    set(CURLOPT_RANGE, transfer.ranged ? range.c_str() : nullptr);
    return perform("Fetching " + address, address, transfer);
  }

  Status perform(const std::string& what, const std::string& address, Transfer& transfer) {
    // Rounded up: to libcurl 0 is no limit.
    auto left = time_left().count();
    answer_ = {Answered::nobody, "", 0, ""};
    if (left <= 0) return Error{Code::interrupted, what + " was not begun: the time for it is up."};
    set(CURLOPT_URL, address.c_str());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(left));
    set(CURLOPT_WRITEDATA, &transfer);
    reason_[0] = '\0';
    CURLcode result = curl_easy_perform(handle_.get());
    return judge(what + " failed: ", result, address, transfer);
  }

  Status judge(const std::string& tried, CURLcode result, const std::string& address, const Transfer& transfer) {
    Exchange exchange{result,
                      static_cast<int>(transfer.response_code()),
                      0,
                      false,
                      transfer.ranged,
                      !transfer.sink,
                      address,
                      options_.proxy,
                      "",
                      ""};
    long proxy_code = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_HTTP_CONNECTCODE, &proxy_code);
    exchange.proxy_code = static_cast<int>(proxy_code);
    const char* peer = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_PRIMARY_IP, &peer);
    exchange.connected = peer && *peer != '\0';
    exchange.location = transfer.header("Location").value_or("");
    answer_ = answer_of(exchange);
    if (!transfer.outcome.ok()) answer_.how = Answered::served;  // enough for the sink to judge
    if (answer_.how == Answered::served) return transfer.outcome;
    return error_of(answer_, tried, reason_[0] != '\0' ? reason_ : curl_easy_strerror(result));
  }

  Options options_;
  Answer answer_;
  const Steady::time_point end_;
  Pace pace_;
  std::unique_ptr<CURL, HandleFreer> handle_;
  char reason_[CURL_ERROR_SIZE] = {};
};

}  // namespace

std::unique_ptr<Client> Client::create(const Options& options) { return std::make_unique<CurlClient>(options); }

}  // namespace kiosk::http
