// The semantic nodes on their way to the page, which shows them as elements (web/src/mirror.ts).
// Never sends what the page has already.
#pragma once

#include <vector>

#include "platform/mirror.h"

namespace daybook {

class WebMirror : public Mirror {
public:
    void show(std::span<const SemanticNode> nodes) override;
    /// After the frame: hands the nodes to the page, if they are others than before.
    void publish();

private:
    std::vector<SemanticNode> nodes_;
    bool changed_ = false;
};

}  // namespace daybook
