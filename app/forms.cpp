#include "app/forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <optional>
#include <utility>

namespace daybook {
namespace {

/// A field that is words, by its name on disk.
template <typename Form>
struct Named {
    std::string_view name;
    std::string Form::* words;
};

constexpr std::array<Named<Contact>, 5> contact_fields{{{"name", &Contact::name},
                                                        {"role", &Contact::role},
                                                        {"telephone", &Contact::telephone},
                                                        {"email", &Contact::email},
                                                        {"note", &Contact::note}}};
constexpr std::array<Named<Declaration>, 4> declaration_fields{{{"who", &Declaration::who},
                                                                {"what", &Declaration::what},
                                                                {"day", &Declaration::day},
                                                                {"decided", &Declaration::decided}}};
constexpr std::array<Named<Planned>, 5> session_fields{{{"day", &Planned::day},
                                                        {"kind", &Planned::kind},
                                                        {"title", &Planned::title},
                                                        {"place", &Planned::place},
                                                        {"note", &Planned::note}}};
constexpr std::array<Named<PlannedDesk>, 2> hour_fields{{{"from", &PlannedDesk::from}, {"to", &PlannedDesk::to}}};
constexpr std::array<Named<TimesDesk>, 5> times_fields{{{"day", &TimesDesk::day},
                                                        {"start", &TimesDesk::start},
                                                        {"end day", &TimesDesk::end_day},
                                                        {"end", &TimesDesk::end},
                                                        {"place", &TimesDesk::place}}};
constexpr std::array<Named<MeetingForm>, 5> meeting_fields{{{"place", &MeetingForm::place},
                                                            {"inspector", &MeetingForm::inspector},
                                                            {"day", &MeetingForm::day},
                                                            {"start", &MeetingForm::start},
                                                            {"end", &MeetingForm::end}}};
constexpr std::array<Named<PassedOnForm>, 2> passed_on_fields{
    {{"to", &PassedOnForm::to}, {"words", &PassedOnForm::words}}};
constexpr std::array<Named<Inspection>, 7> inspection_fields{{{"title", &Inspection::title},
                                                              {"authority", &Inspection::authority},
                                                              {"first day", &Inspection::first_day},
                                                              {"last day", &Inspection::last_day},
                                                              {"lead", &Inspection::lead},
                                                              {"lead recipient", &Inspection::lead_recipient},
                                                              {"office recipient", &Inspection::office_recipient}}};

void put(UnsavedForm& form, std::string_view name, const std::string& words) {
    if (!words.empty()) form.fields.push_back({std::string(name), words});
}
void put(UnsavedForm& form, std::string_view name, const std::vector<std::string>& list) {
    for (const std::string& words : list) put(form, name, words);
}
template <typename From, std::size_t count>
void put(UnsavedForm& form, const std::array<Named<From>, count>& fields, const From& from) {
    for (const auto& [name, words] : fields) put(form, name, from.*words);
}
/// Where the names are ids of the notebook or the pack, and an empty field says that something is taken away.
void put_all(UnsavedForm& form, const auto& typed) {
    for (const auto& [name, words] : typed) form.fields.push_back({name, words});
}

template <typename To, std::size_t count>
void take(const UnsavedForm& form, const std::array<Named<To>, count>& fields, To& to) {
    for (const auto& [name, words] : fields) to.*words = form.words(name);
}
void take_all(const UnsavedForm& form, auto& typed) {
    for (const auto& [name, words] : form.fields) typed.insert_or_assign(name, words);
}

std::string hex_of(const ItemId& school) {
    return school.is_nil() ? std::string() : school.hex();
}
/// Nil if the notebook has none of that name.
ItemId school_named(const Notebook& book, const std::string& hex) {
    for (const School* school : book.schools().all()) {
        if (school->id.hex() == hex) return school->id;
    }
    return {};
}

// Each form: what of it is not saved, and that put back.

void keep_meeting(const Forms& forms, const Notebook&, std::vector<UnsavedForm>& out) {
    UnsavedForm form{.form = "meeting", .fields = {}};
    put(form, meeting_fields, forms.meeting);
    put(form, "role", forms.meeting.roles);
    put(form, "school", hex_of(forms.meeting.school));
    if (forms.meeting.earlier) put(form, "earlier", "yes");
    // The kind alone is one tap, and the first stands there before anybody has tapped.
    if (form.fields.empty()) return;
    put(form, "kind", forms.meeting.kind);
    out.push_back(std::move(form));
}
void fill_meeting(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    take(form, meeting_fields, forms.meeting);
    forms.meeting.roles = form.list("role");
    forms.meeting.earlier = !form.words("earlier").empty();
    forms.meeting.kind = form.words("kind");
    forms.meeting.school = school_named(book, form.words("school"));
}

void keep_days(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    if (forms.deadlines.of != book.id() || forms.deadlines.typed.empty()) return;
    put_all(out.emplace_back(UnsavedForm{.form = "days", .fields = {}}), forms.deadlines.typed);
}
void fill_days(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    forms.deadlines.of = book.id();
    take_all(form, forms.deadlines.typed);
}

void keep_declaration(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const DeclarationsDesk& desk = forms.declarations;
    if (desk.of != book.id() || !desk.editing) return;
    put(out.emplace_back(UnsavedForm{.form = "declaration", .of = *desk.editing, .fields = {}}), declaration_fields,
        desk.typed);
}
void fill_declaration(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    const Declaration* before = book.declaration(form.of);
    forms.declarations = {.of = book.id(), .editing = form.of};
    Declaration& typed = forms.declarations.typed;
    if (before != nullptr) typed = *before;
    typed.id = form.of;
    take(form, declaration_fields, typed);
}

void keep_passing_on(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    if (book.entry(forms.duty.of) == nullptr) return;
    for (const auto& [about, typed] : forms.duty.forms) {
        UnsavedForm form{.form = "passing on", .of = forms.duty.of, .fields = {}};
        put(form, passed_on_fields, typed);
        for (const auto& [name, words] : {std::pair{"day", &typed.day}, {"time", &typed.time}, {"by", &typed.by}}) {
            if (*words) form.fields.push_back({name, **words});
        }
        if (form.fields.empty() && !typed.open) continue;
        put(form, "about", about);
        if (typed.open) put(form, "another", "yes");
        out.push_back(std::move(form));
    }
}
void fill_passing_on(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    if (book.entry(form.of) == nullptr) return;
    if (forms.duty.of != form.of) forms.duty = {.of = form.of};
    PassedOnForm& typed = forms.duty.forms[form.words("about")];
    take(form, passed_on_fields, typed);
    typed.open = !form.words("another").empty();
    for (const auto& [name, words] : {std::pair{"day", &typed.day}, {"time", &typed.time}, {"by", &typed.by}}) {
        if (std::ranges::contains(form.fields, name, &UnsavedForm::Field::name)) *words = form.words(name);
    }
}

void keep_no_answer(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const FollowUpDesk& desk = forms.follow_up;
    if (desk.doing != FollowUpDesk::Doing::closing || book.entry(desk.of) == nullptr) return;
    put(out.emplace_back(UnsavedForm{.form = "no answer needed", .of = desk.of, .fields = {}}), "why", desk.why);
}
void fill_no_answer(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    if (book.entry(form.of) == nullptr) return;
    forms.follow_up = {.of = form.of, .doing = FollowUpDesk::Doing::closing, .why = form.words("why")};
}

void keep_set_aside(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const HealthDesk& desk = forms.health;
    if (desk.of != book.id() || desk.asking.empty()) return;
    UnsavedForm& form = out.emplace_back(UnsavedForm{.form = "set aside", .fields = {}});
    put(form, "what", desk.asking);
    put(form, "reason", desk.reason);
}
void fill_set_aside(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    forms.health = {.of = book.id(), .asking = form.words("what"), .reason = form.words("reason")};
}

void put_inspection(UnsavedForm& form, const InspectionForm& typed) {
    put(form, inspection_fields, typed.described);
    put(form, "team", typed.team);
}
void take_inspection(const UnsavedForm& form, InspectionForm& typed) {
    take(form, inspection_fields, typed.described);
    typed.team = form.words("team");
}

void keep_facts(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const InspectionPageDesk& desk = forms.inspection_page;
    if (desk.of != book.id() || !desk.form) return;
    put_inspection(out.emplace_back(UnsavedForm{.form = "facts", .fields = {}}), *desk.form);
}
void fill_facts(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    forms.inspection_page.of = book.id();
    forms.inspection_page.form = InspectionForm{.described = book.inspection(), .team = {}, .errors = {}};
    take_inspection(form, *forms.inspection_page.form);
}

void keep_contact(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const ContactsDesk& desk = forms.inspection_page.contacts;
    if (forms.inspection_page.of != book.id() || !desk.editing) return;
    put(out.emplace_back(UnsavedForm{.form = "contact", .of = *desk.editing, .fields = {}}), contact_fields,
        desk.typed);
}
void fill_contact(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    const Contact* before = book.contact(form.of);
    forms.inspection_page.of = book.id();
    Contact typed = before == nullptr ? Contact{} : *before;
    typed.id = form.of;
    take(form, contact_fields, typed);
    forms.inspection_page.contacts = {.editing = form.of, .typed = std::move(typed)};
}

PlannedDesk desk_of(const Planned& planned) {
    PlannedDesk desk;
    begin_planned(desk, planned);
    return desk;
}
UnsavedForm session_form(const PlannedDesk& desk) {
    UnsavedForm form{.form = "session", .of = desk.of, .fields = {}};
    put(form, session_fields, desk.typed);
    put(form, hour_fields, desk);
    put(form, "school", hex_of(desk.typed.school));
    put(form, "inspector", desk.typed.inspectors);
    put(form, "role", desk.typed.roles);
    return form;
}
void keep_session(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const PlannedDesk& desk = forms.planned;
    if (desk.of.is_nil()) return;
    UnsavedForm form = session_form(desk);
    const Planned* before = book.planned(desk.of);
    if (before != nullptr && form == session_form(desk_of(*before))) return;
    out.push_back(std::move(form));
}
void fill_session(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    const Planned* before = book.planned(form.of);
    Planned known = before == nullptr ? Planned{} : *before;
    known.id = form.of;
    PlannedDesk desk = desk_of(known);
    take(form, session_fields, desk.typed);
    take(form, hour_fields, desk);
    desk.typed.inspectors = form.list("inspector");
    desk.typed.roles = form.list("role");
    desk.typed.school = school_named(book, form.words("school"));
    forms.planned = std::move(desk);
}

void keep_school(const Forms& forms, const Notebook&, std::vector<UnsavedForm>& out) {
    for (const auto& [school, draft] : forms.school.drafts) {
        if (draft.typed.empty()) continue;
        put_all(out.emplace_back(UnsavedForm{.form = "school", .of = school, .fields = {}}), draft.typed);
    }
}
void fill_school(Forms& forms, const UnsavedForm& form, const Notebook&) {
    take_all(form, forms.school.drafts[form.of].typed);
}

void keep_sample(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    if (forms.survey_sample.of != book.id()) return;
    UnsavedForm form{.form = "sample", .fields = {}};
    for (const auto& [group, wanted] : forms.survey_sample.wanted) put(form, group, wanted);
    if (!form.fields.empty()) out.push_back(std::move(form));
}
void fill_sample(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    forms.survey_sample.of = book.id();
    take_all(form, forms.survey_sample.wanted);
}

void keep_times(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out) {
    const TimesDesk& desk = forms.times;
    if (!desk.touched || book.activity(desk.of) == nullptr) return;
    UnsavedForm& form = out.emplace_back(UnsavedForm{.form = "times", .of = desk.of, .fields = {}});
    put(form, times_fields, desk);
    for (const PauseForm& pause : desk.pauses) {
        // The three of each pause in their order, empty or not.
        form.fields.push_back({"pause", pause.was ? std::to_string(pause.was->from.unix_ms) : std::string()});
        form.fields.push_back({"pause from", pause.from});
        form.fields.push_back({"pause to", pause.to});
    }
}
void fill_times(Forms& forms, const UnsavedForm& form, const Notebook& book) {
    const Activity* activity = book.activity(form.of);
    if (activity == nullptr) return;
    TimesDesk desk{
        .of = form.of, .said = times_said(*activity), .place_was = activity->place, .touched = true, .pauses = {}};
    take(form, times_fields, desk);
    const auto was = form.list("pause");
    const auto from = form.list("pause from");
    const auto to = form.list("pause to");
    for (std::size_t index = 0; index < std::min({was.size(), from.size(), to.size()}); ++index) {
        PauseForm pause{.from = from[index], .to = to[index]};
        const auto same = [&](const Pause& one) { return std::to_string(one.from.unix_ms) == was[index]; };
        const auto found = std::ranges::find_if(desk.said.pauses, same);
        if (found != desk.said.pauses.end()) pause.was = *found;
        desk.pauses.push_back(std::move(pause));
    }
    forms.times = std::move(desk);
}

void keep_new_inspection(const Forms& forms, const Notebook&, std::vector<UnsavedForm>& out) {
    UnsavedForm form{.form = "new inspection", .fields = {}};
    put_inspection(form, forms.new_inspection);
    if (!form.fields.empty()) out.push_back(std::move(form));
}
void fill_new_inspection(Forms& forms, const UnsavedForm& form, const Notebook&) {
    take_inspection(form, forms.new_inspection);
}

struct Kept {
    std::string_view form;
    void (*keep)(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out);
    void (*fill)(Forms& forms, const UnsavedForm& form, const Notebook& book);
};
constexpr auto all_forms = std::to_array<Kept>({{"meeting", keep_meeting, fill_meeting},
                                                {"days", keep_days, fill_days},
                                                {"declaration", keep_declaration, fill_declaration},
                                                {"passing on", keep_passing_on, fill_passing_on},
                                                {"no answer needed", keep_no_answer, fill_no_answer},
                                                {"set aside", keep_set_aside, fill_set_aside},
                                                {"facts", keep_facts, fill_facts},
                                                {"contact", keep_contact, fill_contact},
                                                {"session", keep_session, fill_session},
                                                {"school", keep_school, fill_school},
                                                {"sample", keep_sample, fill_sample},
                                                {"times", keep_times, fill_times},
                                                {"new inspection", keep_new_inspection, fill_new_inspection}});

}  // namespace

const std::string& UnsavedForm::words(std::string_view name) const {
    static const std::string none;
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? none : found->words;
}

std::vector<std::string> UnsavedForm::list(std::string_view name) const {
    std::vector<std::string> found;
    for (const Field& field : fields) {
        if (field.name == name) found.push_back(field.words);
    }
    return found;
}

std::vector<UnsavedForm> unsaved_forms(const Forms& forms, const Notebook& book) {
    std::vector<UnsavedForm> unsaved;
    for (const Kept& one : all_forms) one.keep(forms, book, unsaved);
    return unsaved;
}

void fill_again(Forms& forms, std::span<const UnsavedForm> unsaved, const Notebook& book) {
    for (const UnsavedForm& form : unsaved) {
        const auto found = std::ranges::find(all_forms, form.form, &Kept::form);
        if (found != all_forms.end()) found->fill(forms, form, book);
    }
}

}  // namespace daybook
