// The photographs of an entry, beside its marks: small, in the order in which they came, and the way to take another.
// Never shows one that was retired: it stands in its place as such.
#pragma once

#include "app/album.h"
#include "app/drafts.h"
#include "app/screens/screen.h"

namespace daybook {

/// "Photograph 2 of 3".
[[nodiscard]] std::string photograph_title(const Words& say, const Notebook& book, const Attachment& photograph);
/// "Photograph 2 of 3, 10:42. The notice beside the door".
[[nodiscard]] std::string photograph_name(const Words& say, const Notebook& book, const Attachment& photograph);

/// Pictures among the attachments of an entry, in the order in which they were added.
[[nodiscard]] std::vector<const Attachment*> photographs_of(const Notebook& book, ItemId entry);

/// In the row that is open. `draft` is the entry's.
void photographs(Ui& ui, const View& view, Draft& draft, Drafts& drafts, Album& album, Wishes wishes);
/// How many are on their way, beneath that row.
void photographs_coming(Ui& ui, const Album& album, ItemId entry);

}  // namespace daybook
