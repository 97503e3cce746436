#include "core/engine/engine.h"

#include <algorithm>
#include <type_traits>

#include "core/engine/engine_parts.h"
#include "core/engine/mending.h"

namespace daybook {
namespace {

constexpr std::size_t most_hits = 200;

/// True unless a command leaves both copies as they are.
bool writes(const Command& command) {
    return !std::visit(
        []<typename One>(const One&) {
            return std::is_same_v<One, Unlock> || std::is_same_v<One, UnlockQuick> || std::is_same_v<One, Lock> ||
                   std::is_same_v<One, Search> || std::is_same_v<One, ReadAttachment> || std::is_same_v<One, Retry> ||
                   std::is_same_v<One, TestStorage> || std::is_same_v<One, Idle> || std::is_same_v<One, KeepPlace>;
        },
        command);
}

/// The edit's number, or 0.
std::uint64_t number_of(const Command& command) {
    return std::visit(
        [](const auto& one) -> std::uint64_t {
            if constexpr (requires { one.number; }) {
                return one.number;
            } else {
                return 0;
            }
        },
        command);
}

}  // namespace

void Engine::Parts::start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings,
                          const WrongTries& kept) {
    auto opened = open_copies(ports.databases, journal_batches, findings);
    if (!opened) return ports.say(Status{EngineState::unusable, opened.error().what});
    const auto wrong = opened->store->wrong_tries();
    if (!wrong) return ports.say(Status{EngineState::unusable, wrong.error().what});
    tries.start(copies() == Copies::one ? kept : *wrong);
    store = std::move(*opened->store);
    durability.use(*store);
    read_only = opened->read_only;
    if (!opened->to_put_back.empty()) durability.put_back(std::move(opened->to_put_back));
    if (!opened->to_add.empty()) durability.add_from_database(std::move(opened->to_add));
    if (!opened->to_put.empty()) durability.put(std::move(opened->to_put), 0);
    if (read_only.empty()) eraser.start(*store, *opened);
    second_opinions = std::move(opened->second_opinions);
    strays = std::move(opened->strays);
    if (read_only.empty() && opened->renew_second) eraser.renew();
    unlocking.learn(opened->device_rows);
    unlocking.learn(second_opinions);
    started = true;
    ports.say(status_locked(opened->words));
}

void Engine::Parts::journal_lost() {
    if (!store || !read_only.empty()) return;
    std::vector<RowPlace> places;
    auto read = store->each([&](const Row& row) { places.push_back(row.place); });
    if (!read) ports.say(Failed{read.error().what, std::string(kept_words)});
    durability.give_again(std::move(places));  // what could be read, at least
}

Copies Engine::Parts::copies() const {
    return ports.databases.keeping() == Keeping::files ? Copies::two : Copies::one;
}

Status Engine::Parts::status(EngineState state, std::string words) const {
    const auto quick = unlocking.quick_lock();
    return {state,
            std::move(words),
            quick ? quick->credential : Bytes(),
            quick ? quick->salt : Bytes(),
            state != EngineState::unlocked && unlocking.awaits_recovery(),
            copies()};
}

Unlocked Engine::Parts::unlocked() const {
    Unlocked event = session->unlocked();
    event.quick_unlock = unlocking.opens_quickly(event.device);
    event.copies = copies();
    return event;
}

Status Engine::Parts::status_locked(std::string words) const {
    if (!started) return status(EngineState::unusable, std::move(words));
    return status(unlocking.has_keys() ? EngineState::locked : EngineState::first_start, std::move(words));
}

/// By place; where several stand in one, the database's is first. What the database did not take yet is among them:
/// without it, the next change would get a number that is taken.
Result<std::vector<Row>> Engine::Parts::all_rows() {
    std::vector<Row> rows;
    if (auto read = store->each_but_attachments([&](Row row) { rows.push_back(std::move(row)); }); !read) {
        return pass_on(read.error());
    }
    // Attachments are read when somebody looks at one: together they may be more than there is memory.
    const auto take = [&](const Row& row) {
        if (row.place.kind != RowKind::attachment) rows.push_back(row);
    };
    durability.each_waiting(take);
    std::ranges::for_each(second_opinions, take);
    std::erase_if(rows, [this](const Row& row) { return eraser.is_erased(row.place); });
    std::ranges::stable_sort(rows, {}, &Row::place);
    return rows;
}

/// Where the copies do not agree and a key tells which one is right, the other one is put right from it. What fails
/// here is tried again at the next start: until then both are kept.
void Engine::Parts::mend(Vault& vault) {
    if (!read_only.empty() || (second_opinions.empty() && strays.empty())) return;
    const auto mending = judge(*store, vault, second_opinions, strays);
    if (!mending || mending->settled.empty() || !store->put_right(mending->damaged, mending->right)) return;
    const auto is_settled = [&](const RowPlace& place) {
        return std::ranges::find(mending->settled, place) != mending->settled.end();
    };
    std::erase_if(second_opinions, [&](const Row& row) { return is_settled(row.place); });
    std::erase_if(strays, [&](const Stray& stray) { return is_settled(stray.in_second); });
    eraser.give_up(mending->settled);
    if (mending->second_is_damaged) eraser.renew();
}

/// Has every item's words read when next something is searched for.
void Engine::Parts::touch_all() {
    for (const auto& [id, notebook] : session->notebooks()) {
        for (const auto& [item, content] : notebook->items().all()) index->touch(id, item);
    }
}

void Engine::Parts::handle(Lock&) {
    if (store) store->write_place();
    session.reset();
    index.reset();
    ports.say(status_locked(""));
    durability.try_again();  // whoever begins anew with this hears what is not stored
}

bool Engine::Parts::is_unlocked(std::uint64_t number) {
    if (session) return true;
    refuse(number, {Errc::invalid, "The notebook is locked."});
    return false;
}

void Engine::Parts::finish(Result<Written> written, std::uint64_t number) {
    if (!written) return refuse(number, written.error());
    for (const Bytes& canonical : written->appended.revisions) {
        const auto revision = decode_revision(canonical);
        const auto item = revision ? item_of(revision->change) : std::nullopt;
        if (item) index->touch(written->appended.inspection, *item);
    }
    ports.say(std::move(written->appended));
    durability.put(std::move(written->rows), number);
}

void Engine::Parts::handle(CreateInspection& command) {
    if (!is_unlocked(command.number)) return;
    if (eraser.is_erased({RowKind::data_key, command.inspection, {}, 1})) {
        return refuse(command.number, {Errc::invalid, "That inspection was erased from this device."});
    }
    finish(session->create_inspection(command, ports.now()), command.number);
}

void Engine::Parts::handle(Edit& command) {
    if (is_unlocked(command.number)) finish(session->edit(command, ports.now()), command.number);
}

void Engine::Parts::handle(EditText& command) {
    if (is_unlocked(command.number)) finish(session->edit_text(command, ports.now()), command.number);
}

void Engine::Parts::handle(AddAttachment& command) {
    if (is_unlocked(command.number)) finish(session->add_attachment(command, ports.now()), command.number);
}

void Engine::Parts::handle(ReadAttachment& command) {
    if (!is_unlocked(0)) return;
    auto content = session->read_attachment(command.inspection, command.attachment,
                                            [this](const RowPlace& place) { return find_piece(place); });
    AttachmentRead read{command.inspection, command.attachment, {}, {}, {}};
    if (content) {
        const Notebook& notebook = session->books().at(command.inspection).notebook;
        read.media_type = notebook.attachment(command.attachment)->media_type;
        read.content = std::move(*content);
    } else {
        read.complaint = content.error().what;
    }
    ports.say(read);
}

/// Numbers go on behind every piece that stands anywhere, so that none is given twice.
Result<void> Engine::Parts::count_pieces() {
    if (!read_only.empty()) return {};
    for (const auto& [inspection, book] : session->books()) {
        RowPlace last{RowKind::attachment, inspection, session->vault().device(), 0};
        const auto number = store->last_number(last.kind, last.inspection, last.device);
        if (!number) return pass_on(number.error());
        last.number = *number;
        session->count_piece(last);
    }
    durability.each_waiting([this](const Row& row) { session->count_piece(row.place); });
    return {};
}

Result<std::vector<Bytes>> Engine::Parts::find_piece(const RowPlace& place) {
    std::vector<Bytes> found;
    auto stored = store->find(place);
    if (stored && *stored) found.push_back(std::move(**stored));
    const auto take = [&](const Row& row) {
        if (row.place == place) found.push_back(row.sealed);
    };
    durability.each_waiting(take);
    std::ranges::for_each(second_opinions, take);
    // A database that cannot be read matters only where nothing else was found.
    if (!stored && found.empty()) return pass_on(stored.error());
    return found;
}

void Engine::Parts::handle(Search& command) {
    if (!is_unlocked(command.number)) return;
    auto found = index->find(command.query, session->notebooks(), most_hits);
    if (!found) return ports.say(SearchResults{command.number, {}, found.error().what});
    ports.say(SearchResults{command.number, std::move(found->hits), "", std::move(found->more)});
}

void Engine::Parts::handle(Export& command) {
    if (!is_unlocked(0)) return;
    auto handed_over = session->export_bundle(command, ports.now(), ports.databases,
                                              [this](const RowPlace& place) { return find_piece(place); });
    if (!handed_over) return refuse(0, handed_over.error().while_doing("Making the bundle"));
    durability.put({std::move(handed_over->row)}, 0);
    ports.say(std::move(handed_over->exported));
}

/// Nobody hears of it: the notebook without it is whole.
void Engine::Parts::handle(KeepPlace& command) {
    if (!session || !store || !read_only.empty() || command.place.size() > PlaceBounds::size) return;
    store->keep_place(session->seal_place(command.place));
    if (command.when == KeepPlace::When::now) store->write_place();
}

void Engine::Parts::handle(Idle&) {
    if (store) store->write_place();
    if (!store || !durability.all_durable()) return;
    // The log holds everything until it is brought in: a failure costs nothing, and the next time is soon.
    static_cast<void>(store->checkpoint());
}

void Engine::Parts::handle(TestStorage&) {
    const auto say = [this](const Result<void>& tested) {
        ports.say(StorageTested{tested.has_value(), tested ? std::string() : tested.error().what});
    };
    if (!store) return say(fail(Errc::storage, "The notebook could not be opened."));
    if (!read_only.empty()) return say(fail(Errc::newer, read_only));
    if (auto tested = store->test(); !tested) return say(tested);
    durability.test(say);
}

void Engine::Parts::handle(EraseInspection& command) {
    if (!is_unlocked(0)) return;
    if (!session->books().contains(command.inspection)) {
        return refuse(0, {Errc::not_found, "That inspection is not on this device."});
    }
    if (!durability.all_durable()) {
        return refuse(0, {Errc::busy,
                          "Something is still waiting to be stored. Nothing was erased; try again when all "
                          "is saved."});
    }
    // The index holds the inspection's words: it is made anew for what is left.
    auto made = WordIndex::make(ports.databases);
    if (!made) return refuse(0, made.error());
    index = std::move(*made);
    session->forget(command.inspection);
    touch_all();
    eraser.erase(session->vault().device(), {everything_of(command.inspection)},
                 [this, inspection = command.inspection] { ports.say(Erased{inspection}); });
}

Engine::Engine(EngineParts parts) : inside_(std::make_unique<Parts>(std::move(parts))) {}

Engine::~Engine() = default;

void Engine::start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings,
                   const WrongTries& tries) {
    inside_->start(journal_batches, findings, tries);
}

void Engine::handle(Command command) {
    if (!inside_->read_only.empty() && writes(command)) {
        inside_->refuse(number_of(command), {Errc::newer, inside_->read_only});
    } else {
        std::visit([this](auto& one) { inside_->handle(one); }, command);
    }
    // A passcode must not stay behind in memory that is given back.
    wipe_secrets(command);
}

void Engine::handle(ByteView message) {
    auto command = decode_command(message);
    if (!command) return inside_->refuse(0, command.error());
    handle(std::move(*command));
}

void Engine::journal_answered(std::uint64_t token, const Result<void>& stored) {
    inside_->durability.answered(token, stored);
}

void Engine::journal_lost() {
    inside_->journal_lost();
}

}  // namespace daybook
