#include "app/screens/find_filters.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/screens/find_words.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

/// Of a filter before all of them are asked for. One more takes no more room than the button that shows it.
constexpr std::size_t usual_values = 8;
constexpr float bar_button = 56;

void toggle(FindDesk& desk, Filter filter, const std::string& value) {
    if (desk.criteria.wants(filter, value)) {
        desk.criteria.drop(filter, value);
    } else {
        desk.criteria.want(filter, value);
    }
    desk.deleted.clear();
}

void value_chips(Ui& ui, const View& view, FindDesk& desk, Filter filter, std::vector<FilterValue> values) {
    const bool in_full = desk.in_full.contains(filter) || values.size() <= usual_values + 1;
    std::size_t kept_back = 0;
    {
        const Row row(ui);
        for (std::size_t index = 0; index < values.size(); ++index) {
            const FilterValue& one = values[index];
            const bool on = desk.criteria.wants(filter, one.value);
            if (!in_full && index >= usual_values && !on) {
                ++kept_back;
                continue;
            }
            const std::string label = ui.say(phrase::find_value_count{
                .value = value_name(ui.say, view.book, filter, one.value), .number = std::to_string(one.left)});
            if (chip(ui, {.label = label, .on = on, .faded = one.left == 0, .key = one.value}))
                toggle(desk, filter, one.value);
        }
    }
    if (kept_back == 0) return;
    const std::string more = ui.say(phrase::find_more_values{.count = kept_back});
    const std::string name = ui.say(phrase::find_more_values_of{.more = more, .filter = filter_name(ui.say, filter)});
    if (button(ui, {.label = more, .look = Look::quiet, .icon = Icon::plus, .name = name, .hangs = true}))
        desk.in_full.insert(filter);
}

}  // namespace

void filters_on(Ui& ui, const View& view, FindDesk& desk) {
    if (desk.criteria.empty()) return;
    const Part group(ui, "filters on", Role::group, ui.say(Word::find_filters_on));
    const Scope scope("on");
    std::optional<std::pair<Filter, std::string>> taken;
    {
        const Row row(ui);
        for (const Filter filter : all_filters) {
            const Scope of_filter(filter_word(filter));
            for (const std::string& value : desk.criteria.of(filter)) {
                const std::string label = value_name(ui.say, view.book, filter, value);
                const std::string name = ui.say(phrase::find_take_off{.value = label});
                if (chip(ui, {.label = label, .icon = Icon::close, .on = true, .name = name, .key = value}))
                    taken.emplace(filter, value);
            }
        }
        if (button(ui, {.label = ui.say(Word::find_clear), .look = Look::quiet})) desk.criteria = {};
    }
    if (taken) toggle(desk, taken->first, taken->second);
    ui.layout.space(16);
}

void filter_sheet(Ui& ui, const View& view, FindDesk& desk) {
    bool any = false;
    for (const Filter filter : all_filters) {
        if (desk.found.filtered.of(filter).empty()) continue;
        any = true;
        const Scope scope(filter_word(filter));
        caption(ui, filter_name(ui.say, filter));
        {
            const Part group(ui, "values", Role::group, filter_name(ui.say, filter));
            value_chips(ui, view, desk, filter, in_order(ui.say, view.book, filter, desk.found.filtered.of(filter)));
        }
        ui.layout.space(20);
    }
    if (!any) paragraph(ui, ui.say(Word::find_no_values));
}

float sheet_bar_height(const Ui& ui) {
    return ui.theme.height_for(1, bar_button) + 24;
}

void sheet_bar(Ui& ui, const View& view, FindDesk& desk, float sides) {
    const float height = sheet_bar_height(ui);
    const Box box{view.area.x, view.area.y + view.area.height - height, view.area.width, height};
    fill(box, ui.theme.palette.paper, 0);
    fill({box.x, box.y, box.width, 1}, ui.theme.palette.line, 0);
    ui.layout.open_column(box.x + sides, box.y + 12, box.width - 2 * sides);
    const Found& found = desk.found;
    const std::string label = desk.asks_for_nothing() ? std::string(ui.say(Word::find_close_filters))
                              : desk.asks_for_words() ? ui.say(phrase::find_show_places{.count = found.places.size()})
                                                      : ui.say(phrase::find_show_entries{.count = found.entries});
    if (button(ui, {.label = label,
                    .look = Look::primary,
                    .icon = Icon::check,
                    .fit = Fit::column,
                    .key = "show",
                    .height = bar_button}))
        desk.filters_open = false;
    ui.layout.close_column();
}

void nothing_left(Ui& ui, FindDesk& desk) {
    status_words(ui, "count", ui.say(Word::find_nothing_left));
    ui.layout.space(16);
    const Filtered& counted = desk.found.filtered;
    bool any = false;
    std::optional<Filter> off;
    for (const Filter filter : all_filters) {
        const std::size_t count = counted.without[static_cast<std::size_t>(filter)];
        if (desk.criteria.of(filter).empty() || count == 0) continue;
        any = true;
        if (button(ui, {.label = ui.say(phrase::find_without{.count = count, .filter = filter_name(ui.say, filter)}),
                        .key = filter_word(filter)}))
            off = filter;
    }
    if (desk.asks_for_words() && counted.without_words > 0) {
        any = true;
        if (button(ui, {.label = ui.say(phrase::find_without_words{.count = counted.without_words}),
                        .key = "without words"}))
            desk.query.clear();
    }
    if (off) desk.criteria.drop(*off);
    if (!any) paragraph(ui, ui.say(Word::find_none_alone));
}

}  // namespace daybook
