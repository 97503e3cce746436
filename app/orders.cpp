#include "app/orders.h"

#include <algorithm>

namespace daybook {
namespace {

constexpr Chord alone(char32_t key) {
    return {Held::nothing, key};
}
constexpr Chord control(char32_t key) {
    return {Held::control, key};
}
constexpr Chord control_shift(char32_t key) {
    return {Held::control_shift, key};
}

using enum OrderGroup;

// What does something to what is written has Control, so that it can be had while one types and is not had by chance.
// Neither Alt nor Control with Alt: on many keyboards they write letters. Control with Shift and a digit is nobody's,
// in no browser and no system; Control with a digit alone, or Command with Shift and one, often is.
constexpr std::array<OrderSpec, 21> table{{
    {Order::new_entry, writing, Word::entry_new, Word::order_new_entry_about, {control(enter_key)}},
    {Order::meeting, writing, Word::order_meeting, Word::order_meeting_about, {control_shift(enter_key)}},
    {Order::pause, writing, Word::order_pause, Word::order_pause_about, {control_shift(U'8')}},
    {Order::strength, writing, Word::entry_strength, Word::order_strength_about, {control_shift(U'1')}},
    {Order::weakness, writing, Word::entry_weakness, Word::order_weakness_about, {control_shift(U'2')}},
    {Order::neutral, writing, Word::entry_neutral, Word::order_neutral_about, {control_shift(U'3')}},
    {Order::in_confidence, writing, Word::entry_in_confidence, Word::order_in_confidence_about, {control_shift(U'4')}},
    {Order::come_back, writing, Word::entry_come_back, Word::order_come_back_about, {control_shift(U'5')}},
    {Order::undo, writing, Word::order_undo, Word::order_undo_about, {control(U'z')}},
    {Order::redo, writing, Word::order_redo, Word::order_redo_about, {control_shift(U'z'), control(U'y')}},
    {Order::cover, writing, Word::entry_cover, Word::order_cover_about, {control_shift(U'9')}},
    {Order::today, places, Word::places_today, Word::order_today_about, {alone(U'1')}},
    {Order::notebook, places, Word::places_notebook, Word::order_notebook_about, {alone(U'2')}},
    {Order::hand_over, places, Word::places_hand_over, Word::order_hand_over_about, {alone(U'3')}},
    {Order::find, places, Word::places_find, Word::order_find_about, {control(U'f'), alone(U'/'), alone(U'4')}},
    {Order::go_to, places, Word::go_to_title, Word::order_go_to_about, {control(U'k')}},
    {Order::more, places, Word::places_more, Word::order_more_about, {alone(U'5')}},
    {Order::lock, device, Word::more_lock_now, Word::order_lock_about, {control_shift(U'l')}},
    {Order::larger, device, Word::order_larger, Word::order_larger_about, {control_shift(U'.')}},
    {Order::smaller, device, Word::order_smaller, Word::order_smaller_about, {control_shift(U',')}},
    {Order::shortcuts, device, Word::shortcuts_title, Word::order_shortcuts_about, {alone(U'?')}},
}};

/// A full stop on a key is hardly seen, and no sign is heard.
std::string key_word(const Words& say, char32_t key, KeysFor whom) {
    if (key == enter_key) return std::string(say(Word::keys_enter));
    if (key == U'.') return std::string(say(Word::keys_full_stop));
    if (key == U',') return std::string(say(Word::keys_comma));
    if (key == U'/' && whom == KeysFor::ears) return std::string(say(Word::keys_slash));
    if (key == U'?' && whom == KeysFor::ears) return std::string(say(Word::keys_question_mark));
    const bool is_letter = key >= U'a' && key <= U'z';
    return std::string(1, static_cast<char>(is_letter ? key - U'a' + U'A' : key));
}

std::string chord_words(const Words& say, const Chord& chord) {
    std::string words;
    for (const std::string& key : keys_of(say, chord, KeysFor::ears))
        words = words.empty() ? key : say(phrase::keys_together{.first = words, .second = key});
    return words;
}

}  // namespace

std::span<const OrderSpec> all_orders() {
    return table;
}

std::optional<Order> order_of(const KeyPress& press) {
    if (press.held == Held::nothing && press.typing == Typing::in_a_field) return std::nullopt;
    const Chord chord{press.held, press.key};
    if (chord.key == 0) return std::nullopt;
    const auto found =
        std::ranges::find_if(table, [&](const OrderSpec& spec) { return std::ranges::contains(spec.chords, chord); });
    if (found == table.end()) return std::nullopt;
    // What is typed is taken back by the field itself, letter by letter.
    const bool fields_own = found->order == Order::undo || found->order == Order::redo;
    if (fields_own && press.typing == Typing::in_a_field) return std::nullopt;
    return found->order;
}

std::vector<std::string> keys_of(const Words& say, const Chord& chord, KeysFor whom) {
    std::vector<std::string> keys;
    if (chord.key == 0) return keys;
    if (chord.held != Held::nothing) keys.emplace_back(say(Word::keys_control));
    if (chord.held == Held::control_shift) keys.emplace_back(say(Word::keys_shift));
    keys.push_back(key_word(say, chord.key, whom));
    return keys;
}

std::string keys_words(const Words& say, const OrderSpec& spec) {
    std::string words;
    for (const Chord& chord : spec.chords) {
        if (chord.key == 0) continue;
        const std::string one = chord_words(say, chord);
        words = words.empty() ? one : say(phrase::keys_or{.first = words, .second = one});
    }
    return words;
}

}  // namespace daybook
