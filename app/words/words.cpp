#include "app/words/words.h"

#include <algorithm>
#include <utility>

namespace daybook {

Words::Words(Table table) : table_(std::move(table)) {}

std::string Words::counted(Slot slot, std::uint64_t count, std::span<const Filling> fillings) const {
    const auto text_of = [&](PluralForm form) {
        return std::string_view(table_.texts[slot + std::to_underlying(form)]);
    };
    const std::string_view text = text_of(table_.plurals.form_of(count));
    return filled(text.empty() ? text_of(PluralForm::other) : text, fillings, std::to_string(count));
}

std::string Words::filled(std::string_view text, std::span<const Filling> fillings, std::string_view count) {
    std::string words;
    while (true) {
        const std::size_t open = text.find('{');
        words += text.substr(0, open);
        if (open == std::string_view::npos) return words;
        text.remove_prefix(open + 1);
        const std::size_t close = std::min(text.find('}'), text.size());
        const std::string_view name = text.substr(0, close);
        // Every name is known: a table that has others was not taken.
        const auto filling = std::ranges::find(fillings, name, &Filling::name);
        words += filling == fillings.end() ? count : filling->text;
        text.remove_prefix(std::min(close + 1, text.size()));
    }
}

}  // namespace daybook
