// Session, the part that opens: keys first, then what they open. session.cpp has what is done afterwards.
// Never drops a row that cannot be read: it is only not shown, and that is said.
#include <algorithm>
#include <span>

#include "core/engine/outbox.h"
#include "core/engine/session.h"

namespace daybook {
namespace {

/// The rows of one place after the other: several if the two copies do not agree.
template <typename Take>
void each_place(std::span<const Row> rows, const Take& take) {
    while (!rows.empty()) {
        const auto end = std::ranges::find_if(rows, [&](const Row& row) { return row.place != rows.front().place; });
        const auto count = static_cast<std::size_t>(end - rows.begin());
        take(rows.first(count));
        rows = rows.subspan(count);
    }
}

constexpr std::string_view damaged =
    "Part of this inspection could not be read. What can be read is shown; nothing can be added to it here.";
constexpr std::string_view not_recovered =
    "This inspection is kept, but it is sealed under a passcode that was forgotten, and the office’s unlock file did "
    "not open it. Should the old passcode come back to you, it still does.";

}  // namespace

void Session::open(const std::vector<Row>& rows, std::vector<std::string>& complaints) {
    open_own(rows, complaints);
    open_keys(rows, complaints);
    name_keyless(complaints);
    each_place(rows, [&](std::span<const Row> one) {
        if (one.front().place.kind == RowKind::revision) open_revision(one, complaints);
    });
    open_copies_made(rows);
    for (auto& [id, book] : books_) {
        if (auto folded = book.notebook.apply_all(book.log.in_stamp_order()); !folded) {
            complaints.push_back(folded.error().what);
            book.read_only = damaged;
        }
        count_pieces(book);
        // A profile that was lost must not leave what is written from now on without a name.
        const auto own = book.log.chains().find(vault_.device());
        if (author_.empty() && own != book.log.chains().end()) author_ = own->second.back().revision.author;
    }
}

/// The name and the settings. What other keys of this device have sealed is theirs.
void Session::open_own(const std::vector<Row>& rows, std::vector<std::string>& complaints) {
    for (const Row& row : rows) {
        const RowPlace& place = row.place;
        const bool is_name = place.kind == RowKind::profile;
        if (place.device != vault_.device() || (!is_name && place.kind != RowKind::settings)) continue;
        if (is_name && !author_.empty()) continue;
        // Also of one that does not open: its number is taken.
        if (!is_name) last_settings_ = std::max(last_settings_, place.number);
        const auto opened = vault_.open_own(associated_data(place), row.sealed);
        if (!opened) {
            complaints.push_back(opened.error().what);
        } else if (is_name) {
            author_ = std::string(as_text(*opened));
        } else if (auto settings = decode_settings(*opened); settings) {
            settings_ = std::move(*settings);
        }
    }
}

void Session::open_keys(const std::vector<Row>& rows, std::vector<std::string>& complaints) {
    each_place(rows, [&](std::span<const Row> one) {
        const RowPlace& place = one.front().place;
        if (place.kind != RowKind::data_key) return;
        auto& book = books_.try_emplace(place.inspection, place.inspection).first->second;
        // Wrapped by keys that a recovery has replaced: no complaint.
        if (place.device != vault_.device()) return;
        Result<void> opened;
        for (const Row& row : one) {
            opened = vault_.open_inspection(place.inspection, row.sealed);
            book.has_key = book.has_key || opened;
            if (opened) return;
        }
        complaints.push_back(opened.error().what);
        book.read_only = damaged;
    });
}

void Session::name_keyless(std::vector<std::string>& complaints) {
    for (auto& [id, book] : books_) {
        if (book.has_key || !book.read_only.empty()) continue;
        complaints.emplace_back(not_recovered);
        book.read_only = not_recovered;
    }
}

/// Copies for the office and bundles that were handed over: what is told of them.
void Session::open_copies_made(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        const RowPlace& place = row.place;
        const auto book = books_.find(place.inspection);
        if (book == books_.end()) continue;
        if (place.kind == RowKind::recovery) {
            book->second.recovery_copies = std::max(book->second.recovery_copies, place.number);
        }
        if (place.kind != RowKind::outbox) continue;
        if (place.device == vault_.device()) {
            book->second.last_bundle = std::max(book->second.last_bundle, place.number);
        }
        const auto record = vault_.open_row(place.inspection, associated_data(place), row.sealed);
        const auto made = record ? read_outbox_record(*record, place.number) : pass_on(record.error());
        if (made) book->second.bundles.push_back(*made);
    }
    for (auto& [id, book] : books_) std::ranges::stable_sort(book.bundles, {}, &BundleMade::at);
}

/// What the revisions say counts as well: pieces that are lost must not have their numbers given to others.
void Session::count_pieces(const OpenBook& book) {
    for (const Attachment* attachment : book.notebook.attachments()) {
        count_piece({RowKind::attachment, book.notebook.id(), attachment->device, attachment->last_piece()});
    }
}

void Session::open_revision(std::span<const Row> one, std::vector<std::string>& complaints) {
    const RowPlace& place = one.front().place;
    OpenBook& book = books_.try_emplace(place.inspection, place.inspection).first->second;
    const Bytes associated = associated_data(place);
    Result<void> added;
    for (const Row& row : one) {
        auto revision = vault_.open_row(place.inspection, associated, row.sealed).and_then(logged);
        added = revision ? book.log.append(std::move(*revision)) : pass_on(revision.error());
        if (added) return;
    }
    if (book.read_only.empty()) {
        complaints.push_back(added.error().what);
        book.read_only = damaged;
    }
}

Unlocked Session::unlocked() const {
    Unlocked event{.device = vault_.device(),
                   .author = author_,
                   .inspections = {},
                   .lock_times = settings_.lock_times,
                   .quick_unlock = false};
    for (const auto& [id, book] : books_) {
        OpenInspection open{.inspection = id,
                            .revisions = {},
                            .bundles = book.bundles,
                            .read_only = book.read_only,
                            .recoverable = book.recovery_copies > 0};
        for (const LoggedRevision* revision : book.log.in_stamp_order()) open.revisions.push_back(revision->canonical);
        event.inspections.push_back(std::move(open));
    }
    return event;
}

}  // namespace daybook
