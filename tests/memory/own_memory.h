// This process's memory as the kernel sees it: what kind a page is of, and what bytes lie where, freed or not.
// Never reads through a pointer that may be stale.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace daybook {

/// None where nothing is mapped any more.
inline std::optional<Bytes> memory_at(const void* address, std::size_t size) {
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    Bytes bytes(size);
    const ssize_t read =
        ::pread(memory, bytes.data(), size, static_cast<off_t>(reinterpret_cast<std::uintptr_t>(address)));
    ::close(memory);
    if (read != static_cast<ssize_t>(size)) return std::nullopt;
    return bytes;
}

struct MappedArea {
    std::string permissions;  ///< "rw-p"
    std::string flags;        ///< "rd mr mw me lo dd ": man 5 proc_pid_smaps
};

inline MappedArea area_of(const void* address) {
    std::ifstream areas("/proc/self/smaps");
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    MappedArea area;
    bool inside = false;
    for (std::string line; std::getline(areas, line);) {
        std::uintptr_t from = 0;
        std::uintptr_t to = 0;
        char permissions[5] = {};
        if (std::sscanf(line.c_str(), "%zx-%zx %4s", &from, &to, permissions) == 3) {
            inside = from <= wanted && wanted < to;
            if (inside) area.permissions = permissions;
        } else if (inside && line.starts_with("VmFlags:")) {
            area.flags = line.substr(8) + ' ';
        }
    }
    return area;
}

}  // namespace daybook
