// Where somebody was when the notebook was closed, so that they are there again once it is unlocked.
// Never a word that is in the notebook: the engine seals it all the same, and gives it back with the notebook only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/forms.h"
#include "app/route.h"
#include "app/widgets/scrolls.h"
#include "core/base/result.h"
#include "core/notebook/criteria.h"
#include "core/notebook/notebook.h"
#include "platform/text_field.h"

namespace daybook {

struct Whereabouts {
    /// In the entry's words.
    struct Caret {
        CaretPlace at;
        bool typing = false;  ///< the field had the focus
        bool operator==(const Caret&) const = default;
    };
    static constexpr std::size_t most_spots = 8;
    static constexpr std::size_t most_panels = 16;
    static constexpr std::size_t longest_query = 400;  ///< bytes
    static constexpr std::size_t most_values = 200;    ///< of all filters together
    static constexpr std::size_t most_forms = 64;
    static constexpr std::size_t most_fields = 256;       ///< of one form
    static constexpr std::size_t most_typed = 48 * 1024;  ///< bytes, of all forms together

    InspectionId inspection;
    std::vector<Spot> way;  ///< from a place of the rail to the one that was shown
    std::optional<Caret> caret;
    std::vector<PanelScroll> panels;
    std::string query;               ///< what was looked for
    Criteria criteria;               ///< and what it was filtered by
    std::vector<UnsavedForm> forms;  ///< what was typed and not saved
    bool operator==(const Whereabouts&) const = default;
};

/// Deterministic CBOR (core/engine/README.md). What is beyond the most is left out.
[[nodiscard]] Bytes encode(const Whereabouts& whereabouts);
[[nodiscard]] Result<Whereabouts> decode_whereabouts(ByteView bytes);  ///< Errc::corrupt; Errc::newer

/// As much of its way, from its beginning, as still leads somewhere in this notebook; at least Today.
[[nodiscard]] std::vector<Spot> way_that_is_left(const Whereabouts& whereabouts, const Notebook& book);

}  // namespace daybook
