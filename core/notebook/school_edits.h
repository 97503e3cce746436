// What a person does to the schools of a notebook, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/log/revision.h"
#include "core/notebook/notebook.h"
#include "core/notebook/school.h"

namespace daybook::edits {

/// `id` is school_id() where the school has a number, else a new one.
[[nodiscard]] std::vector<Change> add_school(ItemId id, const SchoolFacts& facts);
/// What is wrong with a school that was typed in, or with its facts as they were corrected: no name, a number that is
/// none or another school's, words that are too long. Errc::invalid, words for a person.
[[nodiscard]] Result<void> check_school(const Notebook& book, ItemId id, const SchoolFacts& facts);
/// Only what differs; nothing if nothing does.
[[nodiscard]] std::vector<Change> correct_school(const School& before, const SchoolFacts& facts);
/// Says by hand which groups the school is in: those that it is in now, but for this one.
[[nodiscard]] std::vector<Change> set_school_group(const Pack& pack, const School& before, const std::string& group,
                                                   bool present);
/// What was said by hand counts no more.
[[nodiscard]] std::vector<Change> group_as_derived(ItemId school);

}  // namespace daybook::edits
