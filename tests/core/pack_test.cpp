// How a framework pack is read, and how it is refused: with the place and the remedy.
// Never what the England pack says: see england_pack_test.cpp.
#include "core/framework/pack.h"
#include "core/framework/pack_members.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/framework_files.h"

namespace daybook {
namespace {

std::string refusal(const std::string& json) {
    const Result<Pack> pack = parse_pack(as_bytes(json));
    if (pack) return "it was read";
    CHECK(pack.error().code == Errc::corrupt);
    return pack.error().what;
}

std::string libraries_json() {
    return test_data("packs/lending-libraries.json");
}

}  // namespace

TEST_CASE("pack: an item is found by its id, and an unknown id finds nothing") {
    const Pack pack = pack_of(england_json());
    REQUIRE(pack.aspect("governance") != nullptr);
    CHECK(pack.aspect("governance")->area == "school-leadership");
    REQUIRE(pack.role("dcs") != nullptr);
    CHECK(pack.role("dcs")->short_name == "DCS or nominee");
    REQUIRE(pack.activity_kind("meeting") != nullptr);
    CHECK(pack.activity_kind("meeting")->meets_people);
    REQUIRE(pack.activity_kind("data-analysis") != nullptr);
    CHECK_FALSE(pack.activity_kind("data-analysis")->meets_people);
    REQUIRE(pack.area("use-of-resources") != nullptr);
    CHECK(pack.area("use-of-resources")->source == "H60, H77");
    CHECK(pack.aspect("dcs") == nullptr);
    CHECK(pack.role("") == nullptr);
    CHECK(pack.activity_kind("Meeting") == nullptr);
    CHECK(pack.area("governance") == nullptr);
}

TEST_CASE("pack: a pack of another trade is read the same way, and members of a later version are passed over") {
    const Pack pack = pack_of(libraries_json());
    CHECK(pack.version == "3-draft");
    CHECK(pack.licence == "Invented for tests.\nAnyone may use it for anything.");
    CHECK(pack.areas.size() == 2);
    REQUIRE(pack.aspect("welcome") != nullptr);
    CHECK(pack.aspect("welcome")->short_name == "Welcome – café");
    CHECK(pack.aspect("leadership") == nullptr);
    CHECK(pack.prompt_sets.empty());  // they can be left out
    CHECK(pack.areas[0].considerations.size() == 1);
    CHECK(pack.areas[1].considerations.empty());
    CHECK(pack.aspect("stock")->descriptors.size() == 2);
    CHECK(pack.aspect("light")->descriptors.empty());
    REQUIRE(pack.checklists.size() == 3);
    CHECK(pack.checklists[0].form == Checklist::Form::documents);
    CHECK(pack.checklists[1].form == Checklist::Form::checks);
    CHECK(pack.checklists[2].form == Checklist::Form::criteria);
    CHECK(pack.checklists[0].kind == "shelf-walk");
    CHECK_FALSE(pack.checklists[0].always);
    CHECK(pack.checklists[1].always);
    CHECK_FALSE(pack.activity_kind("shelf-walk")->closes_inspection);
    CHECK(pack.activity_kind("conversation")->closes_inspection);
    CHECK(pack.rule("asked")->check == RuleCheck::school_talks_recorded);
    CHECK(pack.rule("hushed")->check == RuleCheck::person_unnamed);
    CHECK(pack.person_titles == std::vector<std::string>{"Fru", "Sr."});
    CHECK(pack.activity_kind("conversation")->told_outside);
    CHECK_FALSE(pack.activity_kind("shelf-walk")->told_outside);
    CHECK(pack.survey_groups[0].questions.size() == 2);
    CHECK(pack.survey_groups[0].questions[0].choices.size() == 2);
    CHECK(pack.survey_groups[0].questions[1].choices.empty());
    REQUIRE(pack.evidence_forms.talk("desk") != nullptr);
    CHECK(pack.evidence_forms.talk("desk")->by_telephone);
    CHECK(pack.evidence_forms.inspection("noise")->excluded);
    CHECK_FALSE(pack.evidence_forms.inspection("dust")->excluded);
    REQUIRE(pack.records_of("conversation").size() == 1);
    CHECK(pack.records_of("shelf-walk").empty());
    const SurveyQuestion& tea = pack.records_of("conversation")[0]->questions[0];
    CHECK(tea.needed);
    CHECK_FALSE(tea.choices[0].still_open);
    CHECK(tea.choices[1].still_open);
    CHECK_FALSE(pack.records[0].questions[1].needed);
    CHECK(pack.checklists[0].about.empty());
    CHECK(pack.checklists[1].about == "Before the doors are shut.");
    CHECK(pack == pack_of(libraries_json()));
    CHECK(pack != pack_of(england_json()));
}

TEST_CASE("pack: its author is told of each member that nobody knows, with its place") {
    const auto of_england = unknown_members(as_bytes(england_json()));
    REQUIRE(of_england);
    CHECK(of_england->empty());
    std::string misspelt(england_json());
    const auto put = [&](const std::string& from, const std::string& to) {
        const std::size_t at = misspelt.find(from);
        REQUIRE(at != std::string::npos);
        misspelt.replace(at, from.size(), to);
    };
    put("\"needed\"", "\"neded\"");
    put("\"version\"", "\"years\": [{\"from\": 2014}], \"version\"");
    const auto unknown = unknown_members(as_bytes(misspelt));
    REQUIRE(unknown);
    REQUIRE(unknown->size() == 2);
    CHECK(unknown->front() == "years");
    CHECK(unknown->back().ends_with(".neded"));
    CHECK_FALSE(unknown_members(as_bytes("{")));
}

TEST_CASE("pack: each broken pack is refused with the place and the remedy") {
    const std::vector<std::pair<std::string, std::string>> broken = {
        {"broken-cut-off", "line 9, column 14: the text ends too early, it was cut off; ask for the whole file"},
        {"broken-comma", "line 10, column 9: this is not JSON; look for a missing or extra comma, quote or bracket"},
        {"broken-utf8", "line 5, column 45: this is not UTF-8; save the file as UTF-8"},
        {"broken-deep",
         "a_later_member[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nested more than 16 deep; no such "
         "file needs that"},
        {"broken-member-twice", "aspects[1]: the member 'id' is there twice; keep one of them"},
        {"broken-list", "the top of the file: an object is expected here; write { \"name\": value, ... }"},
        {"broken-no-format", "format: this is missing; add a whole number"},
        {"broken-no-roles", "roles: this is missing; add a list"},
        {"broken-no-aspects", "aspects: there are 0 items; 1 to 500 are expected"},
        {"broken-area", "aspects[2].area: there is no area 'money'; use the id of one under areas"},
        {"broken-id-twice", "roles[1].id: 'librarian' is taken by an earlier item; choose another"},
        {"broken-id-form", "activity_kinds[0].id: use only a-z, 0-9 and hyphens"},
        {"broken-empty-name", "areas[1].name: this is empty; say it in words"},
        {"broken-long-chip", "aspects[1].short_name: 25 characters are too many; at most 24 fit"},
        {"broken-control", "roles[0].name: take out the control characters"},
        {"broken-number", "version: a text is expected here; put it between double quotes"},
        {"broken-flag", "activity_kinds[1].meets_people: write true or false, without quotes"},
        {"broken-prompt-kind",
         "prompt_sets[0].kinds: there is no activity 'walk'; use the id of one under activity_kinds"},
        {"broken-prompt-twice", "prompt_sets[0].prompts[1].id: 'dust' is taken by an earlier item; choose another"},
        {"broken-item", "aspects[0]: an object is expected here; write { \"name\": value, ... }"},
        {"broken-holiday", "calendar.holidays: '2030-02-30' is no calendar day; write it as 2015-12-25"},
        {"broken-holiday-year",
         "calendar.holidays: '2029-12-26' is not within first_year and last_year; change those, or take it out"},
        {"broken-calendar", "calendar.last_year: this is before first_year; swap them"},
        {"broken-calendar-list", "calendar: an object is expected here; write { ... }"},
        {"broken-other-matter", "other_matters[0].id: 'stock' is taken by an aspect; choose another"},
        {"broken-rule", "rules[1].check: this is missing; add a text"},
        {"broken-deadline-from",
         "deadlines[0].from: there is no milestone 'start'; use the id of one under milestones"},
        {"broken-deadline-days", "deadlines[0].working_days: write a whole number from 1 to 260, without quotes"},
        {"broken-deadline-term",
         "deadlines[0].working_days: it counts from nothing; name a milestone under from, or take it out"},
        {"broken-deadline-blank", "deadlines[0].from: this is empty; say it in words"},
        {"broken-deadline-instead",
         "deadlines[0].instead_of: there is no other deadline 'answer' that stands by itself; use the id of one"},
        {"broken-deadline-calendar",
         "deadlines[0].from: working days are counted by a calendar; give the pack a calendar"},
        {"broken-checklist-form", "checklists[2].form: 'wishes' is no form; write checks, documents or criteria"},
        {"broken-checklist-kind",
         "checklists[0].kind: there is no activity 'walk'; use the id of one under activity_kinds"},
        {"broken-checklist-no-kind", "checklists[0].kind: this is missing; add a text"},
        {"broken-checklist-own-kind",
         "checklists[1].kind: only documents are read in an activity; take it out, or write documents under form"},
        {"broken-checklist-twice", "checklists[0].items[1].id: 'plan' is taken by an earlier item; choose another"},
        {"broken-checklist-empty", "checklists[2].items: there are 0 items; 1 to 500 are expected"},
        {"broken-checklist-blank", "checklists[1].items[0].name: this is empty; say it in words"},
        {"broken-group-of-all",
         "survey_groups[0].ratings: it would take in every school; say which ratings or types it is for"},
        {"broken-group-ratings", "survey_groups[0].ratings: there are 0 items; 1 to 500 are expected"},
        {"broken-group-types", "survey_groups[1].types: a list is expected here; write [ ... ]"},
        {"broken-record-kind",
         "records[0].kinds: there is no activity 'party'; use the id of one under activity_kinds"},
        {"broken-record-twice", "records[0].questions[1].id: 'tea' is taken by an earlier item; choose another"},
        {"broken-group-twice", "survey_groups[1].id: 'busy' is taken by an earlier item; choose another"},
        {"broken-group-long-chip", "survey_groups[1].short_name: 25 characters are too many; at most 24 fit"},
        {"broken-consideration-blank", "areas[0].considerations[0].name: this is empty; say it in words"},
        {"broken-descriptor-twice", "aspects[1].descriptors[1].id: 'new' is taken by an earlier item; choose another"},
        {"broken-letter", "letter: an object is expected here; write { ... }"},
        {"broken-letter-sections", "letter.sections: there are 0 items; 1 to 500 are expected"},
        {"broken-form-role", "evidence_forms.talks[0].roles: there is no role 'dog'; use the id of one under roles"},
        {"broken-form-no-roles", "evidence_forms.talks[0].roles: there are 0 items; 1 to 500 are expected"},
        {"broken-form-excluded",
         "evidence_forms.inspections: all of them are excluded; say which ones the talks belong to"},
        {"broken-form-twice", "evidence_forms.inspections[1].id: 'dust' is taken by an earlier item; choose another"},
        {"broken-form-long-chip", "evidence_forms.talks[0].short_name: 25 characters are too many; at most 24 fit"},
        {"broken-form-no-themes", "evidence_forms.themes: there are 0 items; 1 to 500 are expected"},
        {"broken-form-telephone", "evidence_forms.talks[0].by_telephone: write true or false, without quotes"},
        {"broken-form-no-about", "evidence_forms.about: this is missing; add a text"},
        {"broken-question-kind",
         "survey_groups[0].kind: there is no activity 'chat'; use the id of one under activity_kinds"},
        {"broken-question-elsewhere",
         "survey_groups[1].questions[0].id: 'readers' is taken by a question of another group; choose another"},
        {"broken-question-twice",
         "survey_groups[0].questions[1].id: 'noise' is taken by an earlier item; choose another"},
        {"broken-question-choices", "survey_groups[1].questions[0].choices: there are 0 items; 1 to 500 are expected"},
        {"broken-question-choice-twice",
         "survey_groups[0].questions[0].choices[1].id: 'loud' is taken by an earlier item; choose another"},
        {"broken-question-long-choice",
         "survey_groups[0].questions[0].choices[1].name: 31 characters are too many; at most 24 fit"},
        {"broken-question-blank", "survey_groups[1].questions[0].name: this is empty; say it in words"},
        {"broken-title-twice", "person_titles[2]: 'Fru' is there twice; keep one of them"},
        {"broken-title-stop",
         "person_titles[1]: 'S.r' is no single word; write letters, and a full stop behind them if it is shortened"},
        {"broken-title-words",
         "person_titles[0]: 'Fru Doktor' is no single word; write letters, and a full stop behind them if it is "
         "shortened"},
        {"broken-title-blank", "person_titles[1]: this is empty; say it in words, or take it out"},
        {"broken-title-long", "person_titles[1]: 29 characters are too many; at most 24 fit"},
        {"broken-title-none", "person_titles: there are 0 items; 1 to 500 are expected"},
        {"broken-title-list", "person_titles: a list is expected here; write [ ... ]"},
        {"broken-told-outside", "activity_kinds[1].told_outside: write true or false, without quotes"},
        {"broken-source-twice", "sources[1]: 'Rule: an invented rule book' is there twice; keep one of them"},
    };
    for (const auto& [name, expected] : broken) {
        CAPTURE(name);
        CHECK(refusal(test_data("packs/" + name + ".json")) == expected);
    }
}

TEST_CASE("pack: a pack in a later format asks for a later Daybook") {
    const Result<Pack> pack = parse_pack(as_bytes(with_change(libraries_json(), "\"format\": 1", "\"format\": 2")));
    REQUIRE_FALSE(pack.has_value());
    CHECK(pack.error().code == Errc::newer);
    CHECK(pack.error().what == "format: format 2 is of a later Daybook, this one reads 1; update Daybook");
}

TEST_CASE("pack: a pack that is cut off anywhere is refused") {
    const std::string json = libraries_json();
    for (std::size_t size = 0; size <= json.rfind('}'); ++size) {
        const Result<Pack> pack = parse_pack(as_bytes(json).first(size));
        REQUIRE_MESSAGE(!pack.has_value(), size);
        REQUIRE(pack.error().code == Errc::corrupt);
    }
}

TEST_CASE("pack: the England pack is refused when it is cut off at any mark of its structure") {
    const std::string json = england_json();
    const std::string_view marks = "{}[]:,\"";
    for (std::size_t size = 0; size <= json.rfind('}'); ++size)
        if (marks.contains(json[size])) REQUIRE_MESSAGE(!parse_pack(as_bytes(json).first(size)).has_value(), size);
}

TEST_CASE("pack: a pack with any one byte changed is read or refused, and never harms") {
    const std::string json = libraries_json();
    std::size_t refused = 0;
    for (std::size_t at = 0; at < json.size(); ++at) {
        for (const char byte : std::array{'\0', '"', '[', '\xFF'}) {
            std::string changed = json;
            changed[at] = byte;
            const Result<Pack> pack = parse_pack(as_bytes(changed));
            if (pack) continue;
            ++refused;
            REQUIRE_FALSE(pack.error().what.empty());
        }
    }
    CHECK(refused > json.size() * 2);
}

TEST_CASE("pack: a text of any size and depth is refused in its own words") {
    CHECK(refusal("") == "line 1, column 1: the text ends too early, it was cut off; ask for the whole file");
    CHECK(refusal(std::string(4'194'305, ' ')) ==
          "the file has 4194305 bytes; at most 4194304 are read, so shorten it");
    CHECK(refusal(std::string(4'000'000, '[')).contains("nested more than 16 deep"));
    std::string many = "[";
    for (int i = 0; i < 500'000; ++i) many += "[],";
    CHECK(refusal(many + "0]") == "[99998]: more than 100000 values; shorten it");
    CHECK(refusal("{\"format\": 1e999}").starts_with("line 1, column "));
    CHECK(refusal("{\"format\": 18446744073709551615}") ==
          "format: write a whole number from 1 to 2147483647, without quotes");
    CHECK(refusal("{} {}").starts_with("line 1, column 4: this is not JSON"));
    CHECK(refusal("null") == "the top of the file: an object is expected here; write { \"name\": value, ... }");
}

TEST_CASE("pack: an error quotes a stranger's text only in part, and never half a character") {
    const std::string json =
        with_change(libraries_json(), "\"area\": \"building\"", "\"area\": \"" + std::string(64, 'x') + "\"");
    CHECK(refusal(json) ==
          "aspects[2].area: there is no area '" + std::string(40, 'x') + "…'; use the id of one under areas");
    const std::string accented = with_change(libraries_json(), "\"colour\": \"green\"",
                                             "\"aéééééééééééééééééééééé\": 1, \"aéééééééééééééééééééééé\": 2");
    CHECK(refusal(accented) == "aspects[1]: the member 'aééééééééééééééééééé…' is there twice; keep one of them");
}

TEST_CASE("pack: a text may not hold half a surrogate pair or a zero byte") {
    CHECK(refusal(with_change(libraries_json(), "\"Stock\"", "\"\\ud800\"")).contains("this is not JSON"));
    CHECK(refusal(with_change(libraries_json(), "\"Stock\"", "\"\\u0000\"")) ==
          "aspects[1].short_name: take out the control characters");
    CHECK(refusal(with_change(libraries_json(), "\"Stock\"", "\"\\n\"")) ==
          "aspects[1].short_name: take out the control characters");
}

TEST_CASE("pack: the schema requires exactly the members without which a pack is refused") {
    const std::string schema = asset("frameworks/schema.json");
    for (const std::string member : {"format", "id", "version", "name", "short_name", "licence", "sources", "areas",
                                     "aspects", "roles", "activity_kinds"}) {
        CAPTURE(member);
        const std::string renamed = with_change(libraries_json(), "\n  \"" + member + "\"", "\n  \"x-" + member + "\"");
        CHECK(refusal(renamed).starts_with(member + ": this is missing; add "));
        CHECK(schema.find('"' + member + '"') < schema.find("\"properties\""));
    }
}

}  // namespace daybook
