#include "app/screens/survey_call.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "app/screens/question.h"
#include "app/screens/schools.h"
#include "app/screens/survey.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"
#include "core/notebook/survey.h"
#include "core/notebook/survey_edits.h"

namespace daybook {
namespace {

constexpr std::int64_t minute = 60'000;

/// All that the parts of the screen need.
struct Open {
    const View& view;
    const SurveySchool& one;
    SurveyCallDesk& desk;
    Drafts& drafts;
    Wishes& wishes;

    [[nodiscard]] const School& school() const { return *one.school; }
    [[nodiscard]] ItemId id() const { return survey_call_id(view.book.id(), school().id); }
    [[nodiscard]] bool can_write() const { return view.custody.can_be_written(); }
    /// The kind of activity that a call to this school is; empty if its groups name none.
    [[nodiscard]] std::string kind() const { return one.groups.empty() ? std::string() : one.groups.front()->kind; }
};

/// Sees to it that there is something that can be said of.
void create(const Open& open, std::string_view any_field) {
    open.drafts.create(open.drafts.open_survey_call(open.view.book, open.school().id, any_field), open.wishes.out);
}

void say_of_call(const Open& open, std::vector<Change> changes) {
    create(open, words::survey_outcome);
    open.wishes.out.edit(open.view.book.id(), std::move(changes));
}

/// The activity whose timer runs, if it is a call to this school.
const Activity* running_call(const Open& open) {
    const Activity* running = open.view.book.running();
    if (running == nullptr || open.kind().empty() || running->kind != open.kind()) return nullptr;
    if (running->school == open.school().id) return running;
    // Calls of the first versions have their school's name only.
    return running->school.is_nil() && running->place == open.school().facts.name ? running : nullptr;
}

void timer(Ui& ui, const Open& open) {
    if (open.kind().empty() || !open.can_write()) return;
    const Activity* running = running_call(open);
    if (running == nullptr) {
        if (!button(ui, {.label = ui.say(Word::survey_start_call), .icon = Icon::play, .fit = Fit::column})) return;
        const auto activity = new_id<ItemId>(open.wishes.random);
        open.wishes.out.edit(open.view.book.id(), edits::start_activity({.id = activity,
                                                                         .kind = open.kind(),
                                                                         .place = open.school().facts.name,
                                                                         .roles = {},
                                                                         .school = open.school().id},
                                                                        open.view.now));
        return;
    }
    const std::string spent = minutes_words(ui.say, running->time_spent(open.view.now.at));
    if (button(ui, {.label = ui.say(phrase::survey_end_call{.spent = spent}), .icon = Icon::stop, .fit = Fit::column}))
        open.wishes.out.edit(open.view.book.id(), edits::stop_activity(running->id, open.view.now));
}

/// What came of it; a call whose timer runs is over then, but for one that has just begun to be answered.
void set_outcome(const Open& open, std::string_view outcome, std::optional<Instant> call_back) {
    const Activity* running = running_call(open);
    const bool is_over = !outcome.empty() && outcome != outcomes::reached;
    if (running != nullptr && is_over)
        open.wishes.out.edit(open.view.book.id(), edits::stop_activity(running->id, open.view.now));
    // Last, so that undo takes it back before anything else.
    say_of_call(open, edits::set_outcome(open.id(), outcome, call_back));
}

std::string who_said(const Words& say, const SurveyCall* call) {
    if (call == nullptr || !call->said) return std::string(say(Word::checks_open));
    const std::string date = day_words(say, call->said->at);
    const std::string time = time_words(say, call->said->at);
    if (call->outcome.empty())
        return say(phrase::checks_taken_back{.author = call->said->author, .date = date, .time = time});
    return say(phrase::checks_said{.author = call->said->author, .date = date, .time = time});
}

/// A moment of today, or of tomorrow where it has passed already.
std::optional<Instant> moment_typed(const Open& open) {
    const LocalTime now = open.view.now;
    const auto today = moment_of(calendar_date(now), open.desk.time, now.utc_offset_minutes);
    if (!today || today->unix_ms > now.at.unix_ms) return today;
    constexpr std::int64_t day = 24 * 60 * minute;
    return Instant{today->unix_ms + day};
}

void when_to_call_back(Ui& ui, const Open& open) {
    if (open.one.call == nullptr || open.one.call->outcome != outcomes::call_back || !open.can_write()) return;
    ui.layout.space(12);
    paragraph(ui, survey_stage_words(ui.say, open.one, open.view.now));
    ui.layout.space(8);
    const auto call_back = [&](Instant at) { set_outcome(open, outcomes::call_back, at); };
    {
        constexpr std::array<int, 3> offered{15, 30, 120};
        const Part group(ui, "in a while", Role::group, ui.say(Word::survey_call_back));
        const Row row(ui);
        for (const int minutes : offered) {
            const std::string label = ui.say(phrase::survey_in{.spent = minutes_words(ui.say, minutes * minute)});
            if (button(ui, {.label = label, .key = label})) call_back({open.view.now.at.unix_ms + minutes * minute});
        }
    }
    ui.layout.space(8);
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::survey_at),
                                    .hint = ui.say(Word::survey_at_about),
                                    .error = open.desk.no_time ? ui.say(Word::survey_no_time) : std::string_view(),
                                    .key = "time"},
                                   open.desk.time);
    if (touch.state.changed) {
        ui.attention.moved = ui.attention.moved || open.desk.no_time;
        open.desk.no_time = false;
    }
    const bool wanted = button(ui, {.label = ui.say(Word::survey_set_time), .disabled = open.desk.time.empty()});
    if (!wanted && !touch.state.submitted) return;
    if (const auto at = moment_typed(open)) {
        call_back(*at);
        open.desk.time.clear();
    } else {
        open.desk.no_time = true;
    }
    ui.attention.moved = true;
}

void outcome(Ui& ui, const Open& open) {
    struct Offered {
        std::string_view value;
        Word word;
    };
    constexpr std::array<Offered, 3> offered{{{outcomes::reached, Word::survey_reached},
                                              {outcomes::no_answer, Word::survey_no_answer},
                                              {outcomes::call_back, Word::survey_call_back}}};
    const std::string_view now = open.one.call == nullptr ? std::string_view() : open.one.call->outcome;
    const auto place = std::ranges::find(offered, now, &Offered::value);
    if ((!now.empty() && place == offered.end()) || !open.can_write()) {
        paragraph(ui, survey_stage_words(ui.say, open.one, open.view.now));
        ui.layout.space(6);
    }
    if (open.can_write()) {
        std::vector<Choice> labels;
        for (const Offered& one : offered) labels.push_back({.label = ui.say(one.word)});
        std::optional<std::size_t> chosen;
        if (place != offered.end()) chosen = static_cast<std::size_t>(place - offered.begin());
        if (const auto pressed = big_choices(ui, ui.say(Word::survey_outcome), labels, chosen)) {
            const std::string_view wanted = pressed == chosen ? std::string_view() : offered.at(*pressed).value;
            constexpr std::int64_t hour = 60 * minute;
            const bool is_call_back = wanted == outcomes::call_back;
            set_outcome(open, wanted,
                        is_call_back ? std::optional(Instant{open.view.now.at.unix_ms + hour}) : std::nullopt);
        }
        ui.layout.space(6);
    }
    note(ui, who_said(ui.say, open.one.call));
    when_to_call_back(ui, open);
}

void ask(Ui& ui, const Open& open, const SurveyQuestion& asked) {
    const Scope scope(asked.id);
    const std::string words_in = said_field(asked.id);
    Draft* draft =
        open.can_write() ? &open.drafts.open_survey_call(open.view.book, open.school().id, words_in) : nullptr;
    const Answer* answer = open.one.call == nullptr ? nullptr : find_answer(open.one.call->answers, asked.id);
    const auto tapped = question(ui, open.view, {.question = asked, .answer = answer, .words_field = words_in}, draft,
                                 open.drafts, open.desk.typing, open.wishes.out);
    if (tapped) say_of_call(open, edits::set_answer(open.id(), asked.id, *tapped));
}

void questions(Ui& ui, const Open& open) {
    for (const SurveyGroup* group : open.one.groups) {
        const Scope scope(group->id);
        ui.layout.space(28);
        heading(ui, group->short_name, 2);
        ui.layout.space(8);
        const Card card(ui);
        const Part list(ui, "questions", Role::list, group->short_name);
        bool first = true;
        for (const SurveyQuestion& one : group->questions) {
            if (!first) {
                ui.layout.space(16);
                fill(ui.layout.place(1), ui.theme.palette.line, 0);
                ui.layout.space(16);
            }
            first = false;
            const Part item(ui, one.id, Role::list_item, one.name);
            ask(ui, open, one);
        }
    }
}

/// The one that is called after this one.
const School* next_of(const View& view, ItemId here) {
    for (const SurveySchool& one : survey_schools(view.book, view.now.at)) {
        if (one.school->id != here && one.stage != SurveyStage::reached && one.stage != SurveyStage::later)
            return one.school;
    }
    return nullptr;
}

void go_on(Ui& ui, const Open& open) {
    ui.layout.space(28);
    const School* next = next_of(open.view, open.school().id);
    if (next == nullptr) {
        note(ui, ui.say(Word::survey_nobody_else));
        return;
    }
    const std::string label = ui.say(phrase::survey_next{.school = next->facts.name});
    if (!button(ui, {.label = label, .look = Look::primary, .fit = Fit::column, .key = "next"})) return;
    open.drafts.send_all(open.wishes.out);
    if (const Activity* running = running_call(open))
        open.wishes.out.edit(open.view.book.id(), edits::stop_activity(running->id, open.view.now));
    open.wishes.route.replace({.place = Place::survey_call, .school = next->id});
}

}  // namespace

void survey_call_screen(Ui& ui, const View& view, SurveyCallDesk& desk, Drafts& drafts, Wishes wishes) {
    const ItemId id = wishes.route.here().school;
    const School* school = view.book.schools().find(id);
    if (school == nullptr) {
        wishes.route.go_back();
        return;
    }
    if (desk.shown != id) desk = {.shown = id};
    const SurveySchool one = survey_school(view.book, *school, view.now.at);
    const Open open{view, one, desk, drafts, wishes};
    const ScrollSubject subject(ui, id);
    const Panel panel(ui, "survey call", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, school->facts.name, 1);
    ui.layout.space(2);
    if (const std::string line = school_line(ui.say, *school); !line.empty()) note(ui, line);
    if (!is_surveyed(view.book.pack(), *school)) {
        ui.layout.space(8);
        paragraph(ui, ui.say(Word::survey_not_asked));
    }
    ui.layout.space(20);
    timer(ui, open);
    ui.layout.space(16);
    caption(ui, ui.say(Word::survey_outcome));
    outcome(ui, open);
    questions(ui, open);
    go_on(ui, open);
}

}  // namespace daybook
