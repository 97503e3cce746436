#include "app/screens/welcome.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/text.h"

namespace daybook {

std::optional<Welcomed> welcome_screen(Ui& ui, const Box& area, std::string_view author) {
    std::optional<Welcomed> choice;
    const Panel panel(ui, "welcome", area, page_padding(ui, area, 560));
    ui.layout.space(area.height / 10);
    heading(ui, author.empty() ? "Welcome" : "Welcome, " + std::string(author), 1);
    ui.layout.space(16);
    paragraph(ui,
              "Daybook is your evidence notebook for an inspection. It works without a connection, keeps every "
              "word as you type it, and hands the evidence over as one locked file.");
    ui.layout.space(32);
    {
        const Card card(ui);
        heading(ui, "Your own inspection", 2);
        paragraph(ui, "Say which authority is inspected, when and by whom. It takes two minutes.");
        ui.layout.space(16);
        if (button(ui,
                   {.label = "Create an inspection", .look = Look::primary, .icon = Icon::plus, .fit = Fit::column})) {
            choice = Welcomed::make_own;
        }
    }
    const Card card(ui);
    heading(ui, "Only looking", 2);
    paragraph(ui, "The sample inspection shows a filled notebook. Everything in it is invented.");
    ui.layout.space(16);
    if (button(ui, {.label = "Open the sample", .icon = Icon::notebook, .fit = Fit::column})) {
        choice = Welcomed::open_sample;
    }
    return choice;
}

}  // namespace daybook
