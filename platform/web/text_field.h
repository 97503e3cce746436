// Fields that are typed in, shown by the page as real text areas and inputs (web/src/editors.ts).
// Never overwrites what somebody is typing: while a field has the focus, the page's words are the truth.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "platform/text_field.h"
#include "platform/web/packet.h"

namespace daybook {

/// Whether a field has the caret.
enum class FieldFocus : std::uint8_t { gone = 0, here = 1 };

class WebTextFields : public TextFields {
public:
    FieldState show(const FieldSpec& spec, std::string& value) override;
    void focus(SemanticId field) override;
    void insert(SemanticId field, std::size_t at, std::string_view text) override;
    [[nodiscard]] std::optional<CaretPlace> caret(SemanticId field) const override;

    /// After the frame: hands the fields to the page if anything about them changed, and forgets those not shown.
    void publish();

    /// The person typed: `inserted` in place of `erased` UTF-16 units at `start`.
    void text_changed(SemanticId field, std::size_t start, std::size_t erased, std::string_view inserted);
    void focus_changed(SemanticId field, FieldFocus focus);
    void submitted(SemanticId field);
    /// Words were chosen, or none any more: in UTF-16 units.
    void chosen(SemanticId field, std::size_t start, std::size_t end);

private:
    struct Field {
        std::string text;  ///< what the page's field holds
        bool shown = false;
        bool changed = false;  ///< typed in since the app last looked
        bool focused = false;
        bool submitted = false;
        ChosenWords chosen{};
        bool put = true;                           ///< the page's field is to be given `text`
        bool is_new = true;                        ///< the page has no such field yet
        std::vector<MarginNote> notes{};           ///< as the app gave them last
        std::vector<std::uint32_t> notes_begin{};  ///< each in UTF-16 units, of the text as it was then
    };

    void add_margin(Field& field, const FieldMargin& margin);

    std::map<SemanticId, Field> fields_;
    Packet frame_;
    std::uint32_t shown_ = 0;
    Bytes published_;
};

}  // namespace daybook
