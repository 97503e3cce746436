// What every widget needs in a frame: theme, semantic tree, fields, who has the focus, the words, and where to draw.
// Never remembers anything from the frame before: what lasts is handed in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/semantics.h"
#include "app/theme.h"
#include "app/widgets/block_heights.h"
#include "app/widgets/drawing.h"
#include "app/widgets/layout.h"
#include "app/widgets/scrolls.h"
#include "app/words/words.h"
#include "platform/text_field.h"
#include "platform/window.h"

namespace daybook {

/// Two fingers that were spread, or brought together.
struct Pinch {
    float x = 0;
    float y = 0;
    float by = 1;
};

/// What keyboard and assistive technology did since the last frame.
struct Attention {
    SemanticId focused = 0;         ///< the mirror node that has the focus
    bool just_focused = false;      ///< it is still to be scrolled into view
    bool looked_for = false;        ///< it was, past rows whose height was guessed: it may have to be once more
    SemanticId activated = 0;       ///< the node that was pressed; taken by the widget that it names
    bool anything_pressed = false;  ///< a widget was pressed in this frame, by whatever means
    bool carrying = false;          ///< the pointer carries something in this frame: it scrolls nothing by dragging
    bool resized = false;           ///< there is more or less room than in the frame before: a keyboard rose, a turn
    bool moved = false;             ///< what is in view is elsewhere in its panel than this frame's drawing supposed
    bool reflowed = false;          ///< lines break elsewhere than in the frame before: a turn, or larger words
    std::vector<ViewMove> moves;    ///< by which one moves about in a picture
    Pinch pinch{};
};

struct Ui {
    const Theme& theme;
    Semantics& semantics;
    TextFields& fields;
    Attention& attention;
    BlockHeights& heights;
    const Words& say;
    Scrolls& scrolls;
    Layout layout{};
};

/// What happened to something that can be pressed.
struct Touch {
    SemanticId id = 0;
    bool pressed = false;  ///< in this frame: the finger was lifted over it, or it was activated
    bool held = false;     ///< the finger is on it
    bool dragged = false;  ///< it was, and has gone too far since then for a press
    bool focused = false;  ///< the ring is to be drawn
};

/// The id that `key` has here: within the panel and the Scope that are open.
[[nodiscard]] SemanticId id_of(std::string_view key);

/// Makes `box` something that can be pressed, and says so in the semantic tree: `node` needs its role and name;
/// id, box and actionable are filled in. A disabled node is never pressed.
Touch touchable(Ui& ui, std::string_view key, const Box& box, SemanticNode node);
/// The pointer has not moved so far since it came down that it scrolls rather than presses.
[[nodiscard]] bool finger_stayed();
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
    Part(Ui& ui, SemanticNode node);
    ~Part();
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

private:
    Ui& ui_;
};

/// The panels that are drawn while it lives show something of this item: each is scrolled as that was left.
class ScrollSubject {
public:
    ScrollSubject(Ui& ui, ItemId item);
    ~ScrollSubject();
    ScrollSubject(const ScrollSubject&) = delete;
    ScrollSubject& operator=(const ScrollSubject&) = delete;

private:
    Ui& ui_;
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

}  // namespace daybook
