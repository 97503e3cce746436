// One thing of the rail or of the bar: a pictogram above its name.
// Never without the name, but where there is room for one line only: that has the pictogram alone, and the lock is in
// it.
#pragma once

#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

struct PlaceLook {
    std::string_view name;
    std::string_view description{};
    Icon icon = Icon::none;
    enum class Form { both, name_alone, icon_alone } form = Form::both;
    float shrink = 1;  ///< how much smaller the name is written
    bool current = false;
};

/// True if it was pressed in this frame.
bool place_button(Ui& ui, std::string_view key, const PlaceLook& look, const Box& box);

}  // namespace daybook
