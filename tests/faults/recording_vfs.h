// SQLite's door to the disk, watched: a VFS around the system's own.
// Never decides anything: what is recorded and what fails is the disk's business.
#pragma once

#include <memory>

namespace daybook::faults {

class Disk;

/// SQLite's default VFS for as long as it lives. Without shared memory: a log that was not opened with an exclusive
/// lock is refused, as it is in a browser.
class RecordingVfs {
public:
    explicit RecordingVfs(Disk& disk);
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs&) = delete;
    RecordingVfs& operator=(const RecordingVfs&) = delete;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace daybook::faults
