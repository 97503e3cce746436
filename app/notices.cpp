#include "app/notices.h"

#include <algorithm>

#include "app/readiness.h"

namespace daybook {

void Notices::tell(std::string words, Calm calm) {
    std::erase_if(waiting_, [&words](const Notice& notice) { return notice.words == words; });
    waiting_.push_back({.words = std::move(words), .calm = calm});
}

void Notices::learned(const DeviceFacts& facts) {
    if (facts.cleared_when_unused && !told_of_tab_) {
        told_of_tab_ = true;
        tell(
            "Safari deletes what a tab has stored when it was not used for seven days. Hand over often, or add Daybook "
            "to the Home Screen and write there.");
    }
    const int level = static_cast<int>(room_left(facts));
    if (level > told_of_room_) {
        tell(room_words(facts) + (level == 2 ? ". Soon nothing more can be saved. Hand over now, then make room on "
                                               "this device."
                                             : ". Make room on this device soon, and hand over what is written."));
    }
    told_of_room_ = level;
}

void Notices::put_away() {
    if (!waiting_.empty()) waiting_.pop_back();
}

}  // namespace daybook
