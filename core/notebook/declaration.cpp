#include "core/notebook/declaration.h"

namespace daybook {

Declaration declaration_from(const Item& item) {
    Declaration found{.id = item.id,
                      .who = item.text_field(words::declared_by),
                      .what = item.text_field(words::declared),
                      .day = item.text_field(words::declared_day),
                      .decided = item.text_field(words::declared_decided),
                      .retired = item.is_retired(),
                      .author = {},
                      .recorded = {}};
    if (!is_iso_date(found.day)) found.day.clear();
    if (item.created) {
        found.author = item.created->author;
        found.recorded = item.created->written_at;
    }
    return found;
}

}  // namespace daybook
