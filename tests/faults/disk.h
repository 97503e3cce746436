// A disk under watch: what a program writes into one folder, in order, and what goes wrong there on purpose.
// Never changes what the program sees, unless a fault was asked for.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace daybook::faults {

enum class Deed : std::uint8_t {
    make,         ///< a new, empty file under a name
    write,        ///< bytes at an offset
    truncate,     ///< to a size
    sync,         ///< what was written to a file is on disk (fdatasync: a shorter size may come later)
    sync_whole,   ///< all of it is, its size too (fsync)
    lose,         ///< a sync that failed: what was not on disk will never be, though nobody tries again
    lose_half,    ///< likewise, but for the older half
    rename,       ///< the name is `to` from now on; what had that name goes
    remove,       ///< of a name
    sync_folder,  ///< the names are on disk
};

struct Operation {
    Deed deed = Deed::write;
    int file = 0;               ///< as the disk counts them; a file keeps its number when its name changes
    std::string name{};         ///< of make, rename and remove
    std::string to{};           ///< of rename
    std::uint64_t at = 0;       ///< where bytes were written, or the size that was truncated to
    std::vector<Byte> bytes{};  ///< of write
};

/// What goes wrong, at the operation of this number (from 0).
struct Fault {
    enum class Way : std::uint8_t {
        refuse,       ///< this one operation fails
        refuse_ever,  ///< it fails, and so does all that follows: the disk has gone
        tear,         ///< half of it is done, and it fails
        lie,          ///< it is said to be done, and will not be found after a power cut
    };
    std::size_t at = 0;
    Way way = Way::refuse;
};

/// Watches from its construction to its destruction; one at a time. SQLite is watched through a VFS that is the
/// default meanwhile, the platform's own code through the linker's --wrap (system_door.cpp). Databases and files that
/// were opened meanwhile are closed before it goes.
class Disk {
public:
    using Doing = std::function<bool()>;

    explicit Disk(std::string folder, std::optional<Fault> fault = std::nullopt);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    /// Ends the watch. What was recorded stays.
    void look_away();

    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }
    /// The files as they were when the watch began: number 0 and so on, in this order.
    [[nodiscard]] const std::vector<std::pair<std::string, Bytes>>& beginning() const { return beginning_; }
    /// How many operations were asked for, those included that a fault met.
    [[nodiscard]] std::size_t asked() const { return asked_; }
    [[nodiscard]] bool fault_met() const { return fault_met_; }
    /// Of the file that has this name now.
    [[nodiscard]] std::size_t syncs_of(const std::string& name) const;

    // ---- What the two doors call. Each does the deed through `really`, or does not, and says if it is to succeed. --

    /// The name in the folder that a path has; none for a path elsewhere.
    [[nodiscard]] std::optional<std::string> name_in_folder(std::string_view path) const;
    [[nodiscard]] std::optional<int> file_of(ino_t inode) const;
    [[nodiscard]] bool is_folder(ino_t inode) const { return inode == folder_inode_; }
    bool make(const std::string& name, const std::function<std::optional<ino_t>()>& really);
    bool write(int file, std::uint64_t at, ByteView bytes, const std::function<bool(ByteView)>& really);
    bool truncate(int file, std::uint64_t size, const Doing& really);
    bool sync(int file, bool whole, const Doing& really);
    bool rename(const std::string& name, const std::string& to, const Doing& really);
    bool remove(const std::string& name, const Doing& really);
    bool sync_folder(const Doing& really);

private:
    enum class Verdict : std::uint8_t { do_it, refuse, half, pretend };
    class Vfs;

    Verdict next();
    bool simply(Operation operation, const Doing& really);

    std::string folder_;
    ino_t folder_inode_ = 0;
    std::optional<Fault> fault_;
    std::vector<std::pair<std::string, Bytes>> beginning_;
    std::vector<Operation> operations_;
    std::map<ino_t, int> files_;
    std::map<std::string, int> names_;
    std::map<int, std::size_t> syncs_;
    int next_file_ = 0;
    std::size_t asked_ = 0;
    bool fault_met_ = false;
    std::unique_ptr<Vfs> vfs_;
};

/// The disk that the system's calls are shown to; null for none.
void watch_system_calls(Disk* disk);

}  // namespace daybook::faults
