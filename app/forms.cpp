#include "app/forms.h"

#include <algorithm>
#include <array>
#include <iterator>
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
    if (book.planned(desk.of) == nullptr && !is_half_typed(book, desk)) return;
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

struct Kept {
    std::string_view form;
    void (*keep)(const Forms& forms, const Notebook& book, std::vector<UnsavedForm>& out);
    void (*fill)(Forms& forms, const UnsavedForm& form, const Notebook& book);
};
constexpr auto usual_forms = std::to_array<Kept>({{"meeting", keep_meeting, fill_meeting},
                                                  {"days", keep_days, fill_days},
                                                  {"declaration", keep_declaration, fill_declaration},
                                                  {"set aside", keep_set_aside, fill_set_aside},
                                                  {"facts", keep_facts, fill_facts},
                                                  {"contact", keep_contact, fill_contact},
                                                  {"school", keep_school, fill_school},
                                                  {"sample", keep_sample, fill_sample}});

/// Those of which there is one for each thing that they are about.
struct KeptByItem {
    Kept kept;
    Place shown_at;
    ItemId Spot::* item;
    ItemId (*of)(const Forms& forms);
    void (*clear)(Forms& forms);
};
constexpr auto forms_by_item = std::to_array<KeptByItem>({{{"session", keep_session, fill_session},
                                                           Place::planned,
                                                           &Spot::planned,
                                                           [](const Forms& forms) { return forms.planned.of; },
                                                           [](Forms& forms) { forms.planned = {}; }},
                                                          {{"times", keep_times, fill_times},
                                                           Place::times,
                                                           &Spot::activity,
                                                           [](const Forms& forms) { return forms.times.of; },
                                                           [](Forms& forms) { forms.times = {}; }},
                                                          {{"passing on", keep_passing_on, fill_passing_on},
                                                           Place::duty,
                                                           &Spot::entry,
                                                           [](const Forms& forms) { return forms.duty.of; },
                                                           [](Forms& forms) { forms.duty = {}; }},
                                                          {{"no answer needed", keep_no_answer, fill_no_answer},
                                                           Place::follow_up,
                                                           &Spot::entry,
                                                           [](const Forms& forms) { return forms.follow_up.of; },
                                                           [](Forms& forms) { forms.follow_up = {}; }}});

constexpr std::string_view new_inspection_name = "new inspection";

/// Takes those out that `wanted` is true of.
std::vector<UnsavedForm> taken_out(std::vector<UnsavedForm>& waiting, const auto& wanted) {
    const auto rest = std::ranges::stable_partition(waiting, [&](const UnsavedForm& one) { return !wanted(one); });
    std::vector<UnsavedForm> taken(std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    waiting.erase(rest.begin(), rest.end());
    return taken;
}

/// What stands in the form of its item waits.
void put_away(const KeptByItem& kind, Forms& forms, std::vector<UnsavedForm>& waiting, const Notebook& book) {
    std::vector<UnsavedForm> left;
    kind.kept.keep(forms, book, left);
    for (UnsavedForm& one : left) {
        one.inspection = book.id();
        waiting.push_back(std::move(one));
    }
    kind.clear(forms);
}

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
    for (const Kept& one : usual_forms) one.keep(forms, book, unsaved);
    for (const KeptByItem& one : forms_by_item) one.kept.keep(forms, book, unsaved);
    for (UnsavedForm& one : unsaved) one.inspection = book.id();
    return unsaved;
}

std::optional<UnsavedForm> unsaved_form(const InspectionForm& new_inspection) {
    UnsavedForm form{.form = std::string(new_inspection_name), .fields = {}};
    put_inspection(form, new_inspection);
    return form.fields.empty() ? std::nullopt : std::optional(std::move(form));
}

void fill_again(Forms& forms, std::vector<UnsavedForm>& waiting, const Notebook& book) {
    const auto is_by_item = [](const UnsavedForm& one) {
        return std::ranges::any_of(forms_by_item, [&](const KeptByItem& kind) { return kind.kept.form == one.form; });
    };
    const auto ours = [&](const UnsavedForm& one) { return one.inspection == book.id() && !is_by_item(one); };
    for (const UnsavedForm& one : taken_out(waiting, ours)) {
        const auto kind = std::ranges::find(usual_forms, one.form, &Kept::form);
        if (kind != usual_forms.end()) kind->fill(forms, one, book);
    }
}

void fill_again(InspectionForm& new_inspection, std::vector<UnsavedForm>& waiting) {
    const auto of_a_new_one = [](const UnsavedForm& one) { return one.inspection.is_nil(); };
    for (const UnsavedForm& one : taken_out(waiting, of_a_new_one)) {
        if (one.form == new_inspection_name) take_inspection(one, new_inspection);
    }
}

void turn_to(Forms& forms, std::vector<UnsavedForm>& waiting, const Spot& here, const Notebook& book) {
    if (here.place == Place::plan && (forms.planned.of.is_nil() || book.planned(forms.planned.of) != nullptr)) {
        put_away(forms_by_item.front(), forms, waiting, book);
        const auto begun = [&](const UnsavedForm& one) {
            return one.form == "session" && one.inspection == book.id() && book.planned(one.of) == nullptr;
        };
        for (const UnsavedForm& one : taken_out(waiting, begun)) fill_session(forms, one, book);
    }
    for (const KeptByItem& kind : forms_by_item) {
        const ItemId item = here.*kind.item;
        if (here.place != kind.shown_at || kind.of(forms) == item) continue;
        put_away(kind, forms, waiting, book);
        const auto wanted = [&](const UnsavedForm& one) {
            return one.form == kind.kept.form && one.of == item && one.inspection == book.id();
        };
        for (const UnsavedForm& one : taken_out(waiting, wanted)) kind.kept.fill(forms, one, book);
    }
}

}  // namespace daybook
