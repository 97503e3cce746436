// The folder that a notebook lives in, held by one process at a time.
// Never read by another account: it is made for its owner alone.
#include "platform/native/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace daybook {

namespace {

/// What an environment variable says; empty as well if it is not set.
std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// The XDG base directory specification has relative paths ignored.
Result<std::string> folder_from(const char* variable, std::string_view below, std::string_view below_home) {
    const std::filesystem::path named = environment(variable);
    if (named.is_absolute()) return (named / below).lexically_normal().string();
    const std::filesystem::path home = environment("HOME");
    if (home.is_absolute()) return (home / below_home).string();
    return fail(Errc::not_found, "This account has no home folder (HOME is not set).");
}

}  // namespace

Result<DataFolder> DataFolder::open(const std::string& path) {
    std::error_code failed;
    const std::filesystem::path absolute = std::filesystem::absolute(path, failed);
    if (!failed) std::filesystem::create_directories(absolute.parent_path(), failed);
    if (failed) return system_failure("The folder " + path + " could not be made", failed.value());
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
        return system_failure("The folder " + path + " could not be made", errno);
    }
    Descriptor lock(::open((path + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.is_open()) return system_failure("The folder " + path + " could not be used", errno);
    if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return fail(Errc::busy, "Daybook is open in another window.");
        return system_failure("The folder " + path + " could not be locked", errno);
    }
    return DataFolder(path, std::move(lock));
}

Result<std::string> usual_data_folder() {
    return folder_from("XDG_DATA_HOME", "daybook", ".local/share/daybook");
}

Result<std::string> usual_downloads_folder() {
    return folder_from("XDG_DOWNLOAD_DIR", "", "Downloads");
}

}  // namespace daybook
