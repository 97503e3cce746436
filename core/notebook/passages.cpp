#include "core/notebook/passages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/utf8.h"

namespace daybook {
namespace {

auto order_of(const Passage* passage) {
    return std::pair(passage->created.at, passage->id);
}

bool lies_in(const TextRange& range, std::string_view words) {
    return range.from < range.to && range.to <= words.size() && character_start(words, range.from) == range.from &&
           character_start(words, range.to) == range.to;
}

bool counts(const Passage* one) {
    return one->in_confidence && !one->retired && one->stands != Passage::Stands::gone;
}

}  // namespace

void Passages::put(Passage passage, const Text* text) {
    const auto [place_of, is_new] = kept_.try_emplace(passage.id);
    Kept& kept = place_of->second;
    if (!is_new) {
        leave_list(kept.passage);
        if (kept.passage.entry != passage.entry || kept.passage.anchor != passage.anchor) {
            kept.followed_to.reset();
            kept.names_no_words = false;
        } else {
            passage.began = std::move(kept.passage.began);
        }
    }
    kept.passage = std::move(passage);
    place(kept, text);
    auto& list = of_entry_[kept.passage.entry];
    list.insert(std::ranges::upper_bound(list, order_of(&kept.passage), {}, order_of), &kept.passage);
}

void Passages::take_away(ItemId id) {
    const auto found = kept_.find(id);
    if (found == kept_.end()) return;
    leave_list(found->second.passage);
    kept_.erase(found);
}

void Passages::leave_list(const Passage& passage) {
    std::erase(of_entry_[passage.entry], &passage);
}

void Passages::follow(ItemId entry, const Text* text) {
    const auto found = of_entry_.find(entry);
    if (found == of_entry_.end()) return;
    for (const Passage* passage : found->second) place(kept_.at(passage->id), text);
}

/// Looks at what the anchor names. False if that is no words of this text.
bool Passages::begin(Kept& kept, const Text& text) {
    if (!kept.passage.anchor || kept.names_no_words) return false;
    const Anchor& anchor = *kept.passage.anchor;
    if (kept.followed_to == anchor.version && kept.range == anchor.range) return true;
    const auto words = text.version(anchor.version);
    if (!words) return false;
    kept.names_no_words = !lies_in(anchor.range, *words);
    if (kept.names_no_words) return false;
    const std::string_view marked =
        std::string_view(*words).substr(anchor.range.from).substr(0, anchor.range.to - anchor.range.from);
    kept.passage.began = marked.substr(0, character_start(marked, PassageBounds::began));
    kept.followed_to = anchor.version;
    kept.range = anchor.range;
    kept.confidence = anchor.range;
    return true;
}

void Passages::place(Kept& kept, const Text* text) {
    Passage& passage = kept.passage;
    passage.range = {};
    passage.stands = Passage::Stands::unknown;
    if (text == nullptr || text->heads().empty()) return;
    if (!kept.followed_to && !begin(kept, *text)) return;
    passage.stands = Passage::Stands::apart;
    if (text->heads().size() > 1) {
        // What is chosen in the end need not come from the version that it was followed to.
        begin(kept, *text);
        return;
    }
    const TextVersion& head = text->heads().back();
    // Always the way that begins at the anchor: in whichever order revisions come, the words are found in one place.
    if (!comes_from(*text, head.ref, *kept.followed_to)) begin(kept, *text);
    const auto now = [&](const TextRange& range, Follow follow) {
        return carried(*text, range, *kept.followed_to, head.ref, *passage.anchor, follow);
    };
    const TextRange words = now(kept.range, Follow::its_words);
    const TextRange confidence = now(kept.confidence, Follow::confidence);
    passage.range = passage.in_confidence ? confidence : words;
    passage.stands = passage.range.empty() ? Passage::Stands::gone : Passage::Stands::here;
    // Words that are gone are followed from where they were last, so that they are known again.
    if (words.empty() || confidence.empty()) return;
    kept.range = words;
    kept.confidence = confidence;
    kept.followed_to = head.ref;
}

const Passage* Passages::find(ItemId id) const {
    const auto found = kept_.find(id);
    return found == kept_.end() ? nullptr : &found->second.passage;
}

const std::vector<const Passage*>& Passages::of(ItemId entry) const {
    const auto found = of_entry_.find(entry);
    return found == of_entry_.end() ? none_ : found->second;
}

std::size_t confidential(const std::vector<const Passage*>& passages) {
    return static_cast<std::size_t>(std::ranges::count_if(passages, counts));
}

bool make_all_confidential(const std::vector<const Passage*>& passages) {
    return std::ranges::any_of(passages, [](const Passage* one) { return counts(one) && one->covers_whole(); });
}

}  // namespace daybook
