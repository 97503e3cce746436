#include "app/screens/more.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

std::optional<InspectionId> inspections(Ui& ui, const View& view, const Shelf& shelf) {
    std::optional<InspectionId> chosen;
    heading(ui, "Inspections on this device", 2);
    RowList list(ui, "inspections", "Inspections on this device");
    for (const Notebook* book : shelf.all()) {
        const Inspection& inspection = book->inspection();
        const std::string words =
            "Lead " + inspection.lead + ", " + counted(book->entries().size(), "entry", "entries");
        std::vector<Badge> badges;
        if (book->id() == view.book.id()) {
            badges.push_back(
                {.icon = Icon::check, .text = "Open", .colour = ui.theme.palette.accent, .shown = Badge::Shown::words});
        }
        if (inspection.is_sample) {
            badges.push_back({.text = "Sample", .colour = ui.theme.palette.quiet, .shown = Badge::Shown::words});
        }
        const std::string days = days_of(inspection);
        if (list.row({.key = book->id().hex(),
                      .title = inspection.authority,
                      .meta = days,
                      .words = words,
                      .badges = badges,
                      .current = book->id() == view.book.id(),
                      .lines = 1})) {
            chosen = book->id();
        }
    }
    return chosen;
}

void promises(Ui& ui) {
    heading(ui, "About Daybook", 2);
    paragraph(ui,
              "\u201CSaved\u201D means that your words are on this device\u2019s disk, locked, in two copies. At most "
              "the last "
              "second of typing is not.");
    paragraph(ui,
              "Nothing is sent anywhere. The words leave this device only in a bundle that you hand over, and "
              "only those can read it whose keys it is locked to.");
    paragraph(ui, "Until a bundle has reached the office, this device holds the only copies: hand over often.");
    note(ui, "Daybook, first version");
}

}  // namespace

std::optional<MoreWish> more_screen(Ui& ui, const View& view, const Shelf& shelf, Wishes wishes) {
    std::optional<MoreWish> wish;
    const Panel panel(ui, "more", view.area, page_padding(view.area));
    heading(ui, "More", 1);
    ui.layout.space(2);
    note(ui, "Signed in as " + shelf.author());
    ui.layout.space(24);
    if (const auto chosen = inspections(ui, view, shelf)) wish = *chosen;
    const bool has_sample =
        std::ranges::any_of(shelf.all(), [](const Notebook* book) { return book->inspection().is_sample; });
    {
        const Row row(ui);
        if (button(ui, {.label = "New inspection", .icon = Icon::plus})) wishes.route.enter({Place::new_inspection});
        if (!has_sample && button(ui, {.label = "Open the sample", .icon = Icon::notebook})) wish = OpenSample{};
    }
    ui.layout.space(40);
    heading(ui, "Lock", 2);
    note(ui, "Forgets the keys and every word in memory. The passcode opens the notebook again.");
    ui.layout.space(16);
    if (button(ui, {.label = "Lock now", .icon = Icon::lock})) wish = LockNow{};
    ui.layout.space(40);
    promises(ui);
    return wish;
}

}  // namespace daybook
