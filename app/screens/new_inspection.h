// The form that describes a new inspection.
// Never lets one begin that the rules of core/notebook refuse.
#pragma once

#include <string>

#include "app/screens/screen.h"

namespace daybook {

struct InspectionForm {
    Inspection described;
    std::string team;  ///< as it is typed: names between commas or in lines

    /// Beside each field, why it will not do; empty where it will.
    struct Errors {
        std::string authority;
        std::string first_day;
        std::string last_day;
        std::string lead;
        std::string lead_recipient;
        std::string office_recipient;
        [[nodiscard]] bool any() const;
    } errors;
    bool show_error = false;  ///< the first field that will not do is to get the caret
};

[[nodiscard]] InspectionForm::Errors check_form(const Words& say, const Inspection& described);
/// The names in a text of names.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text);

/// `pack_json` is what the inspection begins with, `pack` the same as read.
struct OfferedPack {
    const Pack& pack;
    ByteView json;
};
/// True once CreateInspection was asked for.
bool new_inspection_screen(Ui& ui, const Box& area, InspectionForm& form, OfferedPack offered, Wishes wishes);

}  // namespace daybook
