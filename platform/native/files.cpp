// Files that a person names.
// Never overwrites a file, and never leaves half of one.
#include "platform/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <format>

#include "platform/native/system.h"

namespace daybook {

namespace {

std::unexpected<Error> too_large(const std::string& path, std::size_t most) {
    return fail(Errc::invalid,
                std::format("{} is larger than {} MiB, which is more than Daybook opens.", path, most >> 20U));
}

/// Reads to the end, wherever that is: a pipe does not tell.
Result<Bytes> read_to_end(int descriptor, const std::string& name, std::size_t most) {
    Bytes content;
    std::array<Byte, 64 * 1024> piece{};
    for (;;) {
        const ssize_t read = ::read(descriptor, piece.data(), piece.size());
        if (read < 0 && errno == EINTR) continue;
        if (read < 0) return system_failure(name + " could not be read", errno);
        if (read == 0) return content;
        if (content.size() + static_cast<std::size_t>(read) > most) return too_large(name, most);
        append(content, ByteView(piece).first(static_cast<std::size_t>(read)));
    }
}

/// A file under a passing name, which goes unless it is given its own.
class TemporaryFile {
public:
    [[nodiscard]] static Result<TemporaryFile> make(const std::string& folder, FileReaders readers) {
        std::string name = folder + "/.daybook-XXXXXX";
        Descriptor file(::mkostemp(name.data(), O_CLOEXEC));  // for its owner alone
        if (!file.is_open()) return system_failure("Nothing can be written into " + folder, errno);
        TemporaryFile made(std::move(file), std::move(name));
        if (readers == FileReaders::usual) {
            const mode_t mask = ::umask(0);
            ::umask(mask);
            if (::fchmod(made.number(), 0666 & ~mask) != 0) return system_failure("The file could not be made", errno);
        }
        return made;
    }
    ~TemporaryFile() {
        if (!name_.empty()) ::unlink(name_.c_str());
    }
    TemporaryFile(TemporaryFile&& other) noexcept
        : file_(std::move(other.file_)), name_(std::exchange(other.name_, {})) {}
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] int number() const { return file_.number(); }

    /// Gives it its name, which must be free. File systems without hard links have another way to ask for that.
    Result<void> rename_to(const std::string& path) {
        if (::link(name_.c_str(), path.c_str()) == 0) return {};
        if (errno != EEXIST && ::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
            name_.clear();
            return {};
        }
        if (errno == EEXIST) return fail(Errc::invalid, path + " is there already. It was left as it is.");
        return system_failure(path + " could not be made", errno);
    }

private:
    TemporaryFile(Descriptor file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

    Descriptor file_;
    std::string name_;
};

}  // namespace

Result<Bytes> read_file(const std::string& path, std::size_t most) {
    if (path == "-") return read_to_end(STDIN_FILENO, "What is piped in", most);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open() && errno == ENOENT) return fail(Errc::not_found, "There is no file " + path + ".");
    if (!file.is_open()) return system_failure(path + " could not be opened", errno);
    struct stat facts{};
    if (::fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode) &&
        static_cast<std::uint64_t>(facts.st_size) > most) {
        return too_large(path, most);
    }
    return read_to_end(file.number(), path, most);
}

Result<void> write_new_file(const std::string& path, ByteView content, FileReaders readers) {
    const std::string folder = folder_of(path);
    Result<TemporaryFile> file = TemporaryFile::make(folder, readers);
    if (!file) return pass_on(std::move(file.error()));
    if (Result<void> written = write_all_at(file->number(), content, 0); !written) {
        return pass_on(written.error().while_doing(path));
    }
    if (::fsync(file->number()) != 0) return system_failure(path + " could not be written", errno);
    if (Result<void> named = file->rename_to(path); !named) return named;
    return sync_folder(folder);
}

Result<std::string> write_under_free_name(const std::string& folder, const std::string& name, ByteView content) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return system_failure("The folder " + folder + " could not be made", failed.value());
    const std::filesystem::path base(name);
    for (int number = 1;; ++number) {
        const std::string free_name =
            number == 1 ? name : std::format("{} ({}){}", base.stem().string(), number, base.extension().string());
        const std::string path = (std::filesystem::path(folder) / free_name).string();
        if (std::filesystem::exists(std::filesystem::symlink_status(path, failed))) continue;
        Result<void> written = write_new_file(path, content, FileReaders::usual);
        if (written) return path;
        const bool taken_meanwhile = written.error().code == Errc::invalid;
        if (!taken_meanwhile) return pass_on(std::move(written.error()));
    }
}

}  // namespace daybook
