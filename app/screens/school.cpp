#include "app/screens/school.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/screens/evidence_forms.h"
#include "app/screens/schools.h"
#include "app/widgets/alert_card.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "core/base/blank.h"
#include "core/notebook/edits.h"
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/school_edits.h"

namespace daybook {
namespace {

struct FactField {
    std::string_view field;
    std::string SchoolFacts::* fact;
    Word label;
};
constexpr std::array<FactField, 6> fact_fields{
    {{words::school_name, &SchoolFacts::name, Word::school_name},
     {words::school_urn, &SchoolFacts::urn, Word::school_urn},
     {words::school_phase, &SchoolFacts::phase, Word::school_phase},
     {words::school_type, &SchoolFacts::type, Word::school_type},
     {words::school_rating, &SchoolFacts::rating, Word::school_rating},
     {words::school_authority, &SchoolFacts::authority, Word::school_authority}}};

SchoolFacts with_typed(SchoolFacts facts, const SchoolDraft& draft) {
    for (const FactField& one : fact_fields) {
        const auto typed = draft.typed.find(one.field);
        if (typed != draft.typed.end()) facts.*one.fact = trimmed(typed->second);
    }
    return facts;
}

void fact_field(Ui& ui, SchoolDraft& draft, const FactField& one, const std::string& known) {
    const auto typed = draft.typed.find(one.field);
    std::string value = typed == draft.typed.end() ? known : typed->second;
    const bool is_urn = one.field == words::school_urn;
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(one.label),
                                    .hint = is_urn ? ui.say(Word::school_urn_about) : std::string_view(),
                                    .key = one.field},
                                   value);
    if (!touch.state.changed) return;
    if (!draft.complaint.empty()) ui.attention.moved = true;
    draft.complaint.clear();
    if (trimmed(value) == known) {
        draft.typed.erase(std::string(one.field));
    } else {
        draft.typed.insert_or_assign(std::string(one.field), value);
    }
}

void save(const View& view, const School* school, ItemId id, SchoolDraft& draft, const Words& say, Wishes wishes) {
    const SchoolFacts facts = with_typed(school == nullptr ? SchoolFacts{} : school->facts, draft);
    // Asked of the place's own id: a school that has this number already is another one, whatever id this one gets.
    if (const auto good = edits::check_school(view.book, id, facts); !good) {
        draft.complaint = say.translated(good.error().what);
        return;
    }
    draft = {};
    if (school != nullptr) {
        wishes.out.edit(view.book.id(), edits::correct_school(*school, facts));
        return;
    }
    // What has a number has the id that everybody makes of it.
    const ItemId added = facts.urn.empty() ? id : school_id(view.book.id(), facts.urn);
    wishes.out.edit(view.book.id(), edits::add_school(added, facts));
    wishes.route.go_back();
}

void facts_to_write(Ui& ui, const View& view, const School* school, ItemId id, SchoolDraft& draft, Wishes wishes) {
    const SchoolFacts known = school == nullptr ? SchoolFacts{} : school->facts;
    for (const FactField& one : fact_fields) {
        // Once there is one it stays: whoever has the wrong number retires the school and types in the right one.
        if (one.field == words::school_urn && !known.urn.empty()) continue;
        fact_field(ui, draft, one, known.*one.fact);
    }
    ui.layout.space(8);
    alert_card(ui, "complaint", draft.complaint);
    const std::string_view label = ui.say(school == nullptr ? Word::school_add : Word::school_save);
    if (!button(ui, {.label = label, .look = Look::primary, .disabled = draft.typed.empty()})) return;
    save(view, school, id, draft, ui.say, wishes);
}

void facts_to_read(Ui& ui, const School& school) {
    for (const FactField& one : fact_fields) {
        if ((school.facts.*one.fact).empty() || one.field == words::school_name || one.field == words::school_urn)
            continue;
        const Scope scope(one.field);
        caption(ui, ui.say(one.label));
        paragraph(ui, school.facts.*one.fact);
    }
}

void groups(Ui& ui, const View& view, const School& school, Wishes wishes) {
    const Pack& pack = view.book.pack();
    if (pack.survey_groups.empty()) return;
    ui.layout.space(32);
    heading(ui, ui.say(Word::schools_groups), 2);
    const std::string derived = group_names(ui.say, pack, derived_groups(pack, school.facts));
    note(ui, school.grouped_by_hand ? ui.say(phrase::school_by_hand{.groups = derived})
                                    : std::string(ui.say(Word::school_derived)));
    ui.layout.space(16);
    const auto now = groups_of(pack, school);
    if (!view.custody.can_be_written()) {
        paragraph(ui, group_names(ui.say, pack, now));
        return;
    }
    {
        const Part group(ui, "groups", Role::group, ui.say(Word::schools_groups));
        const Row row(ui);
        for (const SurveyGroup& one : pack.survey_groups) {
            const bool on = std::ranges::contains(now, one.id);
            if (chip(ui, {.label = one.short_name, .on = on, .key = one.id}))
                wishes.out.edit(view.book.id(), edits::set_school_group(pack, school, one.id, !on));
        }
    }
    ui.layout.space(8);
    for (const SurveyGroup& one : pack.survey_groups) {
        if (std::ranges::contains(now, one.id))
            note(ui, ui.say(phrase::school_group_about{.about = one.name, .source = one.source}));
    }
    if (!school.grouped_by_hand) return;
    ui.layout.space(8);
    if (button(ui, {.label = ui.say(Word::school_as_list), .look = Look::quiet, .hangs = true}))
        wishes.out.edit(view.book.id(), edits::group_as_derived(school.id));
}

void which_inspection(Ui& ui, const View& view, const School& school, Wishes wishes) {
    const EvidenceForms& asked = view.book.pack().evidence_forms;
    const SchoolInspection* now = asked.inspection(school.inspection);
    if (!view.custody.can_be_written()) {
        paragraph(ui, now == nullptr ? ui.say(Word::school_no_inspection) : std::string_view(now->name));
        return;
    }
    const Part group(ui, "inspection", Role::group, ui.say(Word::school_inspection));
    const Row row(ui);
    for (const SchoolInspection& one : asked.inspections) {
        const bool on = school.inspection == one.id;
        if (chip(ui, {.label = one.short_name, .on = on, .name = one.name, .key = one.id}))
            wishes.out.edit(view.book.id(), edits::set_school_inspection(school.id, on ? std::string() : one.id));
    }
}

void inspection(Ui& ui, const View& view, const School& school, Wishes wishes) {
    const EvidenceForms& asked = view.book.pack().evidence_forms;
    if (asked.empty()) return;
    ui.layout.space(32);
    heading(ui, ui.say(Word::school_inspection), 2);
    note(ui, ui.say(Word::school_inspection_about));
    ui.layout.space(16);
    which_inspection(ui, view, school, wishes);
    if (const SchoolInspection* now = asked.inspection(school.inspection)) {
        ui.layout.space(8);
        note(ui, ui.say(phrase::school_group_about{.about = now->name, .source = now->source}));
        if (now->excluded) paragraph(ui, ui.say(phrase::forms_is_excluded{.source = now->source}));
    }
    const FocusedSchool focused = focused_school(view.book, school);
    if (focused.talks.empty()) return;
    ui.layout.space(16);
    const std::string_view title = ui.say(Word::forms_title);
    const std::string progress = evidence_forms_words(ui.say, view.book, school);
    RowList list(ui, "forms", title);
    if (list.row({.key = "forms", .title = title, .words = focused.counts() ? std::string_view(progress) : ""}))
        wishes.route.enter({.place = Place::evidence_form, .school = school.id});
}

void retiring(Ui& ui, const View& view, const School& school, Wishes wishes) {
    if (!view.custody.can_be_written()) return;
    ui.layout.space(32);
    if (!school.retired) note(ui, ui.say(Word::school_retire_about));
    ui.layout.space(8);
    if (button(ui, {.label = ui.say(school.retired ? Word::school_bring_back : Word::school_retire)}))
        wishes.out.edit(view.book.id(), edits::set_retired(school.id, !school.retired));
}

}  // namespace

void school_screen(Ui& ui, const View& view, ItemId id, SchoolDesk& desk, Wishes wishes) {
    const Scope scope(id.hex());
    SchoolDraft& draft = desk.drafts[id];
    const School* school = view.book.schools().find(id);
    const Panel panel(ui, "school", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, school == nullptr ? ui.say(Word::schools_add) : std::string_view(school->facts.name), 1);
    ui.layout.space(2);
    if (school != nullptr && !school->facts.urn.empty())
        note(ui, ui.say(phrase::school_has_urn{.urn = school->facts.urn}));
    if (school != nullptr && school->retired) note(ui, ui.say(Word::school_is_retired));
    ui.layout.space(24);
    if (view.custody.can_be_written()) {
        facts_to_write(ui, view, school, id, draft, wishes);
    } else if (school != nullptr) {
        facts_to_read(ui, *school);
    }
    if (school == nullptr) return;
    inspection(ui, view, *school, wishes);
    groups(ui, view, *school, wishes);
    retiring(ui, view, *school, wishes);
}

}  // namespace daybook
