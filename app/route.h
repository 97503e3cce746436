// Where one is in the app, and how one came there.
// Never knows what a place shows.
#pragma once

#include <utility>
#include <vector>

#include "core/base/id.h"

namespace daybook {

enum class Place {
    waiting,
    first_start,
    unlock,
    unusable,  // before the notebook is open
    welcome,
    new_inspection,  // before there is an inspection, or for another one
    today,
    start_meeting,
    entry,
    photograph,
    drawing,
    notebook,
    find,
    hand_over,
    more,
    readiness,
    deadlines,
    framework,
    health,
    follow_ups,
    follow_up,
    duties,
    duty,
    declarations,
    inspection,
    plan,
    planned,
    time_spent,
    times,
    history,
    past,
    past_entry,
    checklists,
    checklist,
    schools,
    school_import,
    school,
    evidence_forms,
    evidence_form,
    survey,
    survey_call,
    survey_answers,
    survey_sample,
    meeting_record,
    passcode,
    locking,
    text_size,
    covered,
    shortcuts,
    go_to,
    erase,
};

struct Spot {
    Place place = Place::waiting;
    ItemId activity{};    ///< of Place::entry, Place::photograph, Place::drawing, Place::times and
                          ///< Place::meeting_record
    ItemId entry{};       ///< of the first three, of Place::history, past_entry, follow_up and duty
    ItemId photograph{};  ///< of Place::photograph
    ItemId drawing{};     ///< of Place::drawing; it need not be in the notebook yet
    ItemId checklist{};   ///< of Place::checklist: what it is called there, see checklist_id()
    ItemId school{};      ///< of Place::school, where it need not be there yet, of Place::evidence_form and of
                          ///< Place::survey_call
    ItemId planned{};     ///< of Place::planned, where it need not be there yet
    bool operator==(const Spot&) const = default;
};

class Route {
public:
    [[nodiscard]] const Spot& here() const { return way_.back(); }
    /// Where one is, or, where that is `dialog`, where it was opened.
    [[nodiscard]] const Spot& beneath(Place dialog) const {
        return here().place == dialog && can_go_back() ? way_[way_.size() - 2] : here();
    }
    /// The place of the rail that one is in.
    [[nodiscard]] Place root() const { return way_.front().place; }
    [[nodiscard]] bool can_go_back() const { return way_.size() > 1; }
    /// From a place of the rail to here.
    [[nodiscard]] const std::vector<Spot>& way() const { return way_; }

    /// To a place of the rail: the way there is forgotten.
    void start_at(Place place) { way_ = {Spot{place}}; }
    /// To where somebody was before; `way` has at least one spot.
    void come_back(std::vector<Spot> way) { way_ = std::move(way); }
    /// To a place from which one comes back here.
    void enter(Spot spot) {
        if (spot != here()) way_.push_back(spot);
    }
    /// To a place instead of this one.
    void replace(Spot spot) { way_.back() = spot; }
    void go_back() {
        if (can_go_back()) way_.pop_back();
    }

private:
    std::vector<Spot> way_{Spot{}};
};

}  // namespace daybook
