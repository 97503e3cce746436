// Lays the nodes out for web/src/mirror.ts.
// The layout: u32 count; then each node as
//   u32 id, u32 parent, u8 role, u8 flags, u8 level, f32 x, y, width, height, u32 position, u32 set_size,
//   string name, string description.
// Flags: 1 disabled, 2 actionable, 4 current, 8 pressed is said, 16 pressed, 32 expanded is said, 64 expanded, 128
// live.
#include "platform/web/mirror.h"

#include <algorithm>

#include "platform/web/app_calls.h"
#include "platform/web/packet.h"

namespace daybook {
namespace {

std::uint8_t flags_of(const SemanticNode& node) {
    unsigned flags = 0;
    if (node.disabled) flags |= 1U;
    if (node.actionable) flags |= 2U;
    if (node.current) flags |= 4U;
    if (node.pressed) flags |= *node.pressed ? 24U : 8U;
    if (node.expanded) flags |= *node.expanded ? 96U : 32U;
    if (node.live) flags |= 128U;
    return static_cast<std::uint8_t>(flags);
}

void add_node(Packet& packet, const SemanticNode& node) {
    packet.add_u32(node.id);
    packet.add_u32(node.parent);
    packet.add_u8(static_cast<std::uint8_t>(node.role));
    packet.add_u8(flags_of(node));
    packet.add_u8(static_cast<std::uint8_t>(node.level));
    for (const float edge : {node.box.x, node.box.y, node.box.width, node.box.height}) packet.add_float(edge);
    packet.add_u32(static_cast<std::uint32_t>(node.position));
    packet.add_u32(static_cast<std::uint32_t>(node.set_size));
    packet.add_text(node.name);
    packet.add_text(node.description);
}

}  // namespace

void WebMirror::show(std::span<const SemanticNode> nodes) {
    if (std::ranges::equal(nodes, nodes_)) return;
    nodes_.assign(nodes.begin(), nodes.end());
    changed_ = true;
}

void WebMirror::publish() {
    if (!changed_) return;
    changed_ = false;
    Packet packet;
    packet.add_u32(static_cast<std::uint32_t>(nodes_.size()));
    for (const SemanticNode& node : nodes_) add_node(packet, node);
    daybook_show_nodes(packet.bytes().data(), packet.bytes().size());
}

}  // namespace daybook
