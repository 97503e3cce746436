// When the notebook locks by itself, and what else than the passcode opens it.
// Never less than the passcode: that always opens it.
#pragma once

#include <string>

#include "app/screens/screen.h"
#include "platform/device_facts.h"

namespace daybook {

/// How it is now, as the engine has said.
struct Locking {
    LockTimes times;
    bool quick_unlock = false;
    std::string complaint{};  ///< why something was not changed
};

void locking_screen(Ui& ui, const View& view, const Locking& now, Known authenticator, Wishes wishes);

/// "After 10 minutes untouched, or 2 minutes out of sight".
[[nodiscard]] std::string lock_words(const Words& say, const LockTimes& times);

}  // namespace daybook
