#include "app/screens/photographs.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/picture.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/words/times.h"

namespace daybook {
namespace {

enum class Beside { nothing, photographs };

void ask_for_more(Ui& ui, Draft& draft, Drafts& drafts, Wishes wishes, Beside beside) {
    const std::string_view label = ui.say(Word::photograph_add);
    const std::string_view name = ui.say(Word::photograph_add_name);
    const bool pressed = beside == Beside::photographs
                             ? tile_button(ui, label, Icon::camera, name)
                             : button(ui, {.label = label, .icon = Icon::camera, .name = name});
    if (!pressed) return;
    // While a camera is in front the platform may end the page: nothing waits in a field then.
    drafts.create(draft, wishes.out);
    drafts.send_all(wishes.out);
    wishes.out.wish(PlatformWish::take_photographs);
}

void one(Ui& ui, const View& view, const Attachment& photograph, Album& album, Wishes wishes) {
    const std::string name = photograph_name(ui.say, view.book, photograph);
    const std::string key = photograph.id.hex();
    const std::string complaint(album.complaint(photograph.id));
    const Tile look = photograph.retired ? Tile::retired : complaint.empty() ? Tile::picture : Tile::broken;
    const TileTouch touch = tile(ui, {.key = key, .name = name, .tile = look, .description = complaint});
    if (look == Tile::picture && is_visible(touch.picture)) {
        album.show(view.book.id(),
                   {.picture = photograph.id, .detail = PictureDetail::small, .box = touch.picture, .clip = clip_box()},
                   wishes.out);
    }
    if (!touch.pressed) return;
    const Spot here = wishes.route.here();
    wishes.route.enter({Place::photograph, here.activity, here.entry, photograph.id});
}

}  // namespace

std::vector<const Attachment*> photographs_of(const Notebook& book, ItemId entry) {
    std::vector<const Attachment*> found = book.attachments_of(entry);
    std::erase_if(found, [](const Attachment* one) { return !one->media_type.starts_with("image/"); });
    return found;
}

std::string photograph_title(const Words& say, const Notebook& book, const Attachment& photograph) {
    const auto all = photographs_of(book, photograph.of);
    if (all.size() < 2) return std::string(say(Word::photograph_title));
    const auto place = std::ranges::find(all, &photograph) - all.begin() + 1;
    return say(phrase::photograph_title_of{.number = std::to_string(place), .all = std::to_string(all.size())});
}

std::string photograph_name(const Words& say, const Notebook& book, const Attachment& photograph) {
    std::string name = say(phrase::photograph_name{.title = photograph_title(say, book, photograph),
                                                   .time = time_words(say, photograph.added)});
    if (photograph.retired) name = say(phrase::photograph_name_retired{.name = name});
    if (photograph.gist.empty()) return name;
    return say(phrase::photograph_name_gist{.name = name, .gist = photograph.gist});
}

void photographs(Ui& ui, const View& view, Draft& draft, Drafts& drafts, Album& album, Wishes wishes) {
    const Scope scope("photographs");
    const auto all = photographs_of(view.book, draft.entry);
    const bool may_add = view.custody.can_be_written();
    if (all.empty() && !may_add) return;
    const Part group(ui, "group", Role::group, ui.say(Word::photograph_group));
    if (may_add) ask_for_more(ui, draft, drafts, wishes, all.empty() ? Beside::nothing : Beside::photographs);
    for (const Attachment* photograph : all) one(ui, view, *photograph, album, wishes);
}

void photographs_coming(Ui& ui, const Album& album, ItemId entry) {
    const Scope scope("photographs");
    const std::size_t coming = album.coming_to(entry);
    if (coming == 0) ui.layout.space(0);
    status_words(ui, "coming", coming == 0 ? std::string() : ui.say(phrase::photograph_coming{.count = coming}));
}

}  // namespace daybook
