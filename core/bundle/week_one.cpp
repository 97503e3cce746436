#include "core/bundle/week_one.h"

#include <algorithm>
#include <set>
#include <string>

#include "core/bundle/answer_columns.h"
#include "core/bundle/inserter.h"

namespace daybook {

constexpr std::string_view week_one_schema = R"sql(
    CREATE TABLE evidence_form(id TEXT PRIMARY KEY, school TEXT NOT NULL, inspection TEXT, excluded INTEGER,
        talk TEXT NOT NULL, state TEXT NOT NULL, medium TEXT, efforts TEXT, efforts_versions INTEGER NOT NULL,
        inspector TEXT, at TEXT, source TEXT, talk_id TEXT NOT NULL);
    CREATE TABLE evidence_form_person(form TEXT NOT NULL, role TEXT NOT NULL);
    CREATE TABLE evidence_form_theme(form TEXT NOT NULL, theme TEXT NOT NULL, words TEXT, inspector TEXT, at TEXT,
        versions INTEGER NOT NULL, source TEXT, theme_id TEXT NOT NULL);
    CREATE TABLE survey_call(id TEXT PRIMARY KEY, school TEXT NOT NULL, outcome TEXT NOT NULL, call_back_at TEXT,
        attempts INTEGER NOT NULL, inspector TEXT, at TEXT);
    CREATE TABLE survey_answer(call TEXT NOT NULL, survey_group TEXT, question TEXT NOT NULL, answer TEXT,
        inspector TEXT, at TEXT, words TEXT, words_inspector TEXT, words_at TEXT, words_versions INTEGER NOT NULL,
        source TEXT, question_id TEXT NOT NULL);
    CREATE TABLE survey_counts(survey_group TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,
        number INTEGER NOT NULL, source TEXT, question_id TEXT NOT NULL);
    CREATE VIEW evidence_forms AS SELECT school.name AS school, school.urn, form.inspection, form.excluded, form.talk,
        form.state, form.medium,
        (SELECT group_concat(role, '; ') FROM evidence_form_person WHERE evidence_form_person.form = form.id) AS met,
        (SELECT count(*) FROM evidence_form_theme AS theme WHERE theme.form = form.id AND theme.words IS NOT NULL)
        AS themes, form.efforts, form.efforts_versions, form.inspector, form.at, form.source, form.talk_id,
        form.school AS school_id, form.id
        FROM evidence_form AS form LEFT JOIN school ON school.id = form.school ORDER BY form.rowid;
    CREATE VIEW evidence_form_themes AS SELECT school.name AS school, school.urn, form.talk, theme.theme, theme.words,
        theme.inspector, theme.at, theme.versions, theme.source, theme.theme_id, theme.form
        FROM evidence_form_theme AS theme JOIN evidence_form AS form ON form.id = theme.form
        LEFT JOIN school ON school.id = form.school ORDER BY theme.rowid;
    CREATE VIEW survey_calls AS SELECT school.name AS school, school.urn, call.outcome, call.attempts, call.call_back_at,
        call.inspector, call.at, call.school AS school_id, call.id
        FROM survey_call AS call LEFT JOIN school ON school.id = call.school ORDER BY call.rowid;
    CREATE VIEW survey_answers AS SELECT school.name AS school, school.urn, answer.survey_group, answer.question,
        answer.answer, answer.words, answer.inspector, answer.at, answer.words_inspector, answer.words_at,
        answer.words_versions, answer.source, answer.question_id, answer.call
        FROM survey_answer AS answer JOIN survey_call AS call ON call.id = answer.call
        LEFT JOIN school ON school.id = call.school ORDER BY answer.rowid;
)sql";

namespace {

/// Writes evidence forms, which are apart from all that entries say.
class FormWriter {
public:
    FormWriter(Database& database, const Notebook& book)
        : book_(book),
          form_(database, "INSERT INTO evidence_form VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          person_(database, "INSERT INTO evidence_form_person VALUES(?, ?)"),
          theme_(database, "INSERT INTO evidence_form_theme VALUES(?, ?, ?, ?, ?, ?, ?, ?)") {}

    /// Of a talk that the pack has; `form` is null if nothing ever was said in it.
    void write(const FocusedSchool& focused, const FocusedTalk& talk) {
        const EvidenceForm* form = book_.form(focused.school->id, talk.id);
        const SchoolInspection* inspection = focused.inspection;
        const std::string& said = focused.school->inspection;
        const ItemId id = form_id(book_.id(), focused.school->id, talk.id);
        form_.text(id.hex()).text(focused.school->id.hex());
        form_.text_or_nothing(inspection == nullptr ? said : inspection->name);
        inspection == nullptr ? form_.nothing() : form_.integer(inspection->excluded ? 1 : 0);
        form_.text(talk.name);
        said_in(form);
        form_.text(talk.source).text(talk.id).row();
        people(id, form);
        for (const Prompt& theme : book_.pack().evidence_forms.themes) {
            const auto written = form == nullptr ? nullptr : find(*form, theme.id);
            theme_of(id, theme.name, written, theme.source, theme.id);
        }
        if (form != nullptr) themes_beyond(*form);
    }

    /// Of a school or a talk that is not there.
    void write_beyond(const EvidenceForm& form) {
        form_.text(form.id.hex()).text(form.school.hex()).nothing().nothing().text(form.talk);
        said_in(&form);
        form_.nothing().text(form.talk).row();
        people(form.id, &form);
        for (const auto& [id, written] : form.themes) theme_of(form.id, id, &written, {}, id);
    }

    [[nodiscard]] Result<void> finish() const {
        for (const Inserter* inserter : {&form_, &person_}) {
            if (auto finished = inserter->finish(); !finished) return finished;
        }
        return theme_.finish();
    }

private:
    static const EvidenceForm::Written* find(const EvidenceForm& form, const std::string& theme) {
        const auto found = form.themes.find(theme);
        return found == form.themes.end() ? nullptr : &found->second;
    }

    void said_in(const EvidenceForm* form) {
        const bool is_open = form == nullptr || form->state.empty();
        form_.text(is_open ? "not held" : form->state);
        form_.text_or_nothing(form == nullptr ? std::string() : form->medium);
        form_.text_or_nothing(form == nullptr ? std::string() : form->efforts.words);
        form_.integer(form == nullptr ? 0 : static_cast<std::int64_t>(form->efforts.versions.size()));
        if (form != nullptr && form->said) {
            form_.text(form->said->author).text(rfc3339(form->said->at));
        } else {
            form_.nothing().nothing();
        }
    }

    void people(ItemId id, const EvidenceForm* form) {
        if (form == nullptr) return;
        for (const std::string& id_of_role : form->people) {
            const PersonRole* role = book_.pack().role(id_of_role);
            person_.text(id.hex()).text(role == nullptr ? id_of_role : role->name).row();
        }
    }

    void theme_of(ItemId id, const std::string& name, const EvidenceForm::Written* written, const std::string& source,
                  const std::string& theme) {
        theme_.text(id.hex()).text(name);
        const bool is_written = written != nullptr && !written->versions.empty();
        theme_.text_or_nothing(is_written ? written->words : std::string());
        if (is_written) {
            const TextVersion& last = written->versions.back();
            theme_.text(last.author).text(rfc3339(last.written_at));
            theme_.integer(static_cast<std::int64_t>(written->versions.size()));
        } else {
            theme_.nothing().nothing().integer(0);
        }
        theme_.text_or_nothing(source).text(theme).row();
    }

    void themes_beyond(const EvidenceForm& form) {
        const auto& known = book_.pack().evidence_forms.themes;
        for (const auto& [id, written] : form.themes) {
            if (!std::ranges::contains(known, id, &Prompt::id)) theme_of(form.id, id, &written, {}, id);
        }
    }

    const Notebook& book_;
    Inserter form_;
    Inserter person_;
    Inserter theme_;
};

/// All that are asked for, also those in which nothing was said; then those of schools or talks that are not there.
Result<void> write_evidence_forms(Database& database, const Notebook& book) {
    FormWriter writer(database, book);
    for (const FocusedSchool& focused : focused_schools(book)) {
        for (const FocusedTalk* talk : focused.talks) writer.write(focused, *talk);
    }
    for (const EvidenceForm* form : forms_beyond(book)) writer.write_beyond(*form);
    return writer.finish();
}

/// Writes the calls, and what was answered in each.
class SurveyWriter {
public:
    SurveyWriter(Database& database, const Notebook& book)
        : book_(book),
          call_(database, "INSERT INTO survey_call VALUES(?, ?, ?, ?, ?, ?, ?)"),
          answer_(database, "INSERT INTO survey_answer VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

    void write(const SurveyCall& call) {
        call_.text(call.id.hex()).text(call.school.hex()).text(call.outcome.empty() ? "none" : call.outcome);
        if (call.call_back) {
            const std::int32_t offset = call.said ? call.said->at.utc_offset_minutes : 0;
            call_.text(rfc3339({*call.call_back, offset}));
        } else {
            call_.nothing();
        }
        call_.integer(static_cast<std::int64_t>(call.attempts));
        who(call_, call.said).row();
        std::set<std::string> known;
        for (const SurveyGroup& group : book_.pack().survey_groups) {
            for (const SurveyQuestion& question : group.questions) {
                const auto found = call.answers.find(question.id);
                known.insert(question.id);
                if (found != call.answers.end()) answer(call, &group, &question, question.id, found->second);
            }
        }
        for (const auto& [id, given] : call.answers) {
            if (!known.contains(id)) answer(call, nullptr, nullptr, id, given);
        }
    }

    [[nodiscard]] Result<void> finish() const {
        if (auto finished = call_.finish(); !finished) return finished;
        return answer_.finish();
    }

private:
    static Inserter& who(Inserter& insert, const std::optional<CheckedItem::Said>& said) {
        return said ? insert.text(said->author).text(rfc3339(said->at)) : insert.nothing().nothing();
    }

    /// `group` and `question` are null where the pack does not have the question.
    void answer(const SurveyCall& call, const SurveyGroup* group, const SurveyQuestion* question, const std::string& id,
                const Answer& given) {
        answer_.text(call.id.hex());
        group == nullptr ? answer_.nothing() : answer_.text(group->short_name);
        answer_.text(question == nullptr ? id : question->name);
        insert_answer(answer_, question, given);
        answer_.integer(static_cast<std::int64_t>(given.versions.size()));
        question == nullptr ? answer_.nothing() : answer_.text(question->source);
        answer_.text(id).row();
    }

    const Notebook& book_;
    Inserter call_;
    Inserter answer_;
};

Result<void> write_survey(Database& database, const Notebook& book) {
    SurveyWriter writer(database, book);
    for (const auto& [id, call] : book.survey_calls()) {
        if (call.says_anything() || call.said) writer.write(call);
    }
    return writer.finish();
}

/// Of each answer that can be tapped, also of those that nobody has given.
Result<void> write_counts(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO survey_counts VALUES(?, ?, ?, ?, ?, ?)");
    for (const GroupTally& group : tally_survey(book)) {
        for (const QuestionTally& tally : group.questions) {
            const SurveyQuestion& question = *tally.question;
            for (std::size_t place = 0; place < question.choices.size(); ++place) {
                insert.text(group.group->short_name).text(question.name).text(question.choices[place].name);
                insert.integer(static_cast<std::int64_t>(tally.counts[place])).text(question.source);
                insert.text(question.id).row();
            }
        }
    }
    return insert.finish();
}

}  // namespace

Result<void> write_week_one(Database& database, const Notebook& book) {
    for (const auto& step : {write_evidence_forms, write_survey, write_counts}) {
        if (auto written = step(database, book); !written) return written;
    }
    return {};
}

}  // namespace daybook
