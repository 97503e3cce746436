#include "core/base/csv.h"

#include <algorithm>
#include <format>
#include <utility>

#include "core/base/utf8.h"
#include "core/base/windows_1252.h"

namespace daybook {

Result<CsvReader> CsvReader::open(ByteView file) {
    std::string_view text = as_text(file);
    if (text.size() > CsvLimits::bytes) {
        return fail(Errc::corrupt,
                    std::format("The file is larger than {} MB. Save the part that is needed as a file of its own.",
                                CsvLimits::bytes / (1024 * 1024)));
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return fail(Errc::corrupt, "The file is text in UTF-16. Save it again as “CSV UTF-8”.");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.contains('\0')) {
        return fail(Errc::corrupt,
                    "The file is no text, so it is no CSV file. From a spreadsheet, save it as “CSV UTF-8”.");
    }
    if (text.find_first_not_of(" \t\r\n,") == std::string_view::npos) return fail(Errc::corrupt, "The file is empty.");
    return CsvReader(is_utf8(text) ? std::string(text) : utf8_from_windows_1252(text));
}

bool CsvReader::is_at_line_end() const {
    return is_at_end() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvReader::pass_line_end() {
    if (is_at_end()) return;
    const bool both = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += both ? 2 : 1;
    ++line_;
}

void CsvReader::pass_empty_lines() {
    while (!is_at_end() && is_at_line_end()) pass_line_end();
}

void CsvReader::pass_line() {
    at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    pass_line_end();
}

bool CsvReader::next(CsvRecord& record) {
    pass_empty_lines();
    if (is_at_end()) return false;
    if (records_ == CsvLimits::records) {
        cut_ = true;
        return false;
    }
    ++records_;
    const std::size_t began = at_;
    record.line = line_;
    record.fault = read_record(record);
    if (record.fault == CsvRecord::Fault::none) return true;
    at_ = began;
    line_ = record.line;
    pass_line();
    return true;
}

CsvRecord::Fault CsvReader::read_record(CsvRecord& record) {
    using Fault = CsvRecord::Fault;
    std::size_t room = CsvLimits::record;
    for (std::size_t count = 0; count < CsvLimits::fields; ++count) {
        if (count == record.fields.size()) record.fields.emplace_back();
        std::string& field = record.fields[count];
        field.clear();
        const Fault fault = read_field(field, std::min(room, CsvLimits::field));
        if (fault != Fault::none) return fault;
        room -= field.size();
        if (is_at_line_end()) {
            pass_line_end();
            record.fields.resize(count + 1);
            return Fault::none;
        }
        ++at_;  // the comma
    }
    return Fault::too_long;
}

/// Leaves at_ at a comma, or at the end of the line. A quotation mark within a field that does not begin with one is
/// a sign like others: there is only one way to read it.
CsvRecord::Fault CsvReader::read_field(std::string& field, std::size_t most) {
    if (!is_at_end() && text_[at_] == '"') return read_quoted(field, most);
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    if (end - at_ > most) return CsvRecord::Fault::too_long;
    field.assign(text_, at_, end - at_);
    at_ = end;
    return CsvRecord::Fault::none;
}

CsvRecord::Fault CsvReader::read_quoted(std::string& field, std::size_t most) {
    using Fault = CsvRecord::Fault;
    ++at_;
    while (true) {
        const std::size_t quote = text_.find('"', at_);
        const std::size_t end = std::min(quote, text_.size());
        if (end - at_ > most - field.size()) return Fault::too_long;
        field.append(text_, at_, end - at_);
        // Every line end within counts: CR LF is one.
        for (std::size_t one = at_; one < end; ++one) {
            const bool second = text_[one] == '\n' && one > at_ && text_[one - 1] == '\r';
            if ((text_[one] == '\n' && !second) || text_[one] == '\r') ++line_;
        }
        if (quote == std::string_view::npos) return Fault::quotes;
        at_ = quote + 1;
        const bool doubled = !is_at_end() && text_[at_] == '"';
        if (!doubled) break;
        if (field.size() == most) return Fault::too_long;
        field += '"';
        ++at_;
    }
    return is_at_line_end() || text_[at_] == ',' ? Fault::none : Fault::quotes;
}

}  // namespace daybook
