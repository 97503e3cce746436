#include "core/bundle/meeting_records.h"

#include "core/bundle/answer_columns.h"
#include "core/bundle/inserter.h"
#include "core/notebook/meeting_record.h"

namespace daybook {

constexpr std::string_view meeting_records_schema = R"sql(
    CREATE TABLE meeting_answer(activity TEXT NOT NULL, record TEXT, question TEXT NOT NULL, needed INTEGER NOT NULL,
        settled INTEGER NOT NULL, answer TEXT, inspector TEXT, at TEXT, words TEXT, words_inspector TEXT, words_at TEXT,
        words_versions INTEGER NOT NULL, source TEXT, question_id TEXT NOT NULL);
    CREATE VIEW meeting_records AS SELECT activity.kind AS activity, activity.started AS activity_started,
        answer.record, answer.question, answer.answer, answer.words, answer.needed, answer.settled, answer.inspector,
        answer.at, answer.words_inspector, answer.words_at, answer.words_versions, answer.source, activity.retired,
        answer.question_id, answer.activity AS activity_id
        FROM meeting_answer AS answer JOIN activity ON activity.id = answer.activity ORDER BY answer.rowid;
)sql";

namespace {

class RecordWriter {
public:
    explicit RecordWriter(Database& database)
        : answer_(database, "INSERT INTO meeting_answer VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

    void write(const Pack& pack, const Activity& activity) {
        for (const MeetingRecord* record : pack.records_of(activity.kind)) {
            for (const SurveyQuestion& question : record->questions) row(activity, record, &question, question.id);
        }
        for (const std::string& id : recorded_beyond(pack, activity))
            row(activity, nullptr, pack.recorded_question(id), id);
    }
    [[nodiscard]] Result<void> finish() const { return answer_.finish(); }

private:
    /// `record` is null where this kind of activity is not asked it; `question` where the pack does not have it.
    void row(const Activity& activity, const MeetingRecord* record, const SurveyQuestion* question,
             const std::string& id) {
        static const Answer none;
        const Answer* given = find_answer(activity.record, id);
        answer_.text(activity.id.hex());
        record == nullptr ? answer_.nothing() : answer_.text(record->name);
        answer_.text(question == nullptr ? id : question->name);
        answer_.integer(record != nullptr && question != nullptr && question->needed ? 1 : 0);
        answer_.integer(question == nullptr || is_settled(*question, given) ? 1 : 0);
        insert_answer(answer_, question, given == nullptr ? none : *given);
        answer_.integer(given == nullptr ? 0 : static_cast<std::int64_t>(given->versions.size()));
        question == nullptr ? answer_.nothing() : answer_.text(question->source);
        answer_.text(id).row();
    }

    Inserter answer_;
};

}  // namespace

Result<void> write_meeting_records(Database& database, const Notebook& book) {
    RecordWriter writer(database);
    for (const Activity* activity : book.activities()) writer.write(book.pack(), *activity);
    return writer.finish();
}

}  // namespace daybook
