#include "app/readiness.h"

#include <algorithm>
#include <format>

#include "app/wording.h"

namespace daybook {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;
/// Clocks of a team differ by this much without harm.
constexpr std::int64_t clocks_differ = 5 * minute;

Check cached(const DeviceFacts& device) {
    Check check{.title = "Works without a connection", .words = "All of Daybook is on this device."};
    if (device.cached == Known::no) {
        check.light = Light::red;
        check.words =
            "Not all of Daybook is on this device yet. Stay connected, keep it open for a minute, then look again.";
    } else if (device.cached == Known::unknown) {
        check.light = Light::amber;
        check.words =
            "It is not known whether all of Daybook is on this device. Open it once without a connection before you "
            "rely on it.";
    }
    return check;
}

Check installed(const DeviceFacts& device) {
    Check check{.title = "Installed", .words = "Daybook is installed on this device."};
    if (device.installed == Known::yes) return check;
    check.light = device.cleared_when_unused ? Light::red : Light::amber;
    if (device.cleared_when_unused) {
        check.words =
            "In a Safari tab, everything that is stored is deleted after seven days without use. Hand over what is "
            "written here, then tap Share, \u201CAdd to Home Screen\u201D, and open Daybook from there: it begins "
            "empty and stays.";
    } else if (device.installed == Known::no) {
        check.words =
            "Daybook runs in a tab of the browser. Install it with \u201CInstall\u201D or \u201CAdd to Home "
            "screen\u201D in the browser\u2019s menu: then it is cleared less easily, and opens like any other app.";
    } else {
        check.words = "It is not known whether Daybook is installed or runs in a tab of the browser.";
    }
    return check;
}

Check persistent(const DeviceFacts& device) {
    if (device.persistent == Known::yes) {
        return {.title = "Storage is kept", .words = "What is stored here is not cleared to make room for others."};
    }
    return {.title = "Storage is kept",
            .light = Light::amber,
            .words =
                "Not persistent: when the device runs short of room, what is stored here may be cleared. Ask for "
                "it to be kept. In a private window it is always cleared when the window closes.",
            .remedy = Remedy::keep_storage};
}

Check room(const DeviceFacts& device) {
    Check check{.title = "Room", .light = room_left(device), .words = room_words(device) + "."};
    if (device.quota_bytes == 0) {
        check.light = Light::amber;
        check.words = "It is not known how much room is left on this device.";
    } else if (check.light == Light::amber) {
        check.words += " Make room on this device before you leave, and hand over what is written.";
    } else if (check.light == Light::red) {
        check.words += " Soon nothing more can be saved. Hand over now, then make room on this device.";
    }
    return check;
}

Check written_and_read(const StorageTest& test) {
    Check check{.title = "Writing and reading back"};
    switch (test.state) {
        case StorageTest::State::good:
            check.words = "Something was written to both copies and read back the same.";
            break;
        case StorageTest::State::bad:
            check.light = Light::red;
            check.words =
                test.words + " Hand over what is written, and do not rely on this device until this is green.";
            check.remedy = Remedy::test_storage;
            break;
        case StorageTest::State::running:
            check.light = Light::amber;
            check.words = "It is being tested now.";
            break;
        case StorageTest::State::not_yet:
            check.light = Light::amber;
            check.words = "It was not tested since the notebook was opened.";
            check.remedy = Remedy::test_storage;
            break;
    }
    return check;
}

Check two_copies(Situation::Stored stored) {
    Check check{.title = "Two copies", .words = "Everything that was written is on this device twice."};
    if (stored == Situation::Stored::on_its_way) {
        check.light = Light::amber;
        check.words = "The last words are being written to both copies now.";
    } else if (stored == Situation::Stored::failing) {
        check.light = Light::red;
        check.words =
            "The last words are not in both copies. They are kept and tried again. Make room on this device, or hand "
            "over now.";
    }
    return check;
}

Check clock(const Situation& situation) {
    const std::string says =
        "This device says that it is " + clock_minutes(situation.now) + ", " + friendly_date(situation.now);
    Check check{.title = "Clock", .words = says + ". Compare it with another clock: every entry is stamped with it."};
    if (situation.now.at < situation.made) {
        check.light = Light::red;
        check.words = says + ", which was before this version of Daybook was made. Set the device\u2019s clock.";
    } else if (situation.now.at.unix_ms + clocks_differ < situation.last_written.unix_ms) {
        const LocalTime last{situation.last_written, situation.now.utc_offset_minutes};
        check.light = Light::red;
        check.words = says + ", but something in this notebook was written at " + clock_minutes(last) + ", " +
                      friendly_date(last) + ". Set the device\u2019s clock.";
    }
    return check;
}

Check lead_key(const Inspection& inspection) {
    if (!inspection.lead_recipient.empty()) {
        return {.title = "The lead\u2019s key", .words = "The lead can read what you hand over."};
    }
    const bool nobody = inspection.office_recipient.empty();
    return {.title = "The lead\u2019s key",
            .light = nobody ? Light::red : Light::amber,
            .words = nobody ? "Nobody could read a bundle, so none can be made. Ask the lead for their key and add it."
                            : "Only the office can read what you hand over. Ask the lead for their key and add it.",
            .remedy = Remedy::add_lead_key};
}

Check office_key(const Inspection& inspection, const Custody& custody) {
    if (!inspection.office_recipient.empty() || custody.recoverable) {
        return {.title = "The office\u2019s key",
                .words = "If the passcode is forgotten, the office can help to open the notebook again."};
    }
    return {.title = "The office\u2019s key",
            .light = Light::amber,
            .words =
                "If the passcode is forgotten, nobody can open the notebook again. Ask the office for its "
                "recovery key and add it.",
            .remedy = Remedy::add_office_key};
}

Check copy_outside(const Situation& situation) {
    Check check{.title = "A copy outside", .remedy = Remedy::hand_over};
    const Custody& custody = situation.custody;
    const auto entries = situation.book.entries();
    if (entries.empty() && custody.bundles.empty()) {
        return {.title = check.title, .words = "Nothing is written yet, so there is nothing to hand over."};
    }
    const std::uint64_t outstanding = custody.in_no_bundle();
    const std::string changes = counted(outstanding, "change is", "changes are");
    if (custody.bundles.empty()) {
        const Instant first = entries.front()->created.at;
        check.light = situation.now.at.unix_ms - first.unix_ms > day ? Light::red : Light::amber;
        check.words = std::format("No bundle was made yet: this device holds the only copies of {}. Hand over.",
                                  counted(entries.size(), "entry", "entries"));
        return check;
    }
    const BundleMade& last = custody.bundles.back();
    const LocalTime made{last.at, situation.now.utc_offset_minutes};
    const std::string bundle =
        std::format("Bundle {} of {}, {}", last.number, friendly_date(made), clock_minutes(made));
    if (outstanding == 0) {
        check.remedy = Remedy::none;
        check.words = bundle + " holds everything. It counts once it has left this device.";
        return check;
    }
    check.light = situation.now.at.unix_ms - last.at.unix_ms > day ? Light::red : Light::amber;
    check.words = std::format("The last is {}. {} in no bundle. Hand over again.", bundle, changes);
    return check;
}

std::string size_words(std::uint64_t bytes) {
    constexpr double kilobyte = 1000;
    const double megabytes = static_cast<double>(bytes) / kilobyte / kilobyte;
    if (megabytes < 1) return "under 1 MB";
    if (megabytes < kilobyte) return std::format("{:.0f} MB", megabytes);
    return std::format("{:.1f} GB", megabytes / kilobyte);
}

}  // namespace

std::vector<Check> readiness(const Situation& situation) {
    const Inspection& inspection = situation.book.inspection();
    return {cached(situation.device),
            installed(situation.device),
            persistent(situation.device),
            room(situation.device),
            written_and_read(situation.test),
            two_copies(situation.stored),
            clock(situation),
            lead_key(inspection),
            office_key(inspection, situation.custody),
            copy_outside(situation)};
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

std::string room_words(const DeviceFacts& device) {
    return size_words(device.used_bytes) + " of " + size_words(device.quota_bytes) + " are used";
}

}  // namespace daybook
