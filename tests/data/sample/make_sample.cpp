#include "tests/data/sample/make_sample.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "tests/data/sample/aspect_words.h"
#include "tests/data/sample/entries.h"
#include "tests/data/sample/json_text.h"
#include "tests/data/sample/phrases.h"
#include "tests/data/sample/records.h"
#include "tests/data/sample/schools.h"
#include "tests/data/sample/timetable.h"
#include "tests/data/sample/voices.h"
#include "tests/data/sample/written_entries.h"

namespace daybook::sample_maker {
namespace {

constexpr std::array<std::string_view, 4> inspectors = {"Rowan Tessel", "Imre Callow", "Odile Fennimark",
                                                        "Desta Marlin"};

/// A talk during the inspection of a school.
struct Talk {
    std::size_t school;
    std::string_view id;       ///< in the pack
    std::string_view role;     ///< who is met
    std::string_view efforts;  ///< empty: it was held
    std::int64_t minutes;
    std::string_view at;
};

std::vector<std::size_t> inspected(const std::vector<InventedSchool>& schools) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < schools.size(); ++i)
        if (!schools[i].inspection.empty()) found.push_back(i);
    return found;
}

std::vector<Talk> talks(const std::vector<InventedSchool>& schools) {
    constexpr std::string_view chair_away =
        "The chair was abroad. The vice chair was asked on two days and could not leave work; a call in the evening "
        "was "
        "offered and not taken up.";
    constexpr std::string_view board_new =
        "The board was formed anew this month and has no chair. Three governors were rung; each thought another knew "
        "more.";
    constexpr std::string_view officer_ill =
        "The link officer was ill. The head of school improvement was asked to stand in, and was in another school at "
        "both times offered.";
    const std::map<std::pair<std::size_t, std::string_view>, std::string_view> missed = {
        {{2, "governance"}, chair_away}, {{6, "governance"}, board_new}, {{4, "authority"}, officer_ill}};
    std::vector<Talk> all;
    const std::vector<std::size_t> which = inspected(schools);
    for (std::size_t i = 0; i < which.size(); ++i) {
        const auto add = [&](std::string_view id, std::string_view role, std::int64_t minutes, std::string_view at) {
            const auto found = missed.find({i, id});
            all.push_back({which[i], id, role, found == missed.end() ? "" : found->second, minutes, at});
        };
        add("headteacher", "headteacher", 35, "10:00");
        add("governance", "chair-of-governors", 30, "11:15");
        if (!schools[which[i]].is_academy()) add("authority", "la-representative", 25, "13:30");
    }
    return all;
}

/// Three schools a day, an inspector each; the lead takes the one that is left.
std::vector<Appointment> talks_held(const std::vector<InventedSchool>& schools, const std::vector<Talk>& all) {
    const std::vector<std::size_t> which = inspected(schools);
    std::vector<Appointment> held;
    for (const Talk& talk : all) {
        if (!talk.efforts.empty()) continue;
        const auto at = static_cast<std::size_t>(std::ranges::find(which, talk.school) - which.begin());
        Appointment made{.day = at < 9 ? 1 + static_cast<int>(at / 3) : 3,
                         .at = talk.at,
                         .minutes = talk.minutes,
                         .kind = "focused-inspection",
                         .inspector = at < 9 ? 1 + at % 3 : 0,
                         .place = talk.id == "authority" && at % 2 == 1 ? "By telephone" : "At the school",
                         .roles = {talk.role},
                         .aspects = {}};
        made.school = talk.school;
        held.push_back(made);
    }
    return held;
}

bool is_surveyed(const InventedSchool& school) {
    return school.inspection.empty() && (!school.rating.empty() || school.is_academy());
}

/// The calls of which more is noted than the answers.
std::vector<Appointment> calls(const std::vector<InventedSchool>& schools, Dice& dice) {
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < schools.size(); ++i)
        if (is_surveyed(schools[i])) which.push_back(i);
    constexpr std::array<std::string_view, 6> times = {"13:30", "14:10", "14:50", "09:30", "10:10", "10:50"};
    std::vector<Appointment> made;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::size_t chosen = dice.below(which.size());
        Appointment call{.day = i < 3 ? 0 : 4,
                         .at = times[i],
                         .minutes = dice.between(18, 29),
                         .kind = "survey-call",
                         .inspector = i < 3 ? std::size_t{1} : std::size_t{2},
                         .place = "By telephone",
                         .roles = {"headteacher"},
                         .aspects = {"brokered-support", "school-leaders"},
                         .entries = 1};
        call.school = which[chosen];
        which.erase(which.begin() + static_cast<std::ptrdiff_t>(chosen));
        made.push_back(call);
    }
    return made;
}

void check_nobody_is_in_two_places(std::vector<Appointment> all) {
    std::ranges::stable_sort(all, {}, [](const Appointment& one) { return one.start_minutes(); });
    std::map<std::size_t, std::int64_t> free_from;
    for (const Appointment& one : all) {
        if (one.start_minutes() < free_from[one.inspector])
            throw std::runtime_error("an inspector is in two places: " + std::string(one.kind) + " at " +
                                     std::string(one.at));
        free_from[one.inspector] = one.start_minutes() + one.minutes;
    }
}

/// To have as many as are wanted, the longest lists lose one each, or the shortest of the longer ones gain one.
void settle_count(std::vector<Appointment>& all, std::size_t wanted) {
    const auto count = [&] {
        std::size_t sum = 0;
        for (const Appointment& one : all) sum += one.entries;
        return sum;
    };
    while (count() > wanted) --std::ranges::max_element(all, {}, &Appointment::entries)->entries;
    while (count() < wanted) ++std::ranges::max_element(all, {}, &Appointment::minutes)->entries;
}

void write_schools(JsonText& json, const std::vector<InventedSchool>& schools) {
    json.open_list("schools");
    for (const InventedSchool& school : schools) {
        json.open_object();
        json.text("urn", school.urn);
        json.text("name", school.name);
        json.text("type", school.type);
        json.text("phase", school.phase);
        json.optional_text("rating", school.rating);
        json.optional_text("inspection", school.inspection);
        json.close_object();
    }
    json.close_list();
}

void write_checks(JsonText& json, const Pack& pack) {
    const std::set<std::string_view> not_begun = {"deferral", "if-incomplete"};
    const std::set<std::string_view> applying = {"concern", "not-yet-good", "pupil-premium"};
    const std::set<std::string_view> needless = {"feedback beforehand", "feedback return"};
    const std::map<std::string_view, std::string_view> notes = {
        {"documents academies", "There is no such paper; what was passed on stands in emails, which were shown to us."},
        {"documents case-studies", "Six, two of them of schools that did not get better."},
        {"final-team-meeting invited", "The director came for the first hour."},
        {"before-leaving further", "None is recommended: what is weak is known to the authority and has been begun."},
        {"notification-around reached", "The director, at the first attempt."},
        {"feedback others", "The head of school improvement, at the director's wish."}};
    json.open_list("checks");
    for (const Checklist& list : pack.checklists) {
        if (not_begun.contains(list.id)) continue;
        for (const ChecklistItem& item : list.items) {
            const std::string key = list.id + " " + item.id;
            std::string_view state = needless.contains(key) ? "not applicable" : "done";
            if (list.form == Checklist::Form::documents) state = item.id == "academies" ? "not available" : "read";
            if (list.form == Checklist::Form::criteria)
                state = applying.contains(item.id) ? "applies" : "does not apply";
            json.open_object();
            json.text("list", list.id);
            json.text("item", item.id);
            json.text("state", state);
            const auto note = notes.find(key);
            if (note != notes.end()) json.text("note", note->second);
            json.close_object();
        }
    }
    json.close_list();
}

void write_declarations(JsonText& json) {
    json.open_list("declarations");
    json.open_object();
    json.text("who", "Imre Callow");
    json.text("what", "Taught mathematics at a high school in Wexmoor until 2009 and knows two of its governors.");
    json.text("day", "2015-09-14");
    json.text("decided", "He does not meet that school nor read its file; Odile Fennimark does.");
    json.close_object();
    json.open_object();
    json.text("who", "Desta Marlin");
    json.text("what", "A cousin sells training for governors to some of the authority's schools.");
    json.text("day", "2015-09-15");
    json.text("decided", "Desta Marlin takes no part in what is found of governance.");
    json.close_object();
    json.close_list();
}

void write_forms(JsonText& json, const std::vector<InventedSchool>& schools, const std::vector<Talk>& all,
                 Phrases& phrases, Dice& dice) {
    json.open_list("forms");
    for (const Talk& talk : all) {
        const bool held = talk.efforts.empty();
        phrases.set_secondary(schools[talk.school].phase == "Secondary");
        json.open_object();
        json.text("school", schools[talk.school].urn);
        json.text("talk", talk.id);
        json.text("state", held ? "held" : "unavailable");
        if (held) json.text("medium", talk.id == "authority" && dice.chance(50) ? "telephone" : "face to face");
        json.texts("people", held ? std::vector{talk.role} : std::vector<std::string_view>{});
        json.optional_text("efforts", talk.efforts);
        json.open_object("themes");
        for (const std::string_view theme : {"knowledge", "measures", "difference"}) {
            if (!held) break;
            const bool well = dice.chance(60);
            std::string words = phrases.new_sentence_of(theme_sentences(theme, well));
            if (dice.chance(45)) words += " " + phrases.new_sentence_of(theme_sentences(theme, well));
            json.text(theme, words);
        }
        json.close_object();
        json.close_object();
    }
    json.close_list();
}

class Survey {
public:
    Survey(JsonText& json, Phrases& phrases, Dice& dice) : json_(json), phrases_(phrases), dice_(dice) {}

    void write(const std::vector<InventedSchool>& schools) {
        json_.open_list("survey");
        std::size_t number = 0;
        for (const InventedSchool& school : schools)
            if (is_surveyed(school)) write(school, ++number);
        json_.close_list();
    }

private:
    void write(const InventedSchool& school, std::size_t number) {
        const bool no_answer = number % 17 == 5;
        const bool call_back = number % 23 == 11;
        json_.open_object();
        json_.text("school", school.urn);
        json_.text("outcome", no_answer ? "no answer" : call_back ? "call back" : "reached");
        constexpr std::int64_t friday_at_two = 4 * 24 * 60 + 270;
        if (call_back) json_.number("call_back_minutes", friday_at_two + static_cast<std::int64_t>(number));
        json_.open_object("answers");
        if (!no_answer && !call_back) write_answers(school);
        json_.close_object();
        json_.close_object();
    }

    void write_answers(const InventedSchool& school) {
        phrases_.set_secondary(school.phase == "Secondary");
        if (school.is_good()) {
            const bool well = dice_.chance(70);
            choice("helps-others", well ? "much" : dice_.chance(60) ? "some" : "none");
            choice("authority-part", well && dice_.chance(50) ? "much" : dice_.chance(70) ? "some" : "none");
            words("help-given", well);
        } else if (school.is_weak()) {
            const bool well = dice_.chance(65);
            choice("knew-before", dice_.chance(55) ? "yes" : dice_.chance(60) ? "in-part" : "no");
            choice("is-helped", well ? "yes" : dice_.chance(70) ? "in-part" : "no");
            words("how-helped", well);
        }
        if (school.is_academy()) {
            const bool well = dice_.chance(55);
            choice("relations", well ? "good" : dice_.chance(60) ? "mixed" : "poor");
            words("dealings", well);
        }
    }

    void choice(std::string_view question, std::string_view chosen) {
        json_.open_object(question);
        json_.text("choice", chosen);
        json_.close_object();
    }

    void words(std::string_view question, bool well) {
        if (dice_.chance(20)) return;
        const std::string said = phrases_.new_sentence_of(survey_sentences(question, well));
        if (said.empty()) return;
        json_.open_object(question);
        json_.text("words", said);
        json_.close_object();
    }

    JsonText& json_;
    Phrases& phrases_;
    Dice& dice_;
};

std::string clock_time(std::int64_t minutes) {
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

/// Rooms of one house are one place to whoever travels, and a telephone is none.
std::string_view planned_place(std::string_view place) {
    if (place.starts_with("By telephone")) return {};
    return place.starts_with("Council offices") ? place.substr(0, place.find(',')) : place;
}

/// All four come to what the team does together, and to how the authority is met at first and at last.
bool is_for_all(std::string_view kind) {
    return kind == "team-meeting" || kind == "final-team-meeting" || kind == "opening-meeting" ||
           kind == "feedback-meeting";
}

void write_plan(JsonText& json, const std::vector<Appointment>& all, const std::vector<InventedSchool>& schools) {
    json.open_list("plan");
    for (const Appointment& made : all) {
        constexpr std::int64_t half_past_nine = 9 * 60 + 30;
        const std::int64_t from = made.start_minutes() + half_past_nine - std::int64_t{made.day} * 24 * 60;
        json.open_object();
        json.text("day", "2015-09-" + std::to_string(14 + made.day));
        json.text("from", clock_time(from));
        json.text("to", clock_time(from + made.minutes));
        json.text("kind", made.kind);
        json.optional_text("place", planned_place(made.place));
        // Whoever rings a school goes nowhere.
        const bool is_there = made.school != Appointment::no_school && made.kind != "survey-call";
        if (made.kind == "survey-call") json.text("title", "Survey: " + schools[made.school].name);
        if (is_there) json.text("school", schools[made.school].urn);
        json.texts("inspectors", is_for_all(made.kind) ? std::vector(inspectors.begin(), inspectors.end())
                                                       : std::vector{inspectors.at(made.inspector)});
        json.texts("roles", made.roles);
        if (planned_place(made.place).empty()) json.text("note", "By telephone.");
        json.close_object();
    }
    json.close_list();
}

void write_activity(JsonText& json, const Appointment& made, const std::vector<NotedEntry>& entries,
                    const std::vector<InventedSchool>& schools, const Pack& pack, std::size_t before) {
    json.open_object();
    json.text("kind", made.kind);
    json.text("inspector", inspectors.at(made.inspector));
    json.text("place", made.place);
    if (made.school != Appointment::no_school) json.text("school", schools[made.school].urn);
    json.number("start_minutes", made.start_minutes() + made.late);
    json.number("minutes", made.minutes - made.late);
    json.mark("typed", made.typed);
    if (made.pause_minutes > 0) {
        json.open_list("pauses");
        json.open_object();
        json.number("from_minutes", made.pause_at);
        json.number("minutes", made.pause_minutes);
        json.close_object();
        json.close_list();
    }
    json.texts("roles", made.roles);
    write_record(json, pack, made, before);
    json.open_list("entries");
    for (const NotedEntry& entry : entries) write_entry(json, entry);
    json.close_list();
    json.close_object();
}

void write_head(JsonText& json) {
    json.text("title", "Sample inspection: Wexmoor");
    json.text("authority", "Wexmoor (an invented authority)");
    json.text("lead", inspectors.front());
    json.texts("team", std::vector(inspectors.begin() + 1, inspectors.end()));
    json.text("first_day", "2015-09-14");
    json.text("last_day", "2015-09-25");
    json.open_object("milestones");
    json.text("on-site-end", "2015-09-25");
    json.text("sent-for-check", "2015-10-12");
    json.close_object();
}

/// Maintained schools, whose names may stand in what is written of the authority.
void name_schools(Phrases& phrases, const std::vector<InventedSchool>& schools) {
    std::vector<std::string> weak;
    std::vector<std::string> good;
    std::vector<std::string> any;
    for (const InventedSchool& school : schools) {
        if (school.is_academy()) continue;
        if (school.is_weak()) weak.push_back(school.name);
        if (school.is_good()) good.push_back(school.name);
        any.push_back(school.name);
    }
    phrases.set_schools(std::move(weak), std::move(good), std::move(any));
}

}  // namespace

std::string make_sample(std::uint64_t seed, const Pack& pack) {
    constexpr std::size_t wanted = 300;
    Dice dice(seed);
    Phrases phrases(dice);
    const std::vector<InventedSchool> schools = invented_schools(dice);
    name_schools(phrases, schools);
    const std::vector<Talk> all_talks = talks(schools);

    std::vector<Appointment> all = timetable();
    for (const auto& more : {talks_held(schools, all_talks), calls(schools, dice)})
        all.insert(all.end(), more.begin(), more.end());
    check_nobody_is_in_two_places(all);
    settle_count(all, wanted);
    std::ranges::stable_sort(all, {}, [](const Appointment& one) { return one.start_minutes(); });
    for (Appointment& made : all)
        if (made.pause_minutes == 0 && made.start_minutes() > 0) made.late = dice.between(0, 4);

    JsonText json;
    json.open_object();
    write_head(json);
    write_schools(json, schools);
    json.open_list("activities");
    const std::vector<std::vector<NotedEntry>> entries = noted_entries(all, phrases, dice);
    std::map<std::string_view, std::size_t> of_kind;
    for (std::size_t i = 0; i < all.size(); ++i)
        write_activity(json, all[i], entries[i], schools, pack, of_kind[all[i].kind]++);
    json.close_list();
    write_plan(json, all, schools);
    write_contacts(json);
    write_checks(json, pack);
    write_declarations(json);
    write_forms(json, schools, all_talks, phrases, dice);
    Survey(json, phrases, dice).write(schools);
    json.close_object();
    return json.written() + "\n";
}

}  // namespace daybook::sample_maker
