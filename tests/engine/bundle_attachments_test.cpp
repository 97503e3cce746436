// Attachments in a bundle: each is there as it was attached, or the bundle does not open as sound.
// Never a picture shown that nobody attached.
#include <map>

#include "attachments.h"
#include "core/bundle/bundle.h"
#include "office.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

constexpr std::size_t piece = AttachmentBounds::piece;

/// A notebook with two photographs of one entry, handed over.
struct Handed {
    explicit Handed(Run& run) : office(new_office(run)) {
        Inspection described = small_inspection();
        described.office_recipient = age::to_text(age::recipient_of(office));
        started = start_and_write(run, "The letter is on the wall.", described);
        first = attach(run, started, first_file);
        second = attach(run, started, second_file);
        run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
        run.tell(Edit{run.next(), started.inspection, edits::set_retired(second, true)});
        run.tell(Edit{run.next(),
                      started.inspection,
                      {Splice{first, std::string(words::gist), {}, 0, 0, "The notice about reading"}}});
        REQUIRE(run.heard<Durable>() != nullptr);
        exported = hand_over(run);
    }

    Exported hand_over(Run& run) const {
        run.tell(Export{started.inspection, false});
        REQUIRE(run.heard<Exported>() != nullptr);
        return *run.heard<Exported>();
    }
    [[nodiscard]] OpenedBundle open(Run& run) const {
        auto opened = read_bundle(exported.file, keys_of(office), run.databases());
        REQUIRE_MESSAGE(opened, (opened ? "" : opened.error().what));
        return std::move(*opened);
    }

    age::Identity office;
    Started started;
    Bytes first_file = some_file(2 * piece + 7, 1);
    Bytes second_file = some_file(900, 2);
    ItemId first;
    ItemId second;
    Exported exported;
};

Bytes one_blob(Database& database, const std::string& sql) {
    auto statement = database.prepare(sql);
    REQUIRE(statement);
    REQUIRE((*statement)->step().value_or(false));
    const ByteView blob = (*statement)->column_blob(0);
    return {blob.begin(), blob.end()};
}

/// The bundle's database after somebody changed it.
Result<OpenedBundle> opened_after(const OpenedBundle& bundle, const std::string& sql, Run& run) {
    const Folder work;
    auto database = open_as_a_file(work, bundle.database);
    const auto changed = database->execute(sql);
    REQUIRE_MESSAGE(changed, (changed ? sql : sql + ": " + changed.error().what));
    const auto image = database->serialize();
    REQUIRE(image);
    return read_bundle_database(*image, run.databases());
}

}  // namespace

TEST_CASE("bundle: attachments are in it as they were attached, and any SQLite tool can take them out") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed(run);
    CHECK(handed.exported.attachments == 2);
    CHECK(handed.exported.attachments_left_out == 0);
    const OpenedBundle opened = handed.open(run);
    CHECK(opened.manifest.attachments.size() == 2);
    REQUIRE(opened.notebook.attachment(handed.first) != nullptr);
    CHECK(opened.notebook.attachment(handed.first)->gist == "The notice about reading");

    const Folder office;
    auto database = open_as_a_file(office, opened.database);
    const auto of = [](ItemId id) { return " WHERE id = '" + id.hex() + "'"; };
    CHECK(one_blob(*database, "SELECT content FROM attachments" + of(handed.first)) == handed.first_file);
    CHECK(one_blob(*database, "SELECT content FROM attachments" + of(handed.second)) == handed.second_file);
    const auto text = [&](const std::string& column) {
        return one_text(*database, "SELECT " + column + " FROM attachments" + of(handed.first));
    };
    CHECK(text("gist") == "The notice about reading");
    CHECK(text("media_type") == "image/jpeg");
    CHECK(text("size") == std::to_string(handed.first_file.size()));
    CHECK(text("file_name") == handed.first.hex() + ".jpg");
    CHECK(text("entry") == handed.started.entry.hex());
    CHECK(text("in_confidence") == "1");
    CHECK(text("inspector") == "R. Hale");
    CHECK(text("retired") == "0");
    CHECK(one_text(*database, "SELECT retired FROM attachments" + of(handed.second)) == "1");
    CHECK(one_text(*database, "SELECT blake2b_256 FROM attachment" + of(handed.first)) ==
          to_hex(blake2b_256(handed.first_file)));
    CHECK(one_text(*database, "PRAGMA integrity_check") == "ok");
}

TEST_CASE(
    "bundle: an attachment that is missing, changed, swapped or added is noticed, and it is said what does not hold") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed(run);
    const OpenedBundle opened = handed.open(run);
    const std::string first = "'" + handed.first.hex() + "'";
    const std::string second = "'" + handed.second.hex() + "'";
    struct Tampering {
        std::string sql;
        std::string_view said;
    };
    const std::vector<Tampering> all{
        {"DELETE FROM attachment WHERE id = " + first, "is missing"},
        {"UPDATE attachment SET content = NULL WHERE id = " + first, "is missing"},
        {"UPDATE attachment SET content = zeroblob(length(content)) WHERE id = " + first, "was changed"},
        {"UPDATE attachment SET content = x'' WHERE id = " + first, "was changed"},
        {"UPDATE attachment SET content = substr(content, 2) WHERE id = " + first, "was changed"},
        {"UPDATE attachment SET content = content || x'00' WHERE id = " + second, "was changed"},
        {"UPDATE attachment SET content = (SELECT content FROM attachment AS other WHERE other.id <> attachment.id)",
         "was changed"},
        {"UPDATE attachment SET id = 'x' WHERE id = " + first, "does not name"},
        {"INSERT INTO attachment(id, content) VALUES('" + handed.started.entry.hex() + "', x'01')", "does not name"},
        {"DROP VIEW attachments; DROP TABLE attachment", "has lost its attachments"},
        {"DROP VIEW attachments; CREATE TABLE other AS SELECT id, content FROM attachment; DROP TABLE attachment; "
         "CREATE TABLE attachment(id TEXT, content BLOB); INSERT INTO attachment SELECT * FROM other; "
         "INSERT INTO attachment SELECT * FROM other",
         "does not name"},
    };
    for (const Tampering& tampering : all) {
        CAPTURE(tampering.sql);
        const auto reopened = opened_after(opened, tampering.sql, run);
        REQUIRE_FALSE(reopened);
        CHECK(reopened.error().code == Errc::corrupt);
        CHECK_MESSAGE(reopened.error().what.find(tampering.said) != std::string::npos, reopened.error().what);
    }
    CHECK(opened_after(opened, "UPDATE attachment SET gist = 'Nothing', media_type = 'text/html'", run));
}

TEST_CASE("bundle: what is said readably of an attachment is made anew from the revisions") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed(run);
    const auto reopened =
        opened_after(handed.open(run), "UPDATE attachment SET gist = 'Nothing', entry = NULL, size = 1", run);
    REQUIRE(reopened);
    const Folder office;
    auto shown = open_as_a_file(office, reopened->database);
    CHECK(one_text(*shown, "SELECT gist FROM attachments ORDER BY added LIMIT 1") == "The notice about reading");
    CHECK(one_text(*shown, "SELECT count(*) FROM attachment WHERE entry = '" + handed.started.entry.hex() + "'") ==
          "2");
}

TEST_CASE("bundle: an attachment that is damaged keeps nothing else from being handed over, and that is said") {
    const Folder folder;
    MemoryJournal journal;
    std::optional<Handed> handed;
    {
        Run run(folder, journal);
        handed.emplace(run);
    }
    change_database(folder, "DELETE FROM attachment WHERE number = 1");
    MemoryJournal none;
    Run run(folder, none);
    unlock(run);
    handed->exported = handed->hand_over(run);
    CHECK(handed->exported.attachments == 1);
    CHECK(handed->exported.attachments_left_out == 1);
    const OpenedBundle opened = handed->open(run);
    REQUIRE(opened.manifest.attachments.size() == 1);
    CHECK(opened.manifest.attachments.front().id == handed->second);
    CHECK(opened.notebook.attachments().size() == 2);
    const Folder office;
    auto shown = open_as_a_file(office, opened.database);
    CHECK(one_text(*shown, "SELECT content IS NULL FROM attachment WHERE id = '" + handed->first.hex() + "'") == "1");
    // Whoever puts something in its place is found out, although it has a place in the revisions.
    CHECK_FALSE(
        opened_after(opened, "UPDATE attachment SET content = x'00' WHERE id = '" + handed->first.hex() + "'", run));
}

TEST_CASE("bundle: parts are filled in the order in which attachments were added, and keep what they had") {
    REQUIRE(start_crypto());
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    std::vector<ItemId> added;
    const auto parts_now = [&] {
        run.tell(Lock{});
        return parts_of(fold(unlock(run), started.inspection), 1000);
    };
    CHECK(parts_now() == std::vector<std::vector<ItemId>>{{}});
    for (const std::size_t size : {600, 300, 200, 5000, 100}) {
        added.push_back(attach(run, started, some_file(size, static_cast<unsigned>(size))));
    }
    const std::vector<std::vector<ItemId>> parts = parts_now();
    CHECK(parts == std::vector<std::vector<ItemId>>{{added[0], added[1]}, {added[2]}, {added[3]}, {added[4]}});
    added.push_back(attach(run, started, some_file(800)));
    CHECK(parts_now().front() == parts.front());
    CHECK(parts_now().back() == std::vector<ItemId>{added[4], added[5]});
}

TEST_CASE(
    "bundle: what is more than one file takes is handed over in parts, which have every word and all of it together") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    Handed handed(run);
    constexpr std::size_t large = 11'000'000;
    std::map<ItemId, Bytes> files{{handed.first, handed.first_file}, {handed.second, handed.second_file}};
    for (unsigned n = 0; n < 4; ++n) {
        Bytes file = some_file(large, 10 + n);
        files.emplace(attach(run, handed.started, file), std::move(file));
    }
    std::uint64_t number = handed.exported.bundle;
    for (std::uint64_t part = 1; part <= 2; ++part) {
        CAPTURE(part);
        run.tell(Export{handed.started.inspection, false, part});
        REQUIRE(run.heard<Exported>() != nullptr);
        handed.exported = *run.heard<Exported>();
        CHECK(handed.exported.part == part);
        CHECK(handed.exported.parts == 2);
        CHECK(handed.exported.bundle == ++number);
        CHECK(handed.exported.attachments_left_out == 0);
        const OpenedBundle opened = handed.open(run);
        CHECK(opened.manifest.part == part);
        CHECK(opened.manifest.parts == 2);
        CHECK(opened.notebook.entries().size() == 1);
        CHECK(opened.manifest.attachments.size() == handed.exported.attachments);
        const Folder office;
        auto database = open_as_a_file(office, opened.database);
        for (const CarriedAttachment& carried : opened.manifest.attachments) {
            CHECK(one_blob(*database, "SELECT content FROM attachments WHERE id = '" + carried.id.hex() + "'") ==
                  files.at(carried.id));
            files.erase(carried.id);
        }
    }
    CHECK(files.empty());
    for (const std::uint64_t part : {0, 3}) {
        run.tell(Export{handed.started.inspection, false, part});
        CHECK(run.heard<Exported>() == nullptr);
        CHECK(run.heard<Refused>() != nullptr);
    }
}

TEST_CASE("bundle: one with an attachment that was handed over in version 2 opens in every later one") {
    const std::string folder = DAYBOOK_TEST_DATA "/bundle/v2";
    REQUIRE(start_crypto());
    auto identities = age::parse_identity_file(as_text(read_file(folder + "/office.key")));
    REQUIRE(identities);
    age::Keys keys;
    keys.identities = std::move(*identities);
    const Folder office;
    NativeDatabases databases(office.path());
    const auto opened = read_bundle(read_file(folder + "/evidence.age"), keys, databases);
    REQUIRE(opened);
    REQUIRE(opened->manifest.attachments.size() == 1);
    auto shown = open_as_a_file(office, opened->database);
    CHECK(one_text(*shown, "SELECT gist FROM attachments") == "The notice beside the door");
    CHECK(one_blob(*shown, "SELECT content FROM attachments") == some_file(33'000, 7));
}

TEST_CASE("bundle: one without attachments says that it is of version 1, so that an older command opens it") {
    Manifest manifest{.inspection = {},
                      .device = {},
                      .author = "R. Hale",
                      .made_at = {Instant{1'442'224'800'000}, 60},
                      .bundle = 14,
                      .part = 1,
                      .parts = 1,
                      .reaches = {}};
    constexpr std::size_t version_at = 1 + 1 + 14;  // behind the array's head and "daybook bundle"
    const Bytes without = encode(manifest);
    CHECK(without.front() == 0x8A);
    CHECK(without.at(version_at) == 1);
    CHECK(decode_manifest(without).value() == manifest);

    ItemId id;
    id.bytes.fill(3);
    manifest.attachments.push_back({id, blake2b_256({})});
    id.bytes.fill(4);
    manifest.attachments.push_back({id, blake2b_256({})});
    const Bytes with = encode(manifest);
    CHECK(with.front() == 0x8B);
    CHECK(with.at(version_at) == 2);
    CHECK(decode_manifest(with).value() == manifest);
    for (std::size_t length = 0; length < with.size(); ++length) {
        CHECK_FALSE(decode_manifest(ByteView(with).first(length)));
    }
    std::ranges::reverse(manifest.attachments);
    CHECK_FALSE(decode_manifest(encode(manifest)));
    manifest.attachments[0] = manifest.attachments[1];
    CHECK_FALSE(decode_manifest(encode(manifest)));
    Bytes later = with;
    later.at(version_at) = 3;
    CHECK(decode_manifest(later).error().code == Errc::newer);
}
