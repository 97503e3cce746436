#include "app/screens/passcode.h"

#include "app/screens/start.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "core/crypto/secret.h"
#include "core/crypto/vault.h"

namespace daybook {
namespace {

void clear_errors(PasscodeForm& form) {
    form.old_error.clear();
    form.new_error.clear();
    form.again_error.clear();
}

/// True if the engine can be asked.
bool check(const Words& say, PasscodeForm& form) {
    clear_errors(form);
    if (form.old_passcode.empty()) form.old_error = say(Word::passcode_not_typed);
    if (const auto sound = check_passcode(form.new_passcode); !sound)
        form.new_error = say.translated(sound.error().what);
    if (form.again != form.new_passcode) form.again_error = say(Word::passcode_not_the_same);
    return form.old_error.empty() && form.new_error.empty() && form.again_error.empty();
}

void offered_words(Ui& ui, PasscodeForm& form, std::string_view word_list, Wishes wishes) {
    if (form.offered.empty()) form.offered = draw_words(word_list, wishes.random);
    if (form.offered.empty()) return;
    const Card card(ui);
    caption(ui, ui.say(Word::passcode_offered));
    paragraph(ui, form.offered);
    ui.layout.space(16);
    const Row row(ui);
    if (button(ui, {.label = ui.say(Word::passcode_use_offered)})) {
        form.new_passcode = form.offered;
        form.again = form.offered;
    }
    if (button(ui, {.label = ui.say(Word::passcode_others), .look = Look::quiet}))
        form.offered = draw_words(word_list, wishes.random);
}

/// True if the person wants it changed.
bool fields(Ui& ui, PasscodeForm& form, std::string_view word_list, Wishes wishes) {
    field(ui, {.label = ui.say(Word::passcode_now), .kind = FieldKind::passcode, .error = form.old_error},
          form.old_passcode);
    ui.layout.space(24);
    offered_words(ui, form, word_list, wishes);
    field(ui,
          {.label = ui.say(Word::passcode_new),
           .kind = FieldKind::passcode,
           .hint = ui.say(Word::passcode_new_hint),
           .error = form.new_error},
          form.new_passcode);
    const FieldTouch again =
        field(ui, {.label = ui.say(Word::passcode_again), .kind = FieldKind::passcode, .error = form.again_error},
              form.again);
    ui.layout.space(24);
    const bool pressed = button(
        ui, {.label = ui.say(Word::passcode_change), .look = Look::primary, .icon = Icon::lock, .fit = Fit::column});
    return pressed || again.state.submitted;
}

}  // namespace

void PasscodeForm::forget() {
    for (std::string* secret : {&old_passcode, &new_passcode, &again, &offered}) wipe_text(*secret);
}

void PasscodeForm::refused(std::uint8_t code, std::string words) {
    busy = false;
    clear_errors(*this);
    const bool new_one = code == static_cast<std::uint8_t>(Errc::invalid);
    (new_one ? new_error : old_error) = std::move(words);
}

void passcode_screen(Ui& ui, const View& view, PasscodeForm& form, std::string_view word_list, Wishes wishes) {
    const Panel panel(ui, "passcode", view.area, page_padding(ui, view.area, 560));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::passcode_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::passcode_introduction));
    ui.layout.space(24);
    if (form.busy) {
        // The fields are gone meanwhile, so that nothing of them stays in the platform's editors.
        paragraph(ui, ui.say(Word::passcode_changing));
        return;
    }
    if (!fields(ui, form, word_list, wishes) || !check(ui.say, form)) return;
    wishes.out.push(ChangePasscode{form.old_passcode, form.new_passcode});
    form.forget();
    form.busy = true;
}

}  // namespace daybook
