#include "core/engine/settings.h"

#include <algorithm>
#include <limits>

#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::string_view hidden = "hidden";
constexpr std::string_view idle = "idle";

Bytes key_of(std::string_view name) {
    CborWriter writer;
    writer.text(name);
    return std::move(writer).take();
}

Bytes kept(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

/// Seconds; what is longer than can be counted is as long as can be.
std::uint32_t seconds(CborReader& reader) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    return static_cast<std::uint32_t>(std::min(reader.unsigned_integer(), most));
}

}  // namespace

Bytes encode(const Settings& settings) {
    CborMap map;
    for (const auto& [key, value] : settings.unknown) map.put_encoded(key, value);
    map.at(hidden).unsigned_integer(settings.lock_times.hidden);
    map.at(idle).unsigned_integer(settings.lock_times.idle);
    CborWriter writer;
    writer.map(map);
    return std::move(writer).take();
}

Result<Settings> decode_settings(ByteView bytes) {
    auto reader = CborReader::open(bytes);
    if (!reader) return pass_on(reader.error());
    Settings settings;
    const std::size_t count = reader->map();
    for (std::size_t n = 0; n < count && !reader->refused(); ++n) {
        const Bytes key = kept(reader->skip());
        if (key == key_of(hidden)) {
            settings.lock_times.hidden = seconds(*reader);
        } else if (key == key_of(idle)) {
            settings.lock_times.idle = seconds(*reader);
        } else {
            settings.unknown[key] = kept(reader->skip());
        }
    }
    if (auto finished = reader->finish(); !finished) return pass_on(finished.error());
    return settings;
}

}  // namespace daybook
