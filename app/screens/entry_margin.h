// The margin of an entry's words: when each paragraph was begun.
// Never worked out while keys come: from what the notebook holds, once for each of its versions.
#pragma once

#include <string_view>
#include <vector>

#include "app/widgets/ui.h"
#include "core/notebook/notebook.h"
#include "core/notebook/paragraphs.h"

namespace daybook {

struct OpenEntry;

/// The stamps of the entry that was looked at last, and of which version of its words they are.
struct MarginDesk {
    ItemId entry;
    RevisionRef version;
    std::vector<MarginNote> stamps;
};

/// A stamp beside each paragraph that was begun a minute or more before or after the one that has the stamp above.
[[nodiscard]] std::vector<MarginNote> stamps_of(const Words& say, const std::vector<Paragraph>& paragraphs);

/// Of words that were not edited apart.
const std::vector<MarginNote>& stamps_of(const Words& say, const Notebook& book, const Entry& entry, MarginDesk& desk);

/// For the field, which is `width` wide. Of words that are on their way the stamps stay as they were.
[[nodiscard]] FieldMargin margin_of_field(const Ui& ui, const OpenEntry& open, float width);

/// Words that are read, with their stamps: at their left where there is room for it, else above them.
void stamped_words(Ui& ui, std::string_view words, const std::vector<MarginNote>& stamps);

}  // namespace daybook
