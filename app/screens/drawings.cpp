#include "app/screens/drawings.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/ink.h"
#include "app/widgets/picture.h"

namespace daybook {
namespace {

/// All of it in the middle of the box, but no larger than it would be on a sheet of twice that width.
void draw_small(Ui& ui, const Drawings::Strokes& strokes, InkShapes& shapes, const Box& box) {
    constexpr double margin = 12;  // units
    PaperPoint least{InkBounds::width, InkBounds::height};
    PaperPoint most;
    const auto each = [&](const auto& take) {
        for (const InkStroke* stroke : strokes) {
            if (!stroke->retired && !stroke->points.empty())
                take(shapes.of(stroke->id, stroke->points, InkDetail::small));
        }
    };
    each([&](const InkOutline& outline) {
        least = {std::min(least.x, outline.least.x), std::min(least.y, outline.least.y)};
        most = {std::max(most.x, outline.most.x), std::max(most.y, outline.most.y)};
    });
    const auto wide = static_cast<float>(std::max(most.x - least.x, 0.0) + 2 * margin);
    const auto high = static_cast<float>(std::max(most.y - least.y, 0.0) + 2 * margin);
    const float scale = std::min({box.width / wide, box.height / high, 2 * box.width / InkBounds::width});
    const auto middle_x = static_cast<float>((least.x + most.x) / 2);
    const auto middle_y = static_cast<float>((least.y + most.y) / 2);
    const SheetPlace at{box.x + box.width / 2 - middle_x * scale, box.y + box.height / 2 - middle_y * scale, scale};
    each([&](const InkOutline& outline) { draw_ink(outline, at, ui.theme.palette.ink); });
}

void one(Ui& ui, const View& view, const Drawing& drawing, InkShapes& shapes, Wishes wishes) {
    const Drawings::Strokes& strokes = view.book.drawings().strokes_of(drawing.id);
    const std::string title = drawing_title(ui.say, view.book, drawing);
    const std::string name = drawing_name(
        ui.say,
        {.title = title, .strokes = count_ink(strokes).shown, .gist = drawing.gist, .retired = drawing.retired});
    const std::string key = drawing.id.hex();
    const TileTouch touch =
        tile(ui, {.key = key, .name = name, .tile = drawing.retired ? Tile::retired : Tile::drawing});
    if (!drawing.retired && is_visible(touch.picture)) draw_small(ui, strokes, shapes, touch.picture);
    if (!touch.pressed) return;
    const Spot here = wishes.route.here();
    wishes.route.enter({Place::drawing, here.activity, here.entry, {}, drawing.id});
}

}  // namespace

std::string drawing_title(const Words& say, const Notebook& book, const Drawing& drawing) {
    const auto all = book.drawings().of(drawing.of);
    if (all.size() < 2) return std::string(say(Word::drawing_title));
    const auto place = std::ranges::find(all, &drawing) - all.begin() + 1;
    return say(phrase::drawing_title_of{.number = std::to_string(place), .all = std::to_string(all.size())});
}

std::string drawing_name(const Words& say, const DrawingName& drawing) {
    const std::string strokes = say(phrase::count_strokes{.count = drawing.strokes});
    std::string name = say(phrase::common_comma{.first = drawing.title, .second = strokes});
    if (drawing.retired) name = say(phrase::drawing_name_retired{.name = name});
    if (drawing.gist.empty()) return name;
    return say(phrase::drawing_name_gist{.name = name, .gist = drawing.gist});
}

void drawings(Ui& ui, const View& view, ItemId entry, InkShapes& shapes, Wishes wishes) {
    const Scope scope("drawings");
    const auto all = view.book.drawings().of(entry);
    const bool may_add = view.custody.can_be_written();
    if (all.empty() && !may_add) return;
    const Part group(ui, "group", Role::group, ui.say(Word::drawing_group));
    if (may_add &&
        button(ui, {.label = ui.say(Word::drawing_add), .icon = Icon::pen, .name = ui.say(Word::drawing_add_name)})) {
        const Spot here = wishes.route.here();
        wishes.route.enter({Place::drawing, here.activity, here.entry, {}, new_id<ItemId>(wishes.random)});
    }
    for (const Drawing* drawing : all) one(ui, view, *drawing, shapes, wishes);
}

}  // namespace daybook
