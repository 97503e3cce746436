// The last tree of the screen, kept for whoever asks: a script that presses things by role and name, or a test.
// Never shown to assistive technology: SDL offers no way to; the web page is what they are served by.
#include "platform/native/mirror.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace daybook {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 18> names{{
    {Role::group, "group"},
    {Role::main, "main"},
    {Role::navigation, "navigation"},
    {Role::region, "region"},
    {Role::heading, "heading"},
    {Role::paragraph, "paragraph"},
    {Role::button, "button"},
    {Role::toggle_button, "toggle_button"},
    {Role::radio_group, "radio_group"},
    {Role::radio, "radio"},
    {Role::list, "list"},
    {Role::list_item, "list_item"},
    {Role::text_box, "text_box"},
    {Role::status, "status"},
    {Role::alert, "alert"},
    {Role::dialog, "dialog"},
    {Role::banner, "banner"},
    {Role::image, "image"},
}};

bool matches(std::string_view name, std::string_view wanted) {
    if (!wanted.ends_with('*')) return name == wanted;
    wanted.remove_suffix(1);
    return name.starts_with(wanted);
}

std::string quoted(std::string_view text) {
    std::string all = "\"";
    for (const char byte : text) {
        if (byte == '\n') {
            all += "\\n";
            continue;
        }
        if (byte == '"' || byte == '\\') all += '\\';
        all += byte;
    }
    return all + '"';
}

std::string line(const SemanticNode& node) {
    std::string text = std::string(role_name(node.role)) + ' ' + quoted(node.name);
    if (!node.description.empty()) text += " description=" + quoted(node.description);
    if (node.level > 0) text += " level=" + std::to_string(node.level);
    if (node.set_size > 0) text += " place=" + std::to_string(node.position) + "/" + std::to_string(node.set_size);
    if (node.pressed) text += *node.pressed ? " pressed=true" : " pressed=false";
    if (node.expanded) text += *node.expanded ? " expanded=true" : " expanded=false";
    if (node.current) text += " current";
    if (node.live) text += " live";
    if (node.disabled) text += " disabled";
    return text + '\n';
}

}  // namespace

std::string_view role_name(Role role) {
    const auto* found = std::ranges::find(names, role, &std::pair<Role, std::string_view>::first);
    return found == names.end() ? "unknown" : found->second;
}

std::optional<Role> role_named(std::string_view name) {
    const auto* found = std::ranges::find(names, name, &std::pair<Role, std::string_view>::second);
    if (found == names.end()) return std::nullopt;
    return found->first;
}

const SemanticNode* NativeMirror::find(Role role, std::string_view name) const {
    const auto found = std::ranges::find_if(
        nodes_, [&](const SemanticNode& node) { return node.role == role && matches(node.name, name); });
    return found == nodes_.end() ? nullptr : &*found;
}

std::string NativeMirror::text() const {
    std::map<SemanticId, std::size_t> depths;
    std::string all;
    for (const SemanticNode& node : nodes_) {
        const auto parent = depths.find(node.parent);
        const std::size_t depth = parent == depths.end() ? 0 : parent->second + 1;
        depths[node.id] = depth;
        all += std::string(2 * depth, ' ') + line(node);
    }
    return all;
}

}  // namespace daybook
