#include "app/screens/plan_words.h"

#include <format>

#include "app/words/times.h"

namespace daybook {
namespace {

std::string timed(const Words& say, const Notebook& book, const Planned& planned) {
    const std::string title = title_of(say, book, planned);
    return planned.is_placed() ? say(phrase::common_comma{.first = clock_words(say, planned.from), .second = title})
                               : title;
}

std::string listed(const Words& say, const std::string& so_far, const std::string& one) {
    return so_far.empty() ? one : say(phrase::common_comma{.first = so_far, .second = one});
}

}  // namespace

std::string clock_words(const Words& say, int minutes) {
    if (minutes < 0 || minutes > minutes_in_a_day) return {};
    const std::string hour = std::format("{:02}", minutes / 60);
    const std::string minute = std::format("{:02}", minutes % 60);
    return say(phrase::time_minutes{.hour = hour, .minute = minute});
}

std::string hours_of(const Words& say, const Planned& planned) {
    return say(phrase::activity_hours{.start = clock_words(say, planned.from), .end = clock_words(say, planned.to)});
}

std::string title_of(const Words& say, const Notebook& book, const Planned& planned) {
    std::string name = name_of(book, planned);
    return name.empty() ? std::string(say(Word::plan_without_name)) : name;
}

std::string inspectors_of(const Words& say, const std::vector<std::string>& names) {
    std::string words;
    for (const std::string& name : names) words = listed(say, words, name);
    return words.empty() ? std::string(say(Word::plan_nobody)) : words;
}

std::string people_of(const Words& say, const Notebook& book, const Planned& planned) {
    std::string met;
    for (const std::string& id : planned.roles) {
        const PersonRole* role = book.pack().role(id);
        met = listed(say, met, role == nullptr ? id : role->short_name);
    }
    const std::string inspectors = inspectors_of(say, planned.inspectors);
    return met.empty() ? inspectors : say(phrase::plan_with{.inspectors = inspectors, .people = met});
}

PlanMarks marks_of(const std::vector<PlanWarning>& warnings) {
    PlanMarks marks;
    for (const PlanWarning& one : warnings) {
        if (one.about == PlanWarning::About::travel) marks.short_ways.insert(one.other->id);
        if (one.about != PlanWarning::About::clash) continue;
        marks.clashes[one.session->id].push_back(one.other);
        marks.clashes[one.other->id].push_back(one.session);
    }
    return marks;
}

std::string spoken(const Words& say, const Notebook& book, const PlanMarks& marks, const Planned& planned) {
    std::string words = say(phrase::plan_session{
        .day = day_words(say, planned.day), .hours = hours_of(say, planned), .name = title_of(say, book, planned)});
    if (const std::string place = where(book, planned); !place.empty()) words = listed(say, words, place);
    words = listed(say, words, people_of(say, book, planned));
    if (marks.short_ways.contains(planned.id)) words = say(phrase::plan_short_way{.session = words});
    const auto clashes = marks.clashes.find(planned.id);
    if (clashes == marks.clashes.end()) return words;
    std::string others;
    for (const Planned* one : clashes->second) others = listed(say, others, title_of(say, book, *one));
    return say(phrase::plan_clashes{.session = words, .others = others});
}

std::string title_of(const Words& say, const PlanWarning& warning) {
    switch (warning.about) {
        case PlanWarning::About::clash:
            return say(phrase::plan_clash{.inspectors = inspectors_of(say, warning.inspectors)});
        case PlanWarning::About::travel:
            return say(phrase::plan_way{.count = static_cast<std::uint64_t>(warning.gap),
                                        .inspectors = inspectors_of(say, warning.inspectors),
                                        .from = warning.from,
                                        .to = warning.to});
        case PlanWarning::About::not_placed:
            return std::string(say(Word::plan_not_placed));
        case PlanWarning::About::weekend:
            return std::string(say(Word::plan_weekend));
        case PlanWarning::About::holiday:
            return std::string(say(Word::plan_holiday));
        case PlanWarning::About::outside:
            return std::string(say(Word::plan_outside));
        case PlanWarning::About::no_inspector:
            return std::string(say(Word::plan_no_inspector));
        case PlanWarning::About::not_in_team:
            break;
    }
    return say(phrase::plan_not_in_team{.inspectors = inspectors_of(say, warning.inspectors)});
}

std::string sessions_of(const Words& say, const Notebook& book, const PlanWarning& warning) {
    const std::string first = timed(say, book, *warning.session);
    if (warning.other == nullptr) return first;
    return say(phrase::plan_both{.first = first, .second = timed(say, book, *warning.other)});
}

}  // namespace daybook
