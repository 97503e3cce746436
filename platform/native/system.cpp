// Thin covers over POSIX calls.
// Never retries what failed: only what was interrupted.
#include "platform/native/system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <tuple>

namespace daybook {

namespace {

Errc errc_of(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return Errc::full;
        case ENOENT:
        case ENOTDIR:
            return Errc::not_found;
        case EEXIST:
            return Errc::invalid;
        case EWOULDBLOCK:
        case EBUSY:
        case ETXTBSY:
            return Errc::busy;
        default:
            return Errc::storage;
    }
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

std::unexpected<Error> system_failure(std::string_view doing, int error_number) {
    return fail(errc_of(error_number), std::string(doing) + ": " + std::generic_category().message(error_number) + ".");
}

Result<void> write_all_at(int descriptor, ByteView bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0) {
            if (errno == EINTR) continue;
            return system_failure("The file could not be written", errno);
        }
        if (written == 0) return system_failure("The file could not be written", ENOSPC);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Result<void> read_all_at(int descriptor, std::span<Byte> bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t read = ::pread(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (read < 0) {
            if (errno == EINTR) continue;
            return system_failure("The file could not be read", errno);
        }
        if (read == 0) return fail(Errc::corrupt, "The file ended too early.");
        bytes = bytes.subspan(static_cast<std::size_t>(read));
        offset += static_cast<std::uint64_t>(read);
    }
    return {};
}

void overwrite_unnamed(const Descriptor& file) {
    struct stat facts{};
    if (::fstat(file.number(), &facts) != 0) return;
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    const Bytes zeros(std::min<std::uint64_t>(size, 1U << 20U));
    for (std::uint64_t at = 0; at < size; at += zeros.size()) {
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(zeros.size(), size - at));
        if (!write_all_at(file.number(), ByteView(zeros).first(length), at)) return;
    }
    std::ignore = ::fdatasync(file.number());
}

Result<void> sync_folder(const std::string& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.is_open()) return system_failure("The folder " + folder + " could not be opened", errno);
    if (::fsync(opened.number()) != 0) return system_failure("The folder " + folder + " could not be written", errno);
    return {};
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace daybook
