// The app module's doors: what web/src/app-module.ts calls, and the composition of window and app.
// Never keeps anything between calls but the App that the page holds a pointer to.
#include <emscripten/emscripten.h>

#include <memory>
#include <string_view>
#include <vector>

#include "platform/web/window.h"

namespace daybook {
namespace {

struct App {
    std::unique_ptr<WebWindow> window;
    std::unique_ptr<WindowClient> client;
};

}  // namespace

extern "C" {

/// Null if there is no WebGL 2.
EMSCRIPTEN_KEEPALIVE App* daybook_app_new() {
    Result<std::unique_ptr<WebWindow>> window = WebWindow::open("#canvas");
    if (!window) return nullptr;
    auto app = std::make_unique<App>();
    app->window = *std::move(window);
    app->client = make_client(*app->window);
    app->client->prepare();
    return app.release();
}

EMSCRIPTEN_KEEPALIVE void daybook_app_resize(App* app, float width, float height, float density) {
    app->window->resize(width, height, density);
}

EMSCRIPTEN_KEEPALIVE void daybook_app_surround(App* app, float x, float y, float width, float height, bool dark,
                                               bool more_contrast, bool reduced_motion, bool keyboard, int text_percent,
                                               bool single_keys) {
    app->window->surround({.work = {.x = x, .y = y, .width = width, .height = height},
                           .dark = dark,
                           .more_contrast = more_contrast,
                           .forced = app->window->surroundings().forced,
                           .reduced_motion = reduced_motion,
                           .keyboard = keyboard,
                           .text_percent = text_percent,
                           .single_keys = single_keys});
}

/// The colours that the system forces on the page; each as 0xRRGGBB.
EMSCRIPTEN_KEEPALIVE void daybook_app_force_colours(App* app, std::uint32_t canvas, std::uint32_t canvas_text,
                                                    std::uint32_t link_text, std::uint32_t button_text,
                                                    std::uint32_t highlight) {
    Surroundings surroundings = app->window->surroundings();
    surroundings.forced = SystemColours{canvas, canvas_text, link_text, button_text, highlight};
    app->window->surround(surroundings);
}
/// They are Daybook's own again.
EMSCRIPTEN_KEEPALIVE void daybook_app_free_colours(App* app) {
    Surroundings surroundings = app->window->surroundings();
    surroundings.forced.reset();
    app->window->surround(surroundings);
}

EMSCRIPTEN_KEEPALIVE bool daybook_app_frame(App* app, double seconds, bool drawn) {
    return app->window->frame(*app->client, seconds, drawn ? Picture::drawn : Picture::skipped);
}

EMSCRIPTEN_KEEPALIVE void daybook_app_graphics_restored(App* app) {
    app->window->graphics_restored();
}

EMSCRIPTEN_KEEPALIVE void daybook_app_draw_anew(App* app) {
    app->window->draw_anew();
}

EMSCRIPTEN_KEEPALIVE void daybook_app_receive(App* app, const std::uint8_t* event, std::size_t size) {
    app->client->receive({event, size});
}

EMSCRIPTEN_KEEPALIVE void daybook_app_flush(App* app) {
    app->client->flush();
}
EMSCRIPTEN_KEEPALIVE void daybook_app_activate(App* app, SemanticId node) {
    app->client->activate(node);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_focus(App* app, SemanticId node) {
    app->client->focus(node);
}
/// The first four are Known's numbers; bytes are whole numbers that a double holds.
EMSCRIPTEN_KEEPALIVE void daybook_app_learn(App* app, Known cached, Known installed, Known persistent,
                                            Known authenticator, bool cleared_when_unused, bool update_ready,
                                            double used, double quota) {
    app->client->learn({.cached = cached,
                        .installed = installed,
                        .persistent = persistent,
                        .cleared_when_unused = cleared_when_unused,
                        .update_ready = update_ready,
                        .authenticator = authenticator,
                        .used_bytes = static_cast<std::uint64_t>(used),
                        .quota_bytes = static_cast<std::uint64_t>(quota)});
}
EMSCRIPTEN_KEEPALIVE void daybook_app_go_back(App* app) {
    app->client->go_back();
}

EMSCRIPTEN_KEEPALIVE bool daybook_app_photograph_coming(App* app, std::uint32_t number) {
    return app->client->photograph_coming(number);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_photograph_ready(App* app, std::uint32_t number, const std::uint8_t* jpeg,
                                                       std::size_t size) {
    app->client->photograph_ready(number, "image/jpeg", {jpeg, size});
}
EMSCRIPTEN_KEEPALIVE void daybook_app_photograph_failed(App* app, std::uint32_t number, PhotographFault fault,
                                                        std::uint32_t megapixels) {
    app->client->photograph_failed(number, fault, megapixels);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_file_chosen(App* app, std::uint32_t number, const char* name,
                                                  std::size_t name_size, const std::uint8_t* content,
                                                  std::size_t size) {
    app->client->file_chosen(number, {name, name_size}, {content, size});
}
EMSCRIPTEN_KEEPALIVE void daybook_app_file_failed(App* app, std::uint32_t number, FileFault fault) {
    app->client->file_failed(number, fault);
}
/// Width and height are 0 if it is no picture that the browser can show.
EMSCRIPTEN_KEEPALIVE void daybook_app_picture_decoded(App* app, std::uint32_t handle, float width, float height) {
    app->window->shown_pictures().decoded(handle, width, height);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_pinch(App* app, float x, float y, float by) {
    app->client->pinch(x, y, by);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_move_view(App* app, ViewMove move) {
    app->client->move_view(move);
}

/// For each point four numbers: x, y, pressure, milliseconds.
EMSCRIPTEN_KEEPALIVE void daybook_app_pen(App* app, const double* numbers, std::size_t count, PenPhase phase,
                                          PenEnd end) {
    std::vector<PenPoint> points(count);
    for (PenPoint& point : points) {
        point = {static_cast<float>(numbers[0]), static_cast<float>(numbers[1]), static_cast<float>(numbers[2]),
                 numbers[3]};
        numbers += 4;
    }
    app->client->pen(points, phase, end);
}

EMSCRIPTEN_KEEPALIVE bool daybook_app_press_key(App* app, std::uint32_t key, Held held, bool typing, bool repeated) {
    return app->client->press_key({.key = static_cast<char32_t>(key),
                                   .held = held,
                                   .typing = typing ? Typing::in_a_field : Typing::nowhere,
                                   .stroke = repeated ? Stroke::repeated : Stroke::first});
}

EMSCRIPTEN_KEEPALIVE void daybook_app_pointer_at(App* app, PointerKind kind, float x, float y) {
    app->window->pointer_at(kind, x, y);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_pointer_gone(App* app) {
    app->window->pointer_gone();
}
EMSCRIPTEN_KEEPALIVE void daybook_app_pointer_button(App* app, int button, bool down) {
    app->window->pointer_button(button, down);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_scroll(App* app, float x, float y) {
    app->window->scroll(x, y);
}

EMSCRIPTEN_KEEPALIVE void daybook_app_text_changed(App* app, SemanticId field, std::size_t start, std::size_t erased,
                                                   const char* inserted, std::size_t size) {
    app->window->fields().text_changed(field, start, erased, {inserted, size});
}
EMSCRIPTEN_KEEPALIVE void daybook_app_text_focus(App* app, SemanticId field, bool here) {
    app->window->fields().focus_changed(field, here ? FieldFocus::here : FieldFocus::gone);
}
/// In UTF-16 units; the same twice if nothing is chosen.
EMSCRIPTEN_KEEPALIVE void daybook_app_text_chosen(App* app, SemanticId field, std::size_t start, std::size_t end) {
    app->window->fields().chosen(field, start, end);
}
EMSCRIPTEN_KEEPALIVE void daybook_app_text_submitted(App* app, SemanticId field) {
    app->window->fields().submitted(field);
}
}

}  // namespace daybook
