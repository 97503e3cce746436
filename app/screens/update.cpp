#include "app/screens/update.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/text.h"

namespace daybook {

void update_offer(Ui& ui, const View& view, const DeviceFacts& facts, Wishes wishes) {
    if (!facts.update_ready || view.book.running() != nullptr) return;
    const Card card(ui);
    heading(ui, "A new version is ready", 2);
    note(ui,
         "It is on this device already. Everything is saved and locked first; then the new version asks for your "
         "passcode. It can wait.");
    ui.layout.space(16);
    if (button(ui, {.label = "Start the new version"})) wishes.out.wish(PlatformWish::update);
}

}  // namespace daybook
