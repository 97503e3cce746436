#include "core/notebook/check.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/crypto/primitives.h"
#include "core/log/cbor.h"
#include "core/notebook/notebook.h"

namespace daybook {
namespace {

using namespace check_states;

constexpr std::array of_checks{done, not_done, not_applicable};
constexpr std::array of_documents{asked, received, read, not_available};
constexpr std::array of_criteria{applies, does_not_apply};

}  // namespace

std::span<const std::string_view> states_of(Checklist::Form form) {
    switch (form) {
        case Checklist::Form::checks:
            return of_checks;
        case Checklist::Form::documents:
            return of_documents;
        case Checklist::Form::criteria:
            break;
    }
    return of_criteria;
}

bool is_settled(Checklist::Form form, std::string_view state) {
    switch (form) {
        case Checklist::Form::checks:
            return state == done || state == not_applicable;
        case Checklist::Form::documents:
            return state == read || state == not_available;
        case Checklist::Form::criteria:
            break;
    }
    return state == applies || state == does_not_apply;
}

ItemId check_id(InspectionId inspection, std::string_view list, std::string_view item) {
    CborWriter writer;
    writer.array(4);
    writer.text("daybook check 1");
    writer.bytes(inspection.bytes);
    writer.text(list);
    writer.text(item);
    const Hash32 hash = blake2b_256(writer.written());
    ItemId id;
    std::ranges::copy(ByteView(hash).first(ItemId::size), id.bytes.begin());
    return id;
}

CheckedItem check_from(const Item& item) {
    CheckedItem check{.id = item.id,
                      .list = item.text_field(words::check_list),
                      .item = item.text_field(words::check_item),
                      .state = item.text_field(words::check_state),
                      .said = std::nullopt,
                      .note = {},
                      .versions = {}};
    const auto state = item.fields.find(std::string(words::check_state));
    if (state != item.fields.end() && !state->second.history.empty()) {
        const Stamped& last = state->second.history.back();
        check.said = CheckedItem::Said{last.author, last.written_at};
    }
    if (const Text* note = item.text(words::note); note != nullptr) {
        check.note = std::string(note->words());
        check.versions = note->heads();
    }
    return check;
}

std::size_t CheckCount::of(std::string_view state) const {
    const auto found = said.find(state);
    return found == said.end() ? 0 : found->second;
}

CheckCount count_checks(const Notebook& book, const Checklist& list) {
    CheckCount count{.all = list.items.size(), .open = 0, .settled = 0, .said = {}};
    for (const ChecklistItem& item : list.items) {
        const CheckedItem* check = book.check(list.id, item.id);
        if (check == nullptr || check->state.empty()) {
            ++count.open;
            continue;
        }
        ++count.said[check->state];
        if (is_settled(list.form, check->state)) ++count.settled;
    }
    return count;
}

std::vector<const CheckedItem*> checks_beyond_pack(const Notebook& book) {
    std::set<ItemId> known;
    for (const Checklist& list : book.pack().checklists) {
        for (const ChecklistItem& item : list.items) known.insert(check_id(book.id(), list.id, item.id));
    }
    std::vector<const CheckedItem*> beyond;
    for (const auto& [id, check] : book.checks()) {
        if (!known.contains(id)) beyond.push_back(&check);
    }
    return beyond;
}

}  // namespace daybook
