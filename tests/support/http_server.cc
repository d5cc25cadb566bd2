#include "tests/support/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kiosk/base/check.h"

namespace kiosk::test {

HttpServer::HttpServer(std::map<std::string, std::string> files, Manners manners)
    : files_(std::move(files)), manners_(manners) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  KIOSK_CHECK(::bind(listener_, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0 && ::listen(listener_, 8) == 0);
  socklen_t size = sizeof at;
  KIOSK_CHECK(::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size) == 0);
  port_ = ntohs(at.sin_port);
  thread_ = std::thread([this] { serve(); });
}

HttpServer::~HttpServer() {
  ending_ = true;
  thread_.join();
  ::close(listener_);
}

std::string HttpServer::address() const { return "http://127.0.0.1:" + std::to_string(port_); }

void HttpServer::answer_at(const std::string& part, const std::string& head, const std::string& body) {
  std::lock_guard lock(mutex_);
  set_answer_ = {part, "HTTP/1.1 " + head + "\r\nContent-Length: " + std::to_string(body.size()) +
                           "\r\nConnection: close\r\n\r\n" + body};
}

void HttpServer::answer_raw(const std::string& bytes) {
  std::lock_guard lock(mutex_);
  raw_answer_ = bytes;
}

std::vector<std::string> HttpServer::requests() {
  std::lock_guard lock(mutex_);
  return requests_;
}

void HttpServer::serve() {
  while (!ending_) {
    pollfd wait{listener_, POLLIN, 0};
    if (::poll(&wait, 1, 20) <= 0) continue;
    int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    answer(connection);
    ::close(connection);
  }
}

void HttpServer::answer(int connection) {
  std::string request;
  char buffer[4096];
  while (request.find("\r\n\r\n") == std::string::npos) {
    ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return;
    request.append(buffer, static_cast<size_t>(count));
    std::lock_guard lock(mutex_);
    if (raw_answer_) return void(send_all(connection, *raw_answer_));
  }
  const size_t body = request.find("\r\n\r\n") + 4;
  auto header = [&](const std::string& name) {
    const size_t at = request.find("\r\n" + name + ": ");
    if (at == std::string::npos || at >= body) return std::string();
    const size_t begin = at + name.size() + 4;
    return request.substr(begin, request.find("\r\n", begin) - begin);
  };
  const std::string length = header("Content-Length");
  while (!length.empty() && request.size() < body + std::stoull(length)) {
    ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return;
    request.append(buffer, static_cast<size_t>(count));
  }
  const std::string method = request.substr(0, 3);
  const size_t space = request.find(' ') + 1;
  std::string path = request.substr(space, request.find(' ', space) - space);
  uint64_t offset = 0;
  bool ranged = false;
  std::string note = method + " " + path;
  if (method == "PUT") note += " " + header("Content-Type") + ": " + request.substr(body);
  if (size_t at = request.find("Range: bytes="); at != std::string::npos) {
    ranged = true;
    offset = std::stoull(request.substr(at + 13));
    note += " bytes=" + std::to_string(offset) + "-";
  }
  {
    std::lock_guard lock(mutex_);
    requests_.push_back(note);
    if (set_answer_ && path.find(set_answer_->first) != std::string::npos)
      return void(send_all(connection, set_answer_->second));
  }
  if (method == "PUT" && manners_ == Manners::good) {
    send_all(connection, "HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\nConnection: close\r\n\r\nnoted");
    return;
  }
  respond(connection, path, offset, ranged);
}

bool HttpServer::send_all(int connection, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes_sent_ += static_cast<uint64_t>(count);
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

void HttpServer::send_part(int connection, std::string_view file, uint64_t offset) {
  uint64_t first = offset, last = file.size() - 1;
  if (manners_ == Manners::range_whole || manners_ == Manners::range_unsaid) first = 0;
  if (manners_ == Manners::range_earlier) first = offset - std::min<uint64_t>(offset, 10);
  if (manners_ == Manners::range_later) first = std::min(offset + 10, last);
  if (manners_ == Manners::range_shorter) last = std::min<uint64_t>(last, first + file.size() / 10);
  const std::string_view body =
      manners_ == Manners::range_false ? file.substr(0, last + 1 - first) : file.substr(first, last + 1 - first);
  std::string head = "HTTP/1.1 206 Partial Content\r\n";
  if (manners_ != Manners::range_unsaid)
    head += "Content-Range: bytes " + std::to_string(first) + "-" + std::to_string(last) + "/" +
            std::to_string(file.size()) + "\r\n";
  send_all(connection, head + "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n");
  send_all(connection, body);
}

void HttpServer::respond(int connection, const std::string& path, uint64_t offset, bool ranged) {
  const std::string closing = "Connection: close\r\n\r\n";
  if (manners_ == Manners::silent) {
    while (!ending_) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return;
  }
  if (manners_ == Manners::captive) {
    send_all(connection, "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n" + closing + "<html></html>");
    return;
  }
  if (manners_ == Manners::redirect) {
    send_all(connection, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n" + closing);
    return;
  }
  if (manners_ == Manners::busy) {
    send_all(connection, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n" + closing);
    return;
  }
  auto found = files_.find(path.substr(1));
  if (found == files_.end() && manners_ == Manners::page_for_missing) {
    send_all(connection, "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n" + closing + "<html></html>");
    return;
  }
  if (found == files_.end()) {
    send_all(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n" + closing);
    return;
  }
  const std::string& file = found->second;
  if (manners_ == Manners::endless) {
    send_all(connection, "HTTP/1.1 200 OK\r\n" + closing);
    while (!ending_ && send_all(connection, file)) {}
    return;
  }
  if (ranged && manners_ >= Manners::range_whole && manners_ <= Manners::range_false)
    return send_part(connection, file, offset);
  const bool partial = manners_ == Manners::wrong_range || (ranged && manners_ != Manners::no_range);
  if (!partial) offset = 0;
  std::string_view body = std::string_view(file).substr(std::min<size_t>(offset, file.size()));
  std::string head = partial ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + std::to_string(offset) + "-" +
                                   std::to_string(file.size() - 1) + "/" + std::to_string(file.size()) + "\r\n"
                             : "HTTP/1.1 200 OK\r\n";
  head += "Content-Length: " + std::to_string(body.size()) + "\r\n" + closing;
  bool cut =
      manners_ == Manners::short_body || ((manners_ == Manners::cut || manners_ >= Manners::range_whole) && !cut_done_);
  cut_done_ = true;
  send_all(connection, head);
  send_all(connection, cut ? body.substr(0, body.size() / 2) : body);
}

}  // namespace kiosk::test
