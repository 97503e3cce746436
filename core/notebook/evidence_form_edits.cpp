#include "core/notebook/evidence_form_edits.h"

#include "core/notebook/evidence_form.h"
#include "core/notebook/school.h"

namespace daybook::edits {

std::vector<Change> set_school_inspection(ItemId school, const std::string& inspection) {
    return {SetField{school, std::string(words::school_inspection), inspection}};
}

std::vector<Change> create_form(InspectionId inspection, ItemId school, const std::string& talk) {
    const ItemId form = form_id(inspection, school, talk);
    return {Create{form, std::string(words::form)},
            SetField{form, std::string(words::form_school), Bytes(school.bytes.begin(), school.bytes.end())},
            SetField{form, std::string(words::form_talk), talk}};
}

std::vector<Change> set_form_state(ItemId form, std::string_view state) {
    return {SetField{form, std::string(words::form_state), std::string(state)}};
}

std::vector<Change> set_form_medium(ItemId form, std::string_view medium) {
    return {SetField{form, std::string(words::form_medium), std::string(medium)}};
}

std::vector<Change> set_form_person(ItemId form, const std::string& role, bool present) {
    return {SetMember{form, std::string(words::form_people), role, present}};
}

}  // namespace daybook::edits
