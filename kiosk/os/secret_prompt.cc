#include "kiosk/os/secret_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace kiosk::os {

Result<std::string> ask_secretly(const std::string& question) {
  const Error no_answer{Code::io,
                        "A pass phrase is needed and there is no terminal to ask at. Give --passphrase-file."};
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(std::fopen("/dev/tty", "r+"), std::fclose);
  if (!terminal) return no_answer;
  struct termios shown = {};
  if (::tcgetattr(fileno(terminal.get()), &shown) != 0) return no_answer;
  struct termios hidden = shown;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  // The echo goes off before the question shows, and what is typed already stays: people who type fast, and programs,
  // answer in the moment they see it. TCSAFLUSH would throw that away.
  ::tcsetattr(fileno(terminal.get()), TCSANOW, &hidden);
  std::fputs(question.c_str(), terminal.get());
  std::fflush(terminal.get());
  char line[1024] = {};
  const bool typed = std::fgets(line, sizeof line, terminal.get()) != nullptr;
  ::tcsetattr(fileno(terminal.get()), TCSANOW, &shown);
  std::fputs("\n", terminal.get());
  std::string answer = line;
  while (!answer.empty() && (answer.back() == '\n' || answer.back() == '\r')) answer.pop_back();
  if (!typed || answer.empty()) return no_answer;
  return answer;
}

}  // namespace kiosk::os
