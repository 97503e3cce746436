#include "core/framework/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/framework_files.h"

namespace daybook {
namespace {

std::string sample_json() {
    return asset("sample/sample.json");
}

SampleInspection sample_of(const std::string& json) {
    const Result<SampleInspection> sample = parse_sample(as_bytes(json), pack_of(england_json()));
    REQUIRE_MESSAGE(sample.has_value(), sample.error().what);
    return *sample;
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

TEST_CASE("sample: a sample that is cut off at any mark of its structure is refused") {
    const std::string json = sample_json();
    const Pack pack = pack_of(england_json());
    for (std::size_t size = 0; size <= json.rfind('}'); ++size)
        if (std::string_view("{}[]:,\"").contains(json[size]))
            REQUIRE_MESSAGE(!parse_sample(as_bytes(json).first(size), pack).has_value(), size);
}

}  // namespace daybook
