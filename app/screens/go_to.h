// A field, and all that can be gone to or done by its name: what is chosen by a press, or by arrows and Enter.
// Never more than a dialog: nothing else can be reached while it is open, and Escape leaves it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/offers.h"
#include "app/screens/screen.h"

namespace daybook {

struct GoToDesk {
    std::vector<Offer> offers;
    std::string query{};
    std::string found_for{};  ///< the words that `found` is for
    OffersFound found{};
    std::size_t chosen = 0;    ///< place in found.best
    bool focus_wanted = true;  ///< the field is to get the caret
    int steps = 0;             ///< that the choice is to go on by, once what was typed before them is found
    bool reveal_chosen = false;

    explicit GoToDesk(std::vector<Offer> all = {});
    /// What an arrow key does: the choice goes on, and around.
    void choose_next(int by) { steps += by; }
};

/// What was chosen in this frame.
std::optional<Offer> go_to_screen(Ui& ui, const View& view, GoToDesk& desk, Wishes wishes);

}  // namespace daybook
