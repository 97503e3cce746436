// The second copy as it was found at the start: its rows, by place, as they lie in its batches.
// Never leaves out what it cannot read without counting it.
#include "core/engine/second_copy.h"

#include <algorithm>
#include <iterator>

namespace daybook {

bool SecondCopy::holds_keys() const {
    return std::ranges::any_of(rows, [](const auto& row) { return row.first.kind == RowKind::vault; });
}

bool is_made_of(ByteView batch, const std::vector<Row>& rows) {
    std::vector<Row> inside;
    for (const Row& row : rows) {
        if (!row.sealed.empty() && !std::ranges::search(batch, row.sealed).empty()) inside.push_back(row);
    }
    return !inside.empty() && encode_batch(inside).size() == batch.size();
}

SecondCopy read_second_copy(const std::vector<Bytes>& batches) {
    SecondCopy copy;
    for (const Bytes& batch : batches) {
        auto known = decode_known_rows(batch);
        if (!known) {
            copy.unreadable.push_back(batch);
            continue;
        }
        copy.has_later = copy.has_later || known->is_later;
        std::ranges::move(known->later, std::back_inserter(copy.later));
        for (const RowView& row : known->rows) {
            const auto [place, is_new] = copy.rows.try_emplace(row.place);
            if (is_new) {
                place->second.sealed = row.sealed;
            } else if (!std::ranges::equal(place->second.sealed, row.sealed)) {
                copy.repeated.push_back(row.copy());
            }
        }
    }
    return copy;
}

}  // namespace daybook
