#include "app/screens/evidence_form.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "app/screens/drafted_field.h"
#include "app/screens/evidence_forms.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/evidence_form.h"
#include "core/notebook/evidence_form_edits.h"

namespace daybook {
namespace {

/// All that the parts of an open form need.
struct Open {
    const View& view;
    const School& school;
    const FocusedTalk& talk;
    EvidenceFormDesk& desk;
    Drafts& drafts;
    Wishes& wishes;

    [[nodiscard]] const EvidenceForm* form() const { return view.book.form(school.id, talk.id); }
    [[nodiscard]] ItemId id() const { return form_id(view.book.id(), school.id, talk.id); }
    [[nodiscard]] const EvidenceForms& asked() const { return view.book.pack().evidence_forms; }
    [[nodiscard]] bool can_write() const { return view.custody.can_be_written(); }
    [[nodiscard]] Draft& draft(std::string_view field) const {
        return drafts.open_form(view.book, school.id, talk.id, field);
    }
};

void say_in_form(const Open& open, std::vector<Change> changes) {
    open.drafts.create(open.draft(words::form_efforts), open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), std::move(changes));
}

std::string who_said(const Words& say, const EvidenceForm* form) {
    if (form == nullptr || !form->said) return std::string(say(Word::checks_open));
    const std::string date = day_words(say, form->said->at);
    const std::string time = time_words(say, form->said->at);
    if (form->state.empty())
        return say(phrase::checks_taken_back{.author = form->said->author, .date = date, .time = time});
    return say(phrase::checks_said{.author = form->said->author, .date = date, .time = time});
}

/// One of a few words that a form's field can have, pressed again taken back; gives the word that was pressed.
struct Offered {
    std::string_view value;
    Word word;
};
std::optional<std::string_view> offer(Ui& ui, std::string_view name, std::span<const Offered> offered,
                                      std::string_view now) {
    std::vector<Choice> labels;
    std::optional<std::size_t> chosen;
    for (std::size_t place = 0; place < offered.size(); ++place) {
        labels.push_back({.label = ui.say(offered[place].word)});
        if (offered[place].value == now) chosen = place;
    }
    const auto pressed = choices(ui, name, labels, chosen);
    if (!pressed) return std::nullopt;
    return pressed == chosen ? std::string_view() : offered[*pressed].value;
}

void whether_held(Ui& ui, const Open& open) {
    constexpr std::array<Offered, 3> states{{{form_states::held, Word::forms_held},
                                             {std::string_view(), Word::forms_not_held},
                                             {form_states::unavailable, Word::forms_unavailable}}};
    const EvidenceForm* form = open.form();
    const std::string_view now = form == nullptr ? std::string_view() : std::string_view(form->state);
    const bool is_known = std::ranges::contains(states, now, &Offered::value);
    if (!is_known || !open.can_write()) {
        paragraph(ui, ui.say(phrase::forms_of_talk{
                          .talk = open.talk.short_name,
                          .progress = form_progress_words(ui.say, open.view.book, open.school, open.talk)}));
        ui.layout.space(6);
    }
    if (open.can_write()) {
        const auto pressed = offer(ui, open.talk.name, states, now);
        if (pressed && *pressed != now) say_in_form(open, edits::set_form_state(open.id(), *pressed));
        ui.layout.space(6);
    }
    note(ui, who_said(ui.say, form));
}

void how_held(Ui& ui, const Open& open) {
    constexpr std::array<Offered, 2> media{
        {{form_media::face_to_face, Word::forms_face_to_face}, {form_media::telephone, Word::forms_telephone}}};
    const EvidenceForm* form = open.form();
    const std::string_view now = form == nullptr ? std::string_view() : std::string_view(form->medium);
    const auto known = std::ranges::find(media, now, &Offered::value);
    if (!open.can_write() && now.empty()) return;
    ui.layout.space(16);
    caption(ui, ui.say(Word::forms_how));
    if (!now.empty() && (known == media.end() || !open.can_write())) {
        paragraph(ui, known == media.end() ? ui.say(phrase::checks_unknown_state{.state = quote_of(now)})
                                           : std::string(ui.say(known->word)));
    }
    if (open.can_write()) {
        if (const auto pressed = offer(ui, ui.say(Word::forms_how), media, now))
            say_in_form(open, edits::set_form_medium(open.id(), *pressed));
    }
    if (now != form_media::telephone || open.talk.by_telephone) return;
    ui.layout.space(4);
    note(ui, ui.say(phrase::forms_no_telephone{.source = open.talk.source}));
}

/// The talk's own roles, and those that somebody has said besides.
std::vector<std::string> offered_roles(const Open& open) {
    std::vector<std::string> roles = open.talk.roles;
    if (const EvidenceForm* form = open.form()) {
        for (const std::string& said : form->people) {
            if (!std::ranges::contains(roles, said)) roles.push_back(said);
        }
    }
    return roles;
}

void with_whom(Ui& ui, const Open& open) {
    const EvidenceForm* form = open.form();
    const auto is_said = [&](const std::string& role) {
        return form != nullptr && std::ranges::contains(form->people, role);
    };
    if (!open.can_write() && (form == nullptr || form->people.empty())) return;
    ui.layout.space(16);
    const std::string_view name = ui.say(Word::forms_with_whom);
    caption(ui, name);
    const Part group(ui, "people", Role::group, name);
    const Row row(ui);
    for (const std::string& id : offered_roles(open)) {
        const PersonRole* role = open.view.book.pack().role(id);
        const std::string_view label = role == nullptr ? std::string_view(id) : role->short_name;
        const std::string_view full = role == nullptr ? std::string_view(id) : role->name;
        const bool on = is_said(id);
        if (!open.can_write()) {
            if (on) note(ui, full);
        } else if (chip(ui, {.label = label, .on = on, .name = full, .key = id})) {
            say_in_form(open, edits::set_form_person(open.id(), id, !on));
        }
    }
}

const EvidenceForm::Written* written_in(const EvidenceForm* form, std::string_view field) {
    if (form == nullptr) return nullptr;
    if (field == words::form_efforts) return &form->efforts;
    const auto found = form->themes.find(std::string(field.substr(words::form_theme.size())));
    return found == form->themes.end() ? nullptr : &found->second;
}

/// Who wrote what stands there, and other versions of it.
void who_wrote(Ui& ui, const EvidenceForm::Written* written) {
    if (written == nullptr || written->versions.empty()) return;
    note(ui, ui.say(phrase::forms_written{.version = version_words(ui.say, written->versions.back())}));
    for (const TextVersion& version : written->versions) {
        if (version.text == written->words) continue;
        note(ui, ui.say(phrase::checks_also_noted{.version = version_words(ui.say, version), .words = version.text}));
    }
}

void words_field(Ui& ui, const Open& open, std::string_view label, const std::string& field_name) {
    constexpr std::size_t least = 3;
    constexpr std::size_t most = 14;
    drafted_field(ui, {.label = label, .key = field_name, .least_lines = least, .most_lines = most},
                  open.draft(field_name), open.drafts, open.desk.typing, open.view, open.wishes.out);
}

void words_of(Ui& ui, const Open& open, std::string_view label, const std::string& field_name) {
    const EvidenceForm::Written* written = written_in(open.form(), field_name);
    if (open.can_write()) {
        words_field(ui, open, label, field_name);
    } else {
        caption(ui, label);
        if (written != nullptr && !written->words.empty()) paragraph(ui, written->words);
    }
    const Scope scope(field_name);  // the same words may stand under another theme
    who_wrote(ui, written);
}

void efforts(Ui& ui, const Open& open) {
    const EvidenceForm* form = open.form();
    const bool is_unavailable = form != nullptr && form->state == form_states::unavailable;
    const bool is_written = form != nullptr && !form->efforts.words.empty();
    if (!is_unavailable && !is_written) return;
    ui.layout.space(16);
    words_of(ui, open, ui.say(Word::forms_efforts), std::string(words::form_efforts));
}

void themes(Ui& ui, const Open& open) {
    const EvidenceForm* form = open.form();
    const bool is_unavailable = form != nullptr && form->state == form_states::unavailable;
    for (const Prompt& theme : open.asked().themes) {
        const std::string field_name = theme_field(theme.id);
        const EvidenceForm::Written* written = written_in(form, field_name);
        // A talk that was not to be had has no words, but those that were written before stay in sight.
        if (is_unavailable && (written == nullptr || written->words.empty())) continue;
        ui.layout.space(20);
        words_of(ui, open, theme.name, field_name);
    }
}

void the_form(Ui& ui, const Open& open) {
    const Scope scope(open.talk.id);
    ui.layout.space(24);
    heading(ui, open.talk.name, 2);
    note(ui, open.talk.source);
    ui.layout.space(12);
    const Card card(ui);
    whether_held(ui, open);
    const EvidenceForm* form = open.form();
    const bool is_unavailable = form != nullptr && form->state == form_states::unavailable;
    efforts(ui, open);
    if (!is_unavailable) {
        how_held(ui, open);
        with_whom(ui, open);
    }
    themes(ui, open);
}

void the_talks(Ui& ui, const View& view, const FocusedSchool& focused, EvidenceFormDesk& desk, Drafts& drafts,
               Wishes wishes) {
    RowList list(ui, "talks", ui.say(Word::forms_talks));
    for (const FocusedTalk* talk : focused.talks) {
        const std::string progress = form_progress_words(ui.say, view.book, *focused.school, *talk);
        const FormProgress::Sign sign =
            progress_of(view.book.pack().evidence_forms, view.book.form(focused.school->id, talk->id)).sign;
        Badge badge = form_badge(sign, progress, ui.theme.palette);
        badge.shown = Badge::Shown::words;
        const bool is_open = talk->id == desk.talk;
        if (list.row({.key = talk->id, .title = talk->short_name, .badges = {&badge, 1}, .current = is_open}) &&
            !is_open) {
            drafts.send_all(wishes.out);
            desk.typing.clear();
            desk.talk = talk->id;
        }
    }
}

/// The first form that is not settled, or else the first.
std::string first_to_open(const View& view, const FocusedSchool& focused) {
    for (const FocusedTalk* talk : focused.talks) {
        const auto sign =
            progress_of(view.book.pack().evidence_forms, view.book.form(focused.school->id, talk->id)).sign;
        if (sign == FormProgress::Sign::not_held || sign == FormProgress::Sign::incomplete) return talk->id;
    }
    return focused.talks.empty() ? std::string() : focused.talks.front()->id;
}

/// Which inspection it is, and that no talks belong to it where they do not.
void what_kind(Ui& ui, const FocusedSchool& focused) {
    if (focused.inspection == nullptr) {
        note(ui, ui.say(Word::forms_not_marked));
        return;
    }
    note(ui,
         ui.say(phrase::school_group_about{.about = focused.inspection->name, .source = focused.inspection->source}));
    if (!focused.inspection->excluded) return;
    ui.layout.space(8);
    paragraph(ui, ui.say(phrase::forms_is_excluded{.source = focused.inspection->source}));
}

}  // namespace

void evidence_form_screen(Ui& ui, const View& view, EvidenceFormDesk& desk, Drafts& drafts, Wishes wishes) {
    const ItemId id = wishes.route.here().school;
    const School* school = view.book.schools().find(id);
    if (school == nullptr) {
        wishes.route.go_back();
        return;
    }
    const FocusedSchool focused = focused_school(view.book, *school);
    if (desk.shown != id) desk = {.shown = id, .talk = first_to_open(view, focused)};
    const bool is_there = std::ranges::contains(focused.talks, desk.talk, &FocusedTalk::id);
    if (!is_there) desk.talk = first_to_open(view, focused);
    const ScrollSubject subject(ui, id);
    const Panel panel(ui, "evidence form", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, school->facts.name, 1);
    ui.layout.space(2);
    what_kind(ui, focused);
    const EvidenceForms& asked = view.book.pack().evidence_forms;
    ui.layout.space(8);
    paragraph(ui, asked.about);
    note(ui, asked.source);
    if (focused.talks.empty()) return;
    ui.layout.space(20);
    the_talks(ui, view, focused, desk, drafts, wishes);
    if (const FocusedTalk* talk = asked.talk(desk.talk)) the_form(ui, {view, *school, *talk, desk, drafts, wishes});
}

}  // namespace daybook
