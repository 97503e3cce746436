#include <algorithm>
#include <format>
#include <set>

#include "core/bundle/bundle.h"
#include "core/log/merge.h"

namespace daybook {
namespace {

struct ReadManifest {
    Manifest manifest;
    SignedManifest as_signed;
};

template <std::size_t Size>
std::optional<std::array<Byte, Size>> exactly(ByteView view) {
    if (view.size() != Size) return std::nullopt;
    std::array<Byte, Size> bytes{};
    std::ranges::copy(view, bytes.begin());
    return bytes;
}

Result<ReadManifest> read_manifest(Database& database) {
    auto statement = database.prepare("SELECT canonical, signature, signing_key FROM manifest LIMIT 2");
    if (!statement) return fail(Errc::corrupt, "This file holds no Daybook bundle.");
    Statement& row = **statement;
    auto there = row.step();
    if (!there) return pass_on(there.error());
    if (!*there) return fail(Errc::corrupt, "The bundle has lost its manifest.");
    const ByteView blob = row.column_blob(0);
    Bytes canonical(blob.begin(), blob.end());
    const auto signature = exactly<64>(row.column_blob(1));
    const auto key = exactly<32>(row.column_blob(2));
    if (!signature || !key || !ed25519_verify(*key, canonical, *signature)) {
        return fail(Errc::corrupt, "The bundle's signature does not hold: it was changed after it was signed.");
    }
    auto second = row.step();
    if (!second) return pass_on(second.error());
    if (*second) return fail(Errc::corrupt, "The bundle has two manifests.");
    auto manifest = decode_manifest(canonical);
    if (!manifest) return pass_on(manifest.error());
    return ReadManifest{std::move(*manifest), {std::move(canonical), *signature, *key}};
}

/// `most_bytes`: the file's size. What is stored in a file is no longer than that; what a hostile schema makes up
/// while it is read (a generated column) can be endless.
Result<std::vector<LoggedRevision>> read_revisions(Database& database, std::size_t most_bytes) {
    auto statement = database.prepare("SELECT canonical FROM revision");
    if (!statement) return fail(Errc::corrupt, "This file holds no Daybook bundle.");
    std::vector<LoggedRevision> revisions;
    std::size_t bytes = 0;
    for (;;) {
        auto more = (*statement)->step();
        if (!more) return pass_on(more.error());
        if (!*more) return revisions;
        const ByteView canonical = (*statement)->column_blob(0);
        bytes += canonical.size();
        if (bytes > most_bytes) return fail(Errc::corrupt, "The bundle claims to hold more than it is long.");
        auto revision = logged(Bytes(canonical.begin(), canonical.end()));
        if (!revision) return pass_on(revision.error().while_doing("Reading the bundle"));
        revisions.push_back(std::move(*revision));
    }
}

/// The chains must end where the signed manifest says, no earlier and no later.
Result<void> check_reaches(const Log& log, const Manifest& manifest) {
    std::size_t devices = 0;
    for (const auto& [device, chain] : log.chains()) devices += chain.empty() ? 0U : 1U;
    if (devices != manifest.reaches.size()) {
        return fail(Errc::corrupt, "The bundle holds other devices' changes than its manifest says.");
    }
    std::set<DeviceId> named;
    for (const Reach& reach : manifest.reaches) {
        if (!named.insert(reach.device).second || reach.first_seq != 1) {
            return fail(Errc::corrupt, "The bundle's manifest does not say clearly what the bundle holds.");
        }
        const LoggedRevision* last = log.find({reach.device, reach.last_seq});
        if (last == nullptr || last->hash != reach.head || log.head(reach.device).next_seq != reach.last_seq + 1) {
            return fail(Errc::corrupt, std::format("Changes of device {} are missing from the bundle, or differ.",
                                                   reach.device.hex().substr(0, 8)));
        }
    }
    return {};
}

/// "3f2a90c1", to be found in the revisions.
std::string short_name(ItemId id) {
    return id.hex().substr(0, 8);
}

/// The table must hold what the signed manifest says, no less and no more.
Result<void> check_carried(Database& database, const Manifest& manifest) {
    if (manifest.attachments.empty()) return {};
    auto statement = database.prepare("SELECT id FROM attachment WHERE content IS NOT NULL");
    if (!statement) return fail(Errc::corrupt, "The bundle has lost its attachments.");
    std::set<std::string> wanted;
    for (const CarriedAttachment& carried : manifest.attachments) wanted.insert(carried.id.hex());
    for (;;) {
        auto more = (*statement)->step();
        if (!more) return pass_on(more.error());
        if (!*more) break;
        if (wanted.erase(std::string((*statement)->column_text(0))) == 0) {
            return fail(Errc::corrupt, "The bundle holds an attachment that its manifest does not name.");
        }
    }
    if (wanted.empty()) return {};
    return fail(Errc::corrupt, std::format("Attachment {} is missing from the bundle.", wanted.begin()->substr(0, 8)));
}

/// The bytes of one, as the stranger's table has them, checked against what the revisions say.
Result<Bytes> read_attachment(Database& database, const Attachment& attachment) {
    auto statement = database.prepare("SELECT content FROM attachment WHERE id = ?");
    if (!statement) return fail(Errc::corrupt, "The bundle has lost its attachments.");
    if (auto bound = (*statement)->bind_text(1, attachment.id.hex()); !bound) return pass_on(bound.error());
    auto there = (*statement)->step();
    if (!there) return pass_on(there.error());
    const ByteView content = *there ? (*statement)->column_blob(0) : ByteView();
    if (content.size() != attachment.size || blake2b_256(content) != attachment.hash) {
        return fail(Errc::corrupt, std::format("Attachment {} of the bundle is not what was attached: it was changed.",
                                               short_name(attachment.id)));
    }
    return Bytes(content.begin(), content.end());
}

/// What the manifest signs for must be what the revisions say.
Result<void> check_attachments(const Notebook& notebook, const Manifest& manifest) {
    for (const CarriedAttachment& carried : manifest.attachments) {
        const Attachment* attachment = notebook.attachment(carried.id);
        if (attachment == nullptr || attachment->hash != carried.hash) {
            return fail(Errc::corrupt, std::format("The bundle's manifest names an attachment {} that its changes do "
                                                   "not know.",
                                                   short_name(carried.id)));
        }
    }
    return {};
}

/// The same SQLite file, made anew from what was verified.
Result<Bytes> make_anew(Database& from, const Log& log, const Notebook& notebook, const ReadManifest& manifest,
                        Databases& databases) {
    const auto bytes = [&](const Attachment& attachment) -> Result<std::optional<Bytes>> {
        const auto& carried = manifest.manifest.attachments;
        if (!std::ranges::binary_search(carried, attachment.id, {}, &CarriedAttachment::id)) return std::nullopt;
        return read_attachment(from, attachment);
    };
    return bundle_database({log, notebook, bytes, [&](const auto&) { return manifest.as_signed; }}, databases);
}

}  // namespace

Result<OpenedBundle> read_bundle_database(ByteView image, Databases& databases) {
    auto database = databases.open_untrusted(image);
    if (!database) return pass_on(database.error().while_doing("Opening the bundle"));
    auto manifest = read_manifest(**database);
    if (!manifest) return pass_on(manifest.error());
    auto revisions = read_revisions(**database, image.size());
    if (!revisions) return pass_on(revisions.error());
    const InspectionId inspection = manifest->manifest.inspection;
    auto merged = merge(Log(inspection), std::move(*revisions));
    if (!merged) return pass_on(merged.error().while_doing("Checking the bundle"));
    if (!merged->gaps.empty()) return fail(Errc::corrupt, "Changes are missing from the middle of the bundle.");
    if (auto checked = check_reaches(merged->log, manifest->manifest); !checked) return pass_on(checked.error());
    Notebook notebook(inspection);
    if (auto folded = notebook.apply_all(merged->log.in_stamp_order()); !folded) return pass_on(folded.error());
    if (auto known = check_attachments(notebook, manifest->manifest); !known) return pass_on(known.error());
    if (auto carried = check_carried(**database, manifest->manifest); !carried) return pass_on(carried.error());
    auto made_anew = make_anew(**database, merged->log, notebook, *manifest, databases);
    if (!made_anew) return pass_on(made_anew.error());
    return OpenedBundle{std::move(manifest->manifest), manifest->as_signed.signing_key, std::move(*made_anew),
                        std::move(merged->log), std::move(notebook)};
}

Result<OpenedBundle> read_bundle(ByteView age_file, const age::Keys& keys, Databases& databases) {
    auto plain = age::decrypt(age_file, keys);
    if (!plain) return pass_on(plain.error());
    return read_bundle_database(*plain, databases);
}

}  // namespace daybook
