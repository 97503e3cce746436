// How what happened to an entry is said, line by line.
// Never anything of its words: those are shown.
#pragma once

#include <string>
#include <vector>

#include "app/words/words.h"
#include "core/notebook/history.h"

namespace daybook {

/// What a step adds up to, but for the words.
[[nodiscard]] std::vector<std::string> sum_said(const Words& say, const Notebook& book, const HistoryStep& step);
/// Each of its revisions, with the time: "10:42:07 · added: “the virtual”".
[[nodiscard]] std::vector<std::string> each_said(const Words& say, const Notebook& book, ItemId entry,
                                                 const HistoryStep& step);
/// "Mon 14 Sep 2015, 10:42 to 10:44 (UTC+01:00)".
[[nodiscard]] std::string when_said(const Words& say, const HistoryStep& step);

}  // namespace daybook
