// Where one is in the app: told to the engine, which seals it, and come back to after the passcode.
// Never kept anywhere else, and never waited for.
#include "app/app.h"
#include "app/whereabouts.h"

namespace daybook {

Bytes App::place_now() {
    entry_desk_.note_caret(parts_.window.text_fields());
    const Spot& here = route_.here();
    Whereabouts place{.inspection = shelf_.open()->id(),
                      .way = route_.way(),
                      .caret = std::nullopt,
                      .panels = scrolls_.now(),
                      .query = route_.root() == Place::find ? find_desk_.query : std::string()};
    const auto caret = entry_desk_.carets.find(here.entry);
    if (here.place == Place::entry && caret != entry_desk_.carets.end()) {
        const bool typing = entry_desk_.shown == here.entry && entry_desk_.was_typing;
        place.caret = {.at = caret->second, .typing = typing || entry_desk_.goes_on};
    }
    return encode(place);
}

void App::keep_place(KeepPlace::When when) {
    if (!open_ || shelf_.open() == nullptr || route_.root() < Place::today) return;
    Bytes place = place_now();
    const bool now = when == KeepPlace::When::now;
    if (place == (now ? place_written_ : place_kept_)) return;
    place_kept_ = place;
    if (now) place_written_ = place;
    Command command = KeepPlace{std::move(place), when};
    send_one(command);
}

void App::come_back_to(ByteView bytes) {
    if (bytes.empty()) return;
    const auto place = decode_whereabouts(bytes);
    // Of a later version, say: Today is a good place too.
    if (!place) return;
    const Notebook* book = shelf_.find(place->inspection);
    if (book == nullptr) return;
    shelf_.put_on_table(place->inspection);
    route_.come_back(way_that_is_left(place->way, *book));
    scrolls_.come_back(place->panels);
    if (route_.root() == Place::find) find_desk_.query = place->query;
    find_desk_.focus_wanted = false;
    const Spot& here = route_.here();
    if (here.place != Place::entry || !place->caret) return;
    entry_desk_.carets[here.entry] = place->caret->at;
    entry_desk_.goes_on = place->caret->typing;
}

}  // namespace daybook
