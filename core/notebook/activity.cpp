#include "core/notebook/activity.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/notebook/meeting_record.h"
#include "core/notebook/notebook.h"

namespace daybook {
namespace {

std::optional<Pause> pause_from(const std::string& name, const Field& field) {
    if (!name.starts_with(words::pause) || field.history.empty()) return std::nullopt;
    const char* digits = name.data() + words::pause.size();
    const char* end = name.data() + name.size();
    Pause pause;
    const auto read = std::from_chars(digits, end, pause.from.unix_ms);
    // A stranger may write the same number in another way: it would be another field.
    if (read.ec != std::errc{} || read.ptr != end || pause_field(pause.from) != name) return std::nullopt;
    if (const auto* to = std::get_if<std::int64_t>(&field.value())) {
        pause.to = Instant{*to};
        return pause;
    }
    if (std::holds_alternative<std::monostate>(field.value())) return pause;
    return std::nullopt;
}

std::vector<Pause> pauses_from(const Item& item) {
    std::vector<Pause> pauses;
    for (auto named = item.fields.lower_bound(std::string(words::pause)); named != item.fields.end(); ++named) {
        if (!named->first.starts_with(words::pause)) break;
        if (const auto pause = pause_from(named->first, named->second)) pauses.push_back(*pause);
    }
    std::ranges::sort(pauses, {}, &Pause::from);
    return pauses;
}

}  // namespace

std::string pause_field(Instant from) {
    return std::string(words::pause) + std::to_string(from.unix_ms);
}

Activity activity_from(const Item& item) {
    Activity activity{
        .id = item.id,
        .kind = item.text_field(words::kind),
        .place = item.text_field(words::place),
        .roles = item.member_texts(words::roles),
        .started = {},
        .ended = std::nullopt,
        .pauses = pauses_from(item),
        .timed = item.text_field(words::time_source) == "timer",
        .retired = item.is_retired(),
        .author = item.created ? item.created->author : "",
        .school = item.reference(words::of_school),
        .inspector = item.text_field(words::activity_inspector),
        .record = answers_from(item, words::recorded_choice, words::recorded_words),
    };
    if (activity.inspector.empty()) activity.inspector = activity.author;
    activity.started = {
        Instant{item.number_field(words::started_at)},
        static_cast<std::int32_t>(std::clamp<std::int64_t>(item.number_field(words::started_offset), -1440, 1440))};
    if (const Value* ended = item.field(words::ended_at); ended != nullptr) {
        if (const auto* at = std::get_if<std::int64_t>(ended)) activity.ended = Instant{*at};
    }
    return activity;
}

std::optional<LocalTime> Activity::paused_since() const {
    const auto open = std::ranges::find_if(pauses, [](const Pause& one) { return !one.to; });
    if (open == pauses.end()) return std::nullopt;
    return LocalTime{std::max(open->from, started.at), started.utc_offset_minutes};
}

std::vector<Stretch> Activity::time_run(Instant now) const {
    // A pause that goes on stops the timer where it began, whatever the clock says since.
    const auto paused = ended ? std::nullopt : paused_since();
    const Instant end = ended.value_or(paused ? paused->at : now);
    std::vector<Stretch> run;
    Instant from = started.at;
    for (const Pause& pause : pauses) {
        if (pause.from >= end) break;
        const Instant to = pause.to.value_or(end);
        if (to <= pause.from) continue;  // clocks go back
        if (from < pause.from) run.push_back({from, pause.from});
        from = std::max(from, to);
    }
    if (from < end) run.push_back({from, end});
    return run;
}

std::int64_t Activity::time_spent(Instant now) const {
    // A stranger's file may claim any two moments, further apart than a number can say.
    std::uint64_t spent = 0;
    for (const Stretch& one : time_run(now))
        spent += static_cast<std::uint64_t>(one.to.unix_ms) - static_cast<std::uint64_t>(one.from.unix_ms);
    return static_cast<std::int64_t>(std::min<std::uint64_t>(spent, std::numeric_limits<std::int64_t>::max()));
}

}  // namespace daybook
