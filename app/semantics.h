// The screen as a tree of roles and names, put together while it is drawn.
// Never kept from one frame to the next: a frame says all of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "platform/mirror.h"

namespace daybook {

class Semantics {
public:
    void clear();
    /// A node without children, under the one that is open.
    void add(SemanticNode node);
    /// A node that is open until close(): what is added meanwhile is below it.
    void open(SemanticNode node);
    /// Closes the node that was opened last, which lies at `box`.
    void close(const Box& box);
    /// Closes it where its children lie.
    void close();

    /// In reading order, parents before their children. Complete when nothing is open.
    [[nodiscard]] std::span<const SemanticNode> nodes() const { return nodes_; }
    /// Another number if a node came, went, or lies elsewhere.
    [[nodiscard]] std::uint64_t arrangement() const;
    [[nodiscard]] bool is_complete() const { return open_.empty(); }

private:
    [[nodiscard]] SemanticId parent() const;

    std::vector<SemanticNode> nodes_;
    std::vector<std::size_t> open_;  // places in nodes_
};

}  // namespace daybook
