// A raised sheet under what belongs together.
// Never wider or narrower than its column.
#pragma once

#include "app/widgets/ui.h"

namespace daybook {

/// What is drawn while it lives lies on a raised sheet as wide as the column.
class Card {
public:
    enum class Tone { plain, accent, danger };
    explicit Card(Ui& ui, Tone tone = Tone::plain);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

private:
    Ui& ui_;
    Tone tone_;
    float left_;
    float top_;
    float width_;
    ImDrawListSplitter layers_;
};

}  // namespace daybook
