// The platform's door to the disk, watched: the linker sends its system calls here (--wrap in tests/CMakeLists.txt).
// Never meets SQLite's calls, which lie in a library of their own.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <optional>

#include "tests/faults/disk.h"

namespace {

using daybook::ByteView;
using daybook::faults::Disk;

// The linker knows no objects: whoever is called by it needs a place that it knows.
Disk* watching = nullptr;

std::optional<struct stat> facts_of(int descriptor) {
    struct stat facts{};
    return ::fstat(descriptor, &facts) == 0 ? std::optional(facts) : std::nullopt;
}

std::optional<int> watched_file(int descriptor) {
    const auto facts = facts_of(descriptor);
    if (watching == nullptr || !facts || !S_ISREG(facts->st_mode)) return std::nullopt;
    return watching->file_of(facts->st_ino);
}

/// The result of a call that was watched: 0, or -1 and why.
int said(bool done, int why) {
    if (!done && errno == 0) errno = why;
    return done ? 0 : -1;
}

}  // namespace

namespace daybook::faults {

void watch_system_calls(Disk* disk) {
    watching = disk;
}

}  // namespace daybook::faults

// The linker decides what these are called.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
extern "C" {

int __real_open(const char* path, int flags, ...);
ssize_t __real_pwrite(int descriptor, const void* from, size_t size, off_t at);
int __real_ftruncate(int descriptor, off_t size);
int __real_fsync(int descriptor);
int __real_fdatasync(int descriptor);
int __real_rename(const char* from, const char* to);
int __real_unlink(const char* path);
int __real_remove(const char* path);

int __wrap_open(const char* path, int flags, ...) {
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        std::va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    const auto name = watching != nullptr ? watching->name_in_folder(path) : std::nullopt;
    const bool is_there = ::access(path, F_OK) == 0;
    if (!name || (!is_there && (flags & O_CREAT) == 0)) return __real_open(path, flags, mode);
    if (is_there) {
        // Cut to nothing as an operation of its own, so that it is recorded.
        const int there = __real_open(path, flags & ~O_TRUNC, mode);
        if (there >= 0 && (flags & O_TRUNC) != 0 && ::ftruncate(there, 0) != 0) {
            ::close(there);
            return -1;
        }
        return there;
    }
    int descriptor = -1;
    errno = 0;
    const bool made = watching->make(*name, [&]() -> std::optional<ino_t> {
        descriptor = __real_open(path, flags, mode);
        const auto facts = facts_of(descriptor);
        return facts ? std::optional(facts->st_ino) : std::nullopt;
    });
    return made ? descriptor : said(false, ENOSPC);
}

ssize_t __wrap_pwrite(int descriptor, const void* from, size_t size, off_t at) {
    const auto file = watched_file(descriptor);
    if (!file) return __real_pwrite(descriptor, from, size, at);
    errno = 0;
    const ByteView bytes(static_cast<const daybook::Byte*>(from), size);
    const bool done = watching->write(*file, static_cast<std::uint64_t>(at), bytes, [&](ByteView some) {
        return __real_pwrite(descriptor, some.data(), some.size(), at) == static_cast<ssize_t>(some.size());
    });
    return done ? static_cast<ssize_t>(size) : said(false, ENOSPC);
}

int __wrap_ftruncate(int descriptor, off_t size) {
    const auto file = watched_file(descriptor);
    if (!file) return __real_ftruncate(descriptor, size);
    // Of no effect, and no operation: the file has that size.
    if (facts_of(descriptor)->st_size == size) return 0;
    errno = 0;
    return said(watching->truncate(*file, static_cast<std::uint64_t>(size),
                                   [&] { return __real_ftruncate(descriptor, size) == 0; }),
                EIO);
}

int __wrap_fsync(int descriptor) {
    const auto facts = facts_of(descriptor);
    const auto file = watched_file(descriptor);
    errno = 0;
    const auto really = [&] { return __real_fsync(descriptor) == 0; };
    if (file) return said(watching->sync(*file, true, really), EIO);
    if (watching != nullptr && facts && watching->is_folder(facts->st_ino))
        return said(watching->sync_folder(really), EIO);
    return __real_fsync(descriptor);
}

int __wrap_fdatasync(int descriptor) {
    const auto file = watched_file(descriptor);
    if (!file) return __real_fdatasync(descriptor);
    errno = 0;
    return said(watching->sync(*file, false, [&] { return __real_fdatasync(descriptor) == 0; }), EIO);
}

int __wrap_rename(const char* from, const char* to) {
    const auto name = watching != nullptr ? watching->name_in_folder(from) : std::nullopt;
    const auto new_name = watching != nullptr ? watching->name_in_folder(to) : std::nullopt;
    if (!name || !new_name) return __real_rename(from, to);
    errno = 0;
    return said(watching->rename(*name, *new_name, [&] { return __real_rename(from, to) == 0; }), EIO);
}

int __wrap_unlink(const char* path) {
    const auto name = watching != nullptr ? watching->name_in_folder(path) : std::nullopt;
    if (!name) return __real_unlink(path);
    errno = 0;
    return said(watching->remove(*name, [&] { return __real_unlink(path) == 0; }), EIO);
}

int __wrap_remove(const char* path) {
    const auto name = watching != nullptr ? watching->name_in_folder(path) : std::nullopt;
    return name ? __wrap_unlink(path) : __real_remove(path);
}

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
