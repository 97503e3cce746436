#include "app/widgets/lock_button.h"

#include "app/widgets/panel.h"
#include "app/widgets/place_button.h"
#include "app/widgets/places.h"

namespace daybook {
namespace {

PlaceLook::Form form_in(const Frame& frame) {
    if (frame.bar.lines > 1) return PlaceLook::Form::name_alone;
    return frame.shape == Frame::Shape::narrow && frame.lock.height == frame.status.height ? PlaceLook::Form::icon_alone
                                                                                           : PlaceLook::Form::both;
}

}  // namespace

bool lock_button(Ui& ui, const Frame& frame) {
    // A panel of its own lies above the screen's, which takes the finger otherwise.
    const Panel panel(ui, "lock", frame.lock, {.sides = 0, .top = 0, .bottom = 0});
    const PlaceLook look{.name = ui.say(Word::places_lock),
                         .description = ui.say(Word::places_lock_does),
                         .icon = Icon::lock,
                         .form = form_in(frame),
                         .shrink = frame.bar.columns > 0 ? shrink_in(ui.theme, ui.say, frame.bar) : 1};
    return place_button(ui, "lock", look, frame.lock);
}

}  // namespace daybook
