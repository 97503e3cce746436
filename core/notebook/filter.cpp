#include "core/notebook/filter.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "core/notebook/contemporaneity.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

using Numbers = std::vector<std::size_t>;
using OfEachFilter = std::array<Numbers, all_filters.size()>;

std::size_t place_of(Filter filter) {
    return static_cast<std::size_t>(filter);
}

std::string day_of(const Activity& activity) {
    return calendar_date(activity.started);
}

/// The values of one filter, each with a number for as long as they are counted.
class Values {
public:
    /// Those that are wanted have the first numbers.
    explicit Values(const std::set<std::string>& wanted) : wanted_(wanted.size()) {
        for (const std::string& value : wanted) number_of(value);
    }

    std::size_t number_of(std::string_view value) {
        const auto known = numbers_.find(value);
        if (known != numbers_.end()) return known->second;
        numbers_.emplace(std::string(value), left_.size());
        left_.push_back(0);
        return left_.size() - 1;
    }
    [[nodiscard]] bool let_pass(const Numbers& numbers) const {
        return wanted_ == 0 || std::ranges::any_of(numbers, [&](std::size_t number) { return number < wanted_; });
    }
    void count(const Numbers& numbers) {
        for (const std::size_t number : numbers) ++left_[number];
    }
    [[nodiscard]] std::vector<FilterValue> counted() const {
        std::vector<FilterValue> all;
        for (const auto& [value, number] : numbers_) all.push_back({value, left_[number]});
        return all;
    }

private:
    std::size_t wanted_;
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::vector<std::size_t> left_;
};

class Counting {
public:
    Counting(const Notebook& book, const Criteria& criteria) : book_(book) {
        for (const Filter filter : all_filters) values_.emplace_back(criteria.of(filter));
        for (const Attachment* one : book.attachments()) {
            if (!one->retired) with_photograph_.insert(one->of);
        }
        for (const Drawing* one : book.drawings().all()) {
            if (!one->retired) with_drawing_.insert(one->of);
        }
    }

    void take(const Entry& entry, bool has_words) {
        for (Numbers& numbers : own_) numbers.clear();
        const Activity* activity = book_.activity(entry.activity);
        read(entry, activity);
        const OfEachFilter& of_activity = activity == nullptr ? none_ : read(*activity);
        const auto numbers_of = [&](std::size_t at) -> const Numbers& {
            return of_activity[at].empty() ? own_[at] : of_activity[at];
        };
        std::size_t failed = has_words ? 0 : 1;
        std::size_t failing = values_.size();
        for (std::size_t at = 0; at < values_.size() && failed < 2; ++at) {
            if (values_[at].let_pass(numbers_of(at))) continue;
            ++failed;
            failing = at;
        }
        if (failed == 0) {
            found_.left.push_back(&entry);
            ++found_.without_words;
            for (std::size_t at = 0; at < values_.size(); ++at) values_[at].count(numbers_of(at));
            for (std::size_t& without : found_.without) ++without;
        } else if (failed == 1 && !has_words) {
            ++found_.without_words;
        } else if (failed == 1) {
            // Only this filter keeps it away: another value of it might not.
            values_[failing].count(numbers_of(failing));
            ++found_.without[failing];
        }
    }

    Filtered take_found() {
        for (std::size_t at = 0; at < values_.size(); ++at) found_.values[at] = values_[at].counted();
        return std::move(found_);
    }

private:
    void add(OfEachFilter& to, Filter filter, std::string_view value) {
        Numbers& numbers = to[place_of(filter)];
        const std::size_t number = values_[place_of(filter)].number_of(value);
        if (!std::ranges::contains(numbers, number)) numbers.push_back(number);
    }

    void read(const Entry& entry, const Activity* activity) {
        const auto& passages = book_.passages_of(entry.id);
        add(own_, Filter::inspector, inspector_of(entry, activity));
        for (const std::string& id : entry.aspects) add(own_, Filter::bearing, id);
        if (entry.polarity != Polarity::unmarked) add(own_, Filter::polarity, edits::polarity_word(entry.polarity));
        for (const Passage* one : passages) {
            if (!one->holds() || one->stands == Passage::Stands::gone) continue;
            for (const std::string& id : one->aspects) add(own_, Filter::bearing, id);
            if (one->polarity != Polarity::unmarked) add(own_, Filter::polarity, edits::polarity_word(one->polarity));
        }
        if (own_[place_of(Filter::polarity)].empty())
            add(own_, Filter::polarity, edits::polarity_word(Polarity::unmarked));
        const auto flag = [&](bool is_on, std::string_view word) {
            if (is_on) add(own_, Filter::flag, word);
        };
        flag(entry.in_confidence || confidential(passages) > 0 || make_all_confidential(passages),
             entry_flags::in_confidence);
        flag(entry.come_back, entry_flags::come_back);
        flag(entry.reconstructed, entry_flags::reconstructed);
        flag(with_photograph_.contains(entry.id), entry_flags::photograph);
        flag(with_drawing_.contains(entry.id), entry_flags::drawing);
        if (entry.follow_up) {
            const bool is_open = state_of(book_, *entry.follow_up) == FollowUpState::open;
            add(own_, Filter::flag, is_open ? entry_flags::follow_up : entry_flags::followed_up);
        }
        flag(entry.emerging, entry_flags::emerging);
        flag(!entry.disclosure.empty(), entry_flags::disclosure);
        flag(entry.serious_concern, entry_flags::serious_concern);
        flag(entry.retired, entry_flags::retired);
        if (activity == nullptr) add(own_, Filter::day, daybook::day_of(book_, entry));
        // The sample's words were all written when it was opened.
        if (book_.inspection().is_sample && !entry.reconstructed) return;
        if (const auto word = contemporaneity_word(when_written(entry, activity).when); !word.empty())
            add(own_, Filter::written, word);
    }

    const OfEachFilter& read(const Activity& activity) {
        const auto [place, is_new] = of_activity_.try_emplace(activity.id);
        if (!is_new) return place->second;
        OfEachFilter& its = place->second;
        add(its, Filter::day, day_of(activity));
        add(its, Filter::kind, activity.kind);
        if (!activity.school.is_nil()) add(its, Filter::school, activity.school.hex());
        for (const std::string& role : activity.roles) add(its, Filter::role, role);
        return its;
    }

    const Notebook& book_;
    std::vector<Values> values_;
    std::set<ItemId> with_photograph_;
    std::set<ItemId> with_drawing_;
    std::map<ItemId, OfEachFilter> of_activity_;
    OfEachFilter own_;  ///< of the entry that is taken
    const OfEachFilter none_{};
    Filtered found_;
};

}  // namespace

Filtered filtered(const Notebook& book, const Criteria& criteria, const std::set<ItemId>* with_words) {
    Counting counting(book, criteria);
    for (const Entry* entry : book.entries())
        counting.take(*entry, with_words == nullptr || with_words->contains(entry->id));
    return counting.take_found();
}

bool leaves(const Criteria& criteria, const Activity& activity) {
    const auto any = [&](Filter filter, const auto& has) {
        const auto& wanted = criteria.of(filter);
        return wanted.empty() || std::ranges::any_of(wanted, has);
    };
    const auto never = [](const std::string&) { return false; };
    for (const Filter filter : {Filter::bearing, Filter::flag, Filter::polarity, Filter::written}) {
        if (!any(filter, never)) return false;
    }
    return any(Filter::inspector, [&](const std::string& value) { return value == activity.inspector; }) &&
           any(Filter::day, [&](const std::string& value) { return value == day_of(activity); }) &&
           any(Filter::kind, [&](const std::string& value) { return value == activity.kind; }) &&
           any(Filter::school, [&](const std::string& value) { return value == activity.school.hex(); }) &&
           any(Filter::role, [&](const std::string& value) { return std::ranges::contains(activity.roles, value); });
}

std::string day_of(const Notebook& book, const Entry& entry) {
    const Activity* activity = book.activity(entry.activity);
    return activity != nullptr ? day_of(*activity) : calendar_date(entry.begun.value_or(entry.created));
}

}  // namespace daybook
