// Prints a bundle for a person: the inspection, its activities, and what was written in each.
// Never leaves out that something was said in confidence.
#include <algorithm>
#include <cstdio>
#include <format>

#include "app/cli/commands.h"
#include "app/cli/history_text.h"
#include "app/cli/printing.h"
#include "core/base/utf8.h"
#include "core/notebook/contemporaneity.h"
#include "core/notebook/edits.h"
#include "core/notebook/time_spent.h"

namespace daybook::cli {

namespace {

constexpr std::size_t width = 96;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

std::string heading(const Notebook& book) {
    const Inspection& inspection = book.inspection();
    std::string text = printable(inspection.title) + (inspection.is_sample ? "  [sample]\n" : "\n");
    const std::string days = friendly_date(inspection.first_day) + " to " + friendly_date(inspection.last_day);
    text += printable(inspection.authority) + ", " + printable(days) + "\n";
    text += "Lead: " + printable(inspection.lead) + "\n";
    if (!inspection.team.empty()) text += "Team: " + printable(joined(inspection.team, "; ")) + "\n";
    if (const std::size_t schools = book.schools().size(); schools > 0) text += std::format("Schools: {}\n", schools);
    return text;
}

std::string activity_line(const Notebook& book, const Activity& activity) {
    const ActivityKind* kind = book.pack().activity_kind(activity.kind);
    std::vector<std::string> roles;
    for (const std::string& id : activity.roles) {
        const PersonRole* role = book.pack().role(id);
        roles.push_back(role != nullptr ? role->name : id);
    }
    std::string spent =
        activity.ended ? duration_words(activity.time_spent(*activity.ended)) : std::string("not ended");
    if (!activity.pauses.empty()) spent += std::format(", pauses: {}", activity.pauses.size());
    const School* school = book.school_of(activity);
    std::vector<std::string> parts{kind != nullptr ? kind->name : activity.kind,   joined(roles, "; "),
                                   school != nullptr ? school->facts.name : "",    activity.place,
                                   activity.timed ? spent : spent + " (typed in)", activity.author};
    if (activity.retired) parts.emplace_back("[retired]");
    return std::format("\n{} {}  {}\n", friendly_date(activity.started), clock_minutes(activity.started),
                       printable(joined(parts, " · ")));
}

std::string polarity_mark(Polarity polarity) {
    switch (polarity) {
        case Polarity::strength:
            return "▲ Strength";
        case Polarity::weakness:
            return "▼ Weakness";
        case Polarity::neutral:
            return "● Neutral";
        case Polarity::unmarked:
            break;
    }
    return "";
}

/// The file itself is in what `open` writes.
std::string attachment_line(const OpenedBundle& bundle, const Attachment& attachment) {
    const auto& carried = bundle.manifest.attachments;
    const bool is_there = std::ranges::binary_search(carried, attachment.id, {}, &CarriedAttachment::id);
    const std::vector<std::string> parts{"Attachment " + attachment.id.hex().substr(0, 8),
                                         attachment.gist,
                                         std::format("{}, {} bytes", attachment.media_type, attachment.size),
                                         clock_minutes(attachment.added),
                                         attachment.author,
                                         is_there ? "" : "[not in this bundle]",
                                         attachment.retired ? "[retired]" : ""};
    return wrapped(printable(joined(parts, " · ")), "    ", width);
}

std::string attachment_lines(const OpenedBundle& bundle, ItemId of) {
    std::string text;
    for (const Attachment* attachment : bundle.notebook.attachments_of(of)) {
        text += attachment_line(bundle, *attachment);
    }
    return text;
}

/// The picture itself is in what `open` writes.
std::string drawing_lines(const Notebook& book, const std::vector<const Drawing*>& drawings) {
    std::string text;
    for (const Drawing* drawing : drawings) {
        const InkCount count = count_ink(book.drawings().strokes_of(drawing->id));
        const std::vector<std::string> parts{
            "Drawing " + drawing->id.hex().substr(0, 8),
            drawing->gist,
            std::format("strokes: {}", count.shown),
            count.unreadable == 0 ? "" : std::format("[strokes that cannot be shown: {}]", count.unreadable),
            clock_minutes(drawing->made),
            drawing->author,
            drawing->retired ? "[retired]" : ""};
        text += wrapped(printable(joined(parts, " · ")), "    ", width);
    }
    return text;
}

std::string aspect_names(const Notebook& book, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const std::string& id : ids) {
        const Aspect* aspect = book.pack().aspect(id);
        const OtherMatter* other = book.pack().other_matter(id);
        names.push_back(aspect != nullptr ? aspect->name : other != nullptr ? other->name : id);
    }
    return joined(names, "; ");
}

std::string where(const Passage& passage) {
    switch (passage.stands) {
        case Passage::Stands::here:
            return "";
        case Passage::Stands::gone:
            return "[no longer in the words]";
        case Passage::Stands::apart:
        case Passage::Stands::unknown:
            break;
    }
    return "[which words is not known: it may be any of them]";
}

/// What was marked by itself: its beginning, since all of it stands above, with its marks.
std::string passage_lines(const Notebook& book, const Entry& entry) {
    std::string text;
    for (const Passage* one : book.passages_of(entry.id)) {
        if (!one->has_marks()) continue;
        const auto [from, to] = one->range;
        const bool here = one->stands == Passage::Stands::here;
        const std::string_view said = here ? std::string_view(entry.words).substr(from, to - from) : one->began;
        const std::string_view quote = said.substr(0, character_start(said, PassageBounds::began));
        const std::vector<std::string> parts{one->in_confidence ? "IN CONFIDENCE" : "",
                                             polarity_mark(one->polarity),
                                             aspect_names(book, one->aspects),
                                             one->retired ? "[retired]" : "",
                                             where(*one),
                                             std::format("“{}{}”", quote, quote.size() < said.size() ? "…" : "")};
        text += wrapped(printable(joined(parts, " · ")), "    > ", width);
    }
    return text;
}

/// Nothing of what was written as it should be: during its activity, and not added to since.
std::string when_mark(const Notebook& book, const Entry& entry) {
    const WhenWritten written = when_written(entry, book);
    std::string mark;
    switch (written.when) {
        case Contemporaneity::before:
            mark = "written before the activity began";
            break;
        case Contemporaneity::same_day:
            mark = "written the same day";
            break;
        case Contemporaneity::later:
            mark = "written later: " + friendly_date(entry.begun.value_or(entry.created));
            break;
        case Contemporaneity::reconstructed:
            mark = "written again from memory after a loss";
            break;
        case Contemporaneity::during:
        case Contemporaneity::unknown:
            break;
    }
    const std::string added =
        written.added ? std::format("added to {} {}", friendly_date(*written.added), clock_minutes(*written.added))
                      : "";
    const std::string all = joined({mark, added}, ", ");
    return all.empty() ? all : "[" + all + "]";
}

/// What is beyond the words, each in a line of its own: what must be passed on first.
std::string flag_lines(const Notebook& book, const Entry& entry) {
    std::string text;
    const auto line = [&](const std::vector<std::string>& parts) {
        text += wrapped(printable(joined(parts, " · ")), "    ! ", width);
    };
    for (const Duty& one : duties_of(book, entry)) {
        if (one.is_open()) line({"TO BE PASSED ON: " + std::string(one.about), "not passed on yet"});
        for (const PassedOn* record : one.records) {
            line({"Passed on: " + std::string(one.about), "to " + record->to, "by " + record->by,
                  friendly_date(record->at) + " " + clock_minutes(record->at), record->words});
        }
    }
    if (entry.follow_up) {
        const FollowUp& asked = *entry.follow_up;
        const FollowUpState state = state_of(book, asked);
        line({state == FollowUpState::open       ? "Follow-up, open"
              : state == FollowUpState::answered ? "Follow-up, answered"
                                                 : "Follow-up, closed",
              asked.owner, asked.closed ? asked.closed->words : ""});
    }
    for (const Entry* asking : answered_by(book, entry.id)) {
        const std::string_view asked = asking->words;
        line({std::format("Answers a follow-up: “{}”", asked.substr(0, character_start(asked, PassageBounds::began)))});
    }
    if (entry.emerging) line({"Emerging finding"});
    if (!entry.impact.empty()) line({"Impact: " + entry.impact});
    if (entry.impact_versions.size() > 1) {
        for (const TextVersion& one : entry.impact_versions)
            line({"Impact, version of " + one.author + ": " + one.text});
    }
    return text;
}

/// What inspectors have declared, and what was decided.
std::string declaration_lines(const Notebook& book) {
    std::string text;
    for (const Declaration* one : book.declarations()) {
        const std::vector<std::string> parts{one->day.empty() ? "" : friendly_date(one->day), one->who, one->what,
                                             one->decided.empty() ? "[nothing decided yet]" : one->decided,
                                             one->retired ? "[retired]" : ""};
        text += wrapped(printable(joined(parts, " · ")), "  ", width);
    }
    return text.empty() ? text : "\nConflicts of interest\n" + text;
}

std::string words_and_marks(const Notebook& book, const Entry& entry) {
    const auto& passages = book.passages_of(entry.id);
    const bool confident = entry.in_confidence || make_all_confidential(passages);
    const std::string some = confidential(passages) > 0 ? "PASSAGE IN CONFIDENCE" : "";
    const std::vector<std::string> marks{
        confident ? "IN CONFIDENCE" : some, polarity_mark(entry.polarity), aspect_names(book, entry.aspects),
        entry.come_back ? "[come back to this]" : "", entry.retired ? "[retired]" : ""};
    const std::string made = joined(
        {clock_minutes(entry.begun.value_or(entry.created)) + "  " + entry.author, when_mark(book, entry)}, "  ");
    std::string text = "\n" + wrapped(printable(joined({made, joined(marks, " · ")}, "  ")), "  ", width);
    if (entry.versions.size() < 2) return text + wrapped(printable(entry.words), "    ", width);
    text += std::format("    Edited apart: {} versions, of which nobody has chosen one yet.\n", entry.versions.size());
    for (const TextVersion& version : entry.versions) {
        text += std::format("    Version of {}, {}:\n", printable(version.author), rfc3339(version.written_at));
        text += wrapped(printable(version.text), "      ", width);
    }
    return text;
}

std::string entry_text(const Notebook& book, const Entry& entry) {
    return words_and_marks(book, entry) + flag_lines(book, entry) + passage_lines(book, entry);
}

std::string belongings_of(const OpenedBundle& bundle, ItemId entry, Depth depth) {
    const Notebook& book = bundle.notebook;
    const std::string text = attachment_lines(bundle, entry) + drawing_lines(book, book.drawings().of(entry));
    return depth == Depth::now ? text : text + history_text(book, entry, width);
}

/// What runs still counts up to when the bundle was made.
std::string time_lines(const OpenedBundle& bundle) {
    const TimeTable table = time_table(bundle.notebook, bundle.manifest.made_at.at);
    if (table.activities == 0) return {};
    std::string text = "\nTime spent, without pauses\n";
    for (const TimeSum& one : table.by_inspector) {
        const std::string line =
            std::format("{}: {}, activities: {}", printable(one.of), duration_words(one.spent), one.activities);
        text += wrapped(line, "  ", width);
    }
    return text;
}

std::string progress(const CheckCount& count) {
    std::vector<std::string> parts;
    for (const auto& [state, some] : count.said) parts.push_back(std::format("{} {}", some, state));
    if (count.open > 0) parts.push_back(std::format("{} open", count.open));
    return joined(parts, ", ");
}

/// Of what was said only: the open ones are counted, and in what `open` writes.
std::string check_line(const std::string& name, const CheckedItem& check) {
    if (check.state.empty() && check.note.empty()) return {};
    const std::string who = check.said ? check.said->author : std::string();
    const std::vector<std::string> parts{check.state.empty() ? "open" : check.state, name, who, check.note};
    return wrapped(printable(joined(parts, " · ")), "    ", width);
}

std::string checklist_lines(const Notebook& book) {
    std::string text;
    for (const Checklist& list : book.pack().checklists) {
        const CheckCount count = count_checks(book, list);
        text += wrapped(
            printable(std::format("{}: {} of {} settled ({})", list.name, count.settled, count.all, progress(count))),
            "  ", width);
        for (const ChecklistItem& item : list.items) {
            if (const CheckedItem* check = book.check(list.id, item.id)) text += check_line(item.name, *check);
        }
    }
    for (const CheckedItem* check : checks_beyond_pack(book)) {
        text += check_line(std::format("{}: {} [not in this framework]", check->list, check->item), *check);
    }
    return text.empty() ? text : "\nChecklists\n" + text;
}

std::string theme_lines(const EvidenceForms& asked, const EvidenceForm& form) {
    std::string text;
    for (const auto& [id, written] : form.themes) {
        const auto known = std::ranges::find(asked.themes, id, &Prompt::id);
        const std::string& name = known == asked.themes.end() ? id : known->short_name;
        if (!written.words.empty()) text += wrapped(printable(name + ": " + written.words), "      ", width);
    }
    return text;
}

std::string form_lines(const Notebook& book) {
    std::string text;
    const EvidenceForms& asked = book.pack().evidence_forms;
    for (const FocusedSchool& focused : focused_schools(book)) {
        for (const FocusedTalk* talk : focused.talks) {
            const EvidenceForm* form = book.form(focused.school->id, talk->id);
            std::vector<std::string> parts{focused.school->facts.name, talk->short_name};
            if (form == nullptr) {
                parts.emplace_back("not held");
            } else {
                parts.push_back(form->state.empty() ? "not held" : form->state);
                parts.insert(parts.end(), {form->medium, form->said ? form->said->author : "", form->efforts.words});
            }
            text += wrapped(printable(joined(parts, " · ")), "    ", width);
            if (form != nullptr) text += theme_lines(asked, *form);
        }
    }
    for (const EvidenceForm* form : forms_beyond(book)) {
        text += wrapped(printable(std::format("{} [not in this inspection]", form->talk)), "    ", width);
        text += theme_lines(asked, *form);
    }
    return text.empty() ? text : "\nEvidence forms (no part of the schools' own inspections)\n" + text;
}

std::string everything(const OpenedBundle& bundle, Depth depth) {
    const Notebook& book = bundle.notebook;
    std::string text = heading(book) + describe(bundle) + "\n";
    text += std::format("Signing key: {}\n", to_hex(bundle.signing_key));
    text += time_lines(bundle);
    text += checklist_lines(book);
    text += declaration_lines(book);
    text += form_lines(book);
    for (const Activity* activity : book.activities()) {
        text += activity_line(book, *activity);
        for (const Entry* entry : book.entries_of(activity->id)) {
            text += entry_text(book, *entry) + belongings_of(bundle, entry->id, depth);
        }
    }
    std::string loose;
    for (const Entry* entry : book.entries()) {
        if (book.activity(entry->activity) != nullptr) continue;
        loose += entry_text(book, *entry) + belongings_of(bundle, entry->id, depth);
    }
    if (!loose.empty()) text += "\nOutside any activity\n" + loose;
    std::string elsewhere;
    for (const Attachment* attachment : book.attachments()) {
        if (book.entry(attachment->of) == nullptr) elsewhere += attachment_line(bundle, *attachment);
    }
    std::vector<const Drawing*> of_no_entry = book.drawings().all();
    std::erase_if(of_no_entry, [&](const Drawing* one) { return book.entry(one->of) != nullptr; });
    elsewhere += drawing_lines(book, of_no_entry);
    return elsewhere.empty() ? text : text + "\nAttached to no entry\n" + elsewhere;
}

}  // namespace

Result<void> show(const BundleOptions& options, Depth depth) {
    const Result<OpenedBundle> bundle = read_bundle(options);
    if (!bundle) return pass_on(bundle.error());
    const std::string text = everything(*bundle, depth);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        return fail(Errc::storage, "Not everything could be printed.");
    }
    return {};
}

}  // namespace daybook::cli
