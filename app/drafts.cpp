#include "app/drafts.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/notebook/edits.h"
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/survey_edits.h"

namespace daybook {
namespace {

Instant later(Instant moment, std::int64_t ms) {
    return {moment.unix_ms + ms};
}

Instant due_of(const Draft& draft) {
    return std::min(later(*draft.first_unsent, Drafts::patience_ms), later(*draft.last_key, Drafts::pause_ms));
}

/// What brings it into being.
std::vector<Change> creation_of(const Draft& draft) {
    if (!draft.creation.empty()) return draft.creation;
    if (draft.field == words::gist) return edits::create_drawing(draft.entry, draft.activity);
    return edits::create_entry(draft.entry, draft.activity);
}

const Splice* splice_of(const Draft& draft, const Revision& revision) {
    const auto* splice = std::get_if<Splice>(&revision.change);
    if (splice == nullptr || splice->item != draft.entry || splice->field != draft.field) return nullptr;
    return splice;
}

}  // namespace

void Drafts::begin(Draft& draft, const Notebook& book) {
    const Item* item = book.items().find(draft.entry);
    const Text* text = item == nullptr ? nullptr : item->text(draft.field);
    draft.exists = item != nullptr && item->created;
    draft.sent = text == nullptr ? std::string() : std::string(text->words());
    draft.bases.clear();
    if (text != nullptr && !text->heads().empty()) draft.bases.push_back(text->heads().back().ref);
    draft.on_the_way.clear();
    draft.last_splice = 0;
}

Draft& Drafts::open(const Notebook& book, ItemId entry, ItemId activity) {
    Draft& draft = open_text(book, entry, words::prose);
    draft.activity = activity;
    return draft;
}

Draft& Drafts::open_impact(const Notebook& book, const Entry& entry) {
    Draft& draft = open_text(book, entry.id, words::impact);
    draft.activity = entry.activity;
    // What the first samples have in a field becomes a text with the first letter that is typed.
    const bool is_field = draft.bases.empty() && draft.on_the_way.empty() && !draft.first_unsent;
    if (is_field && draft.text.empty()) draft.text = entry.impact;
    return draft;
}

Draft& Drafts::open_gist(const Notebook& book, ItemId attachment) {
    return open_text(book, attachment, words::gist);
}

Draft& Drafts::open_drawing(const Notebook& book, ItemId drawing, ItemId entry) {
    Draft& draft = open_text(book, drawing, words::gist);
    draft.activity = entry;
    return draft;
}

Draft& Drafts::open_check(const Notebook& book, const std::string& list, const std::string& item) {
    Draft& draft = open_text(book, check_id(book.id(), list, item), words::note);
    draft.creation = edits::create_check(book.id(), list, item);
    return draft;
}

Draft& Drafts::open_form(const Notebook& book, ItemId school, const std::string& talk, std::string_view field) {
    Draft& draft = open_text(book, form_id(book.id(), school, talk), field);
    draft.creation = edits::create_form(book.id(), school, talk);
    return draft;
}

Draft& Drafts::open_survey_call(const Notebook& book, ItemId school, std::string_view field) {
    Draft& draft = open_text(book, survey_call_id(book.id(), school), field);
    draft.creation = edits::create_survey_call(book.id(), school);
    return draft;
}

Draft& Drafts::open_record(const Notebook& book, ItemId activity, std::string_view field) {
    return open_text(book, activity, field);
}

Draft& Drafts::open_text(const Notebook& book, ItemId item, std::string_view field) {
    const auto [place, is_new] = drafts_.try_emplace(std::pair(item, std::string(field)));
    Draft& draft = place->second;
    const bool settled = draft.on_the_way.empty() && !draft.first_unsent && draft.text == draft.sent;
    if (!is_new && !settled) return draft;
    if (is_new) {
        draft.inspection = book.id();
        draft.entry = item;
        draft.field = field;
    }
    begin(draft, book);
    draft.text = draft.sent;
    return draft;
}

void Drafts::typed(Draft& draft, Instant now) {
    if (!draft.first_unsent) draft.first_unsent = now;
    draft.last_key = now;
}

void Drafts::create(Draft& draft, Outbox& out) {
    // Another field of the same item may have brought it into being just now.
    draft.exists = std::ranges::any_of(
        drafts_, [&draft](const auto& one) { return one.second.entry == draft.entry && one.second.exists; });
    if (draft.exists) return;
    draft.on_the_way.push_back(out.edit(draft.inspection, creation_of(draft)));
    draft.exists = true;
}

void Drafts::send(Draft& draft, Outbox& out) {
    draft.first_unsent.reset();
    draft.last_key.reset();
    draft.text = to_valid_utf8(draft.text);
    if (draft.text == draft.sent) return;
    create(draft, out);
    TextDifference changed = difference(draft.sent, draft.text);
    send_splice(draft, changed, out);
    draft.sent = draft.text;
}

void Drafts::send_splice(Draft& draft, const TextDifference& changed, Outbox& out) {
    // What is pasted may be more than one change can hold, and is then several that build on one another.
    constexpr std::size_t most = RevisionBounds::value / 2;
    std::string_view rest = changed.inserted;
    std::uint64_t at = changed.at;
    std::uint64_t erased = changed.erased;
    do {
        const std::string_view piece = rest.size() <= most ? rest : rest.substr(0, character_start(rest, most));
        Splice splice{draft.entry, std::string(draft.field), {}, at, erased, std::string(piece)};
        if (draft.last_splice == 0) splice.bases = draft.bases;
        draft.last_splice = out.edit_text(draft.inspection, std::move(splice), draft.last_splice);
        draft.on_the_way.push_back(draft.last_splice);
        rest.remove_prefix(piece.size());
        at += piece.size();
        erased = 0;
    } while (!rest.empty());
}

std::optional<Instant> Drafts::due() const {
    std::optional<Instant> earliest;
    for (const auto& [of, draft] : drafts_) {
        if (draft.first_unsent && (!earliest || due_of(draft) < *earliest)) earliest = due_of(draft);
    }
    return earliest;
}

void Drafts::send_due(Instant now, Outbox& out) {
    for (auto& [of, draft] : drafts_) {
        if (draft.first_unsent && due_of(draft) <= now) send(draft, out);
    }
}

void Drafts::send_all(Outbox& out) {
    for (auto& [of, draft] : drafts_) {
        if (draft.first_unsent) send(draft, out);
    }
}

bool Drafts::has_unsent() const {
    return std::ranges::any_of(drafts_, [](const auto& one) { return one.second.first_unsent.has_value(); });
}

bool Drafts::is_at_rest(ItemId item) const {
    return std::ranges::none_of(drafts_, [item](const auto& one) {
        return one.first.first == item && (!one.second.on_the_way.empty() || one.second.first_unsent);
    });
}

void Drafts::appended(std::uint64_t number, std::span<const Revision> revisions) {
    for (auto& [of, draft] : drafts_) {
        if (std::erase(draft.on_the_way, number) == 0 || number != draft.last_splice) continue;
        draft.last_splice = 0;
        draft.refusals = 0;
        for (const Revision& revision : revisions) {
            if (splice_of(draft, revision) != nullptr) draft.bases = {revision.ref()};
        }
    }
}

std::optional<InspectionId> Drafts::waiting_for(std::uint64_t number) const {
    for (const auto& [of, draft] : drafts_) {
        if (std::ranges::contains(draft.on_the_way, number)) return draft.inspection;
    }
    return std::nullopt;
}

void Drafts::refused(std::uint64_t number, const Notebook& book, Instant now) {
    for (auto& [of, draft] : drafts_) {
        if (!std::ranges::contains(draft.on_the_way, number)) continue;
        begin(draft, book);
        // Whichever field is sent next brings it into being again.
        for (auto& [other, sibling] : drafts_) {
            if (sibling.entry == draft.entry) sibling.exists = draft.exists;
        }
        if (draft.text == draft.sent) continue;
        const std::int64_t wait = after_refusal_ms << std::min(draft.refusals++, 5);
        draft.first_unsent = later(now, wait - patience_ms);
        draft.last_key = later(now, wait - pause_ms);
    }
}

void Drafts::forget_others(ItemId kept) {
    std::erase_if(drafts_, [kept](const auto& one) {
        const Draft& draft = one.second;
        return draft.entry != kept && draft.on_the_way.empty() && !draft.first_unsent;
    });
}

void Drafts::forget_all_of(InspectionId inspection) {
    std::erase_if(drafts_, [inspection](const auto& one) { return one.second.inspection == inspection; });
}

}  // namespace daybook
