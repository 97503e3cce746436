#include "tests/app/pseudo.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "app/words/english.h"

namespace daybook::testing {
namespace {

// Inter, as assets/fonts/prepare.py cuts it, has none for m, q and v.
constexpr std::array<std::string_view, 26> small{"á", "ß", "ç", "đ", "é", "ſ", "ğ", "ħ", "í", "ĵ", "ķ", "ł", "m",
                                                 "ñ", "ó", "þ", "q", "ř", "š", "ť", "ú", "v", "ŵ", "×", "ý", "ž"};
constexpr std::array<std::string_view, 26> capital{"Á", "ß", "Ç", "Đ", "É", "Ŧ", "Ğ", "Ħ", "Í", "Ĵ", "Ķ", "Ł", "M",
                                                   "Ñ", "Ó", "Þ", "Q", "Ř", "Š", "Ť", "Ú", "V", "Ŵ", "×", "Ý", "Ž"};
constexpr std::string_view unmarked = "mqvMQV";
constexpr std::array<std::string_view, 5> more{"é", "í", "ó", "ú", "á"};

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Calls `use` with the parts of a text, and whether each is a name in braces.
void for_parts(std::string_view text, const auto& use) {
    while (!text.empty()) {
        const bool name = text.front() == '{';
        const std::size_t end = std::min(name ? text.find('}') + 1 : text.find('{'), text.size());
        use(text.substr(0, end), name);
        text.remove_prefix(end);
    }
}

std::size_t letters_in(std::string_view text) {
    std::size_t letters = 0;
    for_parts(text, [&](std::string_view part, bool name) {
        if (!name) letters += static_cast<std::size_t>(std::ranges::count_if(part, is_letter));
    });
    return letters;
}

/// So many letters more, in words of at most six.
std::string filler(std::size_t letters) {
    std::string words;
    for (std::size_t at = 0; at < letters; ++at) {
        if (at % 6 == 0) words += ' ';
        words += more[at % more.size()];
    }
    return words;
}

std::string quoted(std::string_view text) {
    std::string json = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') json += '\\';
        json += byte;
    }
    return json + '"';
}

std::string member(std::string_view name, const std::string& json) {
    return quoted(name) + ": " + json + ",\n";
}

/// What the rules of core say on the screens that the tests go through.
constexpr std::array<std::string_view, 6> core_sentences{
    "Say which local authority is inspected.",
    "Say who leads the inspection.",
    "Give the day as year-month-day, for example 2015-09-14.",
    "Write the day as year-month-day, for example 2015-09-14; “{}” is not a day.",
    "The last day is before the first.",
    "A passcode has at least 12 characters. Four words are easy to remember.",
};

std::string object(std::string members) {
    members.resize(members.find_last_of(','));
    return "{\n" + members + "\n}";
}

}  // namespace

std::string accented(std::string_view text) {
    std::string strange;
    for_parts(text, [&](std::string_view part, bool name) {
        for (const char byte : part) {
            if (name || !is_letter(byte)) {
                strange += byte;
            } else {
                strange += byte >= 'a' ? small[static_cast<std::size_t>(byte - 'a')]
                                       : capital[static_cast<std::size_t>(byte - 'A')];
            }
        }
    });
    return strange;
}

std::string pseudo(std::string_view text) {
    const std::size_t letters = letters_in(text);
    if (letters == 0) return std::string(text);
    return std::string(pseudo_open) + accented(text) + filler((letters * 2 + 4) / 5) + std::string(pseudo_close);
}

Bytes pseudo_table() {
    std::string texts;
    for (const english::Row& row : english::rows) {
        if (row.slots == 1) {
            texts += member(row.id, quoted(pseudo(english::texts[row.slot])));
        } else {
            const std::string one = member("one", quoted(pseudo(english::texts[row.slot + 1U])));
            const std::string other = member("other", quoted(pseudo(english::texts[row.slot + 5U])));
            texts += member(row.id, object(one + other));
        }
    }
    std::string core;
    for (const std::string_view sentence : core_sentences) core += member(sentence, quoted(pseudo(sentence)));
    const std::string plurals = object(member("one", quoted("n = 1")));
    const std::string table =
        object(member("plurals", plurals) + member("app", object(texts)) + member("core", object(core)));
    return {table.begin(), table.end()};
}

bool has_plain_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) { return is_letter(byte) && !unmarked.contains(byte); });
}

}  // namespace daybook::testing
