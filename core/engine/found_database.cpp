// Which of the notebook's files is the database: made, brought up to this version, or rebuilt from the second copy.
// Never deletes a file that holds anything, and never sets one aside for a failure that is not damage.
#include "core/engine/found_database.h"

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace daybook {
namespace {

/// A failure, and in which file.
struct FileError {
    std::string name;
    Error error;
};

bool is_there(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// The file that holds the notebook now; the current one's name if there is none yet.
std::string file_to_read(const std::vector<std::string>& names) {
    if (std::string later = later_database(names); !later.empty()) return later;
    const bool only_first = !is_there(names, database_name) && is_there(names, first_database_name);
    return std::string(only_first ? first_database_name : database_name);
}

/// A file of the first schema that is sound, to copy from; none if there is no such file, or nothing in it.
Result<std::optional<Store>> open_first(Databases& databases, SecondCopy& second) {
    auto first = Store::open(databases, first_database_name);
    if (!first) return pass_on(first.error());
    if (first->state() == SchemaState::empty) return std::nullopt;
    if (auto sound = first->check(); !sound) return pass_on(sound.error());
    if (auto compared = compare(*first, second); !compared) return pass_on(compared.error());
    return std::optional(std::move(*first));
}

std::unexpected<FileError> failed_in(std::string_view name, Error error) {
    // What a later version has made is never touched, whatever it looks like to this one.
    const bool is_later = !later_database({std::string(name)}).empty();
    if (is_later && error.code == Errc::corrupt) error.code = Errc::newer;
    return std::unexpected(FileError{std::string(name), std::move(error)});
}

/// The file of this schema, or of a later one. An empty one is as good as none.
std::expected<Store, FileError> open_own(Databases& databases, const std::string& name) {
    auto store = Store::open(databases, name);
    if (!store) return failed_in(name, store.error());
    if (store->state() == SchemaState::later) return std::move(*store);
    if (auto sound = store->check(); !sound) return failed_in(name, sound.error());
    if (store->state() != SchemaState::first) return std::move(*store);
    return failed_in(name, {Errc::corrupt, "The database does not say which version of Daybook made it."});
}

/// Makes the file of this schema, from that of the first one if there is one. Nothing counts before the last step.
std::expected<Store, FileError> make_file(Databases& databases, const std::vector<std::string>& names,
                                          SecondCopy& second) {
    std::optional<Store> first;
    if (is_there(names, first_database_name)) {
        auto opened = open_first(databases, second);
        if (!opened) return failed_in(first_database_name, opened.error());
        first = std::move(*opened);
        // The first schema's file with a later number in it, or with rows of a later kind, is not ours to bring up.
        if (first && first->state() != SchemaState::first) return std::move(*first);
        const auto read = first ? first->each([](const Row&) {}) : Result<void>{};
        if (!read && read.error().code == Errc::newer) return std::move(*first);
        if (!read) return failed_in(first_database_name, read.error());
    }
    auto store = Store::open(databases);
    if (!store) return failed_in(database_name, store.error());
    auto begun = store->begin(first ? &*first : nullptr);
    // Not as damage: the file is new, and there is nothing in it to be set aside.
    if (!begun) return failed_in(database_name, {Errc::storage, begun.error().what});
    return std::move(*store);
}

/// The database as the files give it.
std::expected<Store, FileError> open_file(Databases& databases, const std::vector<std::string>& names,
                                          SecondCopy& second, FoundDatabase& found) {
    const std::string name = file_to_read(names);
    if (name != first_database_name) {
        auto store = open_own(databases, name);
        if (!store || store->state() != SchemaState::empty) {
            found.left_first = is_there(names, first_database_name);
            return store;
        }
    }
    found.left_first = false;
    return make_file(databases, names, second);
}

/// True if a row can stand there: it goes on where the rows that are known end, or fills a hole in them. A place that
/// was damaged itself seldom does, and would make a chain unreadable that is whole in the second copy.
bool fits(const std::map<RowPlace, Bytes>& salvaged, const SecondCopy& second, const RowPlace& place) {
    if (place.number <= 1) return true;
    RowPlace before = place;
    --before.number;
    return salvaged.contains(before) || second.rows.contains(before);
}

/// What a damaged database still gives, and the second copy lacks.
std::vector<Row> salvage(Databases& databases, const std::string& name, const SecondCopy& second) {
    const auto before = [](ByteView left, ByteView right) { return std::ranges::lexicographical_compare(left, right); };
    std::set<ByteView, decltype(before)> held(before);
    for (const auto& [place, row] : second.rows) held.insert(row.sealed);
    std::map<RowPlace, Bytes> given;
    Store::salvage(databases, name, [&](Row row) {
        if (second.rows.contains(row.place) || held.contains(row.sealed)) return;
        given.try_emplace(row.place, std::move(row.sealed));
    });
    std::map<RowPlace, Bytes> fitting;  // by place: the one before a row comes before it
    for (auto& [place, sealed] : given) {
        if (fits(fitting, second, place)) fitting.try_emplace(place, std::move(sealed));
    }
    std::vector<Row> rows;
    for (auto& [place, sealed] : fitting) rows.push_back({place, std::move(sealed)});
    return rows;
}

Result<void> set_aside(Databases& databases, const FileError& damaged, const SecondCopy& second, FoundDatabase& found) {
    if (!second.holds_keys()) {
        return fail(Errc::corrupt,
                    damaged.error.what + " It was left as it is, and the second copy holds no notebook.");
    }
    std::vector<Row> salvaged = salvage(databases, damaged.name, second);
    const auto kept = databases.set_aside(damaged.name);
    if (!kept) return pass_on(kept.error());
    std::ranges::move(salvaged, std::back_inserter(found.salvaged));
    if (!found.words.empty()) found.words += ' ';
    found.words += std::format(
        "The database could not be read and was rebuilt from the second copy. "
        "The damaged one was kept as {}.",
        *kept);
    return {};
}

/// Rows that differ may lie in a database whose index leads to others than it names: that is seen only by a longer
/// look.
Result<Comparison> compare_soundly(Store& store, SecondCopy& second) {
    auto compared = compare(store, second);
    if (!compared || store.state() == SchemaState::later) return compared;
    if (compared->different.empty() && compared->strays.empty()) return compared;
    if (auto sound = store.check_rows(); !sound) return pass_on(sound.error());
    return compared;
}

}  // namespace

Result<FoundDatabase> find_database(Databases& databases, SecondCopy& second) {
    FoundDatabase found;
    // Each round sets one file aside; there are two that may have to be, and a third that is made.
    for (;;) {
        const auto names = databases.stored();
        if (!names) return pass_on(names.error());
        auto opened = open_file(databases, *names, second, found);
        if (opened) {
            auto compared = compare_soundly(*opened, second);
            if (compared) {
                found.store = std::move(*opened);
                found.comparison = std::move(*compared);
                return found;
            }
            if (opened->state() == SchemaState::later) return fail(Errc::newer, compared.error().what);
            opened = failed_in(file_to_read(*names), compared.error());  // closes the file
        }
        if (opened.error().error.code != Errc::corrupt) return pass_on(opened.error().error);
        if (auto kept = set_aside(databases, opened.error(), second, found); !kept) return pass_on(kept.error());
    }
}

Result<std::vector<Row>> retire_first(Databases& databases, Store& store, const SecondCopy& second,
                                      const std::vector<ErasedPlace>& erased) {
    std::vector<Row> missing;
    {
        auto first = Store::open(databases, first_database_name);
        if (!first) return pass_on(first.error());
        Result<void> looked;
        auto read = first->each([&](Row row) {
            if (!looked || covers(erased, row.place) || second.rows.contains(row.place)) return;
            const auto there = store.find(row.place);
            if (!there) looked = pass_on(there.error());
            if (there && !*there) missing.push_back(std::move(row));
        });
        if (!read) return pass_on(read.error());
        if (!looked) return pass_on(looked.error());
    }
    if (!missing.empty()) return missing;
    if (auto removed = databases.remove(first_database_name); !removed) return pass_on(removed.error());
    return missing;
}

}  // namespace daybook
