#include "core/engine/session.h"

#include <algorithm>
#include <format>

#include "core/log/cbor.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

Result<std::vector<age::Recipient>> parse_recipients(const std::vector<std::string>& texts) {
    std::vector<age::Recipient> recipients;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        auto recipient = age::parse_recipient(text);
        if (!recipient) return pass_on(recipient.error());
        if (std::ranges::find(recipients, *recipient) == recipients.end()) recipients.push_back(*recipient);
    }
    return recipients;
}

/// What is remembered of a bundle: when it was made, how far it reaches, and what the file's bytes were.
Bytes outbox_record(LocalTime now, std::uint64_t revisions, ByteView file) {
    CborWriter writer;
    writer.array(4);
    writer.unsigned_integer(1);
    writer.integer(now.at.unix_ms);
    writer.unsigned_integer(revisions);
    writer.bytes(sha256(file));
    return std::move(writer).take();
}

constexpr std::string_view damaged =
    "Part of this inspection could not be read. What can be read is shown; nothing can be added to it here.";

}  // namespace

void Session::open(const std::vector<Row>& rows, std::vector<std::string>& complaints) {
    open_keys(rows, complaints);
    for (const Row& row : rows) {
        if (row.place.kind == RowKind::revision) open_revision(row, complaints);
    }
    for (auto& [id, book] : books_) {
        if (auto folded = book.notebook.apply_all(book.log.in_stamp_order()); !folded) {
            complaints.push_back(folded.error().what);
            book.read_only = damaged;
        }
    }
}

void Session::open_keys(const std::vector<Row>& rows, std::vector<std::string>& complaints) {
    for (const Row& row : rows) {
        const InspectionId id = row.place.inspection;
        if (row.place.kind == RowKind::data_key) {
            auto& book = books_.try_emplace(id, id).first->second;
            if (auto opened = vault_.open_inspection(id, row.sealed); !opened) {
                complaints.push_back(opened.error().what);
                book.read_only = damaged;
            }
        }
    }
    for (const Row& row : rows) {
        const auto book = books_.find(row.place.inspection);
        if (book == books_.end()) continue;
        if (row.place.kind == RowKind::recovery) {
            book->second.recovery_copies = std::max(book->second.recovery_copies, row.place.number);
        } else if (row.place.kind == RowKind::outbox) {
            book->second.bundles = std::max(book->second.bundles, row.place.number);
        }
    }
}

void Session::open_revision(const Row& row, std::vector<std::string>& complaints) {
    OpenBook& book = books_.try_emplace(row.place.inspection, row.place.inspection).first->second;
    const auto complain = [&](const Error& error) {
        if (book.read_only.empty()) complaints.push_back(error.what);
        book.read_only = damaged;
    };
    auto canonical = vault_.open_row(row.place.inspection, associated_data(row.place), row.sealed);
    if (!canonical) return complain(canonical.error());
    auto revision = logged(std::move(*canonical));
    if (!revision) return complain(revision.error());
    if (auto added = book.log.append(std::move(*revision)); !added) complain(added.error());
}

Unlocked Session::unlocked() const {
    Unlocked event{vault_.device(), author_, {}};
    for (const auto& [id, book] : books_) {
        OpenInspection open{id, {}};
        for (const LoggedRevision* revision : book.log.in_stamp_order()) open.revisions.push_back(revision->canonical);
        event.inspections.push_back(std::move(open));
    }
    return event;
}

std::map<InspectionId, const Notebook*> Session::notebooks() const {
    std::map<InspectionId, const Notebook*> all;
    for (const auto& [id, book] : books_) all.emplace(id, &book.notebook);
    return all;
}

Result<OpenBook*> Session::book_to_write(InspectionId inspection) {
    const auto book = books_.find(inspection);
    if (book == books_.end()) return fail(Errc::not_found, "That inspection is not on this device.");
    if (!book->second.read_only.empty()) return fail(Errc::invalid, book->second.read_only);
    return &book->second;
}

Result<Written> Session::append(OpenBook& book, std::uint64_t number, const std::vector<Change>& changes,
                                LocalTime now) {
    const InspectionId inspection = book.log.inspection();
    const DeviceId device = vault_.device();
    Log::Head head = book.log.head(device);
    Stamp stamp = book.log.latest_stamp();
    Written written{{number, inspection, {}}, {}};
    std::vector<LoggedRevision> made;
    for (const Change& change : changes) {
        stamp = next_stamp(stamp, now.at, device);
        const Revision next{.inspection = inspection, .device = device, .seq = head.next_seq, .prev_hash = head.hash,
                            .stamp = stamp, .author = author_, .written_at = now, .change = change,
                            .unknown_fields = {}};
        if (auto fits = check_bounds(next); !fits) return pass_on(fits.error());
        Bytes canonical = encode(next);
        const RowPlace place{RowKind::revision, inspection, device, head.next_seq};
        auto sealed = vault_.seal_row(inspection, associated_data(place), canonical, random_);
        if (!sealed) return pass_on(sealed.error());
        written.rows.push_back({place, std::move(*sealed)});
        written.appended.revisions.push_back(canonical);
        // Read back as a stranger would: what does not decode must never be stored.
        auto revision = logged(std::move(canonical));
        if (!revision) return pass_on(revision.error());
        head = {head.next_seq + 1, revision->hash};
        made.push_back(std::move(*revision));
    }
    for (LoggedRevision& revision : made) {
        if (auto applied = book.notebook.apply(revision.revision); !applied) return pass_on(applied.error());
        if (auto added = book.log.append(std::move(revision)); !added) return pass_on(added.error());
    }
    return written;
}

Result<void> Session::add_recovery_copy(OpenBook& book, const std::vector<age::Recipient>& recipients,
                                        std::vector<Row>& rows) {
    if (recipients.empty()) return {};
    auto copy = vault_.recovery_copy(book.log.inspection(), recipients, random_);
    if (!copy) return pass_on(copy.error());
    rows.push_back({{RowKind::recovery, book.log.inspection(), vault_.device(), ++book.recovery_copies},
                    std::move(*copy)});
    return {};
}

Result<Written> Session::create_inspection(const CreateInspection& command, LocalTime now) {
    const InspectionId id = command.inspection;
    if (id.is_nil() || books_.contains(id)) return fail(Errc::invalid, "That inspection is here already.");
    if (auto pack = parse_pack(command.pack); !pack) {
        return pass_on(pack.error().while_doing("Reading the framework pack"));
    }
    const auto recipients = parse_recipients(command.recovery_recipients);
    if (!recipients) return pass_on(recipients.error().while_doing("Reading the office's key"));

    Bytes wrapped = vault_.add_inspection(id, random_);
    OpenBook book(id);
    const ItemId root = Notebook::root(id);
    std::vector<Change> changes{Create{root, std::string(words::inspection)},
                                SetField{root, std::string(words::pack), command.pack}};
    changes.insert(changes.end(), command.changes.begin(), command.changes.end());
    std::vector<Row> rows{{{RowKind::data_key, id, vault_.device(), 1}, std::move(wrapped)}};
    Result<Written> written = append(book, command.number, changes, now);
    if (written) {
        if (auto added = add_recovery_copy(book, *recipients, rows); !added) written = pass_on(added.error());
    }
    if (!written) {
        vault_.forget_inspection(id);
        return written;
    }
    written->rows.insert(written->rows.begin(), std::make_move_iterator(rows.begin()),
                         std::make_move_iterator(rows.end()));
    books_.emplace(id, std::move(book));
    return written;
}

Result<Written> Session::edit(const Edit& command, LocalTime now) {
    auto book = book_to_write(command.inspection);
    if (!book) return pass_on(book.error());
    for (const Change& change : command.changes) {
        const auto* field = std::get_if<SetField>(&change);
        if (field != nullptr && field->field == words::pack && field->item == Notebook::root(command.inspection)) {
            return fail(Errc::invalid, "An inspection keeps the framework pack that it was started with.");
        }
    }
    const std::string office_before = (*book)->notebook.inspection().office_recipient;
    auto written = append(**book, command.number, command.changes, now);
    if (!written) return written;
    const std::string& office = (*book)->notebook.inspection().office_recipient;
    if (office != office_before) {
        // A key that is no key was refused where it was typed; here it only means that nobody can recover with it.
        if (const auto recipient = age::parse_recipient(office); recipient) {
            if (auto added = add_recovery_copy(**book, {*recipient}, written->rows); !added) return pass_on(added.error());
        }
    }
    return written;
}

Result<Written> Session::edit_text(const EditText& command, LocalTime now) {
    auto book = book_to_write(command.inspection);
    if (!book) return pass_on(book.error());
    Splice splice = command.splice;
    const TextKey key{splice.item, splice.field};
    if (command.after != 0) {
        const auto last = last_edits_.find(key);
        if (last == last_edits_.end() || last->second.number != command.after) {
            return fail(Errc::not_found, "What these words build on is not in the notebook.");
        }
        splice.bases = {last->second.made};
    }
    for (const RevisionRef& base : splice.bases) {
        if ((*book)->log.find(base) == nullptr) {
            return fail(Errc::not_found, "What these words build on is not in the notebook.");
        }
    }
    auto written = append(**book, command.number, {splice}, now);
    if (written) {
        last_edits_[key] = {command.number, {vault_.device(), (*book)->log.head(vault_.device()).next_seq - 1}};
    }
    return written;
}

Result<Session::HandedOver> Session::export_bundle(const Export& command, LocalTime now, Databases& databases) {
    const auto found = books_.find(command.inspection);
    if (found == books_.end()) return fail(Errc::not_found, "That inspection is not on this device.");
    OpenBook& book = found->second;
    const Inspection& inspection = book.notebook.inspection();
    const auto recipients = parse_recipients({inspection.lead_recipient, inspection.office_recipient});
    if (!recipients) return pass_on(recipients.error());
    if (recipients->empty()) {
        return fail(Errc::invalid, "Nobody could read this bundle yet. Add the lead's key or the office's key first.");
    }
    const std::uint64_t number = book.bundles + 1;
    auto file = write_bundle({book.log, book.notebook, vault_, author_, now, number}, *recipients,
                             command.armored ? age::Form::armored : age::Form::binary, databases, random_);
    if (!file) return pass_on(file.error());
    const RowPlace place{RowKind::outbox, command.inspection, vault_.device(), number};
    auto sealed = vault_.seal_row(command.inspection, associated_data(place),
                                  outbox_record(now, book.log.size(), *file), random_);
    if (!sealed) return pass_on(sealed.error());
    book.bundles = number;
    // The name goes where others see it: it tells devices and numbers apart, and nothing else.
    const std::string name = std::format("daybook-{}-{}-{:03}.age", command.inspection.hex().substr(0, 8),
                                         vault_.device().hex().substr(0, 8), number);
    HandedOver over{{command.inspection, name, std::move(*file), book.log.size(), book.notebook.entries().size(), number},
                    {place, std::move(*sealed)}};
    return over;
}

}  // namespace daybook
