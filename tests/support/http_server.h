// A small web server on the loopback for tests: serves a map of files, takes what is put there, and misbehaves as told.
// Its thread lives as long as the object.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kiosk::test {

enum class Manners {
  good,         // ranges, lengths
  no_range,     // always the whole file
  cut,          // closes after half of what was asked for, the first time
  endless,      // no length, never ends
  redirect,     // 302 to another file
  busy,         // 503
  captive,      // 200 and a page for everything
  wrong_range,  // 206 although none was asked for
  short_body,   // states a length and closes before it
  silent,       // accepts, says nothing
};

class HttpServer {
 public:
  explicit HttpServer(std::map<std::string, std::string> files, Manners manners);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // "http://127.0.0.1:PORT"
  std::string address() const;

  // "GET /path", "GET /path bytes=5-" or "PUT /path text/plain: BODY" for each request so far.
  std::vector<std::string> requests();
  uint64_t bytes_sent() const { return bytes_sent_; }

 private:
  void serve();
  void answer(int connection);
  void respond(int connection, const std::string& path, uint64_t offset, bool ranged);
  bool send_all(int connection, std::string_view bytes);

  std::map<std::string, std::string> files_;
  Manners manners_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> ending_{false};
  std::atomic<uint64_t> bytes_sent_{0};
  std::mutex mutex_;
  std::vector<std::string> requests_;
  bool cut_done_ = false;
  std::thread thread_;
};

}  // namespace kiosk::test
