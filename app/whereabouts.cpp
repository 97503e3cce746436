#include "app/whereabouts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/base/utf8.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t version = 2;  // the first had neither filters nor forms

struct NamedPlace {
    Place place;
    std::string_view name;  // on disk: never renamed
    bool on_rail = false;
};
// A place that asks for a passcode, destroys something or begins something is not come back to.
constexpr auto places = std::to_array<NamedPlace>({{Place::today, "today", true},
                                                   {Place::notebook, "notebook", true},
                                                   {Place::hand_over, "hand over", true},
                                                   {Place::find, "find", true},
                                                   {Place::more, "more", true},
                                                   {Place::entry, "entry"},
                                                   {Place::photograph, "photograph"},
                                                   {Place::drawing, "drawing"},
                                                   {Place::readiness, "readiness"},
                                                   {Place::deadlines, "deadlines"},
                                                   {Place::framework, "framework"},
                                                   {Place::health, "health"},
                                                   {Place::time_spent, "time spent"},
                                                   {Place::times, "times"},
                                                   {Place::checklists, "checklists"},
                                                   {Place::checklist, "checklist"},
                                                   {Place::schools, "schools"},
                                                   {Place::school, "school"},
                                                   {Place::locking, "locking"},
                                                   {Place::text_size, "text size"},
                                                   {Place::evidence_forms, "evidence forms"},
                                                   {Place::evidence_form, "evidence form"},
                                                   {Place::survey, "survey"},
                                                   {Place::survey_call, "survey call"},
                                                   {Place::survey_answers, "survey answers"},
                                                   {Place::survey_sample, "survey sample"},
                                                   {Place::meeting_record, "meeting record"},
                                                   {Place::history, "history"},
                                                   {Place::past, "as it stood"},
                                                   {Place::follow_ups, "follow-ups"},
                                                   {Place::follow_up, "follow-up"},
                                                   {Place::duties, "to be passed on"},
                                                   {Place::duty, "passing on"},
                                                   {Place::declarations, "declarations"},
                                                   {Place::inspection, "inspection"},
                                                   {Place::plan, "plan"},
                                                   {Place::planned, "session"},
                                                   {Place::waiting, "elsewhere"}});

const NamedPlace& named(Place place) {
    const auto found = std::ranges::find(places, place, &NamedPlace::place);
    return found == places.end() ? places.back() : *found;
}

std::int64_t tenths(float pixels) {
    constexpr float most = 1e8F;
    return std::isfinite(pixels) ? std::lround(std::clamp(pixels, 0.0F, most) * 10) : 0;
}

float pixels(std::uint64_t tenths) {
    constexpr std::uint64_t most = 1'000'000'000;
    return static_cast<float>(std::min(tenths, most)) / 10;
}

/// Which of its ids says what is shown there, besides an entry.
ItemId Spot::* shown_at(Place place) {
    if (place == Place::drawing) return &Spot::drawing;
    if (place == Place::planned) return &Spot::planned;
    if (place == Place::school || place == Place::evidence_form || place == Place::survey_call) return &Spot::school;
    return place == Place::checklist ? &Spot::checklist : &Spot::photograph;
}

template <typename OneId>
OneId read_id(CborReader& reader) {
    const auto id = OneId::from_bytes(reader.bytes());
    if (!id) reader.refuse();
    return id.value_or(OneId{});
}

/// How many elements follow; none, and the reader refuses, if they are more than `most`.
std::size_t read_count(CborReader& reader, std::size_t most) {
    const std::size_t count = reader.array();
    if (count <= most) return count;
    reader.refuse();
    return 0;
}

void write_way(CborWriter& writer, const std::vector<Spot>& way) {
    const std::size_t count = std::min(way.size(), Whereabouts::most_spots);
    writer.array(count);
    for (const Spot& spot : std::span(way).first(count)) {
        writer.array(4);
        writer.text(named(spot.place).name);
        for (const ItemId& id : {spot.activity, spot.entry, spot.*shown_at(spot.place)}) writer.bytes(id.bytes);
    }
}

std::vector<Spot> read_way(CborReader& reader) {
    std::vector<Spot> way;
    const std::size_t count = read_count(reader, Whereabouts::most_spots);
    for (std::size_t n = 0; n < count && !reader.refused(); ++n) {
        reader.array_of(4);
        const auto found = std::ranges::find(places, reader.text(), &NamedPlace::name);
        // A later version may have places that this one has not.
        Spot spot{.place = found == places.end() ? Place::waiting : found->place};
        ItemId& shown = spot.*shown_at(spot.place);
        for (ItemId* id : {&spot.activity, &spot.entry, &shown}) *id = read_id<ItemId>(reader);
        way.push_back(spot);
    }
    return way;
}

void write_caret(CborWriter& writer, const std::optional<Whereabouts::Caret>& caret) {
    if (!caret) return writer.null();
    writer.array(4);
    writer.unsigned_integer(caret->at.start);
    writer.unsigned_integer(caret->at.end);
    writer.integer(tenths(caret->at.scroll));
    writer.boolean(caret->typing);
}

std::optional<Whereabouts::Caret> read_caret(CborReader& reader) {
    if (reader.next() == CborKind::null) {
        reader.null();
        return std::nullopt;
    }
    reader.array_of(4);
    Whereabouts::Caret caret;
    caret.at.start = static_cast<std::size_t>(reader.unsigned_integer());
    caret.at.end = static_cast<std::size_t>(reader.unsigned_integer());
    caret.at.scroll = pixels(reader.unsigned_integer());
    caret.typing = reader.boolean();
    return caret;
}

void write_panels(CborWriter& writer, const std::vector<PanelScroll>& panels) {
    const std::size_t count = std::min(panels.size(), Whereabouts::most_panels);
    writer.array(count);
    for (const PanelScroll& one : std::span(panels).first(count)) {
        writer.array(2);
        writer.unsigned_integer(one.panel);
        writer.integer(tenths(one.from_top));
    }
}

std::vector<PanelScroll> read_panels(CborReader& reader) {
    std::vector<PanelScroll> panels;
    const std::size_t count = read_count(reader, Whereabouts::most_panels);
    for (std::size_t n = 0; n < count && !reader.refused(); ++n) {
        reader.array_of(2);
        const auto panel = static_cast<std::uint32_t>(reader.unsigned_integer());
        panels.push_back({panel, pixels(reader.unsigned_integer())});
    }
    return panels;
}

void write_criteria(CborWriter& writer, const Criteria& criteria) {
    std::vector<std::pair<std::string_view, std::string_view>> wanted;
    for (const Filter filter : all_filters) {
        for (const std::string& value : criteria.of(filter)) wanted.emplace_back(filter_word(filter), value);
    }
    if (wanted.size() > Whereabouts::most_values) wanted.clear();
    writer.array(wanted.size());
    for (const auto& [filter, value] : wanted) {
        writer.array(2);
        writer.text(filter);
        writer.text(value);
    }
}

Criteria read_criteria(CborReader& reader) {
    Criteria criteria;
    const std::size_t count = read_count(reader, Whereabouts::most_values);
    for (std::size_t n = 0; n < count && !reader.refused(); ++n) {
        reader.array_of(2);
        const auto filter = std::ranges::find(all_filters, reader.text(), &filter_word);
        std::string value(reader.text());
        if (filter != all_filters.end()) criteria.want(*filter, std::move(value));
    }
    return criteria;
}

std::size_t size_of(const UnsavedForm& form) {
    std::size_t size = form.form.size();
    for (const auto& [name, words] : form.fields) size += name.size() + words.size();
    return size;
}

void write_forms(CborWriter& writer, const std::vector<UnsavedForm>& forms) {
    std::vector<const UnsavedForm*> kept;
    std::size_t size = 0;
    for (const UnsavedForm& form : forms) {
        const bool fits = size + size_of(form) <= Whereabouts::most_typed;
        if (!fits || kept.size() == Whereabouts::most_forms || form.fields.size() > Whereabouts::most_fields) continue;
        size += size_of(form);
        kept.push_back(&form);
    }
    writer.array(kept.size());
    for (const UnsavedForm* form : kept) {
        writer.array(4);
        writer.text(form->form);
        writer.bytes(form->inspection.bytes);
        writer.bytes(form->of.bytes);
        writer.array(form->fields.size());
        for (const auto& [name, words] : form->fields) {
            writer.array(2);
            writer.text(to_valid_utf8(name));
            writer.text(to_valid_utf8(words));
        }
    }
}

UnsavedForm read_form(CborReader& reader) {
    UnsavedForm form;
    reader.array_of(4);
    form.form = reader.text();
    form.inspection = read_id<InspectionId>(reader);
    form.of = read_id<ItemId>(reader);
    const std::size_t count = read_count(reader, Whereabouts::most_fields);
    for (std::size_t n = 0; n < count && !reader.refused(); ++n) {
        reader.array_of(2);
        std::string name(reader.text());
        form.fields.push_back({std::move(name), std::string(reader.text())});
    }
    return form;
}

std::vector<UnsavedForm> read_forms(CborReader& reader) {
    std::vector<UnsavedForm> forms;
    const std::size_t count = read_count(reader, Whereabouts::most_forms);
    for (std::size_t n = 0; n < count && !reader.refused(); ++n) forms.push_back(read_form(reader));
    return forms;
}

/// Something that is being typed in, and that the notebook does not have yet.
bool is_being_typed(const Whereabouts& whereabouts, std::string_view form, const ItemId& of) {
    return std::ranges::any_of(whereabouts.forms, [&](const UnsavedForm& one) {
        return one.form == form && one.of == of && one.inspection == whereabouts.inspection;
    });
}

bool is_left(const Spot& spot, const Whereabouts& whereabouts, const Notebook& book) {
    const Entry* entry = book.entry(spot.entry);
    switch (spot.place) {
        case Place::entry:
        case Place::drawing:
            // An entry that has no word yet is nowhere but in its activity, and a sheet without a stroke in its entry.
            return entry == nullptr ? book.activity(spot.activity) != nullptr : !entry->retired;
        case Place::photograph:
            return entry != nullptr && !entry->retired && book.attachment(spot.photograph) != nullptr;
        case Place::history:
            return entry != nullptr;
        case Place::follow_up:
            return entry != nullptr && !entry->retired && entry->follow_up;
        case Place::duty:
            return entry != nullptr && !duties_of(book, *entry).empty();
        case Place::planned:
            return book.planned(spot.planned) != nullptr || is_being_typed(whereabouts, "session", spot.planned);
        case Place::times:
        case Place::meeting_record:
            return book.activity(spot.activity) != nullptr;
        case Place::school:
            return book.schools().find(spot.school) != nullptr || is_being_typed(whereabouts, "school", spot.school);
        case Place::evidence_form:
        case Place::survey_call:
            return book.schools().find(spot.school) != nullptr;
        default:
            return true;
    }
}

}  // namespace

Bytes encode(const Whereabouts& whereabouts) {
    CborWriter writer;
    writer.array(8);
    writer.unsigned_integer(version);
    writer.bytes(whereabouts.inspection.bytes);
    write_way(writer, whereabouts.way);
    write_caret(writer, whereabouts.caret);
    write_panels(writer, whereabouts.panels);
    const std::string query = to_valid_utf8(whereabouts.query);
    writer.text(std::string_view(query).substr(0, character_start(query, Whereabouts::longest_query)));
    write_criteria(writer, whereabouts.criteria);
    write_forms(writer, whereabouts.forms);
    return std::move(writer).take();
}

Result<Whereabouts> decode_whereabouts(ByteView bytes) {
    auto reader = CborReader::open(bytes);
    if (!reader) return pass_on(reader.error());
    const std::size_t count = reader->array();
    const std::uint64_t written_by = reader->unsigned_integer();
    if (written_by > version) return fail(Errc::newer, "A later version kept this place.");
    if (count != (written_by == 1 ? 6 : 8)) reader->refuse();
    Whereabouts whereabouts;
    whereabouts.inspection = read_id<InspectionId>(*reader);
    whereabouts.way = read_way(*reader);
    whereabouts.caret = read_caret(*reader);
    whereabouts.panels = read_panels(*reader);
    whereabouts.query = reader->text();
    if (whereabouts.query.size() > Whereabouts::longest_query) reader->refuse();
    if (written_by > 1) {
        whereabouts.criteria = read_criteria(*reader);
        whereabouts.forms = read_forms(*reader);
    }
    if (auto finished = reader->finish(); !finished) return pass_on(finished.error());
    return whereabouts;
}

std::vector<Spot> way_that_is_left(const Whereabouts& whereabouts, const Notebook& book) {
    const std::vector<Spot>& way = whereabouts.way;
    if (way.empty() || !named(way.front().place).on_rail) return {Spot{Place::today}};
    std::vector<Spot> left;
    for (const Spot& spot : way) {
        if (named(spot.place).place == Place::waiting) break;
        if (!is_left(spot, whereabouts, book)) return {Spot{Place::today}};
        left.push_back(spot);
    }
    return left;
}

}  // namespace daybook
