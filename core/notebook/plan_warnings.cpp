#include "core/notebook/plan_warnings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "core/base/letters.h"

namespace daybook {
namespace {

using About = PlanWarning::About;

/// True if both say where they are, and it is not the same.
bool apart(const Notebook& book, const Planned& one, const Planned& other) {
    if (!one.school.is_nil() && one.school == other.school) return false;
    const std::string from = where(book, one);
    const std::string to = where(book, other);
    return !from.empty() && !to.empty() && plain_letters(from) != plain_letters(to);
}

/// The clashes and the ways of one inspector on one day, session by session.
class DayOfOne {
public:
    explicit DayOfOne(const Notebook& book) : book_(book) {}

    /// In the order of time. The warning that it makes with what was before it, if there is one.
    std::optional<PlanWarning> go_to(const Planned& session) {
        const Planned* before = latest_;
        if (before == nullptr || before->day != session.day) {
            latest_ = &session;
            return std::nullopt;
        }
        if (session.to > before->to) latest_ = &session;
        PlanWarning warning{.about = About::clash,
                            .session = before,
                            .other = &session,
                            .inspectors = {},
                            .gap = 0,
                            .from = {},
                            .to = {}};
        if (session.from < before->to) return warning;
        warning.gap = session.from - before->to;
        if (warning.gap >= least_travel_minutes || !apart(book_, *before, session)) return std::nullopt;
        warning.about = About::travel;
        warning.from = where(book_, *before);
        warning.to = where(book_, session);
        return warning;
    }

private:
    const Notebook& book_;
    const Planned* latest_ = nullptr;  // of those so far, the one that ends last
};

/// Of each inspector by the way; where several have the same two sessions, they are named together.
void add_ways(std::vector<PlanWarning>& warnings, const Notebook& book, const std::vector<const Planned*>& sessions) {
    std::map<std::string, DayOfOne> days;
    std::map<std::tuple<About, const Planned*, const Planned*>, std::size_t> places;
    const std::size_t first = warnings.size();
    for (const Planned* session : sessions) {
        for (const std::string& name : session->inspectors) {
            auto warning = days.try_emplace(name, book).first->second.go_to(*session);
            if (!warning) continue;
            const auto [place, is_new] =
                places.try_emplace({warning->about, warning->session, warning->other}, warnings.size());
            if (is_new) warnings.push_back(std::move(*warning));
            warnings[place->second].inspectors.push_back(name);
        }
    }
    std::stable_sort(warnings.begin() + static_cast<std::ptrdiff_t>(first), warnings.end(),
                     [](const PlanWarning& one, const PlanWarning& other) { return one.about < other.about; });
}

std::optional<About> about_day(const Notebook& book, const Planned& session) {
    const Inspection& inspection = book.inspection();
    const bool has_days = is_iso_date(inspection.first_day) && is_iso_date(inspection.last_day);
    if (has_days && (session.day < days_after(inspection.first_day, -days_before) || session.day > inspection.last_day))
        return About::outside;
    if (calendar_day(session.day)->weekday >= 5) return About::weekend;
    if (std::ranges::binary_search(book.pack().calendar.holidays, *day_from(session.day))) return About::holiday;
    return std::nullopt;
}

/// What is wrong with one by itself.
void add_own(std::vector<PlanWarning>& warnings, const Notebook& book, const Planned& session) {
    const auto add = [&](About about) -> PlanWarning& {
        return warnings.emplace_back(PlanWarning{
            .about = about, .session = &session, .other = nullptr, .inspectors = {}, .gap = 0, .from = {}, .to = {}});
    };
    if (!session.is_placed()) {
        add(About::not_placed);
    } else if (const auto about = about_day(book, session)) {
        add(*about);
    }
    if (session.inspectors.empty()) add(About::no_inspector);
    std::vector<std::string> strangers;
    for (const std::string& name : session.inspectors) {
        if (name != book.inspection().lead && !std::ranges::contains(book.inspection().team, name))
            strangers.push_back(name);
    }
    if (!strangers.empty()) add(About::not_in_team).inspectors = std::move(strangers);
}

}  // namespace

std::vector<PlanWarning> plan_warnings(const Notebook& book) {
    std::vector<const Planned*> placed;
    std::vector<PlanWarning> warnings;
    for (const Planned* one : book.planned()) {
        if (!one->retired && one->is_placed()) placed.push_back(one);
    }
    add_ways(warnings, book, placed);
    for (const Planned* one : book.planned()) {
        if (!one->retired) add_own(warnings, book, *one);
    }
    return warnings;
}

}  // namespace daybook
