// A bundle as a file: who can open it, what is noticed, and what is refused.
#include "core/notebook/evidence_form_edits.h"

#include "handing_over.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("bundle: what is handed over opens with the office's key, verifies, and reads as it was written") {
    for (const bool armored : {false, true}) {
        const Folder folder;
        MemoryJournal journal;
        Run run(folder, journal);
        const Handed handed = hand_over(run, armored);
        CHECK(contains(handed.exported.file, "BEGIN AGE ENCRYPTED FILE") == armored);
        CHECK_FALSE(contains(handed.exported.file, "governors"));
        auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
        REQUIRE(opened);
        CHECK(opened->manifest.bundle == 1);
        CHECK(opened->manifest.author == "R. Hale");
        CHECK(opened->log.size() == handed.exported.revisions);
        const Entry* entry = opened->notebook.entry(handed.started.entry);
        REQUIRE(entry != nullptr);
        CHECK(entry->words == "Support for governors is well regarded.");
        CHECK(entry->in_confidence);
        CHECK(entry->polarity == Polarity::strength);
    }
}

TEST_CASE("bundle: numbers count up, and go on after a restart") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = hand_over(run).started;
        run.tell(Export{started.inspection, false});
        CHECK(run.heard<Exported>()->bundle == 2);
    }
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    again.tell(Export{started.inspection, false});
    REQUIRE(again.heard<Exported>() != nullptr);
    CHECK(again.heard<Exported>()->bundle == 3);
}

TEST_CASE("bundle: without anyone who could read it none is made, and it is said what to do") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Refused>() != nullptr);
    CHECK(run.heard<Refused>()->words.find("key") != std::string::npos);
}

TEST_CASE("bundle: another key does not open it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const auto stranger = new_office(run);
    const auto opened = read_bundle(handed.exported.file, keys_of(stranger), run.databases());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::wrong_key);
}

TEST_CASE("bundle: whatever is changed inside, by whoever can decrypt it, is noticed") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
    REQUIRE(opened);
    for (const std::string tampering : {
             "DELETE FROM revision WHERE seq = (SELECT max(seq) FROM revision)",
             "DELETE FROM revision WHERE seq = 3",
             "UPDATE revision SET canonical = zeroblob(40) WHERE seq = 2",
             "DELETE FROM manifest",
             "UPDATE manifest SET signature = zeroblob(64)",
             "UPDATE manifest SET canonical = zeroblob(10)",
             "INSERT INTO manifest SELECT * FROM manifest",
             "DROP TABLE revision",
         }) {
        const Folder work;
        auto database = open_as_a_file(work, opened->database);
        REQUIRE(database->execute(tampering));
        auto changed = database->serialize();
        REQUIRE(changed);
        const auto reopened = read_bundle_database(*changed, run.databases());
        CHECK_MESSAGE(!reopened, tampering);
    }
}

TEST_CASE("bundle: readable tables that were forged are not believed: what is opened is made anew from the revisions") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
    REQUIRE(opened);
    const Folder work;
    auto database = open_as_a_file(work, opened->database);
    REQUIRE(database->execute("UPDATE entry SET words = 'Nobody supports governors.', in_confidence = 0"));
    auto changed = database->serialize();
    REQUIRE(changed);
    const auto reopened = read_bundle_database(*changed, run.databases());
    REQUIRE(reopened);
    const Folder office;
    auto shown = open_as_a_file(office, reopened->database);
    CHECK(one_text(*shown, "SELECT words FROM entries") == "Support for governors is well regarded.");
    CHECK(one_text(*shown, "SELECT in_confidence FROM entries") == "1");
}

TEST_CASE("bundle: one that is cut short, or is something else, is refused in plain words") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const Bytes& file = handed.exported.file;
    for (std::size_t length = 0; length < file.size(); length += 97) {
        CHECK_FALSE(read_bundle(ByteView(file).first(length), keys_of(handed.office), run.databases()));
    }
    const std::string foreign = "This is a letter, not a bundle.";
    const auto opened = read_bundle(as_bytes(foreign), keys_of(handed.office), run.databases());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::corrupt);
    CHECK_FALSE(read_bundle_database(as_bytes(foreign), run.databases()));
}

TEST_CASE("manifest: it reads back as it was, and no truncation of it does") {
    Manifest manifest{.inspection = {},
                      .device = {},
                      .author = "R. Hale",
                      .made_at = {Instant{1'442'224'800'000}, 60},
                      .bundle = 14,
                      .part = 1,
                      .parts = 2,
                      .reaches = {}};
    manifest.inspection.bytes.fill(1);
    manifest.device.bytes.fill(2);
    manifest.reaches.push_back({manifest.device, 1, 99, {}});
    const Bytes canonical = encode(manifest);
    const auto again = decode_manifest(canonical);
    REQUIRE(again);
    CHECK(*again == manifest);
    for (std::size_t length = 0; length < canonical.size(); ++length) {
        CHECK_FALSE(decode_manifest(ByteView(canonical).first(length)));
    }
}

TEST_CASE("bundle: one that was handed over in version 1 opens in every later one") {
    const std::string folder = DAYBOOK_TEST_DATA "/bundle/v1";
    REQUIRE(start_crypto());
    auto identities = age::parse_identity_file(as_text(read_file(folder + "/office.key")));
    REQUIRE(identities);
    age::Keys keys;
    keys.identities = std::move(*identities);
    const Folder office;
    NativeDatabases databases(office.path());
    const auto opened = read_bundle(read_file(folder + "/evidence.age"), keys, databases);
    REQUIRE(opened);
    CHECK(opened->manifest.bundle == 1);
    CHECK(opened->notebook.inspection().authority == "Wexmoor");
    REQUIRE(opened->notebook.entries().size() == 1);
    const Entry& entry = *opened->notebook.entries().front();
    CHECK(entry.words == "Support for governors is well regarded.");
    CHECK(entry.polarity == Polarity::strength);
    CHECK(entry.in_confidence);
}
