#include "tests/app/png.h"

#include <zlib.h>

#include <fstream>
#include <iterator>

#include "core/base/bytes.h"

namespace daybook::testing {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr Byte eight_bits = 8;
constexpr Byte of_three_parts = 2;
constexpr Byte as_above = 2;  // the filter "Up": a byte is what it differs by from the one above it

void add_number(Bytes& bytes, std::uint32_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<Byte>(number >> shift));
}

std::uint32_t number_at(const Bytes& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t next = at; next < at + 4; ++next) number = number << 8U | bytes[next];
    return number;
}

void add_chunk(Bytes& file, std::string_view kind, const Bytes& content) {
    add_number(file, static_cast<std::uint32_t>(content.size()));
    const std::size_t start = file.size();
    append(file, as_bytes(kind));
    append(file, content);
    add_number(file, static_cast<std::uint32_t>(crc32(0, file.data() + start, static_cast<uInt>(file.size() - start))));
}

}  // namespace

void write_png(const Picture& picture, const std::string& path) {
    const auto row = static_cast<std::size_t>(picture.width) * 3;
    Bytes plain;
    for (std::size_t at = 0; at < picture.rgb.size(); ++at) {
        if (at % row == 0) plain.push_back(as_above);
        plain.push_back(static_cast<Byte>(picture.rgb[at] - (at < row ? 0 : picture.rgb[at - row])));
    }
    uLongf size = compressBound(plain.size());
    Bytes packed(size);
    compress2(packed.data(), &size, plain.data(), plain.size(), Z_BEST_COMPRESSION);
    packed.resize(size);
    Bytes header;
    add_number(header, static_cast<std::uint32_t>(picture.width));
    add_number(header, static_cast<std::uint32_t>(picture.height));
    for (const Byte part : {eight_bits, of_three_parts, Byte{0}, Byte{0}, Byte{0}}) header.push_back(part);
    Bytes file;
    append(file, as_bytes(signature));
    add_chunk(file, "IHDR", header);
    add_chunk(file, "IDAT", packed);
    add_chunk(file, "IEND", {});
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
}

std::optional<Picture> read_png(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    const Bytes file{std::istreambuf_iterator<char>(stream), {}};
    // Each chunk has its size and kind before its content, and a checksum after it.
    constexpr std::size_t header = 8 + 8;
    constexpr std::size_t data = header + 13 + 4 + 8;
    if (file.size() < data) return std::nullopt;
    Picture picture;
    picture.width = static_cast<int>(number_at(file, header));
    picture.height = static_cast<int>(number_at(file, header + 4));
    const std::size_t packed = number_at(file, data - 8);
    const auto row = static_cast<std::size_t>(picture.width) * 3 + 1;
    Bytes plain(row * static_cast<std::size_t>(picture.height));
    uLongf size = plain.size();
    if (file.size() < data + packed) return std::nullopt;
    if (uncompress(plain.data(), &size, file.data() + data, packed) != Z_OK) return std::nullopt;
    if (size != plain.size()) return std::nullopt;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (at % row == 0) continue;  // the filter
        const Byte above = at < row ? Byte{0} : picture.rgb[picture.rgb.size() - (row - 1)];
        picture.rgb.push_back(static_cast<Byte>(plain[at] + above));
    }
    return picture;
}

}  // namespace daybook::testing
