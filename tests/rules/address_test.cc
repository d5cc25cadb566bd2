#include "kiosk/rules/address.h"

#include <doctest/doctest.h>

using namespace kiosk::rules;

TEST_CASE("a web address has a host, and nothing blank in it") {
  for (const char* good : {"https://example.org", "http://example.org/a?b=c#d", "HTTPS://Example.ORG",
                           "https://a.b:8080/x", "https://münchen.example/é"})
    CHECK_MESSAGE(is_web_address(good), good);
  for (const char* bad : {"https://", "https:///path", "https://exa mple.org", "https://example.org https://b.org",
                          "https://example", "example.org", "ftp://example.org", "https://.org", "https://a..org",
                          "https://a.org:", "https://a.org:x", "https://me@a.org", "https://a.org\u00a0",
                          "https://a\u200b.org", "https://-a.org", "https:// a.org", "tel:116"})
    CHECK_MESSAGE(!is_web_address(bad), bad);
}

TEST_CASE("an address that dials is known, however it is written") {
  for (const char* dials :
       {"https://wa.me/231770800911", "https://WA.ME/231770800911", "tel:116", "TEL:+231", "sms:116", "smsto:116",
        "callto:116", "viber://chat?number=1", "https://t.me/+231770800911", "https://api.whatsapp.com/send?phone=1",
        "https://example.org/?next=tel:116", "https://example.org/?next=https%3A%2F%2Fwa.me%2F231", "whatsapp://send",
        "https://telegram.me/+231", "skype:x?call", "sip:116@a.org"})
    CHECK_MESSAGE(!dialling_part(dials).empty(), dials);
  for (const char* plain : {"https://example.org/hotel:16", "https://visa.me", "https://swa.me.example",
                            "https://example.org/swt.me", "https://iom.int", "https://not-t.me/x", "https://motel.org"})
    CHECK_MESSAGE(dialling_part(plain).empty(), plain);
}

TEST_CASE("the digits of a known number are found in an address") {
  KnownNumbers known;
  known.add("+231770800911");
  known.add("116");
  for (const char* carries : {"https://a.org/231770800911", "https://a.org/?p=231-770-800-911", "https://a.org/116",
                              "https://a.org/%31%31%36", "https://a.org/%2531%2531%2536", "me+231770800911@a.org"})
    CHECK_MESSAGE(!known_number_in(carries, known).empty(), carries);
  for (const char* other : {"https://a.org/2116", "https://a.org/2024/11/16", "https://a.org"})
    CHECK_MESSAGE(known_number_in(other, known).empty(), other);
}
