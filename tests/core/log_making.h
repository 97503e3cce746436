// Logs, revisions and texts for tests, made from a seed: the same on every machine and for both targets.
// Never checks anything: that is for the tests.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/utf8.h"
#include "core/log/fold.h"
#include "core/log/log.h"

namespace daybook {

/// SplitMix64 (Steele, Lea and Flood, 2014).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// From 0 to `bound` - 1.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    template <typename T>
    const T& one_of(const std::vector<T>& choices) {
        return choices[static_cast<std::size_t>(below(choices.size()))];
    }
    template <typename T>
    void shuffle(std::vector<T>& what) {
        for (std::size_t n = what.size(); n > 1; --n) std::swap(what[n - 1], what[static_cast<std::size_t>(below(n))]);
    }

private:
    std::uint64_t state_;
};

/// An id whose last byte is `last`, and whose others are `fill`.
template <typename SomeId>
SomeId numbered(Byte last, Byte fill = 0) {
    SomeId id;
    id.bytes.fill(fill);
    id.bytes.back() = last;
    return id;
}

/// Up to `most` characters of one to four bytes, many of which share bytes with their neighbours in the code charts.
inline std::string random_text(Chance& chance, std::uint64_t most) {
    static const std::vector<std::string> characters = {"a", "b",  " ",  "\n", "é",  "ê",
                                                        "ũ", "日", "旦", "€",  "😀", "😁"};
    std::string text;
    for (std::uint64_t n = chance.below(most + 1); n > 0; --n) text += chance.one_of(characters);
    return text;
}

/// `text` with some of it replaced, cut at characters.
inline std::string edited(Chance& chance, std::string text) {
    const std::size_t from = character_start(text, static_cast<std::size_t>(chance.below(text.size() + 1)));
    const std::size_t to = character_start(text, from + static_cast<std::size_t>(chance.below(6)));
    return text.replace(from, to - from, random_text(chance, 3));
}

/// A device that writes revisions one after the other, each onto the one before.
class Writer {
public:
    Writer(InspectionId inspection, DeviceId device, std::string author)
        : inspection_(inspection), device_(device), author_(std::move(author)) {}

    /// The next revision, `unix_ms` by this device's clock.
    LoggedRevision write(Change change, std::int64_t unix_ms) {
        last_ = next_stamp(last_, {unix_ms}, device_);
        Revision revision{inspection_,     device_,           ++seq_, prev_hash_, last_, author_,
                          {{unix_ms}, 60}, std::move(change), {}};
        Bytes canonical = encode(revision);
        prev_hash_ = revision_hash(canonical);
        return {std::move(revision), std::move(canonical), prev_hash_};
    }
    [[nodiscard]] DeviceId device() const { return device_; }
    [[nodiscard]] RevisionRef last() const { return {device_, seq_}; }

private:
    InspectionId inspection_;
    DeviceId device_;
    std::string author_;
    std::uint64_t seq_ = 0;
    Hash prev_hash_{};
    Stamp last_;
};

/// A change such as this device could make, knowing what `items` says.
inline Change random_change(Chance& chance, const Items& items) {
    const auto item = numbered<ItemId>(static_cast<Byte>(chance.below(3)));
    const std::vector<std::string> names = {"words", "place"};
    const std::vector<Value> values = {std::monostate{}, true, std::int64_t{-7}, std::string("Rathaus"), Bytes{0, 255}};
    switch (chance.below(8)) {
        case 0:
            return Create{item, chance.one_of<std::string>({"entry", "finding"})};
        case 1:
            return Retire{item, chance.below(2) == 0};
        case 2:
            return SetField{item, chance.one_of(names), chance.one_of(values)};
        case 3:
            return SetMember{item, "aspects", chance.one_of(values), chance.below(2) == 0};
        case 4:
            return UnknownChange{{0x82, 0x63, 'n', 'e', 'w', 0x01}};
        default:
            break;
    }
    Splice splice{item, "words", {}, 0, 0, {}};
    const Item* found = items.find(item);
    const Text* text = found == nullptr ? nullptr : found->text("words");
    std::string before;
    if (text != nullptr && !text->heads().empty()) {
        const bool chooses = chance.below(3) == 0;  // between all versions, or goes on with the latest
        before = text->words();
        splice.bases.push_back(text->heads().back().ref);
        for (std::size_t n = 0; chooses && n + 1 < text->heads().size(); ++n)
            splice.bases.push_back(text->heads()[n].ref);
    }
    const TextDifference changed = difference(before, edited(chance, before));
    splice.at = changed.at;
    splice.erased = changed.erased;
    splice.inserted = changed.inserted;
    return splice;
}

/// What `devices` devices wrote, each on its own and now and then learning what another knows. By device and number.
inline std::vector<LoggedRevision> random_history(Chance& chance, std::size_t devices, std::size_t changes) {
    struct Desk {
        Writer writer;
        Items items;
        std::map<RevisionRef, Revision> known;
    };
    std::vector<Desk> desks;
    for (std::size_t n = 0; n < devices; ++n) {
        const auto device = numbered<DeviceId>(static_cast<Byte>(n + 1));
        desks.push_back({Writer(numbered<InspectionId>(9), device, "Inspector " + std::to_string(n + 1)), {}, {}});
    }
    std::vector<std::vector<LoggedRevision>> written(devices);
    for (std::size_t n = 0; n < changes; ++n) {
        const auto which = static_cast<std::size_t>(chance.below(devices));
        Desk& desk = desks[which];
        if (chance.below(6) == 0) {
            for (const auto& [ref, learned] : chance.one_of(desks).known) {
                if (desk.known.emplace(ref, learned).second) desk.items.apply(learned);
            }
        }
        // Clocks disagree by up to a second, and some changes come within one millisecond.
        const auto now = static_cast<std::int64_t>(1'442'223'727'000 + n / 3 + chance.below(1000));
        LoggedRevision made = desk.writer.write(random_change(chance, desk.items), now);
        desk.items.apply(made.revision);
        desk.known.emplace(made.revision.ref(), made.revision);
        written[which].push_back(std::move(made));
    }
    std::vector<LoggedRevision> all;
    for (auto& chain : written) std::ranges::move(chain, std::back_inserter(all));
    return all;
}

}  // namespace daybook
