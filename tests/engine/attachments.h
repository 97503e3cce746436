// Files to attach, for the tests of what becomes of them.
// Never the same bytes for two seeds.
#pragma once

#include "bench.h"
#include "core/engine/row.h"

namespace daybook::bench {

inline Bytes some_file(std::size_t size, unsigned seed = 1) {
    std::mt19937 generator(seed);
    Bytes content(size);
    for (Byte& byte : content) byte = static_cast<Byte>(generator());
    return content;
}

/// Attaches a file to an item; its id, if that was taken.
inline std::optional<ItemId> attach(Run& run, const Started& started, Bytes content, ItemId to) {
    const auto id = run.id<ItemId>();
    run.tell(AddAttachment{run.next(), started.inspection, id, to, "image/jpeg", std::move(content)});
    return run.heard<Appended>() != nullptr ? std::optional(id) : std::nullopt;
}
inline ItemId attach(Run& run, const Started& started, Bytes content) {
    const auto id = attach(run, started, std::move(content), started.entry);
    REQUIRE(id);
    return *id;
}

inline AttachmentRead read(Run& run, InspectionId inspection, ItemId attachment) {
    run.tell(ReadAttachment{inspection, attachment});
    REQUIRE(run.heard<AttachmentRead>() != nullptr);
    CHECK(run.heard<AttachmentRead>()->inspection == inspection);
    CHECK(run.heard<AttachmentRead>()->attachment == attachment);
    return *run.heard<AttachmentRead>();
}

/// True if it reads as it was attached.
inline bool reads_as(Run& run, const Started& started, ItemId attachment, ByteView content) {
    const AttachmentRead got = read(run, started.inspection, attachment);
    return got.complaint.empty() && got.media_type == "image/jpeg" && std::ranges::equal(got.content, content);
}

inline Unlocked unlock(Run& run) {
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    return *run.heard<Unlocked>();
}

/// Every row that the second copy holds.
inline std::vector<Row> rows_of(const MemoryJournal& journal) {
    std::vector<Row> all;
    for (const Bytes& batch : journal.batches) {
        auto rows = decode_batch(batch);
        REQUIRE(rows);
        std::ranges::move(*rows, std::back_inserter(all));
    }
    return all;
}

/// Changes the second copy, row by row; false takes a row out.
template <typename ChangeRow>
void change_second_copy(MemoryJournal& journal, const ChangeRow& change) {
    for (Bytes& batch : journal.batches) {
        auto rows = decode_batch(batch);
        REQUIRE(rows);
        std::erase_if(*rows, [&](Row& row) { return !change(row); });
        batch = encode_batch(*rows);
    }
}

/// Changes the database of a notebook that is closed.
inline void change_database(const Folder& folder, std::string_view sql) {
    NativeDatabases databases(folder.path());
    auto database = databases.open_stored(database_name);
    REQUIRE(database);
    const auto changed = (*database)->execute(sql);
    REQUIRE_MESSAGE(changed, (changed ? "" : changed.error().what));
}

}  // namespace daybook::bench
