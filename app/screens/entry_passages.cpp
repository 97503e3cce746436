#include "app/screens/entry_passages.h"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"

namespace daybook {
namespace {

/// Those of which nobody can say where they are come last.
auto place_of(const Passage& one) {
    return std::tuple(one.stands != Passage::Stands::here, one.range.from, one.range.to);
}

std::vector<const Passage*> in_order(const Notebook& book, ItemId entry) {
    std::vector<const Passage*> found = book.passages_of(entry);
    std::erase_if(found, [](const Passage* one) { return !one->holds(); });
    std::ranges::stable_sort(found, {}, [](const Passage* one) { return place_of(*one); });
    return found;
}

/// What has to be said of where it is; nothing if its words are there.
std::string_view about(const Words& say, const Passage& passage) {
    switch (passage.stands) {
        case Passage::Stands::here:
            return {};
        case Passage::Stands::gone:
            return say(Word::passages_gone);
        case Passage::Stands::apart:
        case Passage::Stands::unknown:
            break;
    }
    return say(passage.in_confidence ? Word::passages_cover_all : Word::passages_not_found);
}

/// How the passage begins, in a text that has its words if it stands here.
std::string words_of(const Passage& passage, std::string_view text) {
    if (passage.stands != Passage::Stands::here) return quote_of(passage.began);
    return quote_of(text.substr(passage.range.from, passage.range.to - passage.range.from));
}

struct Listed {
    const Passage* passage;
    std::string_view text;  ///< that it is in
};

/// What was marked just now, as the notebook is going to have it.
Passage passage_of(const MarkDesk::OnItsWay& coming) {
    Passage passage;
    passage.id = coming.passage;
    passage.entry = coming.entry;
    passage.aspects = coming.marks.aspects;
    passage.polarity = coming.marks.polarity;
    passage.in_confidence = coming.marks.in_confidence;
    passage.stands = Passage::Stands::here;
    passage.range = coming.range;
    return passage;
}

/// The marks in a line, and the words beneath.
void one_to_read(Ui& ui, const Notebook& book, const Entry& entry, const Passage& passage) {
    const auto badges = badges_of(ui.say, book.pack(), passage, ui.theme.palette);
    const std::string_view where = about(ui.say, passage);
    const std::string words = ui.say(phrase::passages_quote{.words = words_of(passage, entry.words)});
    const TextStyle body = ui.theme.body();
    const float width = ui.layout.width();
    const float above = draw_details(ui.theme, where, badges, 0, 0, width, Ink::measure);
    const auto lines = static_cast<float>(wrapped(body, words, width).size());
    const Box box = ui.layout.place(above + lines * body.line);
    draw_details(ui.theme, where, badges, box.x, box.y, width, Ink::draw);
    draw_lines(body, box.x, box.y + above, width, ui.theme.palette.ink, words);
    SemanticNode node;
    node.id = id_of(passage.id.hex());
    node.role = Role::paragraph;
    node.name = words;
    for (const Badge& badge : badges) {
        node.description += (node.description.empty() ? "" : ", ") + std::string(badge.text);
    }
    if (!where.empty()) node.description += (node.description.empty() ? "" : ". ") + std::string(where);
    node.box = box;
    ui.semantics.add(std::move(node));
    ui.layout.space(12);
}

}  // namespace

void passages_to_choose(Ui& ui, const Marking& marking, const MarkTarget& target) {
    const Entry* entry = marking.book.entry(marking.draft.entry);
    if (entry == nullptr) return;
    std::vector<Listed> passages;
    for (const Passage* one : in_order(marking.book, entry->id)) passages.push_back({one, entry->words});
    // With those that were marked just now, so that nothing moves once the notebook has them.
    std::deque<Passage> coming;
    for (const MarkDesk::OnItsWay& one : marking.desk.on_its_way) {
        const bool is_new = marking.book.passage(one.passage) == nullptr && !one.marks.none();
        if (one.entry != entry->id || !is_new) continue;
        passages.push_back({&coming.emplace_back(passage_of(one)), one.text});
    }
    if (passages.empty()) return;
    std::ranges::stable_sort(passages, {}, [](const Listed& one) { return place_of(*one.passage); });
    heading(ui, ui.say(Word::passages_title), 2);
    {
        RowList list(ui, "passages", ui.say(Word::passages_title));
        list.each(passages.size(), [&](std::size_t index) {
            const Passage& one = *passages[index].passage;
            const auto badges = badges_of(ui.say, marking.book.pack(), one, ui.theme.palette);
            const std::string words = ui.say(phrase::passages_quote{.words = words_of(one, passages[index].text)});
            if (list.row({.key = one.id.hex(),
                          .title = {},
                          .meta = about(ui.say, one),
                          .words = words,
                          .badges = badges,
                          .current = target.item == one.id})) {
                marking.desk.choose(one.id);
            }
        });
    }
    // Here, and not beside the marks: those must not move when one of them is put on.
    if (target.item.is_nil() || target.item == marking.draft.entry) return;
    if (button(ui, {.label = ui.say(Word::marks_take_away), .look = Look::quiet, .hangs = true}))
        put_marks(marking, target, {});
}

void passages_to_read(Ui& ui, const Notebook& book, const Entry& entry) {
    const auto passages = in_order(book, entry.id);
    if (passages.empty()) return;
    const Part group(ui, "passages", Role::group, ui.say(Word::passages_title));
    heading(ui, ui.say(Word::passages_title), 2);
    for (const Passage* one : passages) one_to_read(ui, book, entry, *one);
    ui.layout.space(12);
}

}  // namespace daybook
