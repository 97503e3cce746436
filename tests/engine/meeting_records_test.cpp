// What meetings record, whose an activity is and the survey's sample, as the office finds them in a bundle.
#include "core/bundle/bundle.h"
#include "core/notebook/meeting_record.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/survey_sample.h"
#include "office.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("bundle: what a meeting is to record has a row for each question, also for what is missing") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const age::Identity office = new_office(run);
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(office));
    const Started started = start_and_write(run, "The team sat down.", described);
    const auto edit = [&](std::vector<Change> changes) {
        run.tell(Edit{run.next(), started.inspection, std::move(changes)});
    };
    edit(edits::set_kind(started.activity, "team-meeting"));
    edit(edits::record(started.activity, "team-dcs", "declined"));
    edit({edits::first_record_words(started.activity, "team-dcs", "She sent her deputy.")});
    edit(edits::set_inspector(started.activity, "Imre Callow"));
    ItemId school;
    school.bytes.fill(40);
    edit(edits::add_school(school,
                           {.urn = {}, .name = "Ashby", .type = {}, .phase = {}, .rating = {}, .authority = {}}));
    edit(edits::set_in_sample(school, true));
    // It was another kind of meeting for a moment.
    edit(edits::record(started.activity, "dcs-serious", "not-yet"));
    edit(edits::record(started.activity, "of-a-later-pack", "perhaps"));
    REQUIRE(run.heard<Durable>() != nullptr);
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    const auto opened = read_bundle(run.heard<Exported>()->file, keys_of(office), run.databases());
    REQUIRE(opened);
    const Folder work;
    auto database = open_as_a_file(work, opened->database);
    const auto text = [&](const std::string& sql) { return one_text(*database, sql); };
    const auto of = [&](const std::string& question, const std::string& column) {
        return text("SELECT " + column + " FROM meeting_records WHERE question_id = '" + question + "'");
    };
    CHECK(text("SELECT count(*) FROM meeting_records WHERE activity_id = '" + started.activity.hex() + "'") == "4");
    CHECK(of("team-dcs", "answer") == "Declined");
    CHECK(of("team-dcs", "words") == "She sent her deputy.");
    CHECK(of("team-dcs", "inspector || words_inspector") == "R. HaleR. Hale");
    CHECK(of("team-dcs", "needed || settled || words_versions") == "111");
    CHECK(of("team-dcs", "source") == "H37, F40");
    CHECK(of("team-areas", "answer IS NULL AND words IS NULL AND at IS NULL") == "1");
    CHECK(of("team-areas", "needed || settled") == "00");
    CHECK(of("dcs-serious", "record IS NULL") == "1");
    CHECK(of("dcs-serious", "answer || needed || settled") == "Not yet00");
    CHECK(of("of-a-later-pack", "question || answer") == "of-a-later-packperhaps");
    CHECK(of("of-a-later-pack", "source IS NULL") == "1");
    CHECK(text("SELECT inspector || ', ' || recorded_by FROM activities LIMIT 1") == "Imre Callow, R. Hale");
    CHECK(text("SELECT inspector || ', ' || written_by FROM entries LIMIT 1") == "Imre Callow, R. Hale");
    CHECK(text("SELECT in_sample FROM schools") == "1");
}
