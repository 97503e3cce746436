// What every widget needs in a frame: theme, semantic tree, fields, who has the focus, the words, and where to draw.
// Never remembers anything from the frame before: what lasts is handed in.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "app/semantics.h"
#include "app/theme.h"
#include "app/widgets/layout.h"
#include "app/words/words.h"
#include "platform/text_field.h"

namespace daybook {

/// What keyboard and assistive technology did since the last frame.
struct Attention {
    SemanticId focused = 0;         ///< the mirror node that has the focus
    bool just_focused = false;      ///< it is still to be scrolled into view
    SemanticId activated = 0;       ///< the node that was pressed; taken by the widget that it names
    bool anything_pressed = false;  ///< a widget was pressed in this frame, by whatever means
    bool resized = false;           ///< there is more or less room than in the frame before: a keyboard rose, a turn
};

struct Ui {
    const Theme& theme;
    Semantics& semantics;
    TextFields& fields;
    Attention& attention;
    const Words& say;
    Layout layout{};
};

/// What happened to something that can be pressed.
struct Touch {
    SemanticId id = 0;
    bool pressed = false;  ///< in this frame: the finger was lifted over it, or it was activated
    bool held = false;     ///< the finger is on it
    bool focused = false;  ///< the ring is to be drawn
};

/// The id that `key` has here: within the panel and the Scope that are open.
[[nodiscard]] SemanticId id_of(std::string_view key);

/// Makes `box` something that can be pressed, and says so in the semantic tree: `node` needs its role and name;
/// id, box and actionable are filled in. A disabled node is never pressed.
Touch touchable(Ui& ui, std::string_view key, const Box& box, SemanticNode node);
void draw_focus_ring(Ui& ui, const Touch& touch, const Box& box);

/// Keys inside are apart from the same keys elsewhere.
class Scope {
public:
    explicit Scope(std::string_view key);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
};

/// A node of the semantic tree around what is drawn while it lives.
class Part {
public:
    Part(Ui& ui, std::string_view key, Role role, std::string_view name = {});
    ~Part();
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

private:
    Ui& ui_;
};

struct Padding {
    float sides = 16;
    float top = 16;
    float bottom = 16;
};

/// A box whose content may be longer than it is: scrolled by wheel, by dragging, and by the focus.
class Panel {
public:
    Panel(Ui& ui, std::string_view key, const Box& box, Padding padding = {});
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

private:
    Ui& ui_;
    Box box_;
    Padding padding_;
    float left_ = 0;
};

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

/// What is placed while it lives stands side by side, and goes on below where it does not fit.
class Row {
public:
    explicit Row(Ui& ui, float gap = Theme::unit);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

private:
    Ui& ui_;
};

// ---- drawing ----

[[nodiscard]] ImU32 to_imgui(Colour colour);
[[nodiscard]] inline ImVec2 upper_left(const Box& box) {
    return {box.x, box.y};
}
[[nodiscard]] inline ImVec2 lower_right(const Box& box) {
    return {box.x + box.width, box.y + box.height};
}
/// `box` made smaller by `by` on every side.
[[nodiscard]] Box inset(const Box& box, float by);
void fill(const Box& box, Colour colour, float radius = Theme::radius);
void outline(const Box& box, Colour colour, float width = 1, float radius = Theme::radius);
[[nodiscard]] bool is_visible(const Box& box);
/// Scrolls the panel so that `box` is seen.
void reveal(const Box& box);
/// What of the panel can be seen.
[[nodiscard]] Box clip_box();

}  // namespace daybook
