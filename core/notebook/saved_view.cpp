#include "core/notebook/saved_view.h"

namespace daybook {

SavedView saved_view_from(const Item& item) {
    SavedView view{.id = item.id,
                   .name = item.text_field(words::view_name),
                   .query = item.text_field(words::view_query),
                   .criteria = {},
                   .retired = item.is_retired(),
                   .author = item.created ? item.created->author : "",
                   .saved = item.created ? item.created->written_at : LocalTime{}};
    for (const Filter filter : all_filters) {
        for (std::string& value : item.member_texts(filter_word(filter))) view.criteria.want(filter, std::move(value));
    }
    return view;
}

bool SavedView::can_be_used() const {
    return !retired && !name.empty() && name.size() <= SavedViewBounds::name &&
           query.size() <= SavedViewBounds::query && criteria.size() <= SavedViewBounds::values;
}

}  // namespace daybook
