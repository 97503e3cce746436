#include "app/screens/locking.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

constexpr std::uint32_t minute = 60;
constexpr std::array<std::uint32_t, 4> idle_times{5 * minute, 10 * minute, 20 * minute, 30 * minute};
constexpr std::array<std::uint32_t, 5> hidden_times{minute, 2 * minute, 5 * minute, 10 * minute, 0};

std::string time_words(std::uint32_t seconds) {
    return seconds == 0 ? "Never" : counted(seconds / minute, "minute", "minutes");
}

/// The time that was chosen in this frame.
std::optional<std::uint32_t> time_choices(Ui& ui, std::string_view name, std::span<const std::uint32_t> times,
                                          std::uint32_t now) {
    std::vector<std::string> words;
    std::optional<std::size_t> chosen;
    for (std::size_t index = 0; index < times.size(); ++index) {
        words.push_back(time_words(times[index]));
        if (times[index] == now) chosen = index;
    }
    std::vector<Choice> offered;
    for (const std::string& one : words) offered.push_back({.label = one});
    const auto pressed = choices(ui, name, offered, chosen);
    if (!pressed || pressed == chosen) return std::nullopt;
    return times[*pressed];
}

void quick_unlock(Ui& ui, const Locking& now, Known authenticator, Wishes wishes) {
    heading(ui, "Fingerprint, face or device code", 2);
    if (now.quick_unlock) {
        paragraph(ui, "The notebook also opens with what unlocks this device. The passcode opens it as before.");
        ui.layout.space(16);
        if (button(ui, {.label = "Turn this off"})) wishes.out.push(RemoveQuickUnlock{});
        return;
    }
    if (authenticator != Known::yes) {
        note(ui, "This device or browser offers nothing that Daybook could use. The passcode opens the notebook.");
        return;
    }
    paragraph(ui,
              "The notebook can also open with what unlocks this device. Whoever can unlock the device can then read "
              "the notebook; the passcode opens it as before.");
    ui.layout.space(16);
    if (button(ui, {.label = "Set this up"})) wishes.out.wish(PlatformWish::use_authenticator);
}

}  // namespace

std::string lock_words(const LockTimes& times) {
    std::string words;
    if (times.idle != 0) words = "After " + time_words(times.idle) + " untouched";
    if (times.hidden == 0) return words.empty() ? "Only when you lock it" : words;
    words += (words.empty() ? "After " : ", or ") + time_words(times.hidden) + " out of sight";
    return words;
}

void locking_screen(Ui& ui, const View& view, const Locking& now, Known authenticator, Wishes wishes) {
    const Panel panel(ui, "locking", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = "Back", .look = Look::quiet, .icon = Icon::back, .hangs = true})) wishes.route.go_back();
    heading(ui, "Locking", 1);
    ui.layout.space(2);
    note(ui, "Locked, the keys and every word are gone from memory. What was being typed is saved first.");
    ui.layout.space(32);
    heading(ui, "Lock when untouched for", 2);
    if (const auto idle = time_choices(ui, "Lock when untouched for", idle_times, now.times.idle)) {
        wishes.out.push(SetLockTimes{{.hidden = now.times.hidden, .idle = *idle}});
    }
    ui.layout.space(32);
    heading(ui, "Lock when out of sight for", 2);
    note(ui, "Another app or tab is in front, or the screen is off.");
    ui.layout.space(8);
    if (const auto hidden = time_choices(ui, "Lock when out of sight for", hidden_times, now.times.hidden)) {
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
