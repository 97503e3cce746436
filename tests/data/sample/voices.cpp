#include "tests/data/sample/voices.h"

#include <stdexcept>

namespace daybook::sample_maker {
namespace {

using Sentences = std::vector<std::string_view>;

Sentences heard() {
    return {"{who} gave {any} as an example, and the dates bore it out",
            "{who} said the same of {town}, where it has been so since {month}",
            "Asked for an example, {who} turned to a paper of {day}",
            "{who} could name {n:3-9} schools of which this is true",
            "{who} raised it unasked, within the first {n:5-12} minutes",
            "{who} would put it less strongly than {any} did, but did not disagree",
            "{who} first noticed it in {month} {year}",
            "The same was heard from {n:3-9} schools in the telephone survey, {any} among them",
            "{who} thought that {n:3-5} schools in ten would say so",
            "{who} had brought a table of {day} that shows it",
            "On the figures for {town} {who} was more guarded",
            "{who} dated the change to {month} {year}",
            "Told of what {any} had said, {who} was not surprised",
            "{who} wrote it down and will send what there is by {day2}"};
}

Sentences read_up() {
    return {"So it stands in {doc} of {day}",
            "Page {n:3-28} of {doc} has the figures",
            "Held against {doc}: the two agree on all but {n:2-4} points",
            "Nothing in {doc} of {day} speaks against it",
            "Traced through {n:3-9} papers, from {month} to {later}",
            "The entry of {day} in {doc} is the only one on it",
            "{any} is the example in {doc}",
            "Seen in {n:5-11} files, of which {n:2-4} were chosen by us",
            "Of {n:14-26} papers on this, {n:5-9} are signed and dated",
            "A note in the margin of {doc}, of {day}, says so in plainer words",
            "The draft of {day} in {doc} is sharper than the version that went out"};
}

Sentences reckoned() {
    return {"Cohorts are small, {n:13-29} pupils at {any}, so this is weighed with care",
            "Worked out again from the raw figures of {day}, with a difference of {n:2-4} pupils",
            "The figures for {town} alone tell the same",
            "Read beside the authority's own table of {day}, which agrees",
            "This holds in {n:4-9} of the ten wards, {town} included",
            "Left out are {n:2-5} schools that changed their status in {year}",
            "Without {any} the figure moves by {n:2-3} points",
            "Three years were looked at, {n:1400-2100} pupils in each",
            "The line for {grp} in {subj} runs the same way"};
}

Sentences thought_over() {
    return {"Two of us had it from different people, the third from papers of {day}",
            "The evidence from {town} is the strongest on this",
            "Against it stands what {any} said; that is to be weighed",
            "This rests on {n:5-14} entries by now",
            "What {any} wrote in {month} fits with it",
            "It was agreed to look once more at {n:2-4} schools in {town}",
            "Three kinds of source say so, and {n:2-3} documents from {later}",
            "Still missing is a document of {month}; it was asked for again"};
}

Sentences prepared() {
    return {"From {doc}, as published on {day}",         "To be asked of {any} first, and then in {town}",
            "The dashboard for {year} shows it as well", "Last time, in {year}, the same was found in {town}",
            "Seen in {n:3-7} published papers",          "Complaints of {year} are silent on it"};
}

}  // namespace

std::vector<std::string_view> source_sentences(std::string_view kind, bool somebody_is_met) {
    if (kind == "document-scrutiny") return read_up();
    if (kind == "data-analysis") return reckoned();
    if (kind == "preparation") return prepared();
    return somebody_is_met && kind != "final-team-meeting" && kind != "feedback-meeting" ? heard() : thought_over();
}

std::vector<std::string> who_is(std::string_view role) {
    if (role == "lead-member") return {"the lead member"};
    if (role == "elected-member") return {"one member", "the chair of scrutiny"};
    if (role == "chief-executive") return {"the Chief Executive"};
    if (role == "dcs") return {"the director"};
    if (role == "senior-officer") return {"the officer"};
    if (role == "head-of-improvement") return {"the head of school improvement"};
    if (role == "improvement-staff") return {"one adviser", "a second adviser", "the newest adviser"};
    if (role == "data-manager") return {"the data manager"};
    if (role == "schools-forum") return {"the chair of the forum"};
    if (role == "system-leader") return {"one national leader of education", "a head who supports others"};
    if (role == "contracted-partner") return {"the partner's manager"};
    if (role == "post-16-lead") return {"the lead for post-16"};
    if (role == "headteacher") return {"the headteacher"};
    if (role == "head-intervention") return {"one headteacher", "a head of two years' standing"};
    if (role == "head-monitoring") return {"one headteacher", "another head", "the head of the smallest school"};
    if (role == "virtual-head") return {"the virtual head"};
    if (role == "head-academy") return {"one principal", "another principal"};
    if (role == "chair-of-governors") return {"the chair of governors"};
    if (role == "governor") return {"a parent governor", "a governor of long standing"};
    if (role == "governor-services") return {"the governor support team"};
    if (role == "la-representative") return {"the link officer"};
    throw std::runtime_error("nobody has said how to speak of " + std::string(role));
}

std::vector<std::string_view> theme_sentences(std::string_view theme, bool well) {
    if (theme == "knowledge" && well)
        return {
            "The adviser has been in {n:3-6} times since {month} and names {subj} in {yg} as what is weakest, as the "
            "school does",
            "Figures for {grp} were gone through line by line on {day}, and the authority's picture is the school's",
            "The link officer reads the minutes of governors and rang on {day} about one line in them",
            "What the authority wrote of the school in {later} could have been written by the school, {subj} above all",
            "Strengths are known as well: {n:2-4} teachers were asked to show their {subj} to others"};
    if (theme == "knowledge")
        return {"The adviser came {n:2-3} times in two years, and spoke with the head alone on {day}",
                "The authority thinks {subj} to be the weakness; the school's own data of {month} point to {grp}",
                "The last note on the school is of {day} and names a leader who left in {month}",
                "Results are known, how {yg} is taught is not; nobody has looked since {month} {year}"};
    if (theme == "measures" && well)
        return {
            "Support began {n:2-5} weeks after the results: {n:6-14} days of a specialist in {subj}, and {good} as a "
            "partner",
            "Challenge is frank: targets for {yg} went up by {n:4-8} points after the talk of {day}",
            "A plan of {n:5-8} steps is looked at every {n:4-6} weeks, and {n:2-3} steps were dropped as done",
            "The course on {subj} was chosen with the school, and {n:4-9} staff have been on it since {month}",
            "Governors were offered a review on {day} and took it"};
    if (theme == "measures")
        return {
            "The school was offered the {prog} programme, which is not about {subj}, where its need is",
            "Visits are friendly, and the notes of {day} have no question in them",
            "Help for {grp} was promised in {month} and came in {later}",
            "The school buys support from elsewhere, {n:8-15} days this year, as the authority's list had nobody for "
            "{subj}"};
    if (well)
        return {
            "{subj} in {yg} rose by {n:6-13} points in a year, and the work in books shows why",
            "The gap for {grp} closed from {n:18-23} to {n:9-13} points since {month} {year}",
            "Teaching was called good in {n:3-5} of ten lessons two years ago, and in {n:7-9} on {day}",
            "Leaders do now by themselves what the adviser did in {month}; visits went from {n:8-11} to {n:3-4} a year",
            "Attendance of {grp} is up by {n:2-4} points since {later}"};
    return {"Little has moved: {subj} in {yg} stands within {n:2-3} points of {year}",
            "Gains of {month} were lost when the teacher of {yg} left",
            "The school got better in {subj}, by its own doing, as leaders and governors said on {day}",
            "It is too early to say; what was agreed on {day} has run for {n:4-7} weeks"};
}

std::vector<std::string_view> survey_sentences(std::string_view question, bool well) {
    if (question == "help-given" && well)
        return {"{n:2-3} teachers spend a day a week at {weak}; its {subj} has come up by {n:5-9} points",
                "Governors from here sit on a board in {town}; the head there calls once a week",
                "Took {n:4-8} teachers from {town} into lessons in {term}",
                "The deputy runs the {prog} group for {n:6-10} schools, which the authority pays for",
                "Moderates {subj} with {n:5-8} schools; grades were {n:3-6} points too kind before"};
    if (question == "help-given")
        return {"Would help and has not been asked since {month} {year}",
                "Some visits to {town}, arranged among heads without the authority",
                "Little as yet: {n:2-4} classes are without a teacher of their own and all hands are needed"};
    if (question == "how-helped" && well)
        return {"An adviser every {n:3-5} weeks, a partner school, and {n:6-12} days for {subj}",
                "Coaching for the head since {month}, and a review of governance on {day}",
                "The group on the school's progress meets every {n:4-6} weeks; {subj} was put first and is better",
                "Through {good}, whose leader for {subj} comes every {n:2-3} weeks"};
    if (question == "how-helped")
        return {"{n:2-3} visits and a letter since the inspection; what the school asked for in {subj} has not come",
                "A course for all heads in {month}, nothing for this school",
                "Help stopped in {later} when the adviser for {town} left"};
    if (question == "dealings" && well)
        return {"Buys governor support and data, sends {n:2-4} leaders to courses, and is asked for its view of {town}",
                "A yearly talk on results, the last on {day}, which is frank on both sides",
                "Works with {n:4-7} maintained schools on {subj}; the authority brings them together"};
    return {"Letters about places and transport, nothing on {subj} since {month} {year}",
            "Heard from the authority {n:2-3} times this year, each time about exclusions",
            "The trust prefers its own advisers; a talk offered on {day} was not taken up"};
}

}  // namespace daybook::sample_maker
