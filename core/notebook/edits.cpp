#include "core/notebook/edits.h"

#include <algorithm>
#include <format>

#include "core/base/utf8.h"
#include "core/crypto/age/age.h"

namespace daybook::edits {
namespace {

Change set(ItemId item, std::string_view field, Value value) {
    return SetField{item, std::string(field), std::move(value)};
}

Change member(ItemId item, std::string_view field, const std::string& value, bool present) {
    return SetMember{item, std::string(field), value, present};
}

Value milliseconds(std::optional<Instant> at) {
    return at ? Value(at->unix_ms) : Value(std::monostate{});
}

Value reference(ItemId item) {
    return item.is_nil() ? Value(std::monostate{}) : Value(Bytes(item.bytes.begin(), item.bytes.end()));
}

std::vector<Change> bring_into_being(const NewActivity& activity, LocalTime started, std::string_view time_source) {
    std::vector<Change> changes{
        Create{activity.id, std::string(words::activity)},
        set(activity.id, words::kind, activity.kind),
        set(activity.id, words::started_at, started.at.unix_ms),
        set(activity.id, words::started_offset, std::int64_t{started.utc_offset_minutes}),
        set(activity.id, words::time_source, std::string(time_source)),
    };
    if (!activity.place.empty()) changes.push_back(set(activity.id, words::place, activity.place));
    if (!activity.school.is_nil()) changes.push_back(set(activity.id, words::of_school, reference(activity.school)));
    if (!activity.inspector.empty()) changes.push_back(set(activity.id, words::activity_inspector, activity.inspector));
    for (const std::string& role : activity.roles) changes.push_back(member(activity.id, words::roles, role, true));
    return changes;
}

/// A pause that began at another moment is another pause: the one that was there is taken away.
void correct_pauses(const Activity& activity, const std::vector<Pause>& wanted, std::vector<Change>& changes) {
    for (const Pause& before : activity.pauses) {
        if (!std::ranges::contains(wanted, before.from, &Pause::from))
            changes.push_back(set(activity.id, pause_field(before.from), false));
    }
    for (const Pause& pause : wanted) {
        if (!std::ranges::contains(activity.pauses, pause))
            changes.push_back(set(activity.id, pause_field(pause.from), milliseconds(pause.to)));
    }
}

Result<void> check_recipient(std::string_view whose, const std::string& text) {
    if (text.empty()) return {};
    if (const auto recipient = age::parse_recipient(text); !recipient) {
        return pass_on(recipient.error().while_doing(whose));
    }
    return {};
}

}  // namespace

std::vector<Change> describe_inspection(InspectionId inspection, const Inspection& described) {
    const ItemId root = Notebook::root(inspection);
    std::vector<Change> changes{
        set(root, words::title, described.title),         set(root, words::authority, described.authority),
        set(root, words::first_day, described.first_day), set(root, words::last_day, described.last_day),
        set(root, words::lead, described.lead),           set(root, words::sample, described.is_sample),
    };
    for (const std::string& name : described.team) changes.push_back(member(root, words::team, name, true));
    for (Change& change : set_recipients(inspection, described.lead_recipient, described.office_recipient)) {
        changes.push_back(std::move(change));
    }
    return changes;
}

Result<void> check_recipients(const std::string& lead, const std::string& office) {
    if (auto checked = check_recipient("The lead's key", lead); !checked) return checked;
    return check_recipient("The office's key", office);
}

std::vector<Change> set_recipients(InspectionId inspection, const std::string& lead, const std::string& office) {
    const ItemId root = Notebook::root(inspection);
    std::vector<Change> changes;
    if (!lead.empty()) changes.push_back(set(root, words::lead_recipient, lead));
    if (!office.empty()) changes.push_back(set(root, words::office_recipient, office));
    return changes;
}

Result<void> check_inspection(const Inspection& described) {
    if (described.authority.empty()) return fail(Errc::invalid, "Say which local authority is inspected.");
    for (const std::string& day : {described.first_day, described.last_day}) {
        if (day.empty()) return fail(Errc::invalid, "Give the day as year-month-day, for example 2015-09-14.");
        if (!is_iso_date(day)) {
            return fail(Errc::invalid, std::format("Write the day as year-month-day, for example 2015-09-14; "
                                                   "“{}” is not a day.",
                                                   day));
        }
    }
    if (described.last_day < described.first_day) return fail(Errc::invalid, "The last day is before the first.");
    if (described.lead.empty()) return fail(Errc::invalid, "Say who leads the inspection.");
    return check_recipients(described.lead_recipient, described.office_recipient);
}

std::vector<Change> set_milestone(InspectionId inspection, std::string_view id, std::string iso_date) {
    const std::string field = std::string(words::milestone).append(id);
    return {set(Notebook::root(inspection), field, std::move(iso_date))};
}

std::vector<Change> set_aside(InspectionId inspection, std::string_view key, std::string reason) {
    const std::string field = std::string(words::set_aside).append(key);
    return {set(Notebook::root(inspection), field, std::move(reason))};
}

std::vector<Change> start_activity(const NewActivity& activity, LocalTime now) {
    return bring_into_being(activity, now, "timer");
}

std::vector<Change> stop_activity(ItemId activity, LocalTime now) {
    return {set(activity, words::ended_at, now.at.unix_ms)};
}

std::vector<Change> pause_activity(ItemId activity, LocalTime now) {
    return {set(activity, pause_field(now.at), std::monostate{})};
}

std::vector<Change> resume_activity(const Activity& activity, LocalTime now) {
    std::vector<Change> changes;
    for (const Pause& pause : activity.pauses) {
        if (!pause.to) changes.push_back(set(activity.id, pause_field(pause.from), now.at.unix_ms));
    }
    return changes;
}

std::vector<Change> record_activity(const NewActivity& activity, const ActivityTimes& times) {
    std::vector<Change> changes = bring_into_being(activity, times.started, "typed");
    if (times.ended) changes.push_back(set(activity.id, words::ended_at, times.ended->unix_ms));
    for (const Pause& pause : times.pauses)
        changes.push_back(set(activity.id, pause_field(pause.from), milliseconds(pause.to)));
    return changes;
}

std::vector<Change> set_times(const Activity& activity, const ActivityTimes& times) {
    std::vector<Change> changes;
    if (times.started.at != activity.started.at)
        changes.push_back(set(activity.id, words::started_at, times.started.at.unix_ms));
    if (times.started.utc_offset_minutes != activity.started.utc_offset_minutes)
        changes.push_back(set(activity.id, words::started_offset, std::int64_t{times.started.utc_offset_minutes}));
    if (times.ended && times.ended != activity.ended)
        changes.push_back(set(activity.id, words::ended_at, times.ended->unix_ms));
    correct_pauses(activity, times.pauses, changes);
    if (!changes.empty() && activity.timed)
        changes.push_back(set(activity.id, words::time_source, std::string("typed")));
    return changes;
}

std::vector<Change> set_kind(ItemId activity, std::string kind) {
    return {set(activity, words::kind, std::move(kind))};
}

std::vector<Change> set_place(ItemId activity, std::string place) {
    return {set(activity, words::place, std::move(place))};
}

std::vector<Change> set_inspector(ItemId activity, std::string inspector) {
    return {set(activity, words::activity_inspector, std::move(inspector))};
}

std::vector<Change> set_school(ItemId activity, ItemId school) {
    return {set(activity, words::of_school, reference(school))};
}

std::vector<Change> set_role(ItemId activity, const std::string& role, bool present) {
    return {member(activity, words::roles, role, present)};
}

std::vector<Change> create_entry(ItemId entry, ItemId activity) {
    return {Create{entry, std::string(words::entry)},
            set(entry, words::of_activity, Bytes(activity.bytes.begin(), activity.bytes.end()))};
}

std::vector<Change> set_aspect(ItemId entry, const std::string& aspect, bool present) {
    return {member(entry, words::aspects, aspect, present)};
}

std::vector<Change> set_polarity(ItemId entry, Polarity polarity) {
    return {set(entry, words::polarity, std::string(polarity_word(polarity)))};
}

std::vector<Change> set_confidence(ItemId entry, bool in_confidence) {
    return {set(entry, words::in_confidence, in_confidence)};
}

std::vector<Change> set_come_back(ItemId entry, bool come_back) {
    return {set(entry, words::come_back, come_back)};
}

std::vector<Change> set_reconstructed(ItemId entry, bool reconstructed) {
    return {set(entry, words::reconstructed, reconstructed)};
}

std::vector<Change> set_retired(ItemId item, bool retired) {
    return {Retire{item, retired}};
}

std::vector<Change> add_attachment(const Attachment& attachment) {
    const auto number = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
    const auto bytes = [](ByteView view) { return Bytes(view.begin(), view.end()); };
    return {Create{attachment.id, std::string(words::attachment)},
            set(attachment.id, words::of_item, bytes(attachment.of.bytes)),
            set(attachment.id, words::media_type, attachment.media_type),
            set(attachment.id, words::size, number(attachment.size)),
            set(attachment.id, words::content_hash, bytes(attachment.hash)),
            set(attachment.id, words::first_piece, number(attachment.first_piece)),
            set(attachment.id, words::pieces, number(attachment.pieces))};
}

std::vector<Change> create_drawing(ItemId drawing, ItemId of) {
    return {Create{drawing, std::string(words::drawing)},
            set(drawing, words::of_item, Bytes(of.bytes.begin(), of.bytes.end()))};
}

std::vector<Change> draw(ItemId stroke, ItemId drawing, std::span<const InkPoint> first_piece) {
    return {Create{stroke, std::string(words::stroke)},
            set(stroke, words::of_item, Bytes(drawing.bytes.begin(), drawing.bytes.end())),
            set(stroke, words::points, encode_ink(first_piece))};
}

std::vector<Change> draw_on(ItemId stroke, std::size_t piece, std::span<const InkPoint> points) {
    return {set(stroke, ink_field(piece), encode_ink(points))};
}

std::vector<Change> create_check(InspectionId inspection, const std::string& list, const std::string& item) {
    const ItemId check = check_id(inspection, list, item);
    return {Create{check, std::string(words::check)}, set(check, words::check_list, list),
            set(check, words::check_item, item)};
}

std::vector<Change> set_check_state(ItemId check, std::string_view state) {
    return {set(check, words::check_state, std::string(state))};
}

std::vector<Change> add_passage(const NewPassage& passage) {
    return {Create{passage.id, std::string(words::passage)},
            set(passage.id, words::of_item, Bytes(passage.entry.bytes.begin(), passage.entry.bytes.end())),
            set(passage.id, words::anchor, encode(passage.anchor))};
}

Change first_words(ItemId entry, std::string text) {
    return Splice{entry, std::string(words::prose), {}, 0, 0, std::move(text)};
}

Change put_words(const Text& text, ItemId item, std::string_view field, std::string_view words) {
    const std::vector<TextVersion>& heads = text.heads();
    const TextDifference changed = difference(heads.back().text, words);
    Splice splice{item, std::string(field), {heads.back().ref}, changed.at, changed.erased, changed.inserted};
    for (const TextVersion& other : heads) {
        if (other.ref != heads.back().ref) splice.bases.push_back(other.ref);
    }
    return splice;
}

std::string_view polarity_word(Polarity polarity) {
    switch (polarity) {
        case Polarity::strength:
            return "strength";
        case Polarity::weakness:
            return "weakness";
        case Polarity::neutral:
            return "neutral";
        case Polarity::unmarked:
            break;
    }
    return "unmarked";
}

}  // namespace daybook::edits
