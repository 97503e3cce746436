#include "app/saved.h"

#include <algorithm>

#include "app/words/times.h"

namespace daybook {

void Saved::durable(const Durable& durable) {
    durable_ = std::max(durable_, durable.up_to);
    at_ = durable.at;
    if (is_everything()) failure_.reset();
}

void Saved::refused(std::uint64_t edit) {
    if (edit == sent_) durable_ = std::max(durable_, edit);
}

std::string Saved::words(const Words& say, Typing typing, Copies copies) const {
    if (failure_) return std::string(say(Word::saved_not));
    if (typing == Typing::unsent || !is_everything()) return std::string(say(Word::saved_saving));
    const bool once = copies == Copies::one;
    if (!at_) return std::string(say(once ? Word::saved_all_once : Word::saved_all));
    std::string time = time_words_with_seconds(say, *at_);
    return once ? say(phrase::saved_at_once{.time = std::move(time)}) : say(phrase::saved_at{.time = std::move(time)});
}

}  // namespace daybook
