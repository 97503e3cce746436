// What is recorded of meetings beyond their entries, and who can be reached.
// Never an answer to a question that the pack does not ask.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/framework/pack.h"
#include "tests/data/sample/json_text.h"
#include "tests/data/sample/timetable.h"

namespace daybook::sample_maker {

/// The record of an activity, if its kind has one; `before` were of the same kind.
void write_record(JsonText& json, const Pack& pack, const Appointment& made, std::size_t before);

void write_contacts(JsonText& json);

}  // namespace daybook::sample_maker
