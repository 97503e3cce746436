// The forms that are saved by a button, and what is typed into them until it is pressed.
// Never part of the notebook: what stands here is lost to nobody, and seen by nobody else either.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/route.h"
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

/// Of one inspection.
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
};

/// What was typed into one of them, or of a new inspection, and not saved: as it waits for whoever comes back to it,
/// and is kept over a lock (app/whereabouts.h). Left out are what is looked for, the name of a view, a list of schools
/// that was chosen and not imported, the time of a call-back, and the keys on Hand over: those go with their screen.
struct UnsavedForm {
    struct Field {
        std::string name;
        std::string words;
        bool operator==(const Field&) const = default;
    };
    std::string form;           ///< which one. On disk, as the names of its fields are: never renamed
    InspectionId inspection{};  ///< whose it is; nil for a new one
    ItemId of{};                ///< what it is about; nil where there is one such form
    std::vector<Field> fields;  ///< those that stand empty are left out; several of one name are a list

    /// Of the first field of this name; empty if there is none.
    [[nodiscard]] const std::string& words(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    bool operator==(const UnsavedForm&) const = default;
};

[[nodiscard]] std::vector<UnsavedForm> unsaved_forms(const Forms& forms, const Notebook& book);
[[nodiscard]] std::optional<UnsavedForm> unsaved_form(const InspectionForm& new_inspection);

/// Puts back what waits for this inspection, and takes it out of `waiting`. What is about something that the notebook
/// has no more, or is of a later version, is dropped; what turn_to() has to bring goes on waiting.
void fill_again(Forms& forms, std::vector<UnsavedForm>& waiting, const Notebook& book);
/// The same for a new inspection.
void fill_again(InspectionForm& new_inspection, std::vector<UnsavedForm>& waiting);

/// Of some forms there is one for each thing that they are about. Where another thing is shown than the form is of,
/// what stands in it waits, and what waits for that thing is put back. On the plan it is the session that is in no plan
/// yet.
void turn_to(Forms& forms, std::vector<UnsavedForm>& waiting, const Spot& here, const Notebook& book);

}  // namespace daybook
