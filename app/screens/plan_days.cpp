#include "app/screens/plan_days.h"

#include <set>

#include "core/base/time.h"

namespace daybook {

SessionsByDay sessions_by_day(const Notebook& book) {
    SessionsByDay by_day;
    for (const Planned* one : book.planned()) {
        if (!one->retired && one->is_placed()) by_day[one->day].push_back(one);
    }
    return by_day;
}

std::vector<std::string> days_of_weeks(const Notebook& book) {
    std::set<std::string> days;
    const auto add_week = [&](const std::string& day) {
        const auto date = calendar_day(day);
        if (!date) return;
        const std::string monday = days_after(day, -static_cast<int>(date->weekday));
        for (int number = 0; number < 5; ++number) days.insert(days_after(monday, number));
        days.insert(day);
    };
    for (const std::string& day : days_of_plan(book)) add_week(day);
    // What is planned on site begins with a week that is not: the first of the two.
    const Inspection& inspection = book.inspection();
    const bool is_one_week = inspection.last_day < days_after(inspection.first_day, 7);
    if (is_one_week && is_iso_date(inspection.first_day)) add_week(days_after(inspection.first_day, -7));
    return {days.begin(), days.end()};
}

std::vector<const Planned*> sessions_on(const SessionsByDay& sessions, const std::string& day) {
    const auto found = sessions.find(day);
    return found == sessions.end() ? std::vector<const Planned*>() : found->second;
}

}  // namespace daybook
