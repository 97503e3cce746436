#include "app/screens/survey_answers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "core/notebook/survey.h"
#include "core/notebook/survey_words.h"

namespace daybook {
namespace {

/// A line of the table: an answer, how often it was given, and the same as a bar.
void answer_line(Ui& ui, std::string_view key, std::string_view answer, std::size_t count, std::size_t all) {
    constexpr float bar = 8;
    constexpr float gap = 4;
    const TextStyle style = ui.theme.body();
    const Palette& palette = ui.theme.palette;
    const std::string number = std::to_string(count);
    const float number_width = text_width(style, number);
    const float room = std::max(ui.layout.width() - number_width - 12, 1.0F);
    const float lines = static_cast<float>(wrapped(style, answer, room).size()) * style.line;
    const Part part(ui, key, Role::list_item, ui.say(phrase::tallies_line{.answer = answer, .number = number}));
    const Box box = ui.layout.place(lines + gap + bar);
    draw_lines(style, box.x, box.y, room, palette.ink, answer);
    draw_line(style, box.x + box.width - number_width, box.y, palette.ink, number);
    const float top = box.y + lines + gap;
    // How long it could be is a thin line: in more contrast a track as high as the bar looks like one that is full.
    constexpr float track = 2;
    fill({box.x, top + (bar - track) / 2, box.width, track}, palette.line, track / 2);
    if (count > 0) {
        const float share = static_cast<float>(count) / static_cast<float>(std::max(all, count));
        fill({box.x, top, std::max(box.width * share, bar), bar}, palette.accent, bar / 2);
    }
    ui.layout.space(10);
}

void name_of(Ui& ui, const SurveyQuestion& asked) {
    const TextStyle style = ui.theme.strong();
    const auto lines = static_cast<float>(wrapped(style, asked.name, ui.layout.width()).size());
    const Box box = ui.layout.place(lines * style.line);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, asked.name);
    ui.layout.space(8);
}

void table(Ui& ui, const QuestionTally& tally) {
    const SurveyQuestion& asked = *tally.question;
    const Part whole(ui, asked.id, Role::list, asked.name);
    name_of(ui, asked);
    for (std::size_t place = 0; place < asked.choices.size(); ++place)
        answer_line(ui, asked.choices[place].id, asked.choices[place].name, tally.counts[place], tally.tapped());
    if (tally.otherwise > 0)
        answer_line(ui, "another answer", ui.say(Word::tallies_otherwise), tally.otherwise, tally.tapped());
}

/// Each leads to the school's own screen.
void words_of_schools(Ui& ui, const View& view, const SurveyQuestion& asked, Wishes wishes) {
    ui.layout.space(4);
    RowList list(ui, "words", ui.say(phrase::tallies_words_to{.question = asked.name}));
    for (const SchoolWords& one : words_said_to(view.book, asked.id)) {
        if (list.row({.key = one.school->id.hex(),
                      .title = one.school->facts.name,
                      .words = one.answer->words,
                      .lines = 12}))
            wishes.route.enter({.place = Place::survey_call, .school = one.school->id});
    }
}

void in_words(Ui& ui, const View& view, const QuestionTally& tally, SurveyAnswersDesk& desk, Wishes wishes) {
    const std::string words = ui.say(phrase::tallies_in_words{.count = tally.with_words});
    const std::string& asked = tally.question->id;
    if (tally.with_words == 0) {
        note(ui, words);
        return;
    }
    const bool is_open = desk.open.contains(asked);
    if (button(ui, {.label = words,
                    .look = Look::quiet,
                    .name = ui.say(phrase::tallies_in_words_to{.words = words, .question = tally.question->name}),
                    .expanded = is_open,
                    .hangs = true})) {
        if (is_open) {
            desk.open.erase(asked);
        } else {
            desk.open.insert(asked);
        }
    }
    if (is_open) words_of_schools(ui, view, *tally.question, wishes);
}

void question(Ui& ui, const View& view, const QuestionTally& tally, SurveyAnswersDesk& desk, Wishes wishes) {
    const SurveyQuestion& asked = *tally.question;
    const Scope scope(asked.id);
    if (!asked.choices.empty() || tally.otherwise > 0) {
        table(ui, tally);
    } else {
        const Part in_words_alone(ui, asked.id, Role::paragraph, asked.name);
        name_of(ui, asked);
    }
    in_words(ui, view, tally, desk, wishes);
}

void group(Ui& ui, const View& view, const GroupTally& tally, SurveyAnswersDesk& desk, Wishes wishes) {
    const Scope scope(tally.group->id);
    ui.layout.space(24);
    heading(ui, tally.group->short_name, 2);
    note(ui, ui.say(phrase::survey_reached_of{.count = tally.schools, .reached = std::to_string(tally.reached)}));
    ui.layout.space(12);
    const Card card(ui);
    bool first = true;
    for (const QuestionTally& one : tally.questions) {
        if (!first) {
            ui.layout.space(16);
            fill(ui.layout.place(1), ui.theme.palette.line, 0);
            ui.layout.space(16);
        }
        first = false;
        question(ui, view, one, desk, wishes);
    }
}

}  // namespace

void survey_answers_screen(Ui& ui, const View& view, SurveyAnswersDesk& desk, Wishes wishes) {
    const Panel panel(ui, "survey answers", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::tallies_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::tallies_about));
    for (const GroupTally& tally : tally_survey(view.book)) group(ui, view, tally, desk, wishes);
}

}  // namespace daybook
