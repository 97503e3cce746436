#include "app/semantics.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace daybook {
namespace {

Box around(const Box& one, const Box& other) {
    if (one.width <= 0 && one.height <= 0) return other;
    const float left = std::min(one.x, other.x);
    const float top = std::min(one.y, other.y);
    return {left, top, std::max(one.x + one.width, other.x + other.width) - left,
            std::max(one.y + one.height, other.y + other.height) - top};
}

// FNV-1a, of words rather than bytes: quick, and only ever compared with the frame before.
constexpr std::uint64_t fnv_basis = 0xCBF29CE484222325;
constexpr std::uint64_t fnv_prime = 0x100000001B3;

}  // namespace

SemanticId Semantics::parent() const {
    return open_.empty() ? 0 : nodes_[open_.back()].id;
}

void Semantics::clear() {
    nodes_.clear();
    open_.clear();
}

void Semantics::add(SemanticNode node) {
    node.parent = parent();
    nodes_.push_back(std::move(node));
}

void Semantics::open(SemanticNode node) {
    add(std::move(node));
    open_.push_back(nodes_.size() - 1);
}

std::uint64_t Semantics::arrangement() const {
    std::uint64_t sum = fnv_basis;
    for (const SemanticNode& node : nodes_) {
        const Box& box = node.box;
        for (const std::uint32_t word :
             {node.id, std::bit_cast<std::uint32_t>(box.x), std::bit_cast<std::uint32_t>(box.y),
              std::bit_cast<std::uint32_t>(box.width), std::bit_cast<std::uint32_t>(box.height)})
            sum = (sum ^ word) * fnv_prime;
    }
    return sum;
}

void Semantics::close(const Box& box) {
    nodes_[open_.back()].box = box;
    open_.pop_back();
}

void Semantics::close() {
    const std::size_t place = open_.back();
    Box box;
    for (std::size_t index = place + 1; index < nodes_.size(); ++index) {
        if (nodes_[index].parent == nodes_[place].id) box = around(box, nodes_[index].box);
    }
    close(box);
}

}  // namespace daybook
