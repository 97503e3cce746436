// Filters: which entries some criteria leave, against a slow obvious way on notebooks made by chance; and saved views.
#include "core/notebook/filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/log/log.h"
#include "core/notebook/contemporaneity.h"
#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/undo.h"
#include "core/notebook/view_edits.h"
#include "tests/core/framework_files.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"
#include "tests/core/stored_sample.h"

namespace daybook::testing {
namespace {

const InspectionId inspection = id<InspectionId>(1);
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t monday = 1'442'221'200'000;  // 2015-09-14 10:00 in British summer time

ItemId item(std::uint64_t number) {
    return numbered<ItemId>(static_cast<Byte>(number), 9);
}

/// Writes by several people, at any times.
class Team {
public:
    void write(const std::vector<Change>& changes, const std::string& author, std::int64_t at_ms) {
        for (const Change& change : changes) {
            stamp_ = next_stamp(stamp_, Instant{at_ms}, device_);
            REQUIRE(book.apply(Revision{.inspection = inspection,
                                        .device = device_,
                                        .seq = ++seq_,
                                        .prev_hash = {},
                                        .stamp = stamp_,
                                        .author = author,
                                        .written_at = {Instant{at_ms}, 60},
                                        .change = change,
                                        .unknown_fields = {}}));
        }
    }
    [[nodiscard]] RevisionRef last() const { return {device_, seq_}; }

    Notebook book{inspection};

private:
    DeviceId device_ = numbered<DeviceId>(3);
    Stamp stamp_;
    std::uint64_t seq_ = 0;
};

using Choices = std::vector<std::string>;
const Choices people{"R. Hale", "Imre Callow", "S. Okafor"};
const Choices kinds{"meeting", "call", ""};
const Choices roles{"governor", "headteacher", "dcs"};
const Choices aspects{"vision", "impact", "context"};

void write_activity(Team& team, Chance& chance, ItemId activity) {
    edits::NewActivity wanted{.id = activity, .kind = chance.one_of(kinds), .place = {}, .roles = {}, .school = {}};
    for (const std::string& role : roles) {
        if (chance.below(3) == 0) wanted.roles.push_back(role);
    }
    if (const auto school = chance.below(4); school > 1) wanted.school = item(100 + school);
    if (chance.below(3) == 0) wanted.inspector = chance.one_of(people);
    const std::int64_t start = monday + static_cast<std::int64_t>(chance.below(4 * 24)) * 60 * minute;
    team.write(edits::start_activity(wanted, {Instant{start}, 60}), chance.one_of(people), start);
    const LocalTime end{Instant{start + 90 * minute}, 60};
    if (chance.below(4) > 0) team.write(edits::stop_activity(activity, end), people.front(), end.at.unix_ms);
}

void write_passage(Team& team, Chance& chance, ItemId entry, ItemId passage, std::int64_t at) {
    const auto& versions = team.book.entry(entry)->versions;
    if (versions.empty()) return;
    const Anchor anchor{versions.back().ref, {0, 3}};
    team.write(edits::add_passage({.id = passage, .entry = entry, .anchor = anchor}), people.front(), at);
    if (chance.below(2) == 0) team.write(edits::set_aspect(passage, chance.one_of(aspects), true), people.front(), at);
    if (chance.below(3) == 0) team.write(edits::set_polarity(passage, Polarity::weakness), people.front(), at);
    if (chance.below(3) == 0) team.write(edits::set_confidence(passage, true), people.front(), at);
    if (chance.below(5) == 0) team.write(edits::set_retired(passage, true), people.front(), at);
    if (chance.below(5) > 0) return;
    // All of its words are gone.
    const Splice rubbed_out{entry, std::string(words::prose), {versions.back().ref}, 0, 3, ""};
    team.write({rubbed_out}, people.front(), at);
}

void write_entry(Team& team, Chance& chance, std::uint64_t number) {
    const ItemId entry = item(number);
    const std::string& author = chance.one_of(people);
    const std::int64_t at = monday + static_cast<std::int64_t>(chance.below(4 * 24 * 4)) * 15 * minute;
    // One of its activities is not held.
    team.write(edits::create_entry(entry, item(200 + chance.below(7))), author, at);
    if (chance.below(4) > 0) team.write({edits::first_words(entry, "The chart was redrawn.")}, author, at);
    for (const std::string& aspect : aspects) {
        if (chance.below(3) == 0) team.write(edits::set_aspect(entry, aspect, true), author, at);
    }
    const auto polarity = static_cast<Polarity>(chance.below(4));
    if (polarity != Polarity::unmarked) team.write(edits::set_polarity(entry, polarity), author, at);
    if (chance.below(4) == 0) team.write(edits::set_confidence(entry, true), author, at);
    if (chance.below(4) == 0) team.write(edits::set_come_back(entry, true), author, at);
    if (chance.below(8) == 0) team.write(edits::set_reconstructed(entry, true), author, at);
    if (chance.below(8) == 0) team.write(edits::set_retired(entry, true), author, at);
    if (chance.below(5) == 0) {
        team.write(edits::set_follow_up(entry, true), author, at);
        if (chance.below(2) == 0) team.write(edits::close_follow_up(entry, "It is settled."), author, at);
    }
    if (chance.below(6) == 0) team.write(edits::set_emerging(entry, true), author, at);
    if (chance.below(6) == 0) team.write(edits::set_disclosure(entry, duties::safeguarding), author, at);
    if (chance.below(6) == 0) team.write(edits::set_serious_concern(entry, true), author, at);
    if (chance.below(4) == 0) write_passage(team, chance, entry, numbered<ItemId>(static_cast<Byte>(number), 10), at);
    const auto of_it = [&](Byte fill) { return numbered<ItemId>(static_cast<Byte>(number), fill); };
    if (chance.below(5) == 0) {
        Attachment photograph;
        photograph.id = of_it(11);
        photograph.of = entry;
        photograph.media_type = "image/jpeg";
        team.write(edits::add_attachment(photograph), author, at);
        if (chance.below(3) == 0) team.write(edits::set_retired(photograph.id, true), author, at);
    }
    if (chance.below(5) == 0) {
        team.write(edits::create_drawing(of_it(12), entry), author, at);
        if (chance.below(3) == 0) team.write(edits::set_retired(of_it(12), true), author, at);
    }
}

Team notebook_by_chance(Chance& chance) {
    Team team;
    for (std::uint64_t number = 200; number < 206; ++number) write_activity(team, chance, item(number));
    for (std::uint64_t number = chance.below(60); number > 0; --number) write_entry(team, chance, number);
    return team;
}

/// What anybody would look at who wants to know one thing of one entry.
bool has(const Notebook& book, const Entry& entry, Filter filter, const std::string& value) {
    const Activity* activity = book.activity(entry.activity);
    const auto& passages = book.passages_of(entry.id);
    const auto any_passage = [&](const auto& is) {
        return std::ranges::any_of(passages, [&](const Passage* one) {
            return one->holds() && one->stands != Passage::Stands::gone && is(*one);
        });
    };
    const auto any_left = [](const auto& some) {
        return std::ranges::any_of(some, [](const auto* one) { return !one->retired; });
    };
    switch (filter) {
        case Filter::inspector:
            return value ==
                   (activity != nullptr && activity->author == entry.author ? activity->inspector : entry.author);
        case Filter::day:
            return value ==
                   calendar_date(activity != nullptr ? activity->started : entry.begun.value_or(entry.created));
        case Filter::school:
            return activity != nullptr && !activity->school.is_nil() && activity->school.hex() == value;
        case Filter::role:
            return activity != nullptr && std::ranges::contains(activity->roles, value);
        case Filter::bearing:
            return std::ranges::contains(entry.aspects, value) ||
                   any_passage([&](const Passage& one) { return std::ranges::contains(one.aspects, value); });
        case Filter::kind:
            return activity != nullptr && activity->kind == value;
        case Filter::polarity: {
            const auto shows = [&](Polarity polarity) {
                return entry.polarity == polarity ||
                       any_passage([&](const Passage& one) { return one.polarity == polarity; });
            };
            if (value == "strength") return shows(Polarity::strength);
            if (value == "weakness") return shows(Polarity::weakness);
            if (value == "neutral") return shows(Polarity::neutral);
            return value == "unmarked" && !shows(Polarity::strength) && !shows(Polarity::weakness) &&
                   !shows(Polarity::neutral);
        }
        case Filter::written: {
            const Contemporaneity when = when_written(entry, book).when;
            return when != Contemporaneity::unknown && contemporaneity_word(when) == value;
        }
        case Filter::flag:
            break;
    }
    if (value == "in confidence")
        return entry.in_confidence || confidential(passages) > 0 || make_all_confidential(passages);
    if (value == "come back") return entry.come_back;
    if (value == "reconstructed") return entry.reconstructed;
    if (value == "photograph") return any_left(book.attachments_of(entry.id));
    if (value == "drawing") return any_left(book.drawings().of(entry.id));
    if (value == "follow up") return entry.follow_up && state_of(book, *entry.follow_up) == FollowUpState::open;
    if (value == "followed up") return entry.follow_up && state_of(book, *entry.follow_up) != FollowUpState::open;
    if (value == "emerging finding") return entry.emerging;
    if (value == "disclosure") return !entry.disclosure.empty();
    if (value == "serious concern") return entry.serious_concern;
    return value == "retired" && entry.retired;
}

Choices values_of(Filter filter) {
    switch (filter) {
        case Filter::inspector:
            return people;
        case Filter::day:
            return {"2015-09-14", "2015-09-15", "2015-09-16", "2015-09-17", "2015-09-18", "2015-09-13"};
        case Filter::school:
            return {item(102).hex(), item(103).hex(), ItemId{}.hex()};
        case Filter::role:
            return roles;
        case Filter::bearing:
            return aspects;
        case Filter::kind:
            return kinds;
        case Filter::flag:
            return {all_entry_flags.begin(), all_entry_flags.end()};
        case Filter::polarity:
            return {"strength", "weakness", "neutral", "unmarked"};
        case Filter::written:
            break;
    }
    return {"before", "during", "same day", "later", "reconstructed"};
}

bool passes(const Notebook& book, const Criteria& criteria, const std::set<ItemId>* with_words, const Entry& entry) {
    if (with_words != nullptr && !with_words->contains(entry.id)) return false;
    return std::ranges::all_of(all_filters, [&](Filter filter) {
        const auto& wanted = criteria.of(filter);
        return wanted.empty() ||
               std::ranges::any_of(wanted, [&](const std::string& one) { return has(book, entry, filter, one); });
    });
}

std::size_t count(const Notebook& book, const Criteria& criteria, const std::set<ItemId>* with_words) {
    return static_cast<std::size_t>(std::ranges::count_if(
        book.entries(), [&](const Entry* entry) { return passes(book, criteria, with_words, *entry); }));
}

void check_against_slow_way(const Notebook& book, const Criteria& criteria, const std::set<ItemId>* with_words) {
    const Filtered found = filtered(book, criteria, with_words);
    std::vector<const Entry*> left;
    std::ranges::copy_if(book.entries(), std::back_inserter(left),
                         [&](const Entry* entry) { return passes(book, criteria, with_words, *entry); });
    CHECK(found.left == left);
    CHECK(found.without_words == count(book, criteria, nullptr));
    for (const Filter filter : all_filters) {
        CAPTURE(filter_word(filter));
        Criteria without = criteria;
        without.drop(filter);
        CHECK(found.without[static_cast<std::size_t>(filter)] == count(book, without, with_words));
        for (const std::string& value : values_of(filter)) {
            CAPTURE(value);
            Criteria alone = without;
            alone.want(filter, value);
            const auto& listed = found.of(filter);
            const auto place = std::ranges::find(listed, value, &FilterValue::value);
            CHECK((place == listed.end() ? 0 : place->left) == count(book, alone, with_words));
            const bool anywhere = std::ranges::any_of(
                book.entries(), [&](const Entry* entry) { return has(book, *entry, filter, value); });
            CHECK((place != listed.end()) == (anywhere || criteria.wants(filter, value)));
        }
    }
}

SavedView saved(std::string name, std::string query, Criteria criteria) {
    SavedView view;
    view.name = std::move(name);
    view.query = std::move(query);
    view.criteria = std::move(criteria);
    return view;
}

std::vector<std::string> names_of_views(const Notebook& book) {
    std::vector<std::string> names;
    for (const SavedView* view : book.saved_views()) names.push_back(view->name + (view->retired ? " (retired)" : ""));
    return names;
}

}  // namespace

TEST_CASE("H28: filters leave what the slow obvious way leaves, and each value says how many it would leave") {
    Chance chance(28);
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        const Team team = notebook_by_chance(chance);
        Criteria criteria;
        for (std::uint64_t wanted = chance.below(5); wanted > 0; --wanted) {
            const Filter filter = all_filters[static_cast<std::size_t>(chance.below(all_filters.size()))];
            criteria.want(filter, chance.one_of(values_of(filter)));
        }
        std::set<ItemId> with_words;
        for (const Entry* entry : team.book.entries()) {
            if (chance.below(3) > 0) with_words.insert(entry->id);
        }
        check_against_slow_way(team.book, criteria, chance.below(2) == 0 ? nullptr : &with_words);
    }
}

TEST_CASE("H28: filters take several values of one for alternatives, and of two filters both") {
    Team team;
    const ItemId meeting = item(200);
    team.write(edits::start_activity({.id = meeting, .kind = "meeting", .place = {}, .roles = {"governor"}},
                                     {Instant{monday}, 60}),
               "R. Hale", monday);
    for (std::uint64_t number = 1; number <= 3; ++number)
        team.write(edits::create_entry(item(number), meeting), people[static_cast<std::size_t>(number - 1)], monday);
    team.write(edits::set_polarity(item(1), Polarity::strength), "R. Hale", monday);
    Criteria criteria;
    criteria.want(Filter::inspector, "R. Hale");
    criteria.want(Filter::inspector, "Imre Callow");
    CHECK(filtered(team.book, criteria).left.size() == 2);
    criteria.want(Filter::polarity, "strength");
    REQUIRE(filtered(team.book, criteria).left.size() == 1);
    CHECK(filtered(team.book, criteria).left.front()->id == item(1));
    criteria.want(Filter::role, "headteacher");
    const Filtered none = filtered(team.book, criteria);
    CHECK(none.left.empty());
    CHECK(none.without[static_cast<std::size_t>(Filter::role)] == 1);
    CHECK(none.of(Filter::role) == std::vector<FilterValue>{{"governor", 1}, {"headteacher", 0}});
}

TEST_CASE("H32-H33: whoever is met has a role of their own, by which what they said is found") {
    const std::vector<std::pair<std::string, std::string>> met = {
        {"elected-member", "elected member"},
        {"lead-member", "Lead elected member for education"},
        {"chief-executive", "Chief Executive"},
        {"dcs", "Director of Children's Services"},
        {"head-of-improvement", "Head of school improvement"},
        {"improvement-staff", "employed or contracted, who support school improvement"},
        {"data-manager", "performance data"},
        {"schools-forum", "Chair or vice chair of the schools' forum"},
        {"system-leader", "National or local leader of education"},
        {"contracted-partner", "Partner under contract"},
        {"post-16-lead", "after 16"},
        {"head-intervention", "under intervention or with intensive support"},
        {"head-monitoring", "that the authority monitors"},
        {"virtual-head", "the virtual school, or others who answer for it"},
        {"head-academy", "an academy, university technical college, studio school or 16 to 19 academy"},
        {"governor", "Governor"},
        {"governor-services", "the service that supports governors"},
        {"other", "Another stakeholder"},
    };
    const Pack pack = pack_of(england_json());
    Pen pen(inspection);
    std::uint64_t number = 0;
    for (const auto& [role, words] : met) {
        CAPTURE(role);
        REQUIRE(pack.role(role) != nullptr);
        CHECK(pack.role(role)->name.contains(words));
        CHECK(pack.role(role)->source.contains("H33"));
        const ItemId meeting = item(100 + ++number);
        pen.write(edits::start_activity({.id = meeting, .kind = "meeting", .place = {}, .roles = {role}},
                                        {Instant{monday}, 60}));
        pen.write(edits::create_entry(item(number), meeting));
    }
    CHECK(filtered(pen.notebook, {}).of(Filter::role).size() == met.size());
    for (std::uint64_t of = 1; of <= met.size(); ++of) {
        Criteria criteria;
        criteria.want(Filter::role, met[static_cast<std::size_t>(of - 1)].first);
        const Filtered found = filtered(pen.notebook, criteria);
        REQUIRE(found.left.size() == 1);
        CHECK(found.left.front()->id == item(of));
    }
}

TEST_CASE("H28: filters of an activity hold for the activity itself, those of an entry never do") {
    Team team;
    team.write(edits::start_activity({.id = item(200), .kind = "meeting", .place = {}, .roles = {"governor"}},
                                     {Instant{monday}, 60}),
               "R. Hale", monday);
    const Activity& activity = *team.book.activity(item(200));
    Criteria criteria;
    CHECK(leaves(criteria, activity));
    criteria.want(Filter::day, "2015-09-14");
    criteria.want(Filter::role, "governor");
    criteria.want(Filter::kind, "call");
    CHECK_FALSE(leaves(criteria, activity));
    criteria.want(Filter::kind, "meeting");
    CHECK(leaves(criteria, activity));
    criteria.want(Filter::polarity, "unmarked");
    CHECK_FALSE(leaves(criteria, activity));
}

TEST_CASE("filters: in the sample, whose words were all written at once, it is not said when they were") {
    Team team;
    Inspection sample;
    sample.is_sample = true;
    team.write(edits::describe_inspection(inspection, sample), "R. Hale", monday);
    team.write(
        edits::start_activity({.id = item(200), .kind = "meeting", .place = {}, .roles = {}}, {Instant{monday}, 60}),
        "R. Hale", monday);
    team.write(edits::create_entry(item(1), item(200)), "R. Hale", monday);
    CHECK(filtered(team.book, {}).of(Filter::written).empty());
    team.write(edits::set_reconstructed(item(1), true), "R. Hale", monday);
    CHECK(filtered(team.book, {}).of(Filter::written) == std::vector<FilterValue>{{"reconstructed", 1}});
}

TEST_CASE("saved views: what was saved is read again with its words and all that was wanted") {
    Team team;
    Criteria criteria;
    for (const Filter filter : all_filters) criteria.want(filter, values_of(filter).front());
    criteria.want(Filter::flag, "retired");
    team.write(edits::save_view(item(1), "For the letter", "attendance", criteria), "R. Hale", monday);
    const SavedView& view = *team.book.saved_view(item(1));
    CHECK(view.name == "For the letter");
    CHECK(view.query == "attendance");
    CHECK(view.criteria == criteria);
    CHECK(view.author == "R. Hale");
    CHECK(view.can_be_used());
}

TEST_CASE("saved views: two devices that save one of the same name keep both, whichever is read first") {
    std::vector<Revision> all;
    for (const Byte device : {Byte{3}, Byte{4}}) {
        std::uint64_t seq = 0;
        for (const Change& change : edits::save_view(item(device), "Letter", "", {})) {
            ++seq;
            all.push_back({.inspection = inspection,
                           .device = numbered<DeviceId>(device),
                           .seq = seq,
                           .prev_hash = {},
                           .stamp = {monday, static_cast<std::uint32_t>(seq), numbered<DeviceId>(device)},
                           .author = "R. Hale",
                           .written_at = {Instant{monday}, 60},
                           .change = change,
                           .unknown_fields = {}});
        }
    }
    for (int order = 0; order < 2; ++order) {
        Notebook book(inspection);
        for (const Revision& revision : all) REQUIRE(book.apply(revision));
        CHECK(names_of_views(book) == Choices{"Letter", "Letter"});
        std::ranges::reverse(all);
    }
}

TEST_CASE("saved views: saving, renaming and deleting one are taken back and done again") {
    Team team;
    const auto do_and_undo = [&](const std::vector<Change>& changes, const Choices& made, const Choices& back) {
        const auto found = undoable(team.book, changes);
        REQUIRE(found);
        team.write(changes, "R. Hale", monday);
        CHECK(names_of_views(team.book) == made);
        team.write(found->back, "R. Hale", monday);
        CHECK(names_of_views(team.book) == back);
        team.write(found->made, "R. Hale", monday);
        CHECK(names_of_views(team.book) == made);
    };
    do_and_undo(edits::save_view(item(1), "Letter", "band", {}), {"Letter"}, {"Letter (retired)"});
    do_and_undo(edits::rename_view(item(1), "Report"), {"Report"}, {"Letter"});
    do_and_undo(edits::set_retired(item(1), true), {"Report (retired)"}, {"Report"});
}

TEST_CASE("saved views: a name is wanted, of a length that fits, that no other view has") {
    Team team;
    team.write(edits::save_view(item(1), "Évaluation", "", {}), "R. Hale", monday);
    CHECK(edits::check_view_name(team.book, item(2), "Letter"));
    CHECK_FALSE(edits::check_view_name(team.book, item(2), "  "));
    CHECK_FALSE(edits::check_view_name(team.book, item(2), "evaluation"));
    CHECK(edits::check_view_name(team.book, item(1), "evaluation"));
    CHECK(edits::check_view_name(team.book, item(2), std::string(SavedViewBounds::name, 'x')));
    CHECK_FALSE(edits::check_view_name(team.book, item(2), std::string(SavedViewBounds::name + 1, 'x')));
    team.write(edits::set_retired(item(1), true), "R. Hale", monday);
    CHECK(edits::check_view_name(team.book, item(2), "evaluation"));
}

TEST_CASE("saved views: what nobody can have saved is not offered") {
    CHECK_FALSE(saved("", "", {}).can_be_used());
    CHECK_FALSE(saved(std::string(SavedViewBounds::name + 1, 'x'), "", {}).can_be_used());
    CHECK_FALSE(saved("Letter", std::string(SavedViewBounds::query + 1, 'x'), {}).can_be_used());
    Criteria many;
    for (std::size_t n = 0; n < SavedViewBounds::values; ++n) many.want(Filter::inspector, std::to_string(n));
    CHECK(saved("Letter", "", many).can_be_used());
    many.want(Filter::day, "2015-09-14");
    CHECK_FALSE(saved("Letter", "", many).can_be_used());
}

TEST_CASE("activities: a school is said of one, and taken away again, and that is taken back") {
    Team team;
    team.write(
        edits::start_activity({.id = item(200), .kind = "meeting", .place = {}, .roles = {}}, {Instant{monday}, 60}),
        "R. Hale", monday);
    CHECK(team.book.activity(item(200))->school.is_nil());
    const auto said = undoable(team.book, edits::set_school(item(200), item(102)));
    REQUIRE(said);
    team.write(said->made, "R. Hale", monday);
    CHECK(team.book.activity(item(200))->school == item(102));
    CHECK(team.book.school_of(*team.book.activity(item(200))) == nullptr);  // it is not held
    const auto taken = undoable(team.book, edits::set_school(item(200), {}));
    REQUIRE(taken);
    team.write(taken->made, "R. Hale", monday);
    CHECK(team.book.activity(item(200))->school.is_nil());
    team.write(taken->back, "R. Hale", monday);
    CHECK(team.book.activity(item(200))->school == item(102));
    team.write(said->back, "R. Hale", monday);
    CHECK(team.book.activity(item(200))->school.is_nil());
}

TEST_CASE("view sample: a saved view and an activity's school have the bytes that they always had, and are read") {
    std::vector<Change> written;
    const auto says = [&](std::vector<Change> changes) {
        for (Change& change : changes) written.push_back(std::move(change));
    };
    says(edits::start_activity(
        {.id = item(200), .kind = "meeting", .place = "Town hall", .roles = {}, .school = item(102)},
        {Instant{monday}, 60}));
    says(edits::set_school(item(200), item(103)));
    Criteria criteria;
    for (const Filter filter : all_filters) criteria.want(filter, values_of(filter).front());
    criteria.want(Filter::flag, "reconstructed");
    says(edits::save_view(item(1), "For the letter", "attendance", criteria));
    says(edits::rename_view(item(1), "For the final letter"));

    const Notebook book = read_stored_sample(inspection, "view.daybook-log", written, monday);
    CHECK(book.activity(item(200))->school == item(103));
    const SavedView& view = *book.saved_view(item(1));
    CHECK(view.name == "For the final letter");
    CHECK(view.query == "attendance");
    CHECK(view.criteria == criteria);
}

}  // namespace daybook::testing
