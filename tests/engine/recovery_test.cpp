#include "core/engine/recovery.h"

#include "core/bundle/bundle.h"
#include "unlocking_steps.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

RandomSource filled_with(Byte filling) {
    return [filling](std::span<Byte> bytes) { std::ranges::fill(bytes, filling); };
}

age::Identity key_of(Byte filling) {
    return age::new_identity(filled_with(filling));
}

age::Keys keys(Byte filling) {
    age::Keys some;
    some.identities.push_back(key_of(filling));
    return some;
}

constexpr Byte office = 77;
constexpr Byte other_office = 78;

Inspection described_for(Byte whose) {
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(key_of(whose)));
    return described;
}

RecoveryRequest ask(Run& run) {
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    REQUIRE(run.heard<RecoveryRequested>() != nullptr);
    auto request = decode_recovery_request(run.heard<RecoveryRequested>()->file);
    REQUIRE(request);
    return std::move(*request);
}

Bytes answered(const RecoveryRequest& request, Byte whose = office) {
    std::random_device generator;
    auto made = answer(request, keys(whose), [&](std::span<Byte> bytes) {
        for (Byte& byte : bytes) byte = static_cast<Byte>(generator());
    });
    REQUIRE(made);
    return made->file;
}

void splice_in(Run& run, const Started& started, RevisionRef base, std::uint64_t at, const std::string& words) {
    run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {base}, at, 0, words}, 0});
    REQUIRE(run.heard<Durable>() != nullptr);
}

/// A notebook with one inspection that the office can open, and that is locked.
struct Forgotten {
    Folder folder;
    MemoryJournal journal;
    Started started;
    RevisionRef last;

    Forgotten() {
        Run run(folder, journal);
        started = start_and_write(run, "Before", described_for(office));
        last = decode_revision(run.heard<Appended>()->revisions.back())->ref();
        run.tell(SetQuickUnlock{{1}, {2}, Bytes(32, Byte{3})});
    }
};

}  // namespace

TEST_CASE("recovery: with the office's answer the new passcode opens every word, and work goes on under new keys") {
    Forgotten forgotten;
    DeviceId before;
    {
        Run run(forgotten.folder, forgotten.journal);
        const RecoveryRequest request = ask(run);
        CHECK(run.heard<RecoveryRequested>()->file_name ==
              "daybook-recovery-" + request.device.hex().substr(0, 8) + ".request");
        const Bytes file = answered(request);
        REQUIRE(run.heard<Status>() != nullptr);
        CHECK(run.heard<Status>()->state == EngineState::locked);
        CHECK(run.heard<Status>()->awaits_recovery);
        run.tell(FinishRecovery{new_passcode, file});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        CHECK(run.heard<Status>()->state == EngineState::unlocked);
        CHECK(run.heard<Status>()->words.empty());
        CHECK_FALSE(run.heard<Status>()->awaits_recovery);
        CHECK(run.heard<Unlocked>()->device == request.device);
        CHECK(run.heard<Unlocked>()->author == "R. Hale");
        CHECK_FALSE(run.heard<Unlocked>()->quick_unlock);
        before = forgotten.last.device;
        CHECK(before != request.device);
        const Notebook book = fold(*run.heard<Unlocked>(), forgotten.started.inspection);
        CHECK(book.entry(forgotten.started.entry)->words == "Before");
        splice_in(run, forgotten.started, forgotten.last, 6, " and after");
    }
    Run again(forgotten.folder, forgotten.journal);
    CHECK(again.heard<Status>()->words.empty());
    CHECK_FALSE(again.heard<Status>()->awaits_recovery);
    again.tell(Unlock{new_passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(again.heard<Status>()->words.empty());
    CHECK(again.heard<Unlocked>()->inspections.front().read_only.empty());
    CHECK(again.heard<Unlocked>()->inspections.front().recoverable);
    CHECK(fold(*again.heard<Unlocked>(), forgotten.started.inspection).entry(forgotten.started.entry)->words ==
          "Before and after");
    again.tell(Lock{});
    again.tell(UnlockQuick{Bytes(32, Byte{3})});
    INFO("the old keys are no longer there for anything to open");
    CHECK(again.heard<Unlocked>() == nullptr);
}

TEST_CASE("recovery: a bundle after it holds both chains, and verifies") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    const RecoveryRequest request = ask(run);
    run.tell(FinishRecovery{new_passcode, answered(request)});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    splice_in(run, forgotten.started, forgotten.last, 0, "Words ");
    run.tell(Export{forgotten.started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    CHECK(run.heard<Exported>()->bundle == 1);
    const auto opened = read_bundle(run.heard<Exported>()->file, keys(office), run.databases());
    REQUIRE(opened);
    CHECK(opened->manifest.reaches.size() == 2);
    CHECK(opened->notebook.entry(forgotten.started.entry)->words == "Words Before");
}

TEST_CASE("recovery: the request lies in the open and holds no word, no key, and none of the passcode") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    REQUIRE(run.heard<RecoveryRequested>() != nullptr);
    const Bytes& file = run.heard<RecoveryRequested>()->file;
    for (const std::string_view words : {"Before", "R. Hale", "Wexmoor", "velvet", "copper", "AGE-SECRET-KEY"})
        CHECK_FALSE(contains(file, words));
    CHECK(contains(file, "daybook recovery request 1"));
    run.tell(Lock{});
    CHECK(run.heard<Status>()->awaits_recovery);
}

TEST_CASE("recovery: the request is given out only when its secret is on disk in both copies") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    forgotten.journal.refuse = true;
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    CHECK(run.heard<RecoveryRequested>() == nullptr);
    forgotten.journal.refuse = false;
    run.tell(Retry{});
    CHECK(run.heard<RecoveryRequested>() != nullptr);
}

TEST_CASE("recovery: what waits for the answer survives a restart, and the old passcode opens until it has come") {
    Forgotten forgotten;
    Bytes file;
    {
        Run run(forgotten.folder, forgotten.journal);
        file = answered(ask(run));
    }
    Run again(forgotten.folder, forgotten.journal);
    CHECK(again.heard<Status>()->awaits_recovery);
    again.tell(Unlock{new_passcode});
    CHECK(refusal(again) == Errc::wrong_key);
    again.tell(FinishRecovery{new_passcode, file});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    again.tell(Lock{});
    again.tell(Unlock{passcode});
    CHECK(refusal(again) == Errc::wrong_key);
}

TEST_CASE("recovery: whoever still knows the passcode ends the waiting, and the answer opens nothing any more") {
    Forgotten forgotten;
    Bytes file;
    {
        Run run(forgotten.folder, forgotten.journal);
        file = answered(ask(run));
        run.tell(Unlock{passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        run.tell(Lock{});
        CHECK_FALSE(run.heard<Status>()->awaits_recovery);
    }
    Run again(forgotten.folder, forgotten.journal);
    CHECK_FALSE(again.heard<Status>()->awaits_recovery);
    again.tell(FinishRecovery{new_passcode, file});
    CHECK(refusal(again) == Errc::not_found);
}

TEST_CASE("recovery: an unlock file works once") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    const Bytes file = answered(ask(run));
    run.tell(FinishRecovery{new_passcode, file});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    run.tell(Lock{});
    run.tell(FinishRecovery{new_passcode, file});
    CHECK(refusal(run) == Errc::not_found);
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    REQUIRE(run.heard<RecoveryRequested>() != nullptr);
    run.tell(FinishRecovery{new_passcode, file});
    CHECK(refusal(run) == Errc::wrong_key);
}

TEST_CASE("recovery: a file that answers another request, is cut, damaged or none is refused, and nothing changes") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    const Bytes earlier = answered(ask(run));
    const RecoveryRequest request = ask(run);
    const Bytes sound = answered(request);
    const std::size_t batches = forgotten.journal.appended.size();
    const auto refused = [&](const Bytes& file) {
        run.tell(FinishRecovery{new_passcode, file});
        CHECK(run.heard<Unlocked>() == nullptr);
        const Errc code = refusal(run);
        CHECK(run.heard<Refused>()->words.find("othing was changed") != std::string::npos);
        return code;
    };
    CHECK(refused(earlier) == Errc::wrong_key);
    CHECK(refused({}) == Errc::corrupt);
    CHECK(refused(Bytes(sound.begin(), sound.end() - 1)) == Errc::corrupt);
    CHECK(refused(Bytes(sound.begin(), sound.begin() + 100)) == Errc::corrupt);
    Bytes damaged = sound;
    damaged.back() ^= 0x01;
    CHECK(refused(damaged) == Errc::corrupt);
    CHECK(refused(encode(request)) == Errc::corrupt);
    RecoveryRequest for_another = request;
    for_another.device = run.id<DeviceId>();
    CHECK(refused(answered(for_another)) == Errc::wrong_key);
    const auto to_us = [&](std::string_view inside) {
        auto file = age::encrypt(as_bytes(inside), {request.recipient}, age::Form::binary, filled_with(5));
        REQUIRE(file);
        return *file;
    };
    CHECK(refused(to_us("no unlock file")) == Errc::corrupt);
    CHECK(forgotten.journal.appended.size() == batches);
    run.tell(FinishRecovery{"another passcode than that", sound});
    CHECK(refusal(run) == Errc::wrong_key);
    run.tell(FinishRecovery{new_passcode, sound});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE("recovery: keys of other inspections, or that open nothing here, are not taken in") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    const RecoveryRequest request = ask(run);
    REQUIRE(start_crypto());
    auto stranger = Vault::create("a stranger's passcode", quick_argon2, run.id<DeviceId>(), filled_with(3));
    REQUIRE(stranger);
    RecoveryRequest foreign = request;
    foreign.copies.clear();
    for (const InspectionId id : {forgotten.started.inspection, run.id<InspectionId>()}) {
        (void)stranger->first.add_inspection(id, filled_with(4));
        auto copy = stranger->first.recovery_copy(id, {age::recipient_of(key_of(office))}, filled_with(5));
        REQUIRE(copy);
        foreign.copies.push_back(std::move(*copy));
    }
    run.tell(FinishRecovery{new_passcode, answered(foreign)});
    CHECK(refusal(run) == Errc::not_found);
    run.tell(Unlock{passcode});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE("recovery: what the office cannot open stays sealed and kept, and the old passcode still opens it") {
    Forgotten forgotten;
    InspectionId kept;
    {
        Run run(forgotten.folder, forgotten.journal);
        run.tell(Unlock{passcode});
        kept = run.id<InspectionId>();
        run.tell(CreateInspection{run.next(),
                                  kept,
                                  small_pack(),
                                  edits::describe_inspection(kept, described_for(other_office)),
                                  {described_for(other_office).office_recipient}});
        REQUIRE(run.heard<Durable>() != nullptr);
    }
    {
        Run run(forgotten.folder, forgotten.journal);
        const RecoveryRequest request = ask(run);
        CHECK(request.copies.size() == 2);
        run.tell(FinishRecovery{new_passcode, answered(request)});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        CHECK(run.heard<Status>()->words.find("not open it") != std::string::npos);
        for (const OpenInspection& open : run.heard<Unlocked>()->inspections) {
            CHECK(open.read_only.empty() == (open.inspection == forgotten.started.inspection));
            CHECK(open.revisions.empty() == (open.inspection == kept));
        }
    }
    Run again(forgotten.folder, forgotten.journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(fold(*again.heard<Unlocked>(), kept).inspection().authority == "Wexmoor");
    again.tell(Lock{});
    again.tell(Unlock{new_passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(fold(*again.heard<Unlocked>(), forgotten.started.inspection).entry(forgotten.started.entry)->words ==
          "Before");
}

TEST_CASE("recovery: whichever batches a crash leaves of it, a passcode opens all that was written") {
    Forgotten forgotten;
    std::size_t before = 0;
    {
        Run run(forgotten.folder, forgotten.journal);
        before = forgotten.journal.appended.size();
        run.tell(FinishRecovery{new_passcode, answered(ask(run))});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        splice_in(run, forgotten.started, forgotten.last, 6, " and after");
    }
    REQUIRE(forgotten.journal.appended.size() >= before + 3);
    for (std::size_t kept = before; kept <= forgotten.journal.appended.size(); ++kept) {
        CAPTURE(kept);
        const Folder folder;
        MemoryJournal journal;
        journal.batches.assign(forgotten.journal.appended.begin(),
                               forgotten.journal.appended.begin() + static_cast<long>(kept));
        Run run(folder, journal);
        run.tell(Unlock{kept < before + 2 ? passcode : new_passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        const Notebook book = fold(*run.heard<Unlocked>(), forgotten.started.inspection);
        CHECK(book.entry(forgotten.started.entry)->words.starts_with("Before"));
    }
}

TEST_CASE("recovery: without a copy for an office there is nothing to ask for, and that is said") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    CHECK(refusal(run) == Errc::invalid);
    start_and_write(run, "Words.");
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    CHECK(refusal(run) == Errc::invalid);
    run.tell(Lock{});
    run.tell(BeginRecovery{"R. Hale", new_passcode});
    CHECK(refusal(run) == Errc::not_found);
    run.tell(FinishRecovery{new_passcode, {1, 2, 3}});
    CHECK(refusal(run) == Errc::not_found);
    run.tell(Unlock{passcode});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE("recovery: the request's and the answer's formats refuse what is cut, longer, or of a later version") {
    Forgotten forgotten;
    Run run(forgotten.folder, forgotten.journal);
    const RecoveryRequest request = ask(run);
    const Bytes sound = encode(request);
    const auto read = decode_recovery_request(sound);
    REQUIRE(read);
    CHECK(read->device == request.device);
    CHECK(read->copies == request.copies);
    for (std::size_t size = 0; size < sound.size(); ++size)
        CHECK(decode_recovery_request(ByteView(sound).first(size)).error().code == Errc::corrupt);
    Bytes longer = sound;
    longer.push_back(0);
    CHECK(decode_recovery_request(longer).error().code == Errc::corrupt);
    const auto version = std::ranges::find(sound, Byte{'1'}) - sound.begin();
    Bytes later = sound;
    later[static_cast<std::size_t>(version)] = '2';
    CHECK(decode_recovery_request(later).error().code == Errc::newer);
    CHECK(answered(request, other_office).empty());
}
