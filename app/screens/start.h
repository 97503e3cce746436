// Before the notebook is open: getting ready, the first start, unlocking.
// Seen natively only: on the web the page does this before the app begins.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "platform/window.h"

namespace daybook {

struct FirstStartForm {
    std::string author;
    std::string passcode;
    std::string offered;  ///< four words; empty until they were drawn
    std::string error;
    bool busy = false;
};

struct UnlockForm {
    std::string passcode;
    std::string error;
    bool busy = false;
};

/// `words` is said under the heading: why one waits, or why nothing can be opened.
void waiting_screen(Ui& ui, const Box& area, std::string_view title, std::string_view words);
/// `word_list`: 2,048 words, one in each line, of which four are drawn.
void first_start_screen(Ui& ui, const Box& area, FirstStartForm& form, std::string_view word_list, Wishes wishes);
void unlock_screen(Ui& ui, const Box& area, UnlockForm& form, Wishes wishes);

/// Four words of the list, each as likely as the others. Empty if the list has none.
[[nodiscard]] std::string draw_words(std::string_view word_list, const RandomSource& random);

}  // namespace daybook
