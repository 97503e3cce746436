#include "app/screens/text_size.h"

#include <string>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

std::optional<int> size_choices(Ui& ui, int percent) {
    std::vector<std::string> words;
    std::optional<std::size_t> chosen;
    for (std::size_t index = 0; index < text_sizes.size(); ++index) {
        words.push_back(text_size_words(ui.say, text_sizes[index]));
        if (text_sizes[index] == percent) chosen = index;
    }
    std::vector<Choice> offered;
    for (const std::string& one : words) offered.push_back({.label = one});
    const auto pressed = choices(ui, ui.say(Word::text_size_title), offered, chosen);
    if (!pressed || pressed == chosen) return std::nullopt;
    return text_sizes[*pressed];
}

}  // namespace

std::string text_size_words(const Words& say, int percent) {
    return say(phrase::text_size_percent{.percent = std::to_string(percent)});
}

std::optional<int> text_size_screen(Ui& ui, const View& view, int percent, Wishes wishes) {
    const Panel panel(ui, "text size", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::text_size_title), 1);
    ui.layout.space(16);
    // What is pressed stays about where it is whatever the size: nothing longer than a line is above it.
    const auto wanted = size_choices(ui, percent);
    ui.layout.space(24);
    note(ui, ui.say(Word::text_size_about));
    ui.layout.space(24);
    {
        const Card card(ui);
        heading(ui, ui.say(Word::text_size_looks), 2);
        paragraph(ui, ui.say(Word::text_size_example));
        note(ui, ui.say(Word::text_size_example_note));
    }
    return wanted;
}

}  // namespace daybook
