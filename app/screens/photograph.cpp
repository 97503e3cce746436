#include "app/screens/photograph.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/screens/photographs.h"
#include "app/screens/stage.h"
#include "app/widgets/back_button.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/panel.h"
#include "app/widgets/picture.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr float step = 1.5F;     // of a button or a key that brings one closer
constexpr float stride = 0.25F;  // of the stage, by an arrow key
// At the usual size of words.
constexpr float low = 520;    // from this height down there is one line of title
constexpr float roomy = 360;  // from this width on the way to the other photographs stands beside the title

/// All that the parts of the screen need.
struct Open {
    const View& view;
    const Attachment& photograph;
    PhotographDesk& desk;
    PhotographTools& with;
    Wishes& wishes;
};

std::string about(const Words& say, const Attachment& photograph) {
    const std::string line =
        say(phrase::photograph_about{.date = day_words(say, photograph.added),
                                     .time = time_words(say, photograph.added),
                                     .author = photograph.author,
                                     .size = file_size_words(say, static_cast<std::size_t>(photograph.size))});
    return photograph.retired ? say(phrase::photograph_about_retired{.about = line}) : line;
}

void go_to(const Open& open, std::ptrdiff_t by) {
    const auto all = photographs_of(open.view.book, open.photograph.of);
    const auto here = std::ranges::find(all, &open.photograph) - all.begin();
    const auto count = std::ssize(all);
    Spot spot = open.wishes.route.here();
    spot.photograph = all[static_cast<std::size_t>((here + by + count) % count)]->id;
    open.wishes.route.replace(spot);
}

bool are_several(const Open& open) {
    return photographs_of(open.view.book, open.photograph.of).size() > 1;
}

/// To those before and after it.
void turn_pages(Ui& ui, const Open& open) {
    const auto turn = [&](Icon icon, Word name, std::string_view key, std::ptrdiff_t by) {
        if (button(ui, {.label = "", .look = Look::quiet, .icon = icon, .name = ui.say(name), .key = key}))
            go_to(open, by);
    };
    turn(Icon::back, Word::photograph_before, "before", -1);
    turn(Icon::chevron, Word::photograph_next, "next", 1);
}

/// Words of the heading, of which the semantic tree has all.
void header_words(Ui& ui, SemanticNode node, const TextStyle& style, Colour colour, std::size_t most_lines) {
    const auto lines = first_lines(style, node.name, ui.layout.width(), most_lines);
    ui.layout.space(0);
    node.box = ui.layout.place(static_cast<float>(lines.size()) * style.line);
    float y = node.box.y;
    for (const std::string& line : lines) {
        draw_line(style, node.box.x, y, colour, line);
        y += style.line;
    }
    ui.semantics.add(std::move(node));
}

bool turns_beside_title(const Theme& theme, const Box& area) {
    return area.width >= theme.scaled(roomy);
}

/// Gives where it ends.
float header(Ui& ui, const Open& open, const Box& area, float sides) {
    if (back_button(ui, area)) open.wishes.route.go_back();
    const bool turns = turns_beside_title(ui.theme, area) && are_several(open);
    const float beside = turns ? 2 * button_width(ui, {}, Icon::chevron) + Theme::unit : 0;
    const float left = beside_back_button(ui.theme, area);
    const float right = area.x + area.width - sides - beside;
    const std::size_t most_lines = area.height >= low ? 2 : 1;
    ui.layout.open_column(left, area.y + 12, right - left - (turns ? 8 : 0));
    SemanticNode title;
    title.id = id_of("photograph title");
    title.role = Role::heading;
    title.level = 1;
    title.name = photograph_title(ui.say, open.view.book, open.photograph);
    header_words(ui, std::move(title), ui.theme.subtitle(), ui.theme.palette.ink, most_lines);
    SemanticNode facts;
    facts.id = id_of("photograph about");
    facts.role = Role::paragraph;
    facts.name = about(ui.say, open.photograph);
    header_words(ui, std::move(facts), ui.theme.caption(), ui.theme.palette.quiet, most_lines);
    const float bottom = std::max(ui.layout.close_column(), area.y + 12 + Theme::target);
    if (turns) {
        ui.layout.open_column(right, area.y + 12, beside);
        {
            const Row row(ui);
            turn_pages(ui, open);
        }
        ui.layout.close_column();
    }
    return bottom + 12;
}

/// Whatever moves one about in the picture.
void take_moves(Ui& ui, PictureView& look, const Box& stage, const PictureState& picture) {
    const auto zoom = [&](float by, float x, float y) { look.zoom_by(by, x, y, stage, picture.width, picture.height); };
    const auto move = [&](float x, float y) { look.move(x, y, stage, picture.width, picture.height); };
    const float middle_x = stage.x + stage.width / 2;
    const float middle_y = stage.y + stage.height / 2;
    for (const ViewMove made : ui.attention.moves) {
        if (made == ViewMove::closer) zoom(step, middle_x, middle_y);
        if (made == ViewMove::farther) zoom(1 / step, middle_x, middle_y);
        if (made == ViewMove::whole) look.reset();
        if (made == ViewMove::left) move(stage.width * stride, 0);
        if (made == ViewMove::right) move(-stage.width * stride, 0);
        if (made == ViewMove::up) move(0, stage.height * stride);
        if (made == ViewMove::down) move(0, -stage.height * stride);
    }
    const ImGuiIO& io = ImGui::GetIO();
    const Glide glide = glide_over(stage);
    if (glide.closer != 1) zoom(glide.closer, io.MousePos.x, io.MousePos.y);
    if (ui.attention.pinch.by != 1) zoom(ui.attention.pinch.by, ui.attention.pinch.x, ui.attention.pinch.y);
    if (glide.x != 0 || glide.y != 0) move(glide.x, glide.y);
}

/// Instead of the picture.
void say_in(Ui& ui, const Box& stage, std::string_view words, Role role) {
    const TextStyle style = ui.theme.body();
    const float wide = std::min(stage.width - 32, ui.theme.scaled(420));
    const float high = static_cast<float>(wrapped(style, words, wide).size()) * style.line;
    const Padding padding{.sides = (stage.width - wide) / 2, .top = std::max((stage.height - high) / 2 - 8, 0.0F)};
    const Panel panel(ui, "instead", stage, padding);
    SemanticNode node;
    node.id = id_of("words");
    node.role = role;
    node.name = words;
    node.box = ui.layout.place(high);
    draw_lines(style, node.box.x, node.box.y, wide, ui.theme.palette.ink, words);
    ui.semantics.add(std::move(node));
}

void picture(Ui& ui, const Open& open, const Box& stage) {
    const Palette& palette = ui.theme.palette;
    fill(stage, mixed(palette.paper, palette.ink, 0.06F));
    Album& album = open.with.album;
    const ItemId id = open.photograph.id;
    if (const std::string_view complaint = album.complaint(id); !complaint.empty()) {
        say_in(ui, stage, complaint, Role::alert);
        return;
    }
    // Its size is known once it is there; until then it is asked for at the place where all of it would be.
    static constexpr Box nowhere{};
    PictureSpec spec{.picture = id, .detail = PictureDetail::whole, .box = nowhere, .clip = stage};
    PictureState state = album.state(id);
    if (state.stage == PictureState::Stage::shown) {
        take_moves(ui, open.desk.view, stage, state);
        spec.box = open.desk.view.box(stage, state.width, state.height);
    }
    state = album.show(open.view.book.id(), spec, open.wishes.out);
    if (state.stage == PictureState::Stage::unreadable) {
        say_in(ui, stage, ui.say(Word::photograph_unreadable), Role::alert);
    } else if (state.stage != PictureState::Stage::shown) {
        say_in(ui, stage, ui.say(Word::photograph_opening), Role::status);
    } else {
        SemanticNode node;
        node.id = id_of("picture");
        node.role = Role::image;
        node.name = open.photograph.gist.empty() ? photograph_name(ui.say, open.view.book, open.photograph)
                                                 : open.photograph.gist;
        node.description =
            ui.say(phrase::photograph_zoom{.percent = std::to_string(std::lround(open.desk.view.zoom() * 100))});
        node.box = stage;
        ui.semantics.add(std::move(node));
    }
}

void zoom_buttons(Ui& ui, const Open& open) {
    // A key and its button do the same, in the next frame.
    const auto press = [&](Icon icon, std::string_view name, ViewMove move, bool disabled) {
        if (button(ui, {.label = "", .icon = icon, .name = name, .key = name, .disabled = disabled}))
            open.desk.pressed.push_back(move);
    };
    const PictureView& look = open.desk.view;
    press(Icon::farther, ui.say(Word::photograph_farther), ViewMove::farther, look.is_whole());
    press(Icon::closer, ui.say(Word::photograph_closer), ViewMove::closer, look.zoom() >= PictureView::closest);
    press(Icon::whole, ui.say(Word::photograph_whole), ViewMove::whole, look.is_whole());
}

void retire(Ui& ui, const Open& open) {
    const bool retired = open.photograph.retired;
    if (button(ui, {.label = ui.say(retired ? Word::photograph_bring_back : Word::photograph_retire),
                    .look = retired ? Look::secondary : Look::quiet,
                    .icon = Icon::retired,
                    .name = ui.say(retired ? Word::photograph_bring_back_name : Word::photograph_retire_name)})) {
        open.wishes.out.edit(open.view.book.id(), edits::set_retired(open.photograph.id, !retired));
    }
}

/// What it shows, in words: to be found again, and for who does not see it.
void gist(Ui& ui, const Open& open) {
    if (!open.view.custody.can_be_written()) {
        if (!open.photograph.gist.empty()) paragraph(ui, open.photograph.gist);
        return;
    }
    Draft& draft = open.with.drafts.open_gist(open.view.book, open.photograph.id);
    const FieldTouch touch = field(
        ui,
        {.label = ui.say(Word::photograph_gist), .placeholder = ui.say(Word::photograph_gist_example), .key = "gist"},
        draft.text);
    if (touch.state.changed) open.with.drafts.typed(draft, open.view.now.at);
    if (open.desk.was_typing && !touch.state.focused) open.with.drafts.send_all(open.wishes.out);
    open.desk.was_typing = touch.state.focused;
    for (const TextVersion& version : open.photograph.versions) {
        if (version.text == open.photograph.gist) continue;
        note(ui,
             ui.say(phrase::photograph_also_written{.version = version_words(ui.say, version), .words = version.text}));
    }
}

void tools(Ui& ui, const Open& open) {
    {
        const Row row(ui);
        zoom_buttons(ui, open);
        if (!turns_beside_title(ui.theme, open.view.area) && are_several(open)) turn_pages(ui, open);
        if (open.view.custody.can_be_written()) retire(ui, open);
    }
    ui.layout.space(12);
    gist(ui, open);
}

}  // namespace

void photograph_screen(Ui& ui, const View& view, PhotographDesk& desk, PhotographTools with, Wishes wishes) {
    const ItemId id = wishes.route.here().photograph;
    const Attachment* photograph = view.book.attachment(id);
    if (photograph == nullptr) {
        wishes.route.go_back();
        return;
    }
    if (desk.shown != id) {
        with.drafts.send_all(wishes.out);
        desk = {.shown = id, .view = {}, .was_typing = false, .pressed = {}, .tools_height = desk.tools_height};
    }
    const Open open{view, *photograph, desk, with, wishes};
    const float sides = view.area.width < ui.theme.scaled(480) ? 16 : 24;
    const float top = header(ui, open, view.area, sides);
    ui.attention.moves.insert(ui.attention.moves.end(), desk.pressed.begin(), desk.pressed.end());
    desk.pressed.clear();
    const StagePlaces places = stage_places(
        ui.theme, view.area, {.top = top, .sides = sides, .tools_height = desk.tools_height, .most = 0.55F});
    picture(ui, open, places.stage);
    const Panel panel(ui, "tools", places.tools, {.sides = sides, .top = tools_top, .bottom = 16});
    const float from = ui.layout.bottom();
    tools(ui, open);
    desk.tools_height = ui.layout.bottom() - from + tools_top + 16;
}

}  // namespace daybook
