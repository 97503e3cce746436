#include "core/bundle/set_aside.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/bundle/inserter.h"

namespace daybook {

// The words of what is in the notebook are looked up by the view: a stranger's log may set aside one long entry under
// any number of rules that do not exist.
constexpr std::string_view set_aside_schema = R"sql(
    CREATE TABLE rule_set_aside(rule TEXT, source TEXT, about TEXT, reason TEXT NOT NULL, inspector TEXT, at TEXT,
        rule_id TEXT NOT NULL, about_id TEXT NOT NULL);
    CREATE VIEW set_aside AS SELECT aside.rule, aside.source, coalesce(aside.about, entry_itself.words,
        (SELECT kind || coalesce(', ' || place, '') FROM activity WHERE activity.id = aside.about_id),
        (SELECT list || ': ' || item FROM checks WHERE checks.id = aside.about_id),
        (SELECT name FROM school WHERE school.id = aside.about_id),
        (SELECT 'Photograph' FROM attachment WHERE attachment.id = aside.about_id),
        (SELECT 'Drawing' FROM drawing WHERE drawing.id = aside.about_id)) AS about,
        aside.reason, aside.inspector, aside.at, entry.in_confidence, (SELECT count(*) FROM passage
        WHERE passage.entry = entry.id AND passage.in_confidence AND NOT passage.retired
        AND passage.stands <> 'gone') AS confidential_passages, entry.id AS entry, aside.rule_id, aside.about_id
        FROM rule_set_aside AS aside LEFT JOIN entry AS entry_itself ON entry_itself.id = aside.about_id
        LEFT JOIN entry ON entry.id = coalesce(entry_itself.id,
        (SELECT attachment.entry FROM attachment WHERE attachment.id = aside.about_id),
        (SELECT drawing.entry FROM drawing WHERE drawing.id = aside.about_id)) ORDER BY aside.rowid;
)sql";

namespace {

/// What of the pack it is about; empty where it is something in the notebook, or nothing that either of them has.
std::string_view name_in_pack(const Pack& pack, const std::string& id) {
    if (const Aspect* aspect = pack.aspect(id)) return aspect->name;
    if (const Checklist* list = pack.checklist(id)) return list->name;
    return {};
}

}  // namespace

Result<void> write_set_aside(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO rule_set_aside VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    std::vector<std::pair<const std::string*, const SetAside*>> all;
    for (const auto& [key, one] : book.inspection().set_aside) all.emplace_back(&key, &one);
    std::ranges::sort(all, {}, [](const auto& one) { return std::tuple(one.second->at.at, *one.first); });
    for (const auto& [key, one] : all) {
        const std::size_t space = std::min(key->find(' '), key->size());
        const std::string rule_id = key->substr(0, space);
        const std::string about_id = key->substr(std::min(space + 1, key->size()));
        const Rule* rule = book.pack().rule(rule_id);
        rule == nullptr ? insert.nothing().nothing() : insert.text(rule->name).text(rule->source);
        insert.text_or_nothing(std::string(name_in_pack(book.pack(), about_id))).text(one->reason);
        insert.text(one->author).text(rfc3339(one->at)).text(rule_id).text(about_id).row();
    }
    return insert.finish();
}

}  // namespace daybook
