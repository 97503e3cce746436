#include "core/engine/session.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/engine/anchoring.h"
#include "core/engine/kept_place.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// A text as it stood at the first of `bases`. Errc::not_found if one of them is no version of it.
Result<std::string> text_at(const Text* text, const std::vector<RevisionRef>& bases) {
    std::string words;
    for (const RevisionRef& base : bases) {
        auto version = text != nullptr ? text->version(base) : std::nullopt;
        if (!version) return fail(Errc::not_found, "What these words build on is not in the notebook.");
        if (base == bases.front()) words = std::move(*version);
    }
    return words;
}

/// Refuses words that nobody would ever see, or that would land elsewhere than where they were typed.
Result<void> check_splice(const Notebook& notebook, const Splice& splice) {
    const Item* item = notebook.items().find(splice.item);
    const auto words = text_at(item != nullptr ? item->text(splice.field) : nullptr, splice.bases);
    if (!words) return pass_on(words.error());
    const bool inside = splice.at <= words->size() && splice.erased <= words->size() - splice.at;
    const auto between_characters = [&](std::uint64_t at) {
        return character_start(*words, static_cast<std::size_t>(at)) == at;
    };
    if (!inside || !between_characters(splice.at) || !between_characters(splice.at + splice.erased)) {
        return fail(Errc::invalid, "These words do not fit the words that they were typed into.");
    }
    return {};
}

/// True if `id` is in the notebook, or `changes` bring it there.
bool exists(const Notebook& notebook, const std::vector<Change>& changes, ItemId id) {
    const Item* item = notebook.items().find(id);
    return (item != nullptr && item->created) || std::ranges::any_of(changes, [&](const Change& change) {
               const auto* create = std::get_if<Create>(&change);
               return create != nullptr && create->item == id;
           });
}

/// True for what only AddAttachment makes: an attachment, and what is said of its file.
bool describes_a_file(const Notebook& notebook, const Change& change) {
    if (const auto* create = std::get_if<Create>(&change)) return create->kind == words::attachment;
    const auto* field = std::get_if<SetField>(&change);
    return field != nullptr && notebook.attachment(field->item) != nullptr;
}

/// Each change on its own, against the notebook as it is before all of them.
Result<void> check_changes(const Notebook& notebook, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        if (describes_a_file(notebook, change)) {
            return fail(Errc::invalid, "What is said of an attached file is not changed.");
        }
        if (const auto* splice = std::get_if<Splice>(&change); splice != nullptr) {
            if (!exists(notebook, changes, splice->item)) {
                return fail(Errc::not_found, "What these words belong to is not in the notebook.");
            }
            if (auto fits = check_splice(notebook, *splice); !fits) return fits;
        }
        const auto* field = std::get_if<SetField>(&change);
        if (field != nullptr && field->field == words::pack && field->item == Notebook::root(notebook.id())) {
            return fail(Errc::invalid, "An inspection keeps the framework pack that it was started with.");
        }
    }
    return {};
}

/// The office's key that `changes` set; empty if they set none.
std::string new_office(InspectionId inspection, const std::vector<Change>& changes) {
    std::string office;
    for (const Change& change : changes) {
        const auto* field = std::get_if<SetField>(&change);
        if (field == nullptr || field->field != words::office_recipient || field->item != Notebook::root(inspection))
            continue;
        const auto* text = std::get_if<std::string>(&field->value);
        office = text != nullptr ? *text : std::string();
    }
    return office;
}

}  // namespace

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
        const Revision next{.inspection = inspection,
                            .device = device,
                            .seq = head.next_seq,
                            .prev_hash = head.hash,
                            .stamp = stamp,
                            .author = author_,
                            .written_at = now,
                            .change = change,
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
    rows.push_back(
        {{RowKind::recovery, book.log.inspection(), vault_.device(), ++book.recovery_copies}, std::move(*copy)});
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
    const Notebook& notebook = (*book)->notebook;
    if (auto good = check_changes(notebook, command.changes); !good) return pass_on(good.error());
    const auto changes = with_anchors(notebook, command.changes, [&](ItemId entry) -> std::optional<RevisionRef> {
        const auto last = last_edits_.find({entry, std::string(words::prose)});
        if (command.after == 0 || last == last_edits_.end() || last->second.number != command.after) return {};
        return last->second.made;
    });
    if (!changes) return pass_on(changes.error());
    std::vector<Row> recovery;
    const std::string office = new_office(command.inspection, command.changes);
    if (!office.empty() && office != notebook.inspection().office_recipient) {
        // A key that is no key was refused where it was typed; here it only means that nobody can recover with it.
        // The copy is made first: once the changes are in the log, nothing may fail any more.
        if (const auto recipient = age::parse_recipient(office); recipient) {
            if (auto added = add_recovery_copy(**book, {*recipient}, recovery); !added) return pass_on(added.error());
        }
    }
    auto written = append(**book, command.number, *changes, now);
    if (written) std::ranges::move(recovery, std::back_inserter(written->rows));
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
    if (auto good = check_changes((*book)->notebook, {splice}); !good) return pass_on(good.error());
    auto written = append(**book, command.number, {splice}, now);
    if (written) {
        last_edits_[key] = {command.number, {vault_.device(), (*book)->log.head(vault_.device()).next_seq - 1}};
    }
    return written;
}

void Session::only_read(const std::string& why) {
    for (auto& [id, book] : books_) book.read_only = why;
}

void Session::forget(InspectionId inspection) {
    vault_.forget_inspection(inspection);
    const auto book = books_.find(inspection);
    if (book == books_.end()) return;
    for (const auto& [item, content] : book->second.notebook.items().all()) {
        std::erase_if(last_edits_, [&](const auto& edit) { return edit.first.first == item; });
    }
    books_.erase(book);
}

Bytes Session::seal_place(ByteView place) const {
    return vault_.seal_own(associated_data_of_place(), place, random_);
}

Bytes Session::open_place(ByteView sealed) const {
    return vault_.open_own(associated_data_of_place(), sealed).value_or(Bytes());
}

Row Session::set_lock_times(LockTimes times) {
    settings_.lock_times = times;
    const RowPlace place{RowKind::settings, {}, vault_.device(), ++last_settings_};
    return {place, vault_.seal_own(associated_data(place), encode(settings_), random_)};
}

}  // namespace daybook
