#include "app/screens/start.h"

#include <array>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "core/crypto/secret.h"

namespace daybook {
namespace {

constexpr float form_width = 480;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::uint32_t random_number(const RandomSource& random) {
    std::array<Byte, 4> bytes{};
    random(bytes);
    std::uint32_t number = 0;
    for (const Byte byte : bytes) number = number << 8U | byte;
    return number;
}

}  // namespace

std::string draw_words(std::string_view word_list, const RandomSource& random) {
    const auto list = lines_of(word_list);
    if (list.empty()) return {};
    // Numbers above the last whole multiple would make the first words likelier: they are drawn again.
    const auto count = static_cast<std::uint32_t>(list.size());
    const std::uint32_t limit = UINT32_MAX - UINT32_MAX % count;
    std::string words;
    for (int drawn = 0; drawn < 4; ++drawn) {
        std::uint32_t number = random_number(random);
        while (number >= limit) number = random_number(random);
        if (!words.empty()) words += ' ';
        words += list[number % count];
    }
    return words;
}

void waiting_screen(Ui& ui, const Box& area, std::string_view title, std::string_view words) {
    const Panel panel(ui, "waiting", area, page_padding(ui, area, form_width));
    ui.layout.space(area.height / 6);
    heading(ui, title, 1);
    ui.layout.space(16);
    if (!words.empty()) paragraph(ui, words);
}

void first_start_screen(Ui& ui, const Box& area, FirstStartForm& form, std::string_view word_list, Wishes wishes) {
    const Panel panel(ui, "first start", area, page_padding(ui, area, form_width));
    ui.layout.space(area.height / 12);
    heading(ui, ui.say(Word::start_title), 1);
    ui.layout.space(16);
    paragraph(ui, ui.say(Word::start_introduction));
    ui.layout.space(24);
    field(ui, {.label = ui.say(Word::start_name), .hint = ui.say(Word::start_name_hint)}, form.author);

    if (form.offered.empty()) form.offered = draw_words(word_list, wishes.random);
    if (!form.offered.empty()) {
        const Card card(ui);
        caption(ui, ui.say(Word::passcode_offered));
        paragraph(ui, form.offered);
        ui.layout.space(16);
        const Row row(ui);
        if (button(ui, {.label = ui.say(Word::passcode_use_offered)})) form.passcode = form.offered;
        if (button(ui, {.label = ui.say(Word::passcode_others), .look = Look::quiet}))
            form.offered = draw_words(word_list, wishes.random);
    }
    const FieldTouch passcode = field(ui,
                                      {.label = ui.say(Word::start_passcode),
                                       .kind = FieldKind::passcode,
                                       .hint = ui.say(Word::passcode_new_hint),
                                       .error = form.error},
                                      form.passcode);
    const bool pressed = button(ui, {.label = ui.say(form.busy ? Word::start_locking : Word::start_begin),
                                     .look = Look::primary,
                                     .fit = Fit::column,
                                     .disabled = form.busy});
    if (!pressed && !passcode.state.submitted) return;
    form.error = form.author.empty() ? ui.say(Word::start_no_name) : std::string_view();
    if (!form.error.empty() || form.busy) return;
    form.busy = true;
    wishes.out.push(FirstStart{form.author, form.passcode});
}

void unlock_screen(Ui& ui, const Box& area, UnlockForm& form, Wishes wishes) {
    const Panel panel(ui, "unlock", area, page_padding(ui, area, form_width));
    ui.layout.space(area.height / 6);
    heading(ui, ui.say(Word::unlock_title), 1);
    ui.layout.space(24);
    const FieldTouch passcode = field(
        ui, {.label = ui.say(Word::unlock_passcode), .kind = FieldKind::passcode, .error = form.error}, form.passcode);
    const bool pressed = button(ui, {.label = ui.say(form.busy ? Word::unlock_unlocking : Word::unlock_unlock),
                                     .look = Look::primary,
                                     .fit = Fit::column,
                                     .disabled = form.busy});
    if ((!pressed && !passcode.state.submitted) || form.busy) return;
    form.error.clear();
    form.busy = true;
    wishes.out.push(Unlock{form.passcode});
    wipe_text(form.passcode);
}

}  // namespace daybook
