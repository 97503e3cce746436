// What the rules of the framework want and the notebook has not: each with why, a way there, and setting it aside.
// Never hides what was set aside: it stands beneath, with who did it, when and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/notebook/health.h"

namespace daybook {

struct HealthDesk {
    InspectionId of{};     ///< whose shortfalls these are
    std::string asking{};  ///< the key of the one that is about to be set aside; empty for none
    std::string reason{};  ///< as it is being typed
    bool without_reason = false;
    bool focus_wanted = false;  ///< the field for it is to get the caret
};

/// What the rules have found in the notebook that is shown: looked for once for each of its versions and
/// each quarter of an hour, and not in each frame that shows it.
class HealthFindings {
public:
    /// They look into the notebook, and are good until it changes, or a day ends.
    [[nodiscard]] const std::vector<Shortfall>& in(const Notebook& book, LocalTime now);

private:
    InspectionId of_{};
    std::uint64_t version_ = 0;
    std::int64_t quarter_ = 0;        // the last of the quarters of an hour since 1970
    const Notebook* book_ = nullptr;  // another one of the same inspection may have as many revisions
    std::vector<Shortfall> found_;
};

void health_screen(Ui& ui, const View& view, HealthDesk& desk, HealthFindings& findings, Wishes wishes);

/// A row that leads there, with how many are open; nothing where the framework has no rules.
void health_row(Ui& ui, const View& view, HealthFindings& findings, Wishes wishes);

}  // namespace daybook
