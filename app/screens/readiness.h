// "Before you leave": every check with its light, what is so, and what to do about it.
// Never colour alone: a light is also a shape and a word.
#pragma once

#include <span>

#include "app/readiness.h"
#include "app/screens/screen.h"

namespace daybook {

void readiness_screen(Ui& ui, const View& view, std::span<const Check> checks, Wishes wishes);

/// All of it in one line that leads there.
void readiness_line(Ui& ui, std::span<const Check> checks, Wishes wishes);

/// "3 points to look at", "Everything is ready".
[[nodiscard]] std::string readiness_words(const Words& say, std::span<const Check> checks);

}  // namespace daybook
