#include "app/screens/evidence_forms.h"

#include <algorithm>
#include <ranges>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

struct Count {
    std::size_t all = 0;
    std::size_t settled = 0;
};

FormProgress progress(const Notebook& book, const School& school, const FocusedTalk& talk) {
    return progress_of(book.pack().evidence_forms, book.form(school.id, talk.id));
}

bool is_settled(FormProgress::Sign sign) {
    return sign == FormProgress::Sign::complete || sign == FormProgress::Sign::unavailable;
}

void count_in(const Notebook& book, const FocusedSchool& focused, Count& count) {
    if (!focused.counts()) return;
    for (const FocusedTalk* talk : focused.talks) {
        ++count.all;
        if (is_settled(progress(book, *focused.school, *talk).sign)) ++count.settled;
    }
}

std::string count_words(const Words& say, const Count& count) {
    return say(phrase::forms_complete{.count = count.all, .complete = std::to_string(count.settled)});
}

/// What is missing in a form that says that its talk was held, or could not be.
std::string missing_words(const Words& say, const EvidenceForms& asked, const FormProgress& of) {
    std::string what;
    const auto add = [&](const std::string& one) {
        what = what.empty() ? one : say(phrase::common_comma{.first = what, .second = one});
    };
    if (of.lacks_themes) add(say(phrase::forms_lacks_themes{.count = asked.themes.size() - of.themes}));
    if (of.lacks_people) add(std::string(say(Word::forms_lacks_people)));
    if (of.lacks_medium) add(std::string(say(Word::forms_lacks_medium)));
    if (of.lacks_efforts) add(std::string(say(Word::forms_lacks_efforts)));
    return what;
}

/// Why the talks about a school are not to be held.
std::string_view why_not(const Words& say, const FocusedSchool& focused) {
    if (focused.school->retired) return say(Word::schools_retired);
    if (focused.inspection != nullptr && focused.inspection->excluded) return say(Word::forms_excluded);
    return say(Word::forms_not_marked);
}

void school_row(Ui& ui, RowList& list, const View& view, const FocusedSchool& focused, Wishes wishes) {
    const School& school = *focused.school;
    std::vector<std::string> texts;
    std::vector<Badge> badges;
    std::string missing;
    texts.reserve(focused.talks.size());
    if (!focused.counts()) {
        badges.push_back(
            {.text = why_not(ui.say, focused), .colour = ui.theme.palette.quiet, .shown = Badge::Shown::words});
    }
    for (const FocusedTalk* talk : focused.talks) {
        const FormProgress::Sign sign = progress(view.book, school, *talk).sign;
        texts.push_back(ui.say(phrase::forms_of_talk{
            .talk = talk->short_name, .progress = form_progress_words(ui.say, view.book, school, *talk)}));
        // What is missing stands in the words beneath, and is not told twice.
        const bool is_told = is_settled(sign) || !focused.counts();
        badges.push_back(
            form_badge(sign, is_told ? std::string_view(texts.back()) : std::string_view(), ui.theme.palette));
        if (is_told) continue;
        missing =
            missing.empty() ? texts.back() : ui.say(phrase::common_semicolon{.first = missing, .second = texts.back()});
    }
    const std::string_view meta =
        focused.inspection == nullptr ? std::string_view(school.inspection) : focused.inspection->short_name;
    if (list.row({.key = school.id.hex(),
                  .title = school.facts.name,
                  .meta = meta,
                  .words = missing,
                  .badges = badges,
                  .faded = !focused.counts(),
                  .lines = 4}))
        wishes.route.enter({.place = Place::evidence_form, .school = school.id});
}

void school_list(Ui& ui, const View& view, std::string_view name, const std::vector<FocusedSchool>& schools,
                 Wishes wishes) {
    if (schools.empty()) return;
    RowList list(ui, name, name);
    list.each(schools.size(), [&](std::size_t index) { school_row(ui, list, view, schools[index], wishes); });
}

/// What each mark means, for who has not learnt them yet.
void legend(Ui& ui) {
    using Sign = FormProgress::Sign;
    const Palette& palette = ui.theme.palette;
    std::vector<Badge> badges;
    const auto add = [&](Sign sign, Word word) {
        badges.push_back(form_badge(sign, ui.say(word), palette));
        badges.back().shown = Badge::Shown::words;
    };
    add(Sign::complete, Word::forms_held);
    add(Sign::incomplete, Word::forms_something_missing);
    add(Sign::unavailable, Word::forms_unavailable);
    add(Sign::not_held, Word::forms_not_held);
    const float width = ui.layout.width();
    const float height = draw_details(ui.theme, {}, badges, 0, 0, width, Ink::measure);
    const Box box = ui.layout.place(height);
    const Part part(ui, "legend", Role::paragraph, ui.say(Word::forms_legend));
    draw_details(ui.theme, {}, badges, box.x, box.y, width, Ink::draw);
    ui.layout.space(12);
}

void beyond(Ui& ui, const View& view) {
    const auto forms = forms_beyond(view.book);
    if (forms.empty()) return;
    ui.layout.space(24);
    const std::string_view title = ui.say(Word::forms_beyond);
    heading(ui, title, 2);
    note(ui, ui.say(Word::forms_beyond_about));
    ui.layout.space(16);
    constexpr std::size_t most = 100;
    const Part part(ui, "beyond", Role::list, title);
    for (const EvidenceForm* form : forms | std::views::take(most)) {
        const Scope scope(form->id.hex());
        const Part item(ui, "item", Role::list_item);
        const School* school = view.book.schools().find(form->school);
        const std::string name = school == nullptr ? std::string(ui.say(Word::schools_one)) : school->facts.name;
        caption(ui, ui.say(phrase::forms_of_talk{.talk = name, .progress = quote_of(form->talk)}));
        if (!form->efforts.words.empty()) paragraph(ui, form->efforts.words);
        for (const auto& [theme, written] : form->themes) {
            if (!written.words.empty()) paragraph(ui, written.words);
        }
        ui.layout.space(12);
    }
    if (forms.size() > most) note(ui, ui.say(phrase::forms_beyond_more{.count = forms.size() - most}));
}

}  // namespace

std::string form_progress_words(const Words& say, const Notebook& book, const School& school, const FocusedTalk& talk) {
    const EvidenceForm* form = book.form(school.id, talk.id);
    const FormProgress of = progress(book, school, talk);
    const std::string missing = missing_words(say, book.pack().evidence_forms, of);
    const std::string_view state = form == nullptr ? std::string_view() : std::string_view(form->state);
    if (state == form_states::held) {
        return missing.empty() ? std::string(say(Word::forms_is_held))
                               : say(phrase::forms_held_missing{.what = missing});
    }
    if (state == form_states::unavailable) {
        return missing.empty() ? std::string(say(Word::forms_is_unavailable))
                               : say(phrase::forms_unavailable_missing{.what = missing});
    }
    return state.empty() ? std::string(say(Word::forms_is_not_held))
                         : say(phrase::checks_unknown_state{.state = quote_of(state)});
}

Badge form_badge(FormProgress::Sign sign, std::string_view text, const Palette& palette) {
    switch (sign) {
        case FormProgress::Sign::complete:
            return {.icon = Icon::check, .text = text, .colour = palette.accent};
        case FormProgress::Sign::unavailable:
            return {.icon = Icon::close, .text = text, .colour = palette.quiet};
        case FormProgress::Sign::incomplete:
            return {.icon = Icon::attention, .text = text, .colour = palette.weakness};
        case FormProgress::Sign::not_held:
            break;
    }
    return {.icon = Icon::neutral, .text = text, .colour = palette.quiet};
}

bool has_any_forms(const Notebook& book) {
    return !book.pack().evidence_forms.empty() || !book.forms().empty();
}

std::string evidence_forms_words(const Words& say, const Notebook& book) {
    Count count;
    for (const FocusedSchool& focused : focused_schools(book)) count_in(book, focused, count);
    return count.all == 0 ? std::string(say(Word::forms_no_school)) : count_words(say, count);
}

std::string evidence_forms_words(const Words& say, const Notebook& book, const School& school) {
    Count count;
    count_in(book, focused_school(book, school), count);
    return count_words(say, count);
}

void evidence_forms_screen(Ui& ui, const View& view, Wishes wishes) {
    const Panel panel(ui, "evidence forms", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::forms_title), 1);
    ui.layout.space(2);
    note(ui, evidence_forms_words(ui.say, view.book));
    ui.layout.space(8);
    const EvidenceForms& asked = view.book.pack().evidence_forms;
    if (!asked.empty()) {
        paragraph(ui, asked.about);
        note(ui, asked.source);
    }
    ui.layout.space(24);
    std::vector<FocusedSchool> counting;
    std::vector<FocusedSchool> others;
    for (FocusedSchool& focused : focused_schools(view.book))
        (focused.counts() ? counting : others).push_back(std::move(focused));
    if (counting.empty()) {
        paragraph(ui, ui.say(Word::forms_none_marked));
        ui.layout.space(16);
    } else {
        legend(ui);
        school_list(ui, view, ui.say(Word::forms_schools), counting, wishes);
        ui.layout.space(16);
    }
    if (button(ui, {.label = ui.say(Word::forms_to_schools), .look = Look::quiet, .hangs = true}))
        wishes.route.enter({Place::schools});
    if (!others.empty()) {
        ui.layout.space(24);
        const std::string_view title = ui.say(Word::forms_others);
        heading(ui, title, 2);
        note(ui, ui.say(Word::forms_others_about));
        ui.layout.space(16);
        school_list(ui, view, title, others, wishes);
    }
    beyond(ui, view);
}

}  // namespace daybook
