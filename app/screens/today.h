// What is going on, what is unfinished, and the one big button.
// Never more than a glance: everything else is one tap away.
#pragma once

#include <span>

#include "app/readiness.h"
#include "app/screens/health.h"
#include "app/screens/screen.h"

namespace daybook {

/// What Today says of the device.
struct TodayFacts {
    std::span<const Check> checks;
    const DeviceFacts& device;
    HealthFindings& health;
    const std::string& author;  ///< who uses it
};

void today_screen(Ui& ui, const View& view, const TodayFacts& facts, Wishes wishes);

/// The entry to go on with in an activity: its last one, or a new one.
[[nodiscard]] Spot last_entry(const Notebook& book, ItemId activity, const RandomSource& random);

}  // namespace daybook
