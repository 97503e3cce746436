#include "app/screens/entry.h"

#include <algorithm>

#include "app/screens/drawings.h"
#include "app/screens/entry_flags.h"
#include "app/screens/entry_header.h"
#include "app/screens/entry_marks.h"
#include "app/screens/entry_open.h"
#include "app/screens/entry_passages.h"
#include "app/screens/entry_prompts.h"
#include "app/screens/entry_reading.h"
#include "app/screens/entry_when.h"
#include "app/screens/meeting_record.h"
#include "app/screens/photographs.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/edits.h"
#include "core/notebook/meeting_record.h"

namespace daybook {
namespace {

// At the usual size of words.
constexpr float side_width = 360;
constexpr float side_from = 860;  // from this width on the marks stand beside the words

void apart(Ui& ui, const OpenEntry& open, const Box& box) {
    const Panel panel(ui, "versions", box, {.sides = 16, .top = 4, .bottom = 16});  // with room for the scrollbar
    paragraph(ui, ui.say(Word::entry_edited_apart));
    ui.layout.space(16);
    const auto& versions = open.entry->versions;
    for (std::size_t index = 0; index < versions.size(); ++index) {
        const TextVersion& version = versions[index];
        const Scope scope(std::to_string(index));
        const Card card(ui);
        caption(ui, version_words(ui.say, version));
        paragraph(ui, version.text.empty() ? ui.say(Word::entry_no_words) : std::string_view(version.text));
        ui.layout.space(16);
        if (!button(ui, {.label = ui.say(Word::entry_go_on_with)})) continue;
        Splice chosen{open.entry->id, std::string(words::prose), {version.ref}, 0, 0, {}};
        for (const TextVersion& other : versions) {
            if (other.ref != version.ref) chosen.bases.push_back(other.ref);
        }
        open.wishes.out.edit_text(open.view.book.id(), std::move(chosen), 0);
    }
}

void words_field(Ui& ui, const OpenEntry& open, const Box& box) {
    if (!can_be_written(open)) {
        words_to_read(ui, open, box);
        return;
    }
    if (open.entry != nullptr && open.entry->versions.size() > 1) {
        apart(ui, open, box);
        return;
    }
    const Scope scope(open.draft.entry.hex());
    ui.layout.open_column(box.x, box.y, box.width);
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::entry_words),
                                    .kind = FieldKind::prose,
                                    .placeholder = ui.say(Word::entry_write_here),
                                    .height = box.height,
                                    .begins_at = open.desk.carets[open.draft.entry],
                                    .margin = margin_of_field(ui, open, box.width),
                                    .follows_caret = open.desk.marks.scope == MarkScope::paragraph,
                                    .label_shown = FieldLook::Label::hidden},
                                   open.draft.text);
    ui.layout.close_column();
    open.desk.marks.told(touch.state.chosen);
    if (touch.state.changed) {
        open.drafts.typed(open.draft, open.view.now.at);
        open.desk.marks.choose(ItemId{});
    }
    if (open.desk.was_typing && !touch.state.focused) open.drafts.send_all(open.wishes.out);
    open.desk.was_typing = touch.state.focused;
    const bool is_new = open.entry == nullptr && open.desk.shown != open.draft.entry;
    if (is_new || open.desk.goes_on) ui.fields.focus(touch.id);
    open.desk.goes_on = false;
    open.desk.field = touch.id;
}

void siblings(Ui& ui, const OpenEntry& open) {
    const auto& entries = open.view.book.entries_of(open.draft.activity);
    if (entries.empty()) return;
    const std::string_view title = ui.say(meets_people(open) ? Word::entry_in_this_meeting : Word::entry_written_here);
    heading(ui, title, 2);
    RowList list(ui, "siblings", title);
    list.each(entries.size(), [&](std::size_t index) {
        const Entry& entry = *entries[index];
        const auto badges = badges_of(ui.say, open.view.book, entry, ui.theme.palette);
        const std::string meta = entry_line(ui.say, open.view.book, entry);
        const std::string_view words =
            entry.words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry.words);
        if (list.row({.key = entry.id.hex(),
                      .title = {},
                      .meta = meta,
                      .words = words,
                      .badges = badges,
                      .current = entry.id == open.draft.entry,
                      .faded = entry.retired})) {
            open.wishes.route.replace({Place::entry, entry.activity, entry.id});
        }
    });
}

void history(Ui& ui, const OpenEntry& open) {
    if (open.entry == nullptr) return;
    if (button(ui, {.label = ui.say(Word::history_title), .look = Look::quiet, .hangs = true}))
        open.wishes.route.enter({Place::history, open.draft.activity, open.draft.entry});
    ui.layout.space(8);
}

void retire(Ui& ui, const OpenEntry& open) {
    if (open.entry == nullptr || !can_be_written(open)) return;
    if (open.entry->retired) note(ui, ui.say(Word::entry_is_retired));
    const bool pressed = button(ui, {.label = ui.say(open.entry->retired ? Word::entry_bring_back : Word::entry_retire),
                                     .look = open.entry->retired ? Look::secondary : Look::quiet,
                                     .icon = Icon::retired,
                                     .hangs = !open.entry->retired});
    if (pressed) {
        open.wishes.out.edit(open.view.book.id(), edits::set_retired(open.entry->id, !open.entry->retired));
    }
    ui.layout.space(24);
}

bool has_any_pictures(const OpenEntry& open) {
    const Notebook& book = open.view.book;
    return !photographs_of(book, open.draft.entry).empty() || !book.drawings().of(open.draft.entry).empty();
}

void pictures_in_row(Ui& ui, const OpenEntry& open) {
    photographs(ui, open.view, open.draft, open.drafts, open.album, open.wishes);
    drawings(ui, open.view, open.draft.entry, open.ink, open.wishes);
}

/// To what the meeting is to record, with how much of it is.
void record_button(Ui& ui, const OpenEntry& open) {
    if (open.activity == nullptr) return;
    const std::string words = record_words(ui.say, open.view.book, *open.activity);
    if (words.empty()) return;
    const RecordProgress progress = progress_of(open.view.book.pack(), *open.activity);
    const std::string label = ui.say(phrase::record_button{.answered = std::to_string(progress.answered),
                                                           .all = std::to_string(progress.questions)});
    const std::string name =
        ui.say(phrase::common_comma{.first = std::string(ui.say(Word::record_title)), .second = words});
    if (!button(ui, {.label = label,
                     .icon = progress.lacking.empty() ? Icon::check : Icon::none,
                     .name = name,
                     .key = "record"}))
        return;
    open.drafts.send_all(open.wishes.out);
    open.wishes.route.enter({Place::meeting_record, open.activity->id});
}

void marks(Ui& ui, const OpenEntry& open, AspectHeadings headings) {
    if (!can_be_written(open)) {
        marks_to_read(ui, open.view, open.entry);
        if (open.entry != nullptr) flags_to_read(ui, open.view, *open.entry, open.wishes);
        const Row row(ui);
        pictures_in_row(ui, open);
        return;
    }
    if (open.desk.people_open && open.activity != nullptr) people_marks(ui, open.view, *open.activity, open.wishes.out);
    const Marking marking{open.view.book,  open.draft,         open.drafts,
                          open.desk.marks, open.wishes.random, open.wishes.out};
    const MarkTarget target = mark_target(open.view.book, open.draft, open.desk.marks);
    open.desk.mark_target = target;
    mark_scope(ui, marking, target);
    polarity_marks(ui, marking, target);
    const bool has_pictures = has_any_pictures(open);
    {
        const Row row(ui);
        come_back_mark(ui, open.view, open.draft, open.drafts, open.wishes);
        prompts_button(ui, open);
        record_button(ui, open);
        if (!has_pictures) pictures_in_row(ui, open);
    }
    prompts(ui, open);
    if (has_pictures) {
        const Row row(ui);
        pictures_in_row(ui, open);
    }
    photographs_coming(ui, open.album, open.draft.entry);
    ui.layout.space(headings == AspectHeadings::shown ? 24 : 8);
    aspect_marks(ui, headings, marking, target);
    ui.layout.space(16);
    more_marks(ui, open);
    passages_to_choose(ui, marking, target);
    when_it_was_written(ui, open);
}

void words_and_side(Ui& ui, const OpenEntry& open, const Box& area) {
    const float side = ui.theme.scaled(side_width);
    const Box words{area.x + 24, area.y, area.width - side - 24, area.height - 24};
    words_field(ui, open, words);
    const Panel panel(ui, "side", {area.x + area.width - side, area.y, side, area.height},
                      {.sides = 20, .top = 4, .bottom = 24});
    marks(ui, open, AspectHeadings::shown);
    siblings(ui, open);
    history(ui, open);
    retire(ui, open);
}

void words_above_marks(Ui& ui, const OpenEntry& open, const Box& area, float sides) {
    const Box& whole = open.view.area;
    // The words keep at least half; of the marks a part of a line shows, so that one sees that there are more.
    const float most = open.desk.people_open || open.desk.prompts_open ? 0.55F : 0.42F;
    const float share = std::min(area.height * most, ui.theme.scaled(area.width >= ui.theme.scaled(700) ? 300 : 276));
    // However low the window is, a whole line of words is seen.
    const float line = 1.6F * ui.theme.body().em + 4;
    const float below = std::min(share, std::max(area.height - line, 0.0F));
    words_field(ui, open, {area.x + sides, area.y, area.width - 2 * sides, area.height - below - 4});
    const Panel panel(ui, "below", {area.x, area.y + area.height - below, area.width, below},
                      {.sides = sides, .top = 8, .bottom = 16});
    if (actions_at(ui, whole) == ActionsAt::below_words) {
        entry_actions(ui, open);
        ui.layout.space(16);
    }
    marks(ui, open, AspectHeadings::spoken);
    if (open.standing == Standing::alone) siblings(ui, open);
    history(ui, open);
    retire(ui, open);
}

}  // namespace

void EntryDesk::note_caret(const TextFields& fields) {
    if (field == 0) return;
    if (const auto at = fields.caret(field)) carets[shown] = *at;
}

void entry_screen(Ui& ui, const View& view, Standing standing, EntryDesk& desk, EntryTools with, Wishes wishes) {
    const Spot spot = wishes.route.here();
    if (desk.shown != spot.entry) {
        desk.note_caret(ui.fields);  // not in every frame: the page has to lay itself out to answer
        with.drafts.send_all(wishes.out);
        desk.marks.start_over();
    }
    desk.field = 0;
    const ScrollSubject subject(ui, spot.entry);
    Draft& draft = with.drafts.open(view.book, spot.entry, spot.activity);
    const OpenEntry open{view,
                         standing,
                         view.book.activity(spot.activity),
                         view.book.entry(spot.entry),
                         draft,
                         with.drafts,
                         with.album,
                         with.ink,
                         desk,
                         wishes};
    const float sides = view.area.width < ui.theme.scaled(480) ? 16 : 24;
    const float top = entry_header(ui, open, view.area, sides);
    const Box rest{view.area.x, top, view.area.width, view.area.y + view.area.height - top};
    if (view.area.width >= ui.theme.scaled(side_from)) {
        words_and_side(ui, open, rest);
    } else {
        words_above_marks(ui, open, rest, sides);
    }
    desk.shown = spot.entry;
}

}  // namespace daybook
