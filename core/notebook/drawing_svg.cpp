#include "core/notebook/drawing_svg.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>

#include "core/notebook/ink_outline.h"

namespace daybook {
namespace {

constexpr double margin = 20;         // below the lowest ink, in units
constexpr double least_height = 100;  // of a sheet that has next to nothing on it

/// With two decimals at most, and no more than it needs: "3.1".
void add_number(std::string& text, double number) {
    const auto hundredths = std::llround(number * 100);
    std::array<char, 24> digits{};
    const auto ends = std::to_chars(digits.data(), digits.data() + digits.size(), std::llabs(hundredths)).ptr;
    std::string whole(digits.data(), ends);
    if (whole.size() < 3) whole.insert(0, 3 - whole.size(), '0');
    whole.insert(whole.size() - 2, ".");
    while (whole.back() == '0') whole.pop_back();
    if (whole.back() == '.') whole.pop_back();
    if (hundredths < 0) text += '-';
    text += whole;
}

void add_point(std::string& text, char command, PaperPoint point) {
    text += command;
    add_number(text, point.x);
    text += ' ';
    add_number(text, point.y);
}

/// Along its left side, and back along the other.
void add_band(std::string& text, const InkBand& band) {
    for (std::size_t n = 0; n < band.size(); ++n) add_point(text, n == 0 ? 'M' : 'L', band[n].left);
    for (std::size_t n = band.size(); n-- > 0;) add_point(text, 'L', band[n].right);
    text += 'Z';
}

/// What XML has no place for becomes a space.
std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c == '&')
            text += "&amp;";
        else if (c == '<')
            text += "&lt;";
        else if (c == '>')
            text += "&gt;";
        else
            text += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    // U+FFFE and U+FFFF, in UTF-8.
    for (const std::string_view none : {std::string_view("\xEF\xBF\xBE"), std::string_view("\xEF\xBF\xBF")}) {
        for (auto at = text.find(none); at != std::string::npos; at = text.find(none))
            text.replace(at, none.size(), " ");
    }
    return text;
}

}  // namespace

DrawingSvg drawing_svg(const Drawing& drawing, const Drawings::Strokes& strokes) {
    std::string paths;
    double lowest = 0;
    std::size_t left_out = 0;
    for (const InkStroke* stroke : strokes) {
        if (stroke->retired) continue;
        const InkOutline outline = outline_of(stroke->points);
        std::string path = "<path d=\"";
        for (const InkBand& band : outline.bands) add_band(path, band);
        path += "\"/>\n";
        if (outline.bands.empty() || paths.size() + path.size() > most_svg_bytes) {
            ++left_out;
            continue;
        }
        paths += path;
        lowest = std::max(lowest, outline.most.y);
    }
    const auto height = static_cast<int>(std::ceil(std::max(lowest + margin, least_height)));
    std::string text =
        std::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\">\n",
                    InkBounds::width, height);
    text += "<title>" + escaped(drawing.gist) + "</title>\n";
    if (left_out > 0) text += std::format("<desc>Strokes that are not shown: {}</desc>\n", left_out);
    text +=
        std::format("<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n<g fill=\"#000\">\n", InkBounds::width, height);
    return {text + paths + "</g>\n</svg>\n", left_out};
}

}  // namespace daybook
