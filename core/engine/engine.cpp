#include "core/engine/engine.h"

#include <algorithm>
#include <format>
#include <map>
#include <optional>

#include "core/base/utf8.h"
#include "core/engine/durability.h"
#include "core/engine/eraser.h"
#include "core/engine/opening.h"
#include "core/engine/search.h"
#include "core/engine/session.h"
#include "core/engine/store.h"

namespace daybook {
namespace {

constexpr int most_hits = 200;

std::string_view kept_words = "Your words are kept here and stay on the screen. Daybook keeps trying to save them.";

void add_sentence(std::string& words, std::string_view sentence) {
    if (!words.empty()) words += ' ';
    words += sentence;
}

/// An author's name stands in every revision: one that does not fit would let nothing be written ever after.
Result<void> check_author(const std::string& author) {
    if (author.empty()) return fail(Errc::invalid, "Say who you are: your name stands by what you write.");
    if (!is_utf8(author)) return fail(Errc::invalid, "That name has characters that cannot be stored.");
    if (author.size() > RevisionBounds::author)
        return fail(Errc::invalid, "That name is too long. Give a shorter one.");
    return {};
}

/// True unless a command leaves both copies as they are.
bool writes(const Command& command) {
    return !std::visit(
        []<typename One>(const One&) {
            return std::is_same_v<One, Unlock> || std::is_same_v<One, UnlockQuick> || std::is_same_v<One, Lock> ||
                   std::is_same_v<One, Search> || std::is_same_v<One, ReadAttachment> || std::is_same_v<One, Retry> ||
                   std::is_same_v<One, TestStorage> || std::is_same_v<One, Idle>;
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

class Engine::Parts {
public:
    explicit Parts(EngineParts parts)
        : ports(std::move(parts)),
          durability(ports.journal,
                     {[this](std::uint64_t up_to) { ports.say(Durable{up_to, ports.now()}); },
                      [this](const Error& error) { ports.say(Failed{error.what, std::string(kept_words)}); },
                      [this] { eraser.settled(); }}),
          eraser(durability, ports.databases) {}

    void start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings);

    void handle(FirstStart& command);
    void handle(Unlock& command);
    void handle(Lock&);
    void handle(CreateInspection& command);
    void handle(Edit& command);
    void handle(EditText& command);
    void handle(Search& command);
    void handle(Export& command);
    void handle(Retry&) { durability.try_again(); }
    void handle(Idle&);
    void handle(TestStorage&);
    void handle(EraseInspection& command);
    /// What is not made yet is refused.
    template <typename Other>
    void handle(Other&) {
        refuse(0, {Errc::unsupported, "Not yet."});
    }

    void refuse(std::uint64_t number, const Error& error) {
        ports.say(Refused{number, static_cast<std::uint8_t>(error.code), error.what});
    }

    EngineParts ports;
    std::optional<Store> store;
    Durability durability;
    Eraser eraser;
    std::string read_only;  ///< why nothing may be written, in either copy; empty if it may
    std::optional<LockedVault> locked_vault;
    std::uint64_t vault_number = 0;
    std::optional<Session> session;
    std::optional<WordIndex> index;
    bool started = false;
    /// Rows of the second copy that differ from what is first in their place: read where the first does not open.
    std::vector<Row> second_opinions;

private:
    void find_vault(const std::vector<Row>& device_rows);
    Result<Vault> open_vault(const std::string& passcode);
    Result<std::vector<Row>> all_rows();
    Result<void> begin(Vault vault, std::string author);
    void touch_all();
    void finish(Result<Written> written, std::uint64_t number);
    bool is_unlocked(std::uint64_t number);
};

void Engine::Parts::start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings) {
    auto opened = open_copies(ports.databases, journal_batches, findings);
    if (!opened) return ports.say(Status{EngineState::unusable, opened.error().what});
    store = std::move(*opened->store);
    durability.use(*store);
    read_only = opened->read_only;
    if (!opened->to_put_back.empty()) durability.put_back(std::move(opened->to_put_back));
    if (!opened->to_add.empty()) durability.put(std::move(opened->to_add), 0);
    if (!opened->to_put.empty()) durability.put(std::move(opened->to_put), 0);
    if (read_only.empty()) eraser.start(*store, *opened);
    second_opinions = std::move(opened->second_opinions);
    find_vault(opened->device_rows);
    started = true;
    ports.say(Status{locked_vault ? EngineState::locked : EngineState::first_start, opened->words});
}

void Engine::Parts::find_vault(const std::vector<Row>& device_rows) {
    for (const Row& row : device_rows) {
        if (row.place.kind != RowKind::vault || row.place.number <= vault_number) continue;
        vault_number = row.place.number;
        locked_vault = LockedVault{row.place.device, row.sealed};
    }
}

Result<void> Engine::Parts::begin(Vault vault, std::string author) {
    auto made = WordIndex::make(ports.databases);
    if (!made) return pass_on(made.error());
    index = std::move(*made);
    session.emplace(std::move(vault), std::move(author), ports.random);
    return {};
}

void Engine::Parts::handle(FirstStart& command) {
    if (!started) return refuse(0, {Errc::storage, "The notebook could not be opened."});
    if (locked_vault) return refuse(0, {Errc::invalid, "This device has its passcode already."});
    if (auto good = check_author(command.author); !good) return refuse(0, good.error());
    const auto device = new_id<DeviceId>(ports.random);
    auto created = Vault::create(command.passcode, ports.argon2, device, ports.random);
    if (!created) return refuse(0, created.error());
    auto& [vault, locked] = *created;
    const RowPlace profile{RowKind::profile, {}, device, 1};
    std::vector<Row> rows{{{RowKind::vault, {}, device, 1}, locked.stored},
                          {profile, vault.seal_own(associated_data(profile), as_bytes(command.author), ports.random)}};
    if (auto begun = begin(std::move(vault), command.author); !begun) return refuse(0, begun.error());
    // Not before: keys that are never stored must not be unlocked and written with.
    locked_vault = locked;
    vault_number = 1;
    ports.say(Status{EngineState::unlocked, ""});
    ports.say(session->unlocked());
    durability.put(std::move(rows), 0);
}

/// The keys, from the second copy if the first one's are damaged.
Result<Vault> Engine::Parts::open_vault(const std::string& passcode) {
    auto vault = Vault::unlock(*locked_vault, passcode);
    for (const Row& other : second_opinions) {
        if (vault || vault.error().code != Errc::corrupt) break;
        if (other.place.kind != RowKind::vault || other.place.number != vault_number) continue;
        vault = Vault::unlock({other.place.device, other.sealed}, passcode);
    }
    return vault;
}

/// By place; where several stand in one, the database's is first. What the database did not take yet is among them:
/// without it, the next change would get a number that is taken.
Result<std::vector<Row>> Engine::Parts::all_rows() {
    std::vector<Row> rows;
    if (auto read = store->each([&](Row row) { rows.push_back(std::move(row)); }); !read) return pass_on(read.error());
    durability.each_waiting([&](const Row& row) { rows.push_back(row); });
    rows.insert(rows.end(), second_opinions.begin(), second_opinions.end());
    std::erase_if(rows, [this](const Row& row) { return eraser.is_erased(row.place); });
    std::ranges::stable_sort(rows, {}, &Row::place);
    return rows;
}

/// Has every item's words read when next something is searched for.
void Engine::Parts::touch_all() {
    for (const auto& [id, notebook] : session->notebooks()) {
        for (const auto& [item, content] : notebook->items().all()) index->touch(id, item);
    }
}

void Engine::Parts::handle(Unlock& command) {
    if (!started || !locked_vault) return refuse(0, {Errc::invalid, "There is nothing to unlock yet."});
    if (session) return refuse(0, {Errc::invalid, "The notebook is unlocked already."});
    auto vault = open_vault(command.passcode);
    if (!vault) return refuse(0, vault.error());
    const auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    std::string author;
    std::vector<std::string> complaints;
    for (const Row& row : *rows) {
        if (row.place.kind != RowKind::profile || !author.empty()) continue;
        const auto name = vault->open_own(associated_data(row.place), row.sealed);
        if (name) author = std::string(as_text(*name));
        if (!name) complaints.push_back(name.error().what);
    }
    if (auto begun = begin(std::move(*vault), author); !begun) return refuse(0, begun.error());
    session->open(*rows, complaints);
    if (!read_only.empty()) session->only_read(read_only);
    touch_all();
    std::string words;
    for (const std::string& complaint : complaints) add_sentence(words, complaint);
    ports.say(Status{EngineState::unlocked, words});
    ports.say(session->unlocked());
}

void Engine::Parts::handle(Lock&) {
    durability.try_again();
    session.reset();
    index.reset();
    ports.say(
        Status{started ? (locked_vault ? EngineState::locked : EngineState::first_start) : EngineState::unusable, ""});
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

void Engine::Parts::handle(Search& command) {
    if (!is_unlocked(command.number)) return;
    auto hits = index->find(command.query, session->notebooks(), most_hits);
    if (!hits) return ports.say(SearchResults{command.number, {}, hits.error().what});
    ports.say(SearchResults{command.number, std::move(*hits), ""});
}

void Engine::Parts::handle(Export& command) {
    if (!is_unlocked(0)) return;
    auto handed_over = session->export_bundle(command, ports.now(), ports.databases);
    if (!handed_over) return refuse(0, handed_over.error().while_doing("Making the bundle"));
    durability.put({std::move(handed_over->row)}, 0);
    ports.say(std::move(handed_over->exported));
}

void Engine::Parts::handle(Idle&) {
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
    eraser.erase(locked_vault->device, {everything_of(command.inspection)},
                 [this, inspection = command.inspection] { ports.say(Erased{inspection}); });
}

Engine::Engine(EngineParts parts) : inside_(std::make_unique<Parts>(std::move(parts))) {}

Engine::~Engine() = default;

void Engine::start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings) {
    inside_->start(journal_batches, findings);
}

void Engine::handle(Command command) {
    if (!inside_->read_only.empty() && writes(command)) {
        inside_->refuse(number_of(command), {Errc::newer, inside_->read_only});
    } else {
        std::visit([this](auto& one) { inside_->handle(one); }, command);
    }
    // A passcode must not stay behind in memory that is given back.
    for (std::string* passcode : {std::get_if<FirstStart>(&command) ? &std::get<FirstStart>(command).passcode : nullptr,
                                  std::get_if<Unlock>(&command) ? &std::get<Unlock>(command).passcode : nullptr}) {
        if (passcode != nullptr) wipe({reinterpret_cast<Byte*>(passcode->data()), passcode->size()});
    }
}

void Engine::handle(ByteView message) {
    auto command = decode_command(message);
    if (!command) return inside_->refuse(0, command.error());
    handle(std::move(*command));
}

void Engine::journal_answered(std::uint64_t token, const Result<void>& stored) {
    inside_->durability.answered(token, stored);
}

}  // namespace daybook
