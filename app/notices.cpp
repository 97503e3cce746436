#include "app/notices.h"

#include <algorithm>

#include "app/readiness.h"

namespace daybook {

void Notices::tell(std::string words, Calm calm) {
    std::erase_if(waiting_, [&words](const Notice& notice) { return notice.words == words; });
    waiting_.push_back({.words = std::move(words), .calm = calm});
}

void Notices::learned(const DeviceFacts& facts, const Words& say) {
    if (facts.cleared_when_unused && !told_of_tab_) {
        told_of_tab_ = true;
        tell(std::string(say(Word::notice_tab_is_cleared)));
    }
    const int level = static_cast<int>(room_left(facts));
    if (level > told_of_room_) {
        const std::string used = room_words(say, facts);
        tell(level == 2 ? say(phrase::notice_no_room{.used = used}) : say(phrase::notice_little_room{.used = used}));
    }
    told_of_room_ = level;
}

void Notices::put_away() {
    if (!waiting_.empty()) waiting_.pop_back();
}

}  // namespace daybook
