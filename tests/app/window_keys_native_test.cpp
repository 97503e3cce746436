// SDL's events as the keys that the app is asked about.
#include "platform/native/window_keys.h"

#include <SDL_events.h>
#include <doctest/doctest.h>

#include <string_view>

namespace daybook::testing {
namespace {

SDL_Event down(SDL_Scancode place, SDL_Keycode sign, int held, Uint8 repeat = 0) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.repeat = repeat;
    event.key.keysym = {.scancode = place, .sym = sign, .mod = static_cast<Uint16>(held), .unused = 0};
    return event;
}

SDL_Event written(std::string_view text) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    text.copy(event.text.text, sizeof event.text.text - 1);
    return event;
}

}  // namespace

TEST_CASE("native keys: with Control a digit is its key on every layout, and a letter is what the layout says") {
    const auto mark = key_press(down(SDL_SCANCODE_1, SDLK_AMPERSAND, KMOD_LCTRL | KMOD_LSHIFT), Typing::in_a_field);
    REQUIRE(mark);
    CHECK(mark->key == U'1');
    CHECK(mark->held == Held::control_shift);
    CHECK(mark->typing == Typing::in_a_field);
    CHECK(mark->stroke == Stroke::first);
    const auto find = key_press(down(SDL_SCANCODE_Y, SDLK_f, KMOD_RGUI, 1), Typing::nowhere);
    REQUIRE(find);
    CHECK(find->key == U'f');
    CHECK(find->held == Held::control);
    CHECK(find->stroke == Stroke::repeated);
    const auto enter = key_press(down(SDL_SCANCODE_KP_ENTER, SDLK_KP_ENTER, KMOD_LCTRL), Typing::nowhere);
    REQUIRE(enter);
    CHECK(enter->key == enter_key);
}

TEST_CASE("native keys: a key that writes comes as what it writes, once") {
    CHECK_FALSE(key_press(down(SDL_SCANCODE_SLASH, SDLK_SLASH, KMOD_LSHIFT), Typing::nowhere));
    const auto sign = key_press(written("?"), Typing::nowhere);
    REQUIRE(sign);
    CHECK(sign->key == U'?');
    CHECK(sign->held == Held::nothing);
    CHECK_FALSE(key_press(written("\u00e9"), Typing::nowhere));
    CHECK_FALSE(key_press(written("12"), Typing::nowhere));
    CHECK_FALSE(key_press(written(""), Typing::nowhere).value_or(KeyPress{}).key);
}

TEST_CASE("native keys: what is held down with Alt or AltGr is nobody's but the keyboard's") {
    for (const int held : {KMOD_LCTRL | KMOD_LALT, KMOD_LCTRL | KMOD_RALT, KMOD_LCTRL | KMOD_MODE})
        CHECK_FALSE(key_press(down(SDL_SCANCODE_L, SDLK_l, held), Typing::nowhere));
    SDL_Event up = down(SDL_SCANCODE_L, SDLK_l, KMOD_LCTRL);
    up.type = SDL_KEYUP;
    CHECK_FALSE(key_press(up, Typing::nowhere));
}

}  // namespace daybook::testing
