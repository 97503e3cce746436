#include "app/screens/entry_flags.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/duties.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/notebook/flag_edits.h"

namespace daybook {
namespace {

constexpr std::array disclosures{duties::safeguarding, duties::serious_misconduct, duties::possible_crime};

/// The entry is there before it is marked.
void mark(const OpenEntry& open, const std::vector<Change>& changes) {
    open.drafts.create(open.draft, open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), changes);
}

void plain_flags(Ui& ui, const OpenEntry& open) {
    const ItemId id = open.draft.entry;
    const bool follow_up = open.entry != nullptr && open.entry->follow_up;
    const bool emerging = open.entry != nullptr && open.entry->emerging;
    const bool concern = open.entry != nullptr && open.entry->serious_concern;
    const Row row(ui);
    const auto flag = [&](Word label, bool on) {
        return chip(ui, {.label = ui.say(label), .on = on, .shape = ChipSpec::Shape::box});
    };
    if (flag(Word::flags_follow_up, follow_up)) mark(open, edits::set_follow_up(id, !follow_up));
    if (flag(Word::flags_emerging, emerging)) mark(open, edits::set_emerging(id, !emerging));
    if (flag(Word::duty_serious_concern, concern)) mark(open, edits::set_serious_concern(id, !concern));
}

void disclosure(Ui& ui, const OpenEntry& open) {
    const std::string said = open.entry == nullptr ? std::string() : open.entry->disclosure;
    const auto place = std::ranges::find(disclosures, said);
    std::optional<std::size_t> chosen;
    if (place != disclosures.end()) chosen = static_cast<std::size_t>(place - disclosures.begin());
    const std::array<Choice, 3> offered{{{ui.say(Word::duty_safeguarding)},
                                         {ui.say(Word::duty_serious_misconduct)},
                                         {ui.say(Word::duty_possible_crime)}}};
    caption(ui, ui.say(Word::flags_disclosure));
    if (const auto pressed = choices(ui, ui.say(Word::flags_disclosure), offered, chosen))
        mark(open,
             edits::set_disclosure(open.draft.entry, pressed == chosen ? std::string_view() : disclosures[*pressed]));
    ui.layout.space(4);
    note(ui, ui.say(Word::flags_disclosure_about));
    ui.layout.space(12);
}

void other_impacts(Ui& ui, const Entry& entry) {
    for (const TextVersion& version : entry.impact_versions) {
        if (version.text == entry.impact) continue;
        note(ui, ui.say(phrase::flags_impact_also{.version = version_words(ui.say, version), .words = version.text}));
    }
}

/// An impact is of something: without words there is nothing yet that could have had one.
void impact_field(Ui& ui, const OpenEntry& open) {
    if (open.entry == nullptr) return;
    const Scope scope(open.entry->id.hex());
    Draft& draft = open.drafts.open_impact(open.view.book, *open.entry);
    constexpr float lines = 2;
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::flags_impact),
                                    .kind = FieldKind::prose,
                                    .hint = ui.say(Word::flags_impact_about),
                                    .height = lines * ui.theme.editor().line + 22},
                                   draft.text);
    if (touch.state.changed) open.drafts.typed(draft, open.view.now.at);
    if (open.desk.was_typing_impact && !touch.state.focused) open.drafts.send_all(open.wishes.out);
    open.desk.was_typing_impact = touch.state.focused;
    other_impacts(ui, *open.entry);
}

struct SetRow {
    std::string key;
    std::string title;
    std::string words;
    Spot spot;
    bool urgent = false;
};

/// Each leads to where something is done about it.
std::vector<SetRow> rows_of(const Words& say, const Notebook& book, const Entry& entry) {
    std::vector<SetRow> rows;
    for (const Duty& one : duties_of(book, entry)) {
        const bool confident = entry.in_confidence || confidential(book.passages_of(entry.id)) > 0;
        const Word open_words = confident ? Word::duty_not_yet_confident : Word::duty_not_yet;
        rows.push_back(
            {.key = std::string(one.about.substr(0, 40)),
             .title = duty_words(say, one.about),
             .words = one.is_open() ? std::string(say(open_words)) : passed_on_words(say, *one.records.back()),
             .spot = {Place::duty, entry.activity, entry.id},
             .urgent = one.is_open()});
    }
    if (entry.follow_up) {
        rows.push_back({.key = "follow-up",
                        .title = std::string(say(Word::flags_follow_up)),
                        .words = follow_up_words(say, book, *entry.follow_up),
                        .spot = {Place::follow_up, entry.activity, entry.id}});
    }
    for (const Entry* asking : answered_by(book, entry.id)) {
        rows.push_back({.key = asking->id.hex(),
                        .title = std::string(say(Word::flags_answers)),
                        .words = quote_of(say, *asking),
                        .spot = {Place::follow_up, asking->activity, asking->id}});
    }
    return rows;
}

void what_is_set(Ui& ui, const Notebook& book, const Entry& entry, Wishes& wishes) {
    const auto rows = rows_of(ui.say, book, entry);
    if (rows.empty()) return;
    RowList list(ui, "flags set", ui.say(Word::flags_set));
    for (const SetRow& row : rows) {
        const Badge badge{.icon = Icon::warning,
                          .text = ui.say(Word::badge_not_passed_on),
                          .colour = ui.theme.palette.danger,
                          .shown = Badge::Shown::words};
        const std::span<const Badge> badges(&badge, row.urgent ? 1 : 0);
        if (list.row({.key = row.key, .title = row.title, .words = row.words, .badges = badges}))
            wishes.route.enter(row.spot);
    }
}

void quiet_flags(Ui& ui, const Entry& entry) {
    if (entry.emerging) note(ui, ui.say(Word::flags_is_emerging));
    if (entry.impact.empty()) return;
    ui.layout.space(4);
    caption(ui, ui.say(Word::flags_impact));
    paragraph(ui, entry.impact);
    other_impacts(ui, entry);
}

}  // namespace

void more_marks(Ui& ui, const OpenEntry& open) {
    const Scope scope("flags");
    const bool out = open.desk.flags_open;
    if (button(ui, {.label = ui.say(Word::flags_title), .look = Look::quiet, .expanded = out, .hangs = true}))
        open.desk.flags_open = !out;
    if (out) {
        const Part group(ui, "flags", Role::group, ui.say(Word::flags_title));
        ui.layout.space(8);
        plain_flags(ui, open);
        ui.layout.space(12);
        disclosure(ui, open);
        impact_field(ui, open);
    } else {
        open.desk.was_typing_impact = false;
    }
    if (open.entry != nullptr) {
        ui.layout.space(8);
        what_is_set(ui, open.view.book, *open.entry, open.wishes);
        if (!out) quiet_flags(ui, *open.entry);
    }
    ui.layout.space(16);
}

void flags_to_read(Ui& ui, const View& view, const Entry& entry, Wishes& wishes) {
    const Scope scope("flags");
    what_is_set(ui, view.book, entry, wishes);
    quiet_flags(ui, entry);
    ui.layout.space(16);
}

}  // namespace daybook
