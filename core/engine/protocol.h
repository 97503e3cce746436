// What app and engine say to each other.
// Never read from strangers: both sides are one version of one program. Decoding still fails without harm.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/log/revision.h"

namespace daybook {

// ---- Commands: app to engine -------------------------------------------------------------------------------------

/// Makes the device's keys and locks them under a passcode.
struct FirstStart {
    std::string author;  ///< how the inspector is named in what is written
    std::string passcode;
};

struct Unlock {
    std::string passcode;
};

/// Forgets every key and every word in memory.
struct Lock {};

/// A new inspection: its pack, kept for ever, then the changes that describe it, in one transaction.
struct CreateInspection {
    std::uint64_t number = 0;
    InspectionId inspection;
    Bytes pack;
    std::vector<Change> changes;
    std::vector<std::string> recovery_recipients;  ///< "age1..." that the inspection's key is also sealed to
};

/// Changes that belong together: all are appended, or none.
struct Edit {
    std::uint64_t number = 0;  ///< counts the app's edits in this session, from 1
    InspectionId inspection;
    std::vector<Change> changes;
    /// Anchors in them that name no version are of the one that the app's edit of that number made of the words, of
    /// which the app need not have heard yet. 0 if all of them name one.
    std::uint64_t after = 0;
};

/// What was typed into a text.
struct EditText {
    std::uint64_t number = 0;
    InspectionId inspection;
    /// Its bases are the versions that the app knows of; if `after` is not 0, the base is instead the
    /// version that the app's edit of that number made, of which the app need not have heard yet.
    Splice splice;
    std::uint64_t after = 0;
};

struct Search {
    std::uint64_t number = 0;
    std::string query;
};

struct Export {
    InspectionId inspection;
    bool armored = false;
    std::uint64_t part = 1;  ///< of a bundle whose attachments are more than one file takes: from 1
};

/// Tries again to store what could not be stored.
struct Retry {};

/// Locks the device's keys under another passcode. Nothing else is written again.
struct ChangePasscode {
    std::string old_passcode;
    std::string new_passcode;
};

/// When the notebook locks by itself. Seconds; 0 is never.
struct LockTimes {
    std::uint32_t hidden = 120;
    std::uint32_t idle = 600;
    bool operator==(const LockTimes&) const = default;
};
struct SetLockTimes {
    LockTimes times;
};

/// Locks the device's keys also under a secret of the platform's authenticator (WebAuthn PRF), in place of the one
/// before. `credential` and `salt` lie in the open: they are what the authenticator is asked with.
struct SetQuickUnlock {
    Bytes credential;
    Bytes salt;
    Bytes secret;  ///< 32 bytes
};
struct RemoveQuickUnlock {};
struct UnlockQuick {
    Bytes secret;
};

/// The passcode is forgotten: new keys are made under a new one, and a request for the office, which opens nothing by
/// itself. The old keys stay what they are until the answer has come.
struct BeginRecovery {
    std::string author;
    std::string passcode;
};
/// The office's answer: an unlock file that opens only what this device has asked for.
struct FinishRecovery {
    std::string passcode;  ///< the new one
    Bytes file;
};

/// Destroys an inspection's keys, and overwrites its rows in both copies.
struct EraseInspection {
    InspectionId inspection;
};

/// A file that belongs to an item (a photograph): it becomes an item itself, which has its hash, and sealed pieces,
/// all in one batch. At most AttachmentBounds::size.
struct AddAttachment {
    std::uint64_t number = 0;  ///< as of every edit
    InspectionId inspection;
    ItemId attachment;  ///< its own
    ItemId item;        ///< that it belongs to
    std::string media_type;
    Bytes content;
};
/// Answered by AttachmentRead.
struct ReadAttachment {
    InspectionId inspection;
    ItemId attachment;
};

/// Where somebody is in the app, and what stands unsaved in its forms, as the app itself says it: given back by the
/// next Unlocked. Nothing waits for it. At most PlaceBounds::size.
struct KeepPlace {
    enum class When : std::uint8_t {
        with_the_next = 0,  ///< with the next rows, at a lock, or when nobody does anything: no flush of its own
        now = 1,            ///< the page may be gone at any moment
    };
    Bytes place;
    When when = When::with_the_next;
};
struct PlaceBounds {
    static constexpr std::size_t size = 128 * 1024;
};

/// Writes to both copies and reads back, so that the readiness card knows.
struct TestStorage {};

/// Nobody has done anything for some seconds: time for what need not happen while somebody types.
struct Idle {};

using Command =
    std::variant<FirstStart, Unlock, Lock, CreateInspection, Edit, EditText, Search, Export, Retry, ChangePasscode,
                 SetLockTimes, SetQuickUnlock, RemoveQuickUnlock, UnlockQuick, BeginRecovery, FinishRecovery,
                 EraseInspection, AddAttachment, ReadAttachment, TestStorage, Idle, KeepPlace>;

// ---- Events: engine to app ---------------------------------------------------------------------------------------

enum class EngineState : std::uint8_t { first_start = 0, locked = 1, unlocked = 2, unusable = 3 };

/// How many copies of the notebook the platform keeps. With one, the second copy is all that there is: what stands
/// there is saved, and the database is made of it in memory at each start.
enum class Copies : std::uint8_t { two = 0, one = 1 };

struct Status {
    EngineState state = EngineState::locked;
    std::string words;         ///< why it is unusable, or what was repaired; empty otherwise
    Bytes quick_credential{};  ///< of the authenticator that can unlock, with `quick_salt`; empty if none can
    Bytes quick_salt{};
    bool awaits_recovery = false;  ///< an unlock file of the office is waited for
    Copies copies = Copies::two;
};

/// Something that was asked for was not done.
struct Refused {
    std::uint64_t number = 0;  ///< of the edit, or 0
    std::uint8_t code = 0;     ///< Errc
    std::string words;
};

/// A bundle that was made on this device.
struct BundleMade {
    std::uint64_t number = 0;
    Instant at;
    std::uint64_t revisions = 0;  ///< how many it holds
};

struct OpenInspection {
    InspectionId inspection;
    std::vector<Bytes> revisions;       ///< canonical bytes, in stamp order
    std::vector<BundleMade> bundles{};  ///< oldest first
    std::string read_only{};            ///< why nothing can be added; empty if it can
    bool recoverable = false;           ///< the office can open it if the passcode is forgotten
};

struct Unlocked {
    DeviceId device;
    std::string author;
    std::vector<OpenInspection> inspections;
    LockTimes lock_times{};
    bool quick_unlock = false;  ///< the platform's authenticator unlocks as well
    Bytes place{};              ///< of the last KeepPlace that was written; empty if there is none
    Copies copies = Copies::two;
};

/// Revisions are in the log; they may not be on disk yet.
struct Appended {
    std::uint64_t number = 0;
    InspectionId inspection;
    std::vector<Bytes> revisions;
};

/// Everything up to this edit is on disk, in both copies; where there is but one, in that.
struct Durable {
    std::uint64_t up_to = 0;
    LocalTime at;
};

/// Something could not be stored. Nothing is lost: it is kept (where, `kept` says), and tried again.
struct Failed {
    std::string what;
    std::string kept;
};

struct SearchHit {
    InspectionId inspection;
    ItemId item;
    std::string excerpt;  ///< matches stand between U+0002 and U+0003
};

/// Where the words stand as well, without an excerpt.
struct SearchMatch {
    InspectionId inspection;
    ItemId item;
};

struct SearchResults {
    std::uint64_t number = 0;
    std::vector<SearchHit> hits;
    std::string complaint;            ///< why the words could not be searched for; empty if they could
    std::vector<SearchMatch> more{};  ///< all besides the hits, in the order in which they were written
};

struct Exported {
    InspectionId inspection;
    std::string file_name;
    Bytes file;  ///< an age file
    std::uint64_t revisions = 0;
    std::uint64_t entries = 0;
    std::uint64_t bundle = 0;  ///< this device's number for it, from 1
    std::uint64_t attachments = 0;
    std::uint64_t attachments_left_out = 0;  ///< of this part: damaged, or never on this device
    std::uint64_t part = 1;
    std::uint64_t parts = 1;  ///< each is to be asked for, and is a bundle with a number of its own
};

struct PasscodeChanged {};
struct QuickUnlockChanged {
    bool on = false;
};
struct LockTimesChanged {
    LockTimes times;
};

/// The request that goes to the office: an age-free file of recovery copies, which lies in the open.
struct RecoveryRequested {
    std::string file_name;
    Bytes file;
};

struct Erased {
    InspectionId inspection;
};

struct AttachmentRead {
    InspectionId inspection;
    ItemId attachment;
    std::string media_type;
    Bytes content;
    std::string complaint;  ///< why it could not be read; empty if it could
};

/// What TestStorage came to.
struct StorageTested {
    bool good = false;
    std::string words;  ///< what went wrong
};

using Event =
    std::variant<Status, Refused, Unlocked, Appended, Durable, Failed, SearchResults, Exported, PasscodeChanged,
                 QuickUnlockChanged, LockTimesChanged, RecoveryRequested, Erased, AttachmentRead, StorageTested>;

/// Overwrites the passcodes and secrets in it. What was encoded of one that has any is wiped by whoever has sent it.
void wipe_secrets(Command& command);

[[nodiscard]] Bytes encode(const Command& command);
[[nodiscard]] Bytes encode(const Event& event);
[[nodiscard]] Result<Command> decode_command(ByteView message);  ///< Errc::corrupt
[[nodiscard]] Result<Event> decode_event(ByteView message);      ///< Errc::corrupt

}  // namespace daybook
