#include "core/bundle/activities.h"

#include "core/bundle/inserter.h"

namespace daybook {
namespace {

/// As they were said: they may overlap, or lie outside. What goes on until the activity ends has no end of its own.
void write_pauses(const Activity& activity, Inserter& insert) {
    const auto said = [&](Instant at) { return rfc3339({at, activity.started.utc_offset_minutes}); };
    for (const Pause& pause : activity.pauses) {
        insert.text(activity.id.hex()).text(said(pause.from));
        pause.to ? insert.text(said(*pause.to)) : insert.nothing();
        insert.row();
    }
}

}  // namespace

std::string role_name(const Pack& pack, const std::string& id) {
    const PersonRole* role = pack.role(id);
    return role != nullptr ? role->name : id;
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

}  // namespace daybook
