#include "app/screens/survey.h"

#include <algorithm>
#include <vector>

#include "app/screens/schools.h"
#include "app/screens/survey_sample.h"
#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/survey_sample.h"

namespace daybook {
namespace {

std::size_t count_of(const std::vector<SurveySchool>& schools, SurveyStage stage) {
    return static_cast<std::size_t>(std::ranges::count(schools, stage, &SurveySchool::stage));
}

std::string reached_words(const Words& say, const std::vector<SurveySchool>& schools) {
    if (schools.empty()) return std::string(say(Word::survey_no_school));
    const std::string reached = std::to_string(count_of(schools, SurveyStage::reached));
    return say(phrase::survey_reached_of{.count = schools.size(), .reached = reached});
}

void school_row(Ui& ui, RowList& list, const View& view, const SurveySchool& one, Wishes wishes) {
    const Palette& palette = ui.theme.palette;
    std::vector<Badge> badges;
    if (one.stage == SurveyStage::reached)
        badges.push_back({.icon = Icon::check, .text = ui.say(Word::survey_reached), .colour = palette.accent});
    if (one.stage == SurveyStage::due)
        badges.push_back({.icon = Icon::attention, .text = ui.say(Word::survey_is_due), .colour = palette.weakness});
    for (const SurveyGroup* group : one.groups)
        badges.push_back({.text = group->short_name, .colour = palette.accent, .shown = Badge::Shown::words});
    const std::string stage = survey_stage_words(ui.say, one, view.now);
    if (list.row({.key = one.school->id.hex(), .title = one.school->facts.name, .meta = stage, .badges = badges}))
        wishes.route.enter({.place = Place::survey_call, .school = one.school->id});
}

void next_call(Ui& ui, const std::vector<SurveySchool>& schools, Wishes wishes) {
    if (schools.empty() || schools.front().stage == SurveyStage::reached) return;
    const School& next = *schools.front().school;
    if (button(ui, {.label = ui.say(phrase::survey_call_next{.school = next.facts.name}),
                    .look = Look::primary,
                    .fit = Fit::column}))
        wishes.route.enter({.place = Place::survey_call, .school = next.id});
    ui.layout.space(8);
}

}  // namespace

std::string survey_stage_words(const Words& say, const SurveySchool& one, LocalTime now) {
    if (one.call == nullptr) return std::string(say(Word::survey_is_open));
    const SurveyCall& call = *one.call;
    switch (one.stage) {
        case SurveyStage::due:
        case SurveyStage::later: {
            if (!call.call_back) return std::string(say(Word::survey_is_due));
            const LocalTime at{*call.call_back, now.utc_offset_minutes};
            const std::string time = time_words(say, at);
            if (calendar_date(at) == calendar_date(now)) return say(phrase::survey_call_back_at{.time = time});
            return say(phrase::survey_call_back_on{.date = day_words(say, at), .time = time});
        }
        case SurveyStage::no_answer:
            return say(phrase::survey_no_answer_times{.count = call.attempts});
        case SurveyStage::reached:
            return std::string(say(Word::survey_reached));
        case SurveyStage::open:
            break;
    }
    if (!call.outcome.empty()) return say(phrase::checks_unknown_state{.state = quote_of(call.outcome)});
    return std::string(say(Word::survey_is_open));
}

bool has_survey(const Notebook& book) {
    const auto has_questions = [](const SurveyGroup& group) { return !group.questions.empty(); };
    return std::ranges::any_of(book.pack().survey_groups, has_questions) || !book.survey_calls().empty();
}

std::string survey_words(const Words& say, const View& view) {
    return reached_words(say, survey_schools(view.book, view.now.at));
}

void survey_screen(Ui& ui, const View& view, Wishes wishes) {
    const std::vector<SurveySchool> schools = survey_schools(view.book, view.now.at);
    const Panel panel(ui, "survey", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::survey_title), 1);
    ui.layout.space(2);
    note(ui, has_sample(view.book) ? ui.say(phrase::common_dot{.first = reached_words(ui.say, schools),
                                                               .second = survey_sample_words(ui.say, view.book)})
                                   : reached_words(ui.say, schools));
    ui.layout.space(8);
    paragraph(ui, ui.say(schools.empty() ? Word::survey_none : Word::survey_about));
    ui.layout.space(16);
    next_call(ui, schools, wishes);
    {
        const Row row(ui);
        if (button(ui, {.label = ui.say(Word::tallies_title)})) wishes.route.enter({Place::survey_answers});
        if (!schools.empty() && button(ui, {.label = ui.say(Word::sampling_title)}))
            wishes.route.enter({Place::survey_sample});
        if (schools.empty() && button(ui, {.label = ui.say(Word::forms_to_schools)}))
            wishes.route.enter({Place::schools});
    }
    if (schools.empty()) return;
    ui.layout.space(24);
    RowList list(ui, "schools", ui.say(Word::survey_schools));
    list.each(schools.size(), [&](std::size_t index) { school_row(ui, list, view, schools[index], wishes); });
}

}  // namespace daybook
