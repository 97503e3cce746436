#include "platform/native/window_keys.h"

#include <SDL_events.h>

namespace daybook {
namespace {

/// With Control a digit is its key, whatever the layout writes with it; a letter is what the layout says.
char32_t engraved(const SDL_Keysym& key) {
    if (key.scancode >= SDL_SCANCODE_1 && key.scancode <= SDL_SCANCODE_9)
        return U'1' + static_cast<char32_t>(key.scancode - SDL_SCANCODE_1);
    if (key.scancode == SDL_SCANCODE_PERIOD) return U'.';
    if (key.scancode == SDL_SCANCODE_COMMA) return U',';
    return key.sym >= SDLK_a && key.sym <= SDLK_z ? static_cast<char32_t>(key.sym) : 0;
}

char32_t named(SDL_Keycode key) {
    switch (key) {
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            return enter_key;
        case SDLK_UP:
            return up_key;
        case SDLK_DOWN:
            return down_key;
        default:
            return 0;
    }
}

}  // namespace

std::optional<KeyPress> key_press(const SDL_Event& event, Typing typing) {
    // What a key writes comes as text, a sign or more at once.
    if (event.type == SDL_TEXTINPUT) {
        const auto sign = static_cast<unsigned char>(event.text.text[0]);
        if (sign >= 0x80 || event.text.text[1] != 0) return std::nullopt;
        return KeyPress{.key = sign, .typing = typing};
    }
    if (event.type != SDL_KEYDOWN) return std::nullopt;
    const SDL_Keysym& down = event.key.keysym;
    const bool control = (down.mod & (KMOD_CTRL | KMOD_GUI)) != 0;
    if ((down.mod & (KMOD_ALT | KMOD_MODE)) != 0) return std::nullopt;
    char32_t key = named(down.sym);
    if (key == 0 && control) key = engraved(down);
    if (key == 0) return std::nullopt;
    const Held with = (down.mod & KMOD_SHIFT) != 0 ? Held::control_shift : Held::control;
    return KeyPress{.key = key,
                    .held = control ? with : Held::nothing,
                    .typing = typing,
                    .stroke = event.key.repeat != 0 ? Stroke::repeated : Stroke::first};
}

}  // namespace daybook
