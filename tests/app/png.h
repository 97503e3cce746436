// Pictures as PNG files: written small, and read back.
// Never any other PNG than one that was written here.
#pragma once

#include <optional>
#include <string>

#include "tests/app/painter.h"

namespace daybook::testing {

void write_png(const Picture& picture, const std::string& path);
/// Nothing if there is no such file, or it is not one of ours.
[[nodiscard]] std::optional<Picture> read_png(const std::string& path);

}  // namespace daybook::testing
