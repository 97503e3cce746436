#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/log/fold.h"

namespace daybook {
namespace {

std::pair<Stamp, RevisionRef> order_of(const TextVersion& version) {
    return {version.stamp, version.ref};
}

/// Offsets that a stranger made up are moved into the text and back to the beginning of a character. Gives where they
/// came to lie.
TextChange splice_into(std::string& text, const Splice& splice) {
    const auto begin = static_cast<std::size_t>(std::min<std::uint64_t>(splice.at, text.size()));
    const auto erased = static_cast<std::size_t>(std::min<std::uint64_t>(splice.erased, text.size() - begin));
    const std::size_t from = character_start(text, begin);
    const std::size_t to = character_start(text, begin + erased);
    text.replace(from, to - from, splice.inserted);
    return {from, to - from, splice.inserted.size()};
}

}  // namespace

void Text::apply(const Revision& revision, const Splice& splice) {
    add({splice, {revision.ref(), revision.stamp, revision.author, revision.written_at, {}}});
}

void Text::add(Step step) {
    const RevisionRef ref = step.made.ref;
    if (steps_.contains(ref) || waiting_.contains(ref)) return;
    if (const auto missing = missing_base(step.splice)) {
        waiting_.emplace(ref, std::move(step));
        waiting_for_.emplace(*missing, ref);
        return;
    }
    take_in(std::move(step));
    // What waited for this step may be waited for in turn. A list and not recursion: a chain can be thousands long.
    std::vector<RevisionRef> arrived{ref};
    while (!arrived.empty()) {
        const auto [first, last] = waiting_for_.equal_range(arrived.back());
        std::vector<RevisionRef> candidates;
        for (auto one = first; one != last; ++one) candidates.push_back(one->second);
        waiting_for_.erase(first, last);
        arrived.pop_back();
        for (const RevisionRef candidate : candidates) {
            const auto held_back = waiting_.find(candidate);
            if (const auto missing = missing_base(held_back->second.splice)) {
                waiting_for_.emplace(*missing, candidate);
                continue;
            }
            take_in(std::move(held_back->second));
            waiting_.erase(held_back);
            arrived.push_back(candidate);
        }
    }
}

std::optional<RevisionRef> Text::missing_base(const Splice& splice) const {
    const auto missing =
        std::ranges::find_if(splice.bases, [&](const RevisionRef& base) { return !steps_.contains(base); });
    if (missing == splice.bases.end()) return std::nullopt;
    return *missing;
}

void Text::take_in(Step step) {
    TextVersion head = step.made;
    head.text = take_text_of_base(step.splice);
    step.change = splice_into(head.text, step.splice);
    std::erase_if(heads_, [&](const TextVersion& version) {
        return std::ranges::find(step.splice.bases, version.ref) != step.splice.bases.end();
    });
    heads_.insert(std::ranges::upper_bound(heads_, order_of(head), {}, order_of), std::move(head));
    if (!step.splice.inserted.empty()) {
        if (!begun_ || order_of(step.made) < order_of(steps_.at(*begun_).made)) begun_ = step.made.ref;
        if (!added_ || order_of(steps_.at(*added_).made) < order_of(step.made)) added_ = step.made.ref;
    }
    const RevisionRef ref = step.made.ref;
    steps_.emplace(ref, std::move(step));
}

/// The words that the splice changes: moved out of the head that it replaces, replayed if it was made on an older one.
std::string Text::take_text_of_base(const Splice& splice) {
    if (splice.bases.empty()) return {};
    const auto head = std::ranges::find(heads_, splice.bases.front(), &TextVersion::ref);
    if (head != heads_.end()) return std::move(head->text);
    return version(splice.bases.front()).value_or("");
}

std::string_view Text::words() const {
    return heads_.empty() ? std::string_view{} : heads_.back().text;
}

std::optional<LocalTime> Text::begun_at() const {
    if (!begun_) return std::nullopt;
    return steps_.at(*begun_).made.written_at;
}

std::optional<LocalTime> Text::last_added_at() const {
    if (!added_) return std::nullopt;
    return steps_.at(*added_).made.written_at;
}

std::vector<TextStep> Text::steps_to(RevisionRef ref, std::optional<RevisionRef> after) const {
    std::vector<TextStep> path;
    for (std::optional<RevisionRef> next = ref; next && next != after;) {
        const auto found = steps_.find(*next);
        if (found == steps_.end()) break;
        const Step& step = found->second;
        path.push_back(step_of(step));
        next = path.back().base;
    }
    return path;
}

TextStep Text::step_of(const Step& step) {
    const std::vector<RevisionRef>& bases = step.splice.bases;
    TextStep told{.made = &step.made, .change = step.change, .base = std::nullopt, .inserted = step.splice.inserted};
    if (bases.empty()) return told;
    told.base = bases.front();
    told.left_behind = bases.size() - 1;
    return told;
}

std::vector<TextStep> Text::all_steps() const {
    std::vector<TextStep> all;
    for (const auto& [ref, step] : steps_) all.push_back(step_of(step));
    std::ranges::sort(all, {}, [](const TextStep& step) { return order_of(*step.made); });
    return all;
}

Text Text::until(Instant moment) const {
    std::vector<const Step*> earlier;
    for (const auto* held : {&steps_, &waiting_}) {
        for (const auto& [ref, step] : *held) {
            if (step.made.written_at.at <= moment) earlier.push_back(&step);
        }
    }
    std::ranges::sort(earlier, {}, [](const Step* step) { return order_of(step->made); });
    Text text;
    for (const Step* step : earlier) text.add(*step);
    return text;
}

std::optional<Stamp> Text::last_stamp() const {
    std::optional<Stamp> last;
    for (const auto* held : {&steps_, &waiting_}) {
        for (const auto& [ref, step] : *held) {
            if (!last || *last < step.made.stamp) last = step.made.stamp;
        }
    }
    return last;
}

std::optional<std::string> Text::version(RevisionRef ref) const {
    const auto head = std::ranges::find(heads_, ref, &TextVersion::ref);
    if (head != heads_.end()) return head->text;
    std::vector<const Splice*> path;
    for (auto step = steps_.find(ref); step != steps_.end();) {
        const Splice& splice = step->second.splice;
        path.push_back(&splice);
        step = splice.bases.empty() ? steps_.end() : steps_.find(splice.bases.front());
    }
    if (path.empty()) return std::nullopt;
    std::string text;
    for (auto splice = path.rbegin(); splice != path.rend(); ++splice) splice_into(text, **splice);
    return text;
}

}  // namespace daybook
