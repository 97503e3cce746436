// A notebook that a test writes into: one device, revision by revision.
// Never sealed or stored: only what they fold into is looked at.
#pragma once

#include <doctest/doctest.h>

#include <vector>

#include "core/notebook/notebook.h"

namespace daybook::testing {

/// Makes revisions of one device, and folds them.
class Pen {
public:
    explicit Pen(InspectionId inspection) : notebook(inspection) { device_.bytes.fill(5); }

    void write(const std::vector<Change>& changes, std::int64_t at_ms = 1'442'224'800'000) {
        for (const Change& change : changes) {
            stamp_ = next_stamp(stamp_, Instant{at_ms}, device_);
            ++seq_;
            REQUIRE(notebook.apply(Revision{.inspection = notebook.id(),
                                            .device = device_,
                                            .seq = seq_,
                                            .prev_hash = {},
                                            .stamp = stamp_,
                                            .author = "R. Hale",
                                            .written_at = {Instant{at_ms}, 60},
                                            .change = change,
                                            .unknown_fields = {}}));
        }
    }
    [[nodiscard]] RevisionRef last() const { return {device_, seq_}; }

    Notebook notebook;

private:
    DeviceId device_;
    Stamp stamp_;
    std::uint64_t seq_ = 0;
};

template <typename SomeId>
SomeId id(Byte fill) {
    SomeId made;
    made.bytes.fill(fill);
    return made;
}

}  // namespace daybook::testing
