#include "core/notebook/plan.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <set>

#include "core/base/blank.h"
#include "core/notebook/notebook.h"

namespace daybook {
namespace {

int minutes_from(const Item& item, std::string_view field) {
    const Value* value = item.field(field);
    const auto* minutes = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
    if (minutes == nullptr || *minutes < 0 || *minutes > minutes_in_a_day) return -1;
    return static_cast<int>(*minutes);
}

int minutes_of(LocalTime time) {
    const std::string clock = clock_minutes(time);
    return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

bool is_of(const Planned& planned, const std::string& inspector) {
    return std::ranges::contains(planned.inspectors, inspector);
}

}  // namespace

bool Planned::is_placed() const {
    return is_iso_date(day) && from >= 0 && from < to && to <= minutes_in_a_day;
}

Planned planned_from(const Item& item) {
    return {.id = item.id,
            .day = item.text_field(words::planned_day),
            .from = minutes_from(item, words::planned_from),
            .to = minutes_from(item, words::planned_to),
            .kind = item.text_field(words::kind),
            .title = item.text_field(words::title),
            .place = item.text_field(words::place),
            .school = item.reference(words::of_school),
            .inspectors = item.member_texts(words::planned_inspectors),
            .roles = item.member_texts(words::roles),
            .note = item.text_field(words::note),
            .retired = item.is_retired(),
            .author = item.created ? item.created->author : ""};
}

Contact contact_from(const Item& item) {
    return {.id = item.id,
            .name = item.text_field(words::contact_name),
            .role = item.text_field(words::contact_role),
            .telephone = item.text_field(words::contact_telephone),
            .email = item.text_field(words::contact_email),
            .note = item.text_field(words::note),
            .retired = item.is_retired(),
            .author = item.created ? item.created->author : ""};
}

std::string name_of(const Notebook& book, const Planned& planned) {
    if (!is_blank(planned.title)) return std::string(trimmed(planned.title));
    const ActivityKind* kind = book.pack().activity_kind(planned.kind);
    return kind == nullptr ? planned.kind : kind->name;
}

std::string where(const Notebook& book, const Planned& planned) {
    const School* school = book.schools().find(planned.school);
    const std::string of_school = school == nullptr ? std::string() : school->facts.name;
    if (is_blank(planned.place)) return of_school;
    const std::string place(trimmed(planned.place));
    return of_school.empty() || of_school == place ? place : place + ", " + of_school;
}

std::vector<std::string> days_of_plan(const Notebook& book) {
    std::set<std::string> days;
    for (const Planned* one : book.planned()) {
        if (!one->retired && one->is_placed()) days.insert(one->day);
    }
    const Inspection& inspection = book.inspection();
    std::string day = inspection.first_day;
    if (is_iso_date(day) && is_iso_date(inspection.last_day)) {
        for (std::size_t count = 0; count < most_days && day <= inspection.last_day; ++count) {
            // A Saturday is no day of the plan until something is planned on it.
            if (calendar_day(day)->weekday < 5) days.insert(day);
            day = days_after(day, 1);
        }
    }
    return {days.begin(), days.end()};
}

std::vector<std::string> inspectors_of_plan(const Notebook& book) {
    std::vector<std::string> names;
    std::set<std::string> seen;
    const auto add = [&](const std::string& name) {
        if (!is_blank(name) && seen.insert(name).second) names.push_back(name);
    };
    add(book.inspection().lead);
    std::ranges::for_each(book.inspection().team, add);
    for (const Planned* one : book.planned()) {
        if (!one->retired) std::ranges::for_each(one->inspectors, add);
    }
    return names;
}

std::string days_after(const std::string& iso_date, int days) {
    const auto from = day_from(iso_date);
    if (!from) return iso_date;
    const std::chrono::year_month_day date(*from + std::chrono::days(days));
    std::string day = std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    // Before the first year and after the last one that has four digits there is no day that could be written.
    return is_iso_date(day) ? day : iso_date;
}

const Planned* next_planned(const Notebook& book, const std::string& inspector, LocalTime now) {
    const std::string today = calendar_date(now);
    const int minute = minutes_of(now);
    const Planned* of_anybody = nullptr;
    for (const Planned* one : book.planned()) {
        if (one->retired || !one->is_placed()) continue;
        if (one->day < today || (one->day == today && one->to <= minute)) continue;
        if (is_of(*one, inspector)) return one;
        if (of_anybody == nullptr) of_anybody = one;
    }
    return of_anybody;
}

}  // namespace daybook
