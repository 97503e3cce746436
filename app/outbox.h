// What the screens want of the engine and of the platform, in the order in which they wanted it.
// Never sent from here: the app sends it at the end of the frame.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/protocol.h"
#include "platform/device_facts.h"

namespace daybook {

class Outbox {
public:
    /// Each gives the edit's number.
    std::uint64_t edit(InspectionId inspection, std::vector<Change> changes);
    /// Of words that the edit `after` makes: see Edit::after.
    std::uint64_t edit_after(std::uint64_t after, InspectionId inspection, std::vector<Change> changes);
    std::uint64_t edit_text(InspectionId inspection, Splice splice, std::uint64_t after);
    /// `attachment` is the id that it is to have.
    std::uint64_t attach(AddAttachment wanted);
    std::uint64_t create_inspection(CreateInspection wanted);
    /// Gives the search's number.
    std::uint64_t search(std::string query);
    void push(Command command) { commands_.push_back(std::move(command)); }
    void wish(PlatformWish wish) { wishes_.push_back(wish); }

    /// The number of the last edit; 0 if there was none.
    [[nodiscard]] std::uint64_t last_edit() const { return last_edit_; }
    [[nodiscard]] std::vector<Command> take() { return std::exchange(commands_, {}); }
    [[nodiscard]] std::vector<PlatformWish> take_wishes() { return std::exchange(wishes_, {}); }

private:
    std::vector<Command> commands_;
    std::vector<PlatformWish> wishes_;
    std::uint64_t last_edit_ = 0;
    std::uint64_t last_search_ = 0;
};

}  // namespace daybook
