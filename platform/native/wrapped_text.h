// Soft line breaks for a widget that knows only hard ones.
// Never changes what was written: a full line ends where a space is shown as a line feed, and only shown so.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace daybook {

class WrappedText {
public:
    /// How wide a word is, in whatever the width is counted in.
    using Measure = std::function<float(std::string_view word)>;

    [[nodiscard]] const std::string& words() const { return words_; }
    /// The same bytes, but for the spaces at which lines end.
    [[nodiscard]] const std::string& shown() const { return shown_; }

    void set(std::string_view words);
    /// Takes over what was done to shown(). True if it changed the words.
    bool take_edit(std::string_view edited);
    /// Breaks the lines anew. A word that is wider than a line stays whole.
    void wrap(const Measure& measure, float width);
    void wipe_all();

private:
    std::string words_;
    std::string shown_;
};

}  // namespace daybook
