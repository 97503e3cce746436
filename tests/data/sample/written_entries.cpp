#include "tests/data/sample/written_entries.h"

namespace daybook::sample_maker {
namespace {

std::vector<WrittenEntry> lines_of_enquiry() {
    return {
        {.tag = "preparing",
         .words = "The overview names 14 schools causing concern; the list published in July has 11. Ask which three "
                  "are missing, and why.",
         .aspects = {"intervention"},
         .polarity = "neutral",
         .owner = "Imre Callow",
         .answered_by = "two-lists"},
        {.tag = "data-manager",
         .words = "The list of 14 is the advisers' own and counts three academies, over which the authority has no "
                  "powers. The published one is of maintained schools alone. Both are right, and neither says which "
                  "it is.",
         .aspects = {"knowledge-of-schools"},
         .polarity = "neutral",
         .key = "two-lists"},
        {.tag = "preparing-data",
         .words = "Attainment at eleven went up while the gap for pupils with free meals did not move. Which schools "
                  "are behind that, and does anyone at the authority know?",
         .aspects = {"impact"},
         .polarity = "weakness",
         .owner = "Odile Fennimark",
         .answered_by = "nine-schools"},
        {.tag = "first-data",
         .words = "Nine schools account for two thirds of the gap at eleven. Six of the nine are judged good and get "
                  "one visit a year. The table that shows this was made for us; officers had not drawn it before.",
         .aspects = {"knowledge-of-schools", "impact"},
         .polarity = "weakness",
         .key = "nine-schools"},
        {.tag = "preparing-board",
         .words = "Two interim boards are mentioned on the website and one in the plan. Find the second, and when its "
                  "members last met.",
         .aspects = {"governance"},
         .polarity = "neutral",
         .owner = "Odile Fennimark",
         .answered_by = "second-board"},
        {.tag = "boards",
         .words = "The second interim board, for a junior school, was stood down in April when the school joined a "
                  "federation. The plan is right and the website is behind.",
         .aspects = {"governance"},
         .polarity = "neutral",
         .key = "second-board"},
        {.tag = "preparing-money",
         .words = "The improvement fund was underspent by a fifth in the very year in which help was cut. Who decided "
                  "that, and who was told?",
         .aspects = {"resources"},
         .polarity = "weakness",
         .owner = "Desta Marlin",
         .answered_by = "underspend"},
        {.tag = "forum",
         .words = "The chair explained the underspend: 88 thousand pounds were held back for a school that then became "
                  "an academy. The forum was told in January, when it was too late to spend it otherwise.",
         .aspects = {"resources"},
         .polarity = "weakness",
         .key = "underspend"},
        {.tag = "advisers",
         .words = "Two advisers spoke of a pause in visits to secondary schools last autumn. Was it decided, by whom, "
                  "and are there any notes from that time?",
         .aspects = {"knowledge-of-schools"},
         .polarity = "weakness",
         .owner = "Imre Callow",
         .answered_by = "pause"},
        {.tag = "warning-notices",
         .words = "There are no notes of visits to any secondary school between October and February. An email of "
                  "3 October calls it a pause until a post is filled; no paper shows that members knew.",
         .aspects = {"knowledge-of-schools", "leadership"},
         .polarity = "weakness",
         .key = "pause"},
        {.tag = "lead-member",
         .words = "The lead member is sure that every weak school has a governor of the authority's choosing. This is "
                  "to be held against the list of boards.",
         .aspects = {"governance"},
         .polarity = "neutral",
         .owner = "Odile Fennimark",
         .answered_by = "three-seats"},
        {.tag = "boards",
         .words = "Of nine schools in the two lowest bands, six have a governor whom the authority put forward. Three "
                  "seats are vacant, one of them for more than a year.",
         .aspects = {"governance"},
         .polarity = "weakness",
         .key = "three-seats"},
        {.tag = "academies",
         .words = "One principal said that audits of the single central record are offered to maintained schools "
                  "only. Is that so, and is it for us to ask?",
         .aspects = {"other-service"},
         .polarity = "neutral",
         .owner = "Rowan Tessel",
         .closed = "Outside what is inspected here. The director was told on Wednesday and will look into it."},
        {.tag = "senior-officer",
         .words = "The officer promised the evaluation of the reading programme by the next morning. It is not among "
                  "the documents. Ask again, and see whether it exists.",
         .aspects = {"resources"},
         .polarity = "weakness",
         .owner = "Desta Marlin"},
    };
}

std::vector<WrittenEntry> duties() {
    return {
        {.tag = "visit",
         .words =
             "After the meeting a governor said that a pupil had told a lunchtime supervisor of being hit at home, "
             "and that nobody seemed to have written it down. I said at once that this could not stay between us.",
         .aspects = {"other-service"},
         .polarity = "neutral",
         .disclosure = "safeguarding",
         .passed_about = "safeguarding",
         .passed_to = "The authority's designated officer, by telephone",
         .passed_by = "Imre Callow",
         .passed_words = "Confirmed by email within the hour. The officer told the school's own lead the same day.",
         .passed_after = 85,
         .in_confidence = true},
        {.tag = "heads-helped",
         .words = "Two heads, independently of each other, described a high school where nobody has been in post to "
                  "teach mathematics since May, and Year 11 are taught by whoever is free. The authority's notes speak "
                  "of some vacancies.",
         .aspects = {"intervention"},
         .polarity = "weakness",
         .passed_about = "serious concern",
         .passed_to = "The director, at the meeting on Tuesday",
         .passed_by = "Rowan Tessel",
         .passed_words = "The director had not known and sent an adviser the next morning.",
         .passed_after = 395,
         .serious_concern = true},
    };
}

std::vector<WrittenEntry> marked() {
    return {
        {.tag = "last-data",
         .words =
             "Taken together, the three analyses say the same: the authority catches a fall in a weak school within "
             "weeks, and one in a good school a year late. This can be put to the director.",
         .aspects = {"knowledge-of-schools"},
         .polarity = "weakness",
         .emerging = true},
        {.tag = "scrutiny-minutes",
         .words = "Members' questions about schools have become sharper since the autumn: of 31 in the minutes, 22 ask "
                  "for a figure or a date, and 19 were answered in writing.",
         .aspects = {"leadership"},
         .polarity = "strength",
         .emerging = true},
        {.tag = "budget",
         .words = "The column headed 'other' holds a quarter of the improvement fund. No note says what it is, and the "
                  "totals of two years cannot be set side by side because of it.",
         .aspects = {"resources"},
         .polarity = "weakness",
         .come_back = true},
        {.tag = "courses",
         .words = "The attendance sheets for the course for new heads begin in January; those for the autumn are said "
                  "to be in another building and were asked for.",
         .aspects = {"school-leaders"},
         .polarity = "neutral",
         .come_back = true},
        {.tag = "call-back",
         .words = "Written again from memory: the first note of this call was lost when the battery ran out. The head "
                  "said that the partner school had come every fortnight, and that mathematics had gained most.",
         .aspects = {"brokered-support"},
         .polarity = "strength",
         .reconstructed = true},
        {.tag = "no-time",
         .words = "The link officer rang back about the junior school's plan: it was agreed with governors on "
                  "11 September and has been in use since, with three of its nine steps done.",
         .aspects = {"intervention"},
         .polarity = "strength"},
        {.tag = "advisers",
         .words = "The second adviser to be met this week works from the Saltrey office on Mondays only; the list at "
                  "the front desk has another room and another time.",
         .aspects = {},
         .polarity = "neutral"},
        {.tag = "first-data",
         .words = "The projector in this room does not show the lowest line of a table. Whoever meets here next should "
                  "bring printed copies, at least six of them.",
         .aspects = {},
         .polarity = "neutral"},
    };
}

std::vector<WrittenEntry> circumstances() {
    return {
        {.tag = "notification",
         .words = "The director was reached at the first attempt. The purposes of the inspection were gone through one "
                  "by one, and it was said why Wexmoor was chosen: too few pupils at the coast are in a good school.",
         .aspects = {"context"},
         .polarity = "neutral"},
        {.tag = "notification",
         .words = "It was asked whether the week of the budget could be avoided. The director was told what a deferral "
                  "takes, and none was asked for.",
         .aspects = {"context"},
         .polarity = "neutral"},
        {.tag = "opening",
         .words =
             "Wexmoor has 60 schools, 13 of them academies, free or studio schools. Two thirds of the pupils live in "
             "four wards along the coast; the rest of the area is moor, with many small schools.",
         .aspects = {"context"},
         .polarity = "neutral"},
        {.tag = "virtual-school",
         .words = "Health assessments for children in care come late, by six weeks on average. This belongs to another "
                  "service, and is noted because it delays their plans for school.",
         .aspects = {"other-service"},
         .polarity = "weakness"},
        {.tag = "final",
         .words =
             "Agreed by all four: the authority knows its weakest schools and acts on them, knows its good ones too "
             "little, and cannot show what its money does. Each point rests on at least three kinds of source.",
         .aspects = {"knowledge-of-schools", "intervention", "resources"},
         .polarity = "neutral"},
        {.tag = "last-update",
         .words = "The director offered the evaluations of two further courses as evidence. They were read before the "
                  "end of the day; they bear out what was found of training and change nothing else.",
         .aspects = {"school-leaders"},
         .polarity = "neutral"},
        {.tag = "regional-director",
         .words =
             "The Regional Director was told of the findings, and of how the evidence for each was weighed, before "
             "they are given to the authority. No point was put otherwise after the call.",
         .aspects = {"context"},
         .polarity = "neutral"},
        {.tag = "feedback",
         .words =
             "The main findings were given in the order of the aspects. The director asked that the words on funding "
             "be held against the forum's minutes once more, which the lead will do before the draft.",
         .aspects = {"resources"},
         .polarity = "neutral"},
    };
}

}  // namespace

std::vector<WrittenEntry> written_entries() {
    std::vector<WrittenEntry> all;
    for (const auto& part : {lines_of_enquiry(), duties(), marked(), circumstances()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace daybook::sample_maker
