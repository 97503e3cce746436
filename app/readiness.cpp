#include "app/readiness.h"

#include <algorithm>
#include <utility>

#include "app/words/times.h"

namespace daybook {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;
/// How long something may be in no bundle where this device keeps only one copy of it.
constexpr std::int64_t two_hours = 120 * minute;
/// Clocks of a team differ by this much without harm.
constexpr std::int64_t clocks_differ = 5 * minute;

Check line(const Words& say, Word title, Light light, std::string words, Remedy remedy = Remedy::none) {
    return {.title = std::string(say(title)), .light = light, .words = std::move(words), .remedy = remedy};
}

Check line(const Words& say, Word title, Light light, Word words, Remedy remedy = Remedy::none) {
    return line(say, title, light, std::string(say(words)), remedy);
}

Check cached(const DeviceFacts& device, const Words& say) {
    switch (device.cached) {
        case Known::yes:
            return line(say, Word::ready_cached, Light::green, Word::ready_cached_yes);
        case Known::no:
            return line(say, Word::ready_cached, Light::red, Word::ready_cached_no);
        case Known::unknown:
            break;
    }
    return line(say, Word::ready_cached, Light::amber, Word::ready_cached_unknown);
}

Check installed(const DeviceFacts& device, const Words& say) {
    if (device.installed == Known::yes)
        return line(say, Word::ready_installed, Light::green, Word::ready_installed_yes);
    if (device.cleared_when_unused) return line(say, Word::ready_installed, Light::red, Word::ready_installed_safari);
    return line(say, Word::ready_installed, Light::amber,
                device.installed == Known::no ? Word::ready_installed_no : Word::ready_installed_unknown);
}

Check persistent(const DeviceFacts& device, const Words& say) {
    if (device.persistent == Known::yes) {
        return line(say, Word::ready_persistent, Light::green, Word::ready_persistent_yes);
    }
    return line(say, Word::ready_persistent, Light::amber, Word::ready_persistent_no, Remedy::keep_storage);
}

Check room(const DeviceFacts& device, const Words& say) {
    if (device.quota_bytes == 0) return line(say, Word::ready_room, Light::amber, Word::ready_room_unknown);
    const std::string used = room_words(say, device);
    const Light light = room_left(device);
    return line(say, Word::ready_room, light,
                light == Light::red     ? say(phrase::ready_room_none{.used = used})
                : light == Light::amber ? say(phrase::ready_room_little{.used = used})
                                        : say(phrase::common_sentence{.words = used}));
}

Check written_and_read(const StorageTest& test, Copies copies, const Words& say) {
    switch (test.state) {
        case StorageTest::State::good:
            return line(say, Word::ready_read_back, Light::green,
                        copies == Copies::one ? Word::ready_read_back_once : Word::ready_read_back_good);
        case StorageTest::State::bad:
            return line(say, Word::ready_read_back, Light::red, say(phrase::ready_read_back_bad{.why = test.words}),
                        Remedy::test_storage);
        case StorageTest::State::running:
            return line(say, Word::ready_read_back, Light::amber, Word::ready_read_back_running);
        case StorageTest::State::not_yet:
            break;
    }
    return line(say, Word::ready_read_back, Light::amber, Word::ready_read_back_not_yet, Remedy::test_storage);
}

Check two_copies(const Situation& situation, const Words& say) {
    const bool once = situation.copies == Copies::one;
    switch (situation.stored) {
        case Situation::Stored::on_its_way:
            return line(say, Word::ready_copies, Light::amber,
                        once ? Word::ready_copies_once_on_the_way : Word::ready_copies_on_the_way);
        case Situation::Stored::failing:
            return line(say, Word::ready_copies, Light::red,
                        once ? Word::ready_copies_once_failing : Word::ready_copies_failing);
        case Situation::Stored::everything:
            break;
    }
    if (once) return line(say, Word::ready_copies, Light::amber, Word::ready_copies_once, Remedy::hand_over);
    return line(say, Word::ready_copies, Light::green, Word::ready_copies_good);
}

Check clock(const Situation& situation, const Words& say) {
    const std::string time = time_words(say, situation.now);
    const std::string date = day_words(say, situation.now);
    if (situation.now.at < situation.made) {
        return line(say, Word::ready_clock, Light::red,
                    say(phrase::ready_clock_before_made{.time = time, .date = date}));
    }
    if (situation.now.at.unix_ms + clocks_differ < situation.last_written.unix_ms) {
        const LocalTime last{situation.last_written, situation.now.utc_offset_minutes};
        return line(say, Word::ready_clock, Light::red,
                    say(phrase::ready_clock_before_written{.time = time,
                                                           .date = date,
                                                           .written_time = time_words(say, last),
                                                           .written_date = day_words(say, last)}));
    }
    return line(say, Word::ready_clock, Light::green, say(phrase::ready_clock_compare{.time = time, .date = date}));
}

Check lead_key(const Inspection& inspection, const Words& say) {
    if (!inspection.lead_recipient.empty()) {
        return line(say, Word::ready_lead_key, Light::green, Word::ready_lead_key_good);
    }
    const bool nobody = inspection.office_recipient.empty();
    return line(say, Word::ready_lead_key, nobody ? Light::red : Light::amber,
                nobody ? Word::ready_lead_key_nobody : Word::ready_lead_key_only_office, Remedy::add_lead_key);
}

Check office_key(const Inspection& inspection, const Custody& custody, const Words& say) {
    if (!inspection.office_recipient.empty() || custody.recoverable) {
        return line(say, Word::ready_office_key, Light::green, Word::ready_office_key_good);
    }
    return line(say, Word::ready_office_key, Light::amber, Word::ready_office_key_none, Remedy::add_office_key);
}

/// Red once something has waited too long to be handed over.
Light light_of(const Situation& situation, Instant since) {
    const std::int64_t longest = situation.copies == Copies::one ? two_hours : day;
    return situation.now.at.unix_ms - since.unix_ms > longest ? Light::red : Light::amber;
}

Check copy_outside(const Situation& situation, const Words& say) {
    const Custody& custody = situation.custody;
    const auto entries = situation.book.entries();
    if (custody.bundles.empty()) {
        if (entries.empty()) return line(say, Word::ready_outside, Light::green, Word::ready_outside_nothing);
        const std::string written = say(phrase::count_entries{.count = entries.size()});
        return line(say, Word::ready_outside, light_of(situation, entries.front()->created.at),
                    say(phrase::ready_outside_no_bundle{.entries = written}), Remedy::hand_over);
    }
    const BundleMade& last = custody.bundles.back();
    const LocalTime made{last.at, situation.now.utc_offset_minutes};
    const std::string number = std::to_string(last.number);
    const std::string date = day_words(say, made);
    const std::string time = time_words(say, made);
    const std::uint64_t outstanding = custody.in_no_bundle();
    if (outstanding == 0) {
        return line(say, Word::ready_outside, Light::green,
                    say(phrase::ready_outside_good{.number = number, .date = date, .time = time}));
    }
    return line(say, Word::ready_outside, light_of(situation, last.at),
                say(phrase::ready_outside_more{.count = outstanding, .number = number, .date = date, .time = time}),
                Remedy::hand_over);
}

}  // namespace

std::vector<Check> readiness(const Situation& situation, const Words& say) {
    const Inspection& inspection = situation.book.inspection();
    return {cached(situation.device, say),
            installed(situation.device, say),
            persistent(situation.device, say),
            room(situation.device, say),
            written_and_read(situation.test, situation.copies, say),
            two_copies(situation, say),
            clock(situation, say),
            lead_key(inspection, say),
            office_key(inspection, situation.custody, say),
            copy_outside(situation, say)};
}

Light worst_of(std::span<const Check> checks) {
    Light worst = Light::green;
    for (const Check& check : checks) worst = std::max(worst, check.light);
    return worst;
}

std::uint64_t open_points(std::span<const Check> checks) {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(checks, [](const Check& check) { return check.light != Light::green; }));
}

Light room_left(const DeviceFacts& device) {
    if (device.quota_bytes == 0) return Light::green;
    const double share = static_cast<double>(device.used_bytes) / static_cast<double>(device.quota_bytes);
    return share >= 0.95 ? Light::red : share >= 0.8 ? Light::amber : Light::green;
}

std::string room_words(const Words& say, const DeviceFacts& device) {
    return say(phrase::ready_room_used{.used = disk_size_words(say, device.used_bytes),
                                       .all = disk_size_words(say, device.quota_bytes)});
}

}  // namespace daybook
