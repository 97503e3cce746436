#include "core/notebook/drawings.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/notebook/notebook.h"

namespace daybook {
namespace {

const Bytes* bytes_field(const Item& item, std::string_view name) {
    const Value* value = item.field(name);
    return value == nullptr ? nullptr : std::get_if<Bytes>(value);
}

ItemId owner_of(const Item& item) {
    const Bytes* of = bytes_field(item, words::of_item);
    return of == nullptr ? ItemId{} : ItemId::from_bytes(*of).value_or(ItemId{});
}

/// Of all pieces, up to the first that is not there; nothing if one of them cannot be read, or they do not go on from
/// one another.
std::vector<InkPoint> points_from(const Item& item) {
    std::vector<InkPoint> points;
    for (std::size_t piece = 0; piece < InkBounds::pieces; ++piece) {
        const Bytes* bytes = bytes_field(item, ink_field(piece));
        if (bytes == nullptr) break;
        const auto more = decode_ink(*bytes);
        if (!more || points.size() + more->size() > InkBounds::points) return {};
        if (!points.empty() && more->front().ms < points.back().ms) return {};
        points.insert(points.end(), more->begin(), more->end());
    }
    return points;
}

void sort_by_time(std::vector<const Drawing*>& drawings) {
    std::ranges::sort(drawings, {}, [](const Drawing* one) { return std::tuple(one->made.at, one->id); });
}

}  // namespace

std::string ink_field(std::size_t piece) {
    const std::string first(words::points);
    return piece == 0 ? first : first + " " + std::to_string(piece + 1);
}

Drawing drawing_from(const Item& item) {
    Drawing drawing;
    drawing.id = item.id;
    drawing.of = owner_of(item);
    if (const Text* gist = item.text(words::gist); gist != nullptr) {
        drawing.gist = std::string(gist->words());
        drawing.versions = gist->heads();
    }
    drawing.retired = item.is_retired();
    if (item.created) {
        drawing.author = item.created->author;
        drawing.made = item.created->written_at;
    }
    return drawing;
}

InkStroke stroke_from(const Item& item) {
    InkStroke stroke;
    stroke.id = item.id;
    stroke.of = owner_of(item);
    stroke.points = points_from(item);
    stroke.retired = item.is_retired();
    if (item.created) {
        stroke.author = item.created->author;
        stroke.drawn = item.created->stamp;
    }
    return stroke;
}

bool Drawings::Earlier::operator()(const InkStroke* one, const InkStroke* other) const {
    return std::tie(one->drawn, one->id) < std::tie(other->drawn, other->id);
}

void Drawings::put(Drawing drawing) {
    const ItemId id = drawing.id;
    drawings_[id] = std::move(drawing);
}

void Drawings::put(InkStroke stroke) {
    take_away(stroke.id);  // it may be of another drawing than was thought
    const ItemId id = stroke.id;
    const InkStroke& kept = strokes_[id] = std::move(stroke);
    of_drawing_[kept.of].insert(&kept);
}

void Drawings::take_away(ItemId id) {
    drawings_.erase(id);
    const auto found = strokes_.find(id);
    if (found == strokes_.end()) return;
    of_drawing_[found->second.of].erase(&found->second);
    strokes_.erase(found);
}

std::vector<const Drawing*> Drawings::all() const {
    std::vector<const Drawing*> found;
    for (const auto& [id, drawing] : drawings_) found.push_back(&drawing);
    sort_by_time(found);
    return found;
}

std::vector<const Drawing*> Drawings::of(ItemId item) const {
    std::vector<const Drawing*> found;
    for (const auto& [id, drawing] : drawings_) {
        if (drawing.of == item) found.push_back(&drawing);
    }
    sort_by_time(found);
    return found;
}

const Drawing* Drawings::find(ItemId id) const {
    const auto found = drawings_.find(id);
    return found == drawings_.end() ? nullptr : &found->second;
}

const Drawings::Strokes& Drawings::strokes_of(ItemId drawing) const {
    const auto found = of_drawing_.find(drawing);
    return found == of_drawing_.end() ? none_ : found->second;
}

const InkStroke* Drawings::stroke(ItemId id) const {
    const auto found = strokes_.find(id);
    return found == strokes_.end() ? nullptr : &found->second;
}

InkCount count_ink(const Drawings::Strokes& strokes) {
    InkCount count;
    for (const InkStroke* stroke : strokes) {
        ++(stroke->retired ? count.erased : stroke->points.empty() ? count.unreadable : count.shown);
    }
    return count;
}

}  // namespace daybook
