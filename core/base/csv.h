// Tables as spreadsheets save them: comma-separated values (RFC 4180), record by record, from a stranger's bytes.
// Never knows what a column means, and never gives up on a file because one record of it is broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

struct CsvLimits {
    static constexpr std::size_t bytes = std::size_t{16} * 1024 * 1024;
    static constexpr std::size_t records = 100'000;
    static constexpr std::size_t fields = 400;        ///< of one record
    static constexpr std::size_t field = 4096;        ///< bytes of one
    static constexpr std::size_t record = 32 * 1024;  ///< bytes of one
};

struct CsvRecord {
    enum class Fault : std::uint8_t {
        none,
        quotes,    ///< a quotation mark is missing, or stands where none can
        too_long,  ///< a field or the record has more bytes, or the record more fields, than CsvLimits
    };
    std::size_t line = 0;             ///< of the file, from 1, on which it begins
    std::vector<std::string> fields;  ///< not to be used if there is a fault
    Fault fault = Fault::none;
};

/// Reads the records one after the other: lines end in CR LF, LF or CR; quoted fields may have line breaks and
/// doubled quotes. Empty lines are passed over. Behind a record with a fault it goes on with the line after that on
/// which the record begins: a quotation mark that is missing costs one record.
class CsvReader {
public:
    /// A byte order mark is passed over; what is not UTF-8 is read as Windows-1252. Errc::corrupt, in words for a
    /// person, of what is empty, too large, or no such text: another kind of file, or UTF-16.
    [[nodiscard]] static Result<CsvReader> open(ByteView file);

    /// False if there are no more, or too many: see was_cut().
    [[nodiscard]] bool next(CsvRecord& record);
    /// True if there were more records than CsvLimits::records.
    [[nodiscard]] bool was_cut() const { return cut_; }

private:
    explicit CsvReader(std::string text) : text_(std::move(text)) {}
    [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
    [[nodiscard]] bool is_at_line_end() const;
    void pass_line_end();
    void pass_empty_lines();
    void pass_line();
    [[nodiscard]] CsvRecord::Fault read_record(CsvRecord& record);
    [[nodiscard]] CsvRecord::Fault read_field(std::string& field, std::size_t most);
    [[nodiscard]] CsvRecord::Fault read_quoted(std::string& field, std::size_t most);

    std::string text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t records_ = 0;
    bool cut_ = false;
};

}  // namespace daybook
