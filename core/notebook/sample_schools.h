// What a sample says of schools, and of what the framework asks about them: read and checked.
// Never read by anybody but parse_sample.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework/json_reader.h"
#include "core/notebook/sample.h"

namespace daybook {

namespace sample_limits {
inline constexpr std::size_t id_length = 64;
inline constexpr std::size_t line_length = 200;
inline constexpr std::size_t prose_length = 5000;
inline constexpr std::size_t most_items = 200;
inline constexpr std::int64_t longest_activity = 1440;  // minutes: a day
inline constexpr std::int64_t longest_inspection = 28 * longest_activity;
}  // namespace sample_limits

/// Of a list that may be missing.
[[nodiscard]] std::vector<JsonReader> optional_items(JsonReader& item, std::string_view name);

/// Refuses a number that no school of the sample has.
void check_sample_school(const SampleInspection& sample, const std::string& urn, JsonReader& item);
/// Refuses who neither leads nor is in the team.
void check_sample_inspector(const SampleInspection& sample, std::string_view member, const std::string& name,
                            JsonReader& item);
/// Refuses what the pack has not.
void check_sample_roles(const std::vector<std::string>& roles, const Pack& pack, JsonReader& item);
[[nodiscard]] SampleAnswer read_sample_answer(JsonReader& item, const SurveyQuestion& question);

void read_sample_schools(JsonReader& root, SampleInspection& sample, const Pack& pack);

/// The plan and the contacts.
void read_sample_plan(JsonReader& root, SampleInspection& sample, const Pack& pack);

/// Milestones, checklists, declarations, forms and the survey.
void read_sample_framework(JsonReader& root, SampleInspection& sample, const Pack& pack);

}  // namespace daybook
