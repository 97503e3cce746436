// How long the filters of Find take over a notebook of 50,000 entries, each time that it or a filter changes.
// Never part of the tests: it prints figures and judges none.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/filter.h"

namespace {

using namespace daybook;

constexpr int all_entries = 50'000;
constexpr int all_activities = 400;
constexpr std::int64_t monday = 1'442'221'200'000;
constexpr std::int64_t hour = 3'600'000;

ItemId numbered(int number, Byte fill) {
    ItemId id;
    id.bytes.fill(fill);
    for (std::size_t at = 0; at < 4; ++at) id.bytes[at] = static_cast<Byte>(static_cast<unsigned>(number) >> (8 * at));
    return id;
}

class Pen {
public:
    explicit Pen(Notebook& book) : book_(book) {}
    void write(const std::vector<Change>& changes, const std::string& author, std::int64_t at_ms) {
        for (const Change& change : changes) {
            Revision revision;
            revision.inspection = book_.id();
            revision.seq = ++seq_;
            revision.stamp = {at_ms, static_cast<std::uint32_t>(seq_), {}};
            revision.author = author;
            revision.written_at = {Instant{at_ms}, 60};
            revision.change = change;
            if (!book_.apply(revision)) std::abort();
        }
    }

private:
    Notebook& book_;
    std::uint64_t seq_ = 0;
};

void fill(Notebook& book) {
    const std::vector<std::string> people{"R. Hale", "Imre Callow", "S. Okafor", "Ada Penn"};
    const std::vector<std::string> aspects{"vision", "impact", "knowing", "support", "governance", "funding"};
    const std::vector<std::string> roles{"dcs", "headteacher", "governor", "virtual-head"};
    Pen pen(book);
    for (int one = 0; one < all_activities; ++one) {
        const auto which = static_cast<std::size_t>(one);
        const std::int64_t start = monday + (one % 80) * hour;
        pen.write(edits::start_activity({.id = numbered(one, 1),
                                         .kind = one % 3 == 0 ? "call" : "meeting",
                                         .place = {},
                                         .roles = {roles[which % 4]},
                                         .school = numbered(one % 50, 3)},
                                        {Instant{start}, 60}),
                  people[which % 4], start);
    }
    for (int one = 0; one < all_entries; ++one) {
        const auto which = static_cast<std::size_t>(one);
        const ItemId entry = numbered(one, 2);
        const std::string& author = people[which % 4];
        const std::int64_t at = monday + one * 10'000;
        pen.write(edits::create_entry(entry, numbered(one % all_activities, 1)), author, at);
        pen.write({edits::first_words(entry, "Pupils read aloud in pairs.")}, author, at);
        pen.write(edits::set_aspect(entry, aspects[which % 6], true), author, at);
        if (one % 2 == 0) pen.write(edits::set_polarity(entry, Polarity::strength), author, at);
        if (one % 7 == 0) pen.write(edits::set_confidence(entry, true), author, at);
    }
}

void measure(const char* what, const Notebook& book, const Criteria& criteria, const std::set<ItemId>* with_words) {
    double best = 1e9;
    std::size_t left = 0;
    for (int round = 0; round < 7; ++round) {
        const auto began = std::chrono::steady_clock::now();
        left = filtered(book, criteria, with_words).left.size();
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::printf("%-40s %7.1f ms, %6zu entries left\n", what, best, left);
}

}  // namespace

int main() {
    Notebook book(InspectionId{});
    fill(book);
    Criteria criteria;
    measure("50,000 entries, nothing wanted", book, criteria, nullptr);
    criteria.want(Filter::polarity, "strength");
    measure("strengths", book, criteria, nullptr);
    criteria.want(Filter::inspector, "R. Hale");
    criteria.want(Filter::day, "2015-09-15");
    measure("strengths of one inspector, of one day", book, criteria, nullptr);
    std::set<ItemId> with_words;
    for (int one = 0; one < all_entries; one += 2) with_words.insert(numbered(one, 2));
    measure("the same, where words stand in half", book, criteria, &with_words);
    return 0;
}
