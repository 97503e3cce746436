// Text as older office programs save it: Windows-1252, made UTF-8.
// Never guesses whether it is: whoever asks has looked.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

/// Five bytes stand for nothing (81, 8D, 8F, 90, 9D) and become U+FFFD.
[[nodiscard]] std::string utf8_from_windows_1252(std::string_view text);

}  // namespace daybook
