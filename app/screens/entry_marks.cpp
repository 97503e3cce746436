#include "app/screens/entry_marks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr std::array polarities{Polarity::strength, Polarity::weakness, Polarity::neutral};

std::optional<std::size_t> chosen_polarity(Polarity polarity) {
    const auto place = std::ranges::find(polarities, polarity);
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

void other_chips(Ui& ui, const Marking& marking, const MarkTarget& target) {
    for (const OtherMatter& other : marking.book.pack().other_matters) {
        const bool on = std::ranges::contains(target.marks.aspects, other.id);
        if (chip(ui, {.label = other.short_name, .on = on, .name = other.name, .key = other.id}))
            set_aspect(marking, target, other.id, !on);
    }
}

void aspect_chips(Ui& ui, const ReportingArea& area, const Marking& marking, const MarkTarget& target) {
    for (const Aspect& aspect : marking.book.pack().aspects) {
        if (aspect.area != area.id) continue;
        const bool on = std::ranges::contains(target.marks.aspects, aspect.id);
        if (chip(ui, {.label = aspect.short_name, .on = on, .key = aspect.id}))
            set_aspect(marking, target, aspect.id, !on);
    }
}

std::string scope_words(const Words& say, const MarkTarget& target) {
    const std::string quote = quote_of(target.said);
    switch (target.part) {
        case MarkTarget::Part::chosen:
            return say(phrase::marks_to_chosen{.words = quote});
        case MarkTarget::Part::paragraph:
            return say(phrase::marks_to_paragraph{.words = quote});
        case MarkTarget::Part::passage:
            return say(phrase::marks_to_passage{.words = quote});
        case MarkTarget::Part::empty_paragraph:
            return std::string(say(Word::marks_to_entry_yet));
        case MarkTarget::Part::entry:
            break;
    }
    return std::string(say(Word::marks_to_entry));
}

}  // namespace

void mark_scope(Ui& ui, const Marking& marking, const MarkTarget& target) {
    const bool by_list = !marking.desk.passage.is_nil() && target.item == marking.desk.passage;
    const std::array<Choice, 2> offered{{{ui.say(Word::marks_entry)}, {ui.say(Word::marks_paragraph)}}};
    std::optional<std::size_t> chosen = static_cast<std::size_t>(marking.desk.scope);
    if (by_list || target.part == MarkTarget::Part::chosen) chosen.reset();
    if (const auto pressed = choices(ui, ui.say(Word::marks_go_to), offered, chosen))
        marking.desk.choose(static_cast<MarkScope>(*pressed));
    ui.layout.space(4);
    live_words(ui, "scope", scope_words(ui.say, target));
    ui.layout.space(12);
}

void polarity_marks(Ui& ui, const Marking& marking, const MarkTarget& target) {
    const Palette& palette = ui.theme.palette;
    const std::array<Choice, 3> offered{{{ui.say(Word::entry_strength), Icon::strength, palette.strength},
                                         {ui.say(Word::entry_weakness), Icon::weakness, palette.weakness},
                                         {ui.say(Word::entry_neutral), Icon::neutral, palette.quiet}}};
    const auto chosen = chosen_polarity(target.marks.polarity);
    const float wide = mark_width(ui, offered);
    const Row row(ui);
    if (const auto pressed = choices_in_row(ui, ui.say(Word::entry_shows), offered, chosen, wide)) {
        set_polarity(marking, target, pressed == chosen ? Polarity::unmarked : polarities[*pressed]);
    }
    const bool confident = target.marks.in_confidence;
    if (chip(ui, {.label = ui.say(Word::entry_in_confidence),
                  .icon = Icon::lock,
                  .on = confident,
                  .width = wide,
                  .shape = ChipSpec::Shape::box})) {
        set_confidence(marking, target, !confident);
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

void aspect_marks(Ui& ui, AspectHeadings headings, const Marking& marking, const MarkTarget& target) {
    if (headings == AspectHeadings::shown) {
        for (const ReportingArea& area : marking.book.pack().areas) {
            const Scope scope(area.id);
            const Part group(ui, "aspects", Role::group, area.name);
            caption(ui, area.name);
            {
                const Row row(ui);
                aspect_chips(ui, area, marking, target);
            }
            ui.layout.space(16);
        }
        if (marking.book.pack().other_matters.empty()) return;
        const Part group(ui, "other matters", Role::group, ui.say(Word::marks_other));
        caption(ui, ui.say(Word::marks_other));
        {
            const Row row(ui);
            other_chips(ui, marking, target);
        }
        ui.layout.space(16);
        return;
    }
    const Row row(ui);
    for (const ReportingArea& area : marking.book.pack().areas) {
        const Scope scope(area.id);
        const Part group(ui, "aspects", Role::group, area.name);
        aspect_chips(ui, area, marking, target);
    }
    const Part group(ui, "other matters", Role::group, ui.say(Word::marks_other));
    other_chips(ui, marking, target);
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
