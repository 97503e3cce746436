// What the tests of unlocking do again and again: try a passcode, read a refusal, look for rows.
// Never part of the product.
#pragma once

#include <string>
#include <vector>

#include "bench.h"
#include "core/engine/row.h"

namespace daybook::bench {

inline const std::string new_passcode = "velvet harbour kettle";

inline Errc refusal(const Run& run) {
    REQUIRE(run.heard<Refused>() != nullptr);
    return static_cast<Errc>(run.heard<Refused>()->code);
}

inline bool opens(Run& run, const std::string& words) {
    run.tell(Unlock{words});
    const bool opened = run.heard<Unlocked>() != nullptr;
    if (opened) run.tell(Lock{});
    return opened;
}

/// Of all that the second copy was ever given.
inline std::vector<Row> rows_of_kind(const MemoryJournal& journal, RowKind kind) {
    std::vector<Row> found;
    for (const Bytes& batch : journal.appended) {
        const auto rows = decode_batch(batch);
        REQUIRE(rows);
        for (const Row& row : *rows) {
            if (row.place.kind == kind) found.push_back(row);
        }
    }
    return found;
}

}  // namespace daybook::bench
