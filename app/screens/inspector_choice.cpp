#include "app/screens/inspector_choice.h"

#include <algorithm>
#include <vector>

#include "app/widgets/choices.h"
#include "app/widgets/text.h"

namespace daybook {

std::optional<std::string> inspector_choice(Ui& ui, const Notebook& book, const std::string& own,
                                            const std::string& chosen) {
    std::vector<std::string> names{own};
    const auto add = [&](const std::string& name) {
        if (!name.empty() && !std::ranges::contains(names, name)) names.push_back(name);
    };
    add(book.inspection().lead);
    for (const std::string& name : book.inspection().team) add(name);
    add(chosen);  // somebody who is in the team no more
    if (names.size() < 2) return std::nullopt;
    ui.layout.space(24);
    caption(ui, ui.say(Word::meeting_inspector));
    std::vector<Choice> offered;
    for (const std::string& name : names) offered.push_back({.label = name});
    const auto now = std::ranges::find(names, chosen.empty() ? own : chosen);
    const auto pressed =
        choices(ui, ui.say(Word::meeting_inspector), offered, static_cast<std::size_t>(now - names.begin()));
    if (!pressed) return std::nullopt;
    return names[*pressed];
}

}  // namespace daybook
