#include "core/notebook/bearing.h"

#include <algorithm>

namespace daybook {
namespace {

/// What one entry shows of each thing that it bears on. A whole entry's mark goes to all that it bears on by itself.
std::map<std::string, std::set<Polarity>> shown_by(const Notebook& book, const Entry& entry) {
    std::map<std::string, std::set<Polarity>> shown;
    for (const std::string& id : entry.aspects) shown[id].insert(entry.polarity);
    for (const Passage* one : book.passages_of(entry.id)) {
        if (!one->holds()) continue;
        const Polarity polarity = one->polarity == Polarity::unmarked ? entry.polarity : one->polarity;
        for (const std::string& id : one->aspects) shown[id].insert(polarity);
    }
    return shown;
}

}  // namespace

std::set<std::string> bearings(const Notebook& book, const Entry& entry) {
    std::set<std::string> on(entry.aspects.begin(), entry.aspects.end());
    for (const Passage* one : book.passages_of(entry.id)) {
        if (one->holds()) on.insert(one->aspects.begin(), one->aspects.end());
    }
    return on;
}

bool bears_on_nothing(const Notebook& book, const Entry& entry) {
    if (!entry.aspects.empty()) return false;
    return std::ranges::none_of(book.passages_of(entry.id),
                                [](const Passage* one) { return one->holds() && !one->aspects.empty(); });
}

std::map<std::string, Bearing> bearing_of_entries(const Notebook& book) {
    std::map<std::string, Bearing> all;
    for (const Entry* entry : book.entries()) {
        if (entry->retired) continue;
        for (const auto& [id, polarities] : shown_by(book, *entry)) {
            Bearing& bearing = all[id];
            ++bearing.entries;
            bearing.strengths += polarities.count(Polarity::strength);
            bearing.weaknesses += polarities.count(Polarity::weakness);
            bearing.neutral += polarities.count(Polarity::neutral);
        }
    }
    return all;
}

}  // namespace daybook
