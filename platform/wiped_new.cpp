// The program's `new` and `delete`: everything in C++ that is deleted is zeros before it is given back.
// Never part of a library: linking it is a program's choice, and sanitizers see through it.
#include <cstdint>
#include <cstdlib>
#include <new>

#include "core/base/wiped_memory.h"

namespace {

void* allocate(std::size_t size) {
    for (;;) {
        if (void* memory = std::malloc(size == 0 ? 1 : size); memory != nullptr) return memory;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) throw std::bad_alloc();
        handler();
    }
}

void* allocate(std::size_t size, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    if (size > SIZE_MAX - step) throw std::bad_alloc();
    // std::aligned_alloc wants a whole number of steps.
    void* memory = std::aligned_alloc(step, (size + step - 1) / step * step);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

// All of them: what is left out would be the library's own, or a sanitizer's, which does not belong to these.
void* operator new(std::size_t size) {
    return allocate(size);
}
void* operator new[](std::size_t size) {
    return allocate(size);
}
void* operator new(std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return allocate(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return allocate(size, alignment);
}

void operator delete(void* memory) noexcept {
    daybook::wiped_release(memory);
}
void operator delete[](void* memory) noexcept {
    daybook::wiped_release(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete[](void* memory, std::size_t /*size*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete(void* memory, const std::nothrow_t& /*unused*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete[](void* memory, const std::nothrow_t& /*unused*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete[](void* memory, std::align_val_t /*alignment*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
    daybook::wiped_release(memory);
}
void operator delete[](void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
    daybook::wiped_release(memory);
}
