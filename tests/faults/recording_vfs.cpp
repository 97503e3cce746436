// SQLite's door to the disk, watched: a VFS around the system's own.
// Never decides anything: what is recorded and what fails is the disk's business.
#include "tests/faults/recording_vfs.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "tests/faults/disk.h"

namespace daybook::faults {

namespace {

/// What SQLite holds of an open file. The system's own lies behind it, in the same memory.
struct File {
    sqlite3_file base;
    Disk* disk;
    int number;
    /// SQLite syncs the folder with the first sync of a log that it may have made (os_unix.c, UNIXFILE_DIRSYNC).
    bool folder_too;
};

File& ours(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
}

Disk& disk_of(sqlite3_vfs* vfs) {
    return *static_cast<Disk*>(vfs->pAppData);
}

sqlite3_vfs* system_vfs() {
    return sqlite3_vfs_find("unix");
}

int close(sqlite3_file* file) {
    return real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), to, size, at);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int file_control(sqlite3_file* file, int what, void* argument) {
    // Growing a file ahead of its writes would go around the watch.
    if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
int device_characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const ByteView bytes(static_cast<const Byte*>(from), static_cast<std::size_t>(size));
    const bool done =
        ours(file).disk->write(ours(file).number, static_cast<std::uint64_t>(at), bytes, [&](ByteView some) {
            return real(file)->pMethods->xWrite(real(file), some.data(), static_cast<int>(some.size()), at) ==
                   SQLITE_OK;
        });
    return done ? SQLITE_OK : SQLITE_FULL;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const bool done = ours(file).disk->truncate(ours(file).number, static_cast<std::uint64_t>(size), [&] {
        return real(file)->pMethods->xTruncate(real(file), size) == SQLITE_OK;
    });
    return done ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync(sqlite3_file* file, int flags) {
    const auto really = [&] { return real(file)->pMethods->xSync(real(file), flags) == SQLITE_OK; };
    // On Linux SQLite calls fdatasync, whatever the flags say.
    if (!ours(file).disk->sync(ours(file).number, false, really)) return SQLITE_IOERR_FSYNC;
    if (!ours(file).folder_too) return SQLITE_OK;
    ours(file).folder_too = false;
    return ours(file).disk->sync_folder([] { return true; }) ? SQLITE_OK : SQLITE_IOERR_DIR_FSYNC;
}

constexpr sqlite3_io_methods watched_methods{.iVersion = 1,
                                             .xClose = close,
                                             .xRead = read,
                                             .xWrite = write,
                                             .xTruncate = truncate,
                                             .xSync = sync,
                                             .xFileSize = file_size,
                                             .xLock = lock,
                                             .xUnlock = unlock,
                                             .xCheckReservedLock = check_reserved_lock,
                                             .xFileControl = file_control,
                                             .xSectorSize = sector_size,
                                             .xDeviceCharacteristics = device_characteristics,
                                             .xShmMap = nullptr,
                                             .xShmLock = nullptr,
                                             .xShmBarrier = nullptr,
                                             .xShmUnmap = nullptr,
                                             .xFetch = nullptr,
                                             .xUnfetch = nullptr};

int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    Disk& disk = disk_of(vfs);
    file->pMethods = nullptr;
    // Neither a temporary file nor one elsewhere is ever opened: whoever does it is told that it cannot be.
    const std::optional<std::string> name = path != nullptr ? disk.name_in_folder(path) : std::nullopt;
    if (!name) return SQLITE_CANTOPEN;
    int code = SQLITE_CANTOPEN;
    struct stat facts{};
    const auto really = [&]() -> std::optional<ino_t> {
        code = system_vfs()->xOpen(system_vfs(), path, real(file), flags, out_flags);
        if (code != SQLITE_OK || ::stat(path, &facts) != 0) return std::nullopt;
        return facts.st_ino;
    };
    const bool is_there = ::access(path, F_OK) == 0;
    if (is_there || (flags & SQLITE_OPEN_CREATE) == 0) {
        if (!really()) return code;
    } else if (!disk.make(*name, really)) {
        return SQLITE_CANTOPEN;
    }
    const std::optional<int> number = disk.file_of(facts.st_ino);
    if (!number) std::abort();  // a file came into the folder unseen: what follows would prove nothing
    constexpr int logs = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
    ours(file).disk = &disk;
    ours(file).number = *number;
    ours(file).folder_too = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & logs) != 0;
    file->pMethods = &watched_methods;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    int code = SQLITE_IOERR_DELETE;
    const auto really = [&] {
        code = system_vfs()->xDelete(system_vfs(), path, sync_folder);
        return code == SQLITE_OK;
    };
    Disk& disk = disk_of(vfs);
    const std::optional<std::string> name = disk.name_in_folder(path);
    if (!name) return SQLITE_IOERR_DELETE;
    if (!disk.remove(*name, really)) return code == SQLITE_OK ? SQLITE_IOERR_DELETE : code;
    if (sync_folder == 0) return SQLITE_OK;
    return disk.sync_folder([] { return true; }) ? SQLITE_OK : SQLITE_IOERR_DIR_FSYNC;
}

}  // namespace

struct RecordingVfs::Inside {
    sqlite3_vfs vfs;
};

RecordingVfs::RecordingVfs(Disk& disk) : inside_(std::make_unique<Inside>()) {
    // What is not replaced does not look at the VFS that it is called with (os_unix.c).
    inside_->vfs = *system_vfs();
    inside_->vfs.zName = "daybook-recording";
    inside_->vfs.szOsFile += static_cast<int>(sizeof(File));
    inside_->vfs.pNext = nullptr;
    inside_->vfs.pAppData = &disk;
    inside_->vfs.xOpen = open;
    inside_->vfs.xDelete = remove;
    if (sqlite3_vfs_register(&inside_->vfs, 1) != SQLITE_OK) std::abort();
}

RecordingVfs::~RecordingVfs() {
    sqlite3_vfs_unregister(&inside_->vfs);
    sqlite3_vfs_register(system_vfs(), 1);
}

}  // namespace daybook::faults
