// How much is tried, and how it is told.
// Never keeps a seed to itself: what was found can be found again.
#include "tests/faults/results.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <string_view>

namespace daybook::faults {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : value;
}

}  // namespace

bool everything_is_tried() {
    return environment("DAYBOOK_FAULTS") == "all";
}

std::size_t share_of(std::size_t full) {
    return everything_is_tried() ? full : full / 10;
}

std::uint64_t seed(std::uint64_t daily) {
    const std::string_view wanted = environment("DAYBOOK_FAULTS_SEED");
    if (!wanted.empty()) return std::strtoull(wanted.data(), nullptr, 10);
    return everything_is_tried() ? std::random_device()() : daily;
}

void report(const std::string& name, const std::vector<std::pair<std::string, Figure>>& figures) {
    nlohmann::ordered_json line{{"name", name}};
    for (const auto& [what, figure] : figures) {
        std::visit([&](const auto& value) { line[what] = value; }, figure);
    }
    std::printf("FAULTS %s\n", line.dump().c_str());
    std::fflush(stdout);
}

}  // namespace daybook::faults
