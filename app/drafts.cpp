#include "app/drafts.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/notebook/edits.h"

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
    if (draft.field == words::note) return edits::create_check(draft.inspection, draft.list, draft.item);
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
    draft.list = list;
    draft.item = item;
    return draft;
}

Draft& Drafts::open_text(const Notebook& book, ItemId item, std::string_view field) {
    const auto [place, is_new] = drafts_.try_emplace(item);
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
    for (const auto& [entry, draft] : drafts_) {
        if (draft.first_unsent && (!earliest || due_of(draft) < *earliest)) earliest = due_of(draft);
    }
    return earliest;
}

void Drafts::send_due(Instant now, Outbox& out) {
    for (auto& [entry, draft] : drafts_) {
        if (draft.first_unsent && due_of(draft) <= now) send(draft, out);
    }
}

void Drafts::send_all(Outbox& out) {
    for (auto& [entry, draft] : drafts_) {
        if (draft.first_unsent) send(draft, out);
    }
}

bool Drafts::has_unsent() const {
    return std::ranges::any_of(drafts_, [](const auto& one) { return one.second.first_unsent.has_value(); });
}

void Drafts::appended(std::uint64_t number, std::span<const Revision> revisions) {
    for (auto& [entry, draft] : drafts_) {
        if (std::erase(draft.on_the_way, number) == 0 || number != draft.last_splice) continue;
        draft.last_splice = 0;
        draft.refusals = 0;
        for (const Revision& revision : revisions) {
            if (splice_of(draft, revision) != nullptr) draft.bases = {revision.ref()};
        }
    }
}

std::optional<InspectionId> Drafts::waiting_for(std::uint64_t number) const {
    for (const auto& [entry, draft] : drafts_) {
        if (std::ranges::contains(draft.on_the_way, number)) return draft.inspection;
    }
    return std::nullopt;
}

void Drafts::refused(std::uint64_t number, const Notebook& book, Instant now) {
    for (auto& [entry, draft] : drafts_) {
        if (!std::ranges::contains(draft.on_the_way, number)) continue;
        begin(draft, book);
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
