#include "app/outbox.h"

namespace daybook {

std::uint64_t Outbox::edit(InspectionId inspection, std::vector<Change> changes) {
    return edit_after(0, inspection, std::move(changes));
}

std::uint64_t Outbox::edit_after(std::uint64_t after, InspectionId inspection, std::vector<Change> changes) {
    push(Edit{.number = ++last_edit_, .inspection = inspection, .changes = std::move(changes), .after = after});
    return last_edit_;
}

std::uint64_t Outbox::edit_text(InspectionId inspection, Splice splice, std::uint64_t after) {
    push(EditText{.number = ++last_edit_, .inspection = inspection, .splice = std::move(splice), .after = after});
    return last_edit_;
}

std::uint64_t Outbox::attach(AddAttachment wanted) {
    wanted.number = ++last_edit_;
    push(std::move(wanted));
    return last_edit_;
}

std::uint64_t Outbox::create_inspection(CreateInspection wanted) {
    wanted.number = ++last_edit_;
    push(std::move(wanted));
    return last_edit_;
}

std::uint64_t Outbox::search(std::string query) {
    push(Search{.number = ++last_search_, .query = std::move(query)});
    return last_search_;
}

}  // namespace daybook
