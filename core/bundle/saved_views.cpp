#include "core/bundle/saved_views.h"

#include <map>
#include <string>

#include "core/bundle/activities.h"
#include "core/bundle/inserter.h"

namespace daybook {
namespace {

using SchoolNames = std::map<std::string, std::string>;  // by the item's id in hexadecimal digits

/// As it is called; what has no name but in Daybook stands as it is stored.
std::string value_name(const Pack& pack, const SchoolNames& schools, Filter filter, const std::string& value) {
    if (filter == Filter::role) return role_name(pack, value);
    if (filter == Filter::bearing) {
        const auto name = pack.short_name_of(value);
        return name.empty() ? value : std::string(name);
    }
    if (filter == Filter::kind) {
        const ActivityKind* kind = pack.activity_kind(value);
        return kind == nullptr ? value : kind->name;
    }
    if (filter != Filter::school) return value;
    const auto school = schools.find(value);
    return school == schools.end() ? value : school->second;
}

}  // namespace

Result<void> write_saved_views(Database& database, const Notebook& book) {
    Inserter insert(database, "INSERT INTO saved_view VALUES(?, ?, ?, ?, ?, ?)");
    Inserter value(database, "INSERT INTO saved_view_value VALUES(?, ?, ?)");
    SchoolNames schools;
    for (const School* school : book.schools().all()) schools.emplace(school->id.hex(), school->facts.name);
    for (const SavedView* view : book.saved_views()) {
        insert.text(view->id.hex()).text(view->name).text_or_nothing(view->query).text(view->author);
        insert.text(rfc3339(view->saved)).integer(view->retired ? 1 : 0).row();
        for (const Filter filter : all_filters) {
            for (const std::string& one : view->criteria.of(filter))
                value.text(view->id.hex())
                    .text(filter_word(filter))
                    .text(value_name(book.pack(), schools, filter, one))
                    .row();
        }
    }
    if (auto finished = insert.finish(); !finished) return finished;
    return value.finish();
}

}  // namespace daybook
