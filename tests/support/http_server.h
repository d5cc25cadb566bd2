// A small web server on the loopback for tests: serves a map of files, takes what is put there, and misbehaves as told.
// Its thread lives as long as the object.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kiosk::test {

enum class Manners {
  good,              // ranges, lengths
  no_range,          // always the whole file
  cut,               // closes after half of what was asked for, the first time
  endless,           // no length, never ends
  redirect,          // 302 to another file
  busy,              // 503
  captive,           // 200 and a page for everything
  page_for_missing,  // 200 and a page for what is not there
  wrong_range,       // 206 although none was asked for
  short_body,        // states a length and closes before it
  silent,            // accepts, says nothing
  // The first time as `cut`, then to the question for the rest:
  range_whole,    // 206 and the whole, as Content-Range says
  range_earlier,  // 206 and ten bytes too many, as Content-Range says
  range_shorter,  // 206 and a tenth of the file at most
  range_unsaid,   // 206 and the whole, without Content-Range
  range_later,    // 206 and ten bytes too few, as Content-Range says
  range_false,    // 206 and the whole, which Content-Range calls the rest
};

class HttpServer {
 public:
  explicit HttpServer(std::map<std::string, std::string> files, Manners manners);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Where the path holds `part`, this is sent: "401 Unauthorized\r\nSome: header", and a body.
  void answer_at(const std::string& part, const std::string& head, const std::string& body);
  // As soon as anything comes: these bytes, and nothing of HTTP.
  void answer_raw(const std::string& bytes);
  // Whatever is asked for.
  void answer_always(const std::string& head, const std::string& body) { answer_at("", head, body); }

  // "http://127.0.0.1:PORT"
  std::string address() const;

  // "GET /path", "GET /path bytes=5-" or "PUT /path text/plain: BODY" for each request so far.
  std::vector<std::string> requests();
  uint64_t bytes_sent() const { return bytes_sent_; }

 private:
  void serve();
  void answer(int connection);
  void respond(int connection, const std::string& path, uint64_t offset, bool ranged);
  void send_part(int connection, std::string_view file, uint64_t offset);
  bool send_all(int connection, std::string_view bytes);

  std::map<std::string, std::string> files_;
  Manners manners_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> ending_{false};
  std::atomic<uint64_t> bytes_sent_{0};
  std::mutex mutex_;
  std::vector<std::string> requests_;
  std::optional<std::pair<std::string, std::string>> set_answer_;  // part of a path, answer
  std::optional<std::string> raw_answer_;
  bool cut_done_ = false;
  std::thread thread_;
};

}  // namespace kiosk::test
