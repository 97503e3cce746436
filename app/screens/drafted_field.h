// A field that grows with its words, which are saved as they are typed.
// Never as high as all that could be typed: what stands beneath is not far from it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/drafts.h"
#include "app/screens/screen.h"
#include "app/widgets/ui.h"

namespace daybook {

struct DraftedFieldSpec {
    std::string_view label;
    const std::string& key;  ///< of the field on its screen
    std::size_t least_lines = 2;
    std::size_t most_lines = 10;
};

/// `typing` is the key of the field that has the caret, and is kept here; what was typed is sent when it is left.
void drafted_field(Ui& ui, const DraftedFieldSpec& spec, Draft& draft, Drafts& drafts, std::string& typing,
                   const View& view, Outbox& out);

}  // namespace daybook
