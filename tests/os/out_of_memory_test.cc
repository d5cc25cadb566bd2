#include "kiosk/os/out_of_memory.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <vector>

// An address sanitizer reserves far more than a limit of data allows, and its allocator ends the program by itself.
#if defined(__SANITIZE_ADDRESS__)
#define KIOSK_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KIOSK_SANITIZED 1
#endif
#endif

#ifndef KIOSK_SANITIZED

namespace {

struct End {
  int status = 0;
  std::string said;
};

// Runs `body` as a process of its own that may hold little more than it does already.
template <class Body>
End with_little_memory(const Body& body) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    const rlimit little{256u << 20, 256u << 20};
    ::setrlimit(RLIMIT_DATA, &little);
    kiosk::os::end_when_memory_runs_out();
    body();
    ::_exit(0);
  }
  ::close(ends[1]);
  End end;
  char bytes[512];
  for (ssize_t count; (count = ::read(ends[0], bytes, sizeof bytes)) > 0;)
    end.said.append(bytes, static_cast<size_t>(count));
  ::close(ends[0]);
  ::waitpid(child, &end.status, 0);
  return end;
}

}  // namespace

TEST_CASE("a program that gets no more memory ends with a line for staff and a code of its own") {
  const End end = with_little_memory([] {
    std::vector<std::unique_ptr<char[]>> all;
    for (;;) all.push_back(std::make_unique<char[]>(1 << 20));
  });
  REQUIRE(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == kiosk::os::kOutOfMemoryExit);
  CHECK(end.said == "<2>There is no memory left. The program ends here and is started anew.\n");
}

TEST_CASE("a program with enough memory is left alone") {
  const End end = with_little_memory([] { std::vector<char> some(1 << 20); });
  CHECK(end.status == 0);
  CHECK(end.said.empty());
}

#endif  // KIOSK_SANITIZED
