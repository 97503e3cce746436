// Attachments from end to end of the engine: taken in whole or not at all, in both copies, and read as they were.
// Never a byte that is not what was attached.
#include "attachments.h"
#include "core/engine/pieces.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

constexpr std::size_t piece = AttachmentBounds::piece;

bool is_piece(const Row& row) {
    return row.place.kind == RowKind::attachment;
}

std::size_t pieces_in(const MemoryJournal& journal) {
    return static_cast<std::size_t>(std::ranges::count_if(rows_of(journal), is_piece));
}

/// A notebook with one photograph of three pieces, closed.
struct WithPhotograph {
    WithPhotograph() {
        Run run(folder, journal);
        started = start_and_write(run, "Words beside a photograph.");
        photograph = attach(run, started, content);
        CHECK(run.heard<Durable>() != nullptr);
    }

    Folder folder;
    MemoryJournal journal;
    Started started;
    Bytes content = some_file(2 * piece + 100);
    ItemId photograph;
};

}  // namespace

TEST_CASE("attachment: it is read as it was, whatever its size, and the notebook knows what it is") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    std::vector<std::pair<ItemId, std::size_t>> added;
    for (const std::size_t size : {std::size_t{1}, piece - 1, piece, piece + 1, 3 * piece}) {
        added.emplace_back(attach(run, started, some_file(size, static_cast<unsigned>(size))), size);
        REQUIRE(run.heard<Durable>() != nullptr);
        CHECK(run.heard<Durable>()->up_to == run.latest());
    }
    for (const auto& [id, size] : added) {
        CHECK(reads_as(run, started, id, some_file(size, static_cast<unsigned>(size))));
    }
    run.tell(Lock{});
    const Notebook book = fold(unlock(run), started.inspection);
    const auto attachments = book.attachments_of(started.entry);
    REQUIRE(attachments.size() == added.size());
    for (std::size_t n = 0; n < added.size(); ++n) {
        const Attachment& attachment = *attachments[n];
        CHECK(attachment.id == added[n].first);
        CHECK(attachment.size == added[n].second);
        CHECK(attachment.hash == blake2b_256(some_file(attachment.size, static_cast<unsigned>(attachment.size))));
        CHECK(attachment.pieces == pieces_of(attachment.size));
        CHECK(attachment.media_type == "image/jpeg");
        CHECK(attachment.author == "R. Hale");
        CHECK_FALSE(attachment.retired);
    }
    CHECK(book.attachments_of(started.activity).empty());
}

TEST_CASE("attachment: its pieces and what is said of it are one batch, and nothing of it lies readable") {
    const WithPhotograph with;
    std::size_t batches = 0;
    for (const Bytes& batch : with.journal.batches) {
        const auto rows = decode_batch(batch);
        REQUIRE(rows);
        if (std::ranges::none_of(*rows, is_piece)) continue;
        ++batches;
        CHECK(std::ranges::count_if(*rows, is_piece) == 3);
        CHECK(std::ranges::count(*rows, RowKind::revision, [](const Row& row) { return row.place.kind; }) == 7);
        CHECK(std::ranges::all_of(*rows, [](const Row& row) { return row.sealed.size() < piece + 100; }));
        CHECK(std::ranges::search(batch, ByteView(with.content).first(16)).empty());
    }
    CHECK(batches == 1);
    for (const auto& file : std::filesystem::directory_iterator(with.folder.path())) {
        const Bytes there = read_file(file.path().string());
        CHECK(std::ranges::search(there, ByteView(with.content).first(16)).empty());
    }
}

TEST_CASE("attachment: what cannot be kept is refused in plain words, and nothing of it is left") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    const ItemId there = attach(run, started, some_file(10));
    const std::size_t batches = journal.batches.size();
    const auto refused = [&](AddAttachment command, std::string_view words) {
        run.tell(std::move(command));
        REQUIRE(run.heard<Refused>() != nullptr);
        CHECK(run.heard<Refused>()->number == run.latest());
        CHECK_MESSAGE(run.heard<Refused>()->words.find(words) != std::string::npos, run.heard<Refused>()->words);
        CHECK(run.heard<Appended>() == nullptr);
    };
    const auto fresh = run.id<ItemId>();
    const InspectionId here = started.inspection;
    refused({run.next(), here, fresh, started.entry, "image/jpeg", {}}, "empty");
    refused({run.next(), here, fresh, started.entry, "image/jpeg", Bytes(AttachmentBounds::size + 1)}, "24 MB");
    refused({run.next(), here, fresh, run.id<ItemId>(), "image/jpeg", {1}}, "not in the notebook");
    refused({run.next(), here, there, started.entry, "image/jpeg", {1}}, "here already");
    refused({run.next(), here, started.entry, started.entry, "image/jpeg", {1}}, "here already");
    refused({run.next(), here, {}, started.entry, "image/jpeg", {1}}, "here already");
    refused({run.next(), run.id<InspectionId>(), fresh, started.entry, "image/jpeg", {1}}, "not on this device");
    for (const std::string type : {"", "image", "/", "image/", "image/jpeg; x=1", "im age/jpeg", "a/b/c"}) {
        refused({run.next(), here, fresh, started.entry, type, {1}}, "what kind of file");
    }
    refused({run.next(), here, fresh, started.entry, "image/" + std::string(100, 'x'), {1}}, "what kind of file");
    CHECK(journal.batches.size() == batches);
    CHECK(reads_as(run, started, there, some_file(10)));

    run.tell(Lock{});
    refused({run.next(), here, fresh, started.entry, "image/jpeg", {1}}, "locked");
    run.tell(ReadAttachment{here, there});
    CHECK(run.heard<Refused>() != nullptr);
    CHECK(run.heard<AttachmentRead>() == nullptr);
}

TEST_CASE("attachment: the largest that is taken in is read again") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    const Bytes content = some_file(AttachmentBounds::size);
    const ItemId id = attach(run, started, content);
    CHECK(run.heard<Durable>() != nullptr);
    CHECK(reads_as(run, started, id, content));
}

TEST_CASE("attachment: what is said of its file is never changed by an edit, and none is made by one") {
    WithPhotograph with;
    Run run(with.folder, with.journal);
    unlock(run);
    const auto refused = [&](Change change) {
        run.tell(Edit{run.next(), with.started.inspection, {std::move(change)}});
        CHECK(run.heard<Refused>() != nullptr);
    };
    refused(SetField{with.photograph, std::string(words::first_piece), std::int64_t{1}});
    refused(SetField{with.photograph, std::string(words::content_hash), Bytes(32)});
    refused(Create{run.id<ItemId>(), std::string(words::attachment)});
    CHECK(reads_as(run, with.started, with.photograph, with.content));
}

TEST_CASE("attachment: it is there after a restart, from both copies and from either alone, and numbers go on") {
    for (const bool with_database : {true, false}) {
        for (const bool with_journal : {true, false}) {
            if (!with_database && !with_journal) continue;
            CAPTURE(with_database);
            CAPTURE(with_journal);
            WithPhotograph with;
            const Folder empty;
            MemoryJournal none;
            MemoryJournal& journal = with_journal ? with.journal : none;
            Run run(with_database ? with.folder : empty, journal);
            unlock(run);
            CHECK(reads_as(run, with.started, with.photograph, with.content));
            const Bytes second = some_file(piece + 1, 2);
            const ItemId added = attach(run, with.started, second);
            CHECK(run.heard<Durable>() != nullptr);
            CHECK(reads_as(run, with.started, with.photograph, with.content));
            CHECK(reads_as(run, with.started, added, second));
            std::vector<std::uint64_t> numbers;
            for (const Row& row : rows_of(journal)) {
                if (is_piece(row)) numbers.push_back(row.place.number);
            }
            std::ranges::sort(numbers);
            CHECK(numbers == std::vector<std::uint64_t>{1, 2, 3, 4, 5});
        }
    }
}

TEST_CASE("attachment: while the database refuses, it is read from what waits, and stored with the rest later") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    ItemId first;
    ItemId second;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Words.");
        run.databases().full = true;
        first = attach(run, started, some_file(piece + 1, 1));
        CHECK(run.heard<Failed>() != nullptr);
        CHECK(reads_as(run, started, first, some_file(piece + 1, 1)));
        // Its numbers are taken, also for whoever unlocks before it is stored.
        run.tell(Lock{});
        unlock(run);
        second = attach(run, started, some_file(piece + 1, 2));
        CHECK(reads_as(run, started, first, some_file(piece + 1, 1)));
        CHECK(reads_as(run, started, second, some_file(piece + 1, 2)));
        run.databases().full = false;
        run.tell(Retry{});
        REQUIRE(run.heard<Durable>() != nullptr);
        CHECK(run.heard<Durable>()->up_to == run.latest());
    }
    MemoryJournal none;
    Run again(folder, none);
    unlock(again);
    CHECK(reads_as(again, started, first, some_file(piece + 1, 1)));
    CHECK(reads_as(again, started, second, some_file(piece + 1, 2)));
}

TEST_CASE("attachment: a second copy that refuses it keeps it, and everything after it, until there is room") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    journal.refuse = true;
    const ItemId id = attach(run, started, some_file(2 * piece));
    CHECK(run.heard<Durable>() == nullptr);
    CHECK(run.heard<Failed>() != nullptr);
    CHECK(reads_as(run, started, id, some_file(2 * piece)));
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    CHECK(pieces_in(journal) == 0);
    journal.refuse = false;
    run.tell(Retry{});
    std::uint64_t durable = 0;
    for (const Event& event : run.events) {
        if (const auto* said = std::get_if<Durable>(&event)) durable = said->up_to;
    }
    CHECK(durable == run.latest());
    CHECK(pieces_in(journal) == 2);
}

TEST_CASE("attachment: a piece that is damaged or missing in one copy is found in the other, and put back") {
    struct Damage {
        std::string_view name;
        std::string_view in_database;  // SQL
        bool in_journal = false;
        bool changes = false;  // rather than takes away
    };
    constexpr std::array all{
        Damage{"changed in the database", "UPDATE attachment SET sealed = zeroblob(length(sealed)) WHERE number = 2",
               false, true},
        Damage{"shortened in the database", "UPDATE attachment SET sealed = substr(sealed, 1, 9) WHERE number = 3",
               false, true},
        Damage{"missing in the database", "DELETE FROM attachment WHERE number >= 2"},
        Damage{"changed in the second copy", "", true, true},
        Damage{"missing in the second copy", "", true, false},
    };
    for (const Damage& damage : all) {
        CAPTURE(damage.name);
        WithPhotograph with;
        if (!damage.in_database.empty()) change_database(with.folder, damage.in_database);
        if (damage.in_journal) {
            change_second_copy(with.journal, [&](Row& row) {
                if (!is_piece(row) || row.place.number != 2) return true;
                row.sealed[40] ^= 1;
                return damage.changes;
            });
        }
        {
            Run run(with.folder, with.journal);
            CHECK(run.heard<Status>()->words != "");
            with.journal.answer(*run.engine);
            unlock(run);
            CHECK(reads_as(run, with.started, with.photograph, with.content));
        }
        if (damage.changes) continue;  // both are kept, and the first that opens is read
        MemoryJournal none;
        Run from_database(with.folder, none);
        unlock(from_database);
        CHECK(reads_as(from_database, with.started, with.photograph, with.content));
        const Folder empty;
        Run from_second(empty, with.journal);
        unlock(from_second);
        CHECK(reads_as(from_second, with.started, with.photograph, with.content));
    }
}

TEST_CASE("attachment: a copy that was lost is made again from the other one, a few megabytes at a time") {
    constexpr std::size_t most_at_once = 5'000'000;
    constexpr std::size_t large = 3'900'000;
    const Folder folder;
    MemoryJournal journal;
    Started started;
    std::vector<ItemId> photographs;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Words.");
        for (unsigned n = 0; n < 3; ++n) photographs.push_back(attach(run, started, some_file(large, n)));
    }
    const auto all_there = [&](Run& run) {
        unlock(run);
        bool all = true;
        for (unsigned n = 0; n < 3; ++n) all = reads_as(run, started, photographs[n], some_file(large, n)) && all;
        return all;
    };
    MemoryJournal anew;
    {
        Run run(folder, anew);
        CHECK(run.heard<Status>()->words.find("were added to the second copy") != std::string::npos);
        while (anew.is_asked()) anew.answer(*run.engine);
        CHECK(anew.batches.size() > 2);
        for (const Bytes& batch : anew.batches) CHECK(batch.size() < most_at_once);
        CHECK(rows_of(anew).size() == rows_of(journal).size());
        CHECK(all_there(run));
    }
    const Folder empty;
    {
        Run run(empty, anew);
        CHECK(run.heard<Status>()->words.find("were put back from the second copy") != std::string::npos);
        CHECK(all_there(run));
    }
    MemoryJournal none;
    Run run(empty, none);
    CHECK(all_there(run));
}

TEST_CASE(
    "attachment: one that is damaged in both copies is named, in plain words, and the words beside it are whole") {
    struct Damage {
        std::string_view name;
        std::string_view sql;
    };
    constexpr std::array all{
        Damage{"changed", "UPDATE attachment SET sealed = zeroblob(length(sealed)) WHERE number = 2"},
        Damage{"missing", "DELETE FROM attachment WHERE number = 2"},
        Damage{"swapped",
               "UPDATE attachment SET sealed = (SELECT sealed FROM attachment AS other WHERE other.number = 3 - "
               "attachment.number) WHERE number < 3"},
    };
    for (const Damage& damage : all) {
        CAPTURE(damage.name);
        WithPhotograph with;
        change_database(with.folder, damage.sql);
        MemoryJournal none;
        Run run(with.folder, none);
        const Unlocked unlocked = unlock(run);
        const AttachmentRead got = read(run, with.started.inspection, with.photograph);
        CHECK(got.content.empty());
        CHECK(got.complaint.find("damaged") != std::string::npos);
        CHECK(unlocked.inspections.front().read_only == "");
        const Notebook book = fold(unlocked, with.started.inspection);
        CHECK(book.entry(with.started.entry)->words == "Words beside a photograph.");
        // What is added now takes no number of a piece that was lost.
        const ItemId next = attach(run, with.started, some_file(5));
        CHECK(reads_as(run, with.started, next, some_file(5)));
    }
    WithPhotograph with;
    change_database(with.folder, "DELETE FROM attachment");
    MemoryJournal none;
    Run run(with.folder, none);
    unlock(run);
    CHECK(read(run, with.started.inspection, with.photograph).complaint.find("not on this device") !=
          std::string::npos);
    CHECK(read(run, with.started.inspection, with.started.entry).complaint != "");
    CHECK(read(run, run.id<InspectionId>(), with.photograph).complaint != "");
    attach(run, with.started, some_file(5));
    for (const Row& row : rows_of(none)) {
        if (is_piece(row)) CHECK(row.place.number == 4);
    }
}

TEST_CASE("attachment: retiring it is an ordinary revision, and it can be read all the same") {
    WithPhotograph with;
    Run run(with.folder, with.journal);
    unlock(run);
    run.tell(Edit{run.next(), with.started.inspection, edits::set_retired(with.photograph, true)});
    CHECK(run.heard<Durable>() != nullptr);
    run.tell(Lock{});
    const Notebook book = fold(unlock(run), with.started.inspection);
    REQUIRE(book.attachments_of(with.started.entry).size() == 1);
    CHECK(book.attachment(with.photograph)->retired);
    CHECK(reads_as(run, with.started, with.photograph, with.content));
}

TEST_CASE("attachment: it goes with its inspection, from both copies and every file") {
    WithPhotograph with;
    std::vector<Bytes> ends;
    for (const Row& row : rows_of(with.journal)) {
        if (is_piece(row)) ends.emplace_back(row.sealed.end() - 32, row.sealed.end());
    }
    REQUIRE(ends.size() == 3);
    const auto lies_in = [&](ByteView where) {
        return std::ranges::any_of(ends, [&](const Bytes& end) { return !std::ranges::search(where, end).empty(); });
    };
    const auto lies_in_folder = [&] {
        bool found = false;
        for (const auto& file : std::filesystem::directory_iterator(with.folder.path())) {
            found = found || lies_in(read_file(file.path().string()));
        }
        return found;
    };
    CHECK(lies_in_folder());
    Run run(with.folder, with.journal);
    unlock(run);
    run.tell(EraseInspection{with.started.inspection});
    REQUIRE(run.heard<Erased>() != nullptr);
    CHECK_FALSE(lies_in_folder());
    CHECK(pieces_in(with.journal) == 0);
    CHECK(read(run, with.started.inspection, with.photograph).complaint != "");
}

TEST_CASE("attachment: what a stranger says of one is bounded before anything is made for it") {
    REQUIRE(start_crypto());
    const auto device = DeviceId{};
    const RandomSource random = [](std::span<Byte> bytes) { std::ranges::fill(bytes, Byte{7}); };
    auto created = Vault::create(passcode, quick_argon2, device, random);
    REQUIRE(created);
    Vault& vault = created->first;
    InspectionId inspection;
    inspection.bytes.fill(1);
    static_cast<void>(vault.add_inspection(inspection, random));
    std::uint64_t asked = 0;
    const FindPiece find = [&](const RowPlace&) -> Result<std::vector<Bytes>> {
        ++asked;
        return std::vector<Bytes>{};
    };
    constexpr auto huge = std::uint64_t{1} << 62U;
    struct Claim {
        std::uint64_t size;
        std::uint64_t first;
        std::uint64_t pieces;
    };
    for (const Claim& claim : {Claim{huge, 1, pieces_of(huge)}, Claim{0, 1, 0}, Claim{10, 0, 1}, Claim{10, 1, 2},
                               Claim{10, 2 * huge - 1, 1}, Claim{2 * piece, 1, 1}, Claim{10, 1, huge}}) {
        Attachment attachment;
        attachment.size = claim.size;
        attachment.first_piece = claim.first;
        attachment.pieces = claim.pieces;
        const auto opened = open_pieces(vault, inspection, attachment, find);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::corrupt);
    }
    CHECK(asked == 0);
    Attachment attachment;
    attachment.first_piece = 2 * huge - 2;
    attachment.pieces = 1;
    CHECK(attachment.last_piece() == 2 * huge - 2);
    attachment.pieces = 2;
    CHECK(attachment.last_piece() == 0);
}
