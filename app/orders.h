// What a person can ask for by a key: one table of names, of what each does, and of its keys.
// Never does any of it, and never says whether it can be had now: the app does (app_orders.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/words/words.h"
#include "platform/window.h"

namespace daybook {

enum class Order : std::uint8_t {
    new_entry,
    meeting,  ///< starts one, or stops the one that runs
    pause,    ///< the timer that runs, or lets it go on
    strength,
    weakness,
    neutral,
    in_confidence,
    come_back,
    undo,
    redo,
    cover,  ///< the words, or shows them again
    today,
    notebook,
    hand_over,
    find,
    more,
    lock,
    larger,
    smaller,
    shortcuts,
    go_to,  ///< anything by its name
};

/// How orders stand together where all are shown.
enum class OrderGroup : std::uint8_t { writing, places, device };

/// A key, and what is held down with it. One without Control is never taken from somebody who types.
struct Chord {
    Held held = Held::nothing;
    char32_t key = 0;  ///< 0: no chord at all
    bool operator==(const Chord&) const = default;
};

struct OrderSpec {
    Order order;
    OrderGroup group;
    Word name;
    Word about;
    std::array<Chord, 3> chords{};
};

/// All of them, in the order in which they are shown.
[[nodiscard]] std::span<const OrderSpec> all_orders();

/// The order that a key gives; none if it gives none, or is the field's that has the focus.
[[nodiscard]] std::optional<Order> order_of(const KeyPress& press);

/// Who is told of a key: what is engraved on some is not heard.
enum class KeysFor : std::uint8_t { eyes, ears };

/// The keys of a chord, each by itself: "Ctrl", "Shift", "1".
[[nodiscard]] std::vector<std::string> keys_of(const Words& say, const Chord& chord, KeysFor whom);
/// All chords as they are said: "Ctrl+F or Slash or 4".
[[nodiscard]] std::string keys_words(const Words& say, const OrderSpec& spec);

}  // namespace daybook
