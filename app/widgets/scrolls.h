// How far each panel is scrolled, apart for each thing that it shows.
// Never of a panel's own knowledge: it says what it shows, and is told where that was left.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/id.h"

namespace daybook {

/// One panel on the screen, and how far it is scrolled.
struct PanelScroll {
    std::uint32_t panel = 0;
    float from_top = 0;
    bool operator==(const PanelScroll&) const = default;
};

class Scrolls {
public:
    /// What the panels that come next show something of; nil is the app itself.
    ItemId subject;

    void begin_frame() {
        in_frame_.clear();
        moves_ = false;
    }
    /// A panel is to be scrolled: it will be in the next frame.
    [[nodiscard]] bool moves() const { return moves_; }
    /// Where a panel that now shows something else than in the frame before is to be scrolled to.
    [[nodiscard]] std::optional<float> wanted(std::uint32_t panel);
    void note(std::uint32_t panel, float from_top);

    /// The panels of the last frame.
    [[nodiscard]] std::vector<PanelScroll> now() const;
    /// They were so when somebody left; each is asked for by wanted() when it is next shown.
    void come_back(const std::vector<PanelScroll>& left);
    void clear() { *this = {}; }

private:
    std::map<std::pair<std::uint32_t, ItemId>, float> left_at_;
    std::map<std::uint32_t, ItemId> shows_;
    std::map<std::uint32_t, float> come_back_to_;
    std::vector<PanelScroll> in_frame_;
    bool moves_ = false;
};

}  // namespace daybook
