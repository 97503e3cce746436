#include "app/screens/health.h"

#include <algorithm>
#include <vector>

#include "app/screens/checklists.h"
#include "app/screens/evidence_forms.h"
#include "app/screens/meeting_record.h"
#include "app/screens/today.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "core/base/blank.h"
#include "core/notebook/edits.h"
#include "core/notebook/health.h"

namespace daybook {
namespace {

constexpr std::size_t most_of_a_rule = 20;  // with fewer open, the next ones come up

/// What is said of one, and where pressing leads: nowhere from an aspect.
struct Said {
    std::string title;
    std::string about{};
    Spot spot{};
};

Said said_of_activity(const Words& say, const View& view, const Activity& activity, const RandomSource& random) {
    std::string times = times_of(say, activity);
    if (activity.is_running()) times = say(phrase::common_dot{.first = times, .second = say(Word::health_not_ended)});
    return {title_of(say, view.book, activity), std::move(times), last_entry(view.book, activity.id, random)};
}

/// Of what a meeting is to record: what is missing of it, and when the meeting was.
Said said_of_record(const Words& say, const View& view, const Activity& activity) {
    return {title_of(say, view.book, activity),
            say(phrase::common_dot{.first = times_of(say, activity), .second = record_words(say, view.book, activity)}),
            {Place::meeting_record, activity.id}};
}

/// With a name that somebody can be recognised by, which is to be found there.
Said with_person(const Words& say, Said said, std::string_view person) {
    if (!person.empty()) said.about = say(phrase::common_dot{.first = said.about, .second = quote_of(person)});
    return said;
}

/// Of what a meeting records: when that was, and the name.
Said said_of_name_in_record(const Words& say, const View& view, const Activity& activity, std::string_view person) {
    return with_person(
        say, {title_of(say, view.book, activity), times_of(say, activity), {Place::meeting_record, activity.id}},
        person);
}

/// Where what a rule finds of an entry is put right.
Place place_for(RuleCheck check) {
    switch (check) {
        case RuleCheck::disclosure_passed_on:
        case RuleCheck::concern_passed_on:
            return Place::duty;
        case RuleCheck::follow_up_settled:
            return Place::follow_up;
        default:
            return Place::entry;
    }
}

Said said_of_entry(const Words& say, const View& view, const Entry& entry, Place place) {
    const Activity* activity = view.book.activity(entry.activity);
    const std::string begun = begun_words(say, entry);
    return {quote_of(say, entry),
            activity == nullptr
                ? begun
                : say(phrase::common_comma{.first = begun, .second = title_of(say, view.book, *activity)}),
            {place, entry.activity, entry.id}};
}

Said said_of_list(const Words& say, const View& view, const Checklist& list) {
    Spot spot{Place::checklist};
    spot.checklist = checklist_id(view.book, list);
    return {list.name, say(phrase::health_why{.why = std::string(say(Word::health_untouched)), .source = list.source}),
            spot};
}

/// Of an inspected school: how many of its talks have all that belongs to them.
Said said_of_school(const Words& say, const View& view, const School& school) {
    Spot spot{Place::evidence_form};
    spot.school = school.id;
    return {school.facts.name, evidence_forms_words(say, view.book, school), spot};
}

/// Of an item of a checklist: its list, and what was said of it.
Said said_of_check(const Words& say, const View& view, const Shortfall& one) {
    const CheckedItem* check = view.book.check(one.list->id, one.check->id);
    const bool is_said = check != nullptr && !check->state.empty();
    Spot spot{Place::checklist};
    spot.checklist = checklist_id(view.book, *one.list);
    return {one.check->name,
            say(phrase::common_dot{
                .first = one.list->name,
                .second = is_said ? state_words(say, check->state) : std::string(say(Word::checks_open))}),
            spot};
}

/// Of a photograph or a drawing: where it is.
Said said_of_picture(const Words& say, const View& view, Word what, ItemId of, LocalTime made, Spot spot) {
    const Entry* entry = view.book.entry(of);
    if (entry != nullptr) spot.activity = entry->activity;
    spot.entry = of;
    return {std::string(say(what)),
            entry == nullptr || entry->words.empty()
                ? moment_words(say, made)
                : say(phrase::common_comma{.first = moment_words(say, made), .second = quote_of(entry->words)}),
            spot};
}

Said said_of(const Words& say, const View& view, const Shortfall& one, const RandomSource& random) {
    if (one.aspect != nullptr) return {one.aspect->name, one.aspect->source};
    if (one.check != nullptr) return said_of_check(say, view, one);
    if (one.list != nullptr) return said_of_list(say, view, *one.list);
    if (const Activity* activity = view.book.activity(one.item)) {
        if (one.rule->check == RuleCheck::record_complete) return said_of_record(say, view, *activity);
        if (one.rule->check == RuleCheck::person_unnamed)
            return said_of_name_in_record(say, view, *activity, one.person);
        return said_of_activity(say, view, *activity, random);
    }
    if (const Entry* entry = view.book.entry(one.item))
        return with_person(say, said_of_entry(say, view, *entry, place_for(one.rule->check)), one.person);
    if (const Attachment* photograph = view.book.attachment(one.item)) {
        return said_of_picture(say, view, Word::health_photograph, photograph->of, photograph->added,
                               {.place = Place::photograph, .photograph = one.item});
    }
    if (const Drawing* drawing = view.book.drawings().find(one.item)) {
        return said_of_picture(say, view, Word::health_drawing, drawing->of, drawing->made,
                               {.place = Place::drawing, .drawing = one.item});
    }
    if (const School* school = view.book.schools().find(one.item)) return said_of_school(say, view, *school);
    return {one.key()};
}

void title(Ui& ui, std::string_view words) {
    const TextStyle style = ui.theme.strong();
    const auto lines = static_cast<float>(wrapped(style, words, ui.layout.width()).size());
    const Box box = ui.layout.place(lines * style.line);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, words);
    ui.layout.space(2);
}

void ask_for_reason(Ui& ui, const View& view, HealthDesk& desk, const std::string& about, Wishes wishes) {
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::health_reason),
                                    .hint = ui.say(Word::health_reason_about),
                                    .error = desk.without_reason ? ui.say(Word::health_no_reason) : std::string_view()},
                                   desk.reason);
    if (desk.focus_wanted) ui.fields.focus(touch.id);
    desk.focus_wanted = false;
    if (touch.state.changed && desk.without_reason) {
        desk.without_reason = false;
        ui.attention.moved = true;
    }
    const Row row(ui);
    const bool pressed = button(ui, {.label = ui.say(Word::health_set_aside),
                                     .look = Look::primary,
                                     .name = ui.say(phrase::health_set_aside_named{.what = about})});
    const bool cancelled = button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet});
    if (cancelled) desk = {.of = desk.of};
    if (!pressed && !touch.state.submitted) return;
    if (is_blank(desk.reason)) {
        desk.without_reason = true;
        return;
    }
    wishes.out.edit(view.book.id(), edits::set_aside(view.book.id(), desk.asking, desk.reason));
    desk = {.of = desk.of};
}

void actions(Ui& ui, const View& view, HealthDesk& desk, const Shortfall& one, const Said& said, Wishes wishes) {
    const Row row(ui);
    const bool leads_there = said.spot.place != Place::waiting;
    if (leads_there && button(ui, {.label = ui.say(Word::health_go_there),
                                   .look = Look::quiet,
                                   .name = ui.say(phrase::health_go_there_named{.what = said.title}),
                                   .hangs = true})) {
        wishes.route.enter(said.spot);
    }
    if (!view.custody.can_be_written()) return;
    if (one.set_aside != nullptr) {
        if (button(ui, {.label = ui.say(Word::health_take_up),
                        .look = Look::quiet,
                        .name = ui.say(phrase::health_take_up_named{.what = said.title}),
                        .hangs = !leads_there})) {
            wishes.out.edit(view.book.id(), edits::set_aside(view.book.id(), one.key(), {}));
        }
        return;
    }
    if (button(ui, {.label = ui.say(Word::health_set_aside),
                    .look = Look::quiet,
                    .name = ui.say(phrase::health_set_aside_named{.what = said.title}),
                    .expanded = false,
                    .hangs = !leads_there,
                    .disabled = !is_blank(desk.reason)})) {
        desk = {.of = desk.of, .asking = one.key(), .focus_wanted = true};
    }
}

void one_shortfall(Ui& ui, const View& view, HealthDesk& desk, const Shortfall& one, Wishes wishes) {
    const Said said = said_of(ui.say, view, one, wishes.random);
    const std::string key = one.key();
    const Scope scope(key);
    const Part item(ui, "shortfall", Role::list_item, said.title);
    title(ui, said.title);
    note(ui, said.about);
    if (one.set_aside != nullptr) {
        note(ui, ui.say(phrase::health_set_aside_by{.author = one.set_aside->author,
                                                    .time = moment_words(ui.say, one.set_aside->at),
                                                    .reason = one.set_aside->reason}));
    }
    if (desk.asking == key) {
        ui.layout.space(8);
        ask_for_reason(ui, view, desk, said.title, wishes);
    } else {
        actions(ui, view, desk, one, said, wishes);
    }
}

void all_of(Ui& ui, const View& view, HealthDesk& desk, std::string_view name, const std::vector<Shortfall>& some,
            Wishes wishes) {
    const Part list(ui, "shortfalls", Role::list, name);
    const Card card(ui);
    bool first = true;
    for (const Shortfall& one : some) {
        if (!first) {
            ui.layout.space(8);
            fill(ui.layout.place(1), ui.theme.palette.line, 0);
            ui.layout.space(16);
        }
        first = false;
        one_shortfall(ui, view, desk, one, wishes);
    }
}

void kept(Ui& ui, std::string_view words) {
    const TextStyle style = ui.theme.body();
    const float size = ui.theme.scaled(20);
    const float indent = size + 12;
    const auto lines = static_cast<float>(wrapped(style, words, ui.layout.width() - indent).size());
    const Box box = ui.layout.place(lines * style.line);
    draw_icon(Icon::check, box.x, box.y + (style.line - size) / 2, size, ui.theme.palette.strength);
    draw_lines(style, box.x + indent, box.y, box.width - indent, ui.theme.palette.ink, words);
    SemanticNode node;
    node.id = id_of("kept");
    node.role = Role::paragraph;
    node.name = words;
    node.box = box;
    ui.semantics.add(std::move(node));
}

std::string why(const Words& say, const Rule& rule) {
    return say(phrase::health_why{.why = rule.why, .source = rule.source});
}

void open_rule(Ui& ui, const View& view, HealthDesk& desk, const Rule& rule, std::vector<Shortfall> open,
               Wishes wishes) {
    const Scope scope(rule.id);
    heading(ui, rule.name, 2);
    note(ui, why(ui.say, rule));
    ui.layout.space(8);
    if (rule.check == RuleCheck::unknown) {
        note(ui, ui.say(Word::health_unknown));
    } else {
        const std::size_t more = open.size() > most_of_a_rule ? open.size() - most_of_a_rule : 0;
        open.resize(open.size() - more);
        all_of(ui, view, desk, rule.name, open, wishes);
        if (more > 0) {
            ui.layout.space(8);
            note(ui, ui.say(phrase::health_more{.count = more}));
        }
    }
    ui.layout.space(32);
}

void kept_rules(Ui& ui, const std::vector<const Rule*>& rules) {
    if (rules.empty()) return;
    const Scope scope("kept");
    heading(ui, ui.say(Word::health_kept), 2);
    ui.layout.space(8);
    for (const Rule* rule : rules) {
        const Scope one(rule->id);
        kept(ui, rule->name);
        note(ui, why(ui.say, *rule));
        ui.layout.space(16);
    }
}

void set_aside_ones(Ui& ui, const View& view, HealthDesk& desk, const std::vector<Shortfall>& found, Wishes wishes) {
    std::vector<Shortfall> aside;
    std::ranges::copy_if(found, std::back_inserter(aside),
                         [](const Shortfall& one) { return one.set_aside != nullptr; });
    if (aside.empty()) return;
    const Scope scope("aside");
    heading(ui, ui.say(Word::health_were_set_aside), 2);
    ui.layout.space(8);
    all_of(ui, view, desk, ui.say(Word::health_were_set_aside), aside, wishes);
    ui.layout.space(32);
}

std::string summary(const Words& say, std::size_t open, std::size_t aside) {
    const std::string words =
        open == 0 ? std::string(say(Word::health_nothing_open)) : say(phrase::health_open{.count = open});
    if (aside == 0) return words;
    return say(phrase::common_semicolon{.first = words, .second = say(phrase::health_aside{.count = aside})});
}

}  // namespace

const std::vector<Shortfall>& HealthFindings::in(const Notebook& book, LocalTime now) {
    // More is found once a day is over: wherever one is, it begins with a quarter of an hour.
    const std::int64_t quarter = now.at.unix_ms / (std::int64_t{15} * 60 * 1000);
    if (book_ == &book && of_ == book.id() && version_ == book.version() && quarter_ == quarter) return found_;
    quarter_ = quarter;
    book_ = &book;
    of_ = book.id();
    version_ = book.version();
    found_ = shortfalls(book, now);
    return found_;
}

void health_screen(Ui& ui, const View& view, HealthDesk& desk, HealthFindings& findings, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Panel panel(ui, "health", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::health_title), 1);
    ui.layout.space(2);
    const Pack& pack = view.book.pack();
    if (pack.rules.empty()) {
        note(ui, ui.say(Word::health_no_rules));
        return;
    }
    note(ui, ui.say(phrase::health_about{.pack = pack.short_name}));
    const std::vector<Shortfall>& found = findings.in(view.book, view.now);
    const std::size_t open = open_among(found);
    status_words(ui, "open", summary(ui.say, open, found.size() - open));
    ui.layout.space(24);
    std::vector<const Rule*> kept_ones;
    for (const Rule& rule : pack.rules) {
        std::vector<Shortfall> of_rule;
        std::ranges::copy_if(found, std::back_inserter(of_rule),
                             [&](const Shortfall& one) { return one.rule == &rule && one.set_aside == nullptr; });
        if (of_rule.empty() && rule.check != RuleCheck::unknown) {
            kept_ones.push_back(&rule);
        } else {
            open_rule(ui, view, desk, rule, std::move(of_rule), wishes);
        }
    }
    set_aside_ones(ui, view, desk, found, wishes);
    kept_rules(ui, kept_ones);
}

void health_row(Ui& ui, const View& view, HealthFindings& findings, Wishes wishes) {
    if (view.book.pack().rules.empty()) return;
    const std::vector<Shortfall>& found = findings.in(view.book, view.now);
    const std::size_t open = open_among(found);
    const std::string words = summary(ui.say, open, found.size() - open);
    const std::string_view name = ui.say(Word::health_title);
    RowList list(ui, "health", name);
    if (list.row({.key = "health", .title = name, .words = words, .lines = 2})) wishes.route.enter({Place::health});
}

}  // namespace daybook
