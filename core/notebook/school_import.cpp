#include "core/notebook/school_import.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/notebook/school_edits.h"

namespace daybook {
namespace {

/// `before` with what the list says in its place.
SchoolFacts updated(const SchoolFacts& before, const SchoolFacts& listed) {
    SchoolFacts after = before;
    for (const auto& [field, fact] : school_fields) {
        if (!(listed.*fact).empty()) after.*fact = listed.*fact;
    }
    return after;
}

void add(std::vector<Change>& changes, std::vector<Change> more) {
    std::ranges::move(more, std::back_inserter(changes));
}

/// The number tells which school it is, even where somebody else has given the school another one since.
const School* school_of(const Notebook& book, const std::string& urn) {
    const School* school = book.schools().with_urn(book.id(), urn);
    return school != nullptr ? school : book.schools().find(school_id(book.id(), urn));
}

}  // namespace

SchoolImport import_schools(const Notebook& book, const SchoolList& list, RetiredSchools retired) {
    SchoolImport result;
    std::set<ItemId> told;
    for (const ListedSchool& listed : list.schools) {
        const School* school = school_of(book, listed.facts.urn);
        if (school == nullptr) {
            ++result.added;
            add(result.changes, edits::add_school(school_id(book.id(), listed.facts.urn), listed.facts));
            continue;
        }
        told.insert(school->id);
        result.retired += school->retired ? 1 : 0;
        if (school->retired && retired == RetiredSchools::stay) continue;
        auto changes = edits::correct_school(*school, updated(school->facts, listed.facts));
        if (!school->retired) ++(changes.empty() ? result.as_they_were : result.changed);
        add(result.changes, std::move(changes));
        if (school->retired) result.changes.emplace_back(Retire{school->id, false});
    }
    for (const ClosedSchool& closed : list.closed) {
        const School* school = school_of(book, closed.facts.urn);
        if (school == nullptr || !told.insert(school->id).second || school->retired) continue;
        result.closed_here.push_back(school);
    }
    for (const School* school : book.schools().all()) {
        if (!school->retired && !school->facts.urn.empty() && !told.contains(school->id))
            result.missing.push_back(school);
    }
    return result;
}

}  // namespace daybook
