// A program that is started, listened to, and killed at a moment of one's choice.
// Never leaves one behind.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace daybook::faults {

/// When: after so many lines, and then so many microseconds.
struct KillMoment {
    std::size_t lines = 0;
    std::int64_t microseconds = 0;
};

/// What a run of the writer said before it died.
struct LastWords {
    std::vector<std::string> lines;
    std::int64_t killed_at = 0;  ///< microseconds, of the clock that the writer tells
    bool was_killed = false;     ///< and had not ended before
    int status = 0;              ///< as waitpid tells
};

[[nodiscard]] LastWords run_and_kill(const std::vector<std::string>& command, KillMoment moment);

/// From the lines of the writer.
struct Told {
    std::map<std::uint64_t, std::int64_t> sent;  ///< when, in microseconds
    std::uint64_t durable = 0;
    std::vector<std::string> complaints;
};
[[nodiscard]] Told understand(const LastWords& words);

}  // namespace daybook::faults
