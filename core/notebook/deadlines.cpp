#include "core/notebook/deadlines.h"

namespace daybook {
namespace {

DueDay due_day(const Pack& pack, const Inspection& inspection, const Deadline& deadline) {
    DueDay due{.deadline = &deadline, .milestone = pack.milestone(deadline.from), .counted_from = {}, .day = {}};
    if (due.milestone == nullptr) {
        due.lacks = DueDay::Lacks::term;
        return due;
    }
    due.counted_from = day_of(*due.milestone, inspection);
    if (due.counted_from.empty()) {
        due.lacks = DueDay::Lacks::milestone;
        return due;
    }
    const auto day = working_day_after(pack.calendar, due.counted_from, deadline.working_days);
    if (day) {
        due.day = *day;
    } else {
        due.lacks = DueDay::Lacks::calendar;
    }
    return due;
}

/// The id that all who speak of the same have in common.
const std::string& subject_of(const Deadline& deadline) {
    return deadline.instead_of.empty() ? deadline.id : deadline.instead_of;
}

}  // namespace

std::string day_of(const Milestone& milestone, const Inspection& inspection) {
    const auto said = inspection.milestones.find(milestone.id);
    if (said != inspection.milestones.end()) return said->second;
    return milestone.last_day && is_iso_date(inspection.last_day) ? inspection.last_day : std::string();
}

std::vector<DueDay> due_days(const Pack& pack, const Inspection& inspection) {
    std::vector<DueDay> days;
    days.reserve(pack.deadlines.size());
    for (const Deadline& deadline : pack.deadlines) days.push_back(due_day(pack, inspection, deadline));
    for (DueDay& one : days) {
        for (const DueDay& other : days) {
            if (one.day.empty() || other.day.empty() || one.day == other.day) continue;
            if (subject_of(*other.deadline) != subject_of(*one.deadline)) continue;
            if (other.day < one.day) one.beside = DueDay::Beside::an_earlier_one;
            if (other.day > one.day && one.beside == DueDay::Beside::none) one.beside = DueDay::Beside::a_later_one;
        }
    }
    return days;
}

}  // namespace daybook
