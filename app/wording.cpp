#include "app/wording.h"

#include <format>

#include "app/widgets/icon.h"

namespace daybook {
namespace {

LocalTime ended_on(const Activity& activity) {
    return {*activity.ended, activity.started.utc_offset_minutes};
}

}  // namespace

std::string title_of(const Pack& pack, const Activity& activity) {
    const ActivityKind* kind = pack.activity_kind(activity.kind);
    return kind == nullptr ? "Activity" : kind->name;
}

std::string hours_of(const Activity& activity) {
    const std::string start = clock_minutes(activity.started);
    if (!activity.ended) return start + (activity.retired ? "" : ", running");
    return std::format("{} to {}", start, clock_minutes(ended_on(activity)));
}

std::string times_of(const Activity& activity) {
    return std::format("{}, {}", friendly_date(activity.started), hours_of(activity));
}

std::string people_of(const Pack& pack, const Activity& activity) {
    std::string people;
    for (const std::string& id : activity.roles) {
        const auto* found = pack.role(id);
        if (!people.empty()) people += "; ";
        people += found == nullptr ? id : found->short_name;
    }
    return people;
}

std::string days_of(const Inspection& inspection) {
    if (inspection.first_day == inspection.last_day) return friendly_date(inspection.first_day);
    return std::format("{} to {}", friendly_date(inspection.first_day), friendly_date(inspection.last_day));
}

std::string minutes_words(std::int64_t milliseconds) {
    const std::int64_t minutes = milliseconds / 60'000;
    return minutes < 1 ? "under a minute" : duration_words(minutes * 60'000);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view several) {
    return std::format("{} {}", count, count == 1 ? one : several);
}

std::string begun_words(const Entry& entry) {
    return clock_minutes(entry.begun.value_or(entry.created));
}

std::vector<Badge> badges_of(const Pack& pack, const Entry& entry, const Palette& palette) {
    std::vector<Badge> badges;
    const auto mark = [&](Icon icon, std::string_view text, Colour colour) {
        badges.push_back({.icon = icon, .text = text, .colour = colour});
    };
    if (entry.polarity == Polarity::strength) mark(Icon::strength, "strength", palette.strength);
    if (entry.polarity == Polarity::weakness) mark(Icon::weakness, "weakness", palette.weakness);
    if (entry.polarity == Polarity::neutral) mark(Icon::neutral, "neutral", palette.quiet);
    if (entry.in_confidence) mark(Icon::lock, "in confidence", palette.ink);
    if (entry.versions.size() > 1) mark(Icon::warning, "edited apart", palette.danger);
    const auto say = [&](std::string_view text, Colour colour) {
        badges.push_back({.text = text, .colour = colour, .shown = Badge::Shown::words});
    };
    if (entry.retired) say("Retired", palette.quiet);
    for (const std::string& id : entry.aspects) {
        if (const Aspect* aspect = pack.aspect(id)) say(aspect->short_name, palette.accent);
    }
    return badges;
}

}  // namespace daybook
