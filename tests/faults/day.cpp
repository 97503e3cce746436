// An inspector's day, scripted.
// Never stops because something failed: it tries again, as the app does, and goes on.
#include "tests/faults/day.h"

#include <utility>

#include "core/crypto/age/age.h"
#include "core/notebook/edits.h"
#include "tests/engine/bench.h"

namespace daybook::faults {

void Day::run(const Load& load) {
    if (!restart()) return;
    begin();
    for (std::size_t n = 0; n < load.entries; ++n) {
        write_entry(load);
        if (n == load.entries / 4) tell(Lock{});
        if (n == load.entries / 4) unlock();
        if (load.restarts && n == load.entries / 2 && (!restart() || !unlock())) return;
        if (n == load.entries * 2 / 3) write_and_erase_another(load);
        if (n == load.entries * 3 / 4) change_passcode();
        tell(Idle{});
    }
    desk_.reset();
}

void Day::resume(const Load& load) {
    if (!restart() || !unlock()) return;
    inspection_ = account_.edits.front().inspection;
    number_ = account_.edits.back().number;
    activity_ = dice_.id<ItemId>();
    edit(edits::start_activity({activity_, "meeting", "Town hall", {}}, desk_->now()));
    for (std::size_t n = 0; n < load.entries; ++n) {
        write_entry(load);
        if (n == load.entries / 2 && (!restart() || !unlock())) return;
    }
    desk_.reset();
}

bool Day::restart() {
    desk_.reset();
    desk_ = std::make_unique<Desk>(folder_, dice_, [this](const Event& event) { hear(event); }, account_.keeping);
    return desk_->found().state != EngineState::unusable;
}

bool Day::unlock() {
    tell(Unlock{account_.passcodes.back().words});
    return desk_->heard<Unlocked>() != nullptr;
}

void Day::begin() {
    account_.passcodes.push_back({bench::passcode, disk_.operations().size()});
    tell(FirstStart{"R. Hale", bench::passcode});
    inspection_ = create_inspection();
    activity_ = dice_.id<ItemId>();
    edit(edits::start_activity({activity_, "meeting", "Town hall", {}}, desk_->now()));
}

InspectionId Day::create_inspection() {
    const auto id = dice_.id<InspectionId>();
    Inspection described = bench::small_inspection();
    described.office_recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    tell(CreateInspection{
        ++number_, id, bench::small_pack(), edits::describe_inspection(id, described), {described.office_recipient}});
    return id;
}

void Day::write_entry(const Load& load) {
    const auto entry = dice_.id<ItemId>();
    Typist typist(dice_.below(1U << 30U));
    const auto note_words = [&] {
        account_.words[entry].emplace_back(account_.revisions[inspection_].size(), typist.words());
    };
    auto changes = edits::create_entry(entry, activity_);
    changes.push_back(edits::first_words(entry, typist.type().inserted));
    edit(std::move(changes));
    if (!was_taken()) return;
    note_words();
    for (std::size_t n = 0; n < load.strokes; ++n) {
        const RevisionRef last{device_, account_.words[entry].back().first};
        const Stroke stroke = typist.type();
        tell(EditText{++number_,
                      inspection_,
                      {entry, std::string(words::prose), {last}, stroke.at, stroke.erased, stroke.inserted}});
        if (!was_taken()) return;
        note_words();
    }
    edit(edits::set_aspect(entry, "leadership", dice_.coin()));
    if (entries_ % 3 == 0) edit(edits::set_polarity(entry, Polarity::strength));
    if (entries_ % 3 == 1) mark_first_words(entry);
    if (entries_ % 4 == 1) attach(entry, load.attachment_size);
    if (entries_ % 4 == 3) draw(entry);
    if (entries_ % 5 == 2) tell(Export{inspection_});
    ++entries_;
}

void Day::write_and_erase_another(const Load& load) {
    const InspectionId kept = std::exchange(inspection_, create_inspection());
    const ItemId its_activity = std::exchange(activity_, dice_.id<ItemId>());
    edit(edits::start_activity({activity_, "meeting", "Library", {}}, desk_->now()));
    write_entry({.entries = 1, .strokes = 1, .attachment_size = load.attachment_size, .restarts = false});
    account_.erasures.push_back({inspection_, disk_.operations().size()});
    tell(EraseInspection{inspection_});
    if (refused_) account_.erasures.pop_back();
    inspection_ = kept;
    activity_ = its_activity;
}

void Day::change_passcode() {
    const std::string before = account_.passcodes.back().words;
    const std::string after = before + " walnut";
    account_.passcodes.push_back({after, disk_.operations().size()});
    tell(ChangePasscode{before, after});
    if (refused_) account_.passcodes.pop_back();
}

void Day::attach(ItemId entry, std::size_t size) {
    Bytes content(size);
    dice_.fill(content);
    const auto attachment = dice_.id<ItemId>();
    tell(AddAttachment{++number_, inspection_, attachment, entry, "image/jpeg", content});
    if (was_taken()) account_.attachments.push_back({inspection_, attachment, number_, std::move(content)});
}

void Day::draw(ItemId entry) {
    const auto sheet = dice_.id<ItemId>();
    const auto line = [&](std::uint32_t begun_ms) {
        std::vector<InkPoint> points;
        for (std::uint32_t n = 0; n < 200; ++n) {
            const auto somewhere = [&](std::int32_t units) {
                return static_cast<std::int32_t>(dice_.below(static_cast<std::uint64_t>(units * InkBounds::unit)));
            };
            points.push_back({somewhere(InkBounds::width), somewhere(InkBounds::width),
                              static_cast<std::uint8_t>(dice_.below(256)), begun_ms + n * 4});
        }
        return points;
    };
    const auto stroke = dice_.id<ItemId>();
    const auto erased = dice_.id<ItemId>();
    edit(edits::create_drawing(sheet, entry));
    edit(edits::draw(stroke, sheet, line(0)));
    edit(edits::draw_on(stroke, 1, line(800)));
    edit(edits::draw(erased, sheet, line(0)));
    edit(edits::set_retired(erased, true));
}

void Day::mark_first_words(ItemId entry) {
    const auto& [written, words] = account_.words[entry].front();
    const auto passage = dice_.id<ItemId>();
    auto changes = edits::add_passage({passage, entry, {.version = {device_, written}, .range = {0, words.size()}}});
    for (Change& change : edits::set_confidence(passage, true)) changes.push_back(std::move(change));
    edit(std::move(changes));
}

void Day::edit(std::vector<Change> changes) {
    tell(Edit{++number_, inspection_, std::move(changes)});
}

void Day::tell(Command command) {
    constexpr int most_retries = 2;
    const std::size_t reports = account_.reports;
    refused_ = false;
    desk_->tell(std::move(command));
    if (account_.reports == reports) return;
    for (int n = 0; n < most_retries; ++n) desk_->tell(Retry{});
}

bool Day::was_taken() const {
    return !account_.edits.empty() && account_.edits.back().number == number_;
}

void Day::hear(const Event& event) {
    const Account::Moment now = disk_.operations().size();
    const auto report = [&](const std::string& words) {
        ++account_.reports;
        account_.last_report = words;
    };
    if (const auto* unlocked = std::get_if<Unlocked>(&event)) device_ = unlocked->device;
    if (const auto* appended = std::get_if<Appended>(&event)) {
        auto& revisions = account_.revisions[appended->inspection];
        revisions.insert(revisions.end(), appended->revisions.begin(), appended->revisions.end());
        account_.edits.push_back({appended->number, appended->inspection, revisions.size()});
    }
    if (const auto* durable = std::get_if<Durable>(&event)) account_.promises.push_back({now, durable->up_to});
    if (const auto* failed = std::get_if<Failed>(&event)) report(failed->what);
    if (const auto* refused = std::get_if<Refused>(&event)) {
        refused_ = true;
        report(refused->words);
    }
    const auto* status = std::get_if<Status>(&event);
    if (status != nullptr && status->state == EngineState::unusable) report(status->words);
    if (std::holds_alternative<Exported>(event)) ++account_.exports;
    if (std::holds_alternative<PasscodeChanged>(event)) account_.passcodes.back().promised = now;
    if (std::holds_alternative<Erased>(event)) account_.erasures.back().promised = now;
}

}  // namespace daybook::faults
