// Fields that are typed in, as Dear ImGui has them: drawn over the box that the app left for each.
// Never loses what was typed: Escape leaves a field, it does not undo it.
#pragma once

#include <map>
#include <string>

#include "platform/native/wrapped_text.h"
#include "platform/text_field.h"

namespace daybook {

class NativeTextFields : public TextFields {
public:
    NativeTextFields() = default;
    ~NativeTextFields() override;
    NativeTextFields(const NativeTextFields&) = delete;
    NativeTextFields& operator=(const NativeTextFields&) = delete;

    FieldState show(const FieldSpec& spec, std::string& value) override;
    void focus(SemanticId field) override { wanted_ = field; }
    void insert(SemanticId field, std::size_t at, std::string_view text) override;
    [[nodiscard]] std::optional<CaretPlace> caret(SemanticId field) const override;

    /// After each frame: forgets the fields that were not shown in it.
    void end_frame();
    /// All of them, with what was typed in them.
    void forget_all();
    /// The field that has the caret; 0 if none has.
    [[nodiscard]] SemanticId focused() const { return focused_; }
    /// Takes the caret out of the field that has it. False if none has.
    bool leave();

private:
    struct Field {
        WrappedText text;
        std::string buffer;  // what Dear ImGui edits
        float wrapped_for = 0;
        bool focused = false;
        bool was_focused = false;
        bool shown = false;
        std::string typed;  // by insert(), until the next frame
        std::size_t typed_at = 0;
        CaretPlace caret;  // when it last had the focus, or as it was when the field appeared
    };
    static bool edit(const FieldSpec& spec, Field& field);
    static bool edit_line(const FieldSpec& spec, Field& field);
    static bool edit_prose(const FieldSpec& spec, Field& field);
    static void move_caret(std::uint32_t item, Field& field);
    static void forget(Field& field);
    static bool take_typed(Field& field);

    std::map<SemanticId, Field> fields_;
    SemanticId wanted_ = 0;
    SemanticId focused_ = 0;
};

}  // namespace daybook
