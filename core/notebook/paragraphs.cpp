// The paragraphs of a text, and when each of them was begun.
// Never a guess: what a paragraph says of its beginning follows from the revisions that its letters came with.
#include "core/notebook/paragraphs.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace daybook {
namespace {

std::vector<Paragraph> split(std::string_view words) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t from = 0;;) {
        const std::size_t end = std::min(words.find('\n', from), words.size());
        paragraphs.push_back({from, end, std::nullopt});
        if (end == words.size()) return paragraphs;
        from = end + 1;
    }
}

/// A piece of the text as it is now, whose writer was not found yet.
struct Piece {
    std::size_t from = 0;  // in the text as it is now
    std::size_t size = 0;
    std::size_t place = 0;  // in the older version that is looked at: from its beginning, or from its end
};

/// The pieces in an older version, on both sides of where it was changed last. Those before are counted from the
/// beginning and those after from the end, so that going back over a change moves none of them.
class Pieces {
public:
    explicit Pieces(std::size_t size) : length_(size) {
        if (size > 0) before_.push_back({0, size, 0});
    }
    [[nodiscard]] bool empty() const { return before_.empty() && after_.empty(); }

    /// Goes back over a change; gives what it brought to `brought`, piece by piece.
    template <typename Take>
    void go_back(const TextChange& change, const Take& brought) {
        part_at(change.at);
        const std::size_t end = change.at + change.inserted;
        while (!after_.empty() && start_of(after_.back()) < end) {
            Piece& piece = after_.back();
            const std::size_t taken = std::min(piece.size, end - start_of(piece));
            brought(piece.from, taken);
            piece = {piece.from + taken, piece.size - taken, piece.place - taken};
            if (piece.size == 0) after_.pop_back();
        }
        length_ = length_ - change.inserted + change.erased;
    }

private:
    [[nodiscard]] std::size_t start_of(const Piece& after) const { return length_ - after.place; }

    void part_at(std::size_t at) {
        while (!after_.empty() && start_of(after_.back()) < at) {
            const Piece piece = after_.back();
            after_.pop_back();
            before_.push_back({piece.from, piece.size, start_of(piece)});
        }
        while (!before_.empty() && before_.back().place + before_.back().size > at) {
            Piece& piece = before_.back();
            const std::size_t kept = at > piece.place ? at - piece.place : 0;
            after_.push_back({piece.from + kept, piece.size - kept, length_ - (piece.place + kept)});
            piece.size = kept;
            if (kept == 0) before_.pop_back();
        }
    }

    std::vector<Piece> before_;
    std::vector<Piece> after_;  // the nearest last
    std::size_t length_;
};

auto order_of(const TextVersion& version) {
    return std::tie(version.stamp, version.ref);
}

}  // namespace

std::vector<Paragraph> paragraphs_of(const Text& text, const TextVersion& head) {
    std::vector<Paragraph> paragraphs = split(head.text);
    std::vector<const TextVersion*> first(paragraphs.size(), nullptr);
    Pieces pieces(head.text.size());
    for (const TextStep& step : text.steps_to(head.ref)) {
        if (pieces.empty()) break;
        pieces.go_back(step.change, [&](std::size_t from, std::size_t size) {
            const auto after = std::ranges::upper_bound(paragraphs, from, {}, &Paragraph::from);
            auto index = static_cast<std::size_t>(after - paragraphs.begin()) - 1;
            for (; index < paragraphs.size() && paragraphs[index].from < from + size; ++index) {
                if (paragraphs[index].to <= from) continue;  // only the line feed after it
                const TextVersion*& known = first[index];
                if (known == nullptr || order_of(*step.made) < order_of(*known)) known = step.made;
            }
        });
    }
    for (std::size_t index = 0; index < paragraphs.size(); ++index) {
        if (paragraphs[index].from == paragraphs[index].to || first[index] == nullptr) continue;
        paragraphs[index].begun = {first[index]->written_at, first[index]->author, first[index]->ref};
    }
    return paragraphs;
}

}  // namespace daybook
