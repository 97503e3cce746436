#include "core/notebook/health.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>

#include "core/base/blank.h"
#include "core/notebook/bearing.h"
#include "core/notebook/deadlines.h"
#include "core/notebook/evidence_form.h"
#include "core/notebook/meeting_record.h"
#include "core/notebook/person_names.h"
#include "core/notebook/time_spent.h"

namespace daybook {
namespace {

using Found = std::function<void(ItemId)>;

void activities_without_time(const Notebook& book, Instant now, const Found& found) {
    for (const Activity* one : book.activities()) {
        if (lacks_time(*one, now) || was_left_running(*one, now)) found(one->id);
    }
}

void activities_not_recorded(const Notebook& book, const Found& found) {
    for (const Activity* one : book.activities()) {
        if (one->retired || one->is_running() || progress_of(book.pack(), *one).lacking.empty()) continue;
        found(one->id);
    }
}

void entries_that_bear_on_nothing(const Notebook& book, const Found& found) {
    for (const Entry* one : book.entries()) {
        if (!one->retired && bears_on_nothing(book, *one)) found(one->id);
    }
}

bool is_retired(const Notebook& book, ItemId entry) {
    const Entry* known = book.entry(entry);
    return known != nullptr && known->retired;
}

void pictures_without_gist(const Notebook& book, const Found& found) {
    for (const Attachment* one : book.attachments()) {
        if (!one->retired && is_blank(one->gist) && !is_retired(book, one->of)) found(one->id);
    }
    for (const Drawing* one : book.drawings().all()) {
        if (!one->retired && is_blank(one->gist) && !is_retired(book, one->of)) found(one->id);
    }
}

/// The kinds of source of an activity: whoever was met, each a kind of its own, or else the way of gathering.
std::set<std::string> sources_of(const Activity& activity) {
    std::set<std::string> kinds;
    for (const std::string& role : activity.roles) kinds.insert("role " + role);
    if (kinds.empty()) kinds.insert("kind " + activity.kind);
    return kinds;
}

/// For each aspect that has evidence, the kinds of source that it comes from.
std::map<std::string, std::set<std::string>> sources_of_aspects(const Notebook& book) {
    std::map<std::string, std::set<std::string>> sources;
    for (const Entry* entry : book.entries()) {
        if (entry->retired) continue;
        const Activity* activity = book.activity(entry->activity);
        for (const std::string& aspect : bearings(book, *entry)) {
            std::set<std::string>& of = sources[aspect];
            if (activity != nullptr) of.merge(sources_of(*activity));
        }
    }
    return sources;
}

void add_aspects(const Notebook& book, const Rule& rule, std::vector<Shortfall>& all) {
    constexpr std::size_t least = 2;  // "different" takes two
    const auto sources = sources_of_aspects(book);
    for (const Aspect& aspect : book.pack().aspects) {
        const auto known = sources.find(aspect.id);
        const bool has_evidence = known != sources.end();
        const bool falls_short =
            rule.check == RuleCheck::aspect_has_evidence ? !has_evidence : has_evidence && known->second.size() < least;
        if (falls_short) all.push_back({.rule = &rule, .aspect = &aspect});
    }
}

void entries_with_duty(const Notebook& book, bool (*is_this)(std::string_view about), const Found& found) {
    for (const Entry* entry : book.entries()) {
        const auto owed = duties_of(book, *entry);
        if (std::ranges::any_of(owed, [&](const Duty& one) { return one.is_open() && is_this(one.about); }))
            found(entry->id);
    }
}

bool is_concern(std::string_view about) {
    return about == duties::serious_concern;
}
bool is_disclosure(std::string_view about) {
    return !is_concern(about);
}

void open_lines_of_enquiry(const Notebook& book, const Found& found) {
    for (const Entry* entry : book.entries()) {
        if (!entry->retired && entry->follow_up && state_of(book, *entry->follow_up) == FollowUpState::open)
            found(entry->id);
    }
}

/// The last of the days that the pack takes for it: one of them may have been said to be another.
std::string last_day_of(const Notebook& book) {
    std::string last;
    for (const Milestone& one : book.pack().milestones) {
        if (one.last_day) last = std::max(last, day_of(one, book.inspection()));
    }
    return last.empty() ? book.inspection().last_day : last;
}

/// Whether its last day is over, or something has ended that closes it.
bool is_over(const Notebook& book, LocalTime now) {
    const std::string last_day = last_day_of(book);
    if (!last_day.empty() && calendar_date(now) > last_day) return true;
    return std::ranges::any_of(book.activities(), [&](const Activity* one) {
        const ActivityKind* kind = book.pack().activity_kind(one->kind);
        return one->ended && !one->retired && kind != nullptr && kind->closes_inspection;
    });
}

/// Of criteria none has to be said: they are weighed up.
void add_checks(const Notebook& book, LocalTime now, const Rule& rule, std::vector<Shortfall>& all) {
    const bool over = is_over(book, now);
    for (const Checklist& list : book.pack().checklists) {
        if (list.form == Checklist::Form::criteria) continue;
        const CheckCount count = count_checks(book, list);
        if (count.open == count.all) {
            if (over && list.always) all.push_back({.rule = &rule, .list = &list});
            continue;
        }
        for (const ChecklistItem& item : list.items) {
            const CheckedItem* said = book.check(list.id, item.id);
            if (said != nullptr && is_settled(list.form, said->state)) continue;
            all.push_back(
                {.rule = &rule, .item = check_id(book.id(), list.id, item.id), .list = &list, .check = &item});
        }
    }
}

/// Talks that are not to be held are no shortfall, whatever their forms say.
bool lacks_a_talk(const Notebook& book, const FocusedSchool& focused) {
    const EvidenceForms& asked = book.pack().evidence_forms;
    const School& school = *focused.school;
    return focused.counts() && std::ranges::any_of(focused.talks, [&](const FocusedTalk* talk) {
               if (is_of_type(school.facts, talk->not_for_types)) return false;
               using Sign = FormProgress::Sign;
               const Sign sign = progress_of(asked, book.form(school.id, talk->id)).sign;
               return sign != Sign::complete && sign != Sign::unavailable;
           });
}

void schools_without_talks(const Notebook& book, const Found& found) {
    for (const FocusedSchool& focused : focused_schools(book)) {
        if (lacks_a_talk(book, focused)) found(focused.school->id);
    }
}

/// The activities in which what is written is told to others than the team.
std::vector<const Activity*> told_outside(const Notebook& book) {
    std::vector<const Activity*> told = book.activities();
    std::erase_if(told, [&](const Activity* one) {
        const ActivityKind* kind = book.pack().activity_kind(one->kind);
        return one->retired || kind == nullptr || !kind->told_outside;
    });
    return told;
}

/// The first name in an entry's words, in the impact that was seen, or in why nothing is followed up any more.
std::string_view person_in(const PersonNames& names, const Entry& entry) {
    std::string_view found = names.first_in(entry.words);
    if (found.empty()) found = names.first_in(entry.impact);
    if (found.empty() && entry.follow_up && entry.follow_up->closed)
        found = names.first_in(entry.follow_up->closed->words);
    return found;
}

/// The same in what a meeting records.
std::string_view person_in(const PersonNames& names, const Answers& record) {
    for (const auto& [question, answer] : record) {
        const std::string_view found = names.first_in(answer.words);
        if (!found.empty()) return found;
    }
    return {};
}

void add_persons(const Notebook& book, const Rule& rule, std::vector<Shortfall>& all) {
    const PersonNames names(book);
    const std::vector<const Activity*> told = told_outside(book);
    std::set<ItemId> told_ids;
    for (const Activity* one : told) told_ids.insert(one->id);
    const auto add = [&](ItemId item, std::string_view person) {
        if (!person.empty()) all.push_back({.rule = &rule, .item = item, .person = person});
    };
    for (const Entry* one : book.entries()) {
        if (one->retired || (!one->follow_up && !told_ids.contains(one->activity))) continue;
        add(one->id, person_in(names, *one));
    }
    for (const Activity* one : told) add(one->id, person_in(names, one->record));
}

void add_of_rule(const Notebook& book, LocalTime now, const Rule& rule, std::vector<Shortfall>& all) {
    const auto found = [&](ItemId item) { all.push_back({.rule = &rule, .item = item}); };
    switch (rule.check) {
        case RuleCheck::activity_has_time:
            activities_without_time(book, now.at, found);
            break;
        case RuleCheck::entry_bears_on:
            entries_that_bear_on_nothing(book, found);
            break;
        case RuleCheck::picture_has_gist:
            pictures_without_gist(book, found);
            break;
        case RuleCheck::aspect_has_evidence:
        case RuleCheck::aspect_has_sources:
            add_aspects(book, rule, all);
            break;
        case RuleCheck::disclosure_passed_on:
            entries_with_duty(book, is_disclosure, found);
            break;
        case RuleCheck::concern_passed_on:
            entries_with_duty(book, is_concern, found);
            break;
        case RuleCheck::follow_up_settled:
            open_lines_of_enquiry(book, found);
            break;
        case RuleCheck::checklist_gone_through:
            add_checks(book, now, rule, all);
            break;
        case RuleCheck::record_complete:
            activities_not_recorded(book, found);
            break;
        case RuleCheck::school_talks_recorded:
            schools_without_talks(book, found);
            break;
        case RuleCheck::person_unnamed:
            add_persons(book, rule, all);
            break;
        case RuleCheck::unknown:
            break;
    }
}

}  // namespace

std::string Shortfall::key() const {
    if (aspect != nullptr) return rule->id + " " + aspect->id;
    if (list != nullptr && check == nullptr) return rule->id + " " + list->id;
    return rule->id + " " + item.hex();
}

std::vector<Shortfall> shortfalls(const Notebook& book, LocalTime now) {
    std::vector<Shortfall> all;
    for (const Rule& rule : book.pack().rules) add_of_rule(book, now, rule, all);
    const auto& aside = book.inspection().set_aside;
    if (aside.empty()) return all;
    for (Shortfall& one : all) {
        const auto known = aside.find(one.key());
        if (known != aside.end()) one.set_aside = &known->second;
    }
    return all;
}

std::size_t open_among(const std::vector<Shortfall>& found) {
    return static_cast<std::size_t>(std::ranges::count(found, nullptr, &Shortfall::set_aside));
}

}  // namespace daybook
