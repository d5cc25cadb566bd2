# The second compiler; a warning stops the build. cmake -C platform/build/clang.cmake -B build/clang -G Ninja
set(CMAKE_C_COMPILER clang CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_COMPILE_WARNING_AS_ERROR ON CACHE BOOL "")
