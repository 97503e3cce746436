// How much is tried, and how it is told: ./dev test tries a tenth with fixed seeds, DAYBOOK_FAULTS=all everything.
// Never keeps a seed to itself: what was found can be found again.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace daybook::faults {

[[nodiscard]] bool everything_is_tried();

/// `full` if everything is tried, else a tenth of it.
[[nodiscard]] std::size_t share_of(std::size_t full);

/// DAYBOOK_FAULTS_SEED if it is set; else `daily`, or a new one if everything is tried.
[[nodiscard]] std::uint64_t seed(std::uint64_t daily);

using Figure = std::variant<std::uint64_t, std::string>;

/// One line on stdout, "FAULTS " and a JSON object, for the table of ./dev faults.
void report(const std::string& name, const std::vector<std::pair<std::string, Figure>>& figures);

}  // namespace daybook::faults
