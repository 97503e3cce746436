#include "core/bundle/obligations.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/bundle/inserter.h"

namespace daybook {
namespace {

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

}  // namespace

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

}  // namespace daybook
