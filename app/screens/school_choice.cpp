#include "app/screens/school_choice.h"

#include <algorithm>
#include <vector>

#include "app/screens/schools.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "core/base/letters.h"

namespace daybook {
namespace {

constexpr std::size_t most_shown = 5;

std::vector<const School*> with_words(const std::vector<const School*>& schools, const std::string& query) {
    const std::size_t first = query.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    const std::string plain =
        plain_letters(std::string_view(query).substr(first, query.find_last_not_of(' ') + 1 - first));
    std::vector<const School*> found;
    std::ranges::copy_if(schools, std::back_inserter(found), [&](const School* one) {
        return plain_letters(one->facts.name).contains(plain) || one->facts.urn.starts_with(plain);
    });
    return found;
}

std::optional<ItemId> the_chosen_one(Ui& ui, const Notebook& book, ItemId chosen) {
    const School* school = book.schools().find(chosen);
    const std::string name = school == nullptr ? std::string(ui.say(Word::find_unknown_school)) : school->facts.name;
    caption(ui, ui.say(Word::meeting_school));
    const bool pressed = chip(ui, {.label = name,
                                   .icon = Icon::close,
                                   .on = true,
                                   .name = ui.say(phrase::meeting_school_take{.school = name}),
                                   .key = "school"});
    return pressed ? std::optional(ItemId{}) : std::nullopt;
}

}  // namespace

std::optional<ItemId> school_choice(Ui& ui, const Notebook& book, std::string& query, ItemId chosen) {
    if (!chosen.is_nil()) return the_chosen_one(ui, book, chosen);
    auto schools = book.schools().all();
    std::erase_if(schools, [](const School* one) { return one->retired; });
    if (schools.empty()) return std::nullopt;
    field(ui, {.label = ui.say(Word::meeting_school), .hint = ui.say(Word::meeting_school_hint)}, query);
    if (query.find_first_not_of(' ') == std::string::npos) return std::nullopt;
    const auto found = with_words(schools, query);
    if (found.empty()) {
        note(ui, ui.say(Word::meeting_school_none));
        return std::nullopt;
    }
    std::optional<ItemId> pressed;
    {
        RowList list(ui, "schools", ui.say(Word::meeting_school_found));
        for (std::size_t index = 0; index < std::min(found.size(), most_shown); ++index) {
            const School& one = *found[index];
            const std::string meta = school_line(ui.say, one);
            if (list.row({.key = one.id.hex(), .title = one.facts.name, .meta = meta})) pressed = one.id;
        }
    }
    if (found.size() > most_shown) note(ui, ui.say(phrase::meeting_school_more{.count = found.size() - most_shown}));
    if (pressed) query.clear();
    return pressed;
}

}  // namespace daybook
