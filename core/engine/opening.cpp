// The start: both copies are read, compared by their sealed bytes, and what one lacks is found in the other.
// Never opens a seal, and never gives up a copy because the other one is damaged.
#include "core/engine/opening.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <span>

#include "core/engine/found_database.h"

namespace daybook {
namespace {

constexpr std::string_view later_version =
    "This notebook was written by a later version of Daybook. It can be read here and nothing in it is changed; open "
    "it with that version to go on.";

void add_sentence(std::string& words, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!words.empty()) words += ' ';
    words += sentence;
}

/// The rows that begin `rows` and fit into one transaction, as rows of their own.
std::vector<Row> take_some(std::span<const RowView>& rows) {
    constexpr std::size_t most_bytes = 4'000'000;
    std::vector<Row> some;
    for (std::size_t size = 0; !rows.empty() && size < most_bytes; rows = rows.subspan(1)) {
        some.push_back(rows.front().copy());
        size += some.back().sealed.size();
    }
    return some;
}

/// A piece of it at a time: with photographs all of it may be more than there is memory for twice.
void put_back(std::span<const RowView> rows, Opened& opened) {
    const std::size_t count = rows.size();
    while (!rows.empty()) {
        std::vector<Row> some = take_some(rows);
        const auto put = opened.store->put(some);
        if (put) continue;
        add_sentence(opened.words, put.error().while_doing("Putting back changes from the second copy").what);
        // They can be read all the same, and are tried again.
        opened.to_put_back = std::move(some);
        for (const RowView& row : rows) opened.to_put_back.push_back(row.copy());
        return;
    }
    // Where nothing is kept but the second copy, this is how every start goes.
    if (count == 0 || opened.keeping == Keeping::nothing) return;
    add_sentence(opened.words, std::format("{} changes were put back from the second copy.", count));
}

/// Batches that cannot be read, but whose rows the database has all the same, are no loss. Gives how many they were.
std::size_t drop_repeated(const std::vector<RowPlace>& only_store, Opened& opened) {
    if (opened.unreadable.empty()) return 0;
    std::vector<Row> rows;
    for (const RowPlace& place : only_store) {
        auto there = opened.store->find(place);
        if (there && *there) rows.push_back({place, std::move(**there)});
    }
    return std::erase_if(opened.unreadable, [&](const Bytes& batch) { return is_made_of(batch, rows); });
}

void repair(Comparison comparison, Opened& opened) {
    const std::size_t damaged = drop_repeated(comparison.only_store, opened);
    opened.renew_second = comparison.second_misnames || damaged > 0;
    put_back(comparison.only_second, opened);
    if (!comparison.only_store.empty()) {
        add_sentence(opened.words,
                     std::format("{} changes were added to the second copy.", comparison.only_store.size()));
        opened.to_add = std::move(comparison.only_store);
    }
    const std::size_t doubtful = comparison.different.size() + comparison.strays.size();
    if (doubtful > 0) {
        add_sentence(opened.words,
                     std::format("{} changes differ between the two copies. Both are kept; where the passcode shows "
                                 "which one is damaged, it is put right from the other.",
                                 doubtful));
    }
    opened.second_opinions = std::move(comparison.different);
    opened.strays = std::move(comparison.strays);
    if (!opened.unreadable.empty()) {
        add_sentence(opened.words, std::format("{} parts of the second copy could not be read; they were left as they "
                                               "are.",
                                               opened.unreadable.size()));
    }
}

/// What only the second copy has is read from there.
Result<void> only_read(Comparison comparison, Opened& opened) {
    opened.read_only = later_version;
    add_sentence(opened.words, later_version);
    opened.second_opinions = std::move(comparison.different);
    opened.strays = std::move(comparison.strays);
    for (const RowView& row : comparison.only_second) opened.second_opinions.push_back(row.copy());
    return opened.store->only_read();
}

/// Rows that stand nowhere else are to be stored in both copies.
void take_salvaged(std::vector<Row> rows, Opened& opened) {
    std::erase_if(rows, [&](const Row& row) { return covers(opened.erased, row.place); });
    if (rows.empty()) return;
    add_sentence(opened.words, std::format("{} changes that only it held were taken from it.", rows.size()));
    for (const Row& row : rows) {
        if (row.place.inspection.is_nil()) opened.device_rows.push_back(row);
    }
    std::ranges::move(rows, std::back_inserter(opened.to_put));
}

/// The first schema's file is no longer needed once a start has gone well without it.
void retire(Databases& databases, const SecondCopy& second, Opened& opened) {
    auto missing = retire_first(databases, *opened.store, second, opened.erased);
    if (missing) return take_salvaged(std::move(*missing), opened);
    if (missing.error().code != Errc::corrupt) return add_sentence(opened.words, missing.error().what);
    const auto kept = databases.set_aside(first_database_name);
    add_sentence(opened.words, kept ? std::format("An old copy of the notebook is damaged and was kept as {}.", *kept)
                                    : kept.error().what);
}

}  // namespace

Result<Opened> open_copies(Databases& databases, const std::vector<Bytes>& journal_batches,
                           const std::vector<std::string>& findings) {
    SecondCopy second = read_second_copy(journal_batches);
    auto found = find_database(databases, second);
    if (!found) return pass_on(found.error());
    Comparison& comparison = found->comparison;
    Opened opened;
    opened.keeping = databases.keeping();
    for (const std::string& finding : findings) add_sentence(opened.words, finding);
    add_sentence(opened.words, found->words);
    opened.store = std::move(found->store);
    const bool is_later = comparison.has_later;
    if (!comparison.holds_keys && is_later) return fail(Errc::newer, std::string(later_version));
    if (!comparison.holds_keys && (!comparison.is_empty || !second.unreadable.empty())) {
        // Whoever began anew here would write over a notebook that somebody may yet be able to read.
        return fail(Errc::corrupt,
                    "The keys of this notebook could not be found in either copy. Both were left as they are.");
    }
    opened.device_rows = std::move(comparison.device_rows);
    opened.erased = std::move(comparison.erased);
    opened.erasure_unfinished = comparison.erased_left;
    opened.unreadable = std::move(second.unreadable);
    if (is_later) {
        if (auto done = only_read(std::move(comparison), opened); !done) return pass_on(done.error());
    } else {
        repair(std::move(comparison), opened);
        take_salvaged(std::move(found->salvaged), opened);
        if (found->left_first) retire(databases, second, opened);
    }
    std::ranges::stable_sort(opened.device_rows, {}, &Row::place);
    return opened;
}

}  // namespace daybook
