#include "app/screens/welcome.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/text.h"

namespace daybook {

std::optional<Welcomed> welcome_screen(Ui& ui, const Box& area, std::string_view author) {
    std::optional<Welcomed> choice;
    const Panel panel(ui, "welcome", area, page_padding(ui, area, 560));
    ui.layout.space(area.height / 10);
    heading(ui,
            author.empty() ? std::string(ui.say(Word::welcome_title))
                           : ui.say(phrase::welcome_title_with_name{.name = author}),
            1);
    ui.layout.space(16);
    paragraph(ui, ui.say(Word::welcome_introduction));
    ui.layout.space(32);
    {
        const Card card(ui);
        heading(ui, ui.say(Word::welcome_own), 2);
        paragraph(ui, ui.say(Word::welcome_own_about));
        ui.layout.space(16);
        if (button(ui, {.label = ui.say(Word::welcome_create),
                        .look = Look::primary,
                        .icon = Icon::plus,
                        .fit = Fit::column})) {
            choice = Welcomed::make_own;
        }
    }
    const Card card(ui);
    heading(ui, ui.say(Word::welcome_looking), 2);
    paragraph(ui, ui.say(Word::welcome_looking_about));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(Word::welcome_sample), .icon = Icon::notebook, .fit = Fit::column})) {
        choice = Welcomed::open_sample;
    }
    return choice;
}

}  // namespace daybook
