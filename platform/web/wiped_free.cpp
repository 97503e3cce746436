// The modules' own `free`, in the place of the C library's: zeros first. C++'s delete and libsodium go through it.
// Never left out where a passcode is stretched: libsodium gives the memory for that back with the key in it.
#include <emscripten/heap.h>
#include <string.h>  // explicit_bzero, which no compiler removes, is not in <cstring>

#include "core/base/wiped_memory.h"

extern "C" void free(void* memory) {
    if (memory == nullptr) return;
    ::explicit_bzero(memory, daybook::size_of_memory(memory));
    emscripten_builtin_free(memory);
}
