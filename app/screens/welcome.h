// There is no inspection yet: make one, or look at the sample.
// Never in the way of somebody who has one.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

enum class Welcomed { make_own, open_sample };

std::optional<Welcomed> welcome_screen(Ui& ui, const Box& area, std::string_view author);

}  // namespace daybook
