// Words that our font has no letters for: measured, broken into lines and drawn by the platform, and kept as long as
// they are seen. Never kept after a lock, and never asked for twice while they are on the screen.
#pragma once

#include <imgui.h>

#include <compare>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/foreign_text.h"

namespace daybook {

/// The direction of a paragraph: that of its first letter which has one.
[[nodiscard]] Direction direction_of(std::string_view text);

class ForeignWords {
public:
    /// `platform` is null where the platform sets no words itself: then nothing is foreign.
    explicit ForeignWords(ForeignText* platform);
    ~ForeignWords();
    ForeignWords(const ForeignWords&) = delete;
    ForeignWords& operator=(const ForeignWords&) = delete;

    /// Before each frame: what was not seen for a while is let go.
    void begin_frame();
    /// Nothing of any words stays in memory.
    void forget();

    /// True if the font lacks a letter of `text`.
    [[nodiscard]] bool has(ImFont* font, std::string_view text);
    [[nodiscard]] float width(std::string_view line, const ForeignStyle& style);
    /// Where the lines of a paragraph without hard breaks end, in bytes; the last one is its size.
    [[nodiscard]] const std::vector<std::size_t>& line_ends(std::string_view paragraph, const ForeignStyle& style,
                                                            float width);
    [[nodiscard]] std::size_t fitting_letters(std::string_view line, const ForeignStyle& style, float width);
    [[nodiscard]] ForeignSpan span(std::string_view line, const ForeignStyle& style, std::size_t from, std::size_t to);
    /// Draws a line that begins at (x, baseline).
    void draw(std::string_view line, const ForeignStyle& style, ImVec2 at, std::uint32_t colour);

private:
    struct Texture;
    struct Key {
        std::string text;
        ForeignStyle style;
        float width = 0;           // of the paragraph; 0 for a line
        std::uint32_t colour = 0;  // of a picture
        float density = 0;         // of a picture
        auto operator<=>(const Key& other) const = default;
    };
    template <typename Value>
    struct Kept {
        Value value;
        int seen = 0;  // the frame that asked for it last
    };
    template <typename Value>
    using Cache = std::map<Key, Kept<Value>>;

    [[nodiscard]] bool lacks(ImFont* font, char32_t letter);

    ForeignText* platform_;
    std::vector<char> known_;  // by letter: 0 not asked yet, 1 the font has it, 2 it lacks it
    Cache<float> widths_;
    Cache<std::vector<std::size_t>> breaks_;
    Cache<std::unique_ptr<Texture>> pictures_;
    std::vector<std::unique_ptr<Texture>> leaving_;  // until the graphics card has let them go
};

}  // namespace daybook
