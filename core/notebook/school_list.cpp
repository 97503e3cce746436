#include "core/notebook/school_list.h"

#include <algorithm>
#include <format>
#include <map>
#include <optional>
#include <string_view>

#include "core/base/csv.h"
#include "core/base/letters.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

// More than these, and it is no list of an authority's schools.
constexpr std::size_t most_bad_lines = 1000;

/// A column's name in the public register, and the fact that it has.
struct Column {
    std::string_view name;
    std::string SchoolFacts::* fact;
};
constexpr std::array<Column, 6> columns{{{"URN", &SchoolFacts::urn},
                                         {"EstablishmentName", &SchoolFacts::name},
                                         {"TypeOfEstablishment (name)", &SchoolFacts::type},
                                         {"PhaseOfEducation (name)", &SchoolFacts::phase},
                                         {"OfstedRating (name)", &SchoolFacts::rating},
                                         {"LA (name)", &SchoolFacts::authority}}};
constexpr std::string_view status_column = "EstablishmentStatus (name)";

/// In one line, without blanks around it.
std::string tidy(std::string_view text) {
    std::string tidied;
    bool gap = false;
    for (const char one : text) {
        const bool blank = static_cast<unsigned char>(one) <= 0x20 || one == 0x7F;
        if (blank) {
            gap = !tidied.empty();
            continue;
        }
        if (gap) tidied += ' ';
        gap = false;
        tidied += one;
    }
    return tidied;
}

/// Where each of our columns is in the file.
struct Header {
    std::array<std::optional<std::size_t>, columns.size()> places{};
    std::optional<std::size_t> status;
    std::size_t count = 0;
};

std::optional<std::size_t> place_of(const std::vector<std::string>& names, std::string_view wanted) {
    const auto found = std::ranges::find_if(
        names, [&](const std::string& one) { return plain_letters(one) == plain_letters(wanted); });
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

Result<Header> read_header(const CsvRecord& record) {
    Header header;
    if (record.fault == CsvRecord::Fault::none) {
        std::vector<std::string> names;
        for (const std::string& field : record.fields) names.push_back(tidy(field));
        for (std::size_t column = 0; column < columns.size(); ++column)
            header.places.at(column) = place_of(names, columns.at(column).name);
        header.status = place_of(names, status_column);
        header.count = names.size();
    }
    if (header.places[0] && header.places[1]) return header;
    const bool other_separator =
        record.fields.size() == 1 && (record.fields[0].contains(';') || record.fields[0].contains('\t'));
    if (other_separator && record.fault == CsvRecord::Fault::none) {
        return fail(
            Errc::corrupt,
            "The columns of this file are not separated by commas. Save it again as “CSV UTF-8 (comma delimited)”.");
    }
    const std::string_view lacking = header.places[0] ? columns[1].name : columns[0].name;
    return fail(Errc::corrupt, std::format("The first line of this file has no column “{}”. Looked for were “URN” and "
                                           "“EstablishmentName”, as the public register of schools names them.",
                                           lacking));
}

bool is_open(std::string_view status) {
    return status.empty() || plain_letters(status).starts_with("open");
}

std::string shortened(std::string_view text) {
    constexpr std::size_t enough = 60;
    if (text.size() <= enough) return std::string(text);
    return std::string(text.substr(0, character_start(text, enough))) + "…";
}

/// Takes in one record after the other.
class ListReader {
public:
    explicit ListReader(Header header) : header_(header) { list_.columns = header.count; }

    void take(const CsvRecord& record);
    [[nodiscard]] bool is_hopeless() const {
        return list_.bad.size() > most_bad_lines || list_.schools.size() > SchoolListLimits::schools;
    }
    [[nodiscard]] Result<SchoolList> finish();

private:
    using Reason = BadSchoolLine::Reason;
    [[nodiscard]] SchoolFacts facts_of(const CsvRecord& record) const;
    [[nodiscard]] std::optional<BadSchoolLine> objection(const CsvRecord& record, const SchoolFacts& facts) const;

    Header header_;
    SchoolList list_;
    std::map<std::string, std::size_t> lines_;  // of each number
};

SchoolFacts ListReader::facts_of(const CsvRecord& record) const {
    SchoolFacts facts;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto place = header_.places.at(column);
        if (place && *place < record.fields.size()) facts.*columns.at(column).fact = tidy(record.fields[*place]);
    }
    return facts;
}

std::optional<BadSchoolLine> ListReader::objection(const CsvRecord& record, const SchoolFacts& facts) const {
    const auto bad = [&](Reason reason, std::string_view said) {
        return BadSchoolLine{.line = record.line, .reason = reason, .said = shortened(said)};
    };
    if (record.fields.size() != header_.count) {
        BadSchoolLine line = bad(record.fields.size() < header_.count ? Reason::too_few : Reason::too_many, facts.name);
        line.fields = record.fields.size();
        return line;
    }
    if (std::ranges::any_of(columns,
                            [&](const Column& one) { return (facts.*one.fact).size() > SchoolListLimits::fact; }))
        return bad(Reason::too_long, facts.name);
    if (!is_urn(facts.urn)) return bad(Reason::no_urn, facts.urn);
    if (facts.name.empty()) return bad(Reason::no_name, facts.urn);
    if (const auto before = lines_.find(facts.urn); before != lines_.end()) {
        BadSchoolLine line = bad(Reason::twice, facts.name);
        line.other_line = before->second;
        return line;
    }
    return std::nullopt;
}

void ListReader::take(const CsvRecord& record) {
    if (record.fault != CsvRecord::Fault::none) {
        const Reason reason = record.fault == CsvRecord::Fault::quotes ? Reason::quotes : Reason::too_long;
        list_.bad.push_back({.line = record.line, .reason = reason});
        return;
    }
    // A spreadsheet saves an empty line as commas.
    if (std::ranges::all_of(record.fields, [](const std::string& one) { return tidy(one).empty(); })) return;
    SchoolFacts facts = facts_of(record);
    if (auto bad = objection(record, facts)) {
        list_.bad.push_back(std::move(*bad));
        return;
    }
    lines_.emplace(facts.urn, record.line);
    const std::string status =
        header_.status && *header_.status < record.fields.size() ? tidy(record.fields[*header_.status]) : std::string();
    if (is_open(status)) {
        list_.schools.push_back({record.line, std::move(facts)});
    } else {
        list_.closed.push_back({record.line, std::move(facts), shortened(status)});
    }
}

Result<SchoolList> ListReader::finish() {
    if (list_.schools.size() > SchoolListLimits::schools) {
        return fail(Errc::corrupt, std::format("The file has more than {} schools. Save those of the authority that is "
                                               "inspected as a file of their own.",
                                               SchoolListLimits::schools));
    }
    if (list_.bad.size() > most_bad_lines) {
        return fail(
            Errc::corrupt,
            std::format(
                "More than {} lines of the file cannot be read, the first of them line {}. Nothing was imported.",
                most_bad_lines, list_.bad.front().line));
    }
    return std::move(list_);
}

}  // namespace

Result<SchoolList> read_school_list(ByteView file) {
    auto reader = CsvReader::open(file);
    if (!reader) return pass_on(reader.error());
    CsvRecord record;
    if (!reader->next(record)) return fail(Errc::corrupt, "The file is empty.");
    const auto header = read_header(record);
    if (!header) return pass_on(header.error());
    ListReader list(*header);
    while (!list.is_hopeless() && reader->next(record)) list.take(record);
    if (reader->was_cut())
        return fail(Errc::corrupt, std::format("The file has more than {} lines. Save those of the authority that is "
                                               "inspected as a file of their own.",
                                               CsvLimits::records));
    return list.finish();
}

}  // namespace daybook
