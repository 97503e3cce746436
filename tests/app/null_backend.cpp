#include "tests/app/null_backend.h"

#include <imgui_internal.h>

#include <algorithm>
#include <bit>

namespace daybook::testing {

NullBackend::NullBackend() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

NullBackend::~NullBackend() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext();
}

void NullBackend::begin(float width, float height) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
}

void NullBackend::end() {
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

bool NullBackend::wants_another() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return !context.InputEventsQueue.empty() || std::ranges::any_of(context.Windows, [](const ImGuiWindow* window) {
        return window->Active && window->ScrollTarget.y < FLT_MAX;
    });
}

std::vector<std::uint64_t> NullBackend::drawn() {
    std::vector<std::uint64_t> drawn;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
        for (const ImDrawVert& one : list->VtxBuffer) {
            const auto x = std::bit_cast<std::uint32_t>(one.pos.x);
            const auto y = std::bit_cast<std::uint32_t>(one.pos.y);
            drawn.push_back(std::uint64_t{x} << 32U | y);
            drawn.push_back(one.col);
        }
    }
    return drawn;
}

}  // namespace daybook::testing
