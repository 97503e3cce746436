// The second copy: a file that is appended to, and replaced as a whole when something was erased.
// Never loses what it finds: a damaged end is copied aside before the next batch takes its place.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "platform/journal.h"
#include "platform/native/system.h"

namespace daybook {

/// On disk, version 1: 16 bytes "daybook journal\n", the version (32 bits, little-endian), then records:
/// the payload's length (32 bits, little-endian), its BLAKE2b-256 (32 bytes), and the payload.
/// A later version's header goes on with the BLAKE2b-256 of those 20 bytes: without it, another number is a flipped
/// bit.
class FileJournal : public Journal {
public:
    /// That the batch of this token is on disk, or why it is not.
    using Answer = std::function<void(std::uint64_t token, const Result<void>& stored)>;

    struct Opened;

    /// Opens the journal at `path`, or makes it, in a folder that is there. Errc::corrupt for a file that is no
    /// journal, Errc::newer for one of a later version: both are left as they are. One process at a time may hold it.
    [[nodiscard]] static Result<Opened> open(const std::string& path, Answer answer);

    /// Every sound batch of the file at `path`, oldest first, and nothing of a damaged one. Changes nothing.
    [[nodiscard]] static Result<std::vector<Bytes>> read_all(const std::string& path);

    /// Writes and syncs before it returns. The answer waits for deliver_answers, so that the caller is never called
    /// back from its own call.
    void append(ByteView batch, std::uint64_t token) override;
    /// A new file takes the old one's name, whose bytes are overwritten then.
    void replace(const std::vector<Bytes>& batches, std::uint64_t token) override;

    /// Hands out the answers to what was appended so far; true if there were any.
    bool deliver_answers();

private:
    FileJournal(std::string path, Descriptor file, std::uint64_t size, Answer answer)
        : path_(std::move(path)), file_(std::move(file)), size_(size), answer_(std::move(answer)) {}

    Result<void> write(ByteView batch);
    Result<void> write_anew(const std::vector<Bytes>& batches);

    std::string path_;
    Descriptor file_;
    std::uint64_t size_;  // up to the last sound record: where the next one goes
    Answer answer_;
    std::vector<std::pair<std::uint64_t, Result<void>>> answers_;
};

struct FileJournal::Opened {
    std::unique_ptr<FileJournal> journal;
    std::vector<Bytes> batches;  ///< oldest first
    std::string set_aside;       ///< the file that a damaged end or beginning was copied to; empty if none was
};

}  // namespace daybook
