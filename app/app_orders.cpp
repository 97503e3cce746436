// What is asked for by a key: whether it can be had where one is, and doing it.
// Never before the frame's end: what was typed before the key belongs to the screen on which it was typed.
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/app.h"
#include "app/screens/text_size.h"
#include "core/notebook/edits.h"

namespace daybook {

bool App::press_key(const KeyPress& press) {
    const bool up_or_down = press.key == up_key || press.key == down_key;
    if (shown_place() == Place::go_to && press.held == Held::nothing && up_or_down) {
        go_to_desk_.choose_next(press.key == up_key ? -1 : 1);
        parts_.window.wake();
        return true;
    }
    // Somebody who speaks to the device, or whose hand is not steady, can do without them (WCAG 2.1.4).
    if (press.held == Held::nothing && !before_.single_keys) return false;
    const auto order = order_of(press);
    if (!order || !can(*order)) return false;
    // Held down, a mark would come and go.
    if (press.stroke == Stroke::first) ordered_.push_back(*order);
    parts_.window.wake();
    return true;
}

/// The activity that a new entry would belong to: the one that is looked at, or the one that runs.
const Activity* App::activity_at_hand() const {
    const Notebook* book = shelf_.open();
    if (book == nullptr) return nullptr;
    const Activity* here = book->activity(route_.beneath(Place::go_to).activity);
    return here == nullptr ? book->running() : here;
}

/// The activity that is looked at, if it runs or is paused, or else another one that does.
const Activity* App::running_at_hand() const {
    const Activity* here = activity_at_hand();
    if (here != nullptr && here->is_running()) return here;
    const Notebook* book = shelf_.open();
    return book == nullptr ? nullptr : book->running();
}

bool App::can(Order order) const {
    // What can be chosen in the dialog is what can be had where it was opened.
    const Place place = route_.beneath(Place::go_to).place;
    const bool inside = shelf_.open() != nullptr && place >= Place::today;
    // No key but the one that shows them may bring the words back by chance.
    if (place == Place::covered) return order == Order::cover || order == Order::lock;
    switch (order) {
        case Order::new_entry:
            return inside && can_be_written() && activity_at_hand() != nullptr;
        case Order::meeting:
            return inside && can_be_written();
        case Order::pause:
            return inside && can_be_written() && running_at_hand() != nullptr;
        case Order::strength:
        case Order::weakness:
        case Order::neutral:
        case Order::in_confidence:
        case Order::come_back:
            return inside && can_be_written() && place == Place::entry;
        case Order::undo:
            return inside && can_be_written() && undo_stack_.can_undo(shelf_.open()->id());
        case Order::redo:
            return inside && can_be_written() && undo_stack_.can_redo(shelf_.open()->id());
        case Order::lock:
        case Order::larger:
        case Order::smaller:
            return open_;
        default:
            return inside;
    }
}

void App::obey_orders() {
    for (const Order order : std::exchange(ordered_, {})) {
        // The one before it may have led elsewhere.
        if (!can(order)) continue;
        obey(order);
        attention_.anything_pressed = true;
    }
}

void App::obey(Order order) {
    switch (order) {
        case Order::new_entry:
            return open_new_entry();
        case Order::meeting:
            return start_or_stop();
        case Order::pause:
            return pause_or_resume();
        case Order::strength:
        case Order::weakness:
        case Order::neutral:
        case Order::in_confidence:
        case Order::come_back:
            return mark(order);
        case Order::undo:
            schools_desk_.imported.clear();
            find_desk_.deleted.clear();
            history_desk_.brought_back = false;
            if (is_written_in(undo_stack_.next_undo())) return told_of(UndoStack::Outcome::changed_since);
            return told_of(undo_stack_.undo(*shelf_.open(), outbox_));
        case Order::redo:
            if (is_written_in(undo_stack_.next_redo())) return told_of(UndoStack::Outcome::changed_since);
            return told_of(undo_stack_.redo(*shelf_.open(), outbox_));
        case Order::cover:
            if (route_.here().place == Place::covered) return route_.go_back();
            return route_.enter({Place::covered});
        case Order::today:
            return go_to(Place::today);
        case Order::notebook:
            return go_to(Place::notebook);
        case Order::hand_over:
            return go_to(Place::hand_over);
        case Order::find:
            find_desk_.focus_wanted = true;
            return go_to(Place::find);
        case Order::more:
            return go_to(Place::more);
        case Order::lock:
            return lock();
        case Order::larger:
        case Order::smaller:
            return change_text_size(order);
        case Order::go_to:
            if (route_.here().place == Place::go_to) return route_.go_back();
            return route_.enter({Place::go_to});
        case Order::shortcuts:
            if (route_.here().place == Place::shortcuts) return route_.go_back();
            return route_.enter({Place::shortcuts});
    }
}

void App::told_of(UndoStack::Outcome outcome) {
    if (outcome == UndoStack::Outcome::changed_since)
        notices_.tell(std::string(words_(Word::notice_changed_since)), Calm::calm);
}

/// The words that it put are being changed by whoever types in them.
bool App::is_written_in(const Undoable* deed) {
    if (deed == nullptr || !deed->words || drafts_.is_at_rest(deed->words->item)) return false;
    send_typed();
    return true;
}

void App::go_to(Place place) {
    if (route_.here().place != place) route_.start_at(place);
}

void App::open_new_entry() {
    const Spot spot{Place::entry, activity_at_hand()->id, new_id<ItemId>(parts_.random)};
    if (route_.here().place == Place::entry) return route_.replace(spot);
    route_.enter(spot);
}

void App::start_or_stop() {
    const Activity* running = running_at_hand();
    if (running == nullptr) return route_.enter({Place::start_meeting});
    send_typed();
    outbox_.edit(shelf_.open()->id(), edits::stop_activity(running->id, parts_.now()));
}

void App::pause_or_resume() {
    const Activity& running = *running_at_hand();
    outbox_.edit(shelf_.open()->id(), running.is_paused() ? edits::resume_activity(running, parts_.now())
                                                          : edits::pause_activity(running.id, parts_.now()));
}

void App::mark(Order order) {
    const Notebook& book = *shelf_.open();
    const Spot& spot = route_.here();
    Draft& draft = drafts_.open(book, spot.entry, spot.activity);
    if (order == Order::come_back) {
        const Entry* entry = book.entry(spot.entry);
        const bool wanted = entry == nullptr || !entry->come_back;
        drafts_.create(draft, outbox_);
        outbox_.edit(book.id(), edits::set_come_back(draft.entry, wanted));
        return;
    }
    // What is chosen in another entry's words is nothing here.
    if (entry_desk_.shown != spot.entry) entry_desk_.marks.start_over();
    const Marking marking{book, draft, drafts_, entry_desk_.marks, parts_.random, outbox_};
    const MarkTarget target = mark_target(book, draft, entry_desk_.marks);
    if (order == Order::in_confidence) return set_confidence(marking, target, !target.marks.in_confidence);
    const Polarity asked = order == Order::strength   ? Polarity::strength
                           : order == Order::weakness ? Polarity::weakness
                                                      : Polarity::neutral;
    set_polarity(marking, target, target.marks.polarity == asked ? Polarity::unmarked : asked);
}

void App::change_text_size(Order order) {
    const int now = before_.text_percent;
    if (order == Order::larger) {
        const auto next = std::ranges::upper_bound(text_sizes, now);
        if (next != text_sizes.end()) parts_.window.keep_text_size(*next);
        return;
    }
    const auto here = std::ranges::lower_bound(text_sizes, now);
    if (here != text_sizes.begin()) parts_.window.keep_text_size(*std::prev(here));
}

}  // namespace daybook
