#include "app/screens/framework.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/drawing.h"
#include "app/widgets/text.h"
#include "core/notebook/bearing.h"

namespace daybook {
namespace {

std::string sourced(const Words& say, const std::string& name, const std::string& source) {
    return say(phrase::framework_sourced{.name = name, .source = source});
}

void lines(Ui& ui, std::string_view key, std::string_view name, const std::vector<GuidanceLine>& some) {
    if (some.empty()) return;
    caption(ui, name);
    ui.layout.space(4);
    const Part list(ui, key, Role::list, name);
    bool first = true;
    for (const GuidanceLine& one : some) {
        const Scope scope(one.id);
        const Part item(ui, "line", Role::list_item);
        if (!first) {
            ui.layout.space(6);
            fill(ui.layout.place(1), ui.theme.palette.line, 0);
            ui.layout.space(10);
        }
        first = false;
        paragraph(ui, sourced(ui.say, one.name, one.source));
    }
}

std::string evidence_words(const Words& say, const Bearing& bearing) {
    if (bearing.entries == 0) return std::string(say(Word::framework_no_evidence));
    std::string words = say(phrase::framework_evidence{.count = bearing.entries});
    const auto add = [&](std::size_t count, auto phrase) {
        phrase.count = count;
        if (count > 0) words = say(phrase::common_comma{.first = words, .second = say(phrase)});
    };
    add(bearing.strengths, phrase::framework_strengths{.count = 0});
    add(bearing.weaknesses, phrase::framework_weaknesses{.count = 0});
    add(bearing.neutral, phrase::framework_neutral{.count = 0});
    return words;
}

void one_aspect(Ui& ui, const Aspect& aspect, const Bearing& bearing) {
    const Scope scope(aspect.id);
    ui.layout.space(32);
    heading(ui, aspect.name, 2);
    note(ui, aspect.source);
    note(ui, evidence_words(ui.say, bearing));
    if (aspect.descriptors.empty()) return;
    ui.layout.space(12);
    const Card card(ui);
    lines(ui, "descriptors", ui.say(Word::framework_seen), aspect.descriptors);
}

void one_area(Ui& ui, const View& view, const ReportingArea& area) {
    const Scope scope(area.id);
    heading(ui, area.name, 2);
    ui.layout.space(8);
    caption(ui, ui.say(Word::framework_must_examine));
    paragraph(ui, sourced(ui.say, area.must_examine, area.source));
    if (!area.considerations.empty()) {
        ui.layout.space(16);
        const Card card(ui);
        lines(ui, "considerations", ui.say(Word::framework_consider), area.considerations);
    }
    auto bearing = bearing_of_entries(view.book);
    for (const Aspect& aspect : view.book.pack().aspects) {
        if (aspect.area == area.id) one_aspect(ui, aspect, bearing[aspect.id]);
    }
}

void the_letter(Ui& ui, const Letter& letter) {
    const Scope scope("letter");
    heading(ui, ui.say(Word::framework_letter), 2);
    ui.layout.space(8);
    paragraph(ui, sourced(ui.say, letter.about, letter.source));
    ui.layout.space(16);
    {
        const Card card(ui);
        lines(ui, "sections", ui.say(Word::framework_sections), letter.sections);
    }
    ui.layout.space(16);
    const Card card(ui);
    lines(ui, "recipients", ui.say(Word::framework_recipients), letter.recipients);
}

void what_sources_stand_for(Ui& ui, const Pack& pack) {
    ui.layout.space(32);
    heading(ui, ui.say(Word::framework_sources), 2);
    ui.layout.space(4);
    for (const std::string& source : pack.sources) note(ui, source);
    ui.layout.space(8);
    note(ui, pack.licence);
}

}  // namespace

void framework_screen(Ui& ui, const View& view, FrameworkDesk& desk, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Pack& pack = view.book.pack();
    const Panel panel(ui, "framework", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::framework_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(phrase::framework_version{.pack = pack.name, .version = pack.version}));
    ui.layout.space(16);
    std::vector<Choice> parts;
    for (const ReportingArea& area : pack.areas) parts.push_back({.label = area.name});
    if (!pack.letter.sections.empty()) parts.push_back({.label = ui.say(Word::framework_letter)});
    if (const auto chosen = choices(ui, ui.say(Word::framework_choose), parts, desk.part)) desk.part = *chosen;
    ui.layout.space(24);
    if (desk.part < pack.areas.size()) {
        one_area(ui, view, pack.areas[desk.part]);
    } else {
        the_letter(ui, pack.letter);
    }
    what_sources_stand_for(ui, pack);
}

}  // namespace daybook
