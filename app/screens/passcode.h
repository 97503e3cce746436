// Another passcode in place of the one that is used now.
// Never keeps what was typed: it is written over when it has been sent, or when the screen is left.
#pragma once

#include <string>
#include <string_view>

#include "app/screens/screen.h"

namespace daybook {

struct PasscodeForm {
    std::string old_passcode;
    std::string new_passcode;
    std::string again;
    std::string offered;  ///< four words; empty until they were drawn
    std::string old_error;
    std::string new_error;
    std::string again_error;
    bool busy = false;  ///< the engine was asked and has not answered

    /// Writes over what was typed and offered.
    void forget();
    /// What the engine said against it. `code` is an Errc.
    void refused(std::uint8_t code, std::string words);
};

/// `word_list`: as for the first start.
void passcode_screen(Ui& ui, const View& view, PasscodeForm& form, std::string_view word_list, Wishes wishes);

}  // namespace daybook
