#include "app/screens/question.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/screens/drafted_field.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"

namespace daybook {
namespace {

std::optional<std::string> one_tap(Ui& ui, const AskedQuestion& asked, bool can_write) {
    const SurveyQuestion& question = asked.question;
    if (question.choices.empty()) return std::nullopt;
    const std::string_view now = asked.answer == nullptr ? std::string_view() : std::string_view(asked.answer->choice);
    const auto place = std::ranges::find(question.choices, now, &SurveyChoice::id);
    const bool is_known = place != question.choices.end();
    if (!now.empty() && (!is_known || !can_write))
        paragraph(ui, is_known ? place->name : ui.say(phrase::checks_unknown_state{.state = quote_of(now)}));
    if (!can_write) return std::nullopt;
    std::vector<Choice> labels;
    for (const SurveyChoice& one : question.choices) labels.push_back({.label = one.name});
    std::optional<std::size_t> chosen;
    if (is_known) chosen = static_cast<std::size_t>(place - question.choices.begin());
    const auto pressed = big_choices(ui, question.name, labels, chosen);
    ui.layout.space(8);
    if (!pressed) return std::nullopt;
    return pressed == chosen ? std::string() : question.choices[*pressed].id;
}

void other_versions(Ui& ui, const Answer& answer) {
    for (const TextVersion& version : answer.versions) {
        if (version.text == answer.words) continue;
        note(ui, ui.say(phrase::checks_also_noted{.version = version_words(ui.say, version), .words = version.text}));
    }
}

}  // namespace

std::optional<std::size_t> big_choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                       std::optional<std::size_t> chosen) {
    const auto count = static_cast<float>(offered.size());
    const float each = std::floor((ui.layout.width() - (count - 1) * Theme::unit) / count);
    const bool fit = std::ranges::all_of(offered, [&](const Choice& one) { return choice_width(ui, one) <= each; });
    const Row row(ui);
    return choices_in_row(ui, name, offered, chosen, fit ? each : ui.layout.width());
}

std::optional<std::string> question(Ui& ui, const View& view, const AskedQuestion& asked, Draft* draft, Drafts& drafts,
                                    std::string& typing, Outbox& out) {
    const TextStyle style = ui.theme.strong();
    const std::string& name = asked.question.name;
    const auto lines = static_cast<float>(wrapped(style, name, ui.layout.width()).size());
    const Box box = ui.layout.place(lines * style.line);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, name);
    ui.layout.space(2);
    note(ui, asked.about.empty()
                 ? asked.question.source
                 : ui.say(phrase::common_dot{.first = asked.question.source, .second = std::string(asked.about)}));
    ui.layout.space(8);
    const auto tapped = one_tap(ui, asked, draft != nullptr);
    if (draft != nullptr) {
        const std::string label = ui.say(phrase::survey_words_on{.question = asked.question.short_name});
        drafted_field(ui, {.label = label, .key = asked.words_field}, *draft, drafts, typing, view, out);
    } else if (asked.answer != nullptr && !asked.answer->words.empty()) {
        paragraph(ui, asked.answer->words);
    }
    if (asked.answer != nullptr) other_versions(ui, *asked.answer);
    return tapped;
}

}  // namespace daybook
