#include "app/wheel.h"

#include <imgui_internal.h>

namespace daybook {

void let_go_of_wheel() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.WheelingWindow = nullptr;
    context.WheelingWindowReleaseTimer = 0;
}

}  // namespace daybook
