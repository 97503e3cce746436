// What is on a disk for certain, what may be, and what may be found there after a power cut.
// Never forgets what was flushed, and never trusts what was not.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/faults/dice.h"
#include "tests/faults/disk.h"

namespace daybook::faults {

/// What of the writes that were not flushed is found after the cut.
enum class Cut : std::uint8_t {
    nothing,
    some,           ///< any of them, in their order
    torn,           ///< a beginning, the last of it cut at a multiple of 512 bytes
    beginning,      ///< a beginning
    everything,     ///< the process died, and the power did not fail
    late_truncate,  ///< all of it, but no truncate that only data syncs came after
};
inline constexpr std::size_t cuts = 6;
[[nodiscard]] std::string_view name_of(Cut cut);

/// A folder's files and their bytes.
using Files = std::map<std::string, Bytes>;

class Platter {
public:
    explicit Platter(const std::vector<std::pair<std::string, Bytes>>& beginning);

    void apply(const Operation& operation);
    [[nodiscard]] Files after(Cut cut, Dice& dice) const;

private:
    struct File {
        Bytes flushed;
        Bytes untruncated;  ///< as flushed, if every truncate comes late
        std::vector<Operation> pending;
    };
    using Names = std::map<std::string, int>;

    static void change(Names& names, const Operation& operation);
    static Bytes content(const File& file, Cut cut, Dice& dice);

    std::map<int, File> files_;
    Names names_now_;
    Names names_flushed_;
    std::vector<Operation> pending_names_;
};

/// Everything that was recorded, up to the operation of this number, and then the cut.
[[nodiscard]] Files files_after(const Disk& disk, std::size_t operations, Cut cut, Dice& dice);

void write_files(const Files& files, const std::string& folder);
[[nodiscard]] Files read_files(const std::string& folder);

}  // namespace daybook::faults
