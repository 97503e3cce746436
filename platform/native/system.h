// What the native ports share of the operating system: descriptors that close themselves, and errno in plain words.
// Never seen outside platform/native.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

/// A file descriptor that is closed when it goes; -1 holds none.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

/// The failure of a system call, from its errno. `doing` is what was tried: "The file could not be read".
[[nodiscard]] std::unexpected<Error> system_failure(std::string_view doing, int error_number);

/// Writes all of `bytes` at `offset`.
[[nodiscard]] Result<void> write_all_at(int descriptor, ByteView bytes, std::uint64_t offset);

/// Fills `bytes` from `offset`; Errc::corrupt if the file ends before.
[[nodiscard]] Result<void> read_all_at(int descriptor, std::span<Byte> bytes, std::uint64_t offset);

/// Writes zeros over a file that has no name any more. What a disk keeps of it elsewhere is out of reach, so that a
/// failure changes nothing that could be promised, and is not said.
void overwrite_unnamed(const Descriptor& file);

/// Makes what was created, renamed or removed in a folder survive a power cut.
[[nodiscard]] Result<void> sync_folder(const std::string& folder);

/// The folder that a path lies in: "." for a bare name.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace daybook
