// Marks the words that were looked for where they stand, as the engine's search does in its excerpts.
// Never finds what the search does not: it is for what the search has found already.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

/// The beginning of `text`, or what is around the first of the query's words in it, with each of them between U+0002
/// and U+0003. Capitals and the signs on letters do not count; the last word of the query may be unfinished. At most
/// some lines of it.
[[nodiscard]] std::string with_words_marked(std::string_view text, std::string_view query);

}  // namespace daybook
