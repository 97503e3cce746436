#include "app/words/sentences.h"

#include <algorithm>
#include <optional>

namespace daybook {
namespace {

constexpr std::string_view gap = "{}";

std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces;
    while (true) {
        const std::size_t end = text.find(gap);
        pieces.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + gap.size());
    }
}

/// What stands in the gaps if `said` begins with the pieces; each as short as can be, the last up to the end if no
/// piece comes after it.
std::optional<std::vector<std::string_view>> put_in(std::string_view said, const std::vector<std::string>& pieces,
                                                    std::size_t& length) {
    const std::size_t whole = said.size();
    if (!said.starts_with(pieces.front())) return std::nullopt;
    said.remove_prefix(pieces.front().size());
    std::vector<std::string_view> found;
    for (std::size_t index = 1; index < pieces.size(); ++index) {
        const std::string& next = pieces[index];
        const std::size_t end = next.empty() ? said.size() : said.find(next);
        if (end == std::string_view::npos) return std::nullopt;
        found.push_back(said.substr(0, end));
        said.remove_prefix(end + next.size());
    }
    length = whole - said.size();
    return found;
}

}  // namespace

Result<void> Sentences::add(std::string_view english, std::string_view translation) {
    Sentence sentence{.english = pieces_of(english), .translation = pieces_of(translation)};
    if (std::ranges::all_of(sentence.english, &std::string::empty)) return fail(Errc::corrupt, "says nothing");
    if (sentence.english.size() != sentence.translation.size()) {
        return fail(Errc::corrupt, "puts in more or less than the English does: see its {}");
    }
    sentences_.push_back(std::move(sentence));
    return {};
}

Sentences::Match Sentences::longest_match(std::string_view said) const {
    Match longest;
    for (const Sentence& sentence : sentences_) {
        std::size_t length = 0;
        auto found = put_in(said, sentence.english, length);
        if (found && length > longest.length) {
            longest = {.sentence = &sentence, .length = length, .put_in = std::move(*found)};
        }
    }
    return longest;
}

std::string Sentences::translated(std::string_view said) const {
    std::string words;
    for (std::string_view rest = said; !rest.empty();) {
        const Match match = longest_match(rest);
        if (match.sentence == nullptr) return std::string(said);
        for (std::size_t index = 0; index < match.sentence->translation.size(); ++index) {
            if (index > 0) words += match.put_in[index - 1];
            words += match.sentence->translation[index];
        }
        rest.remove_prefix(match.length);
        // Between what was being done and why it failed, and between two sentences.
        for (const std::string_view between : {": ", " "}) {
            if (!rest.starts_with(between)) continue;
            words += between;
            rest.remove_prefix(between.size());
            break;
        }
    }
    return words;
}

}  // namespace daybook
