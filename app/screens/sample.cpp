#include "app/screens/sample.h"

#include <map>

#include "app/screens/sample_parcels.h"
#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/meeting_record.h"

namespace daybook {
namespace {

constexpr std::int64_t minute = 60'000;

Polarity polarity_of(const std::string& word) {
    if (word == "strength") return Polarity::strength;
    return word == "weakness" ? Polarity::weakness : Polarity::neutral;
}

LocalTime later(LocalTime time, std::int64_t minutes) {
    return {{time.at.unix_ms + minutes * minute}, time.utc_offset_minutes};
}

/// The activities with their entries, some of which speak of others.
class Evidence {
public:
    Evidence(const SampleInspection& sample, InspectionId inspection, const RandomSource& random,
             SampleParcels& parcels)
        : sample_(sample), inspection_(inspection), random_(random), parcels_(parcels) {}

    void add_all() {
        for (const SampleActivity& activity : sample_.activities) add(activity);
    }

private:
    [[nodiscard]] ItemId id_of(const std::string& key) {
        if (key.empty()) return new_id<ItemId>(random_);
        const auto known = keys_.find(key);
        if (known != keys_.end()) return known->second;
        return keys_.emplace(key, new_id<ItemId>(random_)).first->second;
    }

    void add_times(const edits::NewActivity& made, const SampleActivity& activity) {
        const LocalTime start = sample_time(sample_, activity.start_minutes);
        ActivityTimes times{.started = start, .ended = later(start, activity.minutes).at, .pauses = {}};
        for (const SamplePause& pause : activity.pauses) {
            const LocalTime from = later(start, pause.from_minutes);
            times.pauses.push_back({.from = from.at, .to = later(from, pause.minutes).at});
        }
        if (activity.typed) return parcels_.add(edits::record_activity(made, times));
        parcels_.add(edits::start_activity(made, start));
        for (const Pause& pause : times.pauses) {
            Activity paused;
            paused.id = made.id;
            paused.pauses = {{.from = pause.from, .to = std::nullopt}};
            parcels_.add(edits::pause_activity(made.id, {pause.from, start.utc_offset_minutes}));
            parcels_.add(edits::resume_activity(paused, {*pause.to, start.utc_offset_minutes}));
        }
        parcels_.add(edits::stop_activity(made.id, {*times.ended, start.utc_offset_minutes}));
    }

    void add(const SampleActivity& activity) {
        edits::NewActivity made{new_id<ItemId>(random_), activity.kind, activity.place, activity.roles};
        made.inspector = activity.inspector;
        if (!activity.school.empty()) made.school = school_id(inspection_, activity.school);
        add_times(made, activity);
        for (const auto& [question, answer] : activity.record) {
            if (!answer.choice.empty()) parcels_.add(edits::record(made.id, question, answer.choice));
            if (!answer.words.empty()) parcels_.add({edits::first_record_words(made.id, question, answer.words)});
        }
        for (const SampleEntry& entry : activity.entries) {
            add(entry, made.id);
            parcels_.item_ends();
        }
        parcels_.item_ends();
    }

    void add(const SampleEntry& entry, ItemId activity) {
        const ItemId id = id_of(entry.key);
        parcels_.add(edits::create_entry(id, activity));
        parcels_.add({edits::first_words(id, entry.words)});
        for (const std::string& aspect : entry.aspects) parcels_.add(edits::set_aspect(id, aspect, true));
        parcels_.add(edits::set_polarity(id, polarity_of(entry.polarity)));
        if (!entry.impact.empty()) parcels_.add({edits::first_impact(id, entry.impact)});
        add_flags(entry, id);
    }

    void add_flags(const SampleEntry& entry, ItemId id) {
        if (entry.in_confidence) parcels_.add(edits::set_confidence(id, true));
        if (entry.emerging) parcels_.add(edits::set_emerging(id, true));
        if (entry.come_back) parcels_.add(edits::set_come_back(id, true));
        if (entry.reconstructed) parcels_.add(edits::set_reconstructed(id, true));
        if (!entry.disclosure.empty()) parcels_.add(edits::set_disclosure(id, entry.disclosure));
        if (entry.serious_concern) parcels_.add(edits::set_serious_concern(id, true));
        if (entry.follow_up) add_follow_up(*entry.follow_up, id);
        for (const SamplePassedOn& passed : entry.passed_on) {
            PassedOn record;
            record.id = new_id<ItemId>(random_);
            record.entry = id;
            record.about = passed.about;
            record.to = passed.to;
            record.by = passed.by;
            record.at = sample_time(sample_, passed.at_minutes);
            record.words = passed.words;
            parcels_.add(edits::record_passed_on(record));
        }
    }

    void add_follow_up(const SampleFollowUp& follow_up, ItemId id) {
        parcels_.add(edits::set_follow_up(id, true));
        parcels_.add(edits::set_follow_up_owner(id, follow_up.owner));
        for (const std::string& answer : follow_up.answered_by)
            parcels_.add(edits::set_answer(id, id_of(answer), true));
        if (!follow_up.closed.empty()) parcels_.add(edits::close_follow_up(id, follow_up.closed));
    }

    const SampleInspection& sample_;
    InspectionId inspection_;
    const RandomSource& random_;
    SampleParcels& parcels_;
    std::map<std::string, ItemId> keys_;
};

CreateInspection described(const SampleInspection& sample, ByteView pack_json, const RandomSource& random) {
    Inspection inspection;
    inspection.title = sample.title;
    inspection.authority = sample.authority;
    inspection.first_day = sample.first_day;
    inspection.last_day = sample.last_day;
    inspection.lead = sample.lead;
    inspection.team = sample.team;
    inspection.is_sample = true;

    CreateInspection wanted;
    wanted.inspection = new_id<InspectionId>(random);
    wanted.pack.assign(pack_json.begin(), pack_json.end());
    wanted.changes = edits::describe_inspection(wanted.inspection, inspection);
    return wanted;
}

}  // namespace

void open_sample(const SampleInspection& sample, ByteView pack_json, Outbox& out, const RandomSource& random) {
    CreateInspection wanted = described(sample, pack_json, random);
    const InspectionId inspection = wanted.inspection;
    out.create_inspection(std::move(wanted));

    SampleParcels parcels(inspection, out);
    add_sample_schools(sample, inspection, parcels);
    add_sample_plan(sample, inspection, random, parcels);
    Evidence(sample, inspection, random, parcels).add_all();
    add_sample_framework(sample, inspection, random, parcels);
    parcels.send();
}

}  // namespace daybook
