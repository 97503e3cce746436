#include "app/screens/locking.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

constexpr std::uint32_t minute = 60;
constexpr std::array<std::uint32_t, 4> idle_times{5 * minute, 10 * minute, 20 * minute, 30 * minute};
constexpr std::array<std::uint32_t, 5> hidden_times{minute, 2 * minute, 5 * minute, 10 * minute, 0};

std::string choice_words(const Words& say, std::uint32_t seconds) {
    if (seconds == 0) return std::string(say(Word::locking_never));
    return say(phrase::count_minutes{.count = seconds / minute});
}

/// The time that was chosen in this frame.
std::optional<std::uint32_t> time_choices(Ui& ui, std::string_view name, std::span<const std::uint32_t> times,
                                          std::uint32_t now) {
    std::vector<std::string> words;
    std::optional<std::size_t> chosen;
    for (std::size_t index = 0; index < times.size(); ++index) {
        words.push_back(choice_words(ui.say, times[index]));
        if (times[index] == now) chosen = index;
    }
    std::vector<Choice> offered;
    for (const std::string& one : words) offered.push_back({.label = one});
    const auto pressed = choices(ui, name, offered, chosen);
    if (!pressed || pressed == chosen) return std::nullopt;
    return times[*pressed];
}

void quick_unlock(Ui& ui, const Locking& now, Known authenticator, Wishes wishes) {
    heading(ui, ui.say(Word::locking_authenticator), 2);
    if (now.quick_unlock) {
        paragraph(ui, ui.say(Word::locking_authenticator_on));
        ui.layout.space(16);
        if (button(ui, {.label = ui.say(Word::locking_turn_off)})) wishes.out.push(RemoveQuickUnlock{});
        return;
    }
    if (authenticator != Known::yes) {
        note(ui, ui.say(Word::locking_authenticator_none));
        return;
    }
    paragraph(ui, ui.say(Word::locking_authenticator_about));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(Word::locking_set_up)})) wishes.out.wish(PlatformWish::use_authenticator);
}

}  // namespace

std::string lock_words(const Words& say, const LockTimes& times) {
    if (times.idle == 0 && times.hidden == 0) return std::string(say(Word::locking_only_you));
    const std::string idle = choice_words(say, times.idle);
    const std::string hidden = choice_words(say, times.hidden);
    if (times.hidden == 0) return say(phrase::locking_after_idle{.idle = idle});
    if (times.idle == 0) return say(phrase::locking_after_hidden{.hidden = hidden});
    return say(phrase::locking_after_both{.idle = idle, .hidden = hidden});
}

void locking_screen(Ui& ui, const View& view, const Locking& now, Known authenticator, Wishes wishes) {
    const Panel panel(ui, "locking", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::locking_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::locking_about));
    ui.layout.space(32);
    heading(ui, ui.say(Word::locking_idle), 2);
    if (const auto idle = time_choices(ui, ui.say(Word::locking_idle), idle_times, now.times.idle)) {
        wishes.out.push(SetLockTimes{{.hidden = now.times.hidden, .idle = *idle}});
    }
    ui.layout.space(32);
    heading(ui, ui.say(Word::locking_hidden), 2);
    note(ui, ui.say(Word::locking_hidden_about));
    ui.layout.space(8);
    if (const auto hidden = time_choices(ui, ui.say(Word::locking_hidden), hidden_times, now.times.hidden)) {
        wishes.out.push(SetLockTimes{{.hidden = *hidden, .idle = now.times.idle}});
    }
    if (!now.complaint.empty()) {
        ui.layout.space(16);
        const Card card(ui, Card::Tone::danger);
        paragraph(ui, now.complaint);
    }
    ui.layout.space(40);
    quick_unlock(ui, now, authenticator, wishes);
}

}  // namespace daybook
