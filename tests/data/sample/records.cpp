#include "tests/data/sample/records.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace daybook::sample_maker {
namespace {

constexpr std::array<std::string_view, 5> areas = {
    "Good schools that slip: Imre Callow by the visit notes, Odile Fennimark by the figures of three years.",
    "Where the money goes, by Desta Marlin, and what members ask of it, by Rowan Tessel.",
    "What came of brokered support: Odile Fennimark with the contracted partner, Imre Callow in two schools.",
    "Secondary schools since last autumn, and the boards of the nine weakest schools.",
    "Only what is missing for the final meeting: the evaluation of the reading programme, and one call back."};

/// Ids of choices in the pack.
std::string_view choice_for(std::string_view question, std::size_t before) {
    constexpr std::array<std::string_view, 5> team = {"not-invited", "declined", "came", "came", "declined"};
    if (question == "team-dcs") return team.at(before);
    if (question == "dcs-serious") return before == 0 ? "there-are-none" : "alerted";
    if (question == "dcs-evidence") return before == 3 ? "yes" : "no";
    const std::map<std::string_view, std::string_view> same = {
        {"call-reached", "the-dcs"},     {"deferral-asked", "no"},    {"deferral-told", "nothing-to-tell"},
        {"dcs-concerns", "none"},        {"final-dcs", "came"},       {"final-agreed", "agreed"},
        {"final-director", "discussed"}, {"feedback-engaged", "yes"}, {"feedback-told-before", "it-was-not-needed"},
        {"feedback-return", "no"},       {"senior-officer", "no"}};
    const auto found = same.find(question);
    return found == same.end() ? std::string_view() : found->second;
}

std::string_view words_for(std::string_view question, std::size_t before) {
    if (question == "team-areas") return areas.at(before);
    if (question == "dcs-weighed" && before == 3)
        return "Two evaluations of courses. They bear out what was found of training, and change nothing else.";
    if (question == "final-key-points")
        return "Weak schools are known and taken in hand in time. Good schools that slip are seen a year late. Nobody "
               "can "
               "show what the improvement fund has brought.";
    if (question == "feedback-key-points")
        return "The director: the words on funding. The lead member: how secondary schools came to be left alone. The "
               "Chief Executive: by when the first of it should be otherwise.";
    if (question == "feedback-comments")
        return "All three can be worked with; for the third, on what money does, they ask for a date after the budget.";
    if (question == "director-said")
        return "The three findings and the evidence behind each. The one on secondary schools was tried hardest, and "
               "stands.";
    return {};
}

}  // namespace

void write_record(JsonText& json, const Pack& pack, const Appointment& made, std::size_t before) {
    bool is_open = false;
    for (const MeetingRecord& record : pack.records) {
        if (!std::ranges::contains(record.kinds, std::string(made.kind))) continue;
        for (const SurveyQuestion& question : record.questions) {
            const std::string_view choice = choice_for(question.id, before);
            const std::string_view words = words_for(question.id, before);
            if (choice.empty() && words.empty()) continue;
            if (!is_open) json.open_object("record");
            is_open = true;
            json.open_object(question.id);
            json.optional_text("choice", choice);
            json.optional_text("words", words);
            json.close_object();
        }
    }
    if (is_open) json.close_object();
}

void write_contacts(JsonText& json) {
    struct Contact {
        std::string_view name;
        std::string_view role;
        std::string_view telephone;
        std::string_view email;
        std::string_view note;
    };
    // Numbers of 01632 960 are kept free for stories, and so is every address that ends in .example.
    constexpr std::array<Contact, 5> all = {
        Contact{"Maren Ostley", "Director of children's services", "01632 960114", "m.ostley@wexmoor.example",
                "Before nine by mobile only."},
        Contact{"Perrin Addlecott", "Head of school improvement", "01632 960127", "p.addlecott@wexmoor.example", ""},
        Contact{"Ines Varrowby", "Office of the director: rooms, passes, documents", "01632 960131",
                "i.varrowby@wexmoor.example", "Has the key of the base room."},
        Contact{"Colm Hathersey", "Governor support", "01632 960145", "c.hathersey@wexmoor.example", ""},
        Contact{"Bryony Laskett", "Front desk, council offices", "01632 960100", "",
                "Badges are handed out from eight."}};
    json.open_list("contacts");
    for (const Contact& one : all) {
        json.open_object();
        json.text("name", one.name);
        json.text("role", one.role);
        json.text("telephone", one.telephone);
        json.optional_text("email", one.email);
        json.optional_text("note", one.note);
        json.close_object();
    }
    json.close_list();
}

}  // namespace daybook::sample_maker
