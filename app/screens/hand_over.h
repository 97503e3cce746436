// The evidence as one locked file: who can open it, what it holds, and the file itself.
// Never handed over to nobody: without a key there is no bundle.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "platform/window.h"

namespace daybook {

struct HandOverDesk {
    InspectionId of{};  ///< whose keys and whose file these are
    std::string lead_key{};
    std::string office_key{};
    std::string lead_error{};
    std::string office_error{};
    bool armored = false;
    bool preparing = false;
    std::string complaint{};          ///< why there is no file
    std::optional<Exported> ready{};  ///< a file that was prepared
    bool handed_over = false;         ///< that file was saved
};

void hand_over_screen(Ui& ui, const View& view, HandOverDesk& desk, Window& window, Wishes wishes);

}  // namespace daybook
