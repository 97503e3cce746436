// The changes that a sample is made of, sent a parcel at a time.
// Never so many in one edit that it would hold up a frame, or a transaction.
#pragma once

#include <utility>
#include <vector>

#include "app/outbox.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/log/revision.h"
#include "core/notebook/sample.h"

namespace daybook {

class SampleParcels {
public:
    SampleParcels(InspectionId inspection, Outbox& out) : inspection_(inspection), out_(&out) {}

    void add(std::vector<Change> changes) {
        for (Change& change : changes) packed_.push_back(std::move(change));
    }
    /// One item is whole: what is packed may go.
    void item_ends() {
        if (packed_.size() >= enough) send();
    }
    void send() {
        if (!packed_.empty()) out_->edit(inspection_, std::exchange(packed_, {}));
    }

private:
    static constexpr std::size_t enough = 200;  // changes

    InspectionId inspection_;
    Outbox* out_;
    std::vector<Change> packed_;
};

/// Half past nine, British summer time, on the sample's first day, and so many minutes after it.
[[nodiscard]] LocalTime sample_time(const SampleInspection& sample, std::int64_t minutes);

/// Schools, the plan with the contacts, and what the framework asks: milestones, checklists, declarations, forms and
/// the survey.
void add_sample_schools(const SampleInspection& sample, InspectionId inspection, SampleParcels& parcels);
void add_sample_plan(const SampleInspection& sample, InspectionId inspection, const RandomSource& random,
                     SampleParcels& parcels);
void add_sample_framework(const SampleInspection& sample, InspectionId inspection, const RandomSource& random,
                          SampleParcels& parcels);

}  // namespace daybook
