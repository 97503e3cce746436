#include "app/screens/more.h"

#include <algorithm>
#include <ranges>

#include "app/screens/checklists.h"
#include "app/screens/deadlines.h"
#include "app/screens/declarations.h"
#include "app/screens/duties.h"
#include "app/screens/evidence_forms.h"
#include "app/screens/follow_ups.h"
#include "app/screens/health.h"
#include "app/screens/inspection_page.h"
#include "app/screens/plan.h"
#include "app/screens/readiness.h"
#include "app/screens/schools.h"
#include "app/screens/survey.h"
#include "app/screens/text_size.h"
#include "app/screens/time_spent.h"
#include "app/screens/update.h"
#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

std::optional<InspectionId> inspections(Ui& ui, const View& view, const Shelf& shelf) {
    std::optional<InspectionId> chosen;
    heading(ui, ui.say(Word::more_inspections), 2);
    RowList list(ui, "inspections", ui.say(Word::more_inspections));
    for (const Notebook* book : shelf.all()) {
        const Inspection& inspection = book->inspection();
        const std::string words = ui.say(phrase::more_lead{
            .lead = inspection.lead, .entries = ui.say(phrase::count_entries{.count = book->entries().size()})});
        std::vector<Badge> badges;
        if (book->id() == view.book.id()) {
            badges.push_back({.icon = Icon::check,
                              .text = ui.say(Word::more_is_open),
                              .colour = ui.theme.palette.accent,
                              .shown = Badge::Shown::words});
        }
        if (inspection.is_sample) {
            badges.push_back(
                {.text = ui.say(Word::more_is_sample), .colour = ui.theme.palette.quiet, .shown = Badge::Shown::words});
        }
        const std::string days = days_of(ui.say, inspection);
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
    heading(ui, ui.say(Word::more_device), 2);
    RowList list(ui, "settings", ui.say(Word::more_device));
    const auto leads_to = [&](std::string_view title, std::string_view words, Place place) {
        if (list.row({.key = title, .title = title, .words = words, .lines = 2})) wishes.route.enter({place});
    };
    leads_to(ui.say(Word::more_readiness), readiness_words(ui.say, facts.checks), Place::readiness);
    leads_to(ui.say(Word::more_locking), lock_words(ui.say, facts.locking.times), Place::locking);
    leads_to(ui.say(Word::more_text_size),
             ui.say(phrase::more_text_size_about{.percent = text_size_words(ui.say, facts.text_percent)}),
             Place::text_size);
    leads_to(ui.say(Word::go_to_title), ui.say(Word::order_go_to_about), Place::go_to);
    leads_to(ui.say(Word::more_shortcuts), ui.say(Word::more_shortcuts_about), Place::shortcuts);
    leads_to(ui.say(Word::more_passcode), ui.say(Word::more_passcode_about), Place::passcode);
    if (!view.custody.can_be_written()) return;
    leads_to(ui.say(phrase::more_erase{.inspection = view.book.inspection().authority}), ui.say(Word::more_erase_about),
             Place::erase);
}

void of_inspection(Ui& ui, const View& view, HealthFindings& health, Wishes wishes) {
    const std::string& authority = view.book.inspection().authority;
    heading(ui, authority, 2);
    health_row(ui, view, health, wishes);
    RowList list(ui, "inspection", authority);
    const auto leads_to = [&](Word name, const std::string& words, Place place) {
        const std::string_view title = ui.say(name);
        if (list.row({.key = title, .title = title, .words = words, .lines = 2})) wishes.route.enter({place});
    };
    leads_to(Word::inspection_page_title, inspection_page_words(ui.say, view.book), Place::inspection);
    leads_to(Word::plan_title, plan_words(ui.say, view.book), Place::plan);
    leads_to(Word::duties_title, duties_state_words(ui.say, view.book), Place::duties);
    leads_to(Word::follow_ups_title, follow_ups_words(ui.say, view.book), Place::follow_ups);
    if (!view.book.pack().deadlines.empty())
        leads_to(Word::deadlines_title, deadlines_words(ui.say, view), Place::deadlines);
    leads_to(Word::framework_title, view.book.pack().short_name, Place::framework);
    if (has_any_checklists(view.book))
        leads_to(Word::checklists_title, checklists_words(ui.say, view.book), Place::checklists);
    leads_to(Word::time_spent_title, time_spent_words(ui.say, view), Place::time_spent);
    leads_to(Word::past_title, std::string(ui.say(Word::past_go_to_about)), Place::past);
    leads_to(Word::declarations_title, declarations_words(ui.say, view.book), Place::declarations);
    leads_to(Word::schools_title, std::string(schools_words(ui.say, view)), Place::schools);
    if (has_any_forms(view.book))
        leads_to(Word::forms_title, evidence_forms_words(ui.say, view.book), Place::evidence_forms);
    if (has_survey(view.book)) leads_to(Word::survey_title, survey_words(ui.say, view), Place::survey);
}

void start_report(Ui& ui, const std::string& at_the_start) {
    heading(ui, ui.say(Word::more_at_the_start), 2);
    if (at_the_start.empty()) {
        note(ui, ui.say(Word::more_all_well));
    } else {
        paragraph(ui, at_the_start);
    }
    ui.layout.space(40);
}

/// For who translates: the table's shortcomings by name, the first ones if there are many.
void what_the_table_lacks(Ui& ui) {
    constexpr std::size_t most = 12;
    std::string which;
    for (const std::string& one : ui.say.shortcomings() | std::views::take(most)) {
        which = which.empty() ? one : ui.say(phrase::common_semicolon{.first = which, .second = one});
    }
    if (ui.say.shortcomings().size() > most) which += "\u2026";
    note(ui, ui.say(phrase::more_table_lacks{.which = which}));
}

void promises(Ui& ui, Copies copies) {
    heading(ui, ui.say(Word::more_about), 2);
    paragraph(ui, ui.say(copies == Copies::one ? Word::more_saved_means_once : Word::more_saved_means));
    paragraph(ui, ui.say(Word::more_nothing_sent));
    paragraph(ui, ui.say(Word::more_only_copies));
    note(ui, ui.say(Word::more_version));
    if (!ui.say.shortcomings().empty()) what_the_table_lacks(ui);
}

}  // namespace

std::optional<MoreWish> more_screen(Ui& ui, const View& view, const Shelf& shelf, const MoreFacts& facts,
                                    Wishes wishes) {
    std::optional<MoreWish> wish;
    const Panel panel(ui, "more", view.area, page_padding(ui, view.area));
    heading(ui, ui.say(Word::more_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(phrase::more_signed_in{.name = shelf.author()}));
    ui.layout.space(24);
    if (const auto chosen = inspections(ui, view, shelf)) wish = *chosen;
    const bool has_sample =
        std::ranges::any_of(shelf.all(), [](const Notebook* book) { return book->inspection().is_sample; });
    {
        const Row row(ui);
        if (button(ui, {.label = ui.say(Word::more_new_inspection), .icon = Icon::plus}))
            wishes.route.enter({Place::new_inspection});
        if (!has_sample && button(ui, {.label = ui.say(Word::more_sample), .icon = Icon::notebook}))
            wish = OpenSample{};
    }
    ui.layout.space(32);
    update_offer(ui, view, facts.device, wishes);
    of_inspection(ui, view, facts.health, wishes);
    ui.layout.space(32);
    settings(ui, view, facts, wishes);
    ui.layout.space(32);
    heading(ui, ui.say(Word::more_lock), 2);
    note(ui, ui.say(Word::more_lock_about));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(Word::more_lock_now), .icon = Icon::lock})) wish = LockNow{};
    ui.layout.space(40);
    start_report(ui, facts.at_the_start);
    promises(ui, facts.copies);
    return wish;
}

}  // namespace daybook
