// A framework pack: what one inspection framework asks for, as data with its sources.
// Never compiled in: it is read from JSON, checked, and kept with the inspection that it was started with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/framework/working_days.h"

namespace daybook {

/// One line of what the framework wants looked at, or of what it takes for a sign that something is well done.
struct GuidanceLine {
    std::string id;    ///< stable within its area, aspect or letter
    std::string name;  ///< up to a paragraph
    std::string source;
    bool operator==(const GuidanceLine&) const = default;
};

/// A key aspect that evidence bears on.
struct Aspect {
    std::string id;                         ///< stable within the pack, e.g. "leadership"
    std::string short_name;                 ///< for a chip: at most 24 characters
    std::string name;                       ///< in full
    std::string area;                       ///< id of its reporting area
    std::string source;                     ///< paragraph, e.g. "H53, F30"
    std::vector<GuidanceLine> descriptors;  ///< what is seen where it is well done; may be empty
    bool operator==(const Aspect&) const = default;
};

/// What evidence can be about besides the aspects: marked like one of them, and evaluated as none.
struct OtherMatter {
    std::string id;          ///< unlike that of any aspect
    std::string short_name;  ///< for a chip: at most 24 characters
    std::string name;
    std::string source;
    bool operator==(const OtherMatter&) const = default;
};

/// A part of the report that groups aspects.
struct ReportingArea {
    std::string id;
    std::string name;
    std::string must_examine;
    std::string source;
    std::vector<GuidanceLine> considerations;  ///< may be empty
    bool operator==(const ReportingArea&) const = default;
};

/// Who is met: recorded by role, so that a person stays unnamed.
struct PersonRole {
    std::string id;
    std::string short_name;  ///< for a chip: at most 24 characters
    std::string name;
    std::string source;
    bool operator==(const PersonRole&) const = default;
};

/// A way of gathering evidence: a meeting, a call, scrutiny of documents.
struct ActivityKind {
    std::string id;
    std::string name;
    bool meets_people = false;  ///< whether participants are asked for
    std::string source;
    bool closes_inspection = false;  ///< once one has ended, the inspection is over
    bool told_outside = false;       ///< what is written there is told to others than the team
    bool operator==(const ActivityKind&) const = default;
};

/// Something that can be asked: it begins a paragraph of what is written.
struct Prompt {
    std::string id;          ///< stable within its set
    std::string short_name;  ///< what the paragraph is called: at most 40 characters
    std::string name;        ///< the question
    std::string source;
    bool operator==(const Prompt&) const = default;
};

/// Prompts that are offered together.
struct PromptSet {
    std::string id;
    std::string name;
    std::vector<std::string> kinds;  ///< ids of the kinds of activity that they are for
    std::string source;
    std::vector<Prompt> prompts;
    bool operator==(const PromptSet&) const = default;
};

/// A day of an inspection from which others are counted.
struct Milestone {
    std::string id;
    std::string name;
    bool last_day = false;  ///< it is the inspection's last day, unless another one is said
    std::string source;
    bool operator==(const Milestone&) const = default;
};

/// Until when something is to be done.
struct Deadline {
    std::string id;
    std::string name;
    std::string from;        ///< id of the milestone that it counts from; empty where the source dates nothing
    int working_days = 0;    ///< after that day
    std::string instead_of;  ///< id of the deadline that another source gives for the same; empty for most
    std::string source;
    bool operator==(const Deadline&) const = default;
};

/// What a rule looks at. The words are those of the packs.
enum class RuleCheck : std::uint8_t {
    unknown,                 ///< of a later version: said to be one that is not checked
    activity_has_time,       ///< "activity-has-time": one that has ended took some, and none was left running
    entry_bears_on,          ///< "entry-bears-on": an aspect, or another matter
    picture_has_gist,        ///< "picture-has-gist": what a photograph or drawing shows, in words
    aspect_has_evidence,     ///< "aspect-has-evidence": an entry that bears on it
    aspect_has_sources,      ///< "aspect-has-sources": of at least two kinds, if there is any
    disclosure_passed_on,    ///< "disclosure-passed-on": safeguarding, serious misconduct, possible crime
    concern_passed_on,       ///< "concern-passed-on": a serious concern, to the DCS
    follow_up_settled,       ///< "follow-up-settled": answered by an entry, or closed
    checklist_gone_through,  ///< "checklist-gone-through": of one that was begun, each item is settled; at last all are
    record_complete,         ///< "record-complete": of an activity that has ended, what is needed is recorded
    school_talks_recorded,   ///< "school-talks-recorded": where a school is inspected, or what was done to hold them
    person_unnamed,          ///< "person-unnamed": in what is followed up, or told to others than the team
};

/// What a notebook is to have, and is told where it has not.
struct Rule {
    std::string id;
    RuleCheck check = RuleCheck::unknown;
    std::string name;  ///< as it is when all is well
    std::string why;
    std::string source;
    bool operator==(const Rule&) const = default;
};

/// One thing of a checklist.
struct ChecklistItem {
    std::string id;  ///< stable within its list
    std::string name;
    std::string source;
    bool operator==(const ChecklistItem&) const = default;
};

/// Things to be done, asked for or weighed up.
struct Checklist {
    /// What is said of each of them.
    enum class Form : std::uint8_t {
        checks,     ///< whether it was done
        documents,  ///< whether it was asked for, received, read
        criteria,   ///< whether it applies
    };

    std::string id;
    std::string name;
    std::string about;  ///< what to know before one begins; empty for most
    Form form = Form::checks;
    std::string kind;  ///< id of the kind of activity in which one of the documents is read; of documents only
    std::string source;
    std::vector<ChecklistItem> items;
    bool always = false;  ///< every inspection goes through it; of criteria it says nothing
    bool operator==(const Checklist&) const = default;

    [[nodiscard]] const ChecklistItem* item(std::string_view id) const;
};

/// An answer that is tapped, so that it can be counted.
struct SurveyChoice {
    std::string id;           ///< stable within its question
    std::string name;         ///< at most 24 characters
    bool still_open = false;  ///< it says that what is asked for is still to be done; in records of meetings only
    bool operator==(const SurveyChoice&) const = default;
};

/// What schools are asked in the survey, or what a meeting is to record. Whatever else is said to it is written down in
/// words.
struct SurveyQuestion {
    std::string id;                     ///< stable: no other of the survey, or of the records of meetings, has it
    std::string short_name;             ///< at most 40 characters
    std::string name;                   ///< the question
    std::vector<SurveyChoice> choices;  ///< empty: it is answered in words alone
    std::string source;
    bool needed = false;  ///< a meeting is not recorded without it; in records of meetings only
    bool operator==(const SurveyQuestion&) const = default;
};

/// Schools that are asked the same in the survey.
struct SurveyGroup {
    std::string id;
    std::string short_name;  ///< for a chip: at most 24 characters
    std::string name;
    std::vector<std::string> ratings;  ///< the last judgements that it takes in; empty: any, or none
    std::vector<std::string> types;    ///< how the types of school begin that it takes in; empty: any
    std::string source;
    std::string kind;                       ///< id of the kind of activity that a call is; empty: it is not timed
    std::vector<SurveyQuestion> questions;  ///< may be empty
    bool operator==(const SurveyGroup&) const = default;
};

/// What activities of some kinds are to record beyond what is written in their entries.
struct MeetingRecord {
    std::string id;
    std::string name;
    std::vector<std::string> kinds;  ///< ids of the kinds of activity that it is for
    std::string source;
    std::vector<SurveyQuestion> questions;
    bool operator==(const MeetingRecord&) const = default;
};

/// What comes of an inspection in writing.
struct Letter {
    std::string about;  ///< empty where the pack says nothing of a letter
    std::string source;
    std::vector<GuidanceLine> sections;    ///< in their order
    std::vector<GuidanceLine> recipients;  ///< of a copy
    bool operator==(const Letter&) const = default;
};

/// A way in which a school can be inspected while the authority's inspection goes on.
struct SchoolInspection {
    std::string id;
    std::string short_name;  ///< for a chip: at most 24 characters
    std::string name;
    bool excluded = false;  ///< no talks about the authority belong to it
    std::string source;
    bool operator==(const SchoolInspection&) const = default;
};

/// A talk about the authority, separate from every other one, held while a school is inspected.
struct FocusedTalk {
    std::string id;
    std::string short_name;                  ///< for a chip: at most 24 characters
    std::string name;                        ///< with whom
    std::vector<std::string> roles;          ///< ids of those who can be met in it
    std::vector<std::string> not_for_types;  ///< how the types of school begin of which it is not held; empty: none
    bool by_telephone = false;               ///< it may be held so
    std::string source;
    bool operator==(const FocusedTalk&) const = default;
};

/// What is recorded of the talks during inspections of schools: each on a form of its own.
struct EvidenceForms {
    std::string about;  ///< what the forms are for, and what not
    std::string source;
    std::vector<SchoolInspection> inspections;
    std::vector<FocusedTalk> talks;
    std::vector<Prompt> themes;  ///< of each talk
    bool operator==(const EvidenceForms&) const = default;

    [[nodiscard]] const SchoolInspection* inspection(std::string_view id) const;
    [[nodiscard]] const FocusedTalk* talk(std::string_view id) const;
    [[nodiscard]] bool empty() const { return talks.empty(); }
};

struct Pack {
    std::string id;       ///< "england-la-school-improvement-2015"
    std::string version;  ///< "1"
    std::string name;
    std::string short_name;
    std::string licence;
    std::vector<std::string> sources;  ///< what H and F stand for
    std::vector<ReportingArea> areas;
    std::vector<Aspect> aspects;
    std::vector<PersonRole> roles;
    std::vector<ActivityKind> activity_kinds;
    std::vector<PromptSet> prompt_sets;      ///< may be empty
    std::vector<Checklist> checklists;       ///< may be empty
    HolidayCalendar calendar;                ///< knows no year where the pack has none
    std::vector<Milestone> milestones;       ///< may be empty
    std::vector<Deadline> deadlines;         ///< may be empty
    std::vector<OtherMatter> other_matters;  ///< may be empty
    std::vector<Rule> rules;                 ///< may be empty
    std::vector<SurveyGroup> survey_groups;  ///< may be empty; a school can be in several
    Letter letter;
    EvidenceForms evidence_forms;            ///< may be empty
    std::vector<MeetingRecord> records;      ///< may be empty
    std::vector<std::string> person_titles;  ///< words before a person's name, "Dr"; may be empty

    bool operator==(const Pack&) const = default;

    [[nodiscard]] const Aspect* aspect(std::string_view id) const;
    [[nodiscard]] const PersonRole* role(std::string_view id) const;
    [[nodiscard]] const ActivityKind* activity_kind(std::string_view id) const;
    [[nodiscard]] const ReportingArea* area(std::string_view id) const;
    [[nodiscard]] const Checklist* checklist(std::string_view id) const;
    [[nodiscard]] const Milestone* milestone(std::string_view id) const;
    [[nodiscard]] const Deadline* deadline(std::string_view id) const;
    [[nodiscard]] const OtherMatter* other_matter(std::string_view id) const;
    [[nodiscard]] const Rule* rule(std::string_view id) const;
    /// What an entry can bear on, aspect or other matter, in few words; empty if there is no such thing.
    [[nodiscard]] std::string_view short_name_of(std::string_view id) const;
    [[nodiscard]] const SurveyGroup* survey_group(std::string_view id) const;
    /// Those for this kind of activity, in the pack's order.
    [[nodiscard]] std::vector<const PromptSet*> prompt_sets_of(std::string_view kind) const;
    /// The same of what is to be recorded.
    [[nodiscard]] std::vector<const MeetingRecord*> records_of(std::string_view kind) const;
    /// A question of those records; null if none asks it.
    [[nodiscard]] const SurveyQuestion* recorded_question(std::string_view id) const;
};

/// What a choice of a question is called; its id where the question is null or has no such choice.
[[nodiscard]] const std::string& choice_name(const SurveyQuestion* question, const std::string& choice);

/// Reads a pack. Errc::corrupt names the place and the remedy, e.g. "aspects[3].area: there is no area 'money'".
/// Refused: more than 4 MiB, 100,000 values or 16 levels, duplicate ids, a member named twice, missing or empty
/// members, names of unknown areas, text that is not UTF-8. Members that this version does not know are passed over: a
/// later pack of the same "format" (1) still opens; one of a later format is Errc::newer. assets/frameworks/schema.json
/// describes every member.
[[nodiscard]] Result<Pack> parse_pack(ByteView json);

}  // namespace daybook
