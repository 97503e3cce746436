#include "platform/native/system_fonts.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "platform/files.h"

namespace daybook {
namespace {

constexpr std::size_t largest_font = std::size_t{64} << 20U;

// Outlines only: Dear ImGui draws no letters in colours.
constexpr std::array<std::string_view, 12> wanted{
    "DejaVuSans.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansCJK-Regular.ttc",
    "DroidSansFallbackFull.ttf",
    "NotoEmoji-Regular.ttf",
};

}  // namespace

std::vector<Bytes> system_fonts() {
    std::map<std::string, std::string, std::less<>> found;
    std::error_code trouble;
    using Walk = std::filesystem::recursive_directory_iterator;
    for (Walk file("/usr/share/fonts", std::filesystem::directory_options::skip_permission_denied, trouble), end;
         !trouble && file != end; file.increment(trouble)) {
        found.try_emplace(file->path().filename().string(), file->path().string());
    }
    std::vector<Bytes> fonts;
    for (const std::string_view name : wanted) {
        const auto place = found.find(name);
        if (place == found.end()) continue;
        if (Result<Bytes> font = read_file(place->second, largest_font)) fonts.push_back(std::move(*font));
    }
    return fonts;
}

}  // namespace daybook
