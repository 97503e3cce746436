#include "core/base/wiped_memory.h"

#include <malloc.h>
#include <string.h>  // explicit_bzero, which no compiler removes, is not in <cstring>

#include <algorithm>
#include <cstdlib>

namespace daybook {

std::size_t size_of_memory(void* memory) {
    return ::malloc_usable_size(memory);
}

void wiped_release(void* memory) {
    if (memory == nullptr) return;
    ::explicit_bzero(memory, size_of_memory(memory));
    std::free(memory);
}

void* wiped_resize(void* memory, std::size_t size) {
    if (memory == nullptr) return std::malloc(size);
    const std::size_t room = size_of_memory(memory);
    if (size <= room && size > room / 2) return memory;  // not worth a move
    void* moved = std::malloc(size);
    if (moved == nullptr) return nullptr;
    ::memcpy(moved, memory, std::min(room, size));
    wiped_release(memory);
    return moved;
}

}  // namespace daybook
