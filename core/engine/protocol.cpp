#include "core/engine/protocol.h"

#include <algorithm>
#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <istream>
#include <ostream>
#include <streambuf>

#include "core/crypto/secret.h"

namespace daybook {

template <typename Archive, typename Tag>
void serialize(Archive& archive, Id<Tag>& id) {
    archive(id.bytes);
}
template <typename Archive>
void serialize(Archive& archive, Instant& instant) {
    archive(instant.unix_ms);
}
template <typename Archive>
void serialize(Archive& archive, LocalTime& time) {
    archive(time.at, time.utc_offset_minutes);
}
template <typename Archive>
void serialize(Archive& archive, RevisionRef& ref) {
    archive(ref.device, ref.seq);
}
template <typename Archive>
void serialize(Archive& archive, Create& change) {
    archive(change.item, change.kind);
}
template <typename Archive>
void serialize(Archive& archive, Retire& change) {
    archive(change.item, change.retired);
}
template <typename Archive>
void serialize(Archive& archive, SetField& change) {
    archive(change.item, change.field, change.value);
}
template <typename Archive>
void serialize(Archive& archive, Splice& change) {
    archive(change.item, change.field, change.bases, change.at, change.erased, change.inserted);
}
template <typename Archive>
void serialize(Archive& archive, SetMember& change) {
    archive(change.item, change.field, change.member, change.present);
}
template <typename Archive>
void serialize(Archive& archive, UnknownChange& change) {
    archive(change.cbor);
}

template <typename Archive>
void serialize(Archive& archive, FirstStart& command) {
    archive(command.author, command.passcode);
}
template <typename Archive>
void serialize(Archive& archive, Unlock& command) {
    archive(command.passcode);
}
template <typename Archive>
void serialize(Archive&, Lock&) {}
template <typename Archive>
void serialize(Archive& archive, CreateInspection& command) {
    archive(command.number, command.inspection, command.pack, command.changes, command.recovery_recipients);
}
template <typename Archive>
void serialize(Archive& archive, Edit& command) {
    archive(command.number, command.inspection, command.changes, command.after);
}
template <typename Archive>
void serialize(Archive& archive, EditText& command) {
    archive(command.number, command.inspection, command.splice, command.after);
}
template <typename Archive>
void serialize(Archive& archive, Search& command) {
    archive(command.number, command.query);
}
template <typename Archive>
void serialize(Archive& archive, Export& command) {
    archive(command.inspection, command.armored, command.part);
}
template <typename Archive>
void serialize(Archive&, Retry&) {}

template <typename Archive>
void serialize(Archive& archive, ChangePasscode& command) {
    archive(command.old_passcode, command.new_passcode);
}
template <typename Archive>
void serialize(Archive& archive, LockTimes& times) {
    archive(times.hidden, times.idle);
}
template <typename Archive>
void serialize(Archive& archive, SetLockTimes& command) {
    archive(command.times);
}
template <typename Archive>
void serialize(Archive& archive, SetQuickUnlock& command) {
    archive(command.credential, command.salt, command.secret);
}
template <typename Archive>
void serialize(Archive&, RemoveQuickUnlock&) {}
template <typename Archive>
void serialize(Archive& archive, UnlockQuick& command) {
    archive(command.secret);
}
template <typename Archive>
void serialize(Archive& archive, BeginRecovery& command) {
    archive(command.author, command.passcode);
}
template <typename Archive>
void serialize(Archive& archive, FinishRecovery& command) {
    archive(command.passcode, command.file);
}
template <typename Archive>
void serialize(Archive& archive, EraseInspection& command) {
    archive(command.inspection);
}
template <typename Archive>
void serialize(Archive& archive, AddAttachment& command) {
    archive(command.number, command.inspection, command.attachment, command.item, command.media_type, command.content);
}
template <typename Archive>
void serialize(Archive& archive, ReadAttachment& command) {
    archive(command.inspection, command.attachment);
}
template <typename Archive>
void serialize(Archive&, TestStorage&) {}
template <typename Archive>
void serialize(Archive&, Idle&) {}
template <typename Archive>
void serialize(Archive& archive, KeepPlace& command) {
    archive(command.place, command.when);
}

template <typename Archive>
void serialize(Archive& archive, Status& event) {
    archive(event.state, event.words, event.quick_credential, event.quick_salt, event.awaits_recovery, event.copies);
}
template <typename Archive>
void serialize(Archive& archive, Refused& event) {
    archive(event.number, event.code, event.words);
}
template <typename Archive>
void serialize(Archive& archive, BundleMade& bundle) {
    archive(bundle.number, bundle.at, bundle.revisions);
}
template <typename Archive>
void serialize(Archive& archive, OpenInspection& open) {
    archive(open.inspection, open.revisions, open.bundles, open.read_only, open.recoverable);
}
template <typename Archive>
void serialize(Archive& archive, Unlocked& event) {
    archive(event.device, event.author, event.inspections, event.lock_times, event.quick_unlock, event.place,
            event.copies);
}
template <typename Archive>
void serialize(Archive& archive, Appended& event) {
    archive(event.number, event.inspection, event.revisions);
}
template <typename Archive>
void serialize(Archive& archive, Durable& event) {
    archive(event.up_to, event.at);
}
template <typename Archive>
void serialize(Archive& archive, Failed& event) {
    archive(event.what, event.kept);
}
template <typename Archive>
void serialize(Archive& archive, SearchHit& hit) {
    archive(hit.inspection, hit.item, hit.excerpt);
}
template <typename Archive>
void serialize(Archive& archive, SearchMatch& match) {
    archive(match.inspection, match.item);
}
template <typename Archive>
void serialize(Archive& archive, SearchResults& event) {
    archive(event.number, event.hits, event.complaint, event.more);
}
template <typename Archive>
void serialize(Archive& archive, Exported& event) {
    archive(event.inspection, event.file_name, event.file, event.revisions, event.entries, event.bundle,
            event.attachments, event.attachments_left_out, event.part, event.parts);
}
template <typename Archive>
void serialize(Archive&, PasscodeChanged&) {}
template <typename Archive>
void serialize(Archive& archive, QuickUnlockChanged& event) {
    archive(event.on);
}
template <typename Archive>
void serialize(Archive& archive, LockTimesChanged& event) {
    archive(event.times);
}
template <typename Archive>
void serialize(Archive& archive, RecoveryRequested& event) {
    archive(event.file_name, event.file);
}
template <typename Archive>
void serialize(Archive& archive, Erased& event) {
    archive(event.inspection);
}
template <typename Archive>
void serialize(Archive& archive, AttachmentRead& event) {
    archive(event.inspection, event.attachment, event.media_type, event.content, event.complaint);
}
template <typename Archive>
void serialize(Archive& archive, StorageTested& event) {
    archive(event.good, event.words);
}

namespace {

/// Grows without leaving what it held behind: there may be a passcode in it.
class GrowingBuffer : public std::streambuf {
public:
    [[nodiscard]] Bytes take() && { return std::move(written_); }

protected:
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        const ByteView more = as_bytes({text, static_cast<std::size_t>(size)});
        if (written_.capacity() - written_.size() < more.size()) {
            Bytes larger;
            larger.reserve(std::max(first_size, 2 * (written_.size() + more.size())));
            append(larger, written_);
            wipe(written_);
            written_ = std::move(larger);
        }
        append(written_, more);
        return size;
    }
    int_type overflow(int_type character) override {
        const char one = traits_type::to_char_type(character);
        xsputn(&one, 1);
        return character;
    }

private:
    static constexpr std::size_t first_size = 256;
    Bytes written_;
};

template <typename Message>
Bytes encode_message(const Message& message) {
    GrowingBuffer buffer;
    std::ostream stream(&buffer);
    cereal::PortableBinaryOutputArchive{stream}(message);
    return std::move(buffer).take();
}

template <typename Other>
void wipe_one(Other&) {}
void wipe_one(FirstStart& command) {
    wipe_text(command.passcode);
}
void wipe_one(Unlock& command) {
    wipe_text(command.passcode);
}
void wipe_one(ChangePasscode& command) {
    wipe_text(command.old_passcode);
    wipe_text(command.new_passcode);
}
void wipe_one(SetQuickUnlock& command) {
    wipe(command.secret);
}
void wipe_one(UnlockQuick& command) {
    wipe(command.secret);
}
void wipe_one(BeginRecovery& command) {
    wipe_text(command.passcode);
}
void wipe_one(FinishRecovery& command) {
    wipe_text(command.passcode);
}

/// Reads where the bytes lie: a stream of its own would keep a copy of a passcode in memory that is given back.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(ByteView bytes) {
        // A stream that is only read from never writes through this pointer.
        char* begin = const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
        setg(begin, begin, begin + bytes.size());
    }
};

template <typename Message>
Result<Message> decode_message(ByteView bytes) {
    // cereal throws on what it cannot read, and resizes before it reads; both end here.
    try {
        ViewBuffer buffer(bytes);
        std::istream stream(&buffer);
        Message message;
        cereal::PortableBinaryInputArchive{stream}(message);
        if (stream.peek() != std::istream::traits_type::eof()) {
            return fail(Errc::corrupt, "A message between page and engine is longer than it says.");
        }
        return message;
    } catch (const std::exception&) {
        return fail(Errc::corrupt, "A message between page and engine could not be read.");
    }
}

}  // namespace

void wipe_secrets(Command& command) {
    std::visit([](auto& one) { wipe_one(one); }, command);
}

Bytes encode(const Command& command) {
    return encode_message(command);
}

Bytes encode(const Event& event) {
    return encode_message(event);
}

Result<Command> decode_command(ByteView message) {
    return decode_message<Command>(message);
}

Result<Event> decode_event(ByteView message) {
    return decode_message<Event>(message);
}

}  // namespace daybook
