#include "app/screens/entry_open.h"

namespace daybook {

bool meets_people(const OpenEntry& open) {
    if (open.activity == nullptr) return false;
    const ActivityKind* kind = open.view.book.pack().activity_kind(open.activity->kind);
    return kind != nullptr && kind->meets_people;
}

bool is_running(const OpenEntry& open) {
    return open.activity != nullptr && open.activity->is_running();
}

bool can_be_written(const OpenEntry& open) {
    return open.view.custody.can_be_written();
}

}  // namespace daybook
