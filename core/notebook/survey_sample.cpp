#include "core/notebook/survey_sample.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/notebook/survey.h"

namespace daybook {
namespace {

bool was_called(const Notebook& book, const School& school) {
    const SurveyCall* call = book.survey_call(school.id);
    return call != nullptr && call->says_anything();
}

/// From 0 to `count` - 1, each as likely as the next. `count` is not 0.
std::size_t thrown(const RandomSource& random, std::uint32_t count) {
    // The largest multiple of `count`: what is beyond it would favour the first ones.
    constexpr std::uint64_t all = std::uint64_t{std::numeric_limits<std::uint32_t>::max()} + 1;
    const std::uint64_t fair = all - all % count;
    while (true) {
        std::array<Byte, 4> bytes{};
        random(bytes);
        std::uint64_t number = 0;
        for (const Byte byte : bytes) number = number << 8U | byte;
        if (number < fair) return static_cast<std::size_t>(number % count);
    }
}

}  // namespace

bool has_sample(const Notebook& book) {
    return std::ranges::any_of(book.schools().all(),
                               [](const School* school) { return school->in_sample && !school->retired; });
}

std::vector<const School*> sample_candidates(const Notebook& book, std::string_view group) {
    std::vector<const School*> found;
    for (const School* school : book.schools().all()) {
        if (is_surveyed(book.pack(), *school) && std::ranges::contains(groups_of(book.pack(), *school), group))
            found.push_back(school);
    }
    return found;
}

std::set<ItemId> draw_sample(const Notebook& book, const std::map<std::string, std::size_t>& wanted,
                             const RandomSource& random) {
    std::set<ItemId> drawn;
    for (const auto& [group, count] : wanted) {
        if (count == 0) continue;
        for (const School* school : sample_candidates(book, group)) {
            if (was_called(book, *school)) drawn.insert(school->id);
        }
    }
    for (const auto& [group, count] : wanted) {
        std::vector<const School*> left = sample_candidates(book, group);
        const auto is_drawn = [&](const School* school) { return drawn.contains(school->id); };
        std::size_t has = static_cast<std::size_t>(std::ranges::count_if(left, is_drawn));
        std::erase_if(left, is_drawn);
        for (; has < count && !left.empty(); ++has) {
            const auto next =
                left.begin() + static_cast<std::ptrdiff_t>(thrown(random, static_cast<std::uint32_t>(left.size())));
            drawn.insert((*next)->id);
            left.erase(next);
        }
    }
    return drawn;
}

namespace edits {

std::vector<Change> set_sample(const Notebook& book, const std::set<ItemId>& schools) {
    std::vector<Change> changes;
    for (const School* school : book.schools().all()) {
        const bool is_in = schools.contains(school->id);
        if (is_in != school->in_sample) changes.push_back(set_in_sample(school->id, is_in).front());
    }
    return changes;
}

std::vector<Change> set_in_sample(ItemId school, bool in_sample) {
    return {SetField{school, std::string(words::school_in_sample), in_sample}};
}

}  // namespace edits

}  // namespace daybook
