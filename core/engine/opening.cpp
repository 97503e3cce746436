#include "core/engine/opening.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <map>

namespace daybook {
namespace {

/// What is in one copy and not in the other, and what differs.
struct Comparison {
    std::vector<Row> only_journal;
    std::vector<Row> only_store;
    std::vector<Row> different;  ///< of the second copy
};

/// The second copy as it was found.
struct Journaled {
    std::map<RowPlace, Bytes> rows;
    std::vector<Row> repeated;  ///< rows that say something else than the first one in their place
    std::size_t unreadable = 0;
};

/// Errc::newer if a later version wrote in it: what it wrote may be what the next number must follow.
Result<Journaled> read_journal(const std::vector<Bytes>& batches) {
    Journaled found;
    for (const Bytes& batch : batches) {
        auto rows = decode_batch(batch);
        if (!rows && rows.error().code == Errc::newer) return pass_on(rows.error());
        found.unreadable += rows ? 0U : 1U;
        if (!rows) continue;
        for (Row& row : *rows) {
            const auto [place, is_new] = found.rows.try_emplace(row.place, row.sealed);
            if (!is_new && place->second != row.sealed) found.repeated.push_back(std::move(row));
        }
    }
    return found;
}

Comparison compare(const std::map<RowPlace, Bytes>& stored, const std::map<RowPlace, Bytes>& journaled) {
    Comparison comparison;
    for (const auto& [place, sealed] : journaled) {
        const auto twin = stored.find(place);
        if (twin == stored.end()) {
            comparison.only_journal.push_back({place, sealed});
        } else if (twin->second != sealed) {
            comparison.different.push_back({place, sealed});
        }
    }
    for (const auto& [place, sealed] : stored) {
        if (!journaled.contains(place)) comparison.only_store.push_back({place, sealed});
    }
    return comparison;
}

void add_sentence(std::string& words, std::string_view sentence) {
    if (!words.empty()) words += ' ';
    words += sentence;
}

void repair(Comparison comparison, Opened& opened) {
    if (!comparison.only_journal.empty()) {
        if (auto put = opened.store->put(comparison.only_journal); put) {
            add_sentence(opened.words,
                         std::format("{} changes were put back from the second copy.", comparison.only_journal.size()));
        } else {
            add_sentence(opened.words, put.error().while_doing("Putting back changes from the second copy").what);
            // They can be read all the same, and are tried again.
            opened.to_put_back = std::move(comparison.only_journal);
        }
    }
    if (!comparison.only_store.empty()) {
        add_sentence(opened.words,
                     std::format("{} changes were added to the second copy.", comparison.only_store.size()));
        opened.to_add = std::move(comparison.only_store);
    }
    if (!comparison.different.empty()) {
        add_sentence(opened.words,
                     std::format("{} changes differ between the two copies; both are kept, and the first that can "
                                 "be read is shown.",
                                 comparison.different.size()));
        opened.second_opinions = std::move(comparison.different);
    }
}

bool holds_keys(const std::map<RowPlace, Bytes>& rows) {
    return std::ranges::any_of(rows, [](const auto& row) { return row.first.kind == RowKind::vault; });
}

}  // namespace

Result<Opened> open_copies(Databases& databases, const std::vector<Bytes>& journal_batches) {
    auto store = Store::open(databases);
    if (!store) return pass_on(store.error());
    Opened opened;
    opened.store = std::move(*store);
    std::map<RowPlace, Bytes> rows;
    auto read = opened.store->each([&](Row row) { rows.emplace(row.place, std::move(row.sealed)); });
    if (!read) return pass_on(read.error());
    auto journaled = read_journal(journal_batches);
    if (!journaled) return pass_on(journaled.error());
    Comparison comparison = compare(rows, journaled->rows);
    std::ranges::move(journaled->repeated, std::back_inserter(comparison.different));
    rows.merge(journaled->rows);
    if (!holds_keys(rows) && (!rows.empty() || journaled->unreadable > 0)) {
        // Whoever began anew here would write over a notebook that somebody may yet be able to read.
        return fail(Errc::corrupt,
                    "The keys of this notebook could not be found in either copy. Both were left as they are.");
    }
    repair(std::move(comparison), opened);
    if (journaled->unreadable > 0) {
        add_sentence(opened.words,
                     std::format("{} parts of the second copy could not be read; they were left as they are.",
                                 journaled->unreadable));
    }
    for (auto& [place, sealed] : rows) {
        if (place.inspection.is_nil()) opened.device_rows.push_back({place, std::move(sealed)});
    }
    return opened;
}

}  // namespace daybook
