# Address and undefined-behaviour sanitizers, with the same warnings as every build.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(KIOSK_SANITIZE address,undefined CACHE STRING "")
