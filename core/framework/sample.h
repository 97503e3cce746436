// The invented inspection that a new user can open, to see what a filled notebook looks like.
// Never a real place or person; it names roles, aspects and kinds of activity of one pack.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/framework/pack.h"

namespace daybook {

struct SampleEntry {
    std::string words;
    std::vector<std::string> aspects;  ///< ids of the pack
    std::string polarity;              ///< "strength", "weakness" or "neutral"
    bool in_confidence = false;
    std::string impact;  ///< may be empty
    bool operator==(const SampleEntry&) const = default;
};

struct SampleActivity {
    std::string kind;  ///< id of the pack
    std::string place;
    std::int64_t start_minutes = 0;  ///< minutes after the first activity began, whose moment the caller chooses
    std::int64_t minutes = 0;        ///< minutes that it took
    std::vector<std::string> roles;  ///< ids of the pack; empty where nobody is met
    std::vector<SampleEntry> entries;
    bool operator==(const SampleActivity&) const = default;
};

struct SampleInspection {
    std::string title;
    std::string authority;
    std::string lead;
    std::vector<std::string> team;
    std::string first_day;  ///< "2015-09-14"
    std::string last_day;
    std::vector<SampleActivity> activities;
    bool operator==(const SampleInspection&) const = default;
};

/// Reads a sample and checks it against `pack`. Errc::corrupt names the place and the remedy, e.g.
/// "activities[0].roles: the pack has no role 'mayor'; ...". Limits are those of a pack.
[[nodiscard]] Result<SampleInspection> parse_sample(ByteView json, const Pack& pack);

}  // namespace daybook
