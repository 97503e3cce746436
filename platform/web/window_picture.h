// What the canvas shows: kept to see whether a frame would draw anything else.
// Never guesses: every vertex and every command is compared.
#pragma once

#include <imgui.h>

#include <vector>

namespace daybook {

class WindowPicture {
public:
    /// True if drawing this frame would change what is shown; from now on it counts as shown. A frame that comes out
    /// like the one before is the usual end of an input, and the graphics card need not wake for it.
    [[nodiscard]] bool is_replaced_by(const ImDrawData& frame, const ImVec4& behind);
    /// What the canvas shows is gone, or was stretched: the next frame is drawn, whatever it holds.
    void forget() { known_ = false; }

private:
    struct Command {
        ImVec4 clip;
        ImTextureID texture = 0;
        unsigned int vertices_from = 0;
        unsigned int indices_from = 0;
        unsigned int indices = 0;
        bool operator==(const Command& other) const;
    };

    bool known_ = false;
    ImVec2 size_;
    ImVec2 density_;
    ImVec4 behind_;
    std::vector<Command> commands_;
    std::vector<ImDrawVert> vertices_;
    std::vector<ImDrawIdx> indices_;
};

}  // namespace daybook
