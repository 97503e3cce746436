#include "core/notebook/duty.h"

#include <algorithm>
#include <cstdint>

#include "core/notebook/notebook.h"

namespace daybook {
namespace {

std::int32_t offset_from(std::int64_t minutes) {
    constexpr std::int64_t most = RevisionBounds::utc_offset_minutes;
    return static_cast<std::int32_t>(std::clamp(minutes, -most, most));
}

Duty duty_of(const Notebook& book, const Entry& entry, std::string_view about) {
    Duty duty{.entry = &entry, .about = about, .records = {}};
    for (const PassedOn* one : book.passed_on_of(entry.id)) {
        if (!one->retired && one->about == about) duty.records.push_back(one);
    }
    return duty;
}

}  // namespace

PassedOn passed_on_from(const Item& item) {
    PassedOn found;
    found.id = item.id;
    const Value* of = item.field(words::of_item);
    const Bytes* bytes = of == nullptr ? nullptr : std::get_if<Bytes>(of);
    if (bytes != nullptr) found.entry = ItemId::from_bytes(*bytes).value_or(ItemId{});
    found.about = item.text_field(words::passed_about);
    found.to = item.text_field(words::passed_to);
    found.by = item.text_field(words::passed_by);
    found.at = {Instant{item.number_field(words::passed_at)}, offset_from(item.number_field(words::passed_offset))};
    found.words = item.text_field(words::passed_words);
    found.retired = item.is_retired();
    if (item.created) {
        found.author = item.created->author;
        found.recorded = item.created->written_at;
    }
    return found;
}

std::vector<Duty> duties_of(const Notebook& book, const Entry& entry) {
    std::vector<Duty> found;
    if (!entry.disclosure.empty()) found.push_back(duty_of(book, entry, entry.disclosure));
    if (entry.serious_concern) found.push_back(duty_of(book, entry, duties::serious_concern));
    return found;
}

std::vector<Duty> all_duties(const Notebook& book) {
    std::vector<Duty> found;
    for (const Entry* entry : book.entries()) {
        for (Duty& one : duties_of(book, *entry)) found.push_back(std::move(one));
    }
    std::ranges::stable_partition(found, &Duty::is_open);
    return found;
}

std::size_t open_duties(const Notebook& book) {
    return static_cast<std::size_t>(std::ranges::count_if(all_duties(book), &Duty::is_open));
}

}  // namespace daybook
