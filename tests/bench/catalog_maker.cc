// Writes a generated catalog, for update_bench.py. Edition 2 differs from edition 1 in one number that is dialled and
// in one number in the words of a page.
//   catalog_maker FOLDER TOPICS EDITION
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "tests/bench/generated_catalog.h"

int main(int argc, char** argv) {
  if (argc != 4) return std::fputs("usage: catalog_maker FOLDER TOPICS EDITION\n", stderr), 2;
  std::filesystem::create_directories(argv[1]);
  auto made = kiosk::bench::generate_catalog(argv[1], std::atoi(argv[2]), std::atoi(argv[3]));
  if (made.ok()) return 0;
  std::fprintf(stderr, "catalog_maker: %s\n", made.error().message.c_str());
  return 1;
}
