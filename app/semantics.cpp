#include "app/semantics.h"

#include <algorithm>
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
