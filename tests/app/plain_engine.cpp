#include "tests/app/plain_engine.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace daybook::testing {

/// Words that are marked as they are typed: their version is known here alone.
std::vector<Change> PlainEngine::with_versions(const Edit& edit) const {
    std::vector<Change> changes = edit.changes;
    for (Change& change : changes) {
        auto* field = std::get_if<SetField>(&change);
        if (field == nullptr || field->field != words::anchor) continue;
        auto anchor = decode_anchor(std::get<Bytes>(field->value));
        REQUIRE(anchor);
        if (edit.after != 0) anchor->version = made_.at(edit.after);
        field->value = encode(*anchor);
    }
    return changes;
}

Event PlainEngine::append(std::uint64_t number, InspectionId inspection, const std::vector<Change>& changes,
                          LocalTime now) {
    Appended appended{.number = number, .inspection = inspection, .revisions = {}};
    for (const Change& change : changes) {
        Revision revision;
        revision.inspection = inspection;
        revision.device.bytes[0] = 1;
        revision.seq = ++next_seq_[inspection];
        revision.stamp = {now.at.unix_ms + stamp_++, 0, revision.device};
        revision.author = "Ada Penn";
        revision.written_at = now;
        revision.change = change;
        if (const auto* splice = std::get_if<Splice>(&change)) {
            made_[number] = revision.ref();
            words_[splice->item] += splice->inserted;
        }
        if (const auto item = item_of(change)) of_[*item] = inspection;
        appended.revisions.push_back(encode(revision));
        revisions_[inspection].push_back(appended.revisions.back());
    }
    return appended;
}

ItemId PlainEngine::entry_with(std::string_view words) const {
    for (const auto& [item, text] : words_) {
        if (text.contains(words)) return item;
    }
    return {};
}

std::vector<Event> PlainEngine::answer_about_keys(const Command& command) {
    if (const auto* change = std::get_if<ChangePasscode>(&command)) {
        if (change->old_passcode != passcode) {
            return {
                Refused{0, static_cast<std::uint8_t>(Errc::wrong_key), "That passcode does not open this notebook."}};
        }
        passcode = change->new_passcode;
        return {PasscodeChanged{}};
    }
    if (const auto* times = std::get_if<SetLockTimes>(&command)) return {LockTimesChanged{times->times}};
    if (std::holds_alternative<SetQuickUnlock>(command)) return {QuickUnlockChanged{true}};
    if (std::holds_alternative<RemoveQuickUnlock>(command)) return {QuickUnlockChanged{false}};
    if (const auto* erase = std::get_if<EraseInspection>(&command)) {
        revisions_.erase(erase->inspection);
        return {Erased{erase->inspection}};
    }
    if (std::holds_alternative<TestStorage>(command)) {
        return {StorageTested{storage_complaint.empty(), storage_complaint}};
    }
    return {};
}

std::vector<Event> PlainEngine::answer(const Command& command, LocalTime now) {
    std::vector<Event> events = answer_about_keys(command);
    const auto durable = [&](std::uint64_t number) { events.emplace_back(Durable{number, now}); };
    if (const auto* create = std::get_if<CreateInspection>(&command)) {
        const ItemId root = Notebook::root(create->inspection);
        std::vector<Change> changes{Create{root, std::string(words::inspection)},
                                    SetField{root, std::string(words::pack), create->pack}};
        changes.insert(changes.end(), create->changes.begin(), create->changes.end());
        events.push_back(append(create->number, create->inspection, changes, now));
        durable(create->number);
    } else if (const auto* edit = std::get_if<Edit>(&command)) {
        events.push_back(append(edit->number, edit->inspection, with_versions(*edit), now));
        durable(edit->number);
    } else if (const auto* text = std::get_if<EditText>(&command)) {
        Splice splice = text->splice;
        if (text->after != 0) splice.bases = {made_.at(text->after)};
        events.push_back(append(text->number, text->inspection, {splice}, now));
        durable(text->number);
    } else if (const auto* added = std::get_if<AddAttachment>(&command)) {
        Attachment attachment;
        attachment.id = added->attachment;
        attachment.of = added->item;
        attachment.media_type = added->media_type;
        attachment.size = added->content.size();
        files_[added->attachment] = added->content;
        events.push_back(append(added->number, added->inspection, edits::add_attachment(attachment), now));
        durable(added->number);
    } else if (const auto* read = std::get_if<ReadAttachment>(&command)) {
        const auto file = files_.find(read->attachment);
        const bool is_there = file != files_.end() && file_complaint.empty();
        events.emplace_back(AttachmentRead{read->inspection, read->attachment, "image/jpeg",
                                           is_there ? file->second : Bytes(), is_there ? "" : file_complaint});
    } else if (const auto* wanted = std::get_if<Export>(&command)) {
        events.emplace_back(
            Exported{wanted->inspection, "daybook-01020304-01000000-001.age", Bytes(41'300, 7), 96, 9, 1});
    } else if (std::holds_alternative<Lock>(command)) {
        events.emplace_back(Status{EngineState::locked, ""});
    }
    return events;
}

}  // namespace daybook::testing
