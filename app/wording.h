// How times, people and entries are said in one line.
// Never longer than it needs to be: lists are made of these.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/widgets/row.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// "Meeting", "Scrutiny of documents".
[[nodiscard]] std::string title_of(const Pack& pack, const Activity& activity);
/// "Mon 14 Sep 2015, 10:42 to 11:35".
[[nodiscard]] std::string times_of(const Activity& activity);
/// "10:42 to 11:35", "10:42, running".
[[nodiscard]] std::string hours_of(const Activity& activity);
/// "DCS or nominee; Chief Executive".
[[nodiscard]] std::string people_of(const Pack& pack, const Activity& activity);
/// "Mon 14 Sep to Fri 18 Sep 2015".
[[nodiscard]] std::string days_of(const Inspection& inspection);
/// Whole minutes: "1 h 05 min", "12 min", "under a minute".
[[nodiscard]] std::string minutes_words(std::int64_t milliseconds);
/// What is said of how much there is: counted(1, "entry", "entries") is "1 entry".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one, std::string_view several);
/// When its first words were written, "10:42".
[[nodiscard]] std::string begun_words(const Entry& entry);

/// Strength, weakness, in confidence, retired, and the aspects.
[[nodiscard]] std::vector<Badge> badges_of(const Pack& pack, const Entry& entry, const Palette& palette);

}  // namespace daybook
