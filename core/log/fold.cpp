#include "core/log/fold.h"

#include <algorithm>
#include <utility>

namespace daybook {
namespace {

std::pair<Stamp, RevisionRef> order_of(const Stamped& stamped) {
    return {stamped.stamp, stamped.ref};
}

Stamped stamped(const Revision& revision, Value value) {
    return {std::move(value), revision.stamp, revision.ref(), revision.author, revision.written_at};
}

/// What `map` holds under `name`, or nothing.
template <typename Map>
const typename Map::mapped_type* find_in(const Map& map, std::string_view name) {
    const auto found = map.find(std::string(name));
    return found == map.end() ? nullptr : &found->second;
}

template <typename T>
T value_or(const Value* value, T otherwise) {
    const T* held = value == nullptr ? nullptr : std::get_if<T>(value);
    return held == nullptr ? std::move(otherwise) : *held;
}

}  // namespace

void Field::apply(Stamped stamped) {
    const auto order = order_of(stamped);
    if (history.empty() || order_of(history.back()) < order) {
        history.push_back(std::move(stamped));
        return;
    }
    const auto place = std::ranges::lower_bound(history, order, {}, order_of);
    if (order_of(*place) != order) history.insert(place, std::move(stamped));
}

std::vector<Value> MemberSet::present() const {
    std::vector<Value> values;
    for (const auto& [member, latest] : members) {
        if (value_or(&latest.value, false)) values.push_back(member);
    }
    return values;
}

bool MemberSet::contains(const Value& member) const {
    const auto found = members.find(member);
    return found != members.end() && value_or(&found->second.value, false);
}

void MemberSet::apply(const Value& member, Stamped present) {
    const auto [place, is_new] = members.try_emplace(member, present);
    if (!is_new && order_of(place->second) < order_of(present)) place->second = std::move(present);
}

bool Item::is_retired() const {
    return !retired.history.empty() && value_or(&retired.value(), false);
}

const Value* Item::field(std::string_view name) const {
    const Field* found = find_in(fields, name);
    return found == nullptr || found->history.empty() ? nullptr : &found->value();
}

std::string Item::text_field(std::string_view name) const {
    return value_or(field(name), std::string());
}

std::int64_t Item::number_field(std::string_view name) const {
    return value_or(field(name), std::int64_t{0});
}

bool Item::flag(std::string_view name) const {
    return value_or(field(name), false);
}

const Text* Item::text(std::string_view name) const {
    return find_in(texts, name);
}

std::vector<std::string> Item::member_texts(std::string_view set_name) const {
    std::vector<std::string> found;
    const MemberSet* set = find_in(sets, set_name);
    if (set == nullptr) return found;
    for (const Value& member : set->present()) {
        if (const auto* text = std::get_if<std::string>(&member)) found.push_back(*text);
    }
    return found;
}

bool SeenRevisions::add(RevisionRef ref) {
    OfDevice& device = devices_[ref.device];
    if (ref.seq <= device.up_to) return false;
    if (ref.seq > device.up_to + 1) return device.beyond.insert(ref.seq).second;
    ++device.up_to;
    while (!device.beyond.empty() && *device.beyond.begin() == device.up_to + 1) {
        device.beyond.erase(device.beyond.begin());
        ++device.up_to;
    }
    return true;
}

void Items::apply(const Revision& revision) {
    if (!seen_.add(revision.ref())) return;
    std::visit([&](const auto& change) { apply_change(revision, change); }, revision.change);
}

const Item* Items::find(ItemId id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : &found->second;
}

Item& Items::touch(ItemId id, const Revision& revision) {
    Item& item = items_[id];
    item.id = id;
    item.last_changed = std::max(item.last_changed, revision.stamp);
    return item;
}

void Items::apply_change(const Revision& revision, const Create& create) {
    Item& item = touch(create.item, revision);
    Stamped created = stamped(revision, create.kind);
    // A thing comes into being once. Should two devices both say so, the earlier one is right.
    if (item.created && order_of(*item.created) < order_of(created)) return;
    item.kind = create.kind;
    item.created = std::move(created);
}

void Items::apply_change(const Revision& revision, const Retire& retire) {
    touch(retire.item, revision).retired.apply(stamped(revision, retire.retired));
}

void Items::apply_change(const Revision& revision, const SetField& set) {
    touch(set.item, revision).fields[set.field].apply(stamped(revision, set.value));
}

void Items::apply_change(const Revision& revision, const Splice& splice) {
    touch(splice.item, revision).texts[splice.field].apply(revision, splice);
}

void Items::apply_change(const Revision& revision, const SetMember& set) {
    touch(set.item, revision).sets[set.field].apply(set.member, stamped(revision, set.present));
}

void Items::apply_change(const Revision& /*revision*/, const UnknownChange& /*unknown*/) {
    ++not_understood_;
}

}  // namespace daybook
