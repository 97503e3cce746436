#include "app/marking.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/utf8.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr std::string_view blank = " \n\t\r";

/// Without the blanks at both ends: a word that is chosen by two taps often comes with the space behind it.
TextRange trimmed(std::string_view text, TextRange range) {
    range.to = character_start(text, std::min(range.to, text.size()));
    range.from = character_start(text, std::min(range.from, range.to));
    const std::string_view words = text.substr(range.from, range.to - range.from);
    const std::size_t first = words.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return {range.from + first, range.from + words.find_last_not_of(blank) + 1};
}

/// With the blanks that end the line: what is typed on there is typed right behind the words.
TextRange to_line_end(std::string_view text, TextRange range) {
    const std::size_t end = std::min(text.find_first_not_of(" \t", range.to), text.size());
    if (end == text.size() || text[end] == '\n') range.to = end;
    return range;
}

TextRange paragraph_at(std::string_view text, std::size_t caret) {
    const std::size_t at = std::min(caret, text.size());
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    return trimmed(text, {from, std::min(text.find('\n', at), text.size())});
}

Marks marks_of(const Entry* entry) {
    return entry == nullptr ? Marks{} : Marks{entry->polarity, entry->in_confidence, entry->aspects};
}

/// A passage, and where it is in the words that are being typed.
struct Placed {
    ItemId id;
    TextRange range;
    Marks marks;
};

/// What was typed since the words were these; nothing if nothing was. Looked for once for all passages of a frame.
std::optional<TextDifference> typed_since(std::string_view before, std::string_view now) {
    if (before == now) return std::nullopt;
    return difference(before, now);
}

TextRange moved(const TextRange& range, bool in_confidence, const std::optional<TextDifference>& typed) {
    if (!typed) return range;
    const TextChange change{.at = typed->at, .erased = typed->erased, .inserted = typed->inserted.size()};
    return in_confidence ? carried_in_confidence(range, change, typed->inserted) : carried(range, change);
}

std::vector<Placed> placed(const Notebook& book, const Draft& draft, const MarkDesk& desk) {
    std::vector<Placed> found;
    const auto add = [&](ItemId id, const TextRange& range, const Marks& marks) {
        found.push_back({id, trimmed(draft.text, range), marks});
    };
    const Entry* entry = book.entry(draft.entry);
    const auto& passages = book.passages_of(draft.entry);
    if (entry != nullptr && !passages.empty()) {
        const auto typed = typed_since(entry->words, draft.text);
        for (const Passage* one : passages) {
            if (!one->holds()) continue;
            const bool is_here = one->stands == Passage::Stands::here;
            add(one->id, is_here ? moved(one->range, one->in_confidence, typed) : TextRange{},
                {one->polarity, one->in_confidence, one->aspects});
        }
    }
    for (const MarkDesk::OnItsWay& coming : desk.on_its_way) {
        if (coming.entry != draft.entry || book.passage(coming.passage) != nullptr || coming.marks.none()) continue;
        add(coming.passage, moved(coming.range, coming.marks.in_confidence, typed_since(coming.text, draft.text)),
            coming.marks);
    }
    return found;
}

std::string words_in(const Draft& draft, const TextRange& range) {
    return draft.text.substr(range.from, range.to - range.from);
}

MarkTarget target_of(const Notebook& book, const Draft& draft, const Placed& one) {
    const Passage* passage = book.passage(one.id);
    const bool gone = one.range.empty() && passage != nullptr;
    return {.part = MarkTarget::Part::passage,
            .item = one.id,
            .range = one.range,
            .said = gone ? passage->began : words_in(draft, one.range),
            .marks = one.marks};
}

MarkTarget words_target(const Draft& draft, const std::vector<Placed>& passages, MarkTarget::Part part,
                        const TextRange& range) {
    MarkTarget target{.part = part, .item = {}, .range = range, .said = words_in(draft, range), .marks = {}};
    const auto marked = std::ranges::find(passages, range, &Placed::range);
    if (marked != passages.end()) {
        target.item = marked->id;
        target.marks = marked->marks;
    }
    return target;
}

MarkTarget paragraph_target(const Notebook& book, const Draft& draft, const std::vector<Placed>& passages,
                            std::size_t caret) {
    const TextRange paragraph = paragraph_at(draft.text, caret);
    const Placed* narrowest = nullptr;
    for (const Placed& one : passages) {
        const bool holds = !one.range.empty() && one.range.from <= caret && caret <= one.range.to;
        const auto size = [](const Placed& of) { return of.range.to - of.range.from; };
        if (holds && (narrowest == nullptr || size(one) < size(*narrowest))) narrowest = &one;
    }
    if (narrowest != nullptr && narrowest->range != paragraph) return target_of(book, draft, *narrowest);
    if (!paragraph.empty()) return words_target(draft, passages, MarkTarget::Part::paragraph, paragraph);
    return {.part = MarkTarget::Part::empty_paragraph,
            .item = draft.entry,
            .range = {},
            .said = {},
            .marks = marks_of(book.entry(draft.entry))};
}

std::vector<Change> changes_to(ItemId item, const Marks& before, const Marks& wanted) {
    std::vector<Change> changes;
    const auto add = [&](std::vector<Change> more) { std::ranges::move(more, std::back_inserter(changes)); };
    if (before.polarity != wanted.polarity) add(edits::set_polarity(item, wanted.polarity));
    if (before.in_confidence != wanted.in_confidence) add(edits::set_confidence(item, wanted.in_confidence));
    for (const std::string& aspect : wanted.aspects) {
        if (!std::ranges::contains(before.aspects, aspect)) add(edits::set_aspect(item, aspect, true));
    }
    for (const std::string& aspect : before.aspects) {
        if (!std::ranges::contains(wanted.aspects, aspect)) add(edits::set_aspect(item, aspect, false));
    }
    return changes;
}

void mark_new_words(const Marking& marking, const MarkTarget& target, const Marks& wanted) {
    const Draft& draft = marking.draft;
    marking.drafts.send_all(marking.out);
    std::erase_if(marking.desk.on_its_way, [&](const MarkDesk::OnItsWay& one) {
        return one.entry != draft.entry || marking.book.passage(one.passage) != nullptr;
    });
    Anchor anchor{.version = {}, .range = to_line_end(draft.text, target.range)};
    if (draft.last_splice == 0 && !draft.bases.empty()) anchor.version = draft.bases.front();
    const auto passage = new_id<ItemId>(marking.random);
    std::vector<Change> changes = edits::add_passage({passage, draft.entry, anchor});
    std::ranges::move(changes_to(passage, {}, wanted), std::back_inserter(changes));
    const std::uint64_t number = marking.out.edit_after(draft.last_splice, marking.book.id(), std::move(changes));
    marking.desk.on_its_way.push_back({.passage = passage,
                                       .entry = draft.entry,
                                       .range = anchor.range,
                                       .text = draft.text,
                                       .marks = wanted,
                                       .number = number});
}

}  // namespace

void MarkDesk::told(const ChosenWords& now) {
    if (now == chosen) return;
    chosen = now;
    put_aside = false;
    passage = {};
}

void MarkDesk::choose(MarkScope wanted) {
    scope = wanted;
    put_aside = true;
    passage = {};
}

void MarkDesk::choose(ItemId wanted) {
    passage = wanted;
}

void MarkDesk::refused(std::uint64_t number) {
    std::erase_if(on_its_way, [&](const OnItsWay& one) { return one.number == number; });
}

void MarkDesk::start_over() {
    *this = {};
}

MarkTarget mark_target(const Notebook& book, const Draft& draft, const MarkDesk& desk) {
    const Entry* entry = book.entry(draft.entry);
    const MarkTarget whole{
        .part = MarkTarget::Part::entry, .item = draft.entry, .range = {}, .said = {}, .marks = marks_of(entry)};
    const std::vector<Placed> passages = placed(book, draft, desk);
    if (!desk.passage.is_nil()) {
        const auto listed = std::ranges::find(passages, desk.passage, &Placed::id);
        if (listed != passages.end()) return target_of(book, draft, *listed);
    }
    // Words that were edited apart cannot be chosen in before somebody has chosen between them.
    if (entry != nullptr && entry->versions.size() > 1) return whole;
    if (!desk.put_aside) {
        const TextRange chosen = trimmed(draft.text, {desk.chosen.start, desk.chosen.end});
        if (!chosen.empty()) return words_target(draft, passages, MarkTarget::Part::chosen, chosen);
    }
    if (desk.scope == MarkScope::entry) return whole;
    return paragraph_target(book, draft, passages, desk.chosen.start);
}

void put_marks(const Marking& marking, const MarkTarget& target, const Marks& wanted) {
    if (target.item.is_nil()) {
        if (!wanted.none()) mark_new_words(marking, target, wanted);
        return;
    }
    std::vector<Change> changes = changes_to(target.item, target.marks, wanted);
    if (changes.empty()) return;
    if (target.item == marking.draft.entry) marking.drafts.create(marking.draft, marking.out);
    marking.out.edit(marking.book.id(), std::move(changes));
    for (MarkDesk::OnItsWay& coming : marking.desk.on_its_way) {
        if (coming.passage == target.item) coming.marks = wanted;
    }
}

void set_polarity(const Marking& marking, const MarkTarget& target, Polarity polarity) {
    Marks wanted = target.marks;
    wanted.polarity = polarity;
    put_marks(marking, target, wanted);
}

void set_confidence(const Marking& marking, const MarkTarget& target, bool in_confidence) {
    Marks wanted = target.marks;
    wanted.in_confidence = in_confidence;
    put_marks(marking, target, wanted);
}

void set_aspect(const Marking& marking, const MarkTarget& target, const std::string& aspect, bool present) {
    Marks wanted = target.marks;
    std::erase(wanted.aspects, aspect);
    if (present) wanted.aspects.push_back(aspect);
    put_marks(marking, target, wanted);
}

}  // namespace daybook
