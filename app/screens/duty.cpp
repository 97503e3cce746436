#include "app/screens/duty.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "app/screens/duties.h"
#include "app/screens/times.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/base/blank.h"
#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"

namespace daybook {
namespace {

/// What is filled in as long as nobody has typed anything else.
struct Usual {
    std::string day;
    std::string time;
    std::string by;
};

/// What was typed; nothing if something is missing or wrong: then that is said beside its field.
std::optional<PassedOn> read(const Words& say, const Duty& duty, PassedOnForm& form, const Usual& usual,
                             LocalTime now) {
    const std::string day = form.day.value_or(usual.day);
    const std::string time = form.time.value_or(usual.time);
    for (std::string* error : {&form.to_error, &form.day_error, &form.time_error}) error->clear();
    if (is_blank(form.to)) form.to_error = say(Word::duty_no_to);
    if (!is_typed_day(day)) form.day_error = say(Word::times_no_day);
    if (!minutes_of_day(time)) form.time_error = say(Word::times_no_time);
    const auto at = moment_of(day, time, now.utc_offset_minutes);
    if (at && *at > now.at) form.time_error = fault_words(say, TimesFault::Why::in_the_future);
    if (!form.to_error.empty() || !form.day_error.empty() || !form.time_error.empty() || !at) return std::nullopt;
    PassedOn record;
    record.entry = duty.entry->id;
    record.about = duty.about;
    record.to = form.to;
    record.by = form.by.value_or(usual.by);
    record.at = {*at, now.utc_offset_minutes};
    record.words = form.words;
    return record;
}

/// True if it was typed in.
bool typed_line(Ui& ui, const FieldLook& look, std::string& value, std::string* error) {
    const FieldTouch touch = field(ui, look, value);
    if (touch.state.changed && error != nullptr && !error->empty()) {
        error->clear();
        ui.attention.moved = true;
    }
    return touch.state.changed;
}

void typed_line(Ui& ui, const FieldLook& look, std::optional<std::string>& value, const std::string& usual,
                std::string* error) {
    std::string shown = value.value_or(usual);
    if (typed_line(ui, look, shown, error)) value = shown;
}

void form_fields(Ui& ui, PassedOnForm& form, const Usual& usual) {
    typed_line(ui, {.label = ui.say(Word::duty_to), .error = form.to_error}, form.to, &form.to_error);
    typed_line(ui, {.label = ui.say(Word::duty_day), .kind = FieldKind::date, .error = form.day_error}, form.day,
               usual.day, &form.day_error);
    typed_line(ui, {.label = ui.say(Word::duty_time), .kind = FieldKind::time, .error = form.time_error}, form.time,
               usual.time, &form.time_error);
    typed_line(ui, {.label = ui.say(Word::duty_by)}, form.by, usual.by, nullptr);
    constexpr float lines = 3;
    typed_line(ui,
               {.label = ui.say(Word::duty_said),
                .kind = FieldKind::prose,
                .hint = ui.say(Word::duty_said_about),
                .height = lines * ui.theme.editor().line + 22},
               form.words, nullptr);
}

void make_record(Ui& ui, const View& view, const Duty& duty, DutyDesk& desk, const std::string& author, Wishes wishes) {
    PassedOnForm& form = desk.forms[std::string(duty.about)];
    const Usual usual{calendar_date(view.now), clock_minutes(view.now), author};
    const std::string name = duty_words(ui.say, duty.about);
    if (!duty.is_open() && !form.open) {
        if (button(ui, {.label = ui.say(Word::duty_record_another),
                        .look = Look::quiet,
                        .name = ui.say(
                            phrase::duty_record_named{.action = ui.say(Word::duty_record_another), .about = name}),
                        .expanded = false,
                        .hangs = true}))
            form.open = true;
        return;
    }
    form_fields(ui, form, usual);
    ui.layout.space(8);
    if (!button(ui, {.label = ui.say(Word::duty_record),
                     .look = Look::primary,
                     .name = ui.say(phrase::duty_record_named{.action = ui.say(Word::duty_record), .about = name})}))
        return;
    auto record = read(ui.say, duty, form, usual, view.now);
    if (!record) return;
    record->id = new_id<ItemId>(wishes.random);
    wishes.out.edit(view.book.id(), edits::record_passed_on(*record));
    desk.forms.erase(std::string(duty.about));
}

void one_record(Ui& ui, const View& view, const PassedOn& record, Wishes wishes) {
    const Scope scope(record.id.hex());
    const std::string words = passed_on_words(ui.say, record);
    const Part item(ui, "record", Role::list_item, words);
    paragraph(ui, words);
    if (!record.words.empty()) paragraph(ui, record.words);
    note(ui, ui.say(phrase::duty_recorded{.author = record.author, .time = moment_words(ui.say, record.recorded)}));
    if (view.custody.can_be_written() &&
        button(ui, {.label = ui.say(Word::duty_retire),
                    .look = Look::quiet,
                    .name = ui.say(phrase::duty_record_named{.action = ui.say(Word::duty_retire), .about = words}),
                    .hangs = true}))
        wishes.out.edit(view.book.id(), edits::set_retired(record.id, true));
    ui.layout.space(12);
}

/// The framework's own words for it, with the paragraph.
void why(Ui& ui, const Pack& pack, std::string_view about) {
    const bool is_concern = about == duties::serious_concern;
    const RuleCheck check = is_concern ? RuleCheck::concern_passed_on : RuleCheck::disclosure_passed_on;
    const auto rule = std::ranges::find(pack.rules, check, &Rule::check);
    if (rule == pack.rules.end()) return;
    note(ui,
         ui.say(phrase::health_why{.why = is_concern ? ui.say(phrase::common_sentence{.words = rule->name}) : rule->why,
                                   .source = rule->source}));
    ui.layout.space(8);
}

void one_duty(Ui& ui, const View& view, const Duty& duty, DutyDesk& desk, const std::string& author, Wishes wishes) {
    const Scope scope(duty.about);
    heading(ui, duty_words(ui.say, duty.about), 2);
    why(ui, view.book.pack(), duty.about);
    if (duty.is_open()) {
        paragraph(ui, ui.say(Word::duty_not_yet));
        ui.layout.space(16);
    } else {
        const Part list(ui, "records", Role::list, ui.say(Word::duties_passed_on));
        for (const PassedOn* one : duty.records) one_record(ui, view, *one, wishes);
    }
    if (view.custody.can_be_written()) make_record(ui, view, duty, desk, author, wishes);
    ui.layout.space(32);
}

}  // namespace

void duty_screen(Ui& ui, const View& view, DutyDesk& desk, const std::string& author, Wishes wishes) {
    const Entry* entry = view.book.entry(wishes.route.here().entry);
    const auto found = entry == nullptr ? std::vector<Duty>{} : duties_of(view.book, *entry);
    if (found.empty()) {
        wishes.route.go_back();
        return;
    }
    if (desk.of != entry->id) desk = {.of = entry->id};
    const ScrollSubject subject(ui, entry->id);
    const Panel panel(ui, "duty", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::duties_title), 1);
    ui.layout.space(8);
    const bool confident = entry->in_confidence || confidential(view.book.passages_of(entry->id)) > 0;
    if (confident) {
        const Card card(ui, Card::Tone::danger);
        paragraph(ui, ui.say(Word::duty_outranks));
    }
    {
        const std::string meta = begun_in_words(ui.say, view.book, *entry);
        const std::string_view words =
            entry->words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry->words);
        RowList list(ui, "entry", ui.say(Word::find_entry));
        if (list.row({.key = "entry", .title = {}, .meta = meta, .words = words, .lines = 4}))
            wishes.route.enter({Place::entry, entry->activity, entry->id});
    }
    if (entry->retired) note(ui, ui.say(Word::duty_of_retired));
    ui.layout.space(24);
    for (const Duty& duty : found) one_duty(ui, view, duty, desk, author, wishes);
}

}  // namespace daybook
