#include "core/notebook/paragraphs.h"

#include <doctest/doctest.h>

#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "core/log/fold.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto inspection = numbered<InspectionId>(9);
const auto entry = numbered<ItemId>(1);

/// One device that writes into one text, a minute after the other.
struct Desk {
    Writer writer{inspection, numbered<DeviceId>(1), "Anna"};
    Items items;
    std::int64_t now = 0;

    RevisionRef splice(std::uint64_t at, std::uint64_t erased, std::string inserted) {
        const Text* text = items.all().empty() ? nullptr : items.find(entry)->text("words");
        Splice splice{entry, "words", {}, at, erased, std::move(inserted)};
        if (text != nullptr) splice.bases.push_back(text->heads().back().ref);
        items.apply(writer.write(std::move(splice), now += 60'000).revision);
        return writer.last();
    }
    [[nodiscard]] std::vector<Paragraph> paragraphs() const {
        const Text& text = *items.find(entry)->text("words");
        return paragraphs_of(text, text.heads().back());
    }
    /// The minutes at which they were begun; -1 for none.
    [[nodiscard]] std::vector<std::int64_t> minutes() const {
        std::vector<std::int64_t> found;
        for (const Paragraph& one : paragraphs()) found.push_back(one.begun ? one.begun->at.at.unix_ms / 60'000 : -1);
        return found;
    }
};

using Minutes = std::vector<std::int64_t>;

/// The slow way: every version as a list of who wrote each of its bytes.
struct Slow {
    struct Version {
        std::string text;
        std::vector<const Revision*> writers;
    };
    std::map<RevisionRef, Version> versions;

    void add(const Revision& revision, const Splice& splice) {
        Version made = splice.bases.empty() ? Version{} : versions.at(splice.bases.front());
        const auto at = static_cast<std::size_t>(std::min<std::uint64_t>(splice.at, made.text.size()));
        const auto erased = static_cast<std::size_t>(std::min<std::uint64_t>(splice.erased, made.text.size() - at));
        const auto from = static_cast<std::ptrdiff_t>(character_start(made.text, at));
        const auto to = static_cast<std::ptrdiff_t>(character_start(made.text, at + erased));
        made.text.replace(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from), splice.inserted);
        made.writers.erase(made.writers.begin() + from, made.writers.begin() + to);
        made.writers.insert(made.writers.begin() + from, splice.inserted.size(), &revision);
        versions[revision.ref()] = std::move(made);
    }

    [[nodiscard]] std::vector<Paragraph> paragraphs(RevisionRef ref) const {
        const Version& version = versions.at(ref);
        std::vector<Paragraph> found{{}};
        const Revision* first = nullptr;
        for (std::size_t at = 0; at <= version.text.size(); ++at) {
            const bool ends = at == version.text.size() || version.text[at] == '\n';
            if (!ends) {
                const Revision* writer = version.writers[at];
                const auto order = [](const Revision* one) { return std::pair(one->stamp, one->ref()); };
                if (first == nullptr || order(writer) < order(first)) first = writer;
                continue;
            }
            found.back().to = at;
            if (first != nullptr) found.back().begun = Begun{first->written_at, first->author, first->ref()};
            first = nullptr;
            if (at < version.text.size()) found.push_back({at + 1, at + 1, std::nullopt});
        }
        return found;
    }
};

bool add_if_ready(std::map<ItemId, Slow>& slow, const Revision& revision) {
    const auto* splice = std::get_if<Splice>(&revision.change);
    if (splice == nullptr) return false;
    Slow& one = slow[splice->item];
    const bool known = one.versions.contains(revision.ref());
    if (known || !std::ranges::all_of(splice->bases, [&](RevisionRef base) { return one.versions.contains(base); }))
        return false;
    one.add(revision, *splice);
    return true;
}

}  // namespace

TEST_CASE("paragraphs: each was begun when the oldest of its letters was written") {
    Desk desk;
    desk.splice(0, 0, "One");
    desk.splice(3, 0, "\nTwo");
    desk.splice(7, 0, "\n");
    CHECK(desk.minutes() == Minutes{1, 2, -1});
    desk.splice(8, 0, "Three");
    desk.splice(0, 0, "Well. ");
    CHECK(desk.minutes() == Minutes{1, 2, 4});
    CHECK(desk.paragraphs()[1].begun->author == "Anna");
}

TEST_CASE("paragraphs: one that was split keeps its beginning in both halves, and two that were joined the older") {
    Desk desk;
    desk.splice(0, 0, "One two");
    desk.splice(3, 1, "\n");
    CHECK(desk.minutes() == Minutes{1, 1});
    desk.splice(7, 0, "\nThree");
    desk.splice(7, 1, " ");
    CHECK(desk.minutes() == Minutes{1, 1});
}

TEST_CASE("paragraphs: one of which nothing old is left was begun by what is left") {
    Desk desk;
    desk.splice(0, 0, "One\nTwo");
    desk.splice(4, 3, "2");
    CHECK(desk.minutes() == Minutes{1, 2});
    desk.splice(0, 3, "");
    CHECK(desk.minutes() == Minutes{-1, 2});
}

TEST_CASE("paragraphs: one that was pasted in several changes was begun by the first of them") {
    Desk desk;
    desk.splice(0, 0, "One. Tw");
    desk.splice(7, 0, "o.\nThr");
    desk.splice(13, 0, "ee.");
    CHECK(desk.minutes() == Minutes{1, 2});
}

TEST_CASE("paragraphs: any history gives what the slow way gives, for every version that is shown") {
    Chance chance(20'150'914);
    std::size_t compared = 0;
    for (int round = 0; round < 120; ++round) {
        Items items;
        std::map<ItemId, Slow> slow;
        const auto history = random_history(chance, 3, 90);
        for (const LoggedRevision& one : history) items.apply(one.revision);
        bool any = true;
        while (any) {
            any = false;  // clocks disagree: what builds on another may come before it
            for (const LoggedRevision& one : history) any = add_if_ready(slow, one.revision) || any;
        }
        for (const auto& [id, item] : items.all()) {
            const Text* text = item.text("words");
            if (text == nullptr) continue;
            for (const TextVersion& head : text->heads()) {
                CHECK(paragraphs_of(*text, head) == slow[id].paragraphs(head.ref));
                compared += head.text.empty() ? 0 : 1;
            }
        }
    }
    CHECK(compared > 200);
}

TEST_CASE("paragraphs: offsets that a stranger made up do no harm") {
    Desk desk;
    desk.splice(99, 99, "é\n");
    desk.splice(1, ~std::uint64_t{0}, "x");
    desk.splice(~std::uint64_t{0}, 7, "\ny");
    CHECK(desk.minutes() == Minutes{2, 3});
}

TEST_CASE("paragraphs: five megabytes and three thousand splices here and there are no matter of seconds") {
    Desk desk;
    std::string line(99, 'a');
    line += '\n';
    std::string pasted;
    while (pasted.size() < 2'500'000) pasted += line;
    desk.splice(0, 0, pasted);
    desk.splice(0, 0, pasted);
    for (std::uint64_t n = 0; n < 3000; ++n) desk.splice(n * 7919 % 5'000'000, 1, "b");
    // By the processor's clock: others may want the machine.
    const std::clock_t began = std::clock();
    const auto paragraphs = desk.paragraphs();
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    CHECK(paragraphs.size() > 49'000);
    CHECK(seconds < 2);  // looking at every letter for every splice would be 15,000 million steps
}
