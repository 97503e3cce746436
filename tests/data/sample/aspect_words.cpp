#include "tests/data/sample/aspect_words.h"

namespace daybook::sample_maker {
namespace {

AspectWords leadership() {
    return {
        "leadership",
        "policy",
        {{"Members have set {n:3-5} priorities for schools and ask about each of them every half term, with the "
          "figures for {town} on the table",
          "The cabinet member [meets|sits down with] {n:4-9} headteachers a term, chosen from every band, and {n:2-3} "
          "decisions of this year can be traced to what was said",
          "Scrutiny called [in|back] the report on {subj} in {month} because its targets were too easy; the new ones "
          "are {n:4-7} points higher",
          "Senior officers publish what they promised and what they did: of {n:14-22} actions in the plan, {n:11-13} "
          "were finished by {month}",
          "Heads in {town} can say in a sentence what the authority wants of them by {month2}, and it is the sentence "
          "in the plan",
          "When results at {weak} fell, the director was in the school within {n:3-8} days, with [a governor|the "
          "adviser] and a date for the next visit",
          "Members refused to [close the book on|drop] the {prog} programme when money ran short, and moved {n:40-90} "
          "thousand pounds from reserves to keep it for {yg}",
          "Officers told an academy trust as plainly as a maintained school that its results for {grp} are not good "
          "enough; the letter of {day} is on file",
          "The vision for schools was rewritten with {n:24-38} heads in the room, and the sentence about {grp} came "
          "from one of them"},
         {"Attendance at these meetings is kept, and is above {p:84-96}.",
          "Each priority has an officer's name, a measure and a month beside it.",
          "The chair of scrutiny has sat in on {n:2-5} visits to schools since {month}.",
          "Minutes show questions being carried over until they are answered, {n:3-7} times in a year."},
         {"Schools in {town} now plan from the same {n:3-4} priorities, and {p:71-88} of them met last year's target "
          "for {subj}.",
          "Since {month} no school has waited more than {n:5-9} weeks for an answer from a senior officer.",
          "The gap between {town} and the rest has closed by {n:3-6} points in two years."}},
        {{"The plan has {n:23-41} actions and no order among them; asked which comes first, {n:3-4} officers gave "
          "different answers",
          "Members see results once a year, in {month}, when {n:5-7} months of it are already over",
          "The post of head of service was filled by {n:3-4} people in {n:18-30} months, and each began the plan again",
          "Scrutiny noted the fall in {subj} at {yg} without a question, and went on to the next paper after {n:4-9} "
          "minutes",
          "The target for {grp} is lower than what was reached in {year}, and nobody present could say who had set it",
          "Heads in {town} learnt of the change to advisers' visits from a newsletter of {day}, after the first ones "
          "were cancelled",
          "What members say they want for {town} is not what the service plan for {year} pays for",
          "Reports to the cabinet speak of the average of all schools, in which {n:8-13} weak ones cannot be seen"},
         {"The risk register has carried the same line since {month} {year}.",
          "No paper between {month} and {later} mentions it again.",
          "Officers accept this, and have no date by which it is to be otherwise.",
          "Two of the {n:5-8} members present could name the schools that it is about."},
         {"Results in {town} went down by {n:3-7} points before anybody with a budget asked why.",
          "Heads have stopped answering consultations: {n:6-12} of them replied to the last one.",
          "Schools get {n:2-3} messages about what matters most, and choose the easier one."}},
        {{"The restructuring of children's services takes school improvement into a directorate with housing from "
          "{month2}; nobody's post is named yet",
          "Elections in May changed {n:11-19} of 48 seats, and the committee has met {n:2-3} times since",
          "Officers are preparing a new strategy to {year2}; the draft of {day} has {n:19-34} pages and no figures yet",
          "The council and {n:7-12} academies have written down how they will work together, to be signed in {month2}"},
         {"It is too early to see what this does for schools.", "The team will ask about it again on the last day."},
         {"Schools see no difference yet, and expect none before {month2}."}}};
}

AspectWords policy() {
    return {
        "policy",
        "leadership",
        {{"The four bands are described on one page, with what a school gets in each and what takes it out again, and "
          "every head asked had it at hand",
          "Bands were changed for {n:7-15} schools in {month}; each had a letter with the reason and the figures that "
          "it rested on",
          "Heads were consulted on the grading of schools over {n:6-10} weeks, and {n:4-7} of their {n:9-14} proposals "
          "are in the final text",
          "Who challenges, who supports and who intervenes is set down by post, and {n:3-4} advisers described the "
          "line between them alike",
          "The policy says when a warning notice follows, after {n:2-3} visits without progress, and the files of "
          "{year} keep to that",
          "Support plans and the school's own plan are one paper, so that {weak} answers to a single list of {n:5-8} "
          "steps",
          "Progress of every banded school is measured at {n:3-6} fixed points, with the same {n:5-8} figures each "
          "time",
          "The compact with academies says what they may ask for and what they will be asked; {n:9-14} have put their "
          "names to it"},
         {"It was last revised in {month}, and the change is marked.",
          "A governor in {town} was able to explain it unaided.",
          "Appeals are possible; {n:2-4} were made this year and one succeeded.",
          "The wording is short: {n:280-420} words in all."},
         {"Moves between bands are no longer disputed: {n:2-3} complaints this year, after {n:9-14} the year before.",
          "Heads ask for help sooner, {n:11-16} of them before their results were out.",
          "Schools left the lowest band after {n:3-4} terms on average, one sooner than before."}},
        {{"Band two and band three are told apart by words such as 'mostly' and 'often', and {n:3-5} heads did not "
          "know which was theirs",
          "The policy of {year} still names posts that went in {month}, so that a school in difficulty would ring an "
          "empty desk",
          "Nothing is said about how a school gets out of band four; {weak} has been in it for {n:5-8} terms",
          "Schools were asked about the new grading after it had been used for {n:4-9} weeks",
          "Two papers set out the threshold for {subj}, with {n:4-6} points between them",
          "The strategy has no measure for {grp}, although it calls them a priority on {n:3-4} of its pages",
          "What the authority may do in academies is left open, and {n:2-4} concerns of last year were passed to "
          "nobody",
          "Evaluation of the strategy is promised for every {month} and was made once, in {year}"},
         {"The version on the website is older than the one in use.",
          "Advisers get by with a note of their own, which differs from {town} to the coast.",
          "Of {n:8-12} chairs asked in the survey, {n:2-4} had seen it.",
          "A draft to mend this has been with the lawyers since {month}."},
         {"A school in {town} was surprised to be graded lower, and lost {n:4-7} weeks in arguing.",
          "Support begins when an adviser thinks so: for two schools with like results it came {n:5-9} months apart.",
          "Governors cannot hold anybody to a line that is not drawn."}},
        {{"A fifth band, for schools that help others, is being tried with {n:4-8} schools until {month2}",
          "The scheme was taken over from a neighbouring authority in {year} and has been altered {n:3-5} times since",
          "Bands are decided by a panel of {n:5-7}, which sat on {day} and sits again in {month2}",
          "The policy treats the {n:3-4} special schools and the centre as all others"},
         {"Opinions about this differ among the heads who were asked.",
          "Its effect will not be known before the results of {year2}."},
         {"None can be shown yet; the first review is due in {month2}."}}};
}

AspectWords knowledge() {
    return {
        "knowledge-of-schools",
        "intervention",
        {{"Advisers know their schools by year group: for {any} the adviser named the weak {subj} in {yg} before "
          "opening the file",
          "A table of {n:12-18} figures for each school is made up every half term, and those that fall by more than "
          "{n:3-5} points are rung within the week",
          "{n:5-7} notes of visits were set beside the results that followed, and the judgements held in all but one",
          "The authority foresaw the grade of {n:9-12} of the last 13 schools to be inspected",
          "Data on {grp} come to schools in {month}, ready to use, with {n:4-6} schools of like intake beside them",
          "Attendance, exclusions and complaints are read together with results, and that is how {weak} was found in "
          "{month}",
          "Schools thought to be safe are looked at as well: {n:8-13} of them were visited in {term}, and two went "
          "down a band",
          "Where pupils go after 16 is followed to the following {month2}; {n:2-3} in a hundred cannot be traced",
          "New figures on phonics were in the hands of {town}'s heads {n:6-11} days after the check"},
         {"The same questions are asked in each school, so that answers can be compared.",
          "Heads call the pack of data [clear|useful] and use it with governors.",
          "An adviser who is new in post was shadowed on {n:3-5} visits first.",
          "{n:3-6} heads had altered their plan because of it."},
         {"Two falls were caught in {month}, {n:5-8} months before results would have shown them.",
          "Help goes where it is needed: {n:7-9} of ten days in {term} were spent in the two lowest bands.",
          "No school was judged inadequate last year that the authority had thought good."}},
        {{"Notes on good schools are thin: {n:4-6} of twelve repeat a paragraph from the year before",
          "The fall at {any} was known to governors in {month} and to the adviser in {later}",
          "Figures for {grp} are gathered by another team and reach advisers {n:6-10} weeks late",
          "Advisers' judgements of teaching are kinder than results bear out in {n:5-8} of the {n:14-18} schools "
          "sampled",
          "Nobody looks at {subj} between {yg} and the end of the key stage, where most of the falls begin",
          "Of the secondary schools the authority knows what is published, and little else since {month} {year}",
          "The risk list is put together by hand from {n:4-6} sheets, and the one of {day} left out {n:2-3} schools",
          "Exclusions rose by {p:18-34} in {town}; the team that visits schools heard of it from us"},
         {"The system for this was bought in {year} and is used by {n:3-5} of eleven advisers.",
          "Heads had noticed, and one had offered to help.",
          "The gap is plain from {n:5-9} files that were put side by side.",
          "This does not agree with the authority's view of itself."},
         {"Help came {n:2-3} terms later than it could have, and a cohort of {n:27-44} pupils moved on without it.",
          "A school that was thought to be good needed {n:16-28} days of support within a year.",
          "{n:3-5} schools slid further before anyone asked why."}},
        {{"Teacher assessment without levels makes this autumn's figures hard to set beside last year's, in {n:16-27} "
          "schools above all",
          "Small cohorts, {n:8-11} in some village schools, make one child worth {n:8-11} points",
          "Results of {month} are provisional; {n:3-5} schools have asked for papers to be marked again",
          "The service takes its data from two suppliers until the contract ends in {month2}"},
         {"Advisers say so themselves, and weigh the figures with care.",
          "The national figures to compare with come in {month2}."},
         {"It is not to be said yet whether anything has changed."}}};
}

AspectWords intervention() {
    return {
        "intervention",
        "impact",
        {{"The warning notice to {weak} followed {n:12-19} days after the visit that gave cause for it, and says what "
          "has to change, how far and by when",
          "An interim board has run {weak} since {month}; its {n:6-9} minutes show spending, attendance and teaching "
          "taken up in that order",
          "Each school causing concern has a group that meets every {n:4-6} weeks, and is ended when the figures say "
          "so, not when the calendar does",
          "Delegated budgets were taken back in {n:2-3} schools within {n:4-8} weeks, and returned to one in {month}",
          "Reports to governors after a visit are sharp: {n:3-4} points, each with a pupil group, a date and who will "
          "look again",
          "Concerns about an academy in {town} went to the commissioner on {day}, {n:5-9} days after the results",
          "A change of head at {weak} was brought about before the inspection, by talk with governors over {n:5-8} "
          "weeks and with no notice needed",
          "Seven in ten plans for weak schools begin with {subj}, because the review of {month} found it there; none "
          "is copied from another"},
         {"Officers used the power without being pressed, and took legal advice within {n:3-6} days.",
          "Progress was checked on {n:4-7} dates, all of which were kept.", "Governors called it hard and fair.",
          "The school's own head agreed with every point of it."},
         {"The school came off the list after {n:3-4} terms and has stayed off it.",
          "{n:6-9} of the eleven schools that were in concern in {year} are now good.",
          "Results in {subj} at {yg} rose by {n:9-17} points within a year."}},
        {{"{weak} had {n:4-6} visits with the same concern in the notes before anything but a visit followed",
          "Formal powers were used once in {n:3-4} years, though {n:5-8} schools met the policy's own test for them",
          "Plans for schools in concern run to {n:16-24} pages and {n:38-60} actions, and {n:3-5} heads could not say "
          "what came first",
          "The group for {weak} was put off {n:2-3} times in {term}, once for want of a room",
          "Letters after visits soften what the notes say: 'serious weakness' in {subj} became 'an area to develop'",
          "Support ended at {weak} on the day of a better inspection, and results fell by {n:6-11} points the year "
          "after",
          "The concern about a trust in {town} was talked about for {n:7-11} months and not put in writing to anybody",
          "Local leaders of education are asked for only when the advisers are booked out, {n:4-7} times since "
          "{month}"},
         {"The threshold had been passed in {month}.", "Asked why, officers spoke of good relations with the school.",
          "There is no record of the reasons for waiting.", "Members were told in general words."},
         {"Pupils of {yg} had {n:3-4} teachers in a year while this was argued.",
          "The school went from requiring improvement to inadequate in {n:14-20} months.",
          "Two cohorts, some {n:70-95} pupils, left with less than they could have had."}},
        {{"{n:3-4} schools were put under closer watch in {month}, and {n:2-3} taken out; the panel's reasons are in "
          "its minutes",
          "A sponsor is sought for {weak}, with {n:2-3} trusts interested and none chosen",
          "The authority asks for {n:5-7} weeks between first visit and plan, and takes between {n:3-4} and {n:8-9}",
          "Intervention in the small schools around {town} means a shared head, tried in two pairs since {month}"},
         {"The next review is set for {day2}.", "It will take a further term to tell."},
         {"No result can be ascribed to it so far."}}};
}

AspectWords impact() {
    return {
        "impact",
        "knowledge-of-schools",
        {{"At eleven, {p:79-84} of pupils reach the expected level in all three subjects, {n:4-7} points more than in "
          "{year}, and the rise is steepest in {town}",
          "Schools that are good or better went from {p:61-67} to {p:78-84} in {n:3-4} years",
          "The gap for {grp} in {subj} narrowed from {n:24-28} points to {n:15-19} in the {n:11-16} schools of the "
          "{prog} programme",
          "Six of the {n:7-9} schools that had an adviser for a year improved in {subj} by more than the rest",
          "Phonics in {yg} rose by {n:8-14} points where coaching was given, and by {n:2-4} where it was not",
          "The list of schools in concern is down from {n:14-19} to {n:5-8} since {month} {year}",
          "Absence in {town} fell below {n:4-5} per cent for the first time, after {n:3-5} terms of work with {n:9-14} "
          "schools",
          "Results at {good} stayed up for {n:3-4} years after support ended, which heads put down to the leaders it "
          "left behind"},
         {"The rise holds when small schools are left out.",
          "National figures moved by {n:2-3} points in the same time.",
          "{n:4-7} schools account for most of it, and all had been helped.",
          "Work in books from {n:3-5} schools bears the figures out."},
         {"{n:210-390} more children each year leave primary school ready for what comes next.",
          "{town} is no longer the weakest part of the authority, for the first time since {year}.",
          "{n:4-6} schools have moved from requiring improvement to good since {month}."}},
        {{"Standards rise for most, but {grp} are as far behind in {subj} as they were in {year}, {n:19-26} points",
          "At 16, results have stood still for {n:3-4} years while those elsewhere went up",
          "Between the best ward and {town} lie {n:21-29} points in {subj}, {n:2-4} more than in {year}",
          "Of {n:12-17} schools that were helped last year, {n:5-7} did worse in {subj} than before",
          "The share of pupils in good secondary schools is {p:48-57}, and no plan says by when it is to be another",
          "Early gains at {weak} were gone within {n:3-4} terms of the last visit",
          "The {prog} programme reached {n:21-29} schools, and no difference can be seen between them and the others",
          "Progress in {subj} from seven to eleven is in the lowest fifth in {n:9-13} schools, {n:5-8} of them thought "
          "to be good"},
         {"Officers explain it by the intake, which has not changed.", "The figure was not in the self-evaluation.",
          "It is the same for boys and for girls.", "Nobody could show a plan in which this has a number and a date."},
         {"Around {n:120-190} pupils a year go on to secondary school without secure {subj}.",
          "Parents in {town} send {n:14-22} in a hundred children across the border at eleven.",
          "What was spent, some {n:60-95} thousand pounds, has changed nothing that can be measured."}},
        {{"Results of {year} are up in {subj} and down in mathematics, by {n:2-3} points each",
          "Most measures are within {n:2-3} points of those elsewhere, as they were in {year}",
          "{n:2-3} large schools became academies in {month}, which moves every average for maintained schools",
          "Of the schools supported since {month}, about half have not been inspected again"},
         {"It is open how much of this is the authority's doing.", "Three years are needed to call it a trend."},
         {"It cannot be judged before the figures of {year2} are out."}}};
}

AspectWords brokered() {
    return {
        "brokered-support",
        "school-leaders",
        {{"{weak} was matched with {good} because both teach mixed ages; staff visit every {n:2-3} weeks and keep a "
          "short log",
          "A directory lists {n:26-38} schools with what each does well, checked by an adviser before it goes in",
          "The {prog} network joins {n:9-14} schools, its costs are shared, and results in {subj} are gone over "
          "together each {month}",
          "Support that was bought from a teaching school is reviewed at {n:6-8} weeks, and was ended once, in "
          "{month}, because nothing moved",
          "Heads in {town} know whom to ask for help in {subj}, and {n:6-9} of ten did so this year without going "
          "through an adviser",
          "Colleges and {n:5-7} secondary schools teach {subj} together for {grp}, arranged by the authority in "
          "{month}",
          "Each match has a written aim with a number in it: for {weak}, {n:8-12} more pupils at the expected level by "
          "{month2}",
          "Good work on {subj} at {good} was filmed and shown to {n:31-44} teachers, {n:12-18} of whom came to see it "
          "for themselves"},
         {"Both sides say that they gain from it.",
          "The authority pays for {n:8-15} days' cover, and asks what came of them.",
          "An adviser sits in on every third meeting.", "It goes on although the grant ended in {month}."},
         {"Teaching of {subj} in the weaker school is now its surest, by its own checks and its partner's.",
          "Results rose in {n:7-10} of the {n:11-13} schools that were matched.",
          "{n:3-5} middle leaders have since been promoted within the authority."}},
        {{"{weak} was offered a partner {n:2-3} times, each from a kind of school unlike it, and refused the last",
          "Once support is arranged nobody asks about it: for {n:5-8} of {n:9-12} matches there is no note after the "
          "first visit",
          "The list of {year} names {n:6-9} schools that are no longer good, and {n:2-3} that have closed",
          "The best schools in {town} are not asked to help, though {n:4-6} said in the survey that they would",
          "{n:3-5} networks work on {subj} and none on {grp}, where results are weakest",
          "Brokered help for secondary schools comes to {n:4-7} days in a year, for {n:5-6} schools",
          "What a consultant was to do at {weak} is described as 'raising standards', with no subject and no year "
          "group",
          "Heads pay for help from outside because the authority's answer took {n:7-11} weeks"},
         {"The partner school had heard of the aim from us.", "No feedback has been asked for since {month} {year}.",
          "Records of cost and of outcome are kept by two people who do not meet.",
          "One head had stopped it, and was not asked why."},
         {"A year of support at {weak} left {subj} where it was.",
          "Good practice stays where it is: {town} and the coast might be two authorities.",
          "Schools that need help most wait longest for it."}},
        {{"From {month2} the teaching school alliance takes on matching, for {n:2-3} years",
          "The authority arranges help in {n:11-16} schools at present, led it in {n:19-26} last year",
          "{n:5-7} academies help maintained schools, of whom {n:2-3} are paid",
          "An offer to schools with its prices went out on {day}; {p:58-77} have bought some of it"},
         {"Heads wait to see whether it works.", "The contract leaves open who checks."},
         {"What it brings will show in {month2} at the earliest."}}};
}

AspectWords school_leaders() {
    return {
        "school-leaders",
        "governance",
        {{"New heads have a mentor from a school like theirs for {n:4-6} terms, and all {n:6-9} of last year's were "
          "still in post in {month}",
          "The course for middle leaders asks for a project with figures; that of {good} raised {subj} in {yg} by "
          "{n:6-11} points",
          "Vacant headships in {town} drew {n:4-6} candidates on average, after {n:2-3} in {year}, since deputies are "
          "trained to apply",
          "Heads of weak schools are spoken to early and plainly, and {n:3-5} said that this kept them in the job",
          "Self-evaluations were checked by pairs of heads in {n:18-25} schools, and {n:7-10} came out lower than the "
          "school had thought",
          "{n:5-8} good heads lead two schools each, chosen and prepared by the authority over {n:2-3} terms",
          "Deputies from {n:9-13} schools take part in reviews of others, and bring {n:2-3} ideas back each time",
          "The headteacher of {weak} had a coach within {n:8-14} days of asking, who had turned round such a school"},
         {"Places go first to schools in the two lowest bands.", "It is led by heads who do the work themselves.",
          "Those who took part rate it {n:8-9} out of ten, and name what they changed.",
          "The authority watches what becomes of those it trains."},
         {"Leadership was called good in {n:7-9} of the last ten inspections.",
          "No headship stood empty this September, for the first time in {n:4-6} years.",
          "Middle leaders now find the weak lessons themselves, {n:3-5} weeks earlier than visitors did."}},
        {{"{n:5-7} headships are filled for a term at a time, {n:3-4} of them in {town}",
          "Training for heads is the same for all, and those in their tenth year sat through the course for new ones",
          "Weak leadership at {weak} was in the adviser's notes for {n:4-6} terms before governors heard the word",
          "Middle leaders from secondary schools were offered nothing between {month} and {later}",
          "{n:3-5} heads left within {n:14-22} months, and the authority asked none of them for the reason",
          "Performance management of heads is advised upon by letter; targets at {n:4-6} schools have no number in "
          "them",
          "Heads of small schools teach {n:3-4} days a week and miss {n:6-8} of ten meetings",
          "The programme for aspiring heads had {n:14-19} places, {n:5-7} were taken, and {n:2-3} of those who "
          "finished have applied"},
         {"Governors say that they would have liked to be told.",
          "A survey of heads was made in {year} and not acted on.", "There is no list of who might be ready to lead.",
          "The adviser for this has {n:29-36} other schools."},
         {"{weak} had {n:3-4} leaders in two years, and results in {subj} fell each time.",
          "Good deputies leave for neighbouring authorities, {n:4-7} since {month}.",
          "Schools wait for visitors to tell them what is wrong."}},
        {{"{n:9-13} heads are over 58; a count of likely vacancies to {year2} is being made",
          "A new course for leaders of {subj} begins on {day2} with {n:12-20} places",
          "Leaders of {n:6-8} schools meet on their own, without the authority and not against it",
          "The offer for leaders was cut from {n:14-17} courses to {n:8-10} in {month}"},
         {"Those asked could not say yet whether it is better.", "The authority will look at it again in {month2}."},
         {"It has not had time to show in any school."}}};
}

AspectWords governance() {
    return {
        "governance",
        "school-leaders",
        {{"Each governing body is rated on {n:5-7} points after a visit to a meeting, and {n:9-13} were seen in {term}",
          "Experienced governors, {n:14-21} of them, stand ready to join a board in difficulty; {n:5-7} did so this "
          "year",
          "After training, minutes at {any} show {n:4-6} questions on {grp} in a meeting where there had been none",
          "The course on reading results is full within {n:3-6} days, is held in the evening in {town}, and ends with "
          "the governors' own school",
          "{n:2-3} boards were replaced in {n:12-18} months, each within {n:5-8} weeks of a review by an outsider",
          "Chairs meet the director {n:3-4} times a year, with papers {n:8-10} days before, and set half of the agenda",
          "Vacancies are down to {n:4-6} in a hundred seats, by asking firms in {town} for people with figures and law",
          "Clerks are trained and shared by {n:18-26} schools, so that papers come {n:6-7} days before and decisions "
          "can be found again"},
         {"The line between governors and the head is explained with cases.", "{n:3-5} chairs have a mentor.",
          "Boards that refuse a review are told what follows.",
          "It costs a school {n:280-440} pounds a year, and {p:81-93} pay it."},
         {"Governance was praised in {n:5-7} of eight inspections since {month}.",
          "At {weak} the board itself asked for the change of head, {n:2-3} terms before it would have come.",
          "Questions on spending of the premium are now asked in every school sampled."}},
        {{"New governors wait up to {n:9-14} weeks for a first session, and {n:3-5} left before it came",
          "The authority has seen the minutes of {n:6-9} boards out of {n:38-44} in the last year",
          "Chairs at {n:3-4} schools have served for more than {n:14-19} years and were never reviewed",
          "{p:17-26} of seats in {town} stand empty, most of them for parents",
          "At {weak} governors took the head's figures for {subj} as they were, {n:4-6} meetings in a row",
          "Training is about duties and law; {n:2-3} of {n:16-21} sessions are about pupils' progress",
          "Governors of schools thought to be good get a newsletter, and nobody comes",
          "A review of the board at {weak} was proposed in {month} and has no date"},
         {"The team for this has shrunk to {n:2-3} people.", "Attendance is counted, what comes of it is not.",
          "Heads who asked for help with it were sent a leaflet.", "It stands in no risk list."},
         {"The board at {weak} heard of falling results from the inspection.",
          "Challenge to heads depends on who happens to be in the chair.",
          "A deficit of {n:74-98} thousand pounds grew for {n:3-4} terms unseen."}},
        {{"All boards had to be formed anew by September; {n:33-37} were smaller than before",
          "Governor support is sold to {n:44-51} of 60 schools, academies among them",
          "A new review form was tried at {n:5-7} schools, and is to be used from {month2}",
          "{n:3-4} pairs of schools share a board, and one pair is about to part"},
         {"Chairs are divided about it.", "Nothing has been published yet."},
         {"What it changes in meetings is still to be seen."}}};
}

AspectWords resources() {
    return {
        "resources",
        "policy",
        {{"Each grant above {n:3-5} thousand pounds is looked at again after a year, and {n:4-6} of {n:17-22} were not "
          "given again",
          "The forum saw {n:3-4} costed choices for school improvement in {month} and took the one that gave most to "
          "the two lowest bands",
          "Days of advisers are booked to schools and to aims, so that the cost of {weak}, {n:21-29} thousand pounds, "
          "can be set against what came of it",
          "Surpluses of more than {p:8-12} are questioned, and {n:5-8} schools had to say what for; {n:2-3} gave back "
          "a part",
          "Traded services pay for themselves and leave {n:30-55} thousand pounds for schools in concern",
          "Use of the pupil premium was checked in {n:12-18} schools by advisers and heads together, and changed in "
          "{n:6-9} of them",
          "The team was halved in {year}, after a count of what was needed, and schools say that it is better now",
          "Money for {town} was doubled for {n:2-3} years because need was measured by results, not by numbers on "
          "roll"},
         {"Papers came to the forum {n:7-10} days ahead, in words that all could follow.",
          "Costs per school are compared with {n:5-7} other authorities.", "Heads in the survey call it open and fair.",
          "An auditor looked at it in {month} and found little to mend."},
         {"{p:68-79} of what is spent reaches schools in the two lowest bands, after half in {year}.",
          "Two contracts were ended, and {n:40-65} thousand pounds went to reading instead.",
          "{n:4-6} schools in deficit have balanced budgets again."}},
        {{"The budget lists what each school got and not what it was for; of {n:9-12} grants in {year} {n:2-3} were "
          "looked at again",
          "Reserves at {n:7-10} schools stand above {p:14-19}, and no letter has been written about them since {month} "
          "{year}",
          "The forum asked in {month} what the {prog} programme had brought for its {n:70-98} thousand pounds, and has "
          "had no answer",
          "Advisers' time goes by habit: {good} had {n:6-8} days and {weak} {n:4-5}",
          "A contract for {subj} was renewed for {n:2-3} years without a look at results",
          "{n:3-5} services sell training on {subj} to the same schools, at {n:3-4} prices",
          "Nobody follows the premium: plans on the websites of {n:8-12} out of 20 schools are a year old",
          "The cut of {p:11-18} fell on every line alike, on {grp} as on printing"},
         {"Figures for it had to be put together for us, which took {n:2-4} days.", "Members had not asked.",
          "It is not known what a day of support costs.", "The forum's chair was not told why."},
         {"The same grants were made again, and nobody can say which were worth it.",
          "Schools in {town} get {n:9-14} pounds a pupil less than need would give them.",
          "Help for {grp} stopped in {month} while money lay unspent."}},
        {{"De-delegation is voted on each {month2}; primary heads were for it by {n:14-19} to {n:5-8}",
          "The grant for improvement falls by {p:9-16} from April, as everywhere",
          "Posts in the team number {n:9-12}, {n:3-4} of them vacant and {n:2-3} paid for by schools",
          "The forum moved {n:110-180} thousand pounds between blocks in {month}, for places and not for standards"},
         {"What will be cut is not decided.", "A paper on it is due on {day2}."},
         {"Schools have not felt it so far."}}};
}

}  // namespace

std::vector<AspectWords> aspect_words() {
    return {leadership(), policy(),         knowledge(),  intervention(), impact(),
            brokered(),   school_leaders(), governance(), resources()};
}

}  // namespace daybook::sample_maker
