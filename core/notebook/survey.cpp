#include "core/notebook/survey.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/crypto/primitives.h"
#include "core/log/cbor.h"
#include "core/notebook/notebook.h"
#include "core/notebook/survey_sample.h"

namespace daybook {
namespace {

ItemId school_of(const Item& item) {
    const Value* value = item.field(words::survey_school);
    const Bytes* bytes = value != nullptr ? std::get_if<Bytes>(value) : nullptr;
    return bytes != nullptr ? ItemId::from_bytes(*bytes).value_or(ItemId{}) : ItemId{};
}

std::optional<Instant> moment_of(const Item& item, std::string_view field) {
    const Value* value = item.field(field);
    const auto* ms = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
    return ms != nullptr ? std::optional(Instant{*ms}) : std::nullopt;
}

bool says_words(const Stamped& one) {
    const auto* text = std::get_if<std::string>(&one.value);
    return text != nullptr && !text->empty();
}

SurveyStage stage_of(const SurveyCall* call, Instant now) {
    if (call == nullptr) return SurveyStage::open;
    if (call->outcome == outcomes::reached) return SurveyStage::reached;
    if (call->outcome == outcomes::no_answer) return SurveyStage::no_answer;
    if (call->outcome != outcomes::call_back) return SurveyStage::open;
    return call->call_back && now.unix_ms < call->call_back->unix_ms ? SurveyStage::later : SurveyStage::due;
}

/// What decides among schools of the same stage: when to call back, or when it was tried last.
std::int64_t waits_since(const SurveySchool& one) {
    if (one.call == nullptr) return 0;
    if (one.stage == SurveyStage::due || one.stage == SurveyStage::later)
        return one.call->call_back ? one.call->call_back->unix_ms : 0;
    return one.call->said ? one.call->said->at.at.unix_ms : 0;
}

void count_answer(QuestionTally& tally, const SurveyCall& call) {
    const Answer* given = find_answer(call.answers, tally.question->id);
    if (given == nullptr) return;
    const Answer& answer = *given;
    if (!answer.words.empty()) ++tally.with_words;
    if (answer.choice.empty()) return;
    const auto& choices = tally.question->choices;
    const auto choice = std::ranges::find(choices, answer.choice, &SurveyChoice::id);
    if (choice == choices.end()) {
        ++tally.otherwise;
    } else {
        ++tally.counts[static_cast<std::size_t>(choice - choices.begin())];
    }
}

}  // namespace

bool is_called(const Notebook& book, const School& school, bool sampled) {
    if (!is_surveyed(book.pack(), school)) return false;
    if (!sampled || school.in_sample) return true;
    const SurveyCall* call = book.survey_call(school.id);
    return call != nullptr && call->says_anything();
}

bool SurveyCall::says_anything() const {
    return !outcome.empty() || std::ranges::any_of(answers, [](const auto& one) { return one.second.is_given(); });
}

ItemId survey_call_id(InspectionId inspection, ItemId school) {
    CborWriter writer;
    writer.array(3);
    writer.text("daybook survey call 1");
    writer.bytes(inspection.bytes);
    writer.bytes(school.bytes);
    const Hash32 hash = blake2b_256(writer.written());
    ItemId id;
    std::ranges::copy(ByteView(hash).first(ItemId::size), id.bytes.begin());
    return id;
}

std::string answer_field(std::string_view question) {
    return std::string(words::survey_answer).append(question);
}

std::string said_field(std::string_view question) {
    return std::string(words::survey_words).append(question);
}

SurveyCall survey_call_from(const Item& item) {
    SurveyCall call{.id = item.id,
                    .school = school_of(item),
                    .outcome = item.text_field(words::survey_outcome),
                    .said = std::nullopt,
                    .call_back = moment_of(item, words::survey_call_back),
                    .attempts = 0,
                    .answers = answers_from(item, words::survey_answer, words::survey_words)};
    if (const auto outcome = item.fields.find(std::string(words::survey_outcome));
        outcome != item.fields.end() && !outcome->second.history.empty()) {
        const auto& history = outcome->second.history;
        call.said = {history.back().author, history.back().written_at};
        call.attempts = static_cast<std::size_t>(std::ranges::count_if(history, says_words));
    }
    return call;
}

bool is_surveyed(const Pack& pack, const School& school) {
    if (school.retired || !school.inspection.empty()) return false;
    return std::ranges::any_of(groups_of(pack, school),
                               [&](const std::string& id) { return !pack.survey_group(id)->questions.empty(); });
}

SurveySchool survey_school(const Notebook& book, const School& school, Instant now) {
    SurveySchool one{.school = &school, .groups = {}, .call = book.survey_call(school.id)};
    for (const std::string& id : groups_of(book.pack(), school)) {
        const SurveyGroup* group = book.pack().survey_group(id);
        if (!group->questions.empty()) one.groups.push_back(group);
    }
    one.stage = stage_of(one.call, now);
    return one;
}

std::vector<SurveySchool> survey_schools(const Notebook& book, Instant now) {
    const bool sampled = has_sample(book);
    std::vector<SurveySchool> all;
    for (const School* school : book.schools().all()) {
        if (is_called(book, *school, sampled)) all.push_back(survey_school(book, *school, now));
    }
    // Within a stage without a time they stay by name.
    std::ranges::stable_sort(all, {}, [](const SurveySchool& one) { return std::tuple(one.stage, waits_since(one)); });
    return all;
}

std::size_t QuestionTally::tapped() const {
    return std::accumulate(counts.begin(), counts.end(), otherwise);
}

std::vector<GroupTally> tally_survey(const Notebook& book) {
    const bool sampled = has_sample(book);
    std::vector<GroupTally> all;
    for (const SurveyGroup& group : book.pack().survey_groups) {
        if (group.questions.empty()) continue;
        GroupTally tally{.group = &group, .questions = {}};
        for (const SurveyQuestion& question : group.questions)
            tally.questions.push_back(
                {.question = &question, .counts = std::vector<std::size_t>(question.choices.size())});
        for (const School* school : book.schools().all()) {
            const SurveyCall* call = book.survey_call(school->id);
            const bool is_in =
                is_called(book, *school, sampled) && std::ranges::contains(groups_of(book.pack(), *school), group.id);
            if (is_in) ++tally.schools;
            // One that was retired was another one's double, as a rule: it is counted there.
            if (call == nullptr || school->retired) continue;
            if (is_in && call->outcome == outcomes::reached) ++tally.reached;
            for (QuestionTally& question : tally.questions) count_answer(question, *call);
        }
        all.push_back(std::move(tally));
    }
    return all;
}

}  // namespace daybook
