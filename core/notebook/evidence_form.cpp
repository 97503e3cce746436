#include "core/notebook/evidence_form.h"

#include <algorithm>
#include <set>

#include "core/base/blank.h"
#include "core/crypto/primitives.h"
#include "core/log/cbor.h"
#include "core/notebook/notebook.h"

namespace daybook {
namespace {

ItemId school_of(const Item& item) {
    const Value* value = item.field(words::form_school);
    const Bytes* bytes = value != nullptr ? std::get_if<Bytes>(value) : nullptr;
    return bytes != nullptr ? ItemId::from_bytes(*bytes).value_or(ItemId{}) : ItemId{};
}

EvidenceForm::Written written(const Text& text) {
    return {std::string(text.words()), text.heads()};
}

bool is_written(const EvidenceForm& form, const std::string& theme) {
    const auto found = form.themes.find(theme);
    return found != form.themes.end() && !is_blank(found->second.words);
}

}  // namespace

bool EvidenceForm::says_anything() const {
    return !state.empty() || !medium.empty() || !people.empty() || !efforts.words.empty() ||
           std::ranges::any_of(themes, [](const auto& one) { return !one.second.words.empty(); });
}

ItemId form_id(InspectionId inspection, ItemId school, std::string_view talk) {
    CborWriter writer;
    writer.array(4);
    writer.text("daybook evidence form 1");
    writer.bytes(inspection.bytes);
    writer.bytes(school.bytes);
    writer.text(talk);
    const Hash32 hash = blake2b_256(writer.written());
    ItemId id;
    std::ranges::copy(ByteView(hash).first(ItemId::size), id.bytes.begin());
    return id;
}

std::string theme_field(std::string_view theme) {
    return std::string(words::form_theme).append(theme);
}

EvidenceForm form_from(const Item& item) {
    EvidenceForm form{.id = item.id,
                      .school = school_of(item),
                      .talk = item.text_field(words::form_talk),
                      .state = item.text_field(words::form_state),
                      .said = std::nullopt,
                      .medium = item.text_field(words::form_medium),
                      .people = item.member_texts(words::form_people),
                      .efforts = {},
                      .themes = {}};
    const auto state = item.fields.find(std::string(words::form_state));
    if (state != item.fields.end() && !state->second.history.empty()) {
        const Stamped& last = state->second.history.back();
        form.said = CheckedItem::Said{last.author, last.written_at};
    }
    for (const auto& [name, text] : item.texts) {
        if (name == words::form_efforts) form.efforts = written(text);
        if (name.starts_with(words::form_theme))
            form.themes.emplace(name.substr(words::form_theme.size()), written(text));
    }
    return form;
}

FormProgress progress_of(const EvidenceForms& asked, const EvidenceForm* form) {
    FormProgress progress;
    if (form == nullptr) return progress;
    progress.themes = static_cast<std::size_t>(
        std::ranges::count_if(asked.themes, [&](const Prompt& theme) { return is_written(*form, theme.id); }));
    using Sign = FormProgress::Sign;
    if (form->state == form_states::held) {
        progress.lacks_themes = progress.themes < asked.themes.size();
        progress.lacks_people = form->people.empty();
        progress.lacks_medium = form->medium.empty();
        const bool lacks = progress.lacks_themes || progress.lacks_people || progress.lacks_medium;
        progress.sign = lacks ? Sign::incomplete : Sign::complete;
    } else if (form->state == form_states::unavailable) {
        progress.lacks_efforts = is_blank(form->efforts.words);
        progress.sign = progress.lacks_efforts ? Sign::incomplete : Sign::unavailable;
    }
    return progress;
}

bool FocusedSchool::counts() const {
    return inspection != nullptr && !inspection->excluded && !school->retired;
}

FocusedSchool focused_school(const Notebook& book, const School& school) {
    const EvidenceForms& asked = book.pack().evidence_forms;
    FocusedSchool focused{.school = &school, .inspection = asked.inspection(school.inspection), .talks = {}};
    for (const FocusedTalk& talk : asked.talks) {
        const EvidenceForm* form = book.form(school.id, talk.id);
        const bool is_said = form != nullptr && form->says_anything();
        const bool is_held = focused.counts() && !is_of_type(school.facts, talk.not_for_types);
        if (is_held || is_said) focused.talks.push_back(&talk);
    }
    return focused;
}

std::vector<FocusedSchool> focused_schools(const Notebook& book) {
    std::set<ItemId> with_forms;
    for (const auto& [id, form] : book.forms()) with_forms.insert(form.school);
    std::vector<FocusedSchool> all;
    for (const School* school : book.schools().all()) {
        if (school->inspection.empty() && !with_forms.contains(school->id)) continue;
        FocusedSchool focused = focused_school(book, *school);
        const bool is_inspected = !school->inspection.empty() && !school->retired;
        if (is_inspected || !focused.talks.empty()) all.push_back(std::move(focused));
    }
    return all;
}

std::vector<const EvidenceForm*> forms_beyond(const Notebook& book) {
    std::vector<const EvidenceForm*> beyond;
    for (const auto& [id, form] : book.forms()) {
        const bool is_known = book.schools().find(form.school) != nullptr &&
                              book.pack().evidence_forms.talk(form.talk) != nullptr &&
                              id == form_id(book.id(), form.school, form.talk);
        if (!is_known && form.says_anything()) beyond.push_back(&form);
    }
    return beyond;
}

}  // namespace daybook
