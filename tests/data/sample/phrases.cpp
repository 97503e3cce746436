#include "tests/data/sample/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace daybook::sample_maker {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 13> small_numbers = {"none",  "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};

Words words_for(std::string_view gap) {
    if (gap == "town")
        return {"Saltrey", "Harmoor", "Quillhaven", "Brackenwold", "Eldmouth", "Low Marram", "Orsby Vale"};
    if (gap == "grp")
        return {"pupils with free meals",    "boys",
                "children new to English",   "children in care",
                "pupils with special needs", "summer-born children"};
    if (gap == "prog")
        return {"Reading Anchors", "Number Bridge", "Tidewater", "Steady Heads", "Lantern", "First Print", "Keel"};
    if (gap == "month") return {"November", "December", "January", "February", "March"};
    if (gap == "later") return {"April", "May", "June", "July"};
    if (gap == "month2") return {"October", "November", "December", "January", "February"};
    if (gap == "term") return {"the autumn term", "the spring term", "the summer term"};
    if (gap == "year") return {"2012", "2013", "2014"};
    if (gap == "year2") return {"2016", "2017", "2018"};
    if (gap == "doc")
        return {"the risk register",       "the service plan",   "the minutes of scrutiny", "the panel's file",
                "an adviser's notes",      "the forum's papers", "the internal audit",      "the annual report",
                "the director's briefing", "the correspondence"};
    throw std::runtime_error("there are no words for the gap " + std::string(gap));
}

/// The last sign of a sentence ends it; "Mr." and the like are not written in a notebook of roles.
std::vector<std::string> sentences_of(std::string_view words) {
    std::vector<std::string> all(1);
    for (std::size_t i = 0; i < words.size(); ++i) {
        all.back() += words[i];
        const bool ends = std::string_view(".?").contains(words[i]) && i + 1 < words.size() && words[i + 1] == ' ';
        if (!ends) continue;
        all.emplace_back();
        ++i;
    }
    return all;
}

}  // namespace

void Phrases::set_schools(std::vector<std::string> weak, std::vector<std::string> good, std::vector<std::string> any) {
    weak_ = std::move(weak);
    good_ = std::move(good);
    any_ = std::move(any);
}

std::string Phrases::number(std::string_view range) {
    const std::size_t dash = range.find('-');
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::from_chars(range.data(), range.data() + dash, least);
    std::from_chars(range.data() + dash + 1, range.data() + range.size(), most);
    const std::int64_t drawn = dice_->between(least, most);
    const auto in_words = static_cast<std::size_t>(drawn);
    return in_words < small_numbers.size() ? std::string(small_numbers[in_words]) : std::to_string(drawn);
}

std::string Phrases::gap(std::string_view name) {
    if (name.starts_with("n:")) return number(name.substr(2));
    if (name.starts_with("p:")) return number(name.substr(2)) + " per cent";
    if (name == "weak") return dice_->one_of(weak_);
    if (name == "good") return dice_->one_of(good_);
    if (name == "any") return dice_->one_of(any_);
    if (name == "who") return dice_->one_of(who_);
    if (name == "yg") {
        const std::int64_t first = secondary_ ? 7 : 1;
        return "Year " + std::to_string(dice_->between(first, first + (secondary_ ? 3 : 5)));
    }
    if (name == "subj") {
        constexpr std::array<std::string_view, 5> primary = {"reading", "writing", "mathematics", "science",
                                                             "spelling"};
        constexpr std::array<std::string_view, 4> secondary = {"English", "mathematics", "science", "geography"};
        return std::string(secondary_ ? dice_->one_of(secondary) : dice_->one_of(primary));
    }
    constexpr std::array past = {"March", "May", "June", "July"};
    constexpr std::array to_come = {"October", "November", "December"};
    // Each throw in a statement of its own: what C++ leaves open, compilers decide differently.
    const auto day_in = [this](const auto& months) {
        const std::string month = dice_->one_of(months);
        return std::to_string(dice_->between(2, 29)) + " " + month;
    };
    if (name == "day") return day_in(past);
    if (name == "day2") return day_in(to_come);
    return std::string(dice_->one_of(words_for(name)));
}

std::string Phrases::fill(std::string_view pattern) {
    std::string filled;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{') {
            const std::size_t end = pattern.find('}', i);
            filled += gap(pattern.substr(i + 1, end - i - 1));
            i = end;
        } else if (pattern[i] == '[') {
            const std::size_t end = pattern.find(']', i);
            std::vector<std::string_view> choices;
            std::string_view rest = pattern.substr(i + 1, end - i - 1);
            for (std::size_t bar = rest.find('|'); bar != std::string_view::npos; bar = rest.find('|')) {
                choices.push_back(rest.substr(0, bar));
                rest.remove_prefix(bar + 1);
            }
            choices.push_back(rest);
            filled += dice_->one_of(choices);
            i = end;
        } else {
            filled += pattern[i];
        }
    }
    if (!filled.empty()) filled[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(filled[0])));
    return filled;
}

std::string Phrases::new_sentence(std::string_view pattern) {
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        std::string sentence = fill(pattern);
        if (!std::string_view(".?").contains(sentence.back())) sentence += '.';
        if (said_.insert(sentence).second) return sentence;
    }
    throw std::runtime_error("nothing new can be said with: " + std::string(pattern));
}

std::string Phrases::new_sentence_of(const std::vector<std::string_view>& patterns) {
    const auto used = [this](std::string_view pattern) {
        const auto found = std::ranges::find(uses_, pattern, &std::pair<std::string_view, int>::first);
        return found == uses_.end() ? 0 : found->second;
    };
    std::vector<std::string_view> all(patterns);
    while (!all.empty()) {
        const int least = used(std::ranges::min(all, {}, used));
        std::vector<std::string_view> fewest;
        std::ranges::copy_if(all, std::back_inserter(fewest), [&](auto one) { return used(one) == least; });
        const std::string_view chosen = dice_->one_of(fewest);
        try {
            std::string sentence = new_sentence(chosen);
            const auto found = std::ranges::find(uses_, chosen, &std::pair<std::string_view, int>::first);
            if (found == uses_.end()) {
                uses_.emplace_back(chosen, 1);
            } else {
                ++found->second;
            }
            return sentence;
        } catch (const std::runtime_error&) {
            std::erase(all, chosen);  // one without gaps can be said once
        }
    }
    return {};
}

void Phrases::take(std::string_view words) {
    for (const std::string& sentence : sentences_of(words)) {
        if (!said_.insert(sentence).second) throw std::runtime_error("this is said twice: " + sentence);
    }
}

}  // namespace daybook::sample_maker
