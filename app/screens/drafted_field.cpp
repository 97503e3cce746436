#include "app/screens/drafted_field.h"

#include <algorithm>

#include "app/widgets/field.h"
#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

float height_of(Ui& ui, const DraftedFieldSpec& spec, std::string_view text) {
    constexpr float around = 24;
    const TextStyle style = ui.theme.editor();
    const std::size_t lines = wrapped(style, text, std::max(ui.layout.width() - around, 1.0F)).size() + 1;
    return static_cast<float>(std::clamp(lines, spec.least_lines, spec.most_lines)) * style.line + around;
}

}  // namespace

void drafted_field(Ui& ui, const DraftedFieldSpec& spec, Draft& draft, Drafts& drafts, std::string& typing,
                   const View& view, Outbox& out) {
    const FieldTouch touch = field(ui,
                                   {.label = spec.label,
                                    .kind = FieldKind::prose,
                                    .key = spec.key,
                                    .height = height_of(ui, spec, draft.text),
                                    .begins_at = {draft.text.size(), draft.text.size()}},
                                   draft.text);
    if (touch.state.changed) {
        drafts.typed(draft, view.now.at);
        ui.attention.moved = true;  // the field grows with its words
    }
    if (touch.state.focused) {
        typing = spec.key;
    } else if (typing == spec.key) {
        drafts.send_all(out);
        typing.clear();
    }
}

}  // namespace daybook
