// Every format that was ever released opens, word for word: the samples in tests/data/notebook.
// Never writes to the samples: each is opened as a copy.
#include "attachments.h"
#include "platform/native/journal.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

const std::string samples = std::string(DAYBOOK_TEST_DATA) + "/notebook/";

struct Sample {
    std::string folder;
    std::string database;
    bool has_attachment = false;
};
const std::vector<Sample> all_samples{
    {"v1", "daybook.db"}, {"v2", "daybook-2.db"}, {"v2-attachment", "daybook-2.db", true}};

void check_attachment(Run& run, const Notebook& book) {
    REQUIRE(book.attachments().size() == 1);
    const Attachment& attachment = *book.attachments().front();
    CHECK(attachment.of == book.entries()[0]->id);
    CHECK(attachment.gist == "The notice beside the door");
    CHECK(attachment.pieces == 2);
    const AttachmentRead got = read(run, book.id(), attachment.id);
    CHECK(got.complaint == "");
    CHECK(got.content == some_file(33'000, 7));
}

void check_words(Run& run, const Sample& sample) {
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    const Unlocked unlocked = *run.heard<Unlocked>();
    CHECK(run.heard<Status>()->words == "");
    CHECK(unlocked.author == "R. Hale");
    REQUIRE(unlocked.inspections.size() == 1);
    const InspectionId inspection = unlocked.inspections.front().inspection;
    const Notebook book = fold(unlocked, inspection);
    CHECK(book.inspection().title == "Wexmoor, September");
    CHECK(book.inspection().office_recipient.starts_with("age1"));
    REQUIRE(book.activities().size() == 1);
    REQUIRE(book.entries().size() == 2);
    CHECK(book.entries()[0]->words == "Zoë said: “the reading is loud”.");
    CHECK(book.entries()[1]->words == "Two heads of department are new since June.");
    if (sample.has_attachment) check_attachment(run, book);
    // It can be written in, and the next bundle follows the one that was handed over.
    run.tell(Edit{run.next(), inspection, edits::set_confidence(book.entries()[0]->id, true)});
    CHECK(run.heard<Durable>() != nullptr);
    run.tell(Export{inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    CHECK(run.heard<Exported>()->bundle == 2);
}

}  // namespace

TEST_CASE("samples: a notebook of every format opens word for word, from both copies and from either alone") {
    for (const Sample& sample : all_samples) {
        for (const bool with_database : {true, false}) {
            for (const bool with_journal : {true, false}) {
                if (!with_database && !with_journal) continue;
                CAPTURE(sample.folder);
                CAPTURE(with_database);
                CAPTURE(with_journal);
                const Folder folder;
                MemoryJournal journal;
                if (with_database) {
                    std::filesystem::copy_file(samples + sample.folder + "/" + sample.database,
                                               folder.file(sample.database));
                }
                if (with_journal) {
                    auto batches = FileJournal::read_all(samples + sample.folder + "/daybook.journal");
                    REQUIRE(batches);
                    journal.batches = std::move(*batches);
                }
                Run run(folder, journal);
                REQUIRE(run.heard<Status>()->state == EngineState::locked);
                check_words(run, sample);
            }
        }
    }
}
