// Photographs that come in: which entry each belongs to, and what is said of one that cannot be kept.
// Never holds one: it goes to the engine in the call in which it came.
#include "app/app.h"

namespace daybook {

/// Why none can be added where one is; none if one can.
std::optional<Word> App::photograph_objection() const {
    if (!open_ || shelf_.open() == nullptr) return Word::photograph_unlock_first;
    if (!can_be_written()) return Word::photograph_read_only;
    if (route_.here().place != Place::entry) return Word::photograph_open_entry;
    // Words must never have to wait because a photograph has taken the last of the room.
    constexpr std::uint64_t least_room = 50'000'000;
    const bool is_short = facts_.quota_bytes > 0 && facts_.used_bytes + least_room > facts_.quota_bytes;
    return is_short ? std::optional(Word::photograph_no_space) : std::nullopt;
}

bool App::photograph_coming(std::uint32_t number) {
    if (const auto objection = photograph_objection()) {
        notices_.tell(std::string(words_(*objection)));
        parts_.window.wake();
        return false;
    }
    const Notebook& book = *shelf_.open();
    const Spot spot = route_.here();
    Draft& draft = drafts_.open(book, spot.entry, spot.activity);
    drafts_.create(draft, outbox_);
    send_typed();
    album_.coming(number, {book.id(), spot.entry});
    send();
    return true;
}

void App::photograph_ready(std::uint32_t number, std::string_view media_type, ByteView content) {
    const auto place = album_.arrived(number);
    if (!place) return;
    outbox_.attach({.number = 0,
                    .inspection = place->inspection,
                    .attachment = new_id<ItemId>(parts_.random),
                    .item = place->entry,
                    .media_type = std::string(media_type),
                    .content = Bytes(content.begin(), content.end())});
    send();
    parts_.window.wake();
}

void App::photograph_failed(std::uint32_t number, PhotographFault fault, std::uint32_t megapixels) {
    album_.arrived(number);
    switch (fault) {
        case PhotographFault::no_picture:
            notices_.tell(std::string(words_(Word::photograph_no_picture)));
            break;
        case PhotographFault::too_large:
            notices_.tell(words_(phrase::photograph_too_large{.pixels = std::to_string(megapixels)}));
            break;
        case PhotographFault::no_memory:
            notices_.tell(std::string(words_(Word::photograph_no_memory)));
            break;
        case PhotographFault::not_here:
            notices_.tell(std::string(words_(Word::photograph_not_here)));
            break;
    }
    parts_.window.wake();
}

void App::pinch(float x, float y, float by) {
    attention_.pinch = {x, y, attention_.pinch.by * by};
    parts_.window.wake();
}

void App::move_view(ViewMove move) {
    const bool is_arrow = move >= ViewMove::left;
    if (!is_arrow && !before_.single_keys) return;
    attention_.moves.push_back(move);
    parts_.window.wake();
}

}  // namespace daybook
