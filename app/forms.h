// The forms that are saved by a button, and what is typed into them until it is pressed.
// Never part of the notebook: what stands here is lost to nobody, and seen by nobody else either.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/deadlines.h"
#include "app/screens/declarations.h"
#include "app/screens/duty.h"
#include "app/screens/follow_up.h"
#include "app/screens/health.h"
#include "app/screens/inspection_page.h"
#include "app/screens/new_inspection.h"
#include "app/screens/planned.h"
#include "app/screens/school.h"
#include "app/screens/start_meeting.h"
#include "app/screens/survey_sample.h"
#include "app/screens/times.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// Of one inspection, but for the last.
struct Forms {
    MeetingForm meeting{};
    DeadlinesDesk deadlines{};
    DeclarationsDesk declarations{};
    DutyDesk duty{};
    FollowUpDesk follow_up{};
    HealthDesk health{};
    InspectionPageDesk inspection_page{};
    PlannedDesk planned{};
    SchoolDesk school{};
    SurveySampleDesk survey_sample{};
    TimesDesk times{};
    InspectionForm new_inspection{};
};

/// What was typed into one of them and not saved, as it is kept over a lock (app/whereabouts.h).
struct UnsavedForm {
    struct Field {
        std::string name;
        std::string words;
        bool operator==(const Field&) const = default;
    };
    std::string form;           ///< which one. On disk, as the names of its fields are: never renamed
    ItemId of{};                ///< what it is about; nil where there is one such form
    std::vector<Field> fields;  ///< those that stand empty are left out; several of one name are a list

    /// Of the first field of this name; empty if there is none.
    [[nodiscard]] const std::string& words(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    bool operator==(const UnsavedForm&) const = default;
};

[[nodiscard]] std::vector<UnsavedForm> unsaved_forms(const Forms& forms, const Notebook& book);

/// Puts them back. What is about something that the notebook has no more, or is of a later version, is left out.
void fill_again(Forms& forms, std::span<const UnsavedForm> unsaved, const Notebook& book);

}  // namespace daybook
