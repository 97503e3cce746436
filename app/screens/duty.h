// What one entry obliges to pass on, with the records of to whom, when and by whom, and making one.
// Never passes anything on by itself.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

/// A record as it is being typed.
struct PassedOnForm {
    bool open = false;  ///< another one is asked for, where there is one
    std::string to{};
    std::optional<std::string> day{};  ///< none: today, as long as nobody has typed one
    std::optional<std::string> time{};
    std::optional<std::string> by{};
    std::string words{};
    std::string to_error{};
    std::string day_error{};
    std::string time_error{};
};

struct DutyDesk {
    ItemId of{};                                  ///< the entry
    std::map<std::string, PassedOnForm> forms{};  ///< by what the duty is about
};

/// Of the entry of the spot that one is at; `author` is who writes on this device.
void duty_screen(Ui& ui, const View& view, DutyDesk& desk, const std::string& author, Wishes wishes);

}  // namespace daybook
