// Words as somebody types them who looks for them: without capitals, and without the signs on Latin letters.
// Never for what is stored or shown.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

/// `text` in small letters; Latin letters up to U+017F without their signs ("Évaluation" is "evaluation"), and those of
/// other scripts as they are. `text` is well-formed UTF-8, and so is the result.
[[nodiscard]] std::string plain_letters(std::string_view text);

}  // namespace daybook
