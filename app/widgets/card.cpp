#include "app/widgets/card.h"

namespace daybook {

Card::Card(Ui& ui, Tone tone) : ui_(ui), tone_(tone) {
    const Box top = ui_.layout.place(0);
    left_ = top.x;
    top_ = top.y;
    width_ = top.width;
    layers_.Split(ImGui::GetWindowDrawList(), 2);
    layers_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    ui_.layout.open_column(left_ + 16, top_ + 16, width_ - 32);
}

Card::~Card() {
    const float bottom = ui_.layout.close_column() + 16;
    const Palette& palette = ui_.theme.palette;
    const Box box{left_, top_, width_, bottom - top_};
    layers_.SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
    fill(box, tone_ == Tone::plain    ? palette.surface
              : tone_ == Tone::accent ? palette.accent_soft
                                      : palette.danger_soft);
    outline(box, tone_ == Tone::plain ? palette.line : tone_ == Tone::accent ? palette.accent : palette.danger);
    layers_.Merge(ImGui::GetWindowDrawList());
    ui_.layout.space(0);
    ui_.layout.place(bottom - top_);
    ui_.layout.space(16);
}

}  // namespace daybook
