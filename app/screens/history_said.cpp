#include "app/screens/history_said.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "app/widgets/changed_words.h"
#include "app/wording.h"
#include "app/words/times.h"

namespace daybook {
namespace {

using What = EntryChange::What;
using Of = EntryChange::Of;

bool is_on(const Value& value) {
    const bool* on = std::get_if<bool>(&value);
    return on != nullptr && *on;
}

/// Nothing for what is no mark.
std::optional<Word> polarity_named(const Value& value) {
    const auto* word = std::get_if<std::string>(&value);
    if (word == nullptr) return std::nullopt;
    if (*word == "strength") return Word::entry_strength;
    if (*word == "weakness") return Word::entry_weakness;
    if (*word == "neutral") return Word::entry_neutral;
    return std::nullopt;
}

Word kind_named(Of of) {
    switch (of) {
        case Of::passage:
            return Word::history_passage;
        case Of::photograph:
            return Word::photograph_title;
        case Of::drawing:
            return Word::drawing_title;
        case Of::entry:
            break;
    }
    return Word::find_entry;
}

class Saying {
public:
    Saying(const Words& say, const Notebook& book, const EntryChange& change)
        : say_(say), book_(book), change_(change) {}

    std::vector<std::string> lines() && {
        switch (change_.what) {
            case What::created:
                add(created());
                break;
            case What::polarity:
                if (const auto before = polarity_named(change_.before)) mark(say_(*before), false);
                if (const auto after = polarity_named(change_.after)) mark(say_(*after), true);
                break;
            case What::in_confidence:
                mark(say_(Word::entry_in_confidence), is_on(change_.after));
                break;
            case What::come_back:
                mark(say_(Word::entry_come_back), is_on(change_.after));
                break;
            case What::reconstructed:
                mark(say_(Word::when_reconstructed), is_on(change_.after));
                break;
            case What::aspect:
                mark(aspect(), is_on(change_.after));
                break;
            case What::retired:
                add(retired());
                break;
            case What::activity:
                add(say_(phrase::history_moved{.activity = activity()}));
                break;
            case What::gist:
                add(std::string(
                    say_(change_.of == Of::drawing ? Word::history_gist_drawing : Word::history_gist_photograph)));
                break;
            case What::other:
                add(say_(phrase::history_other{.field = change_.detail}));
                break;
            case What::words:
                break;
        }
        return std::move(lines_);
    }

private:
    void add(std::string line) { lines_.push_back(std::move(line)); }

    void mark(std::string_view what, bool on) {
        if (change_.of != Of::passage)
            return add(on ? say_(phrase::history_put_on{.what = what}) : say_(phrase::history_taken_off{.what = what}));
        const std::string passage = began();
        add(on ? say_(phrase::history_put_on_passage{.passage = passage, .what = what})
               : say_(phrase::history_taken_off_passage{.passage = passage, .what = what}));
    }

    std::string began() const {
        const Passage* passage = book_.passage(change_.item);
        return passage == nullptr ? std::string() : quote_of(passage->began);
    }

    std::string created() const {
        switch (change_.of) {
            case Of::passage:
                return say_(phrase::history_passage_marked{.passage = began()});
            case Of::photograph:
                return std::string(say_(Word::history_photograph_added));
            case Of::drawing:
                return std::string(say_(Word::history_drawing_added));
            case Of::entry:
                break;
        }
        return std::string(say_(Word::history_begun));
    }

    std::string retired() const {
        const bool retired = is_on(change_.after);
        if (change_.of == Of::entry)
            return std::string(say_(retired ? Word::history_retired : Word::history_brought_back));
        const std::string_view what = say_(kind_named(change_.of));
        return retired ? say_(phrase::history_item_retired{.what = what})
                       : say_(phrase::history_item_back{.what = what});
    }

    std::string_view aspect() const {
        const std::string_view name = book_.pack().short_name_of(change_.detail);
        return name.empty() ? std::string_view(change_.detail) : name;
    }

    std::string activity() const {
        const auto* bytes = std::get_if<Bytes>(&change_.after);
        const auto id = bytes == nullptr ? std::nullopt : ItemId::from_bytes(*bytes);
        const Activity* activity = id ? book_.activity(*id) : nullptr;
        if (activity == nullptr) return std::string(say_(Word::activity_unknown));
        return say_(
            phrase::common_dot{.first = title_of(say_, book_.pack(), *activity), .second = times_of(say_, *activity)});
    }

    const Words& say_;
    const Notebook& book_;
    const EntryChange& change_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> sum_said(const Words& say, const Notebook& book, const HistoryStep& step) {
    std::vector<std::string> lines;
    for (const EntryChange& change : step.sum) {
        // That a passage came into being says nothing that its marks do not.
        if (change.of == Of::passage && change.what == What::created) continue;
        for (std::string& line : Saying(say, book, change).lines()) {
            if (!std::ranges::contains(lines, line)) lines.push_back(std::move(line));
        }
    }
    if (step.left_behind > 0) lines.push_back(say(phrase::history_chosen{.count = step.left_behind}));
    return lines;
}

std::vector<std::string> each_said(const Words& say, const Notebook& book, ItemId entry, const HistoryStep& step) {
    const std::vector<WordsTyped> typed = words_typed_in(book, entry, step);
    std::vector<std::string> lines;
    const auto add = [&](const EntryChange& change, std::string_view what) {
        if (what.empty()) return;
        lines.push_back(say(phrase::common_dot{.first = time_words_with_seconds(say, change.at), .second = what}));
    };
    for (const EntryChange& change : step.changes) {
        if (change.what == What::words) {
            const auto one = std::ranges::find(typed, change.ref, &WordsTyped::ref);
            if (one != typed.end()) add(change, spoken_change(say, one->removed, one->added));
            continue;
        }
        for (const std::string& line : Saying(say, book, change).lines()) add(change, line);
    }
    return lines;
}

std::string when_said(const Words& say, const HistoryStep& step) {
    const LocalTime began = step.began();
    const LocalTime ended = step.ended();
    const std::string day = day_words(say, began);
    const std::string start = time_words(say, began);
    const std::string end = time_words(say, ended);
    const std::string offset = offset_words(say, began);
    if (start == end) return say(phrase::history_when{.day = day, .time = start, .offset = offset});
    return say(phrase::history_when_to{.day = day, .start = start, .end = end, .offset = offset});
}

}  // namespace daybook
