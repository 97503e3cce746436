// Memory that is overwritten when it is given back: what was typed, read or looked up is gone from the process with it.
// Never chooses who uses it: a program's `new` and `delete` do if it is linked with platform/wiped_new.cpp, and
// libraries that take functions for their memory are handed these.
#pragma once

#include <cstddef>

namespace daybook {

/// As std::free, for what std::malloc, std::calloc, std::aligned_alloc or wiped_resize() gave: zeros first.
void wiped_release(void* memory);

/// As std::realloc; where it moves, what it leaves behind is zeros.
[[nodiscard]] void* wiped_resize(void* memory, std::size_t size);

/// How many bytes there are in fact, at least those that were asked for.
[[nodiscard]] std::size_t size_of_memory(void* memory);

}  // namespace daybook
