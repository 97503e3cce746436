#include "tests/data/sample/entries.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "tests/data/sample/aspect_words.h"
#include "tests/data/sample/voices.h"

namespace daybook::sample_maker {
namespace {

constexpr std::size_t fewest_words = 20;
constexpr std::size_t most_words = 70;

std::size_t count_words(std::string_view words) {
    return static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
}

/// The first three words.
std::string opening_of(std::string_view words) {
    std::size_t end = 0;
    for (int i = 0; i < 3 && end != std::string_view::npos; ++i) end = words.find(' ', end + 1);
    return std::string(words.substr(0, end));
}

class Writer {
public:
    Writer(Phrases& phrases, Dice& dice) : phrases_(phrases), dice_(dice), aspects_(aspect_words()) {}

    [[nodiscard]] NotedEntry write(const Appointment& made, std::set<std::string>& openings) {
        constexpr int tries = 60;
        for (int i = 0; i < tries; ++i) {
            NotedEntry entry = draw(made);
            const std::size_t words = count_words(entry.words);
            if (words < fewest_words || words > most_words) continue;
            if (openings.insert(opening_of(entry.words)).second) return entry;
        }
        throw std::runtime_error("no more can be written in: " + std::string(made.kind));
    }

private:
    /// Some are spoken of more than others.
    const AspectWords& any_aspect() {
        constexpr std::array<std::size_t, 9> weights = {13, 10, 15, 13, 14, 10, 11, 10, 9};
        std::size_t left = dice_.below(105);
        std::size_t at = 0;
        while (left >= weights.at(at)) left -= weights.at(at++);
        return aspects_[at];
    }

    const AspectWords& aspect_for(const Appointment& made) {
        if (made.aspects.empty() || dice_.chance(30)) return any_aspect();
        const std::string_view id = dice_.one_of(made.aspects);
        return *std::ranges::find(aspects_, id, &AspectWords::id);
    }

    NotedEntry draw(const Appointment& made) {
        const AspectWords& aspect = aspect_for(made);
        const std::size_t side = dice_.below(100);
        const bool is_strength = side < 48;
        const bool is_neutral = side >= 86;
        const Notes& notes = is_strength ? aspect.strength : is_neutral ? aspect.neutral : aspect.weakness;
        NotedEntry entry;
        entry.polarity = is_strength ? "strength" : is_neutral ? "neutral" : "weakness";
        entry.aspects = {aspect.id};
        if (dice_.chance(25)) entry.aspects.push_back(aspect.partner);
        entry.words = phrases_.new_sentence_of(notes.seen);
        const std::string more = dice_.chance(60) ? phrases_.new_sentence_of(notes.more) : std::string();
        if (!more.empty()) entry.words += " " + more;
        if (more.empty() || dice_.chance(45) || count_words(entry.words) < fewest_words)
            entry.words += " " + phrases_.new_sentence_of(source_sentences(made.kind, !made.roles.empty()));
        if (dice_.chance(40)) entry.impact = phrases_.new_sentence_of(notes.impact);
        return entry;
    }

    Phrases& phrases_;
    Dice& dice_;
    std::vector<AspectWords> aspects_;
};

NotedEntry noted(const WrittenEntry& by_hand, const Appointment& made) {
    NotedEntry entry;
    entry.words = std::string(by_hand.words);
    entry.aspects = by_hand.aspects;
    entry.polarity = by_hand.polarity;
    entry.in_confidence = by_hand.in_confidence;
    entry.by_hand = by_hand;
    entry.passed_at = made.start_minutes() + by_hand.passed_after;
    return entry;
}

void set_who(Phrases& phrases, const Appointment& made) {
    std::vector<std::string> who;
    for (const std::string_view role : made.roles) {
        for (std::string& name : who_is(role)) who.push_back(std::move(name));
    }
    phrases.set_who(std::move(who));
}

/// About one in twelve, where somebody was met who could ask for it.
void keep_some_in_confidence(const std::vector<Appointment>& all, std::vector<std::vector<NotedEntry>>& entries,
                             Dice& dice) {
    std::vector<NotedEntry*> possible;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind != "meeting" && all[i].kind != "survey-call" && all[i].kind != "visit") continue;
        for (NotedEntry& entry : entries[i])
            if (entry.by_hand.words.empty()) possible.push_back(&entry);
    }
    constexpr std::size_t wanted = 23;
    for (std::size_t i = 0; i < wanted; ++i) {
        const std::size_t at = dice.below(possible.size());
        possible[at]->in_confidence = true;
        possible.erase(possible.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

}  // namespace

std::vector<std::vector<NotedEntry>> noted_entries(const std::vector<Appointment>& all, Phrases& phrases, Dice& dice) {
    const std::vector<WrittenEntry> written = written_entries();
    for (const WrittenEntry& one : written) phrases.take(one.words);
    Writer writer(phrases, dice);
    std::vector<std::vector<NotedEntry>> entries;
    std::size_t placed = 0;
    for (const Appointment& made : all) {
        set_who(phrases, made);
        std::vector<NotedEntry> here;
        for (const WrittenEntry& one : written)
            if (!made.tag.empty() && one.tag == made.tag) here.push_back(noted(one, made));
        placed += here.size();
        std::set<std::string> openings;
        for (const NotedEntry& one : here) openings.insert(opening_of(one.words));
        while (here.size() < made.entries) {
            const auto at = static_cast<std::ptrdiff_t>(dice.below(here.size() + 1));
            here.insert(here.begin() + at, writer.write(made, openings));
        }
        entries.push_back(std::move(here));
    }
    if (placed != written.size()) throw std::runtime_error("an entry that was written by hand has no place");
    keep_some_in_confidence(all, entries, dice);
    return entries;
}

void write_entry(JsonText& json, const NotedEntry& entry) {
    const WrittenEntry& by_hand = entry.by_hand;
    json.open_object();
    json.optional_text("key", by_hand.key);
    json.text("words", entry.words);
    json.texts("aspects", entry.aspects);
    json.text("polarity", entry.polarity);
    json.flag("in_confidence", entry.in_confidence);
    json.optional_text("impact", entry.impact);
    json.mark("emerging", by_hand.emerging);
    json.mark("come_back", by_hand.come_back);
    json.mark("reconstructed", by_hand.reconstructed);
    json.mark("serious_concern", by_hand.serious_concern);
    json.optional_text("disclosure", by_hand.disclosure);
    if (!by_hand.owner.empty()) {
        json.open_object("follow_up");
        json.text("owner", by_hand.owner);
        json.texts("answered_by",
                   by_hand.answered_by.empty() ? std::vector<std::string_view>{} : std::vector{by_hand.answered_by});
        json.optional_text("closed", by_hand.closed);
        json.close_object();
    }
    if (!by_hand.passed_about.empty()) {
        json.open_list("passed_on");
        json.open_object();
        json.text("about", by_hand.passed_about);
        json.text("to", by_hand.passed_to);
        json.text("by", by_hand.passed_by);
        json.number("at_minutes", entry.passed_at);
        json.text("words", by_hand.passed_words);
        json.close_object();
        json.close_list();
    }
    json.close_object();
}

}  // namespace daybook::sample_maker
