# Fuzz targets (tests/fuzz) with libFuzzer, which is Clang's, and the sanitizers: cmake -C platform/build/fuzz.cmake -B build/fuzz -G Ninja
set(CMAKE_C_COMPILER clang CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(KIOSK_SANITIZE fuzzer-no-link,address,undefined CACHE STRING "")
