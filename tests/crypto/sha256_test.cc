#include "kiosk/crypto/sha256.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kiosk::crypto {
namespace {

TEST_CASE("the examples of FIPS 180-4 come out as printed there") {
  CHECK(sha256(std::string_view("abc")).hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256(std::string_view("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).hex() ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("the empty input has a digest too") {
  CHECK(sha256(std::string_view()).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256(std::span<const uint8_t>()) == sha256(std::string_view()));
}

TEST_CASE("pieces of any size hash as the whole does") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += static_cast<char>(i * 7);
  const Sha256Digest whole = sha256(text);
  for (size_t piece : {1u, 63u, 64u, 65u, 999u}) {
    Sha256 hash;
    for (size_t at = 0; at < text.size(); at += piece) hash.update(std::string_view(text).substr(at, piece));
    CHECK(hash.finish() == whole);
  }
}

TEST_CASE("after finish a hash starts over") {
  Sha256 hash;
  hash.update("left over");
  (void)hash.finish();
  hash.update("abc");
  CHECK(hash.finish() == sha256(std::string_view("abc")));
}

TEST_CASE("bytes and text of the same content have one digest") {
  const std::vector<uint8_t> bytes{'a', 'b', 'c'};
  CHECK(sha256(bytes) == sha256(std::string_view("abc")));
}

TEST_CASE("a digest is read back from its own hexadecimal form") {
  const Sha256Digest digest = sha256(std::string_view("abc"));
  auto read = Sha256Digest::parse_hex(digest.hex());
  REQUIRE(read.ok());
  CHECK(*read == digest);
}

TEST_CASE("a digest has exactly one written form") {
  std::string hex = sha256(std::string_view("abc")).hex();
  for (std::string wrong : {std::string(), hex.substr(1), hex + "0", "0x" + hex.substr(2), " " + hex.substr(1),
                            "BA" + hex.substr(2), "g" + hex.substr(1), std::string(64, '\0')}) {
    CHECK_FALSE(Sha256Digest::parse_hex(wrong).ok());
  }
}

}  // namespace
}  // namespace kiosk::crypto
