// What the tests of screens say often: what was sent, and how to get into a meeting.
// Never looks past what an app sends and shows.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/app/stage.h"

namespace daybook::testing {

template <typename T>
std::vector<T> changes_of(const std::vector<Edit>& edits) {
    std::vector<T> found;
    for (const Edit& edit : edits) {
        for (const Change& change : edit.changes) {
            if (const auto* one = std::get_if<T>(&change)) found.push_back(*one);
        }
    }
    return found;
}

inline std::vector<std::string> fields_of(const std::vector<Edit>& edits) {
    std::vector<std::string> names;
    for (const SetField& field : changes_of<SetField>(edits)) names.push_back(field.field);
    return names;
}

inline void start_meeting(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::button, "Start");
    stage.take_sent();
}

/// Locks, and unlocks with what the app said last of where one is.
inline void lock_and_unlock(Stage& stage) {
    stage.app->lock();
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    stage.reopen_at(kept->place);
}

/// Whether something of this role has a name that contains `part`.
inline bool says(const Stage& stage, Role role, std::string_view part) {
    return std::ranges::any_of(stage.all(role), [&](const SemanticNode* one) { return one->name.contains(part); });
}
inline bool says(const Stage& stage, std::string_view part) {
    return says(stage, Role::paragraph, part);
}

/// The name of the button whose name contains `part`.
inline std::string button_with(const Stage& stage, std::string_view part) {
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.contains(part)) return one->name;
    }
    FAIL("no button's name contains " << part);
    return {};
}

}  // namespace daybook::testing
