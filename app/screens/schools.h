// The schools of the authority: a list of them, how many are in each group of the survey, and where a list comes in.
// Never a school that neither a list nor a person has named.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "core/notebook/school_import.h"
#include "platform/window.h"

namespace daybook {

struct SchoolsDesk {
    InspectionId of{};
    std::string query{};               ///< what names are looked for by
    std::string group{};               ///< id of the one that alone is shown; empty: all
    bool without_group = false;        ///< those alone are shown that are in none
    std::uint32_t asked = 0;           ///< the number of the last file that was asked for
    ItemId adding{};                   ///< of the one that is being typed in
    std::string complaint{};           ///< why a file could not be used
    std::string imported{};            ///< what was imported last, in words
    std::optional<SchoolList> list{};  ///< that was read, and is looked at
    std::string file{};                ///< its name
    RetiredSchools retired = RetiredSchools::stay;

    void take(SchoolList read, std::string name);
};

void schools_screen(Ui& ui, const View& view, SchoolsDesk& desk, Window& window, Wishes wishes);

/// "48 schools", for the row that leads there.
[[nodiscard]] std::string schools_words(const Words& say, const View& view);

/// The names of groups of the survey, by their ids in the pack; or that there are none.
[[nodiscard]] std::string group_names(const Words& say, const Pack& pack, const std::vector<std::string>& groups);

/// "Primary · Community school · Good": what is known of one, in a line.
[[nodiscard]] std::string school_line(const Words& say, const School& school);

}  // namespace daybook
