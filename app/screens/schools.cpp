#include "app/screens/schools.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/widgets/alert_card.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "core/base/csv.h"
#include "core/base/letters.h"

namespace daybook {
namespace {

// Systems disagree about what kind of file a list is.
constexpr std::string_view accepted =
    ".csv,text/csv,text/comma-separated-values,application/csv,application/vnd.ms-excel";

/// A school with the groups that it is in.
struct Listed {
    const School* school;
    std::vector<std::string> groups;
};

/// Those that are retired come last.
std::vector<Listed> listed_schools(const View& view) {
    std::vector<Listed> all;
    for (const School* school : view.book.schools().all())
        all.push_back({school, groups_of(view.book.pack(), *school)});
    std::ranges::stable_partition(all, [](const Listed& one) { return !one.school->retired; });
    return all;
}

std::size_t in_use(const View& view) {
    return static_cast<std::size_t>(
        std::ranges::count_if(view.book.schools().all(), [](const School* one) { return !one->retired; }));
}

void what_came_of_the_file(Ui& ui, const View& view, const SchoolsDesk& desk, Wishes wishes) {
    alert_card(ui, "complaint", desk.complaint);
    status_words(ui, "imported", desk.imported);
    if (desk.imported.empty() || !view.can_undo) return;
    if (button(ui, {.label = ui.say(Word::order_undo), .look = Look::quiet, .icon = Icon::undo, .hangs = true}))
        wishes.orders.push_back(Order::undo);
}

/// The same until it is there, so that what was typed of it is not lost by looking elsewhere.
ItemId school_to_add(const View& view, SchoolsDesk& desk, Wishes wishes) {
    const bool is_free = !desk.adding.is_nil() && view.book.schools().find(desk.adding) == nullptr;
    if (!is_free) desk.adding = new_id<ItemId>(wishes.random);
    return desk.adding;
}

void ways_in(Ui& ui, const View& view, SchoolsDesk& desk, Window& window, Wishes wishes) {
    const bool is_empty = view.book.schools().size() == 0;
    const Row row(ui);
    if (button(ui, {.label = ui.say(Word::schools_import), .look = is_empty ? Look::primary : Look::secondary})) {
        desk.complaint.clear();
        desk.imported.clear();
        window.choose_file({.number = ++desk.asked, .accept = accepted, .most_bytes = CsvLimits::bytes});
    }
    if (button(ui, {.label = ui.say(Word::schools_add), .icon = Icon::plus}))
        wishes.route.enter({.place = Place::school, .school = school_to_add(view, desk, wishes)});
}

bool is_in(const Listed& one, std::string_view group) {
    return !one.school->retired && std::ranges::contains(one.groups, group);
}

bool is_in_none(const Listed& one) {
    return !one.school->retired && one.groups.empty();
}

/// How many are in each group; pressed, a group is shown alone.
void group_counts(Ui& ui, const View& view, SchoolsDesk& desk, const std::vector<Listed>& all) {
    const Pack& pack = view.book.pack();
    if (pack.survey_groups.empty()) return;
    caption(ui, ui.say(Word::schools_groups));
    const Part group(ui, "groups", Role::group, ui.say(Word::schools_groups));
    {
        const Row row(ui);
        for (const SurveyGroup& one : pack.survey_groups) {
            const auto count = std::ranges::count_if(all, [&](const Listed& school) { return is_in(school, one.id); });
            const std::string label =
                ui.say(phrase::schools_group_count{.group = one.short_name, .number = std::to_string(count)});
            const bool on = desk.group == one.id;
            if (chip(ui, {.label = label, .on = on, .key = one.id})) {
                desk.group = on ? std::string() : one.id;
                desk.without_group = false;
            }
        }
        const auto none = std::ranges::count_if(all, is_in_none);
        const std::string label = ui.say(phrase::schools_group_count{
            .group = std::string(ui.say(Word::schools_no_group)), .number = std::to_string(none)});
        if (chip(ui, {.label = label, .on = desk.without_group, .key = "none"})) {
            desk.without_group = !desk.without_group;
            desk.group.clear();
        }
    }
    ui.layout.space(16);
}

std::vector<Listed> wanted_of(std::vector<Listed> all, const SchoolsDesk& desk) {
    const std::string plain = plain_letters(desk.query);
    std::erase_if(all, [&](const Listed& one) {
        if (!desk.group.empty() && !is_in(one, desk.group)) return true;
        if (desk.without_group && !is_in_none(one)) return true;
        return !plain.empty() && !plain_letters(one.school->facts.name).contains(plain) &&
               !one.school->facts.urn.contains(plain);
    });
    return all;
}

void school_row(Ui& ui, RowList& list, const Pack& pack, const Listed& one, Wishes wishes) {
    const Palette& palette = ui.theme.palette;
    const School& school = *one.school;
    std::vector<Badge> badges;
    if (school.retired) {
        badges.push_back(
            {.text = ui.say(Word::schools_retired), .colour = palette.quiet, .shown = Badge::Shown::words});
    }
    for (const std::string& id : one.groups) {
        badges.push_back(
            {.text = pack.survey_group(id)->short_name, .colour = palette.accent, .shown = Badge::Shown::words});
    }
    const std::string meta = school_line(ui.say, school);
    if (list.row({.key = school.id.hex(),
                  .title = school.facts.name,
                  .meta = meta,
                  .badges = badges,
                  .faded = school.retired}))
        wishes.route.enter({.place = Place::school, .school = school.id});
}

void the_list(Ui& ui, const View& view, SchoolsDesk& desk, Wishes wishes) {
    const std::vector<Listed> all = listed_schools(view);
    group_counts(ui, view, desk, all);
    field(ui,
          {.label = ui.say(Word::schools_find),
           .kind = FieldKind::search,
           .placeholder = ui.say(Word::schools_find),
           .label_shown = FieldLook::Label::hidden},
          desk.query);
    const std::vector<Listed> wanted = wanted_of(all, desk);
    const bool is_part = wanted.size() < all.size();
    status_words(ui, "shown",
                 is_part ? ui.say(phrase::schools_shown{.count = wanted.size(), .all = std::to_string(all.size())})
                         : std::string());
    ui.layout.space(8);
    RowList list(ui, "schools", ui.say(Word::schools_title));
    list.each(wanted.size(), [&](std::size_t index) { school_row(ui, list, view.book.pack(), wanted[index], wishes); });
}

}  // namespace

void SchoolsDesk::take(SchoolList read, std::string name) {
    list = std::move(read);
    file = std::move(name);
    retired = RetiredSchools::stay;
    complaint.clear();
    imported.clear();
}

std::string group_names(const Words& say, const Pack& pack, const std::vector<std::string>& groups) {
    if (groups.empty()) return std::string(say(Word::schools_no_group));
    std::string names;
    for (const std::string& id : groups) {
        const std::string& name = pack.survey_group(id)->short_name;
        names = names.empty() ? name : say(phrase::common_semicolon{.first = names, .second = name});
    }
    return names;
}

std::string school_line(const Words& say, const School& school) {
    std::string line;
    for (const std::string* part : {&school.facts.phase, &school.facts.type, &school.facts.rating}) {
        if (part->empty()) continue;
        line = line.empty() ? *part : say(phrase::common_dot{.first = line, .second = *part});
    }
    return line;
}

std::string schools_words(const Words& say, const View& view) {
    if (view.book.schools().size() == 0) return std::string(say(Word::more_schools_none));
    return say(phrase::count_schools{.count = in_use(view)});
}

void schools_screen(Ui& ui, const View& view, SchoolsDesk& desk, Window& window, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id(), .asked = desk.asked};
    desk.list.reset();
    const Panel panel(ui, "schools", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::schools_title), 1);
    ui.layout.space(2);
    const bool is_empty = view.book.schools().size() == 0;
    if (is_empty) {
        paragraph(ui, ui.say(Word::schools_none));
        note(ui, ui.say(Word::schools_columns));
    } else {
        note(ui, ui.say(phrase::count_schools{.count = in_use(view)}));
    }
    ui.layout.space(16);
    if (view.custody.can_be_written()) ways_in(ui, view, desk, window, wishes);
    ui.layout.space(8);
    what_came_of_the_file(ui, view, desk, wishes);
    if (is_empty) return;
    ui.layout.space(24);
    the_list(ui, view, desk, wishes);
}

}  // namespace daybook
