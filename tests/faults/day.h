// An inspector's day, scripted: what is done, in order, with the promises noted where they were made.
// Never stops because something failed: it tries again, as the app does, and goes on.
#pragma once

#include <memory>
#include <string>

#include "core/notebook/notebook.h"
#include "tests/faults/account.h"
#include "tests/faults/disk.h"
#include "tests/faults/typist.h"

namespace daybook::faults {

/// How much is done in it.
struct Load {
    std::size_t entries = 10;
    std::size_t strokes = 5;  ///< of each entry, after its first words
    std::size_t attachment_size = 40'000;
    bool restarts = true;  ///< the process ends in the middle of the day, and another begins
};

class Day {
public:
    /// `disk` watches `folder`. The same seed makes the same day, byte for byte.
    /// `before` is what the folder holds already.
    Day(std::string folder, const Disk& disk, std::uint64_t seed, Account before = {})
        : folder_(std::move(folder)), disk_(disk), dice_(seed), account_(std::move(before)) {}
    Day(const Day&) = delete;
    Day& operator=(const Day&) = delete;

    void run(const Load& load);
    /// Goes on in the inspection that is there already: unlocks, starts a meeting, writes, and once starts again.
    void resume(const Load& load);
    [[nodiscard]] const Account& account() const { return account_; }

private:
    /// Ends the process that was, and starts another. False if nothing can be written there.
    bool restart();
    bool unlock();
    void begin();
    InspectionId create_inspection();
    void write_entry(const Load& load);
    void write_and_erase_another(const Load& load);
    void change_passcode();
    void attach(ItemId entry, std::size_t size);
    /// A sheet with two strokes, the first of them in two pieces; the second is erased.
    void draw(ItemId entry);
    /// Puts the entry's first words in confidence by themselves.
    void mark_first_words(ItemId entry);
    void edit(std::vector<Change> changes);

    void tell(Command command);
    /// True if the last edit is in the notebook, on disk or not.
    [[nodiscard]] bool was_taken() const;
    void hear(const Event& event);

    std::string folder_;
    const Disk& disk_;
    Dice dice_;
    Account account_;
    std::unique_ptr<Desk> desk_;
    DeviceId device_;
    InspectionId inspection_;
    ItemId activity_;
    std::uint64_t number_ = 0;
    std::uint64_t entries_ = 0;
    bool refused_ = false;  // what was told last
};

}  // namespace daybook::faults
