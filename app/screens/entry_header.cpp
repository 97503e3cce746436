#include "app/screens/entry_header.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/widgets/back_button.h"
#include "app/widgets/button.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr float two_lines_from = 520;  // height from which there is room for all of a title, at any size of words
// At the usual size of words.
constexpr float one_line_from = 820;    // from this width on the actions stand beside the title
constexpr float low = 430;              // from this height down they stand below the words
constexpr float cover_word_from = 560;  // from this width on the button that covers the words says so

std::string people_name(const Words& say, const Activity& activity) {
    if (activity.roles.empty()) return std::string(say(Word::entry_who));
    return say(phrase::entry_people{.count = activity.roles.size()});
}

void stop(const OpenEntry& open) {
    open.drafts.send_all(open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), edits::stop_activity(open.activity->id, open.view.now));
}

void pause_or_resume(const OpenEntry& open) {
    const Activity& activity = *open.activity;
    open.wishes.out.edit(open.view.book.id(), activity.is_paused() ? edits::resume_activity(activity, open.view.now)
                                                                   : edits::pause_activity(activity.id, open.view.now));
}

Word pause_word(const OpenEntry& open) {
    return open.activity->is_paused() ? Word::entry_resume : Word::entry_pause;
}
Icon pause_icon(const OpenEntry& open) {
    return open.activity->is_paused() ? Icon::play : Icon::pause;
}

/// How wide the buttons are that stand in the head of the screen.
float actions_width(Ui& ui, const OpenEntry& open) {
    if (!can_be_written(open)) return 0;
    float width = button_width(ui, ui.say(Word::entry_new), Icon::plus);
    if (meets_people(open)) width += Theme::unit + button_width(ui, people_name(ui.say, *open.activity), Icon::people);
    if (!is_running(open)) return width;
    width += Theme::unit + button_width(ui, ui.say(pause_word(open)), pause_icon(open));
    width += Theme::unit + button_width(ui, ui.say(Word::entry_stop), Icon::stop);
    return width;
}

std::string about(const Words& say, const OpenEntry& open) {
    if (open.activity == nullptr) return std::string(say(Word::entry_starting));
    const Activity& activity = *open.activity;
    const std::string spent = minutes_words(say, activity.time_spent(open.view.now.at));
    std::string line;
    if (activity.is_paused()) {
        line = say(phrase::entry_paused_since{.spent = spent, .time = time_words(say, *activity.paused_since())});
    } else if (activity.is_running()) {
        line = say(phrase::entry_spent_since{.spent = spent, .time = time_words(say, activity.started)});
    } else {
        line = say(phrase::common_dot{.first = times_of(say, activity), .second = spent});
    }
    if (!activity.place.empty()) line = say(phrase::common_dot{.first = line, .second = activity.place});
    const std::string people = people_of(say, open.view.book.pack(), activity);
    return people.empty() ? line : say(phrase::entry_with{.about = line, .people = people});
}

void title(Ui& ui, const OpenEntry& open, std::size_t most_lines) {
    const std::string words = open.activity == nullptr ? std::string(ui.say(Word::entry_meeting))
                                                       : title_of(ui.say, open.view.book, *open.activity);
    const TextStyle style = ui.theme.subtitle();
    const auto lines = first_lines(style, words, ui.layout.width(), most_lines);
    SemanticNode node;
    node.id = id_of("title");
    node.role = Role::heading;
    node.level = open.standing == Standing::alone ? 1 : 2;
    node.name = words;
    node.box = ui.layout.place(static_cast<float>(lines.size()) * style.line);
    float y = node.box.y;
    for (const std::string& line : lines) {
        draw_line(style, node.box.x, y, ui.theme.palette.ink, line);
        y += style.line;
    }
    ui.semantics.add(std::move(node));
}

/// The timer is the one thing that is looked for here: its dot, or the sign that it stands, and its minutes stand out.
/// Gives how wide they are.
float draw_timer(Ui& ui, bool stands, std::string_view spent, const Box& box) {
    const Colour colour = stands ? ui.theme.palette.weakness : ui.theme.palette.accent;
    const float radius = ui.theme.scaled(9) / 2;
    const float beside = ui.theme.scaled(16);
    const TextStyle strong = fitted(ui.theme.caption_strong(), spent, box.width - beside);
    if (stands) {
        const float size = ui.theme.scaled(15);
        draw_icon(Icon::pause, box.x - ui.theme.scaled(3), box.y + (strong.line - size) / 2, size, colour);
    } else {
        ImGui::GetWindowDrawList()->AddCircleFilled({box.x + radius, box.y + strong.line / 2}, radius,
                                                    to_imgui(colour));
    }
    draw_line(strong, box.x + beside, box.y, colour, spent);
    return beside + text_width(strong, spent);
}

void about_line(Ui& ui, const OpenEntry& open, std::size_t most_lines) {
    const TextStyle style = ui.theme.caption();
    const std::string line = about(ui.say, open);
    const Box top{ui.layout.left(), ui.layout.bottom(), ui.layout.width(), style.line};
    std::string_view rest = line;
    float indent = 0;
    if (is_running(open)) {
        const std::string spent = minutes_words(ui.say, open.activity->time_spent(open.view.now.at));
        // A language may say the time first: then the minutes stay where they are in its sentence.
        if (line.starts_with(spent)) {
            rest.remove_prefix(spent.size());
            indent = draw_timer(ui, open.activity->is_paused(), spent, top);
            const bool has_room = top.width - indent >= text_width(style, "…");
            if (most_lines == 1 && !has_room) rest = {};
        }
    }
    std::vector<std::string> lines = first_lines(style, rest, top.width - indent, most_lines == 1 ? 1 : most_lines + 8);
    if (lines.size() > 1) {
        // Behind the timer there is less room than in the line below.
        const std::size_t first = lines.front().size();
        std::string_view more = rest.substr(first);
        while (more.starts_with(' ')) more.remove_prefix(1);
        lines = {lines.front()};
        for (std::string& next : first_lines(style, more, top.width, most_lines - 1)) lines.push_back(std::move(next));
    }
    SemanticNode node;
    node.id = id_of("about");
    node.role = Role::paragraph;
    node.name = line;
    ui.layout.space(0);
    node.box = ui.layout.place(static_cast<float>(lines.size()) * style.line);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        draw_line(style, node.box.x + (index == 0 ? indent : 0), node.box.y + static_cast<float>(index) * style.line,
                  ui.theme.palette.quiet, lines[index]);
    }
    ui.semantics.add(std::move(node));
}

}  // namespace

ActionsAt actions_at(const Ui& ui, const Box& area) {
    if (area.width >= ui.theme.scaled(one_line_from)) return ActionsAt::beside;
    return area.height < ui.theme.scaled(low) ? ActionsAt::below_words : ActionsAt::beneath;
}

void entry_actions(Ui& ui, const OpenEntry& open) {
    if (!can_be_written(open)) return;
    const bool room = actions_width(ui, open) <= ui.layout.width();
    const Row row(ui);
    if (button(ui, {.label = ui.say(room ? Word::entry_new : Word::entry_new_short),
                    .icon = Icon::plus,
                    .name = ui.say(Word::entry_new),
                    .key = "new"})) {
        open.wishes.route.replace({Place::entry, open.draft.activity, new_id<ItemId>(open.wishes.random)});
    }
    if (meets_people(open)) {
        const std::string name = people_name(ui.say, *open.activity);
        const std::string label = room ? name : std::to_string(open.activity->roles.size());
        if (button(ui, {.label = label,
                        .icon = Icon::people,
                        .name = name,
                        .key = "people",
                        .expanded = open.desk.people_open})) {
            open.desk.people_open = !open.desk.people_open;
        }
    }
    if (!is_running(open)) return;
    if (button(ui, {.label = room ? ui.say(pause_word(open)) : std::string_view(),
                    .icon = pause_icon(open),
                    .name = ui.say(open.activity->is_paused() ? Word::entry_resume_timer : Word::entry_pause_timer),
                    .key = "pause"})) {
        pause_or_resume(open);
    }
    if (button(ui, {.label = ui.say(Word::entry_stop),
                    .look = Look::danger,
                    .icon = Icon::stop,
                    .name = ui.say(Word::entry_stop_meeting)})) {
        stop(open);
    }
}

/// At the right of the title, where it is found without looking.
void cover_button(Ui& ui, const OpenEntry& open, std::string_view label, float x, float y, float width) {
    ui.layout.open_column(x, y, width);
    if (button(ui, {.label = label, .icon = Icon::cover, .name = ui.say(Word::entry_cover), .key = "cover"}))
        open.wishes.route.enter({Place::covered});
    ui.layout.close_column();
}

float entry_header(Ui& ui, const OpenEntry& open, const Box& whole, float sides) {
    const bool room = whole.width >= ui.theme.scaled(cover_word_from);
    const std::string_view label = room ? ui.say(Word::entry_cover_short) : "";
    const float cover = button_width(ui, label, Icon::cover);
    const Box area{whole.x, whole.y, whole.width - cover - Theme::unit, whole.height};
    const ActionsAt at = actions_at(ui, whole);
    const float beside = at == ActionsAt::beside ? actions_width(ui, open) + 16 : 0;
    float left = area.x + sides;
    float least = area.y;
    if (open.standing == Standing::alone) {
        if (back_button(ui, area)) open.wishes.route.go_back();
        left = beside_back_button(ui.theme, area);
        least = area.y + 12 + Theme::target;
    }
    ui.layout.open_column(left, area.y + 12, area.x + area.width - sides - left - beside);
    const std::size_t most_lines = area.height >= two_lines_from ? 2 : 1;
    title(ui, open, at == ActionsAt::beside ? 1 : most_lines);
    about_line(ui, open, most_lines);
    const float bottom = std::max(ui.layout.close_column(), least);
    cover_button(ui, open, label, whole.x + whole.width - sides - cover, whole.y + 12, cover);
    const float beneath = area.height < ui.theme.scaled(low) ? 4 : 12;
    if (at == ActionsAt::below_words) return bottom + beneath;
    if (at == ActionsAt::beside) {
        ui.layout.open_column(area.x + area.width - sides - beside + 16, area.y + 12, beside);
    } else {
        ui.layout.open_column(area.x + sides, bottom + 8, whole.width - 2 * sides);
    }
    entry_actions(ui, open);
    return std::max(bottom, ui.layout.close_column()) + beneath;
}

}  // namespace daybook
