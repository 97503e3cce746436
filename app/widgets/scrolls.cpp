#include "app/widgets/scrolls.h"

namespace daybook {

std::optional<float> Scrolls::wanted(std::uint32_t panel) {
    if (const auto left = come_back_to_.find(panel); left != come_back_to_.end()) {
        const float from_top = left->second;
        come_back_to_.erase(left);
        shows_[panel] = subject;
        moves_ = true;
        return from_top;
    }
    const auto [shown, is_new] = shows_.try_emplace(panel, subject);
    if (is_new || shown->second == subject) return std::nullopt;
    shown->second = subject;
    moves_ = true;
    const auto left = left_at_.find({panel, subject});
    return left == left_at_.end() ? 0 : left->second;
}

void Scrolls::note(std::uint32_t panel, float from_top) {
    left_at_[{panel, subject}] = from_top;
    in_frame_.push_back({panel, from_top});
}

std::vector<PanelScroll> Scrolls::now() const {
    return in_frame_;
}

void Scrolls::come_back(const std::vector<PanelScroll>& left) {
    for (const PanelScroll& one : left) come_back_to_[one.panel] = one.from_top;
}

}  // namespace daybook
