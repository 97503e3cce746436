// The paragraphs of a text, and when each of them was begun.
// Never a guess: what a paragraph says of its beginning follows from the revisions that its letters came with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/log/fold.h"

namespace daybook {

/// Who began a paragraph, and when by the clock on their wall.
struct Begun {
    LocalTime at;
    std::string author;
    RevisionRef ref;
    bool operator==(const Begun&) const = default;
};

/// What stands between two line feeds.
struct Paragraph {
    std::size_t from = 0;  ///< bytes
    std::size_t to = 0;    ///< without the line feed
    std::optional<Begun> begun;
    bool operator==(const Paragraph&) const = default;
};

/// The paragraphs of a version: at least one, in order. A paragraph was begun by the earliest revision, in the log's
/// order, that brought one of the bytes which it still has. So one that was split keeps its beginning in both halves,
/// one that was pasted in several changes was begun by the first of them, and one of which nothing old is left was
/// begun when the oldest of what is left was written. The line feed before it does not count: it was often typed long
/// before. An empty paragraph was not begun yet. Where a text was edited apart, each version is looked at by itself;
/// after somebody has chosen, only what the chosen version came from counts.
/// The time grows with the text and its splices, as long as these follow one another closely, as typing does; each
/// that is far from the one before costs as much as there are pieces between them.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(const Text& text, const TextVersion& head);

}  // namespace daybook
