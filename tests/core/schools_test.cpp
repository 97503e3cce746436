// Schools: a list of the register is read line by line, what it changes in a notebook, and the groups of the survey.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/notebook/edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/school_import.h"
#include "core/notebook/undo.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

using Reason = BadSchoolLine::Reason;

const InspectionId inspection = id<InspectionId>(7);

SchoolList list_of(std::string_view csv) {
    auto list = read_school_list(as_bytes(csv));
    REQUIRE_MESSAGE(list.has_value(), list.error().what);
    return std::move(*list);
}

std::string refusal(std::string_view csv) {
    const auto list = read_school_list(as_bytes(csv));
    return list ? std::string() : list.error().what;
}

/// A notebook that has this pack.
Pen with_pack(const std::string& json) {
    Pen pen(inspection);
    pen.write({Create{Notebook::root(inspection), std::string(words::inspection)},
               SetField{Notebook::root(inspection), std::string(words::pack),
                        Bytes(as_bytes(json).begin(), as_bytes(json).end())}});
    return pen;
}
Pen in_england() {
    return with_pack(england_json());
}

SchoolImport take_in(Pen& pen, const SchoolList& list, RetiredSchools retired = RetiredSchools::stay) {
    SchoolImport taken = import_schools(pen.notebook, list, retired);
    pen.write(taken.changes);
    return taken;
}

const School& school(const Pen& pen, std::string_view urn) {
    const School* found = pen.notebook.schools().with_urn(inspection, urn);
    REQUIRE_MESSAGE(found != nullptr, urn);
    return *found;
}

std::vector<std::string> groups(const std::string& type, const std::string& rating) {
    return derived_groups(pack_of(england_json()),
                          {.urn = {}, .name = "A", .type = type, .phase = {}, .rating = rating, .authority = {}});
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("schools: a list of the register is read in UTF-8 and in Windows-1252, and closed schools are told of") {
    for (const char* file : {"schools/register-utf8.csv", "schools/register-windows-1252.csv"}) {
        CAPTURE(file);
        const SchoolList list = list_of(test_data(file));
        REQUIRE(list.schools.size() == 4);
        CHECK(list.bad.empty());
        CHECK(list.schools[0].facts == SchoolFacts{.urn = "100001",
                                                   .name = "Ashby Lane Primary School",
                                                   .type = "Community school",
                                                   .phase = "Primary",
                                                   .rating = "Good",
                                                   .authority = "Wexmoor"});
        CHECK(list.schools[1].facts.name == "St Brigid's, Wexmoor A Catholic Academy");
        CHECK(list.schools[2].facts.name == "Côte Hill Infants");
        CHECK(list.schools[2].line == 5);  // a name before it has two lines
        CHECK(list.schools[3].facts.rating.empty());
        REQUIRE(list.closed.size() == 1);
        CHECK(list.closed[0].line == 6);
        CHECK(list.closed[0].facts.name == "Old Mill School");
        CHECK(list.closed[0].status == "Closed");
    }
}

TEST_CASE("schools: each bad line is told of with its number and the reason, and the good ones are kept") {
    const SchoolList list = list_of(test_data("schools/bad-lines.csv"));
    std::vector<std::pair<std::size_t, Reason>> bad;
    for (const BadSchoolLine& one : list.bad) bad.emplace_back(one.line, one.reason);
    CHECK(bad == std::vector<std::pair<std::size_t, Reason>>{{3, Reason::no_name},
                                                             {4, Reason::no_urn},
                                                             {5, Reason::twice},
                                                             {6, Reason::too_few},
                                                             {7, Reason::too_many},
                                                             {8, Reason::quotes},
                                                             {11, Reason::no_urn},
                                                             {13, Reason::quotes}});
    CHECK(list.bad[1].said == "12");
    CHECK(list.bad[2].other_line == 2);
    CHECK(list.bad[2].said == "Cedar School");
    CHECK(list.bad[3].fields == 2);
    CHECK(list.bad[4].fields == 4);
    std::vector<std::string> names;
    for (const ListedSchool& one : list.schools) names.push_back(one.facts.name);
    CHECK(names == Ids{"Ashby Lane Primary School", "Gorse School", "Juniper School"});
}

TEST_CASE("schools: a file without the columns that are needed is refused, with what was looked for") {
    CHECK(refusal("Name,Number\nAshby,100001\n").contains("no column “URN”"));
    CHECK(refusal("URN,Name\n100001,Ashby\n").contains("no column “EstablishmentName”"));
    CHECK(refusal("URN,Name\n").contains("Looked for were “URN” and “EstablishmentName”"));
    CHECK(refusal("URN;EstablishmentName\n100001;Ashby\n").contains("not separated by commas"));
    CHECK(refusal("\"URN,EstablishmentName\n").contains("no column"));
    CHECK(refusal("").contains("empty"));
    CHECK(list_of("urn, establishmentname \n100001,Ashby\n").schools.size() == 1);
}

TEST_CASE("schools: a number that is twice in the file is not taken from the second line, if the first was good") {
    const SchoolList list = list_of("URN,EstablishmentName\n100001,\n100001,Ashby\n100001,Beech\n");
    REQUIRE(list.schools.size() == 1);
    CHECK(list.schools[0].facts.name == "Ashby");
    CHECK(list.bad.size() == 2);
}

TEST_CASE("schools: the longest name is taken, and one that is longer is told of") {
    const std::string head = "URN,EstablishmentName\n100001,";
    CHECK(list_of(head + std::string(SchoolListLimits::fact, 'x')).schools.size() == 1);
    const SchoolList list = list_of(head + std::string(SchoolListLimits::fact + 1, 'x'));
    REQUIRE(list.bad.size() == 1);
    CHECK(list.bad[0].reason == Reason::too_long);
    CHECK(list.bad[0].said.size() < 70);
}

TEST_CASE("schools: more schools than an authority has, and more bad lines than can be read, are refused") {
    std::string many = "URN,EstablishmentName\n";
    for (int n = 0; n < 100'000; ++n) many += std::to_string(100'000 + n) + ",School\n";
    CHECK(refusal(many).contains("more than 2000 schools"));
    std::string bad = "URN,EstablishmentName\n";
    for (int n = 0; n < 1001; ++n) bad += "none,School\n";
    CHECK(refusal(bad).contains("More than 1000 lines of the file cannot be read, the first of them line 2."));
    std::string blank = "URN,EstablishmentName\n";
    for (int n = 0; n < 100'000; ++n) blank += ",\n";
    CHECK(refusal(blank).contains("more than 100000 lines"));
}

TEST_CASE("schools: a file that is cut off anywhere is read as far as it goes, and never harms") {
    const std::string whole = test_data("schools/register-utf8.csv");
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const auto list = read_school_list(as_bytes(whole).first(size));
        if (!list) continue;
        REQUIRE(list->schools.size() + list->bad.size() <= 6);
    }
}

TEST_CASE("schools: random changes of a file are read or refused, and each school has a number and a name") {
    std::mt19937 dice(1947);
    const std::string whole = test_data("schools/register-windows-1252.csv");
    for (int round = 0; round < 2000; ++round) {
        std::string text = whole;
        for (int change = 0; change < 6; ++change) text[dice() % text.size()] = static_cast<char>(dice() % 256);
        const auto list = read_school_list(as_bytes(text));
        if (!list) continue;
        for (const ListedSchool& one : list->schools) {
            REQUIRE(is_urn(one.facts.urn));
            REQUIRE_FALSE(one.facts.name.empty());
        }
    }
}

TEST_CASE("schools: the id of a school comes from the inspection and its number, and never changes") {
    CHECK(school_id(inspection, "100001") == school_id(inspection, "100001"));
    CHECK(school_id(inspection, "100001") != school_id(inspection, "100002"));
    CHECK(school_id(inspection, "100001") != school_id(id<InspectionId>(8), "100001"));
    CHECK(school_id(inspection, "100001").hex() == "1f30df154d4d20ffaae2e06f15ca9b0e");
}

TEST_CASE("schools: a list is taken in as one piece, and the same list again changes nothing") {
    Pen pen = in_england();
    const SchoolList list = list_of(test_data("schools/register-utf8.csv"));
    const SchoolImport first = take_in(pen, list);
    CHECK(first.added == 4);
    CHECK(pen.notebook.schools().size() == 4);
    CHECK(school(pen, "100002").facts == list.schools[1].facts);
    CHECK(school(pen, "100002").id == school_id(inspection, "100002"));
    const SchoolImport again = import_schools(pen.notebook, list);
    CHECK(again.changes.empty());
    CHECK(again.added == 0);
    CHECK(again.as_they_were == 4);
    CHECK(again.missing.empty());
}

TEST_CASE("schools: a newer list changes the facts that differ, keeps what it does not say, and takes none away") {
    Pen pen = in_england();
    take_in(pen, list_of(test_data("schools/register-utf8.csv")));
    const SchoolList newer = list_of(
        "URN,EstablishmentName,OfstedRating (name),EstablishmentStatus (name)\n"
        "100001,Ashby Lane Primary School,Outstanding,Open\n"
        "100003,Côte Hill Infants,,Closed\n"
        "100005,Wexmoor Studio School,,Open\n"
        "100006,New School,Good,Open\n");
    const SchoolImport taken = take_in(pen, newer);
    CHECK(taken.added == 1);
    CHECK(taken.changed == 1);
    CHECK(taken.as_they_were == 1);
    REQUIRE(taken.missing.size() == 1);
    CHECK(taken.missing[0]->facts.urn == "100002");
    REQUIRE(taken.closed_here.size() == 1);
    CHECK(taken.closed_here[0]->facts.urn == "100003");
    CHECK(std::ranges::count_if(taken.changes, [](const Change& one) {
              const auto* set = std::get_if<SetField>(&one);
              return set != nullptr && set->item == school_id(inspection, "100001");
          }) == 1);
    CHECK(school(pen, "100001").facts.rating == "Outstanding");
    CHECK(school(pen, "100001").facts.type == "Community school");
    CHECK(pen.notebook.schools().size() == 5);
}

TEST_CASE("schools: two devices that take in the same list have one school of each number") {
    Pen one = in_england();
    Pen other = in_england();
    const SchoolList list = list_of(test_data("schools/register-utf8.csv"));
    const auto here = import_schools(one.notebook, list).changes;
    CHECK(here == import_schools(other.notebook, list).changes);
    one.write(here);
    one.write(here);  // what the other one has written, merged
    CHECK(one.notebook.schools().size() == 4);
    CHECK(import_schools(one.notebook, list).as_they_were == 4);
}

TEST_CASE("schools: a school that was retired stays so with a new list, unless it is to come back") {
    Pen pen = in_england();
    const SchoolList list = list_of(test_data("schools/register-utf8.csv"));
    take_in(pen, list);
    pen.write(edits::set_retired(school_id(inspection, "100001"), true));
    const SchoolImport stays = import_schools(pen.notebook, list);
    CHECK(stays.changes.empty());
    CHECK(stays.retired == 1);
    CHECK(stays.as_they_were == 3);
    take_in(pen, list, RetiredSchools::come_back);
    CHECK_FALSE(school(pen, "100001").retired);
}

TEST_CASE("schools: one that was typed in with its number is the one that the list has") {
    Pen pen = in_england();
    pen.write(
        edits::add_school(school_id(inspection, "100001"),
                          {.urn = "100001", .name = "Ashby", .type = {}, .phase = {}, .rating = {}, .authority = {}}));
    const ItemId unnumbered = id<ItemId>(9);
    pen.write(edits::add_school(
        unnumbered, {.urn = {}, .name = "New studio", .type = {}, .phase = {}, .rating = {}, .authority = {}}));
    School before = *pen.notebook.schools().find(unnumbered);
    SchoolFacts after = before.facts;
    after.urn = "100005";
    pen.write(edits::correct_school(before, after));
    const SchoolImport taken = take_in(pen, list_of(test_data("schools/register-utf8.csv")));
    CHECK(taken.added == 2);
    CHECK(taken.changed == 2);
    CHECK(taken.missing.empty());
    CHECK(pen.notebook.schools().find(unnumbered)->facts.name == "Wexmoor Studio School");
    CHECK(pen.notebook.schools().size() == 4);
}

TEST_CASE("schools: an import is taken back as one step, and done again") {
    Pen pen = in_england();
    const SchoolList list = list_of(test_data("schools/register-utf8.csv"));
    take_in(pen, list_of("URN,EstablishmentName\n100001,Ashby\n"));
    const auto import = import_schools(pen.notebook, list);
    const auto deed = undoable(pen.notebook, import.changes);
    REQUIRE(deed);
    pen.write(import.changes);
    CHECK(stands(pen.notebook, deed->made));
    pen.write(deed->back);
    CHECK(school(pen, "100001").facts.name == "Ashby");
    CHECK_FALSE(school(pen, "100001").retired);
    CHECK(school(pen, "100002").retired);
    CHECK_FALSE(stands(pen.notebook, deed->made));
    pen.write(deed->made);
    CHECK_FALSE(school(pen, "100002").retired);
    CHECK(school(pen, "100001").facts.name == "Ashby Lane Primary School");
}

TEST_CASE("H21, F26: the groups of the survey follow from type and last judgement, and may overlap") {
    CHECK(groups("Community school", "Good") == Ids{"good-or-outstanding"});
    CHECK(groups("Community school", "outstanding") == Ids{"good-or-outstanding"});
    CHECK(groups("Foundation school", "Requires improvement") == Ids{"not-yet-good"});
    CHECK(groups("Foundation school", "Special Measures") == Ids{"not-yet-good"});
    CHECK(groups("Academy converter", "Good") == Ids{"good-or-outstanding", "academies"});
    CHECK(groups("Academy sponsor led", "Inadequate") == Ids{"not-yet-good", "academies"});
    CHECK(groups("Studio schools", "") == Ids{"academies"});
    CHECK(groups("Free schools special", "Good") == Ids{"good-or-outstanding", "academies"});
    CHECK(groups("Community school", "") == Ids{});
    CHECK(groups("Community school", "Satisfactory") == Ids{});
    CHECK(groups("Royal Academy community school", "Insufficient evidence") == Ids{});
}

TEST_CASE("schools: the groups of another pack are its own") {
    const Pack pack = pack_of(test_data("packs/lending-libraries.json"));
    const auto found = [&](const std::string& type, const std::string& rating) {
        return derived_groups(pack,
                              {.urn = {}, .name = "A", .type = type, .phase = {}, .rating = rating, .authority = {}});
    };
    CHECK(found("Branch library", "Lively") == Ids{"busy"});
    CHECK(found("Branch library", "Quiet") == Ids{});
    CHECK(found("Bus", "Lively") == Ids{"mobile"});
    CHECK(derived_groups(Pack{}, {.urn = {}, .name = "A", .type = "Bus", .phase = {}, .rating = {}, .authority = {}})
              .empty());
}

TEST_CASE("schools: groups that were said by hand count, whatever a list says later, until they are taken back") {
    Pen pen = in_england();
    take_in(pen, list_of(test_data("schools/register-utf8.csv")));
    const Pack& pack = pen.notebook.pack();
    CHECK(groups_of(pack, school(pen, "100002")) == Ids{"good-or-outstanding", "academies"});
    pen.write(edits::set_school_group(pack, school(pen, "100002"), "academies", false));
    CHECK(groups_of(pack, school(pen, "100002")) == Ids{"good-or-outstanding"});
    CHECK(school(pen, "100002").grouped_by_hand);
    take_in(pen, list_of("URN,EstablishmentName,OfstedRating (name)\n100002,St Brigid's,Inadequate\n"));
    CHECK(groups_of(pack, school(pen, "100002")) == Ids{"good-or-outstanding"});
    pen.write(edits::set_school_group(pack, school(pen, "100002"), "good-or-outstanding", false));
    CHECK(groups_of(pack, school(pen, "100002")).empty());
    pen.write(edits::group_as_derived(school_id(inspection, "100002")));
    CHECK(groups_of(pack, school(pen, "100002")) == Ids{"not-yet-good", "academies"});
    // What was said before is no more than where one starts from: the groups as they are now, but for that one.
    pen.write(edits::set_school_group(pack, school(pen, "100002"), "academies", false));
    CHECK(groups_of(pack, school(pen, "100002")) == Ids{"not-yet-good"});
}

TEST_CASE("schools: a school that is typed in needs a name, and no number of another one") {
    Pen pen = in_england();
    take_in(pen, list_of(test_data("schools/register-utf8.csv")));
    const auto complaint = [&](SchoolFacts facts) {
        const auto checked = edits::check_school(pen.notebook, id<ItemId>(9), facts);
        return checked ? std::string() : checked.error().what;
    };
    SchoolFacts facts{.urn = "", .name = "Dell School", .type = {}, .phase = {}, .rating = {}, .authority = {}};
    CHECK(complaint(facts).empty());
    facts.urn = "1234567";
    CHECK(complaint(facts).contains("5 or 6 digits"));
    facts.urn = "100001";
    CHECK(complaint(facts) == "Another school has this URN already.");
    pen.write(edits::set_retired(school_id(inspection, "100001"), true));
    CHECK(complaint(facts).contains("bring that one back"));
    facts = {.urn = {}, .name = "  ", .type = {}, .phase = {}, .rating = {}, .authority = {}};
    CHECK(complaint(facts) == "Say what the school is called.");
    facts.name = std::string(301, 'x');
    CHECK(complaint(facts).contains("300"));
}

TEST_CASE("schools: they stand by name, and a name that is changed moves its school") {
    Pen pen = in_england();
    take_in(pen, list_of("URN,EstablishmentName\n100001,Élan\n100002,beech\n100003,Ash\n"));
    const auto names = [&] {
        Ids all;
        for (const School* one : pen.notebook.schools().all()) all.push_back(one->facts.name);
        return all;
    };
    CHECK(names() == Ids{"Ash", "beech", "Élan"});
    pen.write({SetField{school_id(inspection, "100003"), std::string(words::school_name), std::string("Yew")}});
    CHECK(names() == Ids{"beech", "Élan", "Yew"});
}

}  // namespace daybook::testing
