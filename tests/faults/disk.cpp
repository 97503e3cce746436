// A disk under watch: counting, recording, and the faults.
// Never changes what the program sees, unless a fault was asked for.
#include "tests/faults/disk.h"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "tests/engine/temporary_folder.h"
#include "tests/faults/recording_vfs.h"

namespace daybook::faults {

class Disk::Vfs {
public:
    explicit Vfs(Disk& disk) : vfs_(disk) {}

private:
    RecordingVfs vfs_;
};

Disk::Disk(std::string folder, std::optional<Fault> fault)
    : folder_(std::filesystem::canonical(folder).string()), fault_(fault) {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        struct stat facts{};
        if (!entry.is_regular_file() || ::stat(entry.path().c_str(), &facts) != 0) continue;
        const std::string name = entry.path().filename().string();
        files_[facts.st_ino] = names_[name] = next_file_++;
        beginning_.emplace_back(name, file_bytes(entry.path().string()));
    }
    struct stat facts{};
    if (::stat(folder_.c_str(), &facts) == 0) folder_inode_ = facts.st_ino;
    vfs_ = std::make_unique<Vfs>(*this);
    watch_system_calls(this);
}

Disk::~Disk() {
    look_away();
}

void Disk::look_away() {
    if (vfs_ == nullptr) return;
    vfs_.reset();
    watch_system_calls(nullptr);
}

std::size_t Disk::syncs_of(const std::string& name) const {
    const auto file = names_.find(name);
    if (file == names_.end()) return 0;
    const auto count = syncs_.find(file->second);
    return count == syncs_.end() ? 0 : count->second;
}

std::optional<std::string> Disk::name_in_folder(std::string_view path) const {
    const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
    if (whole.parent_path() != folder_) return std::nullopt;
    return whole.filename().string();
}

std::optional<int> Disk::file_of(ino_t inode) const {
    const auto file = files_.find(inode);
    return file == files_.end() ? std::nullopt : std::optional(file->second);
}

Disk::Verdict Disk::next() {
    const std::size_t number = asked_++;
    if (!fault_ || number < fault_->at) return Verdict::do_it;
    if (fault_->way == Fault::Way::refuse_ever) {
        fault_met_ = true;
        return Verdict::refuse;
    }
    if (number > fault_->at) return Verdict::do_it;
    fault_met_ = true;
    switch (fault_->way) {
        case Fault::Way::tear:
            return Verdict::half;
        case Fault::Way::lie:
            return Verdict::pretend;
        default:
            return Verdict::refuse;
    }
}

bool Disk::simply(Operation operation, const Doing& really) {
    switch (next()) {
        case Verdict::do_it:
            if (!really()) return false;
            operations_.push_back(std::move(operation));
            return true;
        case Verdict::pretend:
            return really();
        default:
            return false;
    }
}

bool Disk::make(const std::string& name, const std::function<std::optional<ino_t>()>& really) {
    const Verdict verdict = next();
    if (verdict == Verdict::refuse || verdict == Verdict::half) return false;
    const std::optional<ino_t> inode = really();
    if (!inode) return false;
    const int file = next_file_++;
    files_[*inode] = names_[name] = file;
    // Even of a name that the disk never keeps the bytes are counted, for they may get another name.
    if (verdict == Verdict::do_it) operations_.push_back({.deed = Deed::make, .file = file, .name = name});
    return true;
}

bool Disk::write(int file, std::uint64_t at, ByteView bytes, const std::function<bool(ByteView)>& really) {
    const auto record = [&](ByteView written) {
        operations_.push_back(
            {.deed = Deed::write, .file = file, .at = at, .bytes = Bytes(written.begin(), written.end())});
    };
    switch (next()) {
        case Verdict::do_it:
            if (!really(bytes)) return false;
            record(bytes);
            return true;
        case Verdict::half:
            if (really(bytes.first(bytes.size() / 2))) record(bytes.first(bytes.size() / 2));
            return false;
        case Verdict::pretend:
            return really(bytes);
        default:
            return false;
    }
}

bool Disk::truncate(int file, std::uint64_t size, const Doing& really) {
    return simply({.deed = Deed::truncate, .file = file, .at = size}, really);
}

bool Disk::sync(int file, bool whole, const Doing& really) {
    switch (next()) {
        case Verdict::do_it:
            if (!really()) return false;
            ++syncs_[file];
            operations_.push_back({.deed = whole ? Deed::sync_whole : Deed::sync, .file = file});
            return true;
        case Verdict::half:
            operations_.push_back({.deed = Deed::lose_half, .file = file});
            return false;
        case Verdict::pretend:
            return true;
        default:
            operations_.push_back({.deed = Deed::lose, .file = file});
            return false;
    }
}

bool Disk::rename(const std::string& name, const std::string& to, const Doing& really) {
    const auto file = names_.find(name);
    if (file == names_.end()) return really();  // fails as it would without a watch
    const int number = file->second;
    if (!simply({.deed = Deed::rename, .file = number, .name = name, .to = to}, really)) return false;
    names_.erase(name);
    names_[to] = number;
    return true;
}

bool Disk::remove(const std::string& name, const Doing& really) {
    const auto file = names_.find(name);
    if (file == names_.end()) return really();
    if (!simply({.deed = Deed::remove, .file = file->second, .name = name}, really)) return false;
    names_.erase(name);
    return true;
}

bool Disk::sync_folder(const Doing& really) {
    return simply({.deed = Deed::sync_folder}, really);
}

}  // namespace daybook::faults
