// What is pressed: buttons, chips that stay down, and choices of one among several.
// Never acts by itself: it says that it was pressed.
#pragma once

#include <optional>
#include <span>
#include <string>
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
    std::string_view key{};  ///< where several buttons here have the same label
    float height = Theme::target;
    std::optional<bool> expanded{};  ///< of a button that shows and hides something
    bool hangs = false;              ///< a quiet one whose words begin where the column does
    bool disabled = false;
};
/// True if it was pressed in this frame.
bool button(Ui& ui, const ButtonSpec& spec);

/// How wide a button with these words is.
[[nodiscard]] float button_width(Ui& ui, std::string_view label, Icon icon);

struct ChipSpec {
    std::string_view label;
    Icon icon = Icon::none;
    bool on = false;
    std::string_view name{};
    std::string_view key{};
    float width = 0;               ///< 0: as wide as its words
    std::optional<Colour> tint{};  ///< of the icon
    float radius = 24;
};
/// A toggle. True if it was pressed in this frame.
bool chip(Ui& ui, const ChipSpec& spec);

struct Choice {
    std::string_view label;
    Icon icon = Icon::none;
    std::optional<Colour> tint{};
};
/// One of several that stand side by side, as radio buttons do. The one that was pressed in this frame.
std::optional<std::size_t> choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                   std::optional<std::size_t> chosen);
/// The same in the row that is open, each `width` wide; 0: as wide as its words.
std::optional<std::size_t> choices_in_row(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                          std::optional<std::size_t> chosen, float width);

}  // namespace daybook
