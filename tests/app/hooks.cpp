#include "tests/app/hooks.h"

#include <imgui_internal.h>

namespace {

// Dear ImGui calls free functions, so that somebody has to know who listens: one test at a time does.
daybook::testing::Hooks* listener = nullptr;

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
    if (listener != nullptr) listener->hear({id, label == nullptr ? "" : label});
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return "";
}

namespace daybook::testing {

Hooks::Hooks() {
    listener = this;
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

Hooks::~Hooks() {
    listener = nullptr;
    ImGui::GetCurrentContext()->TestEngineHookItems = false;
}

}  // namespace daybook::testing
