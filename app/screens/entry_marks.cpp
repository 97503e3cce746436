#include "app/screens/entry_marks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/text.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr std::array polarities{Polarity::strength, Polarity::weakness, Polarity::neutral};

std::optional<std::size_t> chosen_polarity(const Entry* entry) {
    if (entry == nullptr) return std::nullopt;
    const auto place = std::ranges::find(polarities, entry->polarity);
    if (place == polarities.end()) return std::nullopt;
    return static_cast<std::size_t>(place - polarities.begin());
}

/// Four in a line, or two above two, or one below the other: as their words fit.
float mark_width(Ui& ui, std::span<const Choice> offered) {
    float widest = choice_width(ui, {.label = ui.say(Word::entry_in_confidence), .icon = Icon::lock});
    for (const Choice& one : offered) widest = std::max(widest, choice_width(ui, one));
    constexpr float narrower = 16;  // its sides need not be as wide as they are usually
    for (const float in_line : {4.0F, 2.0F}) {
        const float width = (ui.layout.width() - (in_line - 1) * Theme::unit) / in_line;
        if (widest - narrower <= width) return width;
    }
    return ui.layout.width();
}

void aspect_chips(Ui& ui, const View& view, const ReportingArea& area, Draft& draft, Drafts& drafts, Outbox& out) {
    const Entry* entry = view.book.entry(draft.entry);
    for (const Aspect& aspect : view.book.pack().aspects) {
        if (aspect.area != area.id) continue;
        const bool on = entry != nullptr && std::ranges::contains(entry->aspects, aspect.id);
        if (!chip(ui, {.label = aspect.short_name, .on = on, .key = aspect.id})) continue;
        drafts.create(draft, out);
        out.edit(view.book.id(), edits::set_aspect(draft.entry, aspect.id, !on));
    }
}

}  // namespace

void polarity_marks(Ui& ui, const View& view, Draft& draft, Drafts& drafts, Outbox& out) {
    const Palette& palette = ui.theme.palette;
    const Entry* entry = view.book.entry(draft.entry);
    const std::array<Choice, 3> offered{{{ui.say(Word::entry_strength), Icon::strength, palette.strength},
                                         {ui.say(Word::entry_weakness), Icon::weakness, palette.weakness},
                                         {ui.say(Word::entry_neutral), Icon::neutral, palette.quiet}}};
    const auto chosen = chosen_polarity(entry);
    const float wide = mark_width(ui, offered);
    const Row row(ui);
    if (const auto pressed = choices_in_row(ui, ui.say(Word::entry_shows), offered, chosen, wide)) {
        drafts.create(draft, out);
        const Polarity wanted = pressed == chosen ? Polarity::unmarked : polarities[*pressed];
        out.edit(view.book.id(), edits::set_polarity(draft.entry, wanted));
    }
    const bool confident = entry != nullptr && entry->in_confidence;
    if (chip(ui, {.label = ui.say(Word::entry_in_confidence),
                  .icon = Icon::lock,
                  .on = confident,
                  .width = wide,
                  .shape = ChipSpec::Shape::box})) {
        drafts.create(draft, out);
        out.edit(view.book.id(), edits::set_confidence(draft.entry, !confident));
    }
}

void come_back_mark(Ui& ui, const View& view, Draft& draft, Drafts& drafts, const Wishes& wishes) {
    const Entry* entry = view.book.entry(draft.entry);
    const bool on = entry != nullptr && entry->come_back;
    if (chip(ui, {.label = ui.say(Word::entry_come_back),
                  .icon = Icon::bookmark,
                  .on = on,
                  .shape = ChipSpec::Shape::box})) {
        drafts.create(draft, wishes.out);
        wishes.out.edit(view.book.id(), edits::set_come_back(draft.entry, !on));
    }
    const auto order = [&](Icon icon, Word name, bool possible, Order wanted) {
        const std::string_view words = ui.say(name);
        if (button(ui, {.label = "", .icon = icon, .name = words, .key = words, .disabled = !possible}))
            wishes.orders.push_back(wanted);
    };
    order(Icon::undo, Word::order_undo, view.can_undo, Order::undo);
    order(Icon::redo, Word::order_redo, view.can_redo, Order::redo);
}

void aspect_marks(Ui& ui, const View& view, AspectHeadings headings, Draft& draft, Drafts& drafts, Outbox& out) {
    if (headings == AspectHeadings::shown) {
        for (const ReportingArea& area : view.book.pack().areas) {
            const Scope scope(area.id);
            const Part group(ui, "aspects", Role::group, area.name);
            caption(ui, area.name);
            {
                const Row row(ui);
                aspect_chips(ui, view, area, draft, drafts, out);
            }
            ui.layout.space(16);
        }
        return;
    }
    const Row row(ui);
    for (const ReportingArea& area : view.book.pack().areas) {
        const Scope scope(area.id);
        const Part group(ui, "aspects", Role::group, area.name);
        aspect_chips(ui, view, area, draft, drafts, out);
    }
}

void people_marks(Ui& ui, const View& view, const Activity& activity, Outbox& out) {
    caption(ui, ui.say(Word::entry_in_the_room));
    const Part group(ui, "people", Role::group, ui.say(Word::entry_in_the_room));
    {
        const Row row(ui);
        for (const auto& role : view.book.pack().roles) {
            const bool on = std::ranges::contains(activity.roles, role.id);
            if (chip(ui, {.label = role.short_name, .on = on, .name = role.name, .key = role.id})) {
                out.edit(view.book.id(), edits::set_role(activity.id, role.id, !on));
            }
        }
    }
    ui.layout.space(24);
}

}  // namespace daybook
