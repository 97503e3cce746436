#include "app/shelf.h"

#include <algorithm>

namespace daybook {

std::uint64_t Custody::in_no_bundle() const {
    std::uint64_t handed_over = 0;
    for (const BundleMade& bundle : bundles) handed_over = std::max(handed_over, bundle.revisions);
    return revisions - std::min(revisions, handed_over);
}

void Shelf::unlocked(const Unlocked& unlocked) {
    clear();
    author_ = unlocked.author;
    Stamp latest;
    for (const OpenInspection& one : unlocked.inspections) {
        const auto revisions = add(one.inspection, one.revisions);
        Custody& custody = custody_[one.inspection];
        custody.bundles = one.bundles;
        custody.read_only = one.read_only;
        custody.recoverable = one.recoverable;
        // The one that was written in last is most likely the one that is wanted.
        if (revisions.empty() || (!open_.is_nil() && revisions.back().stamp < latest)) continue;
        latest = revisions.back().stamp;
        open_ = one.inspection;
    }
}

std::vector<Revision> Shelf::appended(const Appended& appended) {
    const bool is_new = !notebooks_.contains(appended.inspection);
    auto revisions = add(appended.inspection, appended.revisions);
    if (is_new) open_ = appended.inspection;
    return revisions;
}

std::vector<Revision> Shelf::add(InspectionId inspection, const std::vector<Bytes>& revisions) {
    std::vector<Revision> read;
    Custody& custody = custody_[inspection];
    Notebook& book = notebooks_.try_emplace(inspection, inspection).first->second;
    for (const Bytes& canonical : revisions) {
        auto revision = decode_revision(canonical);
        Result<void> applied = revision ? book.apply(*revision) : pass_on(revision.error());
        if (!applied) {
            complaint_ = applied.error().what;
            continue;
        }
        ++custody.revisions;
        custody.last_written = std::max(custody.last_written, revision->written_at.at);
        read.push_back(std::move(*revision));
    }
    return read;
}

void Shelf::exported(const Exported& exported, Instant at) {
    custody_[exported.inspection].bundles.push_back({exported.bundle, at, exported.revisions});
}

void Shelf::erased(InspectionId inspection) {
    notebooks_.erase(inspection);
    custody_.erase(inspection);
    if (open_ == inspection) open_ = notebooks_.empty() ? InspectionId{} : notebooks_.begin()->first;
}

void Shelf::clear() {
    notebooks_.clear();
    custody_.clear();
    open_ = {};
    author_.clear();
    complaint_.clear();
}

const Notebook* Shelf::open() const {
    return find(open_);
}

const Notebook* Shelf::find(InspectionId inspection) const {
    const auto place = notebooks_.find(inspection);
    return place == notebooks_.end() ? nullptr : &place->second;
}

const Custody& Shelf::custody(InspectionId inspection) const {
    const auto place = custody_.find(inspection);
    return place == custody_.end() ? unknown_ : place->second;
}

Instant Shelf::last_written() const {
    Instant latest;
    for (const auto& [id, custody] : custody_) latest = std::max(latest, custody.last_written);
    return latest;
}

void Shelf::put_on_table(InspectionId inspection) {
    if (notebooks_.contains(inspection)) open_ = inspection;
}

std::vector<const Notebook*> Shelf::all() const {
    std::vector<const Notebook*> books;
    for (const auto& [id, book] : notebooks_) books.push_back(&book);
    std::ranges::stable_sort(books, {}, [](const Notebook* book) { return book->inspection().authority; });
    return books;
}

}  // namespace daybook
