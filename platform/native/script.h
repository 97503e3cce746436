// A person at the window, written down: the native window's end-to-end tests.
// Never sleeps: a step waits until what it names is on the screen, or its time is up.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "platform/native/mirror.h"

namespace daybook {

/// Lines of words; a word with spaces stands in double quotes. # begins a comment.
///   press ROLE NAME      as assistive technology does it      tap ROLE NAME     with the pointer, in its middle
///   type LABEL TEXT      into the field of that label         wait-for ROLE NAME / wait-until-gone ROLE NAME
///   screenshot FILE.ppm                                       idle SECONDS      fails if a frame is drawn meanwhile
///   say WORD             prints it when all before it is done; further steps come from standard input, up to a blank
///   line quit                 closes the window                    kill              ends the process as a crash does
/// A NAME that ends in * stands for all that begin so.
struct ScriptStep {
    enum class Deed { press, tap, type, wait_for, wait_until_gone, screenshot, idle, say, quit, kill };
    Deed deed = Deed::quit;
    Role role = Role::group;
    std::string name;
    std::string text;
    std::chrono::milliseconds time{0};
    std::string line;  ///< as it was written

    /// Once it is taken: there may be a passcode in it.
    void forget();
};

/// Errc::invalid names the line.
[[nodiscard]] Result<std::vector<ScriptStep>> parse_script(std::string_view text);

}  // namespace daybook
