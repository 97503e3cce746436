// What is pressed once.
// Never acts by itself: it says that it was pressed.
#pragma once

#include <optional>
#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

enum class Look { primary, secondary, quiet, danger };
enum class Fit { label, column };

struct ButtonSpec {
    std::string_view label;
    Look look = Look::secondary;
    Icon icon = Icon::none;
    Fit fit = Fit::label;
    std::string_view name{};  ///< for the semantic tree, if the label alone says too little
    std::string_view description{};
    std::string_view key{};          ///< where several buttons here have the same label
    float height = Theme::target;    ///< of one line of the usual size
    std::optional<bool> expanded{};  ///< of a button that shows and hides something
    bool hangs = false;              ///< a quiet one whose words begin where the column does
    bool disabled = false;
};
/// True if it was pressed in this frame.
bool button(Ui& ui, const ButtonSpec& spec);

/// How wide a button with these words is.
[[nodiscard]] float button_width(Ui& ui, std::string_view label, Icon icon);

}  // namespace daybook
