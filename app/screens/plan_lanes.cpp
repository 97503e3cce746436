#include "app/screens/plan_lanes.h"

#include <algorithm>
#include <set>

namespace daybook {
namespace {

/// One lane, which those that are at the same time share.
class Lane {
public:
    Lane(std::size_t number, const LaneRules& rules) : number_(number), rules_(rules) {}

    void put(const Planned& session) {
        if (session.from >= end_) close();
        auto free = std::ranges::find_if(ends_, [&](int end) { return end <= session.from; });
        if (free == ends_.end()) {
            if (ends_.size() == rules_.most_shares) {
                left_out.insert(session.id);
                return;
            }
            free = ends_.insert(ends_.end(), 0);
        }
        *free = std::max(session.to, session.from + rules_.least_minutes);
        end_ = std::max(end_, *free);
        blocks.push_back({.session = &session,
                          .lane = number_,
                          .lanes = 1,
                          .share = static_cast<std::size_t>(free - ends_.begin()),
                          .shares = 1});
    }

    /// What comes from here on shares the lane with nothing before.
    void close() {
        for (std::size_t index = first_; index < blocks.size(); ++index) blocks[index].shares = ends_.size();
        first_ = blocks.size();
        ends_.clear();
        end_ = 0;
    }

    std::vector<PlanBlock> blocks;
    std::set<ItemId> left_out;

private:
    std::size_t number_;
    const LaneRules& rules_;
    std::vector<int> ends_;  // of each share
    int end_ = 0;
    std::size_t first_ = 0;
};

/// Whether one that stands alone in the lane to the left goes on in this one.
bool goes_on(std::vector<PlanBlock>& blocks, const PlanBlock& block) {
    if (block.shares > 1) return false;
    const auto left = std::ranges::find_if(blocks, [&](const PlanBlock& one) {
        return one.session == block.session && one.shares == 1 && one.lane + one.lanes == block.lane;
    });
    if (left == blocks.end()) return false;
    ++left->lanes;
    return true;
}

}  // namespace

PlanLanes lanes_of(std::span<const Planned* const> sessions, const LaneRules& rules) {
    std::vector<Lane> lanes;
    const std::size_t count = std::max<std::size_t>(rules.inspectors.size() + (rules.nobody ? 1 : 0), 1);
    for (std::size_t number = 0; number < count; ++number) lanes.emplace_back(number, rules);
    for (const Planned* session : sessions) {
        if (rules.inspectors.empty()) {
            lanes.front().put(*session);
            continue;
        }
        for (std::size_t number = 0; number < rules.inspectors.size(); ++number) {
            if (std::ranges::contains(session->inspectors, rules.inspectors[number])) lanes[number].put(*session);
        }
        if (session->inspectors.empty() && rules.nobody) lanes.back().put(*session);
    }
    PlanLanes made;
    std::set<ItemId> left_out;
    for (Lane& lane : lanes) {
        lane.close();
        left_out.merge(lane.left_out);
        for (const PlanBlock& block : lane.blocks) {
            if (!goes_on(made.blocks, block)) made.blocks.push_back(block);
        }
    }
    std::ranges::stable_sort(made.blocks, {}, [](const PlanBlock& one) { return one.session->from; });
    made.left_out = left_out.size();
    return made;
}

}  // namespace daybook
