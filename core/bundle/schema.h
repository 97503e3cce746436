// The tables and views of a bundle, but for those that have files of their own: week_one.h, meeting_records.h, plan.h,
// set_aside.h.
// Never a table that only Daybook can read: plain columns, plain words, and no function but SQLite's own.
#pragma once

#include <string_view>

namespace daybook {

/// Rows are put in the order of time; their RFC 3339 texts do not sort so when the clocks change, nor within a second.
extern const std::string_view notebook_schema;

}  // namespace daybook
