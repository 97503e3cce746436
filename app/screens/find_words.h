// How filters and their values are called, and in which order they stand.
// Never an id where a name is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/words/words.h"
#include "core/notebook/filter.h"

namespace daybook {

/// "Who was met".
[[nodiscard]] std::string_view filter_name(const Words& say, Filter filter);
/// "Headteacher", "Mon 14 Sep 2015".
[[nodiscard]] std::string value_name(const Words& say, const Notebook& book, Filter filter, const std::string& value);
/// In the order in which they are offered: that of the pack, of time, or of the alphabet.
[[nodiscard]] std::vector<FilterValue> in_order(const Words& say, const Notebook& book, Filter filter,
                                                std::vector<FilterValue> values);
/// All that is looked for, in one line: "attendance · Headteacher · Strength".
[[nodiscard]] std::string criteria_words(const Words& say, const Notebook& book, std::string_view query,
                                         const Criteria& criteria);

}  // namespace daybook
