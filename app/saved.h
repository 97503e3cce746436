// Whether what was written is on disk, as the screen says it.
// Never hopeful: "Saved" is what the engine said of the last edit.
#pragma once

#include <optional>
#include <string>

#include "app/words/words.h"
#include "core/engine/protocol.h"

namespace daybook {

class Saved {
public:
    void sent(std::uint64_t edit) { sent_ = edit; }
    void durable(const Durable& durable);
    void failed(Failed failure) { failure_ = std::move(failure); }
    /// The edit was not made, so that nobody waits for it.
    void refused(std::uint64_t edit);

    [[nodiscard]] bool is_everything() const { return durable_ >= sent_; }
    [[nodiscard]] const std::optional<Failed>& failure() const { return failure_; }
    /// "Saved 10:42:07", and "one copy" where there is no other. `unsent`: words wait in a field.
    enum class Typing { idle, unsent };
    [[nodiscard]] std::string words(const Words& say, Typing typing, Copies copies) const;

private:
    std::uint64_t sent_ = 0;
    std::uint64_t durable_ = 0;
    std::optional<LocalTime> at_;
    std::optional<Failed> failure_;
};

}  // namespace daybook
