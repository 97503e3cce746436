#include <charconv>
#include <chrono>

#include "app/screens/sample_parcels.h"
#include "core/base/time.h"
#include "core/notebook/edits.h"
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/plan_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/survey_edits.h"

namespace daybook {
namespace {

constexpr std::int64_t minute = 60'000;

/// The first words of a field that is a text.
std::vector<Change> first_words(ItemId item, std::string_view field, const std::string& words) {
    if (words.empty()) return {};
    return {Splice{item, std::string(field), {}, 0, 0, words}};
}

/// After midnight, of "09:30".
int minutes_of(const std::string& time) {
    int hours = 0;
    int past = 0;
    std::from_chars(time.data(), time.data() + 2, hours);
    std::from_chars(time.data() + 3, time.data() + time.size(), past);
    return hours * 60 + past;
}

void add_check(const SampleCheck& check, InspectionId inspection, SampleParcels& parcels) {
    const ItemId id = check_id(inspection, check.list, check.item);
    parcels.add(edits::create_check(inspection, check.list, check.item));
    parcels.add(edits::set_check_state(id, check.state));
    parcels.add(first_words(id, words::note, check.note));
    parcels.item_ends();
}

void add_declaration(const SampleDeclaration& said, const RandomSource& random, SampleParcels& parcels) {
    Declaration declaration;
    declaration.id = new_id<ItemId>(random);
    declaration.who = said.who;
    declaration.what = said.what;
    declaration.day = said.day;
    declaration.decided = said.decided;
    parcels.add(edits::add_declaration(declaration));
    parcels.item_ends();
}

void add_form(const SampleForm& form, InspectionId inspection, SampleParcels& parcels) {
    const ItemId school = school_id(inspection, form.school);
    const ItemId id = form_id(inspection, school, form.talk);
    parcels.add(edits::create_form(inspection, school, form.talk));
    parcels.add(edits::set_form_state(id, form.state));
    if (!form.medium.empty()) parcels.add(edits::set_form_medium(id, form.medium));
    for (const std::string& role : form.people) parcels.add(edits::set_form_person(id, role, true));
    parcels.add(first_words(id, words::form_efforts, form.efforts));
    for (const auto& [theme, said] : form.themes) parcels.add(first_words(id, theme_field(theme), said));
    parcels.item_ends();
}

void add_call(const SampleInspection& sample, const SampleCall& call, InspectionId inspection, SampleParcels& parcels) {
    const ItemId school = school_id(inspection, call.school);
    const ItemId id = survey_call_id(inspection, school);
    std::optional<Instant> call_back;
    if (call.call_back_minutes) call_back = sample_time(sample, *call.call_back_minutes).at;
    parcels.add(edits::create_survey_call(inspection, school));
    parcels.add(edits::set_outcome(id, call.outcome, call_back));
    for (const auto& [question, answer] : call.answers) {
        if (!answer.choice.empty()) parcels.add(edits::set_answer(id, question, answer.choice));
        parcels.add(first_words(id, said_field(question), answer.words));
    }
    parcels.item_ends();
}

}  // namespace

LocalTime sample_time(const SampleInspection& sample, std::int64_t minutes) {
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        std::from_chars(sample.first_day.data() + from, sample.first_day.data() + from + count, value);
        return value;
    };
    if (!is_iso_date(sample.first_day)) return {};
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    const auto days = std::chrono::sys_days(day).time_since_epoch().count();
    return {{std::int64_t{days} * 24 * 60 * minute + (8 * 60 + 30 + minutes) * minute}, 60};
}

void add_sample_schools(const SampleInspection& sample, InspectionId inspection, SampleParcels& parcels) {
    for (const SampleSchool& school : sample.schools) {
        const ItemId id = school_id(inspection, school.urn);
        parcels.add(edits::add_school(id, {.urn = school.urn,
                                           .name = school.name,
                                           .type = school.type,
                                           .phase = school.phase,
                                           .rating = school.rating,
                                           .authority = sample.authority}));
        if (!school.inspection.empty()) parcels.add(edits::set_school_inspection(id, school.inspection));
        parcels.item_ends();
    }
}

void add_sample_plan(const SampleInspection& sample, InspectionId inspection, const RandomSource& random,
                     SampleParcels& parcels) {
    for (const SamplePlanned& session : sample.plan) {
        Planned planned{.id = new_id<ItemId>(random)};
        planned.day = session.day;
        planned.from = minutes_of(session.from);
        planned.to = minutes_of(session.to);
        planned.kind = session.kind;
        planned.title = session.title;
        planned.place = session.place;
        if (!session.school.empty()) planned.school = school_id(inspection, session.school);
        planned.inspectors = session.inspectors;
        planned.roles = session.roles;
        planned.note = session.note;
        parcels.add(edits::add_planned(planned));
        parcels.item_ends();
    }
    for (const SampleContact& one : sample.contacts) {
        parcels.add(edits::add_contact({.id = new_id<ItemId>(random),
                                        .name = one.name,
                                        .role = one.role,
                                        .telephone = one.telephone,
                                        .email = one.email,
                                        .note = one.note}));
        parcels.item_ends();
    }
}

void add_sample_framework(const SampleInspection& sample, InspectionId inspection, const RandomSource& random,
                          SampleParcels& parcels) {
    for (const auto& [id, day] : sample.milestones) parcels.add(edits::set_milestone(inspection, id, day));
    for (const SampleCheck& check : sample.checks) add_check(check, inspection, parcels);
    for (const SampleDeclaration& said : sample.declarations) add_declaration(said, random, parcels);
    for (const SampleForm& form : sample.forms) add_form(form, inspection, parcels);
    for (const SampleCall& call : sample.survey) add_call(sample, call, inspection, parcels);
}

}  // namespace daybook
