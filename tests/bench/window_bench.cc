// How the kiosk's window compares with a bare GLFW and ImGui window of the same size on the same driver, in one run:
// start, memory, rest, touch, motion, and what pictures cost a page that is turned to. Each side is a process of its
// own, started afresh each time; the figures printed are medians and ratios. Needs a display (platform/bench starts one
// in memory).
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <string>
#include <vector>

#define GLFW_INCLUDE_NONE
#include <GLES2/gl2.h>
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "kiosk/app/frame_loop.h"
#include "kiosk/app/stage.h"
#include "kiosk/app/tour.h"
#include "kiosk/app/window.h"
#include "tests/support/source_path.h"

using namespace kiosk;

namespace {

struct Screen {
  const char* name;
  int width, height;
  float width_mm;
};
constexpr Screen kScreens[] = {{"1280x800", 1280, 800, 216.8f}, {"1920x1080", 1920, 1080, 345}};
Screen screen = kScreens[0];  // of this process

double pss_mb() {
  std::ifstream file("/proc/self/smaps_rollup");
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with("Pss:")) return std::atof(line.c_str() + 4) / 1024;
  }
  return 0;
}

// From the kernel's start of this process, so that loading libraries counts.
double ms_since_start() {
  std::ifstream file("/proc/self/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  size_t at = text.rfind(')');
  for (int field = 2; field < 22; ++field) at = text.find(' ', at + 1);
  double started = std::atof(text.c_str() + at) / static_cast<double>(sysconf(_SC_CLK_TCK));
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started) * 1000;
}

struct Opened {
  std::unique_ptr<text::Engine> engine;
  std::unique_ptr<catalog::Catalog> catalog;
  std::unique_ptr<app::Window> window;
  std::unique_ptr<app::Stage> stage;
  std::unique_ptr<app::Kiosk> kiosk;
  std::unique_ptr<bool> shows_pictures = std::make_unique<bool>(true);
};

template <class T>
T must(Result<T> result) {
  if (!result.ok()) {
    std::cerr << result.error().message << "\n";
    std::exit(1);
  }
  return *std::move(result);
}

ui::Panel panel() { return {screen.width, screen.height, static_cast<float>(screen.width) / screen.width_mm, 850}; }

Opened open_kiosk(const std::string& folder) {
  Opened all;
  all.engine = must(text::Engine::create(test::source_path("assets/fonts.conf")));
  all.catalog = must(catalog::Catalog::open(folder));
  all.window = must(app::Window::create({false, screen.width, screen.height}));
  all.stage = must(app::Stage::create(*all.engine));
  app::Kiosk::Parts parts;
  parts.engine = all.engine.get();
  parts.catalog = all.catalog.get();
  parts.panel = panel();
  parts.now = [&catalog = *all.catalog] { return screens::Moment{catalog.pack().published, 0, 600}; };
  all.stage->decode_aside([window = all.window.get()] { window->wake(); });
  parts.pictures = [stage = all.stage.get(), catalog = all.catalog.get(), shows = all.shows_pictures.get()](
                       const std::string& path) { return *shows ? stage->picture(*catalog, path) : std::nullopt; };
  all.kiosk = std::make_unique<app::Kiosk>(std::move(parts), app::steady_seconds());
  app::Session session = app::fresh_session(*all.catalog);
  app::apply(session, ui::ChooseLanguage{LanguageTag::of("en")}, *all.catalog);
  all.kiosk->set_session(session);
  return all;
}

void present(Opened& all) {
  all.stage->draw(*all.kiosk, screen.width, screen.height, all.window->buffer_age());
  all.window->present();
  glFinish();
}

double percentile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

double cpu_ms() {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  auto ms = [](timeval t) { return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_usec) / 1000; };
  return ms(use.ru_utime) + ms(use.ru_stime);
}

// One process each; prints figures on one line for the process that measures.
void child_bare() {
  glfwInit();
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_ES_API);
  glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 2);
  GLFWwindow* window = glfwCreateWindow(screen.width, screen.height, "bare", nullptr, nullptr);
  glfwMakeContextCurrent(window);
  glfwSwapInterval(0);  // as the kiosk's window: what is compared is work, not waiting
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  auto renderer = must(graphics::Renderer::create());
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  ImGui::GetIO().Fonts->SetTexID(reinterpret_cast<ImTextureID>(
      renderer->create_texture(graphics::TextureKind::coverage, width, height, {pixels, size_t(width) * height})));
  std::vector<double> frames;
  double cpu_before = 0;
  for (int i = 0; i < 200; ++i) {
    double before = app::steady_seconds();
    ImGui::GetIO().DisplaySize = {static_cast<float>(screen.width), static_cast<float>(screen.height)};
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, 0xFFFFFFFF);
    ImGui::GetBackgroundDrawList()->AddText({20, 20}, 0xFF000000, "Hello");
    ImGui::Render();
    renderer->draw(*ImGui::GetDrawData(), screen.width, screen.height, {255, 255, 255},
                   {0, 0, screen.width, screen.height});
    glfwSwapBuffers(window);
    glFinish();
    if (i == 0) std::cout << ms_since_start() << " " << pss_mb() << " " << cpu_ms() << " ";
    if (i == 1) cpu_before = cpu_ms();
    frames.push_back((app::steady_seconds() - before) * 1000);
  }
  std::cout << percentile(frames, 0.5) << " " << (cpu_ms() - cpu_before) / 198 << " " << percentile(frames, 0.99)
            << "\n";
}

void child_start(const std::string& folder) {
  Opened all = open_kiosk(folder);
  present(all);
  std::cout << ms_since_start() << " " << pss_mb() << " " << cpu_ms() << "\n";
}

// 30 seconds without a touch: CPU time, frames, wake-ups.
void child_rest(const std::string& folder) {
  Opened all = open_kiosk(folder);
  present(all);
  present(all);
  int wakes = 0, frames = 0;
  double before = cpu_ms(), end = app::steady_seconds() + 30;
  for (double now = app::steady_seconds(); now < end; now = app::steady_seconds()) {
    all.kiosk->tick(now);
    if (all.kiosk->dirty() || all.stage->pictures_arrived()) ++frames, present(all);
    all.window->wait(std::min(all.kiosk->next_tick(), end) - now);
    ++wakes;
  }
  std::cout << cpu_ms() - before << " " << frames << " " << wakes << "\n";
}

// A finger comes down on a tile and the pressed state is on the screen.
void child_touch(const std::string& folder) {
  Opened all = open_kiosk(folder);
  present(all);
  std::vector<double> times;
  Rect tile = all.kiosk->scene().tree.find("section-travel")->rect;
  float x = tile.x + tile.width / 2, y = tile.y + tile.height / 2;
  double cpu_before = cpu_ms();
  for (int i = 0; i < 500; ++i) {
    double before = app::steady_seconds();
    all.kiosk->touch({i % 2 ? app::TouchPhase::cancel : app::TouchPhase::down, 0, x, y}, before);
    present(all);
    times.push_back((app::steady_seconds() - before) * 1000);
  }
  std::cout << percentile(times, 0.5) << " " << percentile(times, 0.99) << " " << (cpu_ms() - cpu_before) / 500 << "\n";
}

// Home and a section of six tiles in turn, with the pictures of the tiles and without; not the first times, in which
// they are decoded.
void child_turn(const std::string& folder) {
  Opened all = open_kiosk(folder);
  const app::Session home = all.kiosk->session();
  app::Session section = home;
  app::apply(section, ui::OpenSection{"travel"}, *all.catalog);
  auto turn = [&](const app::Session& session) {
    all.kiosk->set_session(session);
    double before = app::steady_seconds();
    present(all);
    return (app::steady_seconds() - before) * 1000;
  };
  for (int i = 0; i < 6; ++i) {
    turn(i % 2 ? section : home);
    all.window->wait(0.5);
  }
  auto pictures = std::count_if(all.kiosk->scene().tree.nodes.begin(), all.kiosk->scene().tree.nodes.end(),
                                [](const auto& node) { return node.role == accessibility::Role::tile; });
  std::vector<double> with, without;
  for (int i = 0; i < 150; ++i) {
    *all.shows_pictures = i % 2 == 0;
    turn(home);
    (*all.shows_pictures ? with : without).push_back(turn(section));
  }
  std::cout << pictures << " " << percentile(with, 0.5) << " " << percentile(without, 0.5) << "\n";
}

// The longest article, turned on and back again; only frames in which something moves.
void child_motion(const std::string& folder) {
  Opened all = open_kiosk(folder);
  app::Session longest;
  int most = 0;
  for (app::Stop& stop : app::tour_stops(*all.catalog, LanguageTag::of("en"))) {
    if (!stop.name.starts_with("topic-")) continue;
    all.kiosk->set_session(stop.session);
    all.kiosk->draw(nullptr, 0);
    auto pages = all.kiosk->scene().pages;
    if (pages && pages->count > most) most = pages->count, longest = stop.session;
  }
  all.kiosk->set_session(longest);
  for (int i = 0; i < 4; ++i) present(all), all.window->wait(0.2);
  double now = app::steady_seconds();
  std::vector<double> times;
  auto frame = [&] {
    all.kiosk->tick(now);
    double before = app::steady_seconds();
    present(all);
    times.push_back((app::steady_seconds() - before) * 1000);
    all.kiosk->frame_took(0);  // however slow it is: that is what is measured
  };
  for (int i = 0; i < 40; ++i) {
    frame();
    const accessibility::Node* arrow = all.kiosk->scene().tree.find(i % 2 ? "page-before" : "page-next");
    float x = arrow->rect.x + arrow->rect.width / 2, y = arrow->rect.y + arrow->rect.height / 2;
    for (app::TouchPhase phase : {app::TouchPhase::down, app::TouchPhase::up}) all.kiosk->touch({phase, 0, x, y}, now);
    times.resize(times.size() - 1);  // nothing moved yet
    for (; all.kiosk->dirty(); now += 1.0 / 60) frame();
    now += 1;
  }
  std::cout << percentile(times, 0.5) << " " << percentile(times, 0.99) << " " << times.size() << "\n";
}

// Touches the screen twenty times a second while a command runs, and says how long its frames took. Ends as the command
// did, or with 1 if a frame took longer than 50 ms.
int frames_beside(const std::string& folder, const std::string& command) {
  constexpr double kLongest = 50;  // ms
  Opened all = open_kiosk(folder);
  present(all);
  Rect tile = all.kiosk->scene().tree.find("section-travel")->rect;
  std::vector<double> times;
  auto ended = std::async(std::launch::async, [&] { return std::system(command.c_str()); });
  for (bool down = true; ended.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready; down = !down) {
    double before = app::steady_seconds();
    all.kiosk->touch(
        {down ? app::TouchPhase::down : app::TouchPhase::cancel, 0, tile.x + tile.width / 2, tile.y + tile.height / 2},
        before);
    present(all);
    times.push_back((app::steady_seconds() - before) * 1000);
  }
  if (int status = ended.get(); status != 0) return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  auto slow = std::count_if(times.begin(), times.end(), [](double time) { return time > kLongest; });
  std::printf("%zu frames: %.1f ms p50, %.1f ms p99, %.1f ms the slowest, %td over %.0f ms\n", times.size(),
              percentile(times, 0.5), percentile(times, 0.99), percentile(times, 1), slow, kLongest);
  return slow == 0 ? 0 : 1;
}

std::vector<double> figures(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 256> line{};
  std::vector<double> numbers;
  if (pipe && std::fgets(line.data(), line.size(), pipe)) {
    char* at = line.data();
    for (char* end = nullptr;; at = end) {
      double number = std::strtod(at, &end);
      if (end == at) break;
      numbers.push_back(number);
    }
  }
  if (!pipe || pclose(pipe) != 0 || numbers.empty()) {
    std::cerr << "failed: " << command << "\n";
    std::exit(1);
  }
  return numbers;
}

void measure(const std::string& self, const std::string& folder) {
  constexpr int kRuns = 7;
  std::vector<double> bare_ms, bare_mb, bare_cpu, bare_frame, bare_frame_cpu, own_ms, own_mb, own_cpu;
  for (int i = 0; i < kRuns; ++i) {
    auto bare = figures(self + " --child bare --catalog " + folder),
         own = figures(self + " --child start --catalog " + folder);
    bare_ms.push_back(bare[0]), bare_mb.push_back(bare[1]), bare_cpu.push_back(bare[2]);
    bare_frame.push_back(bare[3]), bare_frame_cpu.push_back(bare[4]);
    own_ms.push_back(own[0]), own_mb.push_back(own[1]), own_cpu.push_back(own[2]);
  }
  auto median = [](const std::vector<double>& values) { return percentile(values, 0.5); };
  double empty = median(bare_frame), empty_cpu = median(bare_frame_cpu);
  std::printf("start to first home frame   %8.1f ms, bare %8.1f ms, ratio %.2f (aim 1.20); of processor time %.2f\n",
              median(own_ms), median(bare_ms), median(own_ms) / median(bare_ms), median(own_cpu) / median(bare_cpu));
  std::printf("memory (PSS)                %8.1f MB, bare %8.1f MB, ratio %.2f (aim 1.30)\n", median(own_mb),
              median(bare_mb), median(own_mb) / median(bare_mb));
  auto rest = figures(self + " --child rest --catalog " + folder);
  std::printf(
      "30 s of rest                %8.1f ms of CPU, %.0f frames, %.0f wake-ups (aim 0 ticks, 0 frames, under 30)\n",
      rest[0], rest[1], rest[2]);
  auto touch = figures(self + " --child touch --catalog " + folder);
  std::printf(
      "touch to presented frame    %8.2f ms p50, %.2f ms p99 (aim 16.67), ratio of p50 to an empty frame %.2f, of "
      "processor time %.2f\n",
      touch[0], touch[1], touch[0] / empty, touch[2] / empty_cpu);
  auto turn = figures(self + " --child turn --catalog " + folder);
  std::printf(
      "turn to a page of %.0f pictures %6.2f ms p50, without them %.2f ms, %.2f frames over it (aim 1.00), ratio "
      "%.2f\n",
      turn[0], turn[1], turn[2], (turn[1] - turn[2]) * 60 / 1000, turn[1] / turn[2]);
  for (const Screen& one : kScreens) {
    std::string on = std::string(" --screen ") + one.name + " --catalog " + folder;
    auto motion = figures(self + " --child motion" + on), nothing = figures(self + " --child bare" + on);
    std::printf(
        "motion on %-9s         %8.2f ms p50, %.2f ms p99 of %.0f frames, empty frame %.2f ms p99, ratio %.2f\n",
        one.name, motion[0], motion[1], motion[2], nothing[5], motion[1] / nothing[5]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder = KIOSK_STARTER_CATALOG, child, beside, on = screen.name;
  CLI::App cli{"Measures the kiosk's window against a bare one."};
  cli.add_option("--catalog", folder, "a built catalog")->capture_default_str();
  cli.add_option("--child", child, "one measurement, in a process of its own");
  cli.add_option("--screen", on, "its size")->check(CLI::IsMember({kScreens[0].name, kScreens[1].name}));
  cli.add_option("--beside", beside, "a command while which frames are timed; nothing else is measured");
  CLI11_PARSE(cli, argc, argv);
  if (on == kScreens[1].name) screen = kScreens[1];
  if (!beside.empty()) return frames_beside(folder, beside);
  if (child.empty())
    measure(argv[0], folder);
  else if (child == "bare")
    child_bare();
  else if (child == "start")
    child_start(folder);
  else if (child == "rest")
    child_rest(folder);
  else if (child == "touch")
    child_touch(folder);
  else if (child == "turn")
    child_turn(folder);
  else if (child == "motion")
    child_motion(folder);
  return 0;
}
