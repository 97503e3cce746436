#include "app/screens/entry_when.h"

#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/notebook/edits.h"

namespace daybook {

void when_it_was_written(Ui& ui, const OpenEntry& open) {
    if (open.activity == nullptr) return;
    ui.layout.space(16);
    // First, so that it stays where it is when the first words bring the rest.
    if (button(ui, {.label = ui.say(Word::entry_times), .look = Look::quiet, .hangs = true}))
        open.wishes.route.enter({Place::times, open.activity->id});
    ui.layout.space(8);
    if (open.entry == nullptr) return;
    caption(ui, ui.say(Word::when_title));
    const bool on = open.entry->reconstructed;
    if (const std::string when = when_words(ui.say, open.view.book, *open.entry); !when.empty()) note(ui, when);
    ui.layout.space(8);
    if (chip(ui, {.label = ui.say(Word::when_reconstructed), .on = on, .shape = ChipSpec::Shape::box}))
        open.wishes.out.edit(open.view.book.id(), edits::set_reconstructed(open.entry->id, !on));
    ui.layout.space(4);
    note(ui, ui.say(Word::when_from_memory_about));
    ui.layout.space(24);
}

}  // namespace daybook
