// Whether the device is ready to be taken along: one check for each thing that can cost somebody their evidence.
// Never asks anybody: what is known comes in, and what follows from it goes out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/shelf.h"
#include "app/words/words.h"
#include "core/base/time.h"
#include "core/notebook/notebook.h"
#include "platform/device_facts.h"

namespace daybook {

/// Amber: something may go wrong. Red: something will, or has.
enum class Light { green, amber, red };

/// What the app itself can do about a check.
enum class Remedy { none, keep_storage, test_storage, add_lead_key, add_office_key, hand_over };

struct Check {
    std::string title;
    Light light = Light::green;
    std::string words{};  ///< what is so, and what to do about it
    Remedy remedy = Remedy::none;
};

/// What came of writing to both copies and reading back, since the notebook was opened.
struct StorageTest {
    enum class State { not_yet, running, good, bad } state = State::not_yet;
    std::string words{};  ///< what went wrong
};

/// All that the checks are made of.
struct Situation {
    const DeviceFacts& device;
    const Notebook& book;
    const Custody& custody;
    LocalTime now;
    Instant made;          ///< when this version of Daybook was: no clock that is right says an earlier time
    Instant last_written;  ///< the latest time that anything on this device says
    const StorageTest& test;
    enum class Stored { everything, on_its_way, failing } stored = Stored::everything;
    Copies copies = Copies::two;
};

/// Always the same checks in the same order.
[[nodiscard]] std::vector<Check> readiness(const Situation& situation, const Words& say);

[[nodiscard]] Light worst_of(std::span<const Check> checks);
/// How many are not green.
[[nodiscard]] std::uint64_t open_points(std::span<const Check> checks);

/// How full the storage is: amber from 80 % of the quota, red from 95 %. Green while the quota is not known.
[[nodiscard]] Light room_left(const DeviceFacts& device);
/// "41 MB of 2.0 GB are used".
[[nodiscard]] std::string room_words(const Words& say, const DeviceFacts& device);

}  // namespace daybook
