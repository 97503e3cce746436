// What the person is told across the top of the screen: the newest first, one at a time, until it is put away.
// Never says again what was put away, unless it has become worse.
#pragma once

#include <string>
#include <vector>

#include "app/widgets/notice_bar.h"
#include "app/widgets/status_line.h"
#include "platform/device_facts.h"

namespace daybook {

class Notices {
public:
    /// What is already waiting comes to the front.
    void tell(std::string words, Calm calm = Calm::alarmed);
    /// Tells of what the facts mean for what is stored: a room that is nearly full, a tab that is cleared when unused.
    void learned(const DeviceFacts& facts, const Words& say);

    /// None if there is nothing to be said.
    [[nodiscard]] const Notice* shown() const { return waiting_.empty() ? nullptr : &waiting_.back(); }
    void put_away();
    void clear() { waiting_.clear(); }

private:
    std::vector<Notice> waiting_;
    int told_of_room_ = 0;  // 1 from amber on, 2 from red on
    bool told_of_tab_ = false;
};

}  // namespace daybook
