#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "app/screens/sample.h"
#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/health.h"
#include "core/notebook/plan_warnings.h"
#include "tests/app/stage.h"

namespace daybook {
namespace {

using testing::PlainEngine;
using testing::Stage;

const Instant long_after{1'450'000'000'000};  // December 2015

/// The whole sample as it lies in the engine, opened without a screen.
class Opened {
public:
    Opened() {
        const Bytes pack_json =
            testing::asset_file(DAYBOOK_ASSETS "/frameworks/england-la-school-improvement-2015/pack.json");
        const auto pack = parse_pack(pack_json);
        REQUIRE(pack);
        const auto sample = parse_sample(testing::asset_file(DAYBOOK_ASSETS "/sample/sample.json"), *pack);
        REQUIRE_MESSAGE(sample.has_value(), sample.error().what);
        Outbox out;
        std::uint32_t made = 0;
        open_sample(*sample, pack_json, out, [&](std::span<Byte> bytes) {
            ++made;
            for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<Byte>(made >> (8 * i) & 0xFFU);
        });
        for (const Command& command : out.take()) take(command);
    }

    void edit(const std::vector<Change>& changes) { take(Edit{++number_, inspection(), changes}); }

    [[nodiscard]] Notebook book() const {
        Notebook book(inspection());
        for (const Bytes& canonical : engine.revisions().begin()->second) {
            const auto revision = decode_revision(canonical);
            REQUIRE(revision);
            REQUIRE(book.apply(*revision));
        }
        return book;
    }
    [[nodiscard]] InspectionId inspection() const { return engine.revisions().begin()->first; }

    PlainEngine engine;
    std::vector<std::size_t> edits;  ///< how many changes each has

private:
    void take(const Command& command) {
        if (const auto* one = std::get_if<Edit>(&command)) {
            edits.push_back(one->changes.size());
            number_ = one->number;
        }
        engine.answer(command, {long_after, 0});
    }

    std::uint64_t number_ = 0;
};

std::vector<std::string> rules_broken(const Notebook& book) {
    std::vector<std::string> rules;
    for (const Shortfall& one : shortfalls(book, {long_after, 0})) rules.push_back(one.rule->id);
    return rules;
}

}  // namespace

TEST_CASE("whole sample: it opens from the start screen, in several edits, and Today has nothing running") {
    Stage stage(Stage::With::whole_sample);
    CHECK(stage.has(Role::heading, "Today"));
    const InspectionId inspection = stage.engine.revisions().begin()->first;
    Notebook book(inspection);
    std::size_t bytes = 0;
    for (const Bytes& canonical : stage.engine.revisions().at(inspection)) {
        bytes += canonical.size();
        const auto revision = decode_revision(canonical);
        REQUIRE(revision);
        REQUIRE(book.apply(*revision));
    }
    MESSAGE(stage.engine.revisions().at(inspection).size() << " revisions, " << bytes << " bytes");
    CHECK(book.entries().size() == 300);
    CHECK(book.running() == nullptr);
    CHECK(book.inspection().is_sample);
    stage.press(Role::button, "Notebook");
    stage.settle();
    CHECK(stage.has(Role::heading, "Notebook"));
}

TEST_CASE("whole sample: no edit is so large that it would hold up a frame") {
    const Opened opened;
    CHECK(opened.edits.size() > 10);
    CHECK(std::ranges::max(opened.edits) < 260);
}

TEST_CASE("whole sample: everything that it says is in the notebook") {
    const Opened opened;
    const Notebook book = opened.book();
    CHECK(book.schools().size() == 60);
    CHECK(book.entries().size() == 300);
    CHECK(book.forms().size() == 28);
    CHECK(book.survey_calls().size() == 46);
    CHECK(book.declarations().size() == 2);
    CHECK(book.passed_on().size() == 2);
    CHECK(follow_ups(book).size() == 8);
    CHECK(open_duties(book) == 0);
    CHECK(book.inspection().milestones.size() == 2);
    CHECK(checks_beyond_pack(book).empty());
    CHECK(forms_beyond(book).empty());
    CHECK(focused_schools(book).size() == 10);
    CHECK(book.contacts().size() == 5);
    CHECK(book.planned().size() == book.activities().size());
    for (const Activity* activity : book.activities()) {
        CHECK(activity->inspector != "Ada Penn");
        CHECK(book.pack().activity_kind(activity->kind) != nullptr);
        CHECK_FALSE(activity->is_running());
    }
}

TEST_CASE("whole sample: it breaks three rules in four places, and none once these are settled") {
    Opened opened;
    const Notebook book = opened.book();
    CHECK(rules_broken(book) == std::vector<std::string>{"time", "bearing", "bearing", "follow-up"});
    for (const Shortfall& one : shortfalls(book, {long_after, 0})) {
        if (one.rule->check == RuleCheck::activity_has_time) {
            const Activity* activity = book.activity(one.item);
            REQUIRE(activity != nullptr);
            ActivityTimes times = times_said(*activity);
            times.pauses.clear();
            opened.edit(edits::set_times(*activity, times));
        } else if (one.rule->check == RuleCheck::entry_bears_on) {
            opened.edit(edits::set_aspect(one.item, "context", true));
        } else {
            opened.edit(edits::close_follow_up(one.item, "It does not exist."));
        }
    }
    CHECK(rules_broken(opened.book()).empty());
}

TEST_CASE("H34, F43: in the whole sample a contact's name in a meeting with the DCS would be found") {
    Opened opened;
    const Notebook before = opened.book();
    const auto told = std::ranges::find_if(before.entries(), [&](const Entry* one) {
        const Activity* activity = before.activity(one->activity);
        return activity != nullptr && activity->kind == "dcs-update";
    });
    REQUIRE(told != before.entries().end());
    REQUIRE(std::ranges::none_of(shortfalls(before, {long_after, 0}),
                                 [](const Shortfall& one) { return one.rule->check == RuleCheck::person_unnamed; }));
    opened.edit({edits::first_impact((*told)->id, "Maren Ostley saw to it. ")});
    const Notebook after = opened.book();
    CHECK(std::ranges::any_of(shortfalls(after, {long_after, 0}), [&](const Shortfall& one) {
        return one.rule->check == RuleCheck::person_unnamed && one.item == (*told)->id && one.person == "Maren Ostley";
    }));
}

TEST_CASE("H9: in the plan of the whole sample nobody is in two places, nor has too little time to get there") {
    const Notebook book = Opened().book();
    CHECK(plan_warnings(book).empty());
}

TEST_CASE("H26: in the whole sample each aspect has evidence from at least two kinds of source") {
    const Notebook book = Opened().book();
    for (const Aspect& aspect : book.pack().aspects) {
        CAPTURE(aspect.id);
        std::vector<std::string> kinds;
        for (const Entry* entry : book.entries()) {
            if (!std::ranges::contains(entry->aspects, aspect.id)) continue;
            const Activity* activity = book.activity(entry->activity);
            REQUIRE(activity != nullptr);
            if (!std::ranges::contains(kinds, activity->kind)) kinds.push_back(activity->kind);
        }
        CHECK(kinds.size() >= 2);
    }
}

}  // namespace daybook
