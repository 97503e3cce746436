#include "core/crypto/age/header.h"

#include <algorithm>
#include <optional>

#include "core/crypto/age/base64.h"

namespace daybook::age {
namespace {

constexpr std::string_view version_line = "age-encryption.org/v1";
constexpr std::string_view stanza_mark = "-> ";
constexpr std::string_view end_mark = "---";
constexpr std::size_t columns = 64;

std::unexpected<Error> bad_header(std::string_view why) {
    return fail(Errc::corrupt, "This is not a sound age file: " + std::string(why));
}

/// Takes the next line off the front of `text`. None if no line feed ends it.
std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<std::vector<std::string>> parse_arguments(std::string_view text) {
    std::vector<std::string> arguments;
    for (;;) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view argument = text.substr(0, end);
        const auto is_visible = [](char c) { return c >= '!' && c <= '~'; };
        if (argument.empty() || !std::ranges::all_of(argument, is_visible)) return std::nullopt;
        arguments.emplace_back(argument);
        if (end == text.size()) return arguments;
        text.remove_prefix(end + 1);
    }
}

/// Reads the lines that follow a stanza's arguments: full ones, then a shorter one, which may be empty.
std::optional<Bytes> parse_body(std::string_view& text) {
    Bytes body;
    for (;;) {
        const auto line = take_line(text);
        if (!line || line->size() > columns) return std::nullopt;
        const auto bytes = base64_decode(*line, Padding::none);
        if (!bytes) return std::nullopt;
        append(body, *bytes);
        if (line->size() < columns) return body;
    }
}

Hash32 mac_of(ByteView authenticated, const FileKey& key) {
    const SecretKey32 mac_key = hkdf_sha256({}, key.view(), "header");
    return hmac_sha256(mac_key.view(), authenticated);
}

std::string format_stanza(const Stanza& stanza) {
    std::string text = "->";
    for (const std::string& argument : stanza.arguments) (text += ' ') += argument;
    text += '\n';
    const std::string body = base64_encode(stanza.body, Padding::none);
    // One line more than the full ones, empty or not, tells the reader that the body is over.
    for (std::size_t at = 0; at <= body.size(); at += columns) (text += body.substr(at, columns)) += '\n';
    return text;
}

}  // namespace

Bytes format_header(const std::vector<Stanza>& stanzas, const FileKey& key) {
    std::string text(version_line);
    text += '\n';
    for (const Stanza& stanza : stanzas) text += format_stanza(stanza);
    text += end_mark;
    const Hash32 mac = mac_of(as_bytes(text), key);
    ((text += ' ') += base64_encode(mac, Padding::none)) += '\n';
    const ByteView bytes = as_bytes(text);
    return {bytes.begin(), bytes.end()};
}

Result<Header> parse_header(ByteView file) {
    std::string_view text = as_text(file);
    if (!text.starts_with(version_prefix)) return bad_header("it does not begin like one.");
    if (take_line(text) != version_line) return bad_header("it is of a version that is not known here.");
    Header header;
    for (;;) {
        const std::size_t line_start = file.size() - text.size();
        auto line = take_line(text);
        if (!line) return bad_header("its header is cut off.");
        if (line->starts_with(end_mark)) {
            line->remove_prefix(end_mark.size());
            if (!line->starts_with(' ')) return bad_header("its header does not end as it should.");
            const auto mac = base64_decode(line->substr(1), Padding::none);
            if (!mac || mac->size() != header.mac.size()) return bad_header("its header does not end as it should.");
            std::ranges::copy(*mac, header.mac.begin());
            header.authenticated_size = line_start + end_mark.size();
            break;
        }
        if (!line->starts_with(stanza_mark)) return bad_header("its header has a line that does not belong there.");
        if (header.stanzas.size() == most_stanzas) return bad_header("it has too many recipients.");
        auto arguments = parse_arguments(line->substr(stanza_mark.size()));
        auto body = parse_body(text);
        if (!arguments || !body) return bad_header("one of its recipients' lines is damaged.");
        header.stanzas.push_back({std::move(*arguments), std::move(*body)});
    }
    if (header.stanzas.empty()) return bad_header("it has no recipient.");
    header.size = file.size() - text.size();
    return header;
}

bool is_authentic(const Header& header, ByteView file, const FileKey& key) {
    return equal_in_constant_time(mac_of(file.first(header.authenticated_size), key), header.mac);
}

}  // namespace daybook::age
