// What is on a disk for certain, what may be, and what may be found there after a power cut.
// Never forgets what was flushed, and never trusts what was not.
#include "tests/faults/platter.h"

#include <algorithm>
#include <filesystem>
#include <span>

#include "tests/engine/temporary_folder.h"

namespace daybook::faults {

namespace {

constexpr std::size_t sector = 512;

void put(Bytes& content, const Operation& write, std::size_t size) {
    const auto at = static_cast<std::size_t>(write.at);
    if (content.size() < at + size) content.resize(at + size);
    std::ranges::copy(std::span(write.bytes).first(size), content.begin() + static_cast<std::ptrdiff_t>(at));
}

void put(Bytes& content, const Operation& operation) {
    if (operation.deed == Deed::write) put(content, operation, operation.bytes.size());
    if (operation.deed == Deed::truncate) content.resize(static_cast<std::size_t>(operation.at));
}

}  // namespace

std::string_view name_of(Cut cut) {
    switch (cut) {
        case Cut::nothing:
            return "nothing";
        case Cut::some:
            return "some";
        case Cut::torn:
            return "torn";
        case Cut::beginning:
            return "beginning";
        case Cut::everything:
            return "everything";
        default:
            return "late truncate";
    }
}

Platter::Platter(const std::vector<std::pair<std::string, Bytes>>& beginning) {
    int number = 0;
    for (const auto& [name, bytes] : beginning) {
        names_now_[name] = number;
        files_[number++] = {bytes, bytes, {}};
    }
    names_flushed_ = names_now_;
}

void Platter::change(Names& names, const Operation& operation) {
    if (operation.deed != Deed::make) names.erase(operation.name);
    if (operation.deed == Deed::make) names[operation.name] = operation.file;
    if (operation.deed == Deed::rename) names[operation.to] = operation.file;
}

void Platter::apply(const Operation& operation) {
    File& file = files_[operation.file];
    switch (operation.deed) {
        case Deed::write:
        case Deed::truncate:
            file.pending.push_back(operation);
            break;
        case Deed::sync:
        case Deed::sync_whole:
            for (const Operation& one : file.pending) {
                put(file.flushed, one);
                if (one.deed == Deed::write) put(file.untruncated, one);
            }
            file.pending.clear();
            if (operation.deed == Deed::sync_whole) file.untruncated = file.flushed;
            break;
        case Deed::lose_half:
        case Deed::lose: {
            const std::size_t kept = operation.deed == Deed::lose ? 0 : file.pending.size() / 2;
            file.pending.resize(kept);
            break;
        }
        case Deed::make:
        case Deed::rename:
        case Deed::remove:
            change(names_now_, operation);
            pending_names_.push_back(operation);
            break;
        case Deed::sync_folder:
            names_flushed_ = names_now_;
            pending_names_.clear();
            break;
    }
}

Bytes Platter::content(const File& file, Cut cut, Dice& dice) {
    Bytes found = cut == Cut::late_truncate ? file.untruncated : file.flushed;
    const std::size_t some = dice.below(file.pending.size() + 1);
    std::size_t number = 0;
    for (const Operation& operation : file.pending) {
        const std::size_t at = number++;
        const bool is_write = operation.deed == Deed::write;
        if (cut == Cut::nothing) break;
        if (cut == Cut::some && !dice.coin()) continue;
        if (cut == Cut::late_truncate && !is_write) continue;
        if (cut == Cut::beginning && at >= some) break;
        if (cut == Cut::torn && at > some) break;
        if (cut == Cut::torn && at == some) {
            if (is_write) put(found, operation, sector * dice.below(operation.bytes.size() / sector + 1));
            break;
        }
        put(found, operation);
    }
    return found;
}

Files Platter::after(Cut cut, Dice& dice) const {
    Names names = names_flushed_;
    std::size_t kept = pending_names_.size();
    if (cut == Cut::nothing) kept = 0;
    if (cut == Cut::some || cut == Cut::torn || cut == Cut::beginning) kept = dice.below(kept + 1);
    for (const Operation& operation : std::span(pending_names_).first(kept)) change(names, operation);
    Files found;
    for (const auto& [name, number] : names) {
        const auto file = files_.find(number);
        found[name] = file == files_.end() ? Bytes() : content(file->second, cut, dice);
    }
    return found;
}

Files files_after(const Disk& disk, std::size_t operations, Cut cut, Dice& dice) {
    Platter platter(disk.beginning());
    for (const Operation& operation : std::span(disk.operations()).first(operations)) platter.apply(operation);
    return platter.after(cut, dice);
}

void write_files(const Files& files, const std::string& folder) {
    for (const auto& [name, bytes] : files) put_file(folder + "/" + name, bytes);
}

Files read_files(const std::string& folder) {
    Files files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file()) files[entry.path().filename().string()] = file_bytes(entry.path().string());
    }
    return files;
}

}  // namespace daybook::faults
