#include "app/screens/covered.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"

namespace daybook {
namespace {

// At the usual size of words.
constexpr float widest = 420;
constexpr float high = 240;  // about what is said takes

}  // namespace

void covered_screen(Ui& ui, const View& view, Wishes wishes) {
    const Box& area = view.area;
    const float wide = std::min(area.width - 2 * page_padding(ui, area).sides, ui.theme.scaled(widest));
    const float top = std::max((area.height - ui.theme.scaled(high)) / 2, 16.0F);
    const Panel panel(ui, "covered", area, {.sides = (area.width - wide) / 2, .top = top, .bottom = 16});
    heading(ui, ui.say(Word::covered_title), 1);
    ui.layout.space(8);
    paragraph(ui, ui.say(Word::covered_about));
    if (const Activity* running = view.book.running(); running != nullptr) {
        ui.layout.space(8);
        const std::string spent = minutes_words(ui.say, running->time_spent(view.now.at));
        note(ui,
             ui.say(phrase::covered_meeting{.title = title_of(ui.say, view.book.pack(), *running), .spent = spent}));
    }
    ui.layout.space(24);
    if (button(ui, {.label = ui.say(Word::covered_show), .look = Look::primary, .fit = Fit::column}))
        wishes.route.go_back();
}

}  // namespace daybook
