#include "core/crypto/age/armor.h"

#include <algorithm>

#include "core/crypto/age/base64.h"
#include "core/crypto/age/header.h"

namespace daybook::age {
namespace {

constexpr std::string_view begin_line = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view end_line = "-----END AGE ENCRYPTED FILE-----";
constexpr std::size_t columns = 64;
constexpr std::size_t bytes_per_line = columns / 4 * 3;

bool is_white_space(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Takes the next line off the front of `text`, and leaves out its LF or CRLF.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::unexpected<Error> not_armor(std::string_view why) {
    return fail(Errc::corrupt, "This armored file is damaged: " + std::string(why));
}

}  // namespace

bool looks_armored(ByteView file) {
    constexpr std::size_t front_size = 1024;
    const std::string_view front = as_text(file.first(std::min(file.size(), front_size)));
    return !front.starts_with(version_prefix) && front.contains("-----");
}

std::string armor(ByteView binary) {
    const std::string base64 = base64_encode(binary, Padding::equals_signs);
    std::string text(begin_line);
    text.reserve(base64.size() + base64.size() / columns + begin_line.size() + end_line.size() + 3);
    text += '\n';
    for (std::size_t at = 0; at < base64.size(); at += columns) {
        text.append(base64, at, columns);
        text += '\n';
    }
    return (text += end_line) += '\n';
}

Result<Bytes> dearmor(std::string_view text) {
    std::string_view line;
    do {
        if (text.empty()) return not_armor("its first line is missing.");
        line = take_line(text);
    } while (is_white_space(line));
    if (line != begin_line) return not_armor("it does not begin with its own first line.");
    Bytes binary;
    binary.reserve(text.size() / 4 * 3);
    // A line shorter than the others is the last one.
    bool ended_short = false;
    for (;;) {
        if (text.empty()) return not_armor("its last line is missing.");
        line = take_line(text);
        if (line == end_line) break;
        if (ended_short || line.empty() || line.size() > columns) return not_armor("its lines are of wrong lengths.");
        const auto bytes = base64_decode(line, Padding::equals_signs);
        if (!bytes) return not_armor("it has characters that do not belong there.");
        append(binary, *bytes);
        ended_short = bytes->size() < bytes_per_line;
    }
    if (!is_white_space(text)) return not_armor("something follows its last line.");
    return binary;
}

}  // namespace daybook::age
