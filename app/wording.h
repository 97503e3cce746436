// How times, people and entries are said in one line.
// Never longer than it needs to be: lists are made of these.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/row.h"
#include "app/words/words.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// "Meeting", "Scrutiny of documents".
[[nodiscard]] std::string title_of(const Words& say, const Pack& pack, const Activity& activity);
/// The same, and its school: "Meeting: Ashby Lane Primary School".
[[nodiscard]] std::string title_of(const Words& say, const Notebook& book, const Activity& activity);
/// "Mon 14 Sep 2015, 10:42 to 11:35".
[[nodiscard]] std::string times_of(const Words& say, const Activity& activity);
/// "10:42 to 11:35", "10:42, running", "10:42, paused".
[[nodiscard]] std::string hours_of(const Words& say, const Activity& activity);
/// "DCS or nominee; Chief Executive".
[[nodiscard]] std::string people_of(const Words& say, const Pack& pack, const Activity& activity);
/// "Mon 14 Sep 2015 to Fri 18 Sep 2015".
[[nodiscard]] std::string days_of(const Words& say, const Inspection& inspection);
/// Who wrote a version of its words, and when.
[[nodiscard]] std::string version_words(const Words& say, const TextVersion& version);
/// When its first words were written, "10:42".
[[nodiscard]] std::string begun_words(const Words& say, const Entry& entry);
/// The same, and how many photographs and drawings it has: "10:42 · 2 photographs".
[[nodiscard]] std::string entry_line(const Words& say, const Notebook& book, const Entry& entry);

/// Whether it was written while its activity ran, and when words were added to it; empty if that is not
/// known, and for the sample, whose words were all written when it was opened.
[[nodiscard]] std::string when_words(const Words& say, const Notebook& book, const Entry& entry);

/// Strength, weakness, in confidence - also where only a passage is - retired, and the aspects.
[[nodiscard]] std::vector<Badge> badges_of(const Words& say, const Notebook& book, const Entry& entry,
                                           const Palette& palette);
/// The same of a passage, each with its word.
[[nodiscard]] std::vector<Badge> badges_of(const Words& say, const Pack& pack, const Passage& passage,
                                           const Palette& palette);

/// "Safeguarding", "Serious concern": what a duty is about.
[[nodiscard]] std::string duty_words(const Words& say, std::string_view about);
/// "Open. Imre Callow", "Answered", "Closed".
[[nodiscard]] std::string follow_up_words(const Words& say, const Notebook& book, const FollowUp& follow_up);
/// When and in what an entry was begun: "Mon 14 Sep 2015, 10:42 · Meeting".
[[nodiscard]] std::string begun_in_words(const Words& say, const Notebook& book, const Entry& entry);
/// "Mon 14 Sep 2015, 10:42".
[[nodiscard]] std::string moment_words(const Words& say, const LocalTime& time);
/// How it begins, in one line; that it has no words if it has none.
[[nodiscard]] std::string quote_of(const Words& say, const Entry& entry);

/// The beginning of some words, in one line, as they are quoted where there is little room.
[[nodiscard]] std::string quote_of(std::string_view words);

}  // namespace daybook
