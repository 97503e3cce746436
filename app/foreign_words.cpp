#include "app/foreign_words.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/character.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

constexpr int forgotten_after = 120;  // frames in which nobody asked for it
// What our font has lies below. Above there is nothing of it, and no need to keep a note of each letter.
constexpr char32_t noted_below = 0x3000;

bool runs_left(char32_t letter) {
    return (letter >= 0x0590 && letter <= 0x08FF) || (letter >= 0xFB1D && letter <= 0xFDFF) ||
           (letter >= 0xFE70 && letter <= 0xFEFE) || (letter >= 0x10800 && letter <= 0x10FFF) ||
           (letter >= 0x1E800 && letter <= 0x1EFFF);
}

/// Digits, signs and pictures have no direction of their own.
bool runs_right(char32_t letter) {
    const bool latin = (letter | 0x20U) >= 'a' && (letter | 0x20U) <= 'z';
    const bool sign = letter < 0xC0 || (letter >= 0x2000 && letter <= 0x2BFF) ||
                      (letter >= 0x3000 && letter <= 0x3004) || (letter >= 0xFE00 && letter <= 0xFE0F) ||
                      letter == 0xFFFD || letter >= 0x1F000;
    return latin || !sign;
}

}  // namespace

/// One line as the graphics card has it.
struct ForeignWords::Texture {
    ImTextureData data;
    int left = 0;
    int baseline = 0;

    explicit Texture(const ForeignPicture& picture) : left(picture.left), baseline(picture.baseline) {
        data.Create(ImTextureFormat_RGBA32, picture.width, picture.height);
        data.UseColors = true;
        std::memcpy(data.GetPixels(), picture.rgba.data(), picture.rgba.size());
        ImGui::RegisterUserTexture(&data);
    }
    ~Texture() {
        ImGui::UnregisterUserTexture(&data);
        // The list of the frame that was drawn last still names it.
        ImGui::GetPlatformIO().Textures.find_erase(&data);
        std::memset(data.GetPixels(), 0, static_cast<std::size_t>(data.GetSizeInBytes()));
    }
    Texture(const Texture&) = delete;
    Texture& operator=(const Texture&) = delete;

    [[nodiscard]] bool is_on_the_card() const { return data.TexID != ImTextureID_Invalid; }
    void leave() {
        data.UnusedFrames = 1;  // the drivers wait for a frame without it: this one has none
        data.SetStatus(ImTextureStatus_WantDestroy);
    }
};

Direction direction_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character letter = character_at(text, at);
        if (runs_left(letter.code)) return Direction::right_to_left;
        if (runs_right(letter.code)) return Direction::left_to_right;
        at += letter.size;
    }
    return Direction::left_to_right;
}

ForeignWords::ForeignWords(ForeignText* platform) : platform_(platform) {}

ForeignWords::~ForeignWords() {
    forget();
}

void ForeignWords::begin_frame() {
    const int now = ImGui::GetFrameCount();
    const auto is_old = [now](const auto& item) { return now - item.second.seen > forgotten_after; };
    std::erase_if(widths_, is_old);
    std::erase_if(breaks_, is_old);
    std::erase_if(pictures_, [&](auto& item) {
        if (!is_old(item)) return false;
        leaving_.push_back(std::move(item.second.value));
        leaving_.back()->leave();
        return true;
    });
    std::erase_if(leaving_, [](const auto& texture) { return !texture->is_on_the_card(); });
    for (auto& [key, kept] : pictures_) {
        // The graphics context was lost, and is there again.
        ImTextureData& data = kept.value->data;
        if (data.Status == ImTextureStatus_Destroyed) data.SetStatus(ImTextureStatus_WantCreate);
    }
}

void ForeignWords::forget() {
    widths_.clear();
    breaks_.clear();
    for (auto& [key, kept] : pictures_) {
        if (kept.value->is_on_the_card()) {
            leaving_.push_back(std::move(kept.value));
            leaving_.back()->leave();
        }
    }
    pictures_.clear();
}

bool ForeignWords::lacks(ImFont* font, char32_t letter) {
    if (letter >= noted_below)
        return letter > IM_UNICODE_CODEPOINT_MAX || !font->IsGlyphInFont(static_cast<ImWchar>(letter));
    if (known_.empty()) known_.resize(noted_below, 0);
    char& note = known_[letter];
    // Line breaks and tabs are no letters.
    if (note == 0) note = letter < 0x20 || font->IsGlyphInFont(static_cast<ImWchar>(letter)) ? 1 : 2;
    return note == 2;
}

bool ForeignWords::has(ImFont* font, std::string_view text) {
    if (platform_ == nullptr) return false;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const Character letter = character_at(text, at);
        if (lacks(font, letter.code)) return true;
        at += letter.size;
    }
    return false;
}

float ForeignWords::width(std::string_view line, const ForeignStyle& style) {
    const auto [found, is_new] = widths_.try_emplace(Key{std::string(line), style});
    if (is_new) found->second.value = platform_->width(line, style);
    found->second.seen = ImGui::GetFrameCount();
    return found->second.value;
}

const std::vector<std::size_t>& ForeignWords::line_ends(std::string_view paragraph, const ForeignStyle& style,
                                                        float width) {
    const auto [found, is_new] = breaks_.try_emplace(Key{std::string(paragraph), style, width});
    found->second.seen = ImGui::GetFrameCount();
    std::vector<std::size_t>& ends = found->second.value;
    if (!is_new) return ends;
    // No line has more: the platform need not look at all of a long paragraph for each.
    constexpr std::size_t most = 2000;
    for (std::size_t at = 0; at < paragraph.size();) {
        std::string_view rest = paragraph.substr(at);
        if (rest.size() > most) rest = rest.substr(0, character_start(rest, most));
        const std::size_t fits = platform_->fitting(rest, style, width, BreakAt::words);
        at += std::clamp(fits, character_at(rest, 0).size, rest.size());
        ends.push_back(at);
    }
    return ends;
}

std::size_t ForeignWords::fitting_letters(std::string_view line, const ForeignStyle& style, float width) {
    if (line.empty()) return 0;
    return std::min(platform_->fitting(line, style, width, BreakAt::letters), line.size());
}

ForeignSpan ForeignWords::span(std::string_view line, const ForeignStyle& style, std::size_t from, std::size_t to) {
    return platform_->span(line, style, from, to);
}

void ForeignWords::draw(std::string_view line, const ForeignStyle& style, ImVec2 at, std::uint32_t colour) {
    const float density = std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.5F);
    const auto [found, is_new] = pictures_.try_emplace(Key{std::string(line), style, 0, colour, density});
    Kept<std::unique_ptr<Texture>>& kept = found->second;
    kept.seen = ImGui::GetFrameCount();
    if (is_new) {
        const ForeignPicture picture = platform_->paint(line, style, colour, density);
        const auto bytes = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
        if (bytes == 0 || picture.rgba.size() != bytes) {
            pictures_.erase(found);
            return;
        }
        kept.value = std::make_unique<Texture>(picture);
    }
    Texture& texture = *kept.value;
    // On whole pixels, so that nothing is drawn between two.
    const auto snapped = [density](float points) { return std::round(points * density) / density; };
    const ImVec2 corner{snapped(at.x) - static_cast<float>(texture.left) / density,
                        snapped(at.y) - static_cast<float>(texture.baseline) / density};
    const ImVec2 end{corner.x + static_cast<float>(texture.data.Width) / density,
                     corner.y + static_cast<float>(texture.data.Height) / density};
    ImGui::GetWindowDrawList()->AddImage(texture.data.GetTexRef(), corner, end);
}

}  // namespace daybook
