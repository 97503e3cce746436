#include "app/screens/more.h"

#include <algorithm>

#include "app/screens/readiness.h"
#include "app/screens/text_size.h"
#include "app/screens/update.h"
#include "app/version.h"
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

void settings(Ui& ui, const View& view, const MoreFacts& facts, Wishes wishes) {
    heading(ui, "This device", 2);
    RowList list(ui, "settings", "This device");
    const auto leads_to = [&](std::string_view title, std::string_view words, Place place) {
        if (list.row({.key = title, .title = title, .words = words, .lines = 2})) wishes.route.enter({place});
    };
    leads_to("Before you leave", readiness_words(facts.checks), Place::readiness);
    leads_to("Locking", lock_words(facts.locking.times), Place::locking);
    leads_to("Text size", text_size_words(facts.text_percent) + " of the usual size", Place::text_size);
    leads_to("Change the passcode", "The notebook stays as it is.", Place::passcode);
    if (!view.custody.can_be_written()) return;
    leads_to("Erase " + view.book.inspection().authority, "Takes this inspection off this device for ever.",
             Place::erase);
}

void start_report(Ui& ui, const std::string& at_the_start) {
    heading(ui, "What happened at the start", 2);
    if (at_the_start.empty()) {
        note(ui, "Both copies on this device were compared and are the same. Nothing had to be repaired.");
    } else {
        paragraph(ui, at_the_start);
    }
    ui.layout.space(40);
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
    note(ui, version_name);
}

}  // namespace

std::optional<MoreWish> more_screen(Ui& ui, const View& view, const Shelf& shelf, const MoreFacts& facts,
                                    Wishes wishes) {
    std::optional<MoreWish> wish;
    const Panel panel(ui, "more", view.area, page_padding(ui, view.area));
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
    ui.layout.space(32);
    update_offer(ui, view, facts.device, wishes);
    settings(ui, view, facts, wishes);
    ui.layout.space(32);
    heading(ui, "Lock", 2);
    note(ui, "Forgets the keys and every word in memory. The passcode opens the notebook again.");
    ui.layout.space(16);
    if (button(ui, {.label = "Lock now", .icon = Icon::lock})) wish = LockNow{};
    ui.layout.space(40);
    start_report(ui, facts.at_the_start);
    promises(ui);
    return wish;
}

}  // namespace daybook
