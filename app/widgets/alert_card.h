// What went wrong, in a card of its own, told at once also to who does not see it.
// Never for what stands beside a field: that is the field's error.
#pragma once

#include <string_view>

#include "app/widgets/ui.h"

namespace daybook {

/// Nothing is drawn while `words` is empty.
void alert_card(Ui& ui, std::string_view key, std::string_view words);

}  // namespace daybook
