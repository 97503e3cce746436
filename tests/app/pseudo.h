// English made strange, so that a word which does not come from the table is seen: accents on its letters, two fifths
// longer, between brackets. Inter has all of it.
// Never part of the product: it is a table like any other, read as any other is.
#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace daybook::testing {

inline constexpr std::string_view pseudo_open = "\u00AB";
inline constexpr std::string_view pseudo_close = "\u00BB";

/// The letters alone: "Saved {time}" becomes "Šáṽéđ {time}", as far as Inter has them.
[[nodiscard]] std::string accented(std::string_view text);
/// A whole text of the table. One without letters stays as it is.
[[nodiscard]] std::string pseudo(std::string_view text);
/// The table of all of them.
[[nodiscard]] Bytes pseudo_table();

/// Whether a letter stands in `text` that no text of that table has.
[[nodiscard]] bool has_plain_letters(std::string_view text);

}  // namespace daybook::testing
