// The specimens: what is shown of each widget.
#include <array>
#include <cmath>

#include "app/widgets/alert_card.h"
#include "app/widgets/back_button.h"
#include "app/widgets/badges.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/changed_words.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/excerpt.h"
#include "app/widgets/field.h"
#include "app/widgets/frame.h"
#include "app/widgets/ink.h"
#include "app/widgets/key_row.h"
#include "app/widgets/lock_button.h"
#include "app/widgets/notice_bar.h"
#include "app/widgets/panel.h"
#include "app/widgets/picture.h"
#include "app/widgets/place_button.h"
#include "app/widgets/places.h"
#include "app/widgets/row.h"
#include "app/widgets/status_line.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "tests/app/gallery.h"

namespace daybook::testing {
namespace {

constexpr std::string_view said =
    "The headteacher said that the adviser comes every half-term, knows the school\u2019s results by pupil group and "
    "does "
    "not look away when they are weak.";

Specimen of_button(std::string form, ButtonSpec spec, Pressable pressable = Pressable::no) {
    return {"button", std::move(form), 230, [spec](Ui& ui) { button(ui, spec); }, pressable};
}

void add_buttons(std::vector<Specimen>& all) {
    all.push_back(of_button(
        "primary", {.label = "Start", .look = Look::primary, .icon = Icon::play, .fit = Fit::column}, Pressable::yes));
    all.push_back(of_button("secondary", {.label = "New entry", .icon = Icon::plus}, Pressable::yes));
    all.push_back(of_button("danger", {.label = "Stop", .look = Look::danger, .icon = Icon::stop}));
    all.push_back(of_button("quiet", {.label = "Other words", .look = Look::quiet}, Pressable::yes));
    all.push_back(of_button("high", {.label = "Save file", .look = Look::primary, .fit = Fit::column, .height = 64}));
    all.push_back(of_button("longer than its column", {.label = "Create your own inspection of an authority"}));
    all.push_back(of_button("disabled, primary",
                            {.label = "Prepare", .look = Look::primary, .fit = Fit::column, .disabled = true}));
    all.push_back(of_button("disabled, danger", {.label = "Erase for ever", .look = Look::danger, .disabled = true}));
}

void add_chips_and_choices(std::vector<Specimen>& all) {
    const auto of_chip = [&](std::string form, ChipSpec spec) {
        all.push_back({"chip", std::move(form), 230, [spec](Ui& ui) { chip(ui, spec); }});
    };
    of_chip("off", {.label = "Knowing the schools"});
    all.back().pressable = Pressable::yes;
    of_chip("on", {.label = "Knowing the schools", .on = true});
    all.back().pressable = Pressable::yes;
    of_chip("with a pictogram, off", {.label = "In confidence", .icon = Icon::lock, .shape = ChipSpec::Shape::box});
    of_chip("with a pictogram, on",
            {.label = "In confidence", .icon = Icon::lock, .on = true, .shape = ChipSpec::Shape::box});
    of_chip("longer than its column", {.label = "Monitoring, challenge and intervention", .on = true});
    const auto of_choices = [&](std::string form, std::optional<std::size_t> chosen) {
        all.push_back({"choices", std::move(form), 400, [chosen](Ui& ui) {
                           const Palette& palette = ui.theme.palette;
                           const std::array<Choice, 3> offered{{{"Strength", Icon::strength, palette.strength},
                                                                {"Weakness", Icon::weakness, palette.weakness},
                                                                {"Neutral", Icon::neutral, palette.quiet}}};
                           choices(ui, "What it shows", offered, chosen);
                       }});
    };
    of_choices("none chosen", std::nullopt);
    of_choices("the first chosen", 0);
    all.back().pressable = Pressable::yes;
}

void add_fields(std::vector<Specimen>& all) {
    const auto of_field = [&](std::string form, FieldLook look, std::string value) {
        all.push_back({"field", std::move(form), 300, [look, value](Ui& ui) {
                           std::string shown = value;
                           field(ui, look, shown);
                       }});
    };
    of_field("empty", {.label = "Lead\u2019s key", .placeholder = "age1\u2026"}, "");
    of_field("filled, with a hint", {.label = "Your name", .hint = "It stands beside everything that you write."},
             "Ada Penn");
    of_field("with an error", {.label = "First day", .error = "Write the day as year-month-day."}, "14 September");
    of_field("search", {.label = "Words to find", .kind = FieldKind::search, .label_shown = FieldLook::Label::hidden},
             "schools");
    of_field("prose", {.label = "What was said", .kind = FieldKind::prose, .height = 120},
             "Officers opened with three priorities.");
}

void add_rows(std::vector<Specimen>& all) {
    const auto of_row = [&](std::string form, RowSpec spec) {
        all.push_back({"row", std::move(form), 360, [spec](Ui& ui) {
                           const Palette& palette = ui.theme.palette;
                           const std::array<Badge, 3> badges{
                               {{Icon::weakness, "weakness", palette.weakness},
                                {Icon::lock, "in confidence", palette.ink},
                                {Icon::none, "Knowing the schools", palette.accent, Badge::Shown::words}}};
                           RowSpec shown = spec;
                           if (spec.meta == "10:03") shown.badges = badges;
                           RowList list(ui, "rows", "Rows");
                           list.row(shown);
                       }});
    };
    of_row("a setting",
           {.key = "a", .title = "Locking", .words = "After 10 minutes untouched, or 2 minutes out of sight"});
    of_row("an entry", {.key = "b", .title = {}, .meta = "10:03", .words = said});
    all.back().pressable = Pressable::yes;
    of_row("current", {.key = "c", .title = {}, .meta = "10:03", .words = said, .current = true});
    all.back().pressable = Pressable::yes;
    of_row("retired",
           {.key = "d", .title = {}, .meta = "10:12", .words = "This was said by somebody else.", .faded = true});
    static const Excerpt excerpt = parse_excerpt(
        "The grouping of schools into four \x02"
        "bands\x03 was explained from a chart.");
    of_row("found",
           {.key = "e", .title = "Contextual briefing", .meta = "Mon 14 Sep 2015, 09:30", .excerpt = &excerpt});
    all.push_back({"badges", "more than a line", 200, [](Ui& ui) {
                       const Palette& palette = ui.theme.palette;
                       const std::array<Badge, 4> badges{
                           {{Icon::strength, "strength", palette.strength},
                            {Icon::none, "Strategic leadership", palette.accent, Badge::Shown::words},
                            {Icon::none, "Use of funding", palette.accent, Badge::Shown::words},
                            {Icon::none, "Retired", palette.quiet, Badge::Shown::words}}};
                       const float width = ui.layout.width();
                       const Box box =
                           ui.layout.place(draw_details(ui.theme, "10:03 to 10:20", badges, 0, 0, width, Ink::measure));
                       draw_details(ui.theme, "10:03 to 10:20", badges, box.x, box.y, width, Ink::draw);
                   }});
    all.push_back({"excerpt", "two matches", 300, [](Ui& ui) {
                       const Excerpt found = parse_excerpt(
                           "Two of three \x02officers\x03 described the third \x02"
                           "band\x03 differently.");
                       const float width = ui.layout.width();
                       const Box box = ui.layout.place(draw_excerpt(ui, found, 0, 0, width, Ink::measure));
                       draw_excerpt(ui, found, box.x, box.y, width, Ink::draw);
                   }});
}

void add_sheets_and_words(std::vector<Specimen>& all) {
    const auto of_card = [&](std::string form, Card::Tone tone) {
        all.push_back({"card", std::move(form), 300, [tone](Ui& ui) {
                           const Card card(ui, tone);
                           heading(ui, "Who can open it", 2);
                           paragraph(ui, "Nobody yet.");
                       }});
    };
    of_card("plain", Card::Tone::plain);
    of_card("accent", Card::Tone::accent);
    of_card("danger", Card::Tone::danger);
    all.push_back({"text", "headings and paragraphs", 360, [](Ui& ui) {
                       heading(ui, "Before you leave", 1);
                       heading(ui, "To look at", 2);
                       paragraph(ui, said);
                       note(ui, "Not all of Daybook is on this device yet.");
                       caption(ui, "What it is");
                   }});
    all.push_back(
        {"text", "a heading with a long word", 240, [](Ui& ui) { heading(ui, "Erase Northamptonshire", 1); }});
    all.push_back({"status_words", "two lines", 240,
                   [](Ui& ui) { status_words(ui, "count", "Add a key first: then a bundle can be prepared."); }});
    all.push_back({"alert_card", "two lines", 240,
                   [](Ui& ui) { alert_card(ui, "complaint", "The file is no text, so it is no CSV file."); }});
    all.push_back({"changed_words", "added and removed", 300, [](Ui& ui) {
                       const std::array<WordRun, 4> runs{{{WordRun::Kind::kept, "The adviser comes every "},
                                                          {WordRun::Kind::removed, "term"},
                                                          {WordRun::Kind::added, "half-term"},
                                                          {WordRun::Kind::kept, ", and knows the school."}}};
                       changed_words(ui, runs, spoken_changes(ui.say, runs));
                   }});
    all.push_back({"panel", "longer than it is high", 300, [](Ui& ui) {
                       const Box box = ui.layout.place(ui.theme.scaled(110));
                       outline(box, ui.theme.palette.line);
                       const Panel panel(ui, "panel", box);
                       paragraph(ui, said);
                       paragraph(ui, said);
                   }});
}

/// A window of this size, divided as the app divides it; its upper left is where the column is.
Frame framed(Ui& ui, float width, float height) {
    const Box box = ui.layout.place(width, height);
    Frame frame;
    frame.shape = Frame::Shape::narrow;
    frame.bar = bar_for(ui.theme, ui.say, width);
    const float bar = frame.bar.line * static_cast<float>(frame.bar.lines);
    frame.places = {box.x, box.y + height - bar, width, bar};
    frame.lock = {box.x + width - frame.bar.lock, box.y + height - frame.bar.line, frame.bar.lock, frame.bar.line};
    frame.status = {box.x, box.y, width, ui.theme.scaled(20) + 8};
    return frame;
}

void add_key_rows(std::vector<Specimen>& all) {
    const auto of_keys = [&](std::string form, float width, std::vector<KeyChord> chords) {
        all.push_back({"key_row", std::move(form), width, [chords](Ui& ui) {
                           key_row(ui, {.name = "Find",
                                        .about = "Looks through every inspection on this device.",
                                        .chords = chords,
                                        .keys = "Ctrl+F or /"});
                       }});
    };
    of_keys("keys beside the words", 420, {{"Ctrl", "Shift", "1"}});
    of_keys("keys below the words", 300, {{"Ctrl", "F"}, {"/"}, {"4"}});
}

void add_frame(std::vector<Specimen>& all) {
    all.push_back(
        {"places", "the bar of a phone", 0, [](Ui& ui) { places(ui, framed(ui, 390, 110), Place::notebook); }});
    all.back().pressable = Pressable::yes;
    all.push_back({"lock_button", "in the bar", 0, [](Ui& ui) { lock_button(ui, framed(ui, 390, 110)); }});
    all.back().pressable = Pressable::yes;
    all.push_back({"places", "the rail", 0, [](Ui& ui) {
                       Frame frame;
                       const float width = ui.theme.scaled(104);
                       frame.places = ui.layout.place(width, ui.theme.scaled(5 * 56 + 12));
                       places(ui, frame, Place::today);
                   }});
    const auto of_place = [&](std::string form, PlaceLook look) {
        all.push_back({"place_button", std::move(form), 120,
                       [look](Ui& ui) { place_button(ui, "place", look, ui.layout.place(ui.theme.scaled(64))); }});
    };
    of_place("elsewhere", {.name = "Hand over", .icon = Icon::hand_over});
    of_place("here", {.name = "Hand over", .icon = Icon::hand_over, .current = true});
    all.back().pressable = Pressable::yes;
    of_place("its name alone, here", {.name = "Find", .form = PlaceLook::Form::name_alone, .current = true});
    of_place("its pictogram alone", {.name = "Lock", .icon = Icon::lock, .form = PlaceLook::Form::icon_alone});
    const auto of_status = [&](std::string form, std::string_view words, Calm calm) {
        all.push_back(
            {"status_line", std::move(form), 0,
             [words, calm](Ui& ui) { status_line(ui, framed(ui, ui.theme.scaled(390), 60), words, "Wexmoor", calm); },
             Pressable::no});
    };
    of_status("calm", "Saved 10:42:07", Calm::calm);
    of_status("wary", "Saved 10:42:07, one copy", Calm::wary);
    of_status("alarmed", "Not saved", Calm::alarmed);
    const auto of_notice = [&](std::string form, Notice notice) {
        all.push_back({"notice_bar", std::move(form), 400, [notice](Ui& ui) {
                           const Box room = ui.layout.place(ui.theme.scaled(130));
                           Box screen = room;
                           screen.height = 600;
                           notice_bar(ui, screen, notice);
                       }});
    };
    of_notice("alarmed", {.words = "Safari deletes what a tab has stored when it was not used for seven days."});
    all.back().pressable = Pressable::yes;
    of_notice("calm", {.words = "Read only. A later version of Daybook wrote some of this.",
                       .can_be_closed = false,
                       .calm = Calm::calm,
                       .icon = Icon::lock});
    all.push_back({"icon", "all of them", 520, [](Ui& ui) {
                       const Row row(ui, 12);
                       for (int icon = static_cast<int>(Icon::none) + 1; icon <= static_cast<int>(Icon::redo); ++icon) {
                           const Box box = ui.layout.place(ui.theme.scaled(24), ui.theme.scaled(24));
                           draw_icon(static_cast<Icon>(icon), box.x, box.y, box.width, ui.theme.palette.ink);
                       }
                   }});
}

void add_pictures(std::vector<Specimen>& all) {
    all.push_back({"back_button", "usual", 120, [](Ui& ui) {
                       const Box area = ui.layout.place(ui.theme.scaled(24) + 48);
                       back_button(ui, {area.x - 8, area.y - 12, area.width, area.height});
                   }});
    all.back().pressable = Pressable::yes;
    all.push_back({"ink", "a line with pressure, and a dot", 96, [](Ui& ui) {
                       const Box area = ui.layout.place(96);
                       const SheetPlace at{area.x, area.y, 0.5F};
                       std::vector<InkPoint> wave;
                       for (int step = 0; step < 60; ++step) {
                           const float angle = static_cast<float>(step) / 5;
                           wave.push_back({.x = 16 * (20 + 6 * step),
                                           .y = 16 * (90 + static_cast<std::int32_t>(60 * std::sin(angle))),
                                           .pressure = static_cast<std::uint8_t>(60 + 3 * step),
                                           .ms = static_cast<std::uint32_t>(8 * step)});
                       }
                       draw_ink(outline_of(wave), at, ui.theme.palette.ink);
                       draw_ink(outline_of(std::vector{InkPoint{16 * 420, 16 * 90, 200, 0}}), at, ui.theme.palette.ink);
                   }});
    const auto of_tile = [&](std::string form, Tile look) {
        all.push_back({"picture", std::move(form), 104, [look](Ui& ui) {
                           const Row row(ui);
                           static_cast<void>(tile(ui, {.key = "tile", .name = "Photograph, 10:42", .tile = look}));
                       }});
    };
    of_tile("until the platform draws it", Tile::picture);
    all.back().pressable = Pressable::yes;
    of_tile("of a drawing", Tile::drawing);
    of_tile("retired", Tile::retired);
    of_tile("broken", Tile::broken);
    all.push_back({"picture", "the way to another", 104, [](Ui& ui) {
                       const Row row(ui);
                       tile_button(ui, "Photo", Icon::camera, "Add a photograph");
                   }});
    all.back().pressable = Pressable::yes;
}

}  // namespace

const std::vector<Specimen>& specimens() {
    static const std::vector<Specimen> all = [] {
        std::vector<Specimen> made;
        add_buttons(made);
        add_chips_and_choices(made);
        add_fields(made);
        add_rows(made);
        add_sheets_and_words(made);
        add_key_rows(made);
        add_frame(made);
        add_pictures(made);
        return made;
    }();
    return all;
}

}  // namespace daybook::testing
