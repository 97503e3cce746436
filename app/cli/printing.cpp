// Words of other people on a terminal.
// Never lets them steer it: what is not text is shown as a substitute.
#include "app/cli/printing.h"

#include <algorithm>
#include <format>

#include "core/base/utf8.h"

namespace daybook::cli {

namespace {

constexpr std::string_view substitute = "\xEF\xBF\xBD";

bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

/// C0 and DEL, C1 (U+0080 to U+009F), and U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
bool steers(std::string_view character) {
    const auto byte = [character](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 1) return character != "\n" && (byte(0) < 0x20 || byte(0) == 0x7F);
    if (character.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
    if (character.size() != 3 || byte(0) != 0xE2) return false;
    if (byte(1) == 0x80) return byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xAA && byte(2) <= 0xAE);
    return byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
}

void wrap_line(std::string_view line, std::string_view indent, std::size_t width, std::string& out) {
    std::size_t used = characters(indent);
    bool at_start = true;
    out += indent;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        const std::string_view word = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        const std::size_t wanted = characters(word) + (at_start ? 0 : 1);
        if (!at_start && used + wanted > width) {
            out += '\n';
            out += indent;
            used = characters(indent);
            at_start = true;
        }
        if (!at_start) out += ' ';
        out += word;
        used += characters(word) + (at_start ? 0 : 1);
        at_start = false;
    }
    out += '\n';
}

}  // namespace

std::string printable(std::string_view text) {
    const std::string valid = to_valid_utf8(text);
    std::string shown;
    for (std::size_t at = 0; at < valid.size();) {
        std::size_t end = at + 1;
        while (end < valid.size() && !starts_character(valid[end])) ++end;
        const std::string_view character = std::string_view(valid).substr(at, end - at);
        shown += steers(character) ? substitute : character;
        at = end;
    }
    return shown;
}

std::string wrapped(std::string_view text, std::string_view indent, std::size_t width) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find('\n');
        wrap_line(text.substr(0, end), indent, width, out);
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
    return std::format("{} {}", count, count == 1 ? one : several);
}

}  // namespace daybook::cli
