#include "app/offers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/letters.h"

namespace daybook {
namespace {

bool is_letter(char one) {
    const auto byte = static_cast<unsigned char>(one);
    return byte >= 0x80 || (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
}

std::vector<std::string_view> words_of(std::string_view plain) {
    std::vector<std::string_view> words;
    std::size_t from = 0;
    while (from < plain.size()) {
        while (from < plain.size() && !is_letter(plain[from])) ++from;
        std::size_t end = from;
        while (end < plain.size() && is_letter(plain[end])) ++end;
        if (end > from) words.push_back(plain.substr(from, end - from));
        from = end;
    }
    return words;
}

enum class Where : std::uint8_t { nowhere, about, title, beginning };

/// True if a word of `text` begins with `wanted`.
bool begins_a_word(std::string_view text, std::string_view wanted) {
    for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
        if (at == 0 || !is_letter(text[at - 1])) return true;
    }
    return false;
}

/// The best place of the offer at which a word begins with `wanted`.
Where where(const Offer& offer, std::string_view wanted) {
    if (offer.plain_title.starts_with(wanted)) return Where::beginning;
    if (begins_a_word(offer.plain_title, wanted)) return Where::title;
    return begins_a_word(offer.plain_about, wanted) ? Where::about : Where::nowhere;
}

/// How well all the words fit; nothing if one of them does not.
std::optional<int> fit(const Offer& offer, const std::vector<std::string_view>& wanted) {
    int sum = 0;
    for (const std::string_view word : wanted) {
        const Where found = where(offer, word);
        if (found == Where::nowhere) return std::nullopt;
        sum += static_cast<int>(found);
    }
    return sum;
}

OffersFound before_anything_is_typed(const std::vector<Offer>& offers) {
    OffersFound found;
    std::size_t entries = 0;
    for (std::size_t place = 0; place < offers.size(); ++place) {
        const bool is_school = offers[place].kind == Offer::Kind::school;
        if (is_school || (offers[place].kind == Offer::Kind::entry && ++entries > most_recent)) {
            ++found.more;
        } else {
            found.best.push_back(place);
        }
    }
    return found;
}

}  // namespace

Offer ready(Offer offer) {
    offer.plain_title = plain_letters(offer.title);
    offer.plain_about = plain_letters(offer.about);
    return offer;
}

OffersFound find_offers(const std::vector<Offer>& offers, std::string_view words) {
    const std::string plain = plain_letters(words);
    const auto wanted = words_of(plain);
    if (wanted.empty()) return before_anything_is_typed(offers);
    std::vector<std::pair<int, std::size_t>> fits;
    for (std::size_t place = 0; place < offers.size(); ++place) {
        if (const auto how = fit(offers[place], wanted)) fits.emplace_back(-*how, place);
    }
    const std::size_t shown = std::min(fits.size(), most_offers);
    std::ranges::partial_sort(fits, fits.begin() + static_cast<std::ptrdiff_t>(shown));
    OffersFound found{.best = {}, .more = fits.size() - shown};
    for (std::size_t index = 0; index < shown; ++index) found.best.push_back(fits[index].second);
    return found;
}

}  // namespace daybook
