#include "core/engine/anchoring.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace daybook {
namespace {

/// The entry that a passage belongs to, as `changes` say it, or the notebook.
ItemId entry_of(const Notebook& notebook, const std::vector<Change>& changes, ItemId passage) {
    for (const Change& change : changes) {
        const auto* field = std::get_if<SetField>(&change);
        if (field == nullptr || field->item != passage || field->field != words::of_item) continue;
        const auto* bytes = std::get_if<Bytes>(&field->value);
        return bytes == nullptr ? ItemId{} : ItemId::from_bytes(*bytes).value_or(ItemId{});
    }
    const Passage* known = notebook.passage(passage);
    return known == nullptr ? ItemId{} : known->entry;
}

bool is_passage(const Notebook& notebook, const std::vector<Change>& changes, ItemId item) {
    return notebook.passage(item) != nullptr ||
           std::ranges::contains(changes, Change(Create{item, std::string(words::passage)}));
}

Result<void> check_anchor(const Notebook& notebook, ItemId entry, const Anchor& anchor) {
    const Item* item = notebook.items().find(entry);
    const Text* text = item == nullptr ? nullptr : item->text(words::prose);
    const auto said = text == nullptr ? std::nullopt : text->version(anchor.version);
    if (!said) return fail(Errc::not_found, "The words that were marked are not in the notebook.");
    const auto [from, to] = anchor.range;
    if (from >= to || to > said->size() || character_start(*said, from) != from || character_start(*said, to) != to) {
        return fail(Errc::invalid, "What was marked is no part of the words that it was marked in.");
    }
    return {};
}

}  // namespace

Result<std::vector<Change>> with_anchors(const Notebook& notebook, std::vector<Change> changes,
                                         const VersionMade& made) {
    for (Change& change : changes) {
        auto* field = std::get_if<SetField>(&change);
        if (field == nullptr || field->field != words::anchor || !is_passage(notebook, changes, field->item)) continue;
        const auto* bytes = std::get_if<Bytes>(&field->value);
        auto anchor = decode_anchor(bytes == nullptr ? ByteView() : ByteView(*bytes));
        if (!anchor) return pass_on(anchor.error().while_doing("Marking the chosen words"));
        const ItemId entry = entry_of(notebook, changes, field->item);
        if (anchor->version.seq == 0) {
            anchor->version = made(entry).value_or(RevisionRef{});
            field->value = encode(*anchor);
        }
        if (auto good = check_anchor(notebook, entry, *anchor); !good) return pass_on(good.error());
    }
    return changes;
}

}  // namespace daybook
