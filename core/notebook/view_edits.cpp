#include "core/notebook/view_edits.h"

#include <algorithm>
#include <format>

#include "core/base/letters.h"

namespace daybook::edits {

std::vector<Change> save_view(ItemId id, const std::string& name, const std::string& query, const Criteria& criteria) {
    std::vector<Change> changes{Create{id, std::string(words::view)},
                                SetField{id, std::string(words::view_name), name}};
    if (!query.empty()) changes.emplace_back(SetField{id, std::string(words::view_query), query});
    for (const Filter filter : all_filters) {
        for (const std::string& value : criteria.of(filter))
            changes.emplace_back(SetMember{id, std::string(filter_word(filter)), value, true});
    }
    return changes;
}

std::vector<Change> rename_view(ItemId id, const std::string& name) {
    return {SetField{id, std::string(words::view_name), name}};
}

Result<void> check_view_name(const Notebook& book, ItemId id, const std::string& name) {
    if (name.find_first_not_of(' ') == std::string::npos) return fail(Errc::invalid, "Give it a name.");
    if (name.size() > SavedViewBounds::name)
        return fail(Errc::invalid, std::format("Shorten what is longer than {} letters.", SavedViewBounds::name));
    const std::string plain = plain_letters(name);
    const bool taken = std::ranges::any_of(book.saved_views(), [&](const SavedView* one) {
        return one->id != id && !one->retired && plain_letters(one->name) == plain;
    });
    if (taken) return fail(Errc::invalid, "Another view has this name already.");
    return {};
}

}  // namespace daybook::edits
