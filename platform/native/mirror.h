// The last tree of the screen, kept for whoever asks: a script that presses things by role and name, or a test.
// Never shown to assistive technology: SDL offers no way to; the web page is what they are served by.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/mirror.h"

namespace daybook {

/// ARIA's name of a role, with an underscore where we have one: "button", "toggle_button", "text_box".
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

class NativeMirror : public Mirror {
public:
    void show(std::span<const SemanticNode> nodes) override { nodes_.assign(nodes.begin(), nodes.end()); }

    [[nodiscard]] const std::vector<SemanticNode>& nodes() const { return nodes_; }

    /// The first node of this role and name in reading order; a name that ends in * stands for all that begin so.
    [[nodiscard]] const SemanticNode* find(Role role, std::string_view name) const;

    /// One line a node, indented by two spaces below its parent: `button "Start a meeting" pressed=true`.
    [[nodiscard]] std::string text() const;

private:
    std::vector<SemanticNode> nodes_;
};

}  // namespace daybook
