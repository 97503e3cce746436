#include "platform/web/window_picture.h"

#include <algorithm>
#include <utility>

namespace daybook {
namespace {

bool same(const ImVec2& one, const ImVec2& other) {
    return one.x == other.x && one.y == other.y;
}

bool same(const ImVec4& one, const ImVec4& other) {
    return one.x == other.x && one.y == other.y && one.z == other.z && one.w == other.w;
}

bool same(const ImDrawVert& one, const ImDrawVert& other) {
    return same(one.pos, other.pos) && same(one.uv, other.uv) && one.col == other.col;
}

/// A glyph that is needed for the first time changes the texture beneath vertices that may stay as they were.
bool has_new_texture(const ImDrawData& frame) {
    return frame.Textures != nullptr && std::ranges::any_of(*frame.Textures, [](const ImTextureData* texture) {
               return texture->Status != ImTextureStatus_OK;
           });
}

}  // namespace

bool WindowPicture::Command::operator==(const Command& other) const {
    return same(clip, other.clip) && texture == other.texture && vertices_from == other.vertices_from &&
           indices_from == other.indices_from && indices == other.indices;
}

bool WindowPicture::is_replaced_by(const ImDrawData& frame, const ImVec4& behind) {
    const bool new_texture = has_new_texture(frame);
    bool replaced = !known_ || new_texture || !same(frame.DisplaySize, size_) ||
                    !same(frame.FramebufferScale, density_) || !same(behind, behind_);
    std::vector<Command> commands;
    std::vector<ImDrawVert> vertices;
    std::vector<ImDrawIdx> indices;
    vertices.reserve(static_cast<std::size_t>(frame.TotalVtxCount));
    indices.reserve(static_cast<std::size_t>(frame.TotalIdxCount));
    for (const ImDrawList* list : frame.CmdLists) {
        const auto vertices_before = static_cast<unsigned int>(vertices.size());
        const auto indices_before = static_cast<unsigned int>(indices.size());
        vertices.insert(vertices.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
        indices.insert(indices.end(), list->IdxBuffer.begin(), list->IdxBuffer.end());
        for (const ImDrawCmd& command : list->CmdBuffer) {
            // Whoever draws by a callback says nothing of what it draws.
            replaced = replaced || command.UserCallback != nullptr;
            // One that is new has no id yet.
            const ImTextureID texture = new_texture ? ImTextureID() : command.GetTexID();
            commands.push_back({command.ClipRect, texture, vertices_before + command.VtxOffset,
                                indices_before + command.IdxOffset, command.ElemCount});
        }
    }
    replaced =
        replaced || commands != commands_ || indices != indices_ ||
        !std::ranges::equal(vertices, vertices_, [](const auto& one, const auto& other) { return same(one, other); });
    if (!replaced) return false;
    known_ = !new_texture;
    size_ = frame.DisplaySize;
    density_ = frame.FramebufferScale;
    behind_ = behind;
    commands_ = std::move(commands);
    vertices_ = std::move(vertices);
    indices_ = std::move(indices);
    return true;
}

}  // namespace daybook
