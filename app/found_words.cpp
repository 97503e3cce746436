#include "app/found_words.h"

#include <algorithm>
#include <vector>

#include "core/base/letters.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

constexpr std::size_t longest = 240;            // bytes of what is shown
constexpr std::size_t before = 60;              // bytes of them before the first word that was found
constexpr std::size_t looked_through = 20'000;  // bytes: an entry of megabytes is not read again for three lines

struct Range {
    std::size_t from;
    std::size_t to;
};

/// Signs of other scripts count as letters: what they are is not worth knowing here.
bool is_of_word(char one) {
    return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') ||
           (static_cast<unsigned char>(one) & 0x80U) != 0;
}

std::vector<Range> words_of(std::string_view text) {
    std::vector<Range> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_of_word(text[at])) {
            ++at;
            continue;
        }
        const std::size_t from = at;
        while (at < text.size() && is_of_word(text[at])) ++at;
        words.push_back({from, at});
    }
    return words;
}

class Looked {
public:
    explicit Looked(std::string_view query) {
        for (const Range& one : words_of(query))
            wanted_.push_back(plain_letters(query.substr(one.from, one.to - one.from)));
    }
    [[nodiscard]] bool is_one(std::string_view word) const {
        if (wanted_.empty()) return false;
        const std::string plain = plain_letters(word);
        return plain.starts_with(wanted_.back()) || std::ranges::contains(wanted_, plain);
    }

private:
    std::vector<std::string> wanted_;
};

/// Where what is shown begins: at a word, a little before the first that was found.
std::size_t start_before(const std::vector<Range>& words, std::size_t found) {
    if (found <= before) return 0;
    const auto first = std::ranges::lower_bound(words, found - before, {}, &Range::from);
    return first == words.end() ? found : std::min(first->from, found);
}

}  // namespace

std::string with_words_marked(std::string_view whole, std::string_view query) {
    const Looked looked(query);
    std::string text(whole.substr(0, character_start(whole, std::min(whole.size(), looked_through))));
    // What marks a match must not be there already.
    std::ranges::replace_if(text, [](char one) { return one == '\x02' || one == '\x03'; }, ' ');
    const std::vector<Range> words = words_of(text);
    const auto is_found = [&](const Range& one) {
        return looked.is_one(std::string_view(text).substr(one.from, one.to - one.from));
    };
    const auto first = std::ranges::find_if(words, is_found);
    const std::size_t from = first == words.end() ? 0 : start_before(words, first->from);
    const std::size_t to = std::max(from, character_start(text, std::min(text.size(), from + longest)));
    std::string marked = from > 0 ? "\u2026" : "";
    std::size_t at = from;
    for (auto word = first; word != words.end() && word->to <= to; ++word) {
        if (!is_found(*word)) continue;
        marked.append(text, at, word->from - at).append("\x02");
        marked.append(text, word->from, word->to - word->from).append("\x03");
        at = word->to;
    }
    marked.append(text, at, to - at);
    if (to < whole.size()) marked += "\u2026";
    return marked;
}

}  // namespace daybook
