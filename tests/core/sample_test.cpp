#include "core/notebook/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/notebook/evidence_form.h"
#include "core/notebook/survey.h"
#include "tests/core/framework_files.h"
#include "tests/data/sample/make_sample.h"

namespace daybook {
namespace {

std::string sample_json() {
    return test_data("sample/small.json");
}

SampleInspection sample_of(const std::string& json) {
    const Result<SampleInspection> sample = parse_sample(as_bytes(json), pack_of(england_json()));
    REQUIRE_MESSAGE(sample.has_value(), sample.error().what);
    return *sample;
}

std::string whole_json() {
    return asset("sample/sample.json");
}

/// Three of them.
std::string first_words_of(const std::string& words) {
    std::size_t end = 0;
    for (int i = 0; i < 3 && end != std::string::npos; ++i) end = words.find(' ', end + 1);
    return words.substr(0, end);
}

std::vector<SampleEntry> entries_of(const SampleInspection& sample) {
    std::vector<SampleEntry> entries;
    for (const SampleActivity& activity : sample.activities)
        entries.insert(entries.end(), activity.entries.begin(), activity.entries.end());
    return entries;
}

/// With one of everything that a sample can say.
std::string full_json() {
    return R"({"title": "Sample", "authority": "Nowhere", "lead": "Ada", "team": ["Ben"],
        "first_day": "2015-09-14", "last_day": "2015-09-25",
        "milestones": {"sent-for-check": "2015-10-12"},
        "schools": [{"urn": "900001", "name": "One", "type": "Community school", "phase": "Primary",
                     "rating": "Good", "inspection": "short"},
                    {"urn": "900002", "name": "Two", "type": "Free schools", "phase": "Secondary"}],
        "activities": [{"kind": "visit", "inspector": "Ben", "place": "B", "school": "900002", "start_minutes": 30,
            "minutes": 60, "typed": true, "pauses": [{"from_minutes": 40, "minutes": 20}], "roles": ["governor"],
            "entries": [
                {"words": "A question?", "aspects": ["context"], "polarity": "neutral", "in_confidence": false,
                 "emerging": true, "come_back": true, "reconstructed": true,
                 "follow_up": {"owner": "Ada", "answered_by": ["answer"], "closed": "It was."}},
                {"key": "answer", "words": "An answer.", "aspects": ["impact"], "polarity": "neutral",
                 "in_confidence": true, "disclosure": "possible crime", "serious_concern": true,
                 "passed_on": [{"about": "serious concern", "to": "The DCS", "by": "Ada", "at_minutes": 95,
                                "words": "At once."}]}],
            "record": {"senior-officer": {"choice": "no", "words": "Nobody."}}}],
        "plan": [{"day": "2015-09-15", "from": "09:30", "to": "10:15", "kind": "visit", "title": "A look",
                  "place": "The hall", "school": "900001", "inspectors": ["Ben"], "roles": ["dcs"], "note": "Bring it."}],
        "contacts": [{"name": "Cy", "role": "Desk", "telephone": "01632 960100", "email": "c@no.example",
                      "note": "Mornings."}],
        "checks": [{"list": "documents", "item": "data", "state": "read", "note": "All of it."}],
        "declarations": [{"who": "Ben", "what": "A cousin.", "day": "2015-09-15", "decided": "Nothing."}],
        "forms": [{"school": "900001", "talk": "governance", "state": "held", "medium": "telephone",
                   "people": ["governor"], "efforts": "None.", "themes": {"measures": "Enough."}}],
        "survey": [{"school": "900002", "outcome": "call back", "call_back_minutes": 77,
                    "answers": {"relations": {"choice": "good", "words": "Very."}}}]})";
}

std::string refusal(const std::string& json) {
    const Result<SampleInspection> sample = parse_sample(as_bytes(json), pack_of(england_json()));
    if (sample) return "it was read";
    CHECK(sample.error().code == Errc::corrupt);
    return sample.error().what;
}

std::size_t sentences(const std::string& words) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == '.' && (i + 1 == words.size() || words[i + 1] == ' ')) ++count;
    return count;
}

}  // namespace

TEST_CASE("sample: the sample inspection is plainly a sample and shows every mark that an entry can bear") {
    const SampleInspection sample = sample_of(sample_json());
    CHECK(sample.title.contains("Sample"));
    CHECK(sample.authority.contains("invented"));
    CHECK(sample.first_day == "2015-09-14");
    CHECK(sample.last_day == "2015-09-18");
    CHECK(sample.team.size() == 3);
    CHECK(sample.activities.size() == 3);
    std::vector<SampleEntry> entries;
    for (const SampleActivity& activity : sample.activities)
        entries.insert(entries.end(), activity.entries.begin(), activity.entries.end());
    CHECK(entries.size() == 9);
    for (const char* polarity : {"strength", "weakness", "neutral"})
        CHECK(std::ranges::count(entries, std::string(polarity), &SampleEntry::polarity) > 0);
    CHECK(std::ranges::count(entries, true, &SampleEntry::in_confidence) == 1);
}

TEST_CASE("sample: its entries bear on every aspect of the pack, in two to five sentences each") {
    const SampleInspection sample = sample_of(sample_json());
    const Pack pack = pack_of(england_json());
    std::vector<std::string> aspects;
    for (const SampleActivity& activity : sample.activities) {
        for (const SampleEntry& entry : activity.entries) {
            CAPTURE(entry.words);
            CHECK(sentences(entry.words) >= 2);
            CHECK(sentences(entry.words) <= 5);
            CHECK_FALSE(entry.aspects.empty());
            aspects.insert(aspects.end(), entry.aspects.begin(), entry.aspects.end());
        }
    }
    for (const Aspect& aspect : pack.aspects) {
        CAPTURE(aspect.id);
        CHECK(std::ranges::contains(aspects, aspect.id));
    }
}

TEST_CASE("sample: activities follow each other without overlapping") {
    const SampleInspection sample = sample_of(sample_json());
    std::int64_t free_from = 0;
    for (const SampleActivity& activity : sample.activities) {
        CHECK(activity.start_minutes >= free_from);
        free_from = activity.start_minutes + activity.minutes;
    }
}

TEST_CASE("sample: an impact may be missing, and lists of aspects and roles may be empty") {
    const SampleInspection sample = sample_of(R"({"title": "Sample", "authority": "Nowhere", "lead": "A", "team": [],
        "first_day": "2015-09-14", "last_day": "2015-09-14", "activities": [{"kind": "meeting", "place": "B",
        "start_minutes": 0, "minutes": 1, "roles": [], "entries": [{"words": "One line.\nAnother.", "aspects": [],
        "polarity": "neutral", "in_confidence": false}]}]})");
    REQUIRE(sample.activities.size() == 1);
    REQUIRE(sample.activities[0].entries.size() == 1);
    CHECK(sample.activities[0].entries[0].words == "One line.\nAnother.");
    CHECK(sample.activities[0].entries[0].impact.empty());
}

TEST_CASE("sample: what does not fit the pack or the calendar is refused with the place and the remedy") {
    struct Broken {
        std::string before;
        std::string after;
        std::string expected;
    };
    const std::vector<Broken> all = {
        {"\"chief-executive\"", "\"mayor\"", "activities[0].roles: the pack has no role 'mayor'; use one of its ids"},
        {"\"document-scrutiny\"", "\"seance\"",
         "activities[1].kind: the pack has no activity 'seance'; use one of its ids"},
        {"\"resources\"", "\"money\"",
         "activities[1].entries[2].aspects: the pack has no aspect 'money'; use one of its ids"},
        {"\"roles\": []", "\"roles\": [\"dcs\"]",
         "activities[1].roles: nobody is met in 'document-scrutiny'; leave the list empty"},
        {"\"polarity\": \"strength\"", "\"polarity\": \"good\"",
         "activities[0].entries[0].polarity: write \"strength\", \"weakness\" or \"neutral\""},
        {"\"2015-09-14\"", "\"2015-09-31\"", "first_day: this is no calendar day; write it as 2015-09-14"},
        {"\"2015-09-18\"", "\"2015-09-13\"", "last_day: this is before first_day; swap them"},
        {"\"minutes\": 50", "\"minutes\": 0",
         "activities[0].minutes: write a whole number from 1 to 1440, without quotes"},
        {"\"in_confidence\": false", "\"in_confidence\": \"no\"",
         "activities[0].entries[0].in_confidence: write true or false, without quotes"},
        {"\"dcs\", ", "\"dcs\", \"dcs\", ", "activities[0].roles[1]: 'dcs' is there twice; keep one of them"},
        {"\"impact\": \"\"", "\"impact\": 7",
         "activities[0].entries[2].impact: a text is expected here; put it between double quotes"},
        {"\"team\"", "\"crew\"", "team: this is missing; add a list"},
    };
    for (const Broken& broken : all)
        CHECK(refusal(with_change(sample_json(), broken.before, broken.after)) == broken.expected);
}

TEST_CASE("sample: all that can be said of activities, entries and schools is read") {
    const SampleInspection sample = sample_of(full_json());
    CHECK(sample.milestones == std::map<std::string, std::string>{{"sent-for-check", "2015-10-12"}});
    REQUIRE(sample.schools.size() == 2);
    CHECK(sample.schools[0] == SampleSchool{"900001", "One", "Community school", "Primary", "Good", "short"});
    CHECK(sample.schools[1].rating.empty());
    const SampleActivity& visit = sample.activities.at(0);
    CHECK(visit.inspector == "Ben");
    CHECK(visit.school == "900002");
    CHECK(visit.typed);
    CHECK(visit.pauses == std::vector<SamplePause>{{40, 20}});
    CHECK(visit.record == std::map<std::string, SampleAnswer>{{"senior-officer", {"no", "Nobody."}}});
    CHECK(
        sample.plan ==
        std::vector<SamplePlanned>{
            {"2015-09-15", "09:30", "10:15", "visit", "A look", "The hall", "900001", {"Ben"}, {"dcs"}, "Bring it."}});
    CHECK(sample.contacts == std::vector<SampleContact>{{"Cy", "Desk", "01632 960100", "c@no.example", "Mornings."}});
    const SampleEntry& question = visit.entries.at(0);
    CHECK(question.emerging);
    CHECK(question.come_back);
    CHECK(question.reconstructed);
    CHECK(question.follow_up == SampleFollowUp{"Ada", {"answer"}, "It was."});
    const SampleEntry& answer = visit.entries.at(1);
    CHECK(answer.key == "answer");
    CHECK(answer.disclosure == "possible crime");
    CHECK(answer.serious_concern);
    CHECK(answer.passed_on == std::vector<SamplePassedOn>{{"serious concern", "The DCS", "Ada", 95, "At once."}});
    CHECK(sample.checks == std::vector<SampleCheck>{{"documents", "data", "read", "All of it."}});
    CHECK(sample.declarations == std::vector<SampleDeclaration>{{"Ben", "A cousin.", "2015-09-15", "Nothing."}});
    CHECK(sample.forms ==
          std::vector<SampleForm>{
              {"900001", "governance", "held", "telephone", {"governor"}, "None.", {{"measures", "Enough."}}}});
    CHECK(sample.survey == std::vector<SampleCall>{{"900002", "call back", 77, {{"relations", {"good", "Very."}}}}});
}

TEST_CASE("sample: what does not fit the pack, the schools or the other entries is refused with place and remedy") {
    struct Broken {
        std::string before;
        std::string after;
        std::string expected;
    };
    const std::vector<Broken> all = {
        {"\"urn\": \"900001\"", "\"urn\": \"90-1\"",
         "schools[0].urn: this is no number of a school; write 5 or 6 digits"},
        {"\"urn\": \"900002\"", "\"urn\": \"900001\"", "schools[1]: this is there twice; keep one of them"},
        {"\"short\"", "\"long\"", "schools[0].inspection: the pack has no inspection 'long'; use one of its ids"},
        {"\"sent-for-check\"", "\"sent\"", "milestones: the pack has no milestone 'sent'; use one of its ids"},
        {"\"2015-10-12\"", "\"2015-13-12\"",
         "milestones.sent-for-check: this is no calendar day; write it as 2015-09-14"},
        {"\"inspector\": \"Ben\"", "\"inspector\": \"Eve\"",
         "activities[0].inspector: 'Eve' neither leads nor is in the team; use a name that is there"},
        {"\"school\": \"900002\", \"start", "\"school\": \"900003\", \"start",
         "activities[0].school: no school has the number '900003'; add it to the schools"},
        {"\"minutes\": 20}", "\"minutes\": 21}",
         "activities[0].pauses[0].minutes: this goes on after the end of its activity; make it shorter"},
        {"\"typed\": true", "\"typed\": 1", "activities[0].typed: write true or false, without quotes"},
        {"\"emerging\": true", "\"emerging\": \"\"",
         "activities[0].entries[0].emerging: write true or false, without quotes"},
        {"[\"answer\"]", "[\"reply\"]",
         "activities: no entry has the key 'reply', by which another is answered; give it to one"},
        {"{\"words\": \"A question?\"", "{\"key\": \"answer\", \"words\": \"A question?\"",
         "activities: two entries have the key 'answer'; give each its own"},
        {"\"owner\": \"Ada\"", "\"owner\": \" \"",
         "activities[0].entries[0].follow_up.owner: this is empty; say it in words"},
        {"\"possible crime\"", "\"gossip\"",
         "activities[0].entries[1].disclosure: write \"safeguarding\", \"serious misconduct\" or \"possible crime\""},
        {"\"about\": \"serious concern\"", "\"about\": \"safeguarding\"",
         "activities[0].entries[1].passed_on[0].about: the entry says nothing of 'safeguarding'; mark it so, or take "
         "this out"},
        {"\"senior-officer\":", "\"weather\":",
         "activities[0].record: the pack does not ask 'weather' in this kind of activity; use one of its questions"},
        {"\"choice\": \"no\"", "\"choice\": \"perhaps\"",
         "activities[0].record.senior-officer.choice: the question has no answer 'perhaps'; use one of its ids"},
        {"\"day\": \"2015-09-15\", \"from\"", "\"day\": \"Tuesday\", \"from\"",
         "plan[0].day: this is no calendar day; write it as 2015-09-14"},
        {"\"from\": \"09:30\"", "\"from\": \"24:00\"", "plan[0].from: this is no time of day; write it as 09:30"},
        {"\"to\": \"10:15\"", "\"to\": \"10.15\"", "plan[0].to: this is no time of day; write it as 09:30"},
        {"\"to\": \"10:15\"", "\"to\": \"09:30\"", "plan[0].to: this is not after its beginning; make it later"},
        {"\"kind\": \"visit\", \"title\"", "\"kind\": \"walk\", \"title\"",
         "plan[0].kind: the pack has no activity 'walk'; use one of its ids"},
        {"\"kind\": \"visit\", \"title\": \"A look\"", "\"kind\": \"\", \"title\": \"\"",
         "plan[0].title: it has neither kind nor title; add one"},
        {"\"school\": \"900001\", \"inspectors\"", "\"school\": \"900003\", \"inspectors\"",
         "plan[0].school: no school has the number '900003'; add it to the schools"},
        {"\"inspectors\": [\"Ben\"]", "\"inspectors\": [\"Eve\"]",
         "plan[0].inspectors: 'Eve' neither leads nor is in the team; use a name that is there"},
        {"\"roles\": [\"dcs\"]", "\"roles\": [\"mayor\"]",
         "plan[0].roles: the pack has no role 'mayor'; use one of its ids"},
        {"\"name\": \"Cy\"", "\"name\": \"\"", "contacts[0].name: this is empty; say it in words"},
        {"\"list\": \"documents\"", "\"list\": \"wishes\"",
         "checks[0].list: the pack has no checklist 'wishes'; use one of its ids"},
        {"\"item\": \"data\"", "\"item\": \"tea\"", "checks[0].item: the list has no item 'tea'; use one of its ids"},
        {"\"state\": \"read\"", "\"state\": \"done\"",
         "checks[0].state: 'done' cannot be said in this list; use one of its words"},
        {"\"day\": \"2015-09-15\", \"decided\"", "\"day\": \"Tuesday\", \"decided\"",
         "declarations[0].day: this is no calendar day; write it as 2015-09-14"},
        {"\"talk\": \"governance\"", "\"talk\": \"small\"",
         "forms[0].talk: the pack has no talk 'small'; use one of its ids"},
        {"\"state\": \"held\"", "\"state\": \"put off\"", "forms[0].state: write \"held\" or \"unavailable\""},
        {"\"medium\": \"telephone\"", "\"medium\": \"post\"",
         "forms[0].medium: write \"face to face\" or \"telephone\""},
        {"\"people\": [\"governor\"]", "\"people\": [\"headteacher\"]",
         "forms[0].people: 'headteacher' cannot be met in this talk; use one of its roles"},
        {"\"measures\":", "\"weather\":", "forms[0].themes: the pack has no theme 'weather'; use one of its ids"},
        {"\"outcome\": \"call back\"", "\"outcome\": \"engaged\"",
         "survey[0].outcome: write \"reached\", \"no answer\" or \"call back\""},
        {"\"outcome\": \"call back\"", "\"outcome\": \"reached\"",
         "survey[0].call_back_minutes: nobody is called back after this outcome; take it out"},
        {"\"relations\":", "\"weather\":", "survey[0].answers: the pack has no question 'weather'; use one of its ids"},
        {"\"choice\": \"good\"", "\"choice\": \"fine\"",
         "survey[0].answers.relations.choice: the question has no answer 'fine'; use one of its ids"},
    };
    for (const Broken& broken : all)
        CHECK(refusal(with_change(full_json(), broken.before, broken.after)) == broken.expected);
}

TEST_CASE("sample: another seed makes another inspection, which can be read as well") {
    const std::string made = sample_maker::make_sample(sample_maker::usual_seed + 1, pack_of(england_json()));
    CHECK(made != whole_json());
    CHECK(entries_of(sample_of(made)).size() == 300);
}

TEST_CASE("sample: the whole one has 60 schools, four inspectors and 300 entries, of every polarity and mark") {
    const SampleInspection sample = sample_of(whole_json());
    CHECK(sample.title.contains("Sample"));
    CHECK(sample.authority.contains("invented"));
    CHECK(sample.schools.size() == 60);
    CHECK(sample.team.size() == 3);
    std::set<std::string> inspectors;
    for (const SampleActivity& activity : sample.activities) inspectors.insert(activity.inspector);
    CHECK(inspectors.size() == 4);
    const std::vector<SampleEntry> entries = entries_of(sample);
    CHECK(entries.size() == 300);
    for (const char* polarity : {"strength", "weakness", "neutral"})
        CHECK(std::ranges::count(entries, std::string(polarity), &SampleEntry::polarity) > 40);
    CHECK(std::ranges::count(entries, true, &SampleEntry::in_confidence) == 24);
    CHECK(std::ranges::count_if(entries, [](const SampleEntry& one) { return !one.impact.empty(); }) > 80);
    CHECK(std::ranges::count(entries, true, &SampleEntry::emerging) == 2);
    CHECK(std::ranges::count(entries, true, &SampleEntry::come_back) == 2);
    CHECK(std::ranges::count(entries, true, &SampleEntry::reconstructed) == 1);
    CHECK(std::ranges::count(entries, true, &SampleEntry::serious_concern) == 1);
    CHECK(std::ranges::count(entries, "safeguarding", &SampleEntry::disclosure) == 1);
    CHECK(std::ranges::count_if(entries, [](const SampleEntry& one) { return one.follow_up.has_value(); }) == 8);
    CHECK(sample.declarations.size() == 2);
}

TEST_CASE("sample: in the whole one no two entries say the same, and each has 20 to 70 words") {
    const SampleInspection sample = sample_of(whole_json());
    std::set<std::string> said;
    for (const SampleActivity& activity : sample.activities) {
        std::set<std::string> openings;
        for (const SampleEntry& entry : activity.entries) {
            CAPTURE(entry.words);
            CHECK(std::ranges::count(entry.words, ' ') >= 19);
            CHECK(std::ranges::count(entry.words, ' ') <= 69);
            CHECK(said.insert(entry.words).second);
            CHECK(openings.insert(first_words_of(entry.words)).second);
        }
    }
}

TEST_CASE("H28: in the whole sample no inspector does two things at once, and each begins on a day of the inspection") {
    const SampleInspection sample = sample_of(whole_json());
    std::map<std::string, std::int64_t> free_from;
    for (const SampleActivity& activity : sample.activities) {
        CAPTURE(activity.kind);
        CAPTURE(activity.start_minutes);
        CHECK(activity.start_minutes >= free_from[activity.inspector]);
        free_from[activity.inspector] = activity.start_minutes + activity.minutes;
        CHECK(activity.start_minutes < 12 * 24 * 60);
    }
}

TEST_CASE(
    "H20, F23: in the whole sample the talks of a school have a form each, and no entry in the school's evidence") {
    const SampleInspection sample = sample_of(whole_json());
    const Pack pack = pack_of(england_json());
    std::size_t inspected = 0;
    for (const SampleSchool& school : sample.schools) {
        const auto forms = std::ranges::count(sample.forms, school.urn, &SampleForm::school);
        if (school.inspection.empty()) {
            CHECK(forms == 0);
            continue;
        }
        ++inspected;
        const auto asked = std::ranges::count_if(pack.evidence_forms.talks, [&](const FocusedTalk& talk) {
            return !is_of_type({.urn = {}, .name = {}, .type = school.type, .phase = {}, .rating = {}, .authority = {}},
                               talk.not_for_types);
        });
        CHECK(forms == asked);
    }
    CHECK(inspected == 10);
    CHECK(sample.forms.size() == 28);
    for (const SampleForm& form : sample.forms) {
        const bool held = form.state == form_states::held;
        CHECK(form.themes.size() == (held ? 3 : 0));
        CHECK(form.people.empty() != held);
        CHECK(form.efforts.empty() == held);
    }
    CHECK(std::ranges::count(sample.forms, form_states::unavailable, &SampleForm::state) == 3);
    for (const SampleActivity& activity : sample.activities)
        if (activity.kind == "focused-inspection") CHECK(activity.entries.empty());
}

TEST_CASE(
    "H21, F26: in the whole sample every school of a survey group is called that is not inspected, and most are "
    "reached") {
    const SampleInspection sample = sample_of(whole_json());
    const Pack pack = pack_of(england_json());
    for (const SampleSchool& school : sample.schools) {
        CAPTURE(school.name);
        const SchoolFacts facts{.urn = school.urn,
                                .name = school.name,
                                .type = school.type,
                                .phase = school.phase,
                                .rating = school.rating,
                                .authority = {}};
        const bool asked = school.inspection.empty() && !derived_groups(pack, facts).empty();
        CHECK(std::ranges::count(sample.survey, school.urn, &SampleCall::school) == (asked ? 1 : 0));
    }
    CHECK(sample.survey.size() == 46);
    const auto came_to = [&](std::string_view outcome) {
        return std::ranges::count(sample.survey, outcome, &SampleCall::outcome);
    };
    CHECK(came_to(outcomes::reached) == 41);
    CHECK(came_to(outcomes::no_answer) == 3);
    CHECK(came_to(outcomes::call_back) == 2);
    for (const SampleCall& call : sample.survey) CHECK(call.answers.empty() == (call.outcome != outcomes::reached));
}

TEST_CASE("sample: a sample that is cut off at any mark of its structure is refused") {
    const std::string json = sample_json();
    const Pack pack = pack_of(england_json());
    for (std::size_t size = 0; size <= json.rfind('}'); ++size)
        if (std::string_view("{}[]:,\"").contains(json[size]))
            REQUIRE_MESSAGE(!parse_sample(as_bytes(json).first(size), pack).has_value(), size);
}

}  // namespace daybook
