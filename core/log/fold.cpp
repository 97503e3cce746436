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

bool is_in(const Field& said) {
    return !said.history.empty() && value_or(&said.value(), false);
}

/// An item with what was written of it up to a moment.
class Earlier {
public:
    Earlier(const Item& item, Instant moment) : moment_(moment) {
        was_.id = item.id;
        if (item.created) take_created(*item.created);
        for (const Stamped& created : item.created_again) take_created(created);
        was_.retired = taken(item.retired);
        for (const auto& [name, field] : item.fields) put(was_.fields, name, taken(field));
        for (const auto& [name, set] : item.sets) take_set(name, set);
        for (const auto& [name, text] : item.texts) take_text(name, text);
    }
    /// Nothing if nothing was written of it by then.
    [[nodiscard]] std::optional<Item> item() && { return is_there_ ? std::optional(std::move(was_)) : std::nullopt; }

private:
    void touch(const Stamp& stamp) {
        is_there_ = true;
        was_.last_changed = std::max(was_.last_changed, stamp);
    }

    void take_created(const Stamped& created) {
        if (created.written_at.at > moment_) return;
        touch(created.stamp);
        was_.take_created(created);
    }

    Field taken(const Field& field) {
        Field earlier;
        for (const Stamped& one : field.history) {
            if (one.written_at.at > moment_) continue;
            touch(one.stamp);
            earlier.history.push_back(one);
        }
        return earlier;
    }

    template <typename Key>
    static void put(std::map<Key, Field>& fields, const Key& key, Field field) {
        if (!field.history.empty()) fields.emplace(key, std::move(field));
    }

    void take_set(const std::string& name, const MemberSet& set) {
        MemberSet earlier;
        for (const auto& [member, said] : set.members) put(earlier.members, member, taken(said));
        if (!earlier.members.empty()) was_.sets.emplace(name, std::move(earlier));
    }

    void take_text(const std::string& name, const Text& text) {
        Text earlier = text.until(moment_);
        const auto last = earlier.last_stamp();
        if (!last) return;
        touch(*last);
        was_.texts.emplace(name, std::move(earlier));
    }

    Instant moment_;
    Item was_;
    bool is_there_ = false;
};

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
    for (const auto& [member, said] : members) {
        if (is_in(said)) values.push_back(member);
    }
    return values;
}

bool MemberSet::contains(const Value& member) const {
    const auto found = members.find(member);
    return found != members.end() && is_in(found->second);
}

void MemberSet::apply(const Value& member, Stamped present) {
    members[member].apply(std::move(present));
}

void Item::take_created(Stamped said) {
    // A thing comes into being once. Should two devices both say so, the earlier one is right.
    if (created && order_of(*created) < order_of(said)) {
        created_again.push_back(std::move(said));
        return;
    }
    if (created) created_again.push_back(std::move(*created));
    kind = value_or(&said.value, std::string());
    created = std::move(said);
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

ItemId Item::reference(std::string_view name) const {
    const Value* value = field(name);
    const Bytes* bytes = value != nullptr ? std::get_if<Bytes>(value) : nullptr;
    return bytes != nullptr ? ItemId::from_bytes(*bytes).value_or(ItemId{}) : ItemId{};
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

Items Items::until(Instant moment) const {
    Items earlier;
    for (const auto& [id, item] : items_) {
        if (auto was = Earlier(item, moment).item()) earlier.items_.emplace(id, std::move(*was));
    }
    return earlier;
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
    touch(create.item, revision).take_created(stamped(revision, create.kind));
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
