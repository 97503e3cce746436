#include "tests/app/field_words.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/typesetting.h"

namespace daybook::testing {

void draw_field_words(const FakeFields& fields, const Palette& palette) {
    ImDrawList& lines = *ImGui::GetForegroundDrawList();
    ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
    for (const FakeFields::Shown& shown : fields.shown()) {
        const bool empty = shown.value.empty();
        const std::string& text = empty ? shown.placeholder : shown.value;
        const Box& box = shown.spec.box;
        const Box& clip = shown.spec.clip;
        const bool prose = shown.spec.kind == FieldKind::prose;
        const float em = shown.spec.font_size;
        const TextStyle style{font, em, std::round(em * 1.21F), std::round(em * 1.53F)};
        lines.PushClipRect(
            {std::max(box.x, clip.x), std::max(box.y, clip.y)},
            {std::min(box.x + box.width, clip.x + clip.width), std::min(box.y + box.height, clip.y + clip.height)});
        float y = prose ? box.y + 10 : box.y + (box.height - style.line) / 2;
        for (const std::string_view line : wrapped(style, text, box.width - 24)) {
            lines.AddText(font, style.size, {box.x + (prose ? 12.0F : 4.0F), y + 2},
                          to_imgui(empty ? palette.quiet : palette.ink), line.data(), line.data() + line.size());
            y += style.line;
            if (!prose) break;
        }
        lines.PopClipRect();
    }
}

}  // namespace daybook::testing
