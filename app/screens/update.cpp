#include "app/screens/update.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/text.h"

namespace daybook {

void update_offer(Ui& ui, const View& view, const DeviceFacts& facts, Wishes wishes) {
    if (!facts.update_ready || view.book.running() != nullptr) return;
    const Card card(ui);
    heading(ui, ui.say(Word::update_title), 2);
    note(ui, ui.say(Word::update_about));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(Word::update_start)})) wishes.out.wish(PlatformWish::update);
}

}  // namespace daybook
