// What the finished kiosk program is linked with. Without the program (a build of the lower layers only) nothing here
// is compiled, and the runner shows that the cases are missing.
#ifdef KIOSK_PROGRAM

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <string>

namespace {

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> piece;
  for (size_t size; (size = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) text.append(piece.data(), size);
  REQUIRE(pclose(pipe) == 0);
  return text;
}

}  // namespace

TEST_CASE("R63 R69: the kiosk program loads no network, mail or printing library, directly or through another") {
  const std::string libraries = output_of("ldd " KIOSK_PROGRAM);
  REQUIRE(libraries.find("libc.so") != std::string::npos);
  for (const char* network : {"libcurl", "libssh", "libnghttp", "libldap", "librtmp", "libcups", "libesmtp"})
    CHECK_MESSAGE(libraries.find(network) == std::string::npos, network << " is linked:\n" << libraries);
}

TEST_CASE("R63 R69: the kiosk program's own code asks for no connection and no address") {
  const std::string symbols = output_of("nm --dynamic --undefined-only " KIOSK_PROGRAM);
  REQUIRE(symbols.find("malloc") != std::string::npos);
  for (const char* network : {" U connect", " U bind", " U listen", " U getaddrinfo", " U gethostbyname"})
    CHECK_MESSAGE((symbols + "\n").find(std::string(network) + "@") == std::string::npos, network);
}

TEST_CASE("R17: the kiosk program opens no camera, no microphone and no reader of faces or fingers") {
  const std::string libraries = output_of("ldd " KIOSK_PROGRAM);
  for (const char* eyes : {"libv4l", "libgstreamer", "libcamera", "libavdevice", "libopencv", "libfprint"})
    CHECK_MESSAGE(libraries.find(eyes) == std::string::npos, eyes << " is linked:\n" << libraries);
  const std::string symbols = output_of("nm --dynamic --undefined-only " KIOSK_PROGRAM);
  REQUIRE(symbols.find(" U alcOpenDevice") != std::string::npos);  // sound goes out through OpenAL, and never in
  for (const char* ears :
       {" U alcCaptureOpenDevice", " U alcCaptureStart", " U snd_pcm_open", " U pa_stream_connect_record"})
    CHECK_MESSAGE(symbols.find(ears) == std::string::npos, ears);
  const std::string words = output_of("strings " KIOSK_PROGRAM);
  REQUIRE(words.find("kiosk.toml") != std::string::npos);
  CHECK(words.find("/dev/video") == std::string::npos);
}

#endif
