#include "app/screens/survey_sample.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "app/screens/schools.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/notebook/survey.h"
#include "core/notebook/survey_sample.h"

namespace daybook {
namespace {

std::vector<const SurveyGroup*> groups_that_ask(const Pack& pack) {
    std::vector<const SurveyGroup*> groups;
    for (const SurveyGroup& group : pack.survey_groups) {
        if (!group.questions.empty()) groups.push_back(&group);
    }
    return groups;
}

std::size_t in_sample(const Notebook& book) {
    return static_cast<std::size_t>(std::ranges::count_if(book.schools().all(), [&](const School* school) {
        return school->in_sample && is_surveyed(book.pack(), *school);
    }));
}

/// A number that is typed, at most 9999; nothing if it is none.
std::optional<std::size_t> number_typed(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr std::size_t most = 9999;
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number > most) return std::nullopt;
    return number;
}

void draw(const View& view, SurveySampleDesk& desk, Wishes wishes) {
    std::map<std::string, std::size_t> wanted;
    for (const SurveyGroup* group : groups_that_ask(view.book.pack())) {
        const std::string& typed = desk.wanted[group->id];
        const auto number = typed.empty() ? std::optional<std::size_t>(0) : number_typed(typed);
        if (!number) {
            desk.error_in = group->id;
            return;
        }
        wanted[group->id] = *number;
    }
    const auto changes = edits::set_sample(view.book, draw_sample(view.book, wanted, wishes.random));
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
}

void how_many(Ui& ui, const View& view, SurveySampleDesk& desk, Wishes wishes) {
    for (const SurveyGroup* group : groups_that_ask(view.book.pack())) {
        const Scope scope(group->id);
        const std::size_t all = sample_candidates(view.book, group->id).size();
        const std::string hint = ui.say(phrase::sampling_of{.count = all});
        const FieldTouch touch =
            field(ui,
                  {.label = group->short_name,
                   .hint = hint,
                   .error = desk.error_in == group->id ? ui.say(Word::sampling_no_number) : std::string_view()},
                  desk.wanted[group->id]);
        if (!touch.state.changed || desk.error_in.empty()) continue;
        desk.error_in.clear();
        ui.attention.moved = true;
    }
    ui.layout.space(8);
    const Row row(ui);
    const bool nothing_typed = std::ranges::all_of(desk.wanted, [](const auto& one) { return one.second.empty(); });
    const Word label = has_sample(view.book) ? Word::sampling_draw_again : Word::sampling_draw;
    if (button(ui, {.label = ui.say(label), .look = Look::primary, .disabled = nothing_typed}))
        draw(view, desk, wishes);
    if (has_sample(view.book) && button(ui, {.label = ui.say(Word::sampling_everybody), .look = Look::quiet}))
        wishes.out.edit(view.book.id(), edits::set_sample(view.book, {}));
}

/// Each school that can be asked, to be put in or taken out by hand.
void by_hand(Ui& ui, const View& view, Wishes wishes) {
    std::vector<const School*> schools;
    for (const School* school : view.book.schools().all()) {
        if (is_surveyed(view.book.pack(), *school)) schools.push_back(school);
    }
    if (schools.empty()) {
        note(ui, ui.say(Word::survey_none));
        return;
    }
    heading(ui, ui.say(Word::sampling_schools), 2);
    if (!view.custody.can_be_written()) {
        for (const School* school : schools) {
            if (school->in_sample) paragraph(ui, school->facts.name);
        }
        return;
    }
    note(ui, ui.say(Word::sampling_schools_about));
    ui.layout.space(8);
    const Part group(ui, "schools", Role::group, ui.say(Word::sampling_schools));
    for (const School* school : schools) {
        const std::string label = ui.say(
            phrase::common_dot{.first = school->facts.name,
                               .second = group_names(ui.say, view.book.pack(), groups_of(view.book.pack(), *school))});
        if (chip(ui, {.label = label,
                      .on = school->in_sample,
                      .name = label,
                      .key = school->id.hex(),
                      .shape = ChipSpec::Shape::box}))
            wishes.out.edit(view.book.id(), edits::set_in_sample(school->id, !school->in_sample));
    }
}

}  // namespace

std::string survey_sample_words(const Words& say, const Notebook& book) {
    if (!has_sample(book)) return std::string(say(Word::sampling_none));
    return say(phrase::sampling_some{.count = in_sample(book)});
}

void survey_sample_screen(Ui& ui, const View& view, SurveySampleDesk& desk, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Panel panel(ui, "survey sample", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::sampling_title), 1);
    ui.layout.space(2);
    note(ui, survey_sample_words(ui.say, view.book));
    ui.layout.space(8);
    paragraph(ui, ui.say(Word::sampling_about));
    ui.layout.space(16);
    if (view.custody.can_be_written()) how_many(ui, view, desk, wishes);
    ui.layout.space(24);
    by_hand(ui, view, wishes);
    ui.layout.space(24);
}

}  // namespace daybook
