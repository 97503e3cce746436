// What the app module calls of the page. Each is forwarded by app.library.js to web/src/app-host.ts.
// Never returns memory of the page: bytes are copied into ours.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

void daybook_wake();
void daybook_wake_at(double unix_ms);
void daybook_send(const std::uint8_t* command, std::size_t size);
void daybook_save_file(const char* name, std::size_t name_size, const char* media_type, std::size_t media_type_size,
                       const std::uint8_t* content, std::size_t content_size);
/// `accept` is what the picker offers.
void daybook_choose_file(std::uint32_t number, const char* accept, std::size_t accept_size, std::size_t most_bytes);
/// The size of an asset in bytes, or -1 if there is none of that path.
int daybook_asset_size(const char* path, std::size_t path_size);
void daybook_asset_copy(const char* path, std::size_t path_size, std::uint8_t* to);
/// The nodes of the mirror, as platform/web/mirror.cpp lays them out.
void daybook_show_nodes(const std::uint8_t* packet, std::size_t size);
/// The fields of the frame, as platform/web/text_field.cpp lays them out.
void daybook_show_fields(const std::uint8_t* packet, std::size_t size);
/// The pictures of the frame, as platform/web/pictures.cpp lays them out.
void daybook_show_pictures(const std::uint8_t* packet, std::size_t size);
/// The bytes of a picture; `detail` is a PictureDetail.
void daybook_give_picture(std::uint32_t handle, int detail, const char* media_type, std::size_t media_type_size,
                          const std::uint8_t* content, std::size_t content_size);
void daybook_drop_picture(std::uint32_t handle);
/// A PlatformWish.
void daybook_wish(int wish);
/// A ScreenRest, when it changes.
void daybook_screen_rest(int rest);
/// The box that takes ink, when it changes; 0 wide: none does.
void daybook_take_ink(float x, float y, float width, float height);
/// Of the page, which keeps it; in percent of the usual size.
void daybook_keep_text_size(int percent);
/// Of the page, which keeps it.
void daybook_keep_single_keys(bool on);
void daybook_focus_node(std::uint32_t node);
/// Types UTF-8 into a field of the page, before this UTF-16 unit of its value.
void daybook_insert_text(std::uint32_t field, std::uint32_t at, const char* text, std::size_t size);
/// Where the caret stands in a field of the page. False if the page has no such field, or it has no caret.
struct CaretNumbers {
    std::uint32_t start;  // of what is chosen, in UTF-16 units
    std::uint32_t end;
    std::uint32_t scroll_tenths;  // of a CSS pixel
};
bool daybook_field_caret(std::uint32_t field, CaretNumbers* caret);
/// Words that the page sets (platform/foreign_text.h). em and widths in CSS pixels; direction and break by number.
float daybook_foreign_width(const char* line, std::size_t size, float em, int weight, int direction);
std::size_t daybook_foreign_fitting(const char* text, std::size_t size, float em, int weight, int direction,
                                    float width, int break_at);
/// Fills in four numbers: width, height, left, baseline. The picture is then fetched with daybook_foreign_painted.
void daybook_foreign_paint(const char* line, std::size_t size, float em, int weight, int direction,
                           std::uint32_t colour, float density, int* measures);
void daybook_foreign_painted(std::uint8_t* to);
/// Fills in two numbers: left and width, of the bytes from `from` to `to`.
void daybook_foreign_span(const char* line, std::size_t size, float em, int weight, int direction, std::size_t from,
                          std::size_t to, float* span);
/// An ImGuiMouseCursor.
void daybook_show_cursor(int cursor);
}
