// Kills: a process that types, tags, attaches, exports and migrates is killed at any moment; then the notebook is read.
// Never a second chance: one word that was acknowledged and is not there fails the test.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <map>
#include <ranges>

#include "core/crypto/primitives.h"
#include "core/notebook/notebook.h"
#include "tests/engine/bench.h"
#include "tests/engine/temporary_folder.h"
#include "tests/faults/clear_words.h"
#include "tests/faults/desk.h"
#include "tests/faults/killed.h"
#include "tests/faults/platter.h"
#include "tests/faults/results.h"
#include "tests/faults/typed_run.h"

using namespace daybook;
using namespace daybook::faults;

namespace {

constexpr std::uint64_t daily_seed = 90'210;
constexpr std::size_t wanted_kills = 200;
constexpr std::size_t kills_of_a_notebook = 10;

struct Counts {
    std::uint64_t kills = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t lost = 0;
    std::uint64_t repaired = 0;
    std::uint64_t attachments = 0;  ///< compared, byte for byte
    std::uint64_t longest_unacknowledged_us = 0;
    std::uint64_t bytes_searched = 0;
    std::uint64_t readable_words = 0;
};

/// A notebook that is written in by one process after the other, each killed.
class Killed {
public:
    explicit Killed(std::uint64_t seed) : seed_(seed), dice_(seed) {}

    /// Begins with a notebook of the first format, which is migrated on the way.
    void begin_with_first_format() {
        const std::string sample = std::string(DAYBOOK_TEST_DATA) + "/notebook/v1/";
        put_file(folder_.file("daybook.db"), file_bytes(sample + "daybook.db"));
        put_file(folder_.file("journal.daybook"), file_bytes(sample + "daybook.journal"));
        has_sample_ = true;
    }

    /// One more run and its kill. Empty if all is well.
    std::string run(KillMoment moment, Counts& counts) {
        const std::uint64_t number = runs_.size();
        const LastWords words =
            run_and_kill({DAYBOOK_FAULT_WRITER, folder_.path(), std::to_string(seed_), std::to_string(number)}, moment);
        const Told told = understand(words);
        if (!words.was_killed) return std::format("it ended by itself, with status {}", words.status);
        if (!told.complaints.empty()) return "it complained: " + told.complaints.front();
        ++counts.kills;
        counts.acknowledged += told.durable;
        const ClearWords clear = search_folder(folder_.path(), typed_words);
        counts.bytes_searched += clear.bytes;
        counts.readable_words += clear.found;
        if (clear.found > 0) return "words lie readable in " + clear.where;
        runs_.push_back({told.durable, false});
        if (std::string wrong = read_again(counts); !wrong.empty()) return wrong;
        note_unacknowledged(words, told, counts);
        return {};
    }

    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

private:
    struct Run {
        std::uint64_t there = 0;  ///< the number of the last edit that is in the notebook
        bool is_settled = false;  ///< it was read since: no more and no fewer may be there from now on
    };

    std::string read_again(Counts& counts);
    std::string compare(Desk& desk, const Notebook& notebook, std::uint64_t number, Counts& counts);
    std::string compare_attachment(Desk& desk, const TypedAttachment& typed, Counts& counts) const;
    std::string compare_sample(const Unlocked& unlocked);
    void note_unacknowledged(const LastWords& words, const Told& told, Counts& counts) const;

    std::uint64_t seed_;
    Dice dice_;
    TemporaryFolder folder_;
    std::vector<Run> runs_;
    bool has_sample_ = false;
    std::vector<Bytes> sample_;
};

std::string Killed::read_again(Counts& counts) {
    Desk desk(folder_.path(), dice_);
    counts.repaired += desk.found().words.empty() ? 0U : 1U;
    const bool something_promised =
        has_sample_ || std::ranges::any_of(runs_, [](const Run& run) { return run.there > 0; });
    if (desk.found().state == EngineState::first_start && !something_promised) return {};
    desk.tell(Unlock{bench::passcode});
    if (desk.heard<Unlocked>() == nullptr) return "it does not open: " + desk.found().words;
    const Unlocked unlocked = *desk.heard<Unlocked>();
    if (has_sample_) {
        if (std::string wrong = compare_sample(unlocked); !wrong.empty()) return wrong;
    }
    const auto notebook = bench::fold(unlocked, typed_inspection(seed_));
    for (std::uint64_t number = 0; number < runs_.size(); ++number) {
        if (std::string wrong = compare(desk, notebook, number, counts); !wrong.empty())
            return std::format("run {}: {}", number, wrong);
    }
    return {};
}

/// What one run wrote: all of a beginning of it that reaches at least to what was acknowledged.
std::string Killed::compare(Desk& desk, const Notebook& notebook, std::uint64_t number, Counts& counts) {
    Run& run = runs_[number];
    std::uint64_t there = notebook.items().find(Notebook::root(notebook.id())) != nullptr ? 1 : 0;
    if (notebook.activity(typed_activity(seed_, number)) != nullptr) there = 2;
    for (std::uint64_t n = 0;; ++n) {
        const TypedEntry typed = typed_entry(seed_, number, n);
        const Entry* entry = notebook.entry(typed.id);
        if (entry == nullptr) break;
        const bool before_is_whole = there == (n == 0 ? 2 : typed_entry(seed_, number, n - 1).last_number());
        if (!before_is_whole) return "an entry is there, and what was written before it is not";
        there = typed.first_number;
        const auto stroke = std::ranges::find(typed.words, entry->words);
        if (!entry->words.empty() && stroke == typed.words.end()) return "an entry has words that were not typed";
        if (!entry->words.empty()) there += 1 + static_cast<std::uint64_t>(stroke - typed.words.begin());
        if (!entry->aspects.empty()) {
            if (there != typed.first_number + EntryNumbers::strokes)
                return "a tag is there, and words before it are not";
            there = typed.first_number + EntryNumbers::aspect;
        }
        const TypedAttachment attached = typed_attachment(seed_, number, n);
        if (notebook.attachment(attached.id) == nullptr) continue;
        if (!typed.has_attachment || there != typed.first_number + EntryNumbers::aspect)
            return "an attachment is there, and what was written before it is not";
        if (std::string wrong = compare_attachment(desk, attached, counts); !wrong.empty()) return wrong;
        there = typed.first_number + EntryNumbers::attachment;
    }
    if (there < run.there) return std::format("edit {} was acknowledged, the last one there is {}", run.there, there);
    // The inspection is one for all runs: whichever comes to it first has made it.
    constexpr std::uint64_t inspection = 1;
    if (run.is_settled && std::max(there, inspection) != std::max(run.there, inspection)) {
        return "more is there than was read before";
    }
    run = {there, true};
    return {};
}

std::string Killed::compare_attachment(Desk& desk, const TypedAttachment& typed, Counts& counts) const {
    desk.tell(ReadAttachment{typed_inspection(seed_), typed.id});
    const auto* read = desk.heard<AttachmentRead>();
    if (read == nullptr) return "an attachment was asked for, and nothing was answered";
    if (!read->complaint.empty()) return "an attachment is there and cannot be read: " + read->complaint;
    if (read->content != typed.content) return "an attachment is not what was attached";
    ++counts.attachments;
    return {};
}

std::string Killed::compare_sample(const Unlocked& unlocked) {
    for (const OpenInspection& open : unlocked.inspections) {
        if (open.inspection == typed_inspection(seed_)) continue;
        if (sample_.empty()) sample_ = open.revisions;
        return sample_.size() > 1 && sample_ == open.revisions ? "" : "the old notebook is not what it was";
    }
    return "the old notebook is not there";
}

/// How old the oldest words were that went with the process.
void Killed::note_unacknowledged(const LastWords& words, const Told& told, Counts& counts) const {
    for (const auto& [number, at] : told.sent) {
        if (number <= runs_.back().there) continue;
        const auto age = static_cast<std::uint64_t>(std::max<std::int64_t>(0, words.killed_at - at));
        counts.longest_unacknowledged_us = std::max(counts.longest_unacknowledged_us, age);
        return;
    }
}

/// Often while it starts, or migrates; else anywhere in the first hundred and fifty of its lines.
KillMoment choose(Dice& dice, bool is_new) {
    if (dice.below(is_new ? 2 : 5) == 0) return {1, static_cast<std::int64_t>(dice.below(40'000))};
    return {1 + dice.below(150), static_cast<std::int64_t>(dice.below(3000))};
}

}  // namespace

TEST_CASE("kills: nothing that was acknowledged is missing, and nothing readable is left behind") {
    REQUIRE(start_crypto());
    const std::uint64_t number = seed(daily_seed);
    Dice dice(number);
    Counts counts;
    for (std::size_t notebook = 0; notebook < share_of(wanted_kills) / kills_of_a_notebook; ++notebook) {
        Killed killed(number + 1'000'000 * (notebook + 1));
        if (notebook % 2 == 1) killed.begin_with_first_format();
        for (std::size_t n = 0; n < kills_of_a_notebook; ++n) {
            const KillMoment moment = choose(dice, n == 0);
            const std::string wrong = killed.run(moment, counts);
            counts.lost += wrong.empty() ? 0U : 1U;
            CHECK_MESSAGE(wrong == "", std::format("seed {}, notebook {}, kill {}, after {} lines and {} us", number,
                                                   notebook, n, moment.lines, moment.microseconds));
        }
    }
    CHECK(counts.kills == share_of(wanted_kills));
    CHECK(counts.acknowledged > counts.kills);
    CHECK(counts.attachments > 0);
    report("kills natively", {{"seed", number},
                              {"kills", counts.kills},
                              {"acknowledged", counts.acknowledged},
                              {"lost", counts.lost},
                              {"repaired", counts.repaired},
                              {"attachments compared", counts.attachments},
                              {"longest unacknowledged text in ms", counts.longest_unacknowledged_us / 1000},
                              {"bytes searched for plaintext", counts.bytes_searched},
                              {"found", counts.readable_words}});
}

TEST_CASE("kills: a word that is planted in a notebook's folder is found, in either form") {
    const TemporaryFolder folder;
    Bytes bytes(10'000, 0x55);
    put_file(folder.file("other.bin"), bytes);
    CHECK(search_folder(folder.path(), typed_words).found == 0);
    CHECK(search_folder(folder.path(), typed_words).bytes == bytes.size());
    for (const std::string_view word : typed_words) {
        for (const std::string& form : {std::string(word), to_utf16(word)}) {
            Bytes planted = bytes;
            std::ranges::copy(form, planted.begin() + 777);
            put_file(folder.file("daybook.db-wal"), planted);
            CHECK(search_folder(folder.path(), typed_words).found == 1);
        }
    }
}
