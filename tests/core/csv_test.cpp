// Comma-separated values: fields, quotes, line ends and encodings; and that no bytes do any harm.
#include "core/base/csv.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/base/windows_1252.h"

namespace daybook::testing {
namespace {

using Fields = std::vector<std::string>;
using Fault = CsvRecord::Fault;

std::vector<CsvRecord> records_of(std::string_view text) {
    auto reader = CsvReader::open(as_bytes(text));
    REQUIRE_MESSAGE(reader.has_value(), text);
    std::vector<CsvRecord> records;
    CsvRecord record;
    while (reader->next(record)) records.push_back(record);
    return records;
}

CsvRecord only(std::string_view text) {
    auto records = records_of(text);
    REQUIRE(records.size() == 1);
    return records.front();
}

std::string refusal(std::string_view text) {
    const auto reader = CsvReader::open(as_bytes(text));
    return reader ? std::string() : reader.error().what;
}

}  // namespace

TEST_CASE("csv: fields are what stands between commas, blanks and quotation marks within them included") {
    CHECK(only("a,b,c").fields == Fields{"a", "b", "c"});
    CHECK(only("a,,").fields == Fields{"a", "", ""});
    CHECK(only(" a , b ").fields == Fields{" a ", " b "});
    CHECK(only("St \"Mary's\" School,b").fields == Fields{"St \"Mary's\" School", "b"});
}

TEST_CASE("csv: quoted fields have commas, line breaks, and quotation marks that are written twice") {
    CHECK(only("\"a, b\",c").fields == Fields{"a, b", "c"});
    CHECK(only("\"a\r\nb\",c").fields == Fields{"a\r\nb", "c"});
    CHECK(only("\"say \"\"when\"\"\",\"\"").fields == Fields{"say \"when\"", ""});
    CHECK(only("\"\"\"\"").fields == Fields{"\""});
}

TEST_CASE("csv: lines end in CR LF, LF or CR, and each record has the number of the line on which it begins") {
    for (const std::string end : {"\r\n", "\n", "\r"}) {
        CAPTURE(end.size());
        const auto records = records_of("a" + end + end + "\"b" + end + "b\",c" + end + "d");
        REQUIRE(records.size() == 3);
        CHECK(records[0].line == 1);
        CHECK(records[1].line == 3);
        CHECK(records[1].fields == Fields{"b" + end + "b", "c"});
        CHECK(records[2].line == 5);
        CHECK(records_of("a" + end).size() == 1);
    }
}

TEST_CASE("csv: a byte order mark is passed over, and what is not UTF-8 is read as Windows-1252") {
    CHECK(only("\xEF\xBB\xBFURN,x").fields == Fields{"URN", "x"});
    CHECK(only("C\xC3\xB4te").fields == Fields{"Côte"});
    CHECK(only("C\xF4te").fields == Fields{"Côte"});
    CHECK(only("St Mary\x92s \x96 caf\xE9 \x80").fields == Fields{"St Mary’s – café €"});
    CHECK(utf8_from_windows_1252("\x81\x9F\xFF") == "\uFFFDŸÿ");
    std::string all;
    for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK(is_utf8(utf8_from_windows_1252(all)));
}

TEST_CASE("csv: a quotation mark that is missing costs one record, and the next line is read") {
    const auto records = records_of("a,b\n\"c,d\ne,f\n");
    REQUIRE(records.size() == 3);
    CHECK(records[1].fault == Fault::quotes);
    CHECK(records[1].line == 2);
    CHECK(records[2].fields == Fields{"e", "f"});
    CHECK(records[2].line == 3);
}

TEST_CASE("csv: what stands behind a closing quotation mark is a fault, wherever the record goes on") {
    const auto records = records_of("\"a\"b,c\n\"d\" ,e\nf,\"g\n\"h\ni\n");
    REQUIRE(records.size() == 5);
    CHECK(records[0].fault == Fault::quotes);
    CHECK(records[1].fault == Fault::quotes);
    CHECK(records[2].fault == Fault::quotes);
    CHECK(records[2].line == 3);
    CHECK(records[3].fault == Fault::quotes);  // "h: a quotation mark that is never closed
    CHECK(records[4].fields == Fields{"i"});
    CHECK(records[4].line == 5);
}

TEST_CASE("csv: fields and records at the limits are read, and beyond them they are a fault of that record alone") {
    const std::string longest(CsvLimits::field, 'x');
    CHECK(only(longest).fault == Fault::none);
    CHECK(only("\"" + longest + "\"").fields == Fields{longest});
    for (const std::string& one : {longest + "x", "\"" + longest + "x\"", "\"" + longest + "\"\"\""}) {
        const auto records = records_of(one + "\nb");
        REQUIRE(records.size() == 2);
        CHECK(records[0].fault == Fault::too_long);
        CHECK(records[1].fields == Fields{"b"});
    }
    const std::string most(CsvLimits::fields - 1, ',');
    CHECK(only("a" + most).fields.size() == CsvLimits::fields);
    CHECK(only("a," + most).fault == Fault::too_long);
    std::string wide;
    for (int n = 0; n < 9; ++n) wide += longest + ",";
    CHECK(only(wide).fault == Fault::too_long);
}

TEST_CASE("csv: a field of a megabyte is a fault, quoted or not, and the lines after it are read") {
    const std::string megabyte(1'000'000, 'y');
    for (const std::string& one : {megabyte, "\"" + megabyte + "\"", "\"" + megabyte}) {
        const auto records = records_of("a,b\n" + one + ",c\nd,e\n");
        REQUIRE(records.size() == 3);
        CHECK(records[1].fault == Fault::too_long);
        CHECK(records[2].fields == Fields{"d", "e"});
        CHECK(records[2].line == 3);
    }
}

TEST_CASE("csv: a hundred thousand records are read, and of more it says that there were more") {
    std::string text;
    for (std::size_t n = 0; n < CsvLimits::records; ++n) text += "a,\"b\"\n";
    for (const bool one_more : {false, true}) {
        const std::string file = one_more ? text + "c\n" : text;
        auto reader = CsvReader::open(as_bytes(file));
        REQUIRE(reader);
        CsvRecord record;
        std::size_t count = 0;
        while (reader->next(record)) ++count;
        CHECK(count == CsvLimits::records);
        CHECK(reader->was_cut() == one_more);
    }
}

TEST_CASE("csv: what is no such text is refused, each in words that say what to do") {
    CHECK(refusal("") == "The file is empty.");
    CHECK(refusal("\xEF\xBB\xBF\r\n,,\n") == "The file is empty.");
    CHECK(refusal(std::string_view("a\0b", 3)).contains("no text"));
    CHECK(refusal(std::string_view("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)).contains("no CSV file"));
    CHECK(refusal(std::string_view("PK\x03\x04\x14\0\x06\0", 8)).contains("no CSV file"));
    CHECK(refusal(std::string_view("\xFF\xFEU\0R\0N\0", 8)).contains("UTF-16"));
    CHECK(refusal(std::string_view("\xFE\xFF\0U\0R\0N", 8)).contains("UTF-16"));
    CHECK(refusal(std::string(CsvLimits::bytes + 1, 'a')).contains("larger than 16 MB"));
    CHECK(refusal(std::string(CsvLimits::bytes, 'a')).empty());
}

TEST_CASE("csv: random bytes are read or refused, every record moves on by a line, and all of it is UTF-8") {
    std::mt19937 dice(20151);
    const std::string_view likely = "\"\"\",,\r\n\n\na\xE9\xC3\xA9 ";
    std::size_t faults = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t size = dice() % 300;
        for (std::size_t n = 0; n < size; ++n) {
            text += dice() % 8 == 0 ? static_cast<char>(1 + dice() % 255) : likely[dice() % likely.size()];
        }
        auto reader = CsvReader::open(as_bytes(text));
        if (!reader) continue;
        CsvRecord record;
        std::size_t line = 0;
        while (reader->next(record)) {
            REQUIRE(record.line > line);
            line = record.line;
            if (record.fault != Fault::none) {
                ++faults;
                continue;
            }
            REQUIRE_FALSE(record.fields.empty());
            for (const std::string& field : record.fields) REQUIRE(is_utf8(field));
        }
    }
    CHECK(faults > 100);
}

}  // namespace daybook::testing
