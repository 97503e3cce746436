// A quiet line that tells how something stands, also to who does not see it.
// Never interrupts: it is said when there is a pause.
#pragma once

#include <string_view>

#include "app/widgets/ui.h"

namespace daybook {

/// Nothing is drawn while `words` is empty.
void status_words(Ui& ui, std::string_view key, std::string_view words);
/// The same of something that is read where it stands: it is not among what a page says of itself.
void live_words(Ui& ui, std::string_view key, std::string_view words);

}  // namespace daybook
