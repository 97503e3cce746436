// The second copy: a file that is appended to, and replaced as a whole when something was erased.
// Never loses what it finds: a damaged end is copied aside before the next batch takes its place.
#include "platform/native/journal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <limits>

#include "core/crypto/primitives.h"

namespace daybook {

namespace {

constexpr std::string_view magic = "daybook journal\n";
constexpr std::uint32_t version = 1;
constexpr std::size_t length_size = 4;
constexpr std::size_t file_header_size = magic.size() + length_size;
constexpr std::size_t hash_size = std::tuple_size_v<Hash32>;
constexpr std::size_t record_header_size = length_size + hash_size;

void append_u32(Bytes& to, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) to.push_back(static_cast<Byte>(value >> shift));
}

std::uint32_t read_u32(std::span<const Byte, length_size> from) {
    std::uint32_t value = 0;
    for (std::size_t at = length_size; at-- > 0;) value = value << 8U | from[at];
    return value;
}

Bytes file_header() {
    Bytes header;
    append(header, as_bytes(magic));
    append_u32(header, version);
    return header;
}

Result<std::uint64_t> size_of(const Descriptor& file) {
    struct stat facts{};
    if (::fstat(file.number(), &facts) != 0) return system_failure("The second copy could not be read", errno);
    if (!S_ISREG(facts.st_mode)) return fail(Errc::corrupt, "The second copy is not a file.");
    return static_cast<std::uint64_t>(facts.st_size);
}

/// Of a later version's header, as far as this one has to know it: it vouches for its number.
bool is_of_later_version(ByteView found) {
    if (found.size() < file_header_size + hash_size || !as_text(found).starts_with(magic)) return false;
    const ByteView hash = found.subspan(file_header_size, hash_size);
    return std::ranges::equal(blake2b_256(found.first(file_header_size)), hash);
}

/// A file that was cut off while it was being made holds a beginning of the header, and is taken as empty.
Result<void> check_header(const Descriptor& file, std::uint64_t file_size) {
    const Bytes wanted = file_header();
    Bytes found(std::min<std::uint64_t>(file_size, file_header_size + hash_size));
    if (Result<void> read = read_all_at(file.number(), found, 0); !read) return read;
    const std::size_t compared = std::min(found.size(), wanted.size());
    if (std::equal(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(compared), wanted.begin())) return {};
    if (is_of_later_version(found)) {
        return fail(Errc::newer, "The second copy was written by a later version of Daybook. It was left as it is.");
    }
    return fail(Errc::corrupt, "The second copy is not a Daybook journal. It was left as it is.");
}

Result<bool> begins_with_zeros(const Descriptor& file) {
    std::array<Byte, file_header_size> start{};
    if (Result<void> read = read_all_at(file.number(), start, 0); !read) return pass_on(std::move(read.error()));
    return std::ranges::all_of(start, [](Byte byte) { return byte == 0; });
}

struct Scan {
    std::vector<Bytes> batches;
    std::uint64_t sound_size = 0;  // up to the end of the last sound record; 0 if there is not even a header
    bool header_damaged = false;   // and records behind it are sound: it is a journal all the same
};

/// Reads record after record. One whose hash does not fit is passed over, because those behind it may be sound;
/// one that would reach beyond the end of the file ends the reading.
Result<Scan> scan(const Descriptor& file, std::uint64_t file_size) {
    Scan found;
    const Result<void> is_journal = check_header(file, file_size);
    found.header_damaged = !is_journal && is_journal.error().code == Errc::corrupt && file_size >= file_header_size;
    if (!is_journal && !found.header_damaged) return pass_on(is_journal.error());
    if (file_size < file_header_size) return found;
    found.sound_size = file_header_size;
    std::uint64_t at = file_header_size;
    while (file_size - at >= record_header_size) {
        std::array<Byte, record_header_size> header{};
        if (Result<void> read = read_all_at(file.number(), header, at); !read) return pass_on(std::move(read.error()));
        const std::uint32_t length = read_u32(std::span(header).first<length_size>());
        at += record_header_size;
        if (length > file_size - at) break;
        Bytes payload(length);
        if (Result<void> read = read_all_at(file.number(), payload, at); !read) return pass_on(std::move(read.error()));
        at += length;
        if (!std::ranges::equal(blake2b_256(payload), std::span(header).last<hash_size>())) continue;
        found.batches.push_back(std::move(payload));
        found.sound_size = at;
    }
    if (!found.header_damaged || !found.batches.empty()) return found;
    // A journal that was replaced is overwritten. If the power failed just then, it may have its name again.
    const Result<bool> overwritten = begins_with_zeros(file);
    if (!overwritten) return pass_on(overwritten.error());
    if (!*overwritten) return pass_on(is_journal.error());
    return found;
}

/// Copies what lies behind the last sound record into a new file beside the journal, and says which.
Result<std::string> set_aside(const std::string& path, const Descriptor& file, std::uint64_t from, std::uint64_t to) {
    Bytes damaged(to - from);
    if (Result<void> read = read_all_at(file.number(), damaged, from); !read) return pass_on(std::move(read.error()));
    for (int number = 1;; ++number) {
        const std::string name = path + ".damaged-" + std::to_string(number);
        const Descriptor copy(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!copy.is_open() && errno == EEXIST) continue;
        if (!copy.is_open()) return system_failure("The damaged end of the second copy could not be kept", errno);
        Result<void> kept = write_all_at(copy.number(), damaged, 0);
        if (kept && ::fsync(copy.number()) != 0) kept = system_failure("The file could not be written", errno);
        if (kept) kept = sync_folder(folder_of(path));
        if (!kept) return pass_on(kept.error().while_doing("The damaged end of the second copy could not be kept"));
        return name;
    }
}

/// The name under which a file is made that is to replace the journal; one that was broken off counts for nothing.
std::string unfinished_name(const std::string& path) {
    return path + ".unfinished";
}

Result<Bytes> as_record(ByteView batch) {
    if (batch.size() > std::numeric_limits<std::uint32_t>::max()) {
        return fail(Errc::invalid, "That is too large for the second copy.");
    }
    Bytes record;
    record.reserve(record_header_size + batch.size());
    append_u32(record, static_cast<std::uint32_t>(batch.size()));
    daybook::append(record, blake2b_256(batch));
    daybook::append(record, batch);
    return record;
}

/// Writes a whole journal; gives its size.
Result<std::uint64_t> write_records(const Descriptor& file, const std::vector<Bytes>& batches) {
    const Bytes header = file_header();
    if (Result<void> written = write_all_at(file.number(), header, 0); !written) return pass_on(written.error());
    std::uint64_t size = header.size();
    for (const Bytes& batch : batches) {
        const Result<Bytes> record = as_record(batch);
        if (!record) return pass_on(record.error());
        if (Result<void> written = write_all_at(file.number(), *record, size); !written)
            return pass_on(written.error());
        size += record->size();
    }
    if (::fsync(file.number()) != 0) return system_failure("The second copy could not be written", errno);
    return size;
}

Result<void> start_file(const std::string& path, const Descriptor& file) {
    if (Result<void> written = write_all_at(file.number(), file_header(), 0); !written) return written;
    if (::fsync(file.number()) != 0) return system_failure("The second copy could not be written", errno);
    return sync_folder(folder_of(path));
}

}  // namespace

Result<FileJournal::Opened> FileJournal::open(const std::string& path, Answer answer) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file.is_open()) return system_failure("The second copy could not be opened", errno);
    const Result<std::uint64_t> file_size = size_of(file);
    if (!file_size) return pass_on(file_size.error());
    Result<Scan> found = scan(file, *file_size);
    if (!found) return pass_on(std::move(found.error()));

    Opened opened;
    if (found->header_damaged) {
        Result<std::string> aside = set_aside(path, file, 0, *file_size);
        if (!aside) return pass_on(std::move(aside.error()));
        if (Result<void> started = start_file(path, file); !started) return pass_on(std::move(started.error()));
        opened.set_aside = std::move(*aside);
    } else if (*file_size > found->sound_size && found->sound_size > 0) {
        Result<std::string> aside = set_aside(path, file, found->sound_size, *file_size);
        if (!aside) return pass_on(std::move(aside.error()));
        opened.set_aside = std::move(*aside);
    }
    if (::ftruncate(file.number(), static_cast<off_t>(found->sound_size)) != 0) {
        return system_failure("The second copy could not be written", errno);
    }
    if (found->sound_size == 0) {
        if (Result<void> started = start_file(path, file); !started) return pass_on(std::move(started.error()));
        found->sound_size = file_header_size;
    }
    opened.batches = std::move(found->batches);
    std::remove(unfinished_name(path).c_str());
    opened.journal.reset(new FileJournal(path, std::move(file), found->sound_size, std::move(answer)));
    return opened;
}

Result<std::vector<Bytes>> FileJournal::read_all(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return system_failure("The second copy could not be opened", errno);
    const Result<std::uint64_t> file_size = size_of(file);
    if (!file_size) return pass_on(file_size.error());
    Result<Scan> found = scan(file, *file_size);
    if (!found) return pass_on(std::move(found.error()));
    return std::move(found->batches);
}

void FileJournal::append(ByteView batch, std::uint64_t token) {
    answers_.emplace_back(token, write(batch));
}

void FileJournal::replace(const std::vector<Bytes>& batches, std::uint64_t token) {
    answers_.emplace_back(token, write_anew(batches));
}

bool FileJournal::deliver_answers() {
    const auto answers = std::exchange(answers_, {});  // an answer may lead to the next append
    for (const auto& [token, stored] : answers) answer_(token, stored);
    return !answers.empty();
}

Result<void> FileJournal::write(ByteView batch) {
    const Result<Bytes> record = as_record(batch);
    if (!record) return pass_on(record.error());
    Result<void> written = write_all_at(file_.number(), *record, size_);
    if (written && ::fdatasync(file_.number()) != 0) {
        written = system_failure("The second copy could not be written", errno);
    }
    if (!written) {
        // Half a record would be found damaged at the next start. If even this fails, the next append covers it.
        std::ignore = ::ftruncate(file_.number(), static_cast<off_t>(size_));
        return written;
    }
    size_ += record->size();
    return {};
}

Result<void> FileJournal::write_anew(const std::vector<Bytes>& batches) {
    const std::string name = unfinished_name(path_);
    Descriptor made(::open(name.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!made.is_open()) return system_failure("The second copy could not be replaced", errno);
    Result<std::uint64_t> size = write_records(made, batches);
    if (size && ::rename(name.c_str(), path_.c_str()) != 0) {
        size = system_failure("The second copy could not be replaced", errno);
    }
    if (!size) {
        std::remove(name.c_str());
        return pass_on(size.error());
    }
    const Descriptor old = std::exchange(file_, std::move(made));
    size_ = *size;
    if (Result<void> synced = sync_folder(folder_of(path_)); !synced) return synced;
    overwrite_unnamed(old);
    return {};
}

}  // namespace daybook
