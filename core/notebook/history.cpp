#include "core/notebook/history.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

using What = EntryChange::What;
using Of = EntryChange::Of;

struct KnownField {
    std::string_view name;
    What what;
    Value unset;
};

const std::array<KnownField, 4>& known_fields() {
    static const std::array<KnownField, 4> fields{
        {{words::polarity, What::polarity, std::string(edits::polarity_word(Polarity::unmarked))},
         {words::in_confidence, What::in_confidence, false},
         {words::come_back, What::come_back, false},
         {words::reconstructed, What::reconstructed, false}}};
    return fields;
}

/// What it says comes with the item: its first value is no change of it.
bool comes_with(std::string_view field) {
    constexpr std::array<std::string_view, 7> names{words::of_item, words::anchor,       words::media_type,
                                                    words::size,    words::content_hash, words::first_piece,
                                                    words::pieces};
    return std::ranges::contains(names, field);
}

/// Takes all that was ever said of an entry and of what belongs to it.
class Gathering {
public:
    explicit Gathering(const Notebook& book) : book_(book) {}

    void take(Of of, ItemId id) {
        const Item* item = book_.items().find(id);
        if (item == nullptr) return;
        of_ = of;
        item_ = id;
        if (item->created) add(What::created, {}, *item->created, std::monostate{});
        take_history(What::retired, {}, item->retired, false);
        for (const auto& [name, field] : item->fields) take_field(name, field);
        for (const auto& [name, set] : item->sets) {
            for (const auto& [member, said] : set.members) take_member(name, member, said);
        }
        for (const auto& [name, text] : item->texts) take_text(name, text);
    }

    /// In the order of the log.
    [[nodiscard]] std::vector<EntryChange> all() && {
        std::ranges::sort(all_, {}, [](const EntryChange& one) { return std::pair(one.stamp, one.ref); });
        return std::move(all_);
    }

private:
    EntryChange& add(What what, std::string_view detail, const Stamped& said, Value before) {
        return all_.emplace_back(EntryChange{.what = what,
                                             .of = of_,
                                             .item = item_,
                                             .detail = std::string(detail),
                                             .ref = said.ref,
                                             .stamp = said.stamp,
                                             .author = said.author,
                                             .at = said.written_at,
                                             .before = std::move(before),
                                             .after = said.value,
                                             .base = std::nullopt});
    }

    void take_history(What what, std::string_view detail, const Field& field, Value before) {
        for (const Stamped& said : field.history) {
            add(what, detail, said, std::move(before));
            before = said.value;
        }
    }

    void take_field(const std::string& name, const Field& field) {
        const auto known = std::ranges::find(known_fields(), name, &KnownField::name);
        if (known != known_fields().end()) return take_history(known->what, {}, field, known->unset);
        const bool is_activity = of_ == Of::entry && name == words::of_activity;
        const bool first_is_none = is_activity || comes_with(name);
        Value before;
        for (const Stamped& said : field.history) {
            const bool is_first = &said == &field.history.front();
            if (!is_first || !first_is_none)
                add(is_activity ? What::activity : What::other, is_activity ? std::string_view() : name, said, before);
            before = said.value;
        }
    }

    void take_member(const std::string& set, const Value& member, const Field& said) {
        const auto* id = std::get_if<std::string>(&member);
        const bool is_aspect = set == words::aspects && id != nullptr;
        take_history(is_aspect ? What::aspect : What::other, is_aspect ? *id : set, said, false);
    }

    void take_text(const std::string& name, const Text& text) {
        const bool is_prose = of_ == Of::entry && name == words::prose;
        const What what = is_prose ? What::words : name == words::gist ? What::gist : What::other;
        for (const TextStep& step : text.all_steps()) {
            const TextVersion& made = *step.made;
            EntryChange& change = add(what, what == What::other ? std::string_view(name) : std::string_view(),
                                      {{}, made.stamp, made.ref, made.author, made.written_at}, {});
            change.base = step.base;
            change.left_behind = step.left_behind;
        }
    }

    const Notebook& book_;
    Of of_ = Of::entry;
    ItemId item_;
    std::vector<EntryChange> all_;
};

bool goes_on(const HistoryStep& step, const EntryChange& next) {
    const EntryChange& last = step.changes.back();
    if (last.author != next.author || last.ref.device != next.ref.device) return false;
    // A clock may have been set back: then nobody knows how long the gap was. A file may claim any time at all.
    if (next.at.at < last.at.at || last.at.at.unix_ms < 0) return false;
    if (next.at.at.unix_ms - last.at.at.unix_ms >= sitting_gap_ms) return false;
    return next.what != What::words || !step.words_after || next.base == step.words_after;
}

void take_words(HistoryStep& step, const EntryChange& change) {
    if (!step.words_after) step.words_before = change.base;
    step.words_after = change.ref;
    step.left_behind += change.left_behind;
}

void sum_up(HistoryStep& step) {
    for (const EntryChange& change : step.changes) {
        if (change.what == What::words) continue;
        const auto same = [&](const EntryChange& one) {
            return one.what == change.what && one.item == change.item && one.detail == change.detail;
        };
        const auto found = std::ranges::find_if(step.sum, same);
        if (found == step.sum.end()) {
            step.sum.push_back(change);
        } else {
            found->after = change.after;
        }
    }
    std::erase_if(step.sum, [](const EntryChange& one) {
        const bool says_no_value = one.what == What::gist || one.what == What::other;
        return one.before == one.after && !says_no_value;
    });
}

}  // namespace

std::vector<HistoryStep> history_of(const Notebook& book, ItemId entry) {
    Gathering gathering(book);
    gathering.take(Of::entry, entry);
    for (const Passage* passage : book.passages_of(entry)) gathering.take(Of::passage, passage->id);
    for (const Attachment* photograph : book.attachments_of(entry)) gathering.take(Of::photograph, photograph->id);
    for (const Drawing* drawing : book.drawings().of(entry)) gathering.take(Of::drawing, drawing->id);
    std::vector<HistoryStep> steps;
    for (EntryChange& change : std::move(gathering).all()) {
        if (steps.empty() || !goes_on(steps.back(), change)) steps.emplace_back();
        if (change.what == What::words) take_words(steps.back(), change);
        steps.back().changes.push_back(std::move(change));
    }
    for (HistoryStep& step : steps) sum_up(step);
    return steps;
}

std::string words_in(const Notebook& book, ItemId entry, std::optional<RevisionRef> version) {
    const Item* item = book.items().find(entry);
    const Text* text = item == nullptr ? nullptr : item->text(words::prose);
    if (text == nullptr || !version) return {};
    return text->version(*version).value_or("");
}

std::vector<WordsTyped> words_typed_in(const Notebook& book, ItemId entry, const HistoryStep& step) {
    std::vector<WordsTyped> all;
    const Item* item = book.items().find(entry);
    const Text* text = item == nullptr ? nullptr : item->text(words::prose);
    if (text == nullptr || !step.words_after) return all;
    std::vector<TextStep> path = text->steps_to(*step.words_after, step.words_before);
    std::ranges::reverse(path);
    std::string now = words_in(book, entry, step.words_before);
    for (const TextStep& one : path) {
        const TextChange& change = one.change;
        all.push_back({one.made->ref, now.substr(change.at, change.erased), std::string(one.inserted)});
        now.replace(change.at, change.erased, one.inserted);
    }
    return all;
}

std::int32_t utc_offset_on(const Notebook& book, std::string_view iso_date, std::int32_t otherwise) {
    const auto noon = moment_of(iso_date, "12:00", otherwise);
    if (!noon) return otherwise;
    std::optional<std::uint64_t> nearest;
    std::int32_t offset = otherwise;
    const auto see = [&](const LocalTime& written) {
        const auto [early, late] = std::minmax(written.at.unix_ms, noon->unix_ms);
        const std::uint64_t away = static_cast<std::uint64_t>(late) - static_cast<std::uint64_t>(early);
        if (nearest && *nearest <= away) return;
        nearest = away;
        offset = written.utc_offset_minutes;
    };
    for (const Activity* activity : book.activities()) see(activity->started);
    for (const Entry* entry : book.entries()) see(entry->created);
    return offset;
}

}  // namespace daybook
