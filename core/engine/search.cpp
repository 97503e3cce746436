#include "core/engine/search.h"

#include <algorithm>
#include <iterator>

#include "core/base/utf8.h"

namespace daybook {
namespace {

/// Everything that a person may look for in one item.
std::string words_of(const Notebook& notebook, ItemId id) {
    std::string text;
    const auto add = [&](std::string_view more) {
        if (more.empty()) return;
        if (!text.empty()) text += '\n';
        // What marks a match in an excerpt must not be there already.
        std::ranges::replace_copy_if(
            more, std::back_inserter(text), [](char c) { return c == '\x02' || c == '\x03'; }, ' ');
    };
    if (const Entry* entry = notebook.entry(id); entry != nullptr) {
        for (const TextVersion& version : entry->versions) add(version.text);
    } else if (const Attachment* attachment = notebook.attachment(id); attachment != nullptr) {
        for (const TextVersion& version : attachment->versions) add(version.text);
    } else if (const Drawing* drawing = notebook.drawings().find(id); drawing != nullptr) {
        for (const TextVersion& version : drawing->versions) add(version.text);
    } else if (const Activity* activity = notebook.activity(id); activity != nullptr) {
        const ActivityKind* kind = notebook.pack().activity_kind(activity->kind);
        add(kind != nullptr ? kind->name : activity->kind);
        add(activity->place);
        for (const std::string& role_id : activity->roles) {
            const PersonRole* role = notebook.pack().role(role_id);
            add(role != nullptr ? role->name : role_id);
        }
        if (const School* school = notebook.school_of(*activity); school != nullptr) add(school->facts.name);
    }
    return text;
}

/// The query as FTS5 wants it: every word a quoted string, so that nothing typed is an operator; the last a prefix.
std::string fts_query(const std::string& typed) {
    std::string query;
    std::string word;
    const auto finish_word = [&] {
        if (!word.empty()) query += (query.empty() ? "\"" : " \"") + word + "\"";
        word.clear();
    };
    for (const char c : to_valid_utf8(typed)) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0') {
            finish_word();
        } else if (c == '"') {
            word += "\"\"";
        } else {
            word += c;
        }
    }
    finish_word();
    return query.empty() ? query : query + "*";
}

}  // namespace

Result<WordIndex> WordIndex::make(Databases& databases) {
    auto database = databases.open_in_memory();
    if (!database) return pass_on(database.error().while_doing("Making the search index"));
    // What is taken out is overwritten, and not only given back.
    auto made = (*database)->execute(
        "PRAGMA secure_delete=ON; CREATE VIRTUAL TABLE words USING fts5(text, tokenize = \"unicode61 remove_diacritics "
        "2\", prefix = '2 3')");
    if (!made) return pass_on(made.error().while_doing("Making the search index"));
    return WordIndex(std::move(*database));
}

Result<void> WordIndex::write(std::int64_t row, const std::string& text) {
    auto statement = database_->prepare("INSERT OR REPLACE INTO words(rowid, text) VALUES(?, ?)");
    if (!statement) return pass_on(statement.error());
    if (auto bound = (*statement)->bind_integer(1, row); !bound) return bound;
    if (auto bound = (*statement)->bind_text(2, text); !bound) return bound;
    if (auto stepped = (*statement)->step(); !stepped) return pass_on(stepped.error());
    return {};
}

Result<void> WordIndex::refresh(const std::map<InspectionId, const Notebook*>& notebooks) {
    for (const Key& key : dirty_) {
        const auto notebook = notebooks.find(key.first);
        if (notebook == notebooks.end()) continue;
        const std::string text = words_of(*notebook->second, key.second);
        if (text.empty() && !rows_.contains(key)) continue;
        const auto [row, is_new] = rows_.try_emplace(key, static_cast<std::int64_t>(keys_.size()) + 1);
        if (is_new) keys_.push_back(key);
        if (auto written = write(row->second, text); !written) return written;
    }
    dirty_.clear();
    return {};
}

Result<void> WordIndex::forget(InspectionId inspection) {
    const auto is_of_it = [&](const Key& key) { return key.first == inspection; };
    std::erase_if(dirty_, is_of_it);
    for (auto entry = rows_.begin(); entry != rows_.end();) {
        if (!is_of_it(entry->first)) {
            ++entry;
            continue;
        }
        if (auto emptied = write(entry->second, {}); !emptied) return emptied;
        entry = rows_.erase(entry);
    }
    // Merged into one, the index has no older segment that still holds the words.
    return database_->execute("INSERT INTO words(words) VALUES('optimize')");
}

Result<FoundWords> WordIndex::find(const std::string& query, const std::map<InspectionId, const Notebook*>& notebooks,
                                   std::size_t limit) {
    FoundWords found;
    const std::string wanted = fts_query(query);
    if (wanted.empty()) return found;
    if (auto refreshed = refresh(notebooks); !refreshed) return pass_on(refreshed.error());
    auto statement = database_->prepare(
        "SELECT rowid, snippet(words, 0, char(2), char(3), '…', 24) FROM words WHERE words MATCH ? "
        "ORDER BY rank, rowid LIMIT ?");
    if (!statement) return pass_on(statement.error());
    if (auto bound = (*statement)->bind_text(1, wanted); !bound) return pass_on(bound.error());
    if (auto bound = (*statement)->bind_integer(2, static_cast<std::int64_t>(limit)); !bound)
        return pass_on(bound.error());
    for (;;) {
        auto more = (*statement)->step();
        if (!more) return pass_on(more.error());
        if (!*more) break;
        const Key& key = keys_.at(static_cast<std::size_t>((*statement)->column_integer(0)) - 1);
        found.hits.push_back({key.first, key.second, std::string((*statement)->column_text(1))});
    }
    if (found.hits.size() < limit) return found;
    auto others = more_than(found.hits, wanted);
    if (!others) return pass_on(others.error());
    found.more = std::move(*others);
    return found;
}

/// An excerpt costs far more than the fact that there is one: of these only the fact is told.
Result<std::vector<SearchMatch>> WordIndex::more_than(const std::vector<SearchHit>& hits, const std::string& wanted) {
    std::set<Key> known;
    for (const SearchHit& hit : hits) known.insert({hit.inspection, hit.item});
    auto statement = database_->prepare("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid");
    if (!statement) return pass_on(statement.error());
    if (auto bound = (*statement)->bind_text(1, wanted); !bound) return pass_on(bound.error());
    std::vector<SearchMatch> others;
    for (;;) {
        auto more = (*statement)->step();
        if (!more) return pass_on(more.error());
        if (!*more) return others;
        const Key& key = keys_.at(static_cast<std::size_t>((*statement)->column_integer(0)) - 1);
        if (!known.contains(key)) others.push_back({key.first, key.second});
    }
}

}  // namespace daybook
