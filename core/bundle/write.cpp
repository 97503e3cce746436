#include <algorithm>
#include <array>
#include <format>
#include <map>

#include "core/bundle/bundle.h"
#include "core/bundle/inserter.h"
#include "core/bundle/meeting_records.h"
#include "core/bundle/plan.h"
#include "core/bundle/week_one.h"
#include "core/notebook/contemporaneity.h"
#include "core/notebook/deadlines.h"
#include "core/notebook/drawing_svg.h"
#include "core/notebook/edits.h"
#include "core/notebook/paragraphs.h"

namespace daybook {
namespace {

// Readable by any SQLite tool: plain columns, plain words, and views that need no function but SQLite's own. Rows are
// put in the order of time; their RFC 3339 texts do not sort so when the clocks change, nor within a second.
constexpr std::string_view schema = R"sql(
    PRAGMA page_size=4096;
    PRAGMA application_id=1147238754;
    PRAGMA user_version=2;
    CREATE TABLE manifest(canonical BLOB NOT NULL, signature BLOB NOT NULL, signing_key BLOB NOT NULL);
    CREATE TABLE revision(device BLOB NOT NULL, seq INTEGER NOT NULL, canonical BLOB NOT NULL, hash BLOB NOT NULL,
        PRIMARY KEY(device, seq));
    CREATE TABLE inspection(title TEXT, authority TEXT, first_day TEXT, last_day TEXT, lead TEXT, team TEXT,
        framework TEXT, framework_version TEXT, sample INTEGER);
    CREATE TABLE deadlines(name TEXT NOT NULL, day TEXT, working_days INTEGER, counted_from TEXT, milestone TEXT,
        source TEXT NOT NULL, another_source TEXT, id TEXT PRIMARY KEY);
    CREATE TABLE checks(list TEXT NOT NULL, item TEXT NOT NULL, source TEXT, state TEXT NOT NULL, note TEXT,
        inspector TEXT, at TEXT, note_inspector TEXT, note_at TEXT, note_versions INTEGER NOT NULL, list_id TEXT NOT NULL,
        item_id TEXT NOT NULL, id TEXT PRIMARY KEY);
    CREATE TABLE activity(id TEXT PRIMARY KEY, kind TEXT, place TEXT, started TEXT, ended TEXT, minutes INTEGER,
        time_recorded TEXT, inspector TEXT, retired INTEGER, milliseconds INTEGER, school TEXT, recorded_by TEXT);
    CREATE TABLE pause(activity TEXT NOT NULL, began TEXT NOT NULL, ended TEXT);
    CREATE TABLE participant(activity TEXT NOT NULL, role TEXT NOT NULL);
    CREATE TABLE entry(id TEXT PRIMARY KEY, activity TEXT, words TEXT, shows TEXT, in_confidence INTEGER,
        inspector TEXT, created TEXT, begun TEXT, changed TEXT, versions INTEGER, retired INTEGER,
        come_back INTEGER, written TEXT, added TEXT, added_written TEXT, impact TEXT, impact_versions INTEGER,
        emerging INTEGER, disclosure TEXT, serious_concern INTEGER, written_by TEXT);
    CREATE TABLE follow_up(entry TEXT PRIMARY KEY, state TEXT NOT NULL, owner TEXT, closed TEXT, closed_inspector TEXT,
        closed_at TEXT);
    CREATE TABLE follow_up_answer(follow_up TEXT NOT NULL, entry TEXT NOT NULL, inspector TEXT, at TEXT,
        counts INTEGER NOT NULL);
    CREATE TABLE duty(entry TEXT NOT NULL, about TEXT NOT NULL, state TEXT NOT NULL);
    CREATE TABLE passing_on(id TEXT PRIMARY KEY, entry TEXT, about TEXT, passed_to TEXT, passed_by TEXT, at TEXT,
        words TEXT, inspector TEXT, recorded TEXT, retired INTEGER);
    CREATE TABLE declaration(id TEXT PRIMARY KEY, who TEXT, what TEXT, day TEXT, decided TEXT, inspector TEXT,
        recorded TEXT, retired INTEGER);
    CREATE TABLE entry_version(entry TEXT NOT NULL, words TEXT NOT NULL, inspector TEXT, written TEXT);
    CREATE TABLE entry_paragraph(entry TEXT NOT NULL, place INTEGER NOT NULL, words TEXT NOT NULL, begun TEXT,
        inspector TEXT, confidential_passages INTEGER);
    CREATE TABLE entry_aspect(entry TEXT NOT NULL, aspect TEXT NOT NULL, area TEXT NOT NULL);
    CREATE TABLE passage(id TEXT PRIMARY KEY, entry TEXT NOT NULL, stands TEXT NOT NULL, first_character INTEGER,
        after_last INTEGER, began TEXT, shows TEXT, in_confidence INTEGER, inspector TEXT, marked TEXT,
        retired INTEGER);
    CREATE TABLE passage_aspect(passage TEXT NOT NULL, aspect TEXT NOT NULL, area TEXT NOT NULL);
    CREATE TABLE attachment(id TEXT PRIMARY KEY, entry TEXT, gist TEXT, media_type TEXT, size INTEGER, blake2b_256 TEXT,
        inspector TEXT, added TEXT, retired INTEGER, content BLOB);
    CREATE TABLE drawing(id TEXT PRIMARY KEY, entry TEXT, gist TEXT, strokes INTEGER, erased INTEGER, left_out INTEGER,
        inspector TEXT, made TEXT, retired INTEGER, svg TEXT);
    CREATE TABLE school(id TEXT PRIMARY KEY, urn TEXT, name TEXT, type TEXT, phase TEXT, last_judgement TEXT,
        authority TEXT, grouped_by_hand INTEGER, inspector TEXT, retired INTEGER, inspection TEXT,
        in_sample INTEGER NOT NULL);
    CREATE TABLE school_group(school TEXT NOT NULL, survey_group TEXT NOT NULL);
    CREATE TABLE saved_view(id TEXT PRIMARY KEY, name TEXT, words TEXT, inspector TEXT, saved TEXT, retired INTEGER);
    CREATE TABLE saved_view_value(saved_view TEXT NOT NULL, filter TEXT NOT NULL, value TEXT NOT NULL);
    CREATE VIEW activities AS SELECT started, ended, minutes, time_recorded, kind, place,
        (SELECT group_concat(role, '; ') FROM participant WHERE participant.activity = activity.id) AS met,
        (SELECT name FROM school WHERE school.id = activity.school) AS school, inspector, recorded_by, retired, (SELECT count(*) FROM entry WHERE entry.activity = activity.id) AS entries, milliseconds,
        (SELECT count(*) FROM pause WHERE pause.activity = activity.id) AS pauses, id
        FROM activity ORDER BY activity.rowid;
    CREATE VIEW pauses AS SELECT pause.began, pause.ended, activity.kind AS activity,
        activity.started AS activity_started, activity.inspector, activity.retired, pause.activity AS activity_id
        FROM pause JOIN activity ON activity.id = pause.activity ORDER BY pause.rowid;
    CREATE VIEW entries AS SELECT entry.created, activity.kind AS activity, activity.started AS activity_started,
        (SELECT group_concat(role, '; ') FROM participant WHERE participant.activity = activity.id) AS met,
        (SELECT name FROM school WHERE school.id = activity.school) AS school, entry.words, (SELECT group_concat(aspect, '; ') FROM entry_aspect WHERE entry_aspect.entry = entry.id) AS aspects,
        entry.shows, entry.in_confidence, (SELECT count(*) FROM passage WHERE passage.entry = entry.id
        AND passage.in_confidence AND NOT passage.retired AND passage.stands <> 'gone') AS confidential_passages,
        entry.inspector, entry.written_by, entry.begun, entry.changed, entry.versions, entry.retired,
        entry.come_back, entry.written, entry.added, entry.added_written, entry.impact, entry.impact_versions,
        entry.emerging, entry.disclosure, entry.serious_concern, (SELECT state FROM follow_up
        WHERE follow_up.entry = entry.id) AS follow_up, entry.id FROM entry LEFT JOIN activity ON activity.id = entry.activity ORDER BY entry.rowid;
    CREATE VIEW paragraphs AS SELECT entry_paragraph.begun, entry_paragraph.words, entry.in_confidence,
        entry_paragraph.confidential_passages, entry_paragraph.inspector, entry.created AS entry_created, entry.retired, entry_paragraph.place,
        entry_paragraph.entry FROM entry_paragraph JOIN entry ON entry.id = entry_paragraph.entry
        ORDER BY entry_paragraph.rowid;
    CREATE VIEW passages AS SELECT passage.marked, CASE passage.stands WHEN 'here' THEN substr(entry.words,
        passage.first_character + 1, passage.after_last - passage.first_character) ELSE passage.began END AS words,
        (SELECT group_concat(aspect, '; ') FROM passage_aspect WHERE passage_aspect.passage = passage.id) AS aspects,
        passage.shows, max(passage.in_confidence, coalesce(entry.in_confidence, 0)) AS in_confidence, passage.stands,
        passage.first_character, passage.after_last, passage.inspector, entry.created AS entry_created,
        passage.retired, passage.entry, passage.id FROM passage LEFT JOIN entry ON entry.id = passage.entry
        ORDER BY passage.rowid;
    CREATE VIEW attachments AS SELECT attachment.added, attachment.gist, attachment.media_type, attachment.size,
        entry.created AS entry_created, entry.in_confidence, attachment.inspector, attachment.retired,
        attachment.id || CASE attachment.media_type WHEN 'image/jpeg' THEN '.jpg' WHEN 'image/png' THEN '.png'
        ELSE '.bin' END AS file_name, attachment.content, attachment.entry, attachment.id
        FROM attachment LEFT JOIN entry ON entry.id = attachment.entry ORDER BY attachment.rowid;
    CREATE VIEW drawings AS SELECT drawing.made, drawing.gist, drawing.strokes, drawing.erased, drawing.left_out,
        entry.created AS entry_created, entry.in_confidence, drawing.inspector, drawing.retired,
        drawing.id || '.svg' AS file_name, drawing.svg, drawing.entry, drawing.id
        FROM drawing LEFT JOIN entry ON entry.id = drawing.entry ORDER BY drawing.rowid;
    CREATE VIEW follow_ups AS SELECT follow_up.state, follow_up.owner, entry.words, entry.in_confidence,
        (SELECT count(*) FROM passage WHERE passage.entry = entry.id AND passage.in_confidence AND NOT passage.retired
        AND passage.stands <> 'gone') AS confidential_passages,
        entry.created AS asked, entry.inspector, (SELECT group_concat(answer.entry, '; ') FROM follow_up_answer AS answer
        WHERE answer.follow_up = entry.id AND answer.counts) AS answered_by, (SELECT at FROM follow_up_answer AS answer
        WHERE answer.follow_up = entry.id AND answer.counts ORDER BY answer.rowid DESC LIMIT 1) AS answered,
        follow_up.closed, follow_up.closed_inspector, follow_up.closed_at, entry.retired, follow_up.entry
        FROM follow_up JOIN entry ON entry.id = follow_up.entry ORDER BY follow_up.rowid;
    CREATE VIEW duties AS SELECT duty.about, duty.state, entry.words, entry.in_confidence, entry.created AS entry_created,
        entry.inspector, entry.retired, duty.entry FROM duty JOIN entry ON entry.id = duty.entry ORDER BY duty.rowid;
    CREATE VIEW passed_on AS SELECT passing_on.at, passing_on.about, passing_on.passed_to, passing_on.passed_by,
        passing_on.words, passing_on.inspector, passing_on.recorded, passing_on.retired, passing_on.entry, passing_on.id
        FROM passing_on ORDER BY passing_on.rowid;
    CREATE VIEW declarations AS SELECT day, who, what, decided, inspector, recorded, retired, id FROM declaration
        ORDER BY declaration.rowid;
    CREATE VIEW schools AS SELECT urn, name, type, phase, last_judgement, authority,
        (SELECT group_concat(survey_group, '; ') FROM school_group WHERE school_group.school = school.id) AS survey_groups,
        grouped_by_hand, in_sample, inspection, inspector, retired, id FROM school ORDER BY school.rowid;
    CREATE VIEW saved_views AS SELECT name, words, (SELECT group_concat(filter || ': ' || value, '; ')
        FROM saved_view_value WHERE saved_view_value.saved_view = saved_view.id) AS filters, inspector, saved, retired,
        id FROM saved_view ORDER BY saved_view.rowid;
)sql";

std::string role_name(const Pack& pack, const std::string& id) {
    const PersonRole* role = pack.role(id);
    return role != nullptr ? role->name : id;
}

Result<void> write_inspection(Database& database, const Notebook& book) {
    const Inspection& inspection = book.inspection();
    std::string team;
    for (const std::string& name : inspection.team) team += (team.empty() ? "" : "; ") + name;
    Inserter insert(database, "INSERT INTO inspection VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.text(inspection.title).text(inspection.authority).text(inspection.first_day).text(inspection.last_day);
    insert.text(inspection.lead).text(team).text(book.pack().id).text(book.pack().version);
    insert.integer(inspection.is_sample ? 1 : 0).row();
    return insert.finish();
}

std::string_view beside_word(DueDay::Beside beside) {
    switch (beside) {
        case DueDay::Beside::a_later_one:
            return "later";
        case DueDay::Beside::an_earlier_one:
            return "earlier";
        case DueDay::Beside::none:
            break;
    }
    return {};
}

Result<void> write_deadlines(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO deadlines VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const DueDay& due : due_days(book.pack(), book.inspection())) {
        insert.text(due.deadline->name).text_or_nothing(due.day);
        due.milestone == nullptr ? insert.nothing() : insert.integer(due.deadline->working_days);
        insert.text_or_nothing(due.counted_from);
        due.milestone == nullptr ? insert.nothing() : insert.text(due.milestone->name);
        insert.text(due.deadline->source)
            .text_or_nothing(std::string(beside_word(due.beside)))
            .text(due.deadline->id)
            .row();
    }
    return insert.finish();
}

/// As they were said: they may overlap, or lie outside. What goes on until the activity ends has no end of its own.
void write_pauses(const Activity& activity, Inserter& insert) {
    const auto said = [&](Instant at) { return rfc3339({at, activity.started.utc_offset_minutes}); };
    for (const Pause& pause : activity.pauses) {
        insert.text(activity.id.hex()).text(said(pause.from));
        pause.to ? insert.text(said(*pause.to)) : insert.nothing();
        insert.row();
    }
}

/// `check` is null if nothing was ever said of it.
void write_check(const CheckedItem* check, Inserter& insert) {
    insert.text(check == nullptr || check->state.empty() ? "open" : check->state);
    insert.text_or_nothing(check == nullptr ? std::string() : check->note);
    const auto who = [&](const std::string& author, LocalTime at) { insert.text(author).text(rfc3339(at)); };
    if (check != nullptr && check->said) {
        who(check->said->author, check->said->at);
    } else {
        insert.nothing().nothing();
    }
    if (check != nullptr && !check->versions.empty()) {
        who(check->versions.back().author, check->versions.back().written_at);
        insert.integer(static_cast<std::int64_t>(check->versions.size()));
    } else {
        insert.nothing().nothing().integer(0);
    }
}

/// All items of the pack, also those of which nothing was said; then what was said of others.
Result<void> write_checks(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO checks VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Checklist& list : book.pack().checklists) {
        for (const ChecklistItem& item : list.items) {
            insert.text(list.name).text(item.name).text(item.source);
            write_check(book.check(list.id, item.id), insert);
            insert.text(list.id).text(item.id).text(check_id(book.id(), list.id, item.id).hex()).row();
        }
    }
    for (const CheckedItem* check : checks_beyond_pack(book)) {
        insert.text(check->list).text(check->item).nothing();
        write_check(check, insert);
        insert.text(check->list).text(check->item).text(check->id.hex()).row();
    }
    return insert.finish();
}

Result<void> write_activities(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO activity VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter pause(database, "INSERT INTO pause VALUES(?, ?, ?)");
    Inserter participant(database, "INSERT INTO participant VALUES(?, ?)");
    for (const Activity* activity : book.activities()) {
        const ActivityKind* kind = book.pack().activity_kind(activity->kind);
        insert.text(activity->id.hex()).text(kind != nullptr ? kind->name : activity->kind);
        insert.text_or_nothing(activity->place).text(rfc3339(activity->started));
        if (activity->ended) {
            insert.text(rfc3339({*activity->ended, activity->started.utc_offset_minutes}));
            insert.integer(activity->time_spent(*activity->ended) / 60'000);
        } else {
            insert.nothing().nothing();
        }
        insert.text(activity->timed ? "by timer" : "typed in").text(activity->inspector);
        insert.integer(activity->retired ? 1 : 0);
        activity->ended ? insert.integer(activity->time_spent(*activity->ended)) : insert.nothing();
        activity->school.is_nil() ? insert.nothing() : insert.text(activity->school.hex());
        insert.text(activity->author).row();
        write_pauses(*activity, pause);
        for (const std::string& role : activity->roles) {
            participant.text(activity->id.hex()).text(role_name(book.pack(), role)).row();
        }
    }
    for (const Inserter* inserter : {&insert, &pause}) {
        if (auto finished = inserter->finish(); !finished) return finished;
    }
    return participant.finish();
}

void write_aspects(const Pack& pack, ItemId of, const std::vector<std::string>& aspects, Inserter& insert) {
    for (const std::string& id : aspects) {
        const Aspect* known = pack.aspect(id);
        const ReportingArea* area = known != nullptr ? pack.area(known->area) : nullptr;
        const OtherMatter* other = pack.other_matter(id);
        const std::string& name = known != nullptr ? known->name : other != nullptr ? other->name : id;
        insert.text(of.hex()).text(name).text(area != nullptr ? area->name : "").row();
    }
}

/// Whether it was written while its activity ran; and when words were last added, if that was later than this says.
void write_when(const Notebook& book, const Entry& entry, Inserter& insert) {
    const WhenWritten written = when_written(entry, book);
    insert.text_or_nothing(std::string(contemporaneity_word(written.when)));
    written.added ? insert.text(rfc3339(*written.added)) : insert.nothing();
    insert.text_or_nothing(std::string(contemporaneity_word(written.added_when)));
}

void write_entry(const Notebook& book, const Entry& entry, Inserter& insert, Inserter& version, Inserter& aspect) {
    insert.text(entry.id.hex());
    entry.activity.is_nil() ? insert.nothing() : insert.text(entry.activity.hex());
    const bool confident = entry.in_confidence || make_all_confidential(book.passages_of(entry.id));
    insert.text(entry.words).text(edits::polarity_word(entry.polarity)).integer(confident ? 1 : 0);
    insert.text(inspector_of(entry, book.activity(entry.activity))).text(rfc3339(entry.created));
    entry.begun ? insert.text(rfc3339(*entry.begun)) : insert.nothing();
    insert.text(rfc3339(entry.changed)).integer(static_cast<std::int64_t>(entry.versions.size()));
    insert.integer(entry.retired ? 1 : 0).integer(entry.come_back ? 1 : 0);
    write_when(book, entry, insert);
    insert.text_or_nothing(entry.impact).integer(static_cast<std::int64_t>(entry.impact_versions.size()));
    insert.integer(entry.emerging ? 1 : 0).text_or_nothing(entry.disclosure).integer(entry.serious_concern ? 1 : 0);
    insert.text(entry.author).row();
    for (const TextVersion& one : entry.versions) {
        version.text(entry.id.hex()).text(one.text).text(one.author).text(rfc3339(one.written_at)).row();
    }
    write_aspects(book.pack(), entry.id, entry.aspects, aspect);
}

const Text* prose_of(const Notebook& book, const Entry& entry) {
    return book.items().find(entry.id)->text(words::prose);
}

/// Of those in confidence, how many have words in this paragraph, or may have.
std::int64_t confidential_in(const std::vector<const Passage*>& passages, const Paragraph& paragraph) {
    return std::ranges::count_if(passages, [&](const Passage* one) {
        if (!one->in_confidence || one->retired) return false;
        const bool touches =
            one->stands == Passage::Stands::here && one->range.from < paragraph.to && one->range.to > paragraph.from;
        return touches || one->covers_whole();
    });
}

/// Of the words that the entry shows: the latest version's. Empty paragraphs are left out, and not counted.
void write_paragraphs(const Notebook& book, const Entry& entry, Inserter& insert) {
    const Text* text = prose_of(book, entry);
    if (text == nullptr || text->heads().empty()) return;
    std::int64_t place = 0;
    for (const Paragraph& one : paragraphs_of(*text, text->heads().back())) {
        if (!one.begun) continue;
        insert.text(entry.id.hex()).integer(++place);
        insert.text(std::string_view(entry.words).substr(one.from, one.to - one.from));
        insert.text(rfc3339(one.begun->at)).text(one.begun->author);
        insert.integer(confidential_in(book.passages_of(entry.id), one)).row();
    }
}

/// How many characters come before each of these bytes of `text`: in one walk over it.
std::map<std::size_t, std::int64_t> characters_before(std::string_view text, const std::vector<const Passage*>& of) {
    std::map<std::size_t, std::int64_t> counted;
    for (const Passage* passage : of) {
        counted[passage->range.from] = 0;
        counted[passage->range.to] = 0;
    }
    std::size_t at = 0;
    std::int64_t characters = 0;
    for (auto& [byte, count] : counted) {
        for (; at < byte; ++at) characters += (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U ? 0 : 1;
        count = characters;
    }
    return counted;
}

std::string_view stands_word(Passage::Stands stands) {
    switch (stands) {
        case Passage::Stands::here:
            return "here";
        case Passage::Stands::gone:
            return "gone";
        case Passage::Stands::apart:
            return "apart";
        case Passage::Stands::unknown:
            break;
    }
    return "unknown";
}

void write_passages(const Notebook& book, const Entry& entry, Inserter& insert, Inserter& aspect) {
    const auto& passages = book.passages_of(entry.id);
    const auto characters = characters_before(entry.words, passages);
    for (const Passage* one : passages) {
        if (!one->has_marks()) continue;
        insert.text(one->id.hex()).text(entry.id.hex()).text(stands_word(one->stands));
        if (one->stands == Passage::Stands::here) {
            insert.integer(characters.at(one->range.from)).integer(characters.at(one->range.to));
        } else {
            insert.nothing().nothing();
        }
        insert.text_or_nothing(one->began).text(edits::polarity_word(one->polarity));
        insert.integer(one->in_confidence ? 1 : 0).text(one->author).text(rfc3339(one->created));
        insert.integer(one->retired ? 1 : 0).row();
        write_aspects(book.pack(), one->id, one->aspects, aspect);
    }
}

Result<void> write_entries(Database& database, const Notebook& book) {
    Inserter insert(database,
                    "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter version(database, "INSERT INTO entry_version VALUES(?, ?, ?, ?)");
    Inserter aspect(database, "INSERT INTO entry_aspect VALUES(?, ?, ?)");
    Inserter paragraph(database, "INSERT INTO entry_paragraph VALUES(?, ?, ?, ?, ?, ?)");
    Inserter passage(database, "INSERT INTO passage VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter passage_aspect(database, "INSERT INTO passage_aspect VALUES(?, ?, ?)");
    for (const Entry* entry : book.entries()) {
        write_entry(book, *entry, insert, version, aspect);
        write_paragraphs(book, *entry, paragraph);
        write_passages(book, *entry, passage, passage_aspect);
    }
    for (const Inserter* inserter : {&insert, &version, &aspect, &paragraph, &passage, &passage_aspect}) {
        if (auto finished = inserter->finish(); !finished) return finished;
    }
    return {};
}

std::string_view state_word(FollowUpState state) {
    switch (state) {
        case FollowUpState::answered:
            return "answered";
        case FollowUpState::closed:
            return "closed";
        case FollowUpState::open:
            break;
    }
    return "open";
}

Result<void> write_follow_ups(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO follow_up VALUES(?, ?, ?, ?, ?, ?)");
    Inserter answer(database, "INSERT INTO follow_up_answer VALUES(?, ?, ?, ?, ?)");
    for (const Entry* entry : book.entries()) {
        if (!entry->follow_up) continue;
        const FollowUp& follow_up = *entry->follow_up;
        insert.text(entry->id.hex()).text(state_word(state_of(book, follow_up))).text_or_nothing(follow_up.owner);
        if (follow_up.closed) {
            insert.text(follow_up.closed->words).text(follow_up.closed->author).text(rfc3339(follow_up.closed->at));
        } else {
            insert.nothing().nothing().nothing();
        }
        insert.row();
        const auto counting = answers_of(book, follow_up);
        for (const FollowUp::Answer& one : follow_up.answers) {
            answer.text(entry->id.hex()).text(one.entry.hex()).text(one.author).text(rfc3339(one.at));
            answer.integer(std::ranges::contains(counting, &one) ? 1 : 0).row();
        }
    }
    if (auto finished = insert.finish(); !finished) return finished;
    return answer.finish();
}

/// What obliges to pass something on, also of retired entries, and every record that it was.
Result<void> write_duties(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO duty VALUES(?, ?, ?)");
    for (const Entry* entry : book.entries()) {
        for (const Duty& one : duties_of(book, *entry))
            insert.text(entry->id.hex()).text(one.about).text(one.is_open() ? "open" : "passed on").row();
    }
    Inserter record(database, "INSERT INTO passing_on VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::vector<const PassedOn*> all;
    for (const auto& [id, one] : book.passed_on()) all.push_back(&one);
    std::ranges::sort(all, {}, [](const PassedOn* one) { return std::pair(one->at.at, one->id); });
    for (const PassedOn* one : all) {
        record.text(one->id.hex()).text(one->entry.hex()).text(one->about).text(one->to).text(one->by);
        record.text(rfc3339(one->at)).text_or_nothing(one->words).text(one->author).text(rfc3339(one->recorded));
        record.integer(one->retired ? 1 : 0).row();
    }
    if (auto finished = insert.finish(); !finished) return finished;
    return record.finish();
}

Result<void> write_declarations(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO declaration VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Declaration* one : book.declarations()) {
        insert.text(one->id.hex()).text(one->who).text(one->what).text_or_nothing(one->day);
        insert.text_or_nothing(one->decided).text(one->author).text(rfc3339(one->recorded));
        insert.integer(one->retired ? 1 : 0).row();
    }
    return insert.finish();
}

/// A stranger's strokes may be drawn with far more bytes than they are written with: beyond these no drawing has an
/// SVG, and it says how many strokes that leaves out. The strokes themselves are in the revisions.
constexpr std::size_t most_svg_bytes_of_all = 64'000'000;

Result<void> write_drawings(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO drawing VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::size_t written = 0;
    for (const Drawing* drawing : book.drawings().all()) {
        const Drawings::Strokes& strokes = book.drawings().strokes_of(drawing->id);
        const InkCount count = count_ink(strokes);
        const std::size_t wanted = count.shown + count.unreadable;
        const DrawingSvg svg = written < most_svg_bytes_of_all ? drawing_svg(*drawing, strokes)
                                                               : DrawingSvg{.text = {}, .left_out = wanted};
        written += svg.text.size();
        insert.text(drawing->id.hex()).text(drawing->of.hex()).text(drawing->gist);
        insert.integer(static_cast<std::int64_t>(wanted)).integer(static_cast<std::int64_t>(count.erased));
        insert.integer(static_cast<std::int64_t>(svg.left_out)).text(drawing->author).text(rfc3339(drawing->made));
        insert.integer(drawing->retired ? 1 : 0).text_or_nothing(svg.text).row();
    }
    return insert.finish();
}

Result<void> write_schools(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO school VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter group(database, "INSERT INTO school_group VALUES(?, ?)");
    for (const School* school : book.schools().all()) {
        insert.text(school->id.hex()).text_or_nothing(school->facts.urn).text(school->facts.name);
        insert.text_or_nothing(school->facts.type).text_or_nothing(school->facts.phase);
        insert.text_or_nothing(school->facts.rating).text_or_nothing(school->facts.authority);
        insert.integer(school->grouped_by_hand ? 1 : 0).text(school->author).integer(school->retired ? 1 : 0);
        const SchoolInspection* inspection = book.pack().evidence_forms.inspection(school->inspection);
        insert.text_or_nothing(inspection == nullptr ? school->inspection : inspection->name);
        insert.integer(school->in_sample ? 1 : 0).row();
        for (const std::string& id : groups_of(book.pack(), *school))
            group.text(school->id.hex()).text(book.pack().survey_group(id)->short_name).row();
    }
    if (auto finished = insert.finish(); !finished) return finished;
    return group.finish();
}

using SchoolNames = std::map<std::string, std::string>;  // by the item's id in hexadecimal digits

/// As it is called; what has no name but in Daybook stands as it is stored.
std::string value_name(const Pack& pack, const SchoolNames& schools, Filter filter, const std::string& value) {
    if (filter == Filter::role) return role_name(pack, value);
    if (filter == Filter::bearing) {
        const auto name = pack.short_name_of(value);
        return name.empty() ? value : std::string(name);
    }
    if (filter == Filter::kind) {
        const ActivityKind* kind = pack.activity_kind(value);
        return kind == nullptr ? value : kind->name;
    }
    if (filter != Filter::school) return value;
    const auto school = schools.find(value);
    return school == schools.end() ? value : school->second;
}

Result<void> write_saved_views(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO saved_view VALUES(?, ?, ?, ?, ?, ?)");
    Inserter value(database, "INSERT INTO saved_view_value VALUES(?, ?, ?)");
    SchoolNames schools;
    for (const School* school : book.schools().all()) schools.emplace(school->id.hex(), school->facts.name);
    for (const SavedView* view : book.saved_views()) {
        insert.text(view->id.hex()).text(view->name).text_or_nothing(view->query).text(view->author);
        insert.text(rfc3339(view->saved)).integer(view->retired ? 1 : 0).row();
        for (const Filter filter : all_filters) {
            for (const std::string& one : view->criteria.of(filter))
                value.text(view->id.hex())
                    .text(filter_word(filter))
                    .text(value_name(book.pack(), schools, filter, one))
                    .row();
        }
    }
    if (auto finished = insert.finish(); !finished) return finished;
    return value.finish();
}

/// Content is null where the bytes cannot be had.
Result<void> write_attachments(Database& database, const BundleContent& content,
                               std::vector<CarriedAttachment>& carried) {
    Inserter insert(database, "INSERT INTO attachment VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Attachment* attachment : content.notebook.attachments()) {
        const auto bytes = content.attachment_bytes ? content.attachment_bytes(*attachment) : std::nullopt;
        if (!bytes) return pass_on(bytes.error());
        insert.text(attachment->id.hex()).text(attachment->of.hex()).text(attachment->gist);
        insert.text(attachment->media_type).integer(static_cast<std::int64_t>(attachment->size));
        insert.text(to_hex(attachment->hash)).text(attachment->author).text(rfc3339(attachment->added));
        insert.integer(attachment->retired ? 1 : 0);
        *bytes ? insert.blob(**bytes) : insert.nothing();
        insert.row();
        if (*bytes) carried.push_back({attachment->id, attachment->hash});
    }
    std::ranges::sort(carried);
    return insert.finish();
}

Result<void> write_revisions(Database& database, const Log& log) {
    Inserter insert(database, "INSERT INTO revision VALUES(?, ?, ?, ?)");
    for (const auto& [device, chain] : log.chains()) {
        for (const LoggedRevision& one : chain) {
            insert.blob(device.bytes).integer(static_cast<std::int64_t>(one.revision.seq));
            insert.blob(one.canonical).blob(one.hash).row();
        }
    }
    return insert.finish();
}

SignedManifest sign_manifest(const BundleSource& source, std::vector<CarriedAttachment> carried) {
    Manifest manifest{.inspection = source.log.inspection(),
                      .device = source.vault.device(),
                      .author = source.author,
                      .made_at = source.now,
                      .bundle = source.bundle,
                      .part = source.part,
                      .parts = source.parts,
                      .reaches = {},
                      .attachments = std::move(carried)};
    for (const auto& [device, chain] : source.log.chains()) {
        if (chain.empty()) continue;
        manifest.reaches.push_back({device, 1, chain.back().revision.seq, chain.back().hash});
    }
    Bytes canonical = encode(manifest);
    const Signature64 signature = source.vault.sign(canonical);
    return {std::move(canonical), signature, source.vault.signing_key()};
}

Result<void> write_manifest(Database& database, const SignedManifest& manifest) {
    Inserter insert(database, "INSERT INTO manifest VALUES(?, ?, ?)");
    insert.blob(manifest.canonical).blob(manifest.signature).blob(manifest.signing_key).row();
    return insert.finish();
}

}  // namespace

Result<Bytes> bundle_database(const BundleContent& content, Databases& databases) {
    const auto failed = [](const Error& error) { return pass_on(error.while_doing("Making the bundle")); };
    auto opened = databases.open_in_memory();
    if (!opened) return failed(opened.error());
    Database& database = **opened;
    for (const Result<void>& step : {database.execute(schema),
                                     database.execute(week_one_schema),
                                     database.execute(meeting_records_schema),
                                     database.execute(plan_schema),
                                     database.execute("BEGIN"),
                                     write_revisions(database, content.log),
                                     write_inspection(database, content.notebook),
                                     write_deadlines(database, content.notebook),
                                     write_checks(database, content.notebook),
                                     write_activities(database, content.notebook),
                                     write_entries(database, content.notebook),
                                     write_drawings(database, content.notebook),
                                     write_schools(database, content.notebook),
                                     write_saved_views(database, content.notebook),
                                     write_follow_ups(database, content.notebook),
                                     write_duties(database, content.notebook),
                                     write_declarations(database, content.notebook),
                                     write_week_one(database, content.notebook),
                                     write_meeting_records(database, content.notebook),
                                     write_plan(database, content.notebook)}) {
        if (!step) return failed(step.error());
    }
    std::vector<CarriedAttachment> carried;
    // What was wrong with an attachment is said as it is: nothing was being made then, but read.
    if (auto written = write_attachments(database, content, carried); !written) return pass_on(written.error());
    if (auto written = write_manifest(database, content.manifest(std::move(carried))); !written)
        return failed(written.error());
    if (auto committed = database.execute("COMMIT"); !committed) return failed(committed.error());
    return database.serialize();
}

Result<Bytes> bundle_database(const BundleSource& source, Databases& databases) {
    return bundle_database(
        {source.log, source.notebook, source.attachment_bytes,
         [&](std::vector<CarriedAttachment> carried) { return sign_manifest(source, std::move(carried)); }},
        databases);
}

Result<Bytes> write_bundle(const BundleSource& source, const std::vector<age::Recipient>& recipients, age::Form form,
                           Databases& databases, const RandomSource& random) {
    auto database = bundle_database(source, databases);
    if (!database) return database;
    return age::encrypt(*database, recipients, form, random);
}

std::vector<std::vector<ItemId>> parts_of(const Notebook& notebook, std::uint64_t most_bytes) {
    std::vector<std::vector<ItemId>> parts(1);
    std::uint64_t bytes = 0;
    for (const Attachment* attachment : notebook.attachments()) {
        // What is said to be larger is not to be had.
        const std::uint64_t size = std::min(attachment->size, AttachmentBounds::size);
        if (bytes + size > most_bytes && !parts.back().empty()) {
            parts.emplace_back();
            bytes = 0;
        }
        bytes += size;
        parts.back().push_back(attachment->id);
    }
    return parts;
}

}  // namespace daybook
