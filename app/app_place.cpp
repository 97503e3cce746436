// Where one is in the app, and what stands in its forms: told to the engine, which seals it, and come back to after the
// passcode.
// Never kept anywhere else, and never waited for.
#include <utility>

#include "app/app.h"
#include "app/whereabouts.h"

namespace daybook {

Bytes App::place_now() {
    entry_desk_.note_caret(parts_.window.text_fields());
    const Spot& here = route_.here();
    const Notebook* book = shelf_.open();
    Whereabouts place{.inspection = book == nullptr ? InspectionId{} : book->id(),
                      .way = route_.way(),
                      .caret = std::nullopt,
                      .panels = scrolls_.now(),
                      .query = {},
                      .criteria = {},
                      .forms = all_unsaved_forms()};
    if (route_.root() == Place::find) {
        place.query = find_desk_.query;
        place.criteria = find_desk_.criteria;
    }
    const auto caret = entry_desk_.carets.find(here.entry);
    if (here.place == Place::entry && caret != entry_desk_.carets.end()) {
        const bool typing = entry_desk_.shown == here.entry && entry_desk_.was_typing;
        place.caret = {.at = caret->second, .typing = typing || entry_desk_.goes_on};
    }
    return encode(place);
}

void App::keep_place(KeepPlace::When when) {
    // Before there is an inspection there is no place to come back to, but there may be the form for the first.
    if (!open_ || (shelf_.open() == nullptr ? all_unsaved_forms().empty() : route_.root() < Place::today)) return;
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
    forms_waiting_ = place->forms;
    fill_again(inspection_form_, forms_waiting_);
    const Notebook* book = shelf_.find(place->inspection);
    if (book == nullptr) return;
    shelf_.put_on_table(place->inspection);
    route_.come_back(way_that_is_left(*place, *book));
    scrolls_.come_back(place->panels);
    if (route_.root() == Place::find) {
        find_desk_.of = place->inspection;
        find_desk_.query = place->query;
        find_desk_.criteria = place->criteria;
    }
    find_desk_.focus_wanted = false;
    const Spot& here = route_.here();
    if (here.place != Place::entry || !place->caret) return;
    entry_desk_.carets[here.entry] = place->caret->at;
    entry_desk_.goes_on = place->caret->typing;
}

void App::bring_forms() {
    const Notebook* book = shelf_.open();
    const InspectionId now = book == nullptr ? InspectionId{} : book->id();
    if (now != forms_of_) {
        if (const Notebook* before = shelf_.find(forms_of_)) {
            for (UnsavedForm& one : unsaved_forms(forms_, *before)) forms_waiting_.push_back(std::move(one));
        }
        forms_ = {};
        forms_of_ = now;
        if (book != nullptr) fill_again(forms_, forms_waiting_, *book);
    }
    if (book != nullptr) turn_to(forms_, forms_waiting_, route_.here(), *book);
}

std::vector<UnsavedForm> App::all_unsaved_forms() {
    bring_forms();
    std::vector<UnsavedForm> all;
    if (const Notebook* book = shelf_.open()) all = unsaved_forms(forms_, *book);
    if (auto form = unsaved_form(inspection_form_)) all.push_back(std::move(*form));
    all.insert(all.end(), forms_waiting_.begin(), forms_waiting_.end());
    return all;
}

void App::keep_forms() {
    auto unsaved = all_unsaved_forms();
    if (unsaved == unsaved_before_) return;
    unsaved_before_ = std::move(unsaved);
    keep_place(KeepPlace::When::with_the_next);
}

}  // namespace daybook
