#include "core/base/word_difference.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <utility>

#include "core/base/character.h"
#include "core/base/character_class.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

/// Letters that are words by themselves: where these are written nothing stands between words.
bool is_ideograph(char32_t code) {
    return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

/// Where the word, the blanks or the sign that begin a text end.
std::size_t first_unit(std::string_view text) {
    const Character first = character_at(text, 0);
    const CharacterClass kind = class_of(first.code);
    std::size_t at = first.size;
    if (kind == CharacterClass::sign || is_ideograph(first.code)) return at;
    while (at < text.size()) {
        const Character next = character_at(text, at);
        if (class_of(next.code) != kind || is_ideograph(next.code)) break;
        at += next.size;
    }
    return at;
}

std::vector<std::string_view> units_of(std::string_view text) {
    std::vector<std::string_view> units;
    while (!text.empty()) {
        const std::size_t size = first_unit(text);
        units.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return units;
}

bool is_blank(std::string_view unit) {
    return class_of(character_at(unit, 0).code) == CharacterClass::blank;
}

/// A text as numbers: the same for the same units in both texts.
using Numbers = std::vector<int>;

/// Which units of two texts are kept, found by following the ways that differ least (Myers, "An O(ND) Difference
/// Algorithm", 1986). After `patience` differences the way that has come farthest is taken, and the search begins again
/// where that ends: so neither time nor room grow with the square of the texts.
class Alignment {
public:
    Alignment(std::span<const int> before, std::span<const int> after)
        : before_(before), after_(after), before_kept_(before.size()), after_kept_(after.size()) {
        const std::size_t shared = std::min(before.size(), after.size());
        std::size_t begin = 0;
        while (begin < shared && before[begin] == after[begin]) {
            keep(begin, begin);
            ++begin;
        }
        std::size_t end = 0;
        while (end < shared - begin && before[before.size() - 1 - end] == after[after.size() - 1 - end]) {
            keep(before.size() - 1 - end, after.size() - 1 - end);
            ++end;
        }
        at_ = {static_cast<int>(begin), static_cast<int>(begin)};
        to_ = {static_cast<int>(before.size() - end), static_cast<int>(after.size() - end)};
        while (at_.before != to_.before && at_.after != to_.after) take_window();
    }

    [[nodiscard]] bool keeps_before(std::size_t unit) const { return before_kept_[unit]; }
    [[nodiscard]] bool keeps_after(std::size_t unit) const { return after_kept_[unit]; }

private:
    static constexpr int patience = 400;
    static constexpr int nowhere = -1;

    /// How many units of each text lie behind.
    struct Point {
        int before = 0;
        int after = 0;
        bool operator==(const Point&) const = default;
    };
    /// How far into `before` the ways with so many differences come, by `differences + diagonal` halved.
    using Round = std::vector<int>;

    void keep(std::size_t in_before, std::size_t in_after) {
        before_kept_[in_before] = true;
        after_kept_[in_after] = true;
    }

    static int reach(const Round& round, int differences, int diagonal) {
        if (diagonal < -differences || diagonal > differences) return nowhere;
        return round[static_cast<std::size_t>((differences + diagonal) / 2)];
    }

    /// Where a way on this diagonal comes from `round`, before it runs along what is the same; nowhere if none does.
    [[nodiscard]] int step(const Round& round, int differences, int diagonal) const {
        const int wide = to_.before - at_.before;
        const int high = to_.after - at_.after;
        const int removing = reach(round, differences, diagonal - 1);
        const int adding = reach(round, differences, diagonal + 1);
        const int removed = removing != nowhere && removing < wide ? removing + 1 : nowhere;
        const int added = adding != nowhere && adding - diagonal <= high ? adding : nowhere;
        return std::max(removed, added);
    }

    [[nodiscard]] int run(int from, int diagonal) const {
        const int wide = to_.before - at_.before;
        const int high = to_.after - at_.after;
        while (from < wide && from - diagonal < high &&
               before_[static_cast<std::size_t>(at_.before + from)] ==
                   after_[static_cast<std::size_t>(at_.after + from - diagonal)])
            ++from;
        return from;
    }

    void take_window() {
        const Point goal{to_.before - at_.before, to_.after - at_.after};
        std::vector<Round> rounds{{run(0, 0)}};
        for (int differences = 0;; ++differences) {
            Point farthest{nowhere, nowhere};
            for (int diagonal = -differences; diagonal <= differences; diagonal += 2) {
                const int reached = reach(rounds.back(), differences, diagonal);
                if (reached == nowhere) continue;
                const Point here{reached, reached - diagonal};
                if (here.before + here.after > farthest.before + farthest.after) farthest = here;
            }
            if (farthest == goal || differences == patience) return take(rounds, farthest);
            Round next;
            for (int diagonal = -differences - 1; diagonal <= differences + 1; diagonal += 2) {
                const int from = step(rounds.back(), differences, diagonal);
                next.push_back(from == nowhere ? nowhere : run(from, diagonal));
            }
            rounds.push_back(std::move(next));
        }
    }

    /// Keeps what is the same on the way to `end`, which the last round came to.
    void take(const std::vector<Round>& rounds, Point end) {
        int diagonal = end.before - end.after;
        int reached = end.before;
        for (auto differences = static_cast<int>(rounds.size()) - 1; differences >= 0; --differences) {
            const bool first = differences == 0;
            const int from =
                first ? 0 : step(rounds[static_cast<std::size_t>(differences - 1)], differences - 1, diagonal);
            for (int unit = from; unit < reached; ++unit) {
                keep(static_cast<std::size_t>(at_.before + unit),
                     static_cast<std::size_t>(at_.after + unit - diagonal));
            }
            if (first) break;
            const Round& before = rounds[static_cast<std::size_t>(differences - 1)];
            const int removing = reach(before, differences - 1, diagonal - 1);
            const bool was_removed = removing != nowhere && removing + 1 == from;
            diagonal += was_removed ? -1 : 1;
            reached = reach(before, differences - 1, diagonal);
        }
        at_ = {at_.before + end.before, at_.after + end.after};
    }

    std::span<const int> before_;
    std::span<const int> after_;
    std::vector<bool> before_kept_;
    std::vector<bool> after_kept_;
    Point at_;
    Point to_;
};

class Numbering {
public:
    Numbers of(const std::vector<std::string_view>& units) {
        Numbers numbers;
        for (const std::string_view unit : units)
            numbers.push_back(known_.emplace(unit, static_cast<int>(known_.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, int> known_;
};

/// A stretch of both texts that was changed, and the kept units behind it.
struct Stretch {
    std::vector<std::string_view> removed;
    std::vector<std::string_view> added;
    std::vector<std::string_view> kept;
    [[nodiscard]] bool changes() const { return !removed.empty() || !added.empty(); }
};

std::vector<Stretch> stretches(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after,
                               const Alignment& alignment) {
    std::vector<Stretch> all(1);
    std::size_t in_before = 0;
    std::size_t in_after = 0;
    while (in_before < before.size() || in_after < after.size()) {
        const bool removes = in_before < before.size() && !alignment.keeps_before(in_before);
        const bool adds = in_after < after.size() && !alignment.keeps_after(in_after);
        if ((removes || adds) && !all.back().kept.empty()) all.emplace_back();
        Stretch& here = all.back();
        if (removes) {
            here.removed.push_back(before[in_before++]);
        } else if (adds) {
            here.added.push_back(after[in_after++]);
        } else {
            here.kept.push_back(before[in_before++]);
            ++in_after;
        }
    }
    return all;
}

/// Words of which each was changed, with nothing but blanks between them, were changed together.
void join_over_blanks(std::vector<Stretch>& all) {
    std::vector<Stretch> joined;
    for (Stretch& next : all) {
        const bool only_blanks =
            !joined.empty() && joined.back().changes() && next.changes() &&
            std::ranges::all_of(joined.back().kept, [](std::string_view u) { return is_blank(u); });
        if (!only_blanks) {
            joined.push_back(std::move(next));
            continue;
        }
        Stretch& here = joined.back();
        for (auto* side : {&here.removed, &here.added}) side->insert(side->end(), here.kept.begin(), here.kept.end());
        here.removed.insert(here.removed.end(), next.removed.begin(), next.removed.end());
        here.added.insert(here.added.end(), next.added.begin(), next.added.end());
        here.kept = std::move(next.kept);
    }
    all = std::move(joined);
}

void add_run(std::vector<WordRun>& runs, WordRun::Kind kind, std::span<const std::string_view> units) {
    if (units.empty()) return;
    if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
    for (const std::string_view unit : units) runs.back().text += unit;
}

/// What both sides of a change begin and end with, is not changed.
void add_stretch(std::vector<WordRun>& runs, const Stretch& stretch) {
    std::span<const std::string_view> removed = stretch.removed;
    std::span<const std::string_view> added = stretch.added;
    const auto share = [&](auto end) { return !removed.empty() && !added.empty() && end(removed) == end(added); };
    std::size_t begins = 0;
    while (share([](auto side) { return side.front(); })) {
        removed = removed.subspan(1);
        added = added.subspan(1);
        ++begins;
    }
    std::size_t ends = 0;
    while (share([](auto side) { return side.back(); })) {
        removed = removed.first(removed.size() - 1);
        added = added.first(added.size() - 1);
        ++ends;
    }
    const std::span<const std::string_view> whole = stretch.removed;
    add_run(runs, WordRun::Kind::kept, whole.first(begins));
    add_run(runs, WordRun::Kind::removed, removed);
    add_run(runs, WordRun::Kind::added, added);
    add_run(runs, WordRun::Kind::kept, whole.last(ends));
    add_run(runs, WordRun::Kind::kept, stretch.kept);
}

constexpr std::string_view ellipsis = "\u2026";
constexpr std::size_t context = 70;  // bytes of what was kept, on each side of a change

std::string kept_beginning(std::string_view text) {
    if (text.size() <= context) return std::string(text);
    std::string_view cut = text.substr(0, character_start(text, context));
    if (const std::size_t blank = cut.find_last_of(" \n"); blank != std::string_view::npos && blank > 0)
        cut = cut.substr(0, blank);
    return std::string(cut).append(" ").append(ellipsis);
}

std::string kept_end(std::string_view text) {
    if (text.size() <= context) return std::string(text);
    std::string_view cut = text.substr(character_start(text, text.size() - context));
    if (const std::size_t blank = cut.find_first_of(" \n"); blank != std::string_view::npos && blank + 1 < cut.size())
        cut = cut.substr(blank + 1);
    return std::string(ellipsis).append(" ").append(cut);
}

std::string kept_middle(std::string_view text) {
    if (text.size() <= 3 * context) return std::string(text);
    return kept_beginning(text).append(" ").append(kept_end(text).substr(ellipsis.size() + 1));
}

}  // namespace

std::vector<WordRun> word_difference(std::string_view before, std::string_view after) {
    const auto units_before = units_of(before);
    const auto units_after = units_of(after);
    Numbering numbering;
    const Numbers numbers_before = numbering.of(units_before);
    const Numbers numbers_after = numbering.of(units_after);
    auto all = stretches(units_before, units_after, Alignment(numbers_before, numbers_after));
    join_over_blanks(all);
    std::vector<WordRun> runs;
    for (const Stretch& stretch : all) add_stretch(runs, stretch);
    return runs;
}

std::vector<WordRun> around_changes(std::span<const WordRun> runs) {
    std::vector<WordRun> near(runs.begin(), runs.end());
    for (WordRun& run : near) {
        if (run.kind != WordRun::Kind::kept || near.size() == 1) continue;
        run.text = &run == &near.front()  ? kept_end(run.text)
                   : &run == &near.back() ? kept_beginning(run.text)
                                          : kept_middle(run.text);
    }
    return near;
}

}  // namespace daybook
