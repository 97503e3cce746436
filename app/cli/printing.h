// Words of other people on a terminal.
// Never lets them steer it: what is not text is shown as a substitute.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daybook::cli {

/// The same text with every control character but the line feed replaced by U+FFFD: an escape sequence in an entry
/// could otherwise hide or forge what is printed. So are the marks that turn the direction of reading around.
[[nodiscard]] std::string printable(std::string_view text);

/// The text in lines of at most `width` characters, where its words allow it, each behind `indent`, which counts.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view indent, std::size_t width);

/// counted(1, "copy", "copies") is "1 copy".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view several);

}  // namespace daybook::cli
