#include "app/widgets/reach.h"

#include <algorithm>

namespace daybook {
namespace {

using How = KnownHeights::Block::How;

/// What was known for another width or other words is a guess again; what is new is guessed.
void bring_up_to_date(Ui& ui, const Blocks& blocks, KnownHeights& known) {
    const float em = ui.theme.body().em;
    if (known.width != ui.layout.width() || known.em != em) known.blocks.clear();
    known.width = ui.layout.width();
    known.em = em;
    const std::size_t before = std::min(known.blocks.size(), blocks.count);
    known.blocks.resize(blocks.count);
    for (std::size_t index = before; index < blocks.count; ++index) known.blocks[index] = {blocks.guess(index)};
}

class Column {
public:
    Column(Ui& ui, const Blocks& blocks)
        : ui_(ui), blocks_(blocks), known_(ui.heights.of(id_of(blocks.key))), view_(clip_box()) {
        bring_up_to_date(ui, blocks, known_);
        reach_ = std::max(view_.height, ui.theme.scaled(1500));
        const int frame = ImGui::GetFrameCount();
        if (ui.attention.reflowed && known_.first_frame == frame - 1) kept_in_place_ = known_.first;
        if (ui.attention.focused != 0 && ui.attention.focused == known_.focus) focused_ = known_.focused;
    }

    void lay_out() {
        float top = ui_.layout.next();
        bool skipped = false;
        for (std::size_t index = 0; index < blocks_.count; ++index) {
            const float height = known_.blocks[index].height;
            if (!is_wanted(index, top, height)) {
                top += height + blocks_.gap;
                skipped = true;
                continue;
            }
            if (skipped) go_on_at(top);
            skipped = false;
            lay_out(index, top);
            ui_.layout.space(blocks_.gap);
            top = ui_.layout.next();
        }
        if (skipped) go_on_at(top);
    }

private:
    void go_on_at(float top) {
        ui_.layout.end_at(top - blocks_.gap);
        ui_.layout.space(blocks_.gap);
    }

    [[nodiscard]] bool is_wanted(std::size_t index, float top, float height) const {
        if (top + height > view_.y - reach_ && top < view_.y + view_.height + reach_) return true;
        if (kept_in_place_ == index) return true;
        // One goes on from it by the Tab key: its neighbours are there.
        return focused_ && index + 1 >= *focused_ && index <= *focused_ + 1;
    }

    void lay_out(std::size_t index, float top) {
        KnownHeights::Block& block = known_.blocks[index];
        const float expected = block.height;
        const bool above = top + expected <= view_.y;
        const bool out_of_view = above || top >= view_.y + view_.height;
        const float shift = ui_.heights.shift;
        const std::size_t nodes = ui_.semantics.nodes().size();
        const bool is_known = out_of_view && block.how == How::seen;
        blocks_.lay_out(index, is_known ? std::optional(expected) : std::nullopt);
        // What was already put right within it is part of it from the next frame on.
        block = {ui_.layout.bottom() - top + ui_.heights.shift - shift, How::seen};
        if (above) {
            ui_.heights.shift = shift + block.height - expected;
            ui_.layout.end_at(top + expected);
        }
        note_view(index, top);
        note_focus(index, nodes);
    }

    void note_view(std::size_t index, float top) {
        const bool in_view = ui_.layout.bottom() > view_.y && top < view_.y + view_.height;
        if (!in_view || known_.first_frame == ImGui::GetFrameCount()) return;
        known_.first = index;
        known_.first_frame = ImGui::GetFrameCount();
    }

    void note_focus(std::size_t index, std::size_t from) {
        const SemanticId focus = ui_.attention.focused;
        if (focus == 0) return;
        const auto fresh = ui_.semantics.nodes().subspan(from);
        if (!std::ranges::contains(fresh, focus, &SemanticNode::id)) return;
        known_.focused = index;
        known_.focus = focus;
    }

    Ui& ui_;
    const Blocks& blocks_;
    KnownHeights& known_;
    Box view_;
    float reach_ = 0;
    std::optional<std::size_t> kept_in_place_;
    std::optional<std::size_t> focused_;
};

}  // namespace

void lay_out_near(Ui& ui, const Blocks& blocks) {
    Column(ui, blocks).lay_out();
}

}  // namespace daybook
