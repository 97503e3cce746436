// A notebook that is handed over, and what the office has of it then: verified, and in any SQLite tool.
// Never through the notebook itself.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/bundle/bundle.h"
#include "office.h"

namespace daybook::bench {

/// A small inspection whose bundles the office can open.
inline Inspection readable_by(const age::Identity& office) {
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(office));
    return described;
}

/// An exported bundle and the key that opens it.
struct Handed {
    age::Identity office;
    Started started;
    Exported exported;
};

inline Handed hand_over(Run& run, bool armored = false) {
    REQUIRE(start_crypto());
    auto office = new_office(run);
    const Started started = start_and_write(run, "Support for governors is well regarded.", readable_by(office));
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    run.tell(Edit{run.next(), started.inspection, edits::set_polarity(started.entry, Polarity::strength)});
    run.tell(Export{started.inspection, armored});
    REQUIRE(run.heard<Exported>() != nullptr);
    return {std::move(office), started, *run.heard<Exported>()};
}

/// What is handed over now, as the office has it: verified, and in any SQLite tool.
struct AtTheOffice {
    AtTheOffice(Run& run, InspectionId inspection, const age::Identity& office) {
        run.tell(Export{inspection, false});
        REQUIRE(run.heard<Exported>() != nullptr);
        auto read = read_bundle(run.heard<Exported>()->file, keys_of(office), run.databases());
        REQUIRE(read);
        database = open_as_a_file(folder, read->database);
        bundle = std::move(*read);
    }
    [[nodiscard]] std::string text(std::string_view sql) const { return one_text(*database, sql); }

    Folder folder;
    std::unique_ptr<Database> database;
    std::optional<OpenedBundle> bundle;
};

/// A notebook whose bundles an office can open; `words` stand in its first entry.
struct HandingOver {
    explicit HandingOver(std::string_view words) {
        REQUIRE(start_crypto());
        office.emplace(new_office(run));
        started = start_and_write(run, std::string(words), readable_by(*office));
    }
    /// Until it is in both copies.
    void tell(const std::vector<Change>& changes) {
        run.tell(Edit{run.next(), started.inspection, changes});
        REQUIRE(run.heard<Durable>() != nullptr);
    }
    [[nodiscard]] AtTheOffice received() { return {run, started.inspection, *office}; }

    Folder folder;
    MemoryJournal journal;
    Run run{folder, journal};
    std::optional<age::Identity> office;
    Started started;
};

}  // namespace daybook::bench
