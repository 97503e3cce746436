// The invented inspection that a new user can open, to see what a filled notebook looks like.
// Never a real place or person; it names roles, aspects and kinds of activity of one pack.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/framework/pack.h"

namespace daybook {

/// That something of an entry was passed on: see PassedOn.
struct SamplePassedOn {
    std::string about;  ///< a word of `duties`, that the entry obliges to
    std::string to;
    std::string by;
    std::int64_t at_minutes = 0;  ///< as SampleActivity::start_minutes
    std::string words;
    bool operator==(const SamplePassedOn&) const = default;
};

struct SampleFollowUp {
    std::string owner;
    std::vector<std::string> answered_by;  ///< keys of entries
    std::string closed;                    ///< why it needs no answer; may be empty
    bool operator==(const SampleFollowUp&) const = default;
};

struct SampleEntry {
    std::string words;
    std::vector<std::string> aspects;  ///< ids of the pack, other matters among them
    std::string polarity;              ///< "strength", "weakness" or "neutral"
    bool in_confidence = false;
    std::string impact;  ///< may be empty
    std::string key{};   ///< what another entry calls it; empty for most
    bool emerging = false;
    bool come_back = false;
    bool reconstructed = false;
    std::optional<SampleFollowUp> follow_up{};
    std::string disclosure{};  ///< a word of `duties` that can be disclosed; empty for most
    bool serious_concern = false;
    std::vector<SamplePassedOn> passed_on{};
    bool operator==(const SampleEntry&) const = default;
};

/// While the timer stood.
struct SamplePause {
    std::int64_t from_minutes = 0;  ///< after its activity began
    std::int64_t minutes = 0;
    bool operator==(const SamplePause&) const = default;
};

/// To a question of the survey, or of what an activity is to record.
struct SampleAnswer {
    std::string choice;  ///< id of the pack; may be empty
    std::string words;   ///< may be empty
    bool operator==(const SampleAnswer&) const = default;
};

struct SampleActivity {
    std::string kind;  ///< id of the pack
    std::string place;
    std::int64_t start_minutes = 0;  ///< minutes after the first activity began, whose moment the caller chooses
    std::int64_t minutes = 0;        ///< minutes that it took, pauses included
    std::vector<std::string> roles;  ///< ids of the pack; empty where nobody is met
    std::vector<SampleEntry> entries;
    std::string inspector{};  ///< the lead, or one of the team; empty: whoever opens the sample
    std::string school{};     ///< its number; empty: none
    bool typed = false;       ///< its times were typed in, no timer ran
    std::vector<SamplePause> pauses{};
    std::map<std::string, SampleAnswer> record{};  ///< by the ids of the questions that the pack has for its kind
    bool operator==(const SampleActivity&) const = default;
};

struct SampleSchool {
    std::string urn;
    std::string name;
    std::string type;
    std::string phase;
    std::string rating;      ///< may be empty
    std::string inspection;  ///< that is under way, by its id in the pack; may be empty
    bool operator==(const SampleSchool&) const = default;
};

/// What is said of an item of a checklist.
struct SampleCheck {
    std::string list;  ///< ids of the pack
    std::string item;
    std::string state;  ///< a word of check_states
    std::string note;   ///< may be empty
    bool operator==(const SampleCheck&) const = default;
};

struct SampleDeclaration {
    std::string who;
    std::string what;
    std::string day;
    std::string decided;  ///< may be empty
    bool operator==(const SampleDeclaration&) const = default;
};

/// An evidence form.
struct SampleForm {
    std::string school;               ///< its number
    std::string talk;                 ///< id of the pack
    std::string state;                ///< a word of form_states
    std::string medium;               ///< a word of form_media; may be empty
    std::vector<std::string> people;  ///< ids of roles of the talk
    std::string efforts;              ///< may be empty
    std::map<std::string, std::string> themes;
    bool operator==(const SampleForm&) const = default;
};

/// What came of calling a school in the telephone survey.
struct SampleCall {
    std::string school;                             ///< its number
    std::string outcome;                            ///< a word of outcomes
    std::optional<std::int64_t> call_back_minutes;  ///< as SampleActivity::start_minutes
    std::map<std::string, SampleAnswer> answers;    ///< by the questions' ids
    bool operator==(const SampleCall&) const = default;
};

/// A session that was planned.
struct SamplePlanned {
    std::string day;
    std::string from;  ///< "09:30"
    std::string to;
    std::string kind;    ///< id of the pack; may be empty if there is a title
    std::string title;   ///< may be empty if there is a kind
    std::string place;   ///< may be empty
    std::string school;  ///< its number; may be empty
    std::vector<std::string> inspectors;
    std::vector<std::string> roles;  ///< ids of the pack
    std::string note;                ///< may be empty
    bool operator==(const SamplePlanned&) const = default;
};

struct SampleContact {
    std::string name;
    std::string role;  ///< in words
    std::string telephone;
    std::string email;
    std::string note;
    bool operator==(const SampleContact&) const = default;
};

struct SampleInspection {
    std::string title;
    std::string authority;
    std::string lead;
    std::vector<std::string> team;
    std::string first_day;  ///< "2015-09-14"
    std::string last_day;
    std::vector<SampleActivity> activities;
    std::vector<SampleSchool> schools{};
    std::map<std::string, std::string> milestones{};  ///< days, by their ids in the pack
    std::vector<SampleCheck> checks{};
    std::vector<SampleDeclaration> declarations{};
    std::vector<SampleForm> forms{};
    std::vector<SampleCall> survey{};
    std::vector<SamplePlanned> plan{};
    std::vector<SampleContact> contacts{};
    bool operator==(const SampleInspection&) const = default;
};

/// Reads a sample and checks it against `pack`. Errc::corrupt names the place and the remedy, e.g.
/// "activities[0].roles: the pack has no role 'mayor'; ...". Limits are those of a pack. All that a notebook can do
/// without may be missing: schools, the survey, whatever is only said of some entries.
[[nodiscard]] Result<SampleInspection> parse_sample(ByteView json, const Pack& pack);

}  // namespace daybook
