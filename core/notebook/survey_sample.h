// The sample of schools that the telephone survey asks: drawn by chance within each group, and changed by hand (F25).
// Never a school under inspection, and never one that drops out because it was called before the draw.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/log/revision.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// Whether any school is in a sample: then only those are called. As long as none is, all are.
[[nodiscard]] bool has_sample(const Notebook& book);

/// The schools of a group that can be asked, by name.
[[nodiscard]] std::vector<const School*> sample_candidates(const Notebook& book, std::string_view group);

/// Schools such that of each group in `wanted`, by its id, at least so many are among them, or all if it has fewer.
/// One that is in two groups counts for both, and whoever was called already comes first. Each other school of a group
/// is as likely as the next.
[[nodiscard]] std::set<ItemId> draw_sample(const Notebook& book, const std::map<std::string, std::size_t>& wanted,
                                           const RandomSource& random);

namespace edits {
/// These schools are the sample, and no others; none: everybody is asked again. Only what differs.
[[nodiscard]] std::vector<Change> set_sample(const Notebook& book, const std::set<ItemId>& schools);
[[nodiscard]] std::vector<Change> set_in_sample(ItemId school, bool in_sample);
}  // namespace edits

}  // namespace daybook
