// Files that come in, chosen or dropped: a list of schools, and what is said of one that cannot be used.
// Never keeps a file: what was read of it waits to be looked at, and nothing is imported before that.
#include "app/app.h"
#include "core/base/utf8.h"

namespace daybook {

/// Why a file that was dropped has no place where one is; none if it has.
std::optional<Word> App::file_objection() const {
    if (!open_ || shelf_.open() == nullptr) return Word::schools_unlock_first;
    if (!can_be_written()) return Word::schools_read_only;
    const Place place = route_.here().place;
    const bool takes_lists = place == Place::schools || place == Place::school_import;
    return takes_lists ? std::nullopt : std::optional(Word::schools_open_first);
}

void App::file_chosen(std::uint32_t number, std::string_view name, ByteView content) {
    parts_.window.wake();
    // Asked for before a lock, say, or for another inspection: nobody waits for it any more.
    if (number != 0 && number != schools_desk_.asked) return;
    if (const auto objection = number == 0 ? file_objection() : std::nullopt) {
        notices_.tell(std::string(words_(*objection)));
        return;
    }
    auto list = read_school_list(content);
    if (!list) {
        schools_desk_.complaint = words_.translated(list.error().what);
        if (route_.here().place == Place::school_import) route_.go_back();
        return;
    }
    schools_desk_.take(std::move(*list), to_valid_utf8(name));
    if (route_.here().place != Place::school_import) route_.enter({Place::school_import});
}

void App::file_failed(std::uint32_t number, FileFault fault) {
    parts_.window.wake();
    if (number != 0 && number != schools_desk_.asked) return;
    const Word why = fault == FileFault::too_large  ? Word::schools_too_large
                     : fault == FileFault::not_here ? Word::schools_drop_it
                                                    : Word::schools_unreadable;
    if (number == 0 && file_objection()) {
        notices_.tell(std::string(words_(why)));
    } else {
        schools_desk_.complaint = words_(why);
    }
}

}  // namespace daybook
