// The bundle: what one device hands over of an inspection, as an age file around a SQLite file.
// Never holds more than was asked for, and never opens as sound when a chain or the signature does not hold.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/crypto/age/age.h"
#include "core/crypto/vault.h"
#include "core/log/log.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

/// How far a bundle reaches in one device's chain.
struct Reach {
    DeviceId device;
    std::uint64_t first_seq = 0;
    std::uint64_t last_seq = 0;
    Hash head{};  ///< hash of the revision last_seq
    bool operator==(const Reach&) const = default;
};

/// An attachment whose bytes are in a bundle.
struct CarriedAttachment {
    ItemId id;
    Hash hash{};  ///< BLAKE2b-256 of its bytes
    auto operator<=>(const CarriedAttachment&) const = default;
};

/// What a bundle says of itself, signed by the device that made it.
struct Manifest {
    InspectionId inspection;
    DeviceId device;
    std::string author;
    LocalTime made_at;
    std::uint64_t bundle = 0;  ///< the device's number for it, from 1
    std::uint64_t part = 1;
    std::uint64_t parts = 1;
    std::vector<Reach> reaches;
    std::vector<CarriedAttachment> attachments{};  ///< by id
    bool operator==(const Manifest&) const = default;
};

/// The manifest's canonical bytes (deterministic CBOR): what is signed. Version 1 while there are no attachments, so
/// that an office's older command opens what holds none.
[[nodiscard]] Bytes encode(const Manifest& manifest);
[[nodiscard]] Result<Manifest> decode_manifest(ByteView canonical);

/// The bytes of an attachment; none if they are not to be had, or in another part: the bundle goes without them.
using AttachmentBytes = std::function<Result<std::optional<Bytes>>(const Attachment& attachment)>;

/// What goes into a bundle.
struct BundleSource {
    const Log& log;
    const Notebook& notebook;
    const Vault& vault;
    std::string author;
    LocalTime now;
    std::uint64_t bundle = 1;
    std::uint64_t part = 1;
    std::uint64_t parts = 1;
    AttachmentBytes attachment_bytes{};  ///< asked for one after the other; empty: none can be had
};

/// A manifest's canonical bytes and the signature over them.
struct SignedManifest {
    Bytes canonical;
    Signature64 signature{};
    PublicKey32 signing_key{};
};

/// The SQLite file of a bundle: revisions, attachments, manifest, and the readable views (core/bundle/README.md).
struct BundleContent {
    const Log& log;
    const Notebook& notebook;
    AttachmentBytes attachment_bytes;
    /// Called last, with what was carried.
    std::function<SignedManifest(std::vector<CarriedAttachment> carried)> manifest;
};
[[nodiscard]] Result<Bytes> bundle_database(const BundleContent& content, Databases& databases);

/// The same for what this device hands over, with a manifest that it makes and signs.
[[nodiscard]] Result<Bytes> bundle_database(const BundleSource& source, Databases& databases);

/// The whole: that database, encrypted. Errc::invalid if there are no recipients.
[[nodiscard]] Result<Bytes> write_bundle(const BundleSource& source, const std::vector<age::Recipient>& recipients,
                                         age::Form form, Databases& databases, const RandomSource& random);

/// How many bytes of attachments one file takes: all of it is made in memory, several times over.
inline constexpr std::uint64_t attachments_of_a_part = 32'000'000;
/// Which attachments go into which part of a bundle, in the order in which they were added, so that parts that were
/// made stay as they are when more are added. At least one part; one that is more than a part alone has one of its own.
[[nodiscard]] std::vector<std::vector<ItemId>> parts_of(const Notebook& notebook,
                                                        std::uint64_t most_bytes = attachments_of_a_part);

struct OpenedBundle {
    Manifest manifest;
    PublicKey32 signing_key{};
    Bytes database;  ///< a SQLite file made anew from the verified revisions: the readable tables that came are not
                     ///< signed
    Log log;
    Notebook notebook;
};

/// Opens a bundle and verifies it: signature, chains, that the chains reach as far as the manifest says, and that each
/// attachment which it says is carried is there, with the bytes that its revision has the hash of, and no other.
/// Errc::wrong_key, Errc::corrupt (with what does not hold), Errc::newer.
[[nodiscard]] Result<OpenedBundle> read_bundle(ByteView age_file, const age::Keys& keys, Databases& databases);

/// The same for a bundle's SQLite file that was decrypted before.
[[nodiscard]] Result<OpenedBundle> read_bundle_database(ByteView database, Databases& databases);

}  // namespace daybook
