#include "core/notebook/passage.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "core/log/cbor.h"
#include "core/notebook/notebook.h"

namespace daybook {
namespace {

constexpr std::uint64_t version = 1;  // on disk

TextChange backwards(const TextChange& change) {
    return {.at = change.at, .erased = change.inserted, .inserted = change.erased};
}

bool lead_from(RevisionRef from, RevisionRef to, const std::vector<TextStep>& steps) {
    return steps.empty() ? from == to : steps.back().base == from;
}

std::size_t read_offset(CborReader& reader) {
    const std::uint64_t offset = reader.unsigned_integer();
    if (!std::in_range<std::size_t>(offset)) reader.refuse();
    return static_cast<std::size_t>(offset);
}

/// Words that went, which are read out of the text only when they are looked for.
class Lost {
public:
    Lost(const Text& text, const Anchor& words) : text_(&text), words_(words) {}

    /// Where a change brought them in once more; empty if it did not.
    [[nodiscard]] TextRange found_in(const TextStep& step) {
        const std::size_t size = words_.range.to - words_.range.from;
        if (size < PassageBounds::recognised || step.inserted.size() < size) return {};
        if (!said_) said_ = words_at(*text_, words_);
        if (said_->size() < size) return {};
        const std::size_t found = step.inserted.substr(0, PassageBounds::searched).find(*said_);
        if (found == std::string_view::npos) return {};
        return {step.change.at + found, step.change.at + found + size};
    }

private:
    const Text* text_;
    Anchor words_;
    std::optional<std::string> said_;
};

/// Follows words through one change after the other.
class Follower {
public:
    Follower(const Text& text, TextRange range, const Anchor& marked_first, Follow follow)
        : text_(text), marked_first_(text, marked_first), follow_(follow), range_(range) {
        lost_.push_back(marked_first_);
    }

    void back(const TextStep& step) {
        if (!range_.empty()) range_ = moved(backwards(step.change), {});
    }
    void on(const TextStep& step) {
        const TextRange before = range_;
        if (!before.empty()) {
            range_ = moved(step.change, step.inserted);
            if (step.base) lost_ = {Lost(text_, {*step.base, before}), marked_first_};
            since_ = 0;
        }
        const TextChange& change = step.change;
        const bool swallowed = !before.empty() && change.inserted > 0 && change.at <= before.from &&
                               change.at + change.erased >= before.to;
        const bool is_late = follow_ == Follow::its_words && since_++ > PassageBounds::soon;
        if ((!range_.empty() && !swallowed) || is_late) return;
        for (Lost& words : lost_) {
            const TextRange found = words.found_in(step);
            if (found.empty()) continue;
            range_ = found;
            return;
        }
    }
    [[nodiscard]] TextRange range() const { return range_; }

private:
    [[nodiscard]] TextRange moved(const TextChange& change, std::string_view inserted) const {
        return follow_ == Follow::confidence ? carried_in_confidence(range_, change, inserted)
                                             : carried(range_, change);
    }

    const Text& text_;
    Lost marked_first_;
    Follow follow_;
    TextRange range_;
    std::vector<Lost> lost_;
    std::size_t since_ = 0;
};

}  // namespace

Bytes encode(const Anchor& anchor) {
    CborWriter writer;
    writer.array(5);
    writer.unsigned_integer(version);
    writer.bytes(anchor.version.device.bytes);
    writer.unsigned_integer(anchor.version.seq);
    writer.unsigned_integer(anchor.range.from);
    writer.unsigned_integer(anchor.range.to);
    return std::move(writer).take();
}

Result<Anchor> decode_anchor(ByteView bytes) {
    auto reader = CborReader::open(bytes);
    if (!reader) return pass_on(reader.error());
    const std::size_t count = reader->array();
    const std::uint64_t said = reader->unsigned_integer();
    if (said > version) return fail(Errc::newer, "A later version marked these words.");
    if (count != 5 || said != version) reader->refuse();
    Anchor anchor;
    const auto device = DeviceId::from_bytes(reader->bytes());
    if (!device) reader->refuse();
    anchor.version = {device.value_or(DeviceId{}), reader->unsigned_integer()};
    anchor.range.from = read_offset(*reader);
    anchor.range.to = read_offset(*reader);
    if (auto finished = reader->finish(); !finished) return pass_on(finished.error());
    return anchor;
}

TextRange carried(TextRange words, const TextChange& change) {
    const std::size_t end = change.at + change.erased;
    const auto moved = [&](std::size_t at) { return at - change.erased + change.inserted; };
    if (end <= words.from) return {moved(words.from), moved(words.to)};
    if (change.at >= words.to) return words;
    if (change.at <= words.from && end >= words.to) return {change.at, change.at};
    if (change.at < words.from) return {change.at + change.inserted, moved(words.to)};
    if (end > words.to) return {words.from, change.at};
    return {words.from, moved(words.to)};
}

TextRange carried_in_confidence(TextRange words, const TextChange& change, std::string_view inserted) {
    if (words.empty()) return words;
    const std::size_t end = change.at + change.erased;
    if (change.at == words.to && change.erased == 0) {
        return {words.from, words.to + std::min(inserted.find('\n'), inserted.size())};
    }
    if (change.at >= words.to) return words;
    const std::size_t to = end >= words.to ? change.at + change.inserted : words.to - change.erased + change.inserted;
    if (end <= words.from) return {words.from - change.erased + change.inserted, to};
    return {std::min(words.from, change.at), to};
}

bool comes_from(const Text& text, RevisionRef later, RevisionRef earlier) {
    return lead_from(earlier, later, text.steps_to(later, earlier));
}

TextRange carried(const Text& text, TextRange range, RevisionRef from, RevisionRef to, const Anchor& marked_first,
                  Follow follow) {
    Follower follower(text, range, marked_first, follow);
    std::vector<TextStep> forth = text.steps_to(to, from);
    if (!lead_from(from, to, forth)) {
        std::vector<TextStep> back = text.steps_to(from);
        while (!forth.empty() && !back.empty() && forth.back().made == back.back().made) {
            forth.pop_back();
            back.pop_back();
        }
        for (const TextStep& step : back) follower.back(step);
    }
    for (const TextStep& step : forth | std::views::reverse) follower.on(step);
    return follower.range();
}

std::string words_at(const Text& text, const Anchor& anchor) {
    const std::string words = text.version(anchor.version).value_or("");
    const std::size_t from = std::min(anchor.range.from, words.size());
    return words.substr(from, std::max(anchor.range.to, from) - from);
}

Passage passage_from(const Item& item) {
    Passage passage;
    passage.id = item.id;
    const auto bytes = [&](std::string_view field) {
        const Value* value = item.field(field);
        const Bytes* held = value == nullptr ? nullptr : std::get_if<Bytes>(value);
        return held == nullptr ? ByteView() : ByteView(*held);
    };
    passage.entry = ItemId::from_bytes(bytes(words::of_item)).value_or(ItemId{});
    if (const auto anchor = decode_anchor(bytes(words::anchor))) passage.anchor = *anchor;
    passage.aspects = item.member_texts(words::aspects);
    passage.polarity = polarity_of(item);
    passage.in_confidence = item.flag(words::in_confidence);
    passage.retired = item.is_retired();
    if (item.created) {
        passage.author = item.created->author;
        passage.created = item.created->written_at;
    }
    return passage;
}

}  // namespace daybook
