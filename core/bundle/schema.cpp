#include "core/bundle/schema.h"

namespace daybook {

constexpr std::string_view notebook_schema = R"sql(
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
        entry.inspector, entry.retired, duty.entry, (SELECT count(*) FROM passage WHERE passage.entry = entry.id
        AND passage.in_confidence AND NOT passage.retired AND passage.stands <> 'gone') AS confidential_passages
        FROM duty JOIN entry ON entry.id = duty.entry ORDER BY duty.rowid;
    CREATE VIEW passed_on AS SELECT passing_on.at, passing_on.about, passing_on.passed_to, passing_on.passed_by,
        passing_on.words, passing_on.inspector, passing_on.recorded, passing_on.retired, passing_on.entry,
        passing_on.id, entry.in_confidence, (SELECT count(*) FROM passage WHERE passage.entry = passing_on.entry
        AND passage.in_confidence AND NOT passage.retired AND passage.stands <> 'gone') AS confidential_passages
        FROM passing_on LEFT JOIN entry ON entry.id = passing_on.entry ORDER BY passing_on.rowid;
    CREATE VIEW declarations AS SELECT day, who, what, decided, inspector, recorded, retired, id FROM declaration
        ORDER BY declaration.rowid;
    CREATE VIEW schools AS SELECT urn, name, type, phase, last_judgement, authority,
        (SELECT group_concat(survey_group, '; ') FROM school_group WHERE school_group.school = school.id) AS survey_groups,
        grouped_by_hand, in_sample, inspection, inspector, retired, id FROM school ORDER BY school.rowid;
    CREATE VIEW saved_views AS SELECT name, words, (SELECT group_concat(filter || ': ' || value, '; ')
        FROM saved_view_value WHERE saved_view_value.saved_view = saved_view.id) AS filters, inspector, saved, retired,
        id FROM saved_view ORDER BY saved_view.rowid;
)sql";

}  // namespace daybook
