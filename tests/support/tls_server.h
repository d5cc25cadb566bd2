// A web server on the loopback that speaks TLS under a certificate made for it, and answers everything with "secret".
// For tests of what a client believes of a certificate. Its thread lives as long as the object.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "tests/support/temporary_folder.h"

namespace kiosk::test {

struct Certificate {
  std::string name = "IP:127.0.0.1";  // the one that it is for, as OpenSSL writes a subjectAltName
  long begins = -3600, ends = 3600;   // seconds from now
};

class TlsServer {
 public:
  explicit TlsServer(const Certificate& certificate);
  ~TlsServer();
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  // "https://127.0.0.1:PORT"
  std::string address() const { return "https://127.0.0.1:" + std::to_string(port_); }
  // The certificate, which vouches for itself, as a file of authorities.
  std::filesystem::path authorities() const { return folder_ / "authorities.pem"; }
  // How often a client went on after it had seen the certificate.
  int answered() const { return answered_; }

 private:
  struct Freer {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* connection) const { SSL_free(connection); }
  };

  void serve();
  void answer(int connection);

  TemporaryFolder folder_;
  std::unique_ptr<SSL_CTX, Freer> context_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> ending_{false};
  std::atomic<int> answered_{0};
  std::thread thread_;
};

}  // namespace kiosk::test
