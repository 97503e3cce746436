// A list of schools as the public register saves it: a CSV file, whose columns have the register's names.
// Never a school that the file does not have: a line that cannot be read is told of, and left out.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/notebook/school.h"

namespace daybook {

struct SchoolListLimits {
    static constexpr std::size_t schools = 2000;  ///< of one authority: the largest have some 600
    static constexpr std::size_t fact = 300;      ///< bytes of a name, a type
};

struct ListedSchool {
    std::size_t line = 0;  ///< of the file, from 1
    SchoolFacts facts;     ///< what is empty, the file does not say
};

/// A line that is left out.
struct BadSchoolLine {
    enum class Reason : std::uint8_t {
        no_name,
        no_urn,   ///< what stands there is no number of 5 or 6 digits
        twice,    ///< the number stands in an earlier line
        too_few,  ///< fields
        too_many,
        quotes,    ///< a quotation mark is missing or too many
        too_long,  ///< a field, or the whole
    };
    std::size_t line = 0;
    Reason reason = Reason::no_name;
    std::string said{};          ///< of no_urn: what stands there; of others the name, as far as it is known
    std::size_t other_line = 0;  ///< of twice
    std::size_t fields = 0;      ///< of too_few and too_many
};

/// A school that is not open, and passed over.
struct ClosedSchool {
    std::size_t line = 0;
    SchoolFacts facts;
    std::string status;  ///< as the file says it: "Closed"
};

struct SchoolList {
    std::vector<ListedSchool> schools;  ///< in the file's order
    std::vector<BadSchoolLine> bad;
    std::vector<ClosedSchool> closed;
    std::size_t columns = 0;  ///< of the file
};

/// Reads a list: CSV in UTF-8 or Windows-1252, columns in any order, others passed over. Errc::corrupt, in words for a
/// person, if nothing of it can be used: no CSV, no column URN or EstablishmentName, too many schools or bad lines.
[[nodiscard]] Result<SchoolList> read_school_list(ByteView file);

}  // namespace daybook
