#include "core/notebook/notebook.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/base/letters.h"

namespace daybook {
namespace {

/// When the latest of what shows of an item was written, by the clock on its writer's wall. Stamps are no such clock:
/// they stay ahead once a clock was.
LocalTime last_written(const Item& item) {
    Stamp latest;
    LocalTime written;
    const auto see = [&](const auto& one) {
        if (one.stamp < latest) return;
        latest = one.stamp;
        written = one.written_at;
    };
    const auto see_field = [&](const Field& field) {
        if (!field.history.empty()) see(field.history.back());
    };
    if (item.created) {
        latest = item.created->stamp;
        written = item.created->written_at;
    }
    see_field(item.retired);
    for (const auto& [name, field] : item.fields) see_field(field);
    for (const auto& [name, set] : item.sets) {
        for (const auto& [member, said] : set.members) see_field(said);
    }
    for (const auto& [name, text] : item.texts) std::ranges::for_each(text.heads(), see);
    return written;
}

std::map<std::string, std::string> milestones_from(const Item& item) {
    std::map<std::string, std::string> said;
    for (const auto& [name, field] : item.fields) {
        if (!name.starts_with(words::milestone)) continue;
        const std::string day = item.text_field(name);
        if (is_iso_date(day)) said.emplace(name.substr(words::milestone.size()), day);
    }
    return said;
}

std::map<std::string, SetAside> set_aside_from(const Item& item) {
    std::map<std::string, SetAside> found;
    for (const auto& [name, field] : item.fields) {
        if (!name.starts_with(words::set_aside) || field.history.empty()) continue;
        const std::string reason = item.text_field(name);
        if (reason.empty()) continue;
        const Stamped& said = field.history.back();
        found.emplace(name.substr(words::set_aside.size()), SetAside{reason, said.author, said.written_at});
    }
    return found;
}

Inspection inspection_from(const Item& item) {
    return {
        .title = item.text_field(words::title),
        .authority = item.text_field(words::authority),
        .first_day = item.text_field(words::first_day),
        .last_day = item.text_field(words::last_day),
        .lead = item.text_field(words::lead),
        .team = item.member_texts(words::team),
        .lead_recipient = item.text_field(words::lead_recipient),
        .office_recipient = item.text_field(words::office_recipient),
        .milestones = milestones_from(item),
        .set_aside = set_aside_from(item),
        .is_sample = item.flag(words::sample),
    };
}

Entry entry_from(const Item& item) {
    Entry entry;
    entry.id = item.id;
    entry.activity = item.reference(words::of_activity);
    if (const Text* text = item.text(words::prose); text != nullptr) {
        entry.words = std::string(text->words());
        entry.versions = text->heads();
        entry.begun = text->begun_at();
        entry.added = text->last_added_at();
        entry.revisions = text->revisions();
    }
    entry.aspects = item.member_texts(words::aspects);
    entry.polarity = polarity_of(item);
    entry.in_confidence = item.flag(words::in_confidence);
    entry.come_back = item.flag(words::come_back);
    entry.reconstructed = item.flag(words::reconstructed);
    if (const Text* text = item.text(words::impact); text != nullptr) {
        entry.impact = std::string(text->words());
        entry.impact_versions = text->heads();
    } else {
        entry.impact = item.text_field(words::impact);
    }
    entry.emerging = item.flag(words::emerging);
    entry.follow_up = follow_up_from(item);
    entry.disclosure = item.text_field(words::disclosure);
    entry.serious_concern = item.flag(words::serious_concern);
    entry.retired = item.is_retired();
    if (item.created) {
        entry.author = item.created->author;
        entry.created = item.created->written_at;
    }
    entry.changed = last_written(item);
    return entry;
}

/// Where several were added in one moment, in the order in which they were.
void sort_by_time(std::vector<const Attachment*>& attachments) {
    std::ranges::sort(attachments, {},
                      [](const Attachment* one) { return std::tuple(one->added.at, one->first_piece, one->id); });
}

}  // namespace

const std::string& inspector_of(const Entry& entry, const Activity* activity) {
    return activity != nullptr && entry.author == activity->author ? activity->inspector : entry.author;
}

Polarity polarity_of(const Item& item) {
    const std::string word = item.text_field(words::polarity);
    if (word == "strength") return Polarity::strength;
    if (word == "weakness") return Polarity::weakness;
    if (word == "neutral") return Polarity::neutral;
    return Polarity::unmarked;
}

ItemId Notebook::root(InspectionId inspection) {
    return ItemId{inspection.bytes};
}

Result<std::optional<ItemId>> Notebook::take_in(const Revision& revision) {
    if (revision.inspection != id_) return fail(Errc::corrupt, "A change belongs to another inspection.");
    const auto* field = std::get_if<SetField>(&revision.change);
    if (field != nullptr && field->item == root(id_) && field->field == words::pack) {
        const auto* json = std::get_if<Bytes>(&field->value);
        if (json == nullptr) return fail(Errc::corrupt, "The framework pack of this inspection is not a pack.");
        auto pack = parse_pack(*json);
        if (!pack) return pass_on(pack.error().while_doing("Reading the framework pack"));
        // An inspection keeps the pack it was started with: the first one stands, whoever sends another.
        if (pack_.id.empty()) pack_ = std::move(*pack);
    }
    items_.apply(revision);
    ++version_;
    return item_of(revision.change);
}

Result<void> Notebook::apply(const Revision& revision) {
    auto touched = take_in(revision);
    if (!touched) return pass_on(touched.error());
    if (*touched) refresh(**touched);
    return {};
}

Result<void> Notebook::apply_all(const std::vector<const LoggedRevision*>& revisions) {
    std::set<ItemId> dirty;
    Result<void> first_failure;
    for (const LoggedRevision* logged : revisions) {
        auto touched = take_in(logged->revision);
        // One that cannot be taken in hides nothing of what comes after it.
        if (!touched && first_failure) first_failure = pass_on(touched.error());
        if (touched && *touched) dirty.insert(**touched);
    }
    for (const ItemId id : dirty) refresh(id);
    return first_failure;
}

void Notebook::refresh(ItemId id) {
    const Item* item = items_.find(id);
    if (item == nullptr) return;
    passages_.follow(id, prose_of(id));
    // An earlier Create that arrives late can say that it is something else than was thought.
    if (item->kind != words::activity) activities_.erase(id);
    if (item->kind != words::entry) take_away_entry(id);
    if (item->kind != words::attachment) attachments_.erase(id);
    if (item->kind != words::drawing && item->kind != words::stroke) drawings_.take_away(id);
    if (item->kind != words::passage) passages_.take_away(id);
    if (item->kind != words::check) checks_.erase(id);
    if (item->kind != words::school) schools_.take_away(id);
    if (item->kind != words::view) saved_views_.erase(id);
    if (item->kind != words::passing_on) passed_on_.erase(id);
    if (item->kind != words::declaration) declarations_.erase(id);
    if (item->kind != words::form) forms_.erase(id);
    if (item->kind != words::survey_call) survey_calls_.erase(id);
    if (item->kind != words::planned) planned_.erase(id);
    if (item->kind != words::contact) contacts_.erase(id);
    if (id == root(id_)) {
        inspection_ = inspection_from(*item);
    } else if (item->kind == words::activity) {
        activities_[id] = activity_from(*item);
    } else if (item->kind == words::entry) {
        put(entry_from(*item));
    } else if (item->kind == words::attachment) {
        attachments_[id] = attachment_from(*item);
    } else if (item->kind == words::drawing) {
        drawings_.put(drawing_from(*item));
    } else if (item->kind == words::stroke) {
        drawings_.put(stroke_from(*item));
    } else if (item->kind == words::check) {
        checks_[id] = check_from(*item);
    } else if (item->kind == words::passage) {
        Passage passage = passage_from(*item);
        const Text* text = prose_of(passage.entry);
        passages_.put(std::move(passage), text);
    } else if (item->kind == words::school) {
        schools_.put(school_from(*item));
    } else if (item->kind == words::view) {
        saved_views_[id] = saved_view_from(*item);
    } else if (item->kind == words::passing_on) {
        passed_on_[id] = passed_on_from(*item);
    } else if (item->kind == words::declaration) {
        declarations_[id] = declaration_from(*item);
    } else if (item->kind == words::form) {
        forms_[id] = form_from(*item);
    } else if (item->kind == words::survey_call) {
        survey_calls_[id] = survey_call_from(*item);
    } else if (item->kind == words::planned) {
        planned_[id] = planned_from(*item);
    } else if (item->kind == words::contact) {
        contacts_[id] = contact_from(*item);
    }
}

const Text* Notebook::prose_of(ItemId entry) const {
    const Item* item = items_.find(entry);
    return item == nullptr ? nullptr : item->text(words::prose);
}

void Notebook::put(Entry entry) {
    const auto [place, is_new] = entries_.try_emplace(entry.id);
    Entry& kept = place->second;
    const bool moves = is_new || kept.activity != entry.activity || kept.created.at != entry.created.at;
    if (moves && !is_new) lists_.remove(kept);
    kept = std::move(entry);
    if (moves) lists_.add(kept);
}

void Notebook::take_away_entry(ItemId id) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) return;
    lists_.remove(found->second);
    entries_.erase(found);
}

Notebook Notebook::as_it_stood(Instant moment) const {
    Notebook earlier(id_);
    earlier.items_ = items_.until(moment);
    earlier.pack_ = pack_;
    for (const auto& [item, was] : earlier.items_.all()) earlier.refresh(item);
    return earlier;
}

std::vector<const Activity*> Notebook::activities() const {
    std::vector<const Activity*> all;
    for (const auto& [id, activity] : activities_) all.push_back(&activity);
    std::ranges::sort(all, {}, [](const Activity* activity) { return std::pair(activity->started.at, activity->id); });
    return all;
}

const Activity* Notebook::activity(ItemId id) const {
    const auto found = activities_.find(id);
    return found == activities_.end() ? nullptr : &found->second;
}

const Entry* Notebook::entry(ItemId id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : &found->second;
}

std::vector<const Attachment*> Notebook::attachments() const {
    std::vector<const Attachment*> all;
    for (const auto& [id, attachment] : attachments_) all.push_back(&attachment);
    sort_by_time(all);
    return all;
}

std::vector<const Attachment*> Notebook::attachments_of(ItemId item) const {
    std::vector<const Attachment*> some;
    for (const auto& [id, attachment] : attachments_) {
        if (attachment.of == item) some.push_back(&attachment);
    }
    sort_by_time(some);
    return some;
}

const Attachment* Notebook::attachment(ItemId id) const {
    const auto found = attachments_.find(id);
    return found == attachments_.end() ? nullptr : &found->second;
}

const CheckedItem* Notebook::check(std::string_view list, std::string_view item) const {
    const auto found = checks_.find(check_id(id_, list, item));
    return found == checks_.end() ? nullptr : &found->second;
}

std::vector<const SavedView*> Notebook::saved_views() const {
    std::vector<const SavedView*> all;
    for (const auto& [id, view] : saved_views_) all.push_back(&view);
    std::ranges::stable_sort(all, {}, [](const SavedView* view) { return plain_letters(view->name); });
    return all;
}

const SavedView* Notebook::saved_view(ItemId id) const {
    const auto found = saved_views_.find(id);
    return found == saved_views_.end() ? nullptr : &found->second;
}

std::vector<const PassedOn*> Notebook::passed_on_of(ItemId entry) const {
    std::vector<const PassedOn*> some;
    for (const auto& [id, record] : passed_on_) {
        if (record.entry == entry) some.push_back(&record);
    }
    std::ranges::sort(some, {}, [](const PassedOn* one) { return std::pair(one->at.at, one->id); });
    return some;
}

std::vector<const Declaration*> Notebook::declarations() const {
    std::vector<const Declaration*> all;
    for (const auto& [id, one] : declarations_) all.push_back(&one);
    std::ranges::sort(all, {}, [](const Declaration* one) { return std::tuple(one->day, one->recorded.at, one->id); });
    return all;
}

const Declaration* Notebook::declaration(ItemId id) const {
    const auto found = declarations_.find(id);
    return found == declarations_.end() ? nullptr : &found->second;
}

const EvidenceForm* Notebook::form(ItemId school, std::string_view talk) const {
    const auto found = forms_.find(form_id(id_, school, talk));
    return found == forms_.end() ? nullptr : &found->second;
}

const SurveyCall* Notebook::survey_call(ItemId school) const {
    const auto found = survey_calls_.find(survey_call_id(id_, school));
    return found == survey_calls_.end() ? nullptr : &found->second;
}

std::vector<const Planned*> Notebook::planned() const {
    std::vector<const Planned*> all;
    for (const auto& [id, one] : planned_) all.push_back(&one);
    std::ranges::sort(all, {}, [](const Planned* one) {
        return std::tuple(!one->is_placed(), std::string_view(one->day), one->from, one->to, one->id);
    });
    return all;
}

const Planned* Notebook::planned(ItemId id) const {
    const auto found = planned_.find(id);
    return found == planned_.end() ? nullptr : &found->second;
}

std::vector<const Contact*> Notebook::contacts() const {
    std::vector<const Contact*> all;
    for (const auto& [id, one] : contacts_) all.push_back(&one);
    std::ranges::stable_sort(all, {}, [](const Contact* one) { return plain_letters(one->name); });
    return all;
}

const Contact* Notebook::contact(ItemId id) const {
    const auto found = contacts_.find(id);
    return found == contacts_.end() ? nullptr : &found->second;
}

const Activity* Notebook::running() const {
    const Activity* latest = nullptr;
    const auto order = [](const Activity& one) { return std::pair(!one.is_paused(), one.started.at); };
    for (const auto& [id, activity] : activities_) {
        if (activity.is_running() && (latest == nullptr || order(*latest) < order(activity))) latest = &activity;
    }
    return latest;
}

}  // namespace daybook
