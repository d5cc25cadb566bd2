#include "tests/support/tls_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>

#include "kiosk/base/check.h"

namespace kiosk::test {
namespace {

struct OwnFreer {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};

std::unique_ptr<X509, OwnFreer> make_certificate(const Certificate& wanted, EVP_PKEY* key) {
  std::unique_ptr<X509, OwnFreer> made(X509_new());
  KIOSK_CHECK(X509_set_version(made.get(), X509_VERSION_3) == 1);
  KIOSK_CHECK(ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1) == 1);
  KIOSK_CHECK(X509_gmtime_adj(X509_getm_notBefore(made.get()), wanted.begins) != nullptr);
  KIOSK_CHECK(X509_gmtime_adj(X509_getm_notAfter(made.get()), wanted.ends) != nullptr);
  X509_NAME* name = X509_get_subject_name(made.get());
  KIOSK_CHECK(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test"), -1,
                                         -1, 0) == 1);
  KIOSK_CHECK(X509_set_issuer_name(made.get(), name) == 1 && X509_set_pubkey(made.get(), key) == 1);
  std::unique_ptr<X509_EXTENSION, OwnFreer> names(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, wanted.name.c_str()));
  KIOSK_CHECK(names != nullptr && X509_add_ext(made.get(), names.get(), -1) == 1);
  KIOSK_CHECK(X509_sign(made.get(), key, EVP_sha256()) > 0);
  return made;
}

}  // namespace

TlsServer::TlsServer(const Certificate& wanted) : context_(SSL_CTX_new(TLS_server_method())) {
  ::signal(SIGPIPE, SIG_IGN);  // a client that refuses the certificate hangs up in the middle of the handshake
  std::unique_ptr<EVP_PKEY, OwnFreer> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
  auto certificate = make_certificate(wanted, key.get());
  std::FILE* file = std::fopen(authorities().c_str(), "w");
  KIOSK_CHECK(file != nullptr && PEM_write_X509(file, certificate.get()) == 1 && std::fclose(file) == 0);
  KIOSK_CHECK(SSL_CTX_use_certificate(context_.get(), certificate.get()) == 1);
  KIOSK_CHECK(SSL_CTX_use_PrivateKey(context_.get(), key.get()) == 1);

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

TlsServer::~TlsServer() {
  ending_ = true;
  thread_.join();
  ::close(listener_);
}

void TlsServer::serve() {
  while (!ending_) {
    pollfd wait{listener_, POLLIN, 0};
    if (::poll(&wait, 1, 20) <= 0) continue;
    int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    answer(connection);
    ::close(connection);
  }
}

void TlsServer::answer(int connection) {
  std::unique_ptr<SSL, Freer> tls(SSL_new(context_.get()));
  KIOSK_CHECK(tls != nullptr && SSL_set_fd(tls.get(), connection) == 1);
  if (SSL_accept(tls.get()) != 1) return;
  std::string request;
  char buffer[4096];
  while (request.find("\r\n\r\n") == std::string::npos) {
    const int count = SSL_read(tls.get(), buffer, sizeof buffer);
    if (count <= 0) return;
    request.append(buffer, static_cast<size_t>(count));
  }
  ++answered_;
  const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret";
  SSL_write(tls.get(), answer.data(), static_cast<int>(answer.size()));
  SSL_shutdown(tls.get());
}

}  // namespace kiosk::test
