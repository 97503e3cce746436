#include "core/bundle/plan.h"

#include <format>

#include "core/bundle/inserter.h"

namespace daybook {

constexpr std::string_view plan_schema = R"sql(
    CREATE TABLE planned(id TEXT PRIMARY KEY, day TEXT, from_time TEXT, to_time TEXT, kind TEXT, title TEXT,
        place TEXT, school TEXT, note TEXT, inspector TEXT, retired INTEGER NOT NULL, kind_id TEXT);
    CREATE TABLE planned_inspector(planned TEXT NOT NULL, inspector TEXT NOT NULL);
    CREATE TABLE planned_role(planned TEXT NOT NULL, role TEXT NOT NULL);
    CREATE TABLE contact(id TEXT PRIMARY KEY, name TEXT, role TEXT, telephone TEXT, email TEXT, note TEXT,
        inspector TEXT, retired INTEGER NOT NULL);
    CREATE VIEW plan AS SELECT planned.day, planned.from_time, planned.to_time, planned.title, planned.kind,
        planned.place, school.name AS school, school.urn,
        (SELECT group_concat(inspector, '; ') FROM planned_inspector AS goes WHERE goes.planned = planned.id) AS
        inspectors,
        (SELECT group_concat(role, '; ') FROM planned_role AS meets WHERE meets.planned = planned.id) AS meets,
        planned.note, planned.inspector AS planned_by, planned.retired, planned.kind_id, planned.school AS school_id,
        planned.id
        FROM planned LEFT JOIN school ON school.id = planned.school ORDER BY planned.rowid;
    CREATE VIEW plan_inspectors AS SELECT goes.inspector, planned.day, planned.from_time, planned.to_time,
        planned.title, planned.kind, planned.place, planned.retired, planned.id
        FROM planned_inspector AS goes JOIN planned ON planned.id = goes.planned
        ORDER BY goes.inspector, planned.rowid;
    CREATE VIEW contacts AS SELECT name, role, telephone, email, note, inspector, retired, id FROM contact
        ORDER BY contact.rowid;
)sql";

namespace {

/// "09:30"; nothing for minutes that are none of a day.
std::string clock(int minutes) {
    if (minutes < 0 || minutes > minutes_in_a_day) return {};
    return std::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

/// By day and time, retired ones included; what is not placed stands last, with what was said of its day.
Result<void> write_sessions(Database& database, const Notebook& book) {
    Inserter session(database, "INSERT INTO planned VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Inserter goes(database, "INSERT INTO planned_inspector VALUES(?, ?)");
    Inserter meets(database, "INSERT INTO planned_role VALUES(?, ?)");
    for (const Planned* one : book.planned()) {
        const ActivityKind* kind = book.pack().activity_kind(one->kind);
        session.text(one->id.hex()).text_or_nothing(one->day);
        session.text_or_nothing(clock(one->from)).text_or_nothing(clock(one->to));
        session.text_or_nothing(kind == nullptr ? one->kind : kind->name).text_or_nothing(one->title);
        session.text_or_nothing(one->place).text_or_nothing(one->school.is_nil() ? std::string() : one->school.hex());
        session.text_or_nothing(one->note).text(one->author).integer(one->retired ? 1 : 0);
        session.text_or_nothing(one->kind).row();
        for (const std::string& name : one->inspectors) goes.text(one->id.hex()).text(name).row();
        for (const std::string& id : one->roles) {
            const PersonRole* role = book.pack().role(id);
            meets.text(one->id.hex()).text(role == nullptr ? id : role->name).row();
        }
    }
    for (const Inserter* inserter : {&session, &goes}) {
        if (auto finished = inserter->finish(); !finished) return finished;
    }
    return meets.finish();
}

Result<void> write_contacts(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO contact VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Contact* one : book.contacts()) {
        insert.text(one->id.hex()).text_or_nothing(one->name).text_or_nothing(one->role);
        insert.text_or_nothing(one->telephone).text_or_nothing(one->email).text_or_nothing(one->note);
        insert.text(one->author).integer(one->retired ? 1 : 0).row();
    }
    return insert.finish();
}

}  // namespace

Result<void> write_plan(Database& database, const Notebook& book) {
    if (auto written = write_sessions(database, book); !written) return written;
    return write_contacts(database, book);
}

}  // namespace daybook
