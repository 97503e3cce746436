// What the England pack says, held against the paragraphs that it rests on.
// Never how a pack is read or refused: see pack_test.cpp.
#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/framework/pack.h"
#include "tests/core/framework_files.h"

namespace daybook {
namespace {

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<Byte>(byte) & 0xC0U) != 0x80U; }));
}

/// Whether `text` is H1 to H80 or F1 to F56: the handbook has 80 paragraphs, the framework 56.
bool is_paragraph(std::string_view text) {
    if (text.size() < 2 || (text[0] != 'H' && text[0] != 'F')) return false;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 1 &&
           number <= (text[0] == 'H' ? 80 : 56);
}

/// Whether a source is a list of paragraphs and ranges: "H18-H20, F24".
bool names_paragraphs(std::string_view source) {
    for (const auto item : std::views::split(source, std::string_view(", "))) {
        if (item.empty()) return false;
        for (const auto paragraph : std::views::split(item, '-'))
            if (!is_paragraph(std::string_view(paragraph.begin(), paragraph.end()))) return false;
    }
    return !source.empty();
}

template <typename Item>
void check_ids_and_sources(const std::vector<Item>& items) {
    std::set<std::string> ids;
    std::set<std::string> names;
    for (const Item& item : items) {
        CAPTURE(item.id);
        CHECK(ids.insert(item.id).second);
        CHECK(names.insert(item.name).second);
        CHECK(names_paragraphs(item.source));
    }
}

template <typename Item>
void check_chips(const std::vector<Item>& items) {
    std::set<std::string> chips;
    for (const Item& item : items) {
        CAPTURE(item.short_name);
        CHECK(characters(item.short_name) <= 24);
        CHECK(chips.insert(item.short_name).second);
    }
}

}  // namespace

TEST_CASE("pack: every rule of the framework is one that this version checks") {
    const Pack pack = pack_of(england_json());
    REQUIRE(pack.rules.size() == 12);
    for (const Rule& rule : pack.rules) CHECK_MESSAGE(rule.check != RuleCheck::unknown, rule.id);
}

TEST_CASE("H53, H60, F30: the England pack has nine aspects in four reporting areas, as its sources do") {
    const Pack pack = pack_of(england_json());
    CHECK(pack.id == "england-la-school-improvement-2015");
    CHECK(pack.aspects.size() == 9);
    CHECK(pack.areas.size() == 4);
    std::vector<std::size_t> aspects_per_area;
    for (const ReportingArea& area : pack.areas)
        aspects_per_area.push_back(static_cast<std::size_t>(std::ranges::count(pack.aspects, area.id, &Aspect::area)));
    // H66-H67, H69-H72, H75-H76 and H77-H80 treat this many aspects.
    CHECK(aspects_per_area == std::vector<std::size_t>{2, 4, 2, 1});
    for (const Aspect& aspect : pack.aspects) {
        CHECK(pack.area(aspect.area) != nullptr);
        CHECK(aspect.source.starts_with("H53, F30"));
    }
    for (const ReportingArea& area : pack.areas) CHECK(area.source.starts_with("H60"));
}

TEST_CASE("pack: in the England pack every id and name is unique and every source is a paragraph") {
    const Pack pack = pack_of(england_json());
    check_ids_and_sources(pack.areas);
    check_ids_and_sources(pack.aspects);
    check_ids_and_sources(pack.roles);
    check_ids_and_sources(pack.activity_kinds);
    check_ids_and_sources(pack.milestones);
    check_ids_and_sources(pack.deadlines);
    check_ids_and_sources(pack.survey_groups);
    for (const ReportingArea& area : pack.areas) check_ids_and_sources(area.considerations);
    for (const Aspect& aspect : pack.aspects) check_ids_and_sources(aspect.descriptors);
    check_ids_and_sources(pack.letter.sections);
    check_ids_and_sources(pack.letter.recipients);
    check_ids_and_sources(pack.evidence_forms.inspections);
    check_ids_and_sources(pack.evidence_forms.talks);
    check_ids_and_sources(pack.evidence_forms.themes);
}

TEST_CASE("H64-H80: each area has as many considerations, and each aspect as many descriptors, as its paragraphs") {
    const Pack pack = pack_of(england_json());
    std::vector<std::pair<std::string, std::size_t>> considerations;
    for (const ReportingArea& area : pack.areas) {
        CHECK_FALSE(area.must_examine.empty());
        considerations.emplace_back(area.considerations.at(0).source, area.considerations.size());
    }
    CHECK(considerations ==
          std::vector<std::pair<std::string, std::size_t>>{{"H65", 4}, {"H68", 8}, {"H74", 5}, {"H78", 4}});
    std::vector<std::pair<std::string, std::size_t>> descriptors;
    for (const Aspect& aspect : pack.aspects)
        descriptors.emplace_back(aspect.descriptors.at(0).source, aspect.descriptors.size());
    CHECK(descriptors == std::vector<std::pair<std::string, std::size_t>>{{"H66", 5},
                                                                          {"H67", 7},
                                                                          {"H69", 4},
                                                                          {"H70", 6},
                                                                          {"H71", 5},
                                                                          {"H72", 2},
                                                                          {"H75", 4},
                                                                          {"H76", 5},
                                                                          {"H79", 4}});  // three of H79, and H80
}

TEST_CASE("F50, F54: the letter has five parts, and four are sent a copy") {
    const Letter letter = pack_of(england_json()).letter;
    CHECK(letter.source == "F50");
    CHECK(letter.sections.size() == 5);
    CHECK(letter.recipients.size() == 4);
    CHECK(pack_of(test_data("packs/lending-libraries.json")).letter == Letter{});  // it can be left out
}

TEST_CASE("pack: in the England pack every item of a checklist has a paragraph, and a name of its own in its list") {
    const Pack pack = pack_of(england_json());
    check_ids_and_sources(pack.checklists);
    for (const Checklist& list : pack.checklists) {
        CAPTURE(list.id);
        check_ids_and_sources(list.items);
        CHECK(list.kind.empty() == (list.form != Checklist::Form::documents));
    }
    REQUIRE(pack.checklist("documents") != nullptr);
    CHECK(pack.checklist("documents")->kind == "document-scrutiny");
    CHECK(pack.checklist("documents")->item("data") != nullptr);
    CHECK(pack.checklist("documents")->item("") == nullptr);
    CHECK(pack.checklist("data") == nullptr);
}

TEST_CASE("F14, H7, H15-H16, H24, H43, F48: the England pack's checklists have as many items as their paragraphs") {
    const Pack pack = pack_of(england_json());
    const auto items_of = [&](std::string_view list, std::string_view source) {
        REQUIRE(pack.checklist(list) != nullptr);
        return std::ranges::count(pack.checklist(list)->items, source, &ChecklistItem::source);
    };
    CHECK(items_of("why-selected", "F14") == 8);
    CHECK(pack.checklist("why-selected")->items.size() == 9);  // the list is not closed
    CHECK(pack.checklist("why-selected")->form == Checklist::Form::criteria);
    CHECK(items_of("preparation", "H7") == 5);
    CHECK(items_of("notification-purposes", "H15") == 8);
    CHECK(pack.checklist("notification-purposes")->items.size() == 8);
    CHECK(items_of("documents", "H16") == 9);
    CHECK(pack.checklist("documents")->items.size() == 9);
    CHECK(items_of("opening", "H24") == 6);
    CHECK(pack.checklist("before-leaving")->items.size() == 6);  // H43's five, and complaints
    const auto from_handbook = [](const ChecklistItem& item) { return item.source.starts_with("H43"); };
    CHECK(std::ranges::count_if(pack.checklist("before-leaving")->items, from_handbook) == 5);
}

TEST_CASE(
    "pack: in the England pack every prompt has a paragraph, a kind of activity, and a name of its own in its set") {
    const Pack pack = pack_of(england_json());
    REQUIRE_FALSE(pack.prompt_sets.empty());
    check_ids_and_sources(pack.prompt_sets);
    for (const PromptSet& set : pack.prompt_sets) {
        CAPTURE(set.id);
        check_ids_and_sources(set.prompts);
        for (const std::string& kind : set.kinds) CHECK(pack.activity_kind(kind) != nullptr);
        for (const Prompt& prompt : set.prompts) CHECK(characters(prompt.short_name) <= 40);
    }
    CHECK(pack.prompt_sets_of("focused-inspection").size() == 1);
    // H18 has three themes, and no more.
    CHECK(pack.prompt_sets_of("focused-inspection").front()->prompts.size() == 3);
    CHECK(pack.prompt_sets_of("survey-call").size() == 3);  // H21: three groups of schools
    CHECK(pack.prompt_sets_of("no such kind").empty());
}

TEST_CASE(
    "H18-H19, F22, F24: the England pack has three separate talks of three themes, and two inspections are excluded") {
    const Pack pack = pack_of(england_json());
    const EvidenceForms& forms = pack.evidence_forms;
    REQUIRE(forms.talks.size() == 3);
    CHECK(forms.themes.size() == 3);
    CHECK(std::ranges::count_if(forms.inspections, &SchoolInspection::excluded) == 2);
    for (const std::string id : {"no-designation", "behaviour"}) {
        REQUIRE(forms.inspection(id) != nullptr);
        CHECK(forms.inspection(id)->excluded);
    }
    // Of academies the authority's representative is not asked; only that talk may be held by telephone.
    for (const FocusedTalk& talk : forms.talks) {
        CHECK(talk.not_for_types.empty() == (talk.id != "authority"));
        CHECK(talk.by_telephone == (talk.id == "authority"));
        for (const std::string& role : talk.roles) CHECK(pack.role(role) != nullptr);
    }
    CHECK(forms.talk("authority")->not_for_types == pack.survey_group("academies")->types);
    CHECK(forms.talk("bursar") == nullptr);
    CHECK(forms.inspection("") == nullptr);
    CHECK(forms.about.contains("no part of the evidence of the school's own inspection"));
}

TEST_CASE("H21, F26: in the England pack each group of the survey has questions of its own, in words or to be tapped") {
    const Pack pack = pack_of(england_json());
    std::set<std::string> ids;
    for (const SurveyGroup& group : pack.survey_groups) {
        CAPTURE(group.id);
        check_ids_and_sources(group.questions);
        CHECK(group.questions.size() >= 2);
        for (const SurveyQuestion& question : group.questions) {
            CHECK(ids.insert(question.id).second);
            CHECK(characters(question.short_name) <= 40);
            CHECK(question.choices.size() != 1);
        }
        const auto tapped =
            std::ranges::count_if(group.questions, [](const auto& one) { return !one.choices.empty(); });
        CHECK(tapped > 0);
        CHECK(tapped < static_cast<std::ptrdiff_t>(group.questions.size()));
    }
}

TEST_CASE("H34-H36, H40-H42, F43: in the England pack three kinds of meeting are told outside, and titles are known") {
    const Pack pack = pack_of(england_json());
    std::vector<std::string> told;
    for (const ActivityKind& kind : pack.activity_kinds)
        if (kind.told_outside) told.push_back(kind.id);
    CHECK(told == std::vector<std::string>{"dcs-update", "daily-feedback", "feedback-meeting"});
    for (const std::string title : {"Mrs.", "Cllr.", "Professor"})
        CHECK(std::ranges::contains(pack.person_titles, title));
    CHECK(pack.rule("unnamed")->source == "H34, F43");
}

TEST_CASE("pack: the check of sources knows a paragraph that does not exist") {
    CHECK(names_paragraphs("H18-H20, F24"));
    for (const std::string wrong : {"", "H", "H0", "H81", "F57", "G1", "H1,F2", "H1-", "H1, ", "H1x"}) {
        CAPTURE(wrong);
        CHECK_FALSE(names_paragraphs(wrong));
    }
}

TEST_CASE("pack: in the England pack every short name fits a chip and differs from the others") {
    const Pack pack = pack_of(england_json());
    check_chips(pack.aspects);
    check_chips(pack.roles);
    check_chips(pack.survey_groups);
    check_chips(pack.evidence_forms.inspections);
    check_chips(pack.evidence_forms.talks);
}

TEST_CASE("pack: the England pack says whose words these are and that the guidance is withdrawn") {
    const Pack pack = pack_of(england_json());
    CHECK(pack.licence.contains("Open Government Licence"));
    CHECK(pack.licence.contains("states no licence"));
    CHECK(pack.licence.contains("withdrawn"));
    REQUIRE(pack.sources.size() == 2);
    CHECK(pack.sources[0].starts_with("H: "));
    CHECK(pack.sources[1].starts_with("F: "));
}

}  // namespace daybook
