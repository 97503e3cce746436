#include "app/saved.h"

#include <algorithm>

namespace daybook {

void Saved::durable(const Durable& durable) {
    durable_ = std::max(durable_, durable.up_to);
    at_ = durable.at;
    if (is_everything()) failure_.reset();
}

void Saved::refused(std::uint64_t edit) {
    if (edit == sent_) durable_ = std::max(durable_, edit);
}

std::string Saved::words(Typing typing) const {
    if (failure_) return "Not saved";
    if (typing == Typing::unsent || !is_everything()) return "Saving\u2026";
    return at_ ? "Saved " + clock_time(*at_) : "All is saved";
}

}  // namespace daybook
