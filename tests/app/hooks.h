// What Dear ImGui reports of every item that it knows, so that a test can ask whether one was left out of the tree.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace daybook::testing {

struct HookedItem {
    ImGuiID id = 0;
    std::string label;
};

/// Hears what is drawn while it lives.
class Hooks {
public:
    Hooks();
    ~Hooks();
    Hooks(const Hooks&) = delete;
    Hooks& operator=(const Hooks&) = delete;
    [[nodiscard]] const std::vector<HookedItem>& items() const { return items_; }
    void clear() { items_.clear(); }
    void hear(HookedItem item) { items_.push_back(std::move(item)); }

private:
    std::vector<HookedItem> items_;
};

}  // namespace daybook::testing
