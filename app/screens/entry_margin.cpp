// The margin of an entry's words: when each paragraph was begun.
// Never worked out while keys come: from what the notebook holds, once for each of its versions.
#include "app/screens/entry_margin.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "app/screens/entry_open.h"
#include "app/widgets/typesetting.h"
#include "app/words/times.h"

namespace daybook {
namespace {

constexpr float margin_from = 480;  // of the words' width, at the usual size: narrower ones need all of it
constexpr std::int64_t minute = 60'000;

float stamp_width(const Ui& ui) {
    return text_width(ui.theme.caption(), "00:00");
}

bool is_apart(std::int64_t one, std::int64_t other) {
    return one < other ? one <= other - minute : other <= one - minute;
}

/// All of the draft is in the notebook, and the notebook has nothing else.
bool is_settled(const OpenEntry& open) {
    const Draft& draft = open.draft;
    return draft.on_the_way.empty() && !draft.first_unsent && open.entry != nullptr &&
           open.entry->versions.size() == 1 && open.entry->words == draft.text;
}

/// One or more paragraphs with the stamp that they share.
void block(Ui& ui, std::string_view words, const std::string* stamp, float margin) {
    const TextStyle body = ui.theme.body();
    const TextStyle small = ui.theme.caption();
    const float above = stamp != nullptr && margin == 0 ? small.line : 0;
    const float width = ui.layout.width() - margin;
    const auto lines = static_cast<float>(wrapped(body, words, width).size());
    const Box box = ui.layout.place(above + lines * body.line);
    SemanticNode node;
    node.id = id_of("words");
    node.role = Role::paragraph;
    node.name = words;
    node.box = box;
    if (stamp != nullptr) {
        node.description = *stamp;
        const float lower = margin == 0 ? 0 : (body.line - small.line) / 2;
        draw_line(small, box.x, box.y + lower, ui.theme.palette.quiet, *stamp);
    }
    ui.semantics.add(std::move(node));
    draw_lines(body, box.x + margin, box.y + above, width, ui.theme.palette.ink, words);
}

}  // namespace

std::vector<MarginNote> stamps_of(const Words& say, const std::vector<Paragraph>& paragraphs) {
    std::vector<MarginNote> stamps;
    std::optional<std::int64_t> above;
    for (const Paragraph& one : paragraphs) {
        if (!one.begun) continue;
        const std::int64_t began = one.begun->at.at.unix_ms;
        if (above && !is_apart(began, *above)) continue;
        above = began;
        stamps.push_back({one.from, time_words(say, one.begun->at)});
    }
    return stamps;
}

const std::vector<MarginNote>& stamps_of(const Words& say, const Notebook& book, const Entry& entry, MarginDesk& desk) {
    const Item* item = book.items().find(entry.id);
    const Text* text = item == nullptr ? nullptr : item->text(words::prose);
    if (text == nullptr || text->heads().empty()) {
        desk = {.entry = entry.id, .version = {}, .stamps = {}};
        return desk.stamps;
    }
    const TextVersion& head = text->heads().back();
    if (desk.entry == entry.id && desk.version == head.ref) return desk.stamps;
    desk = {.entry = entry.id, .version = head.ref, .stamps = stamps_of(say, paragraphs_of(*text, head))};
    return desk.stamps;
}

FieldMargin margin_of_field(const Ui& ui, const OpenEntry& open, float width) {
    if (width < ui.theme.scaled(margin_from)) return {};
    MarginDesk& desk = open.desk.margin;
    const bool other = desk.entry != open.draft.entry;
    if (other) desk = {.entry = open.draft.entry, .version = {}, .stamps = {}};
    const bool newer =
        open.entry != nullptr && !open.entry->versions.empty() && desk.version != open.entry->versions.back().ref;
    if (newer && is_settled(open)) stamps_of(ui.say, open.view.book, *open.entry, desk);
    return {.width = stamp_width(ui) + 8, .font_size = ui.theme.caption().em, .notes = desk.stamps};
}

void stamped_words(Ui& ui, std::string_view words, const std::vector<MarginNote>& stamps) {
    const bool beside = ui.layout.width() >= ui.theme.scaled(margin_from) && !stamps.empty();
    const float margin = beside ? stamp_width(ui) + 16 : 0;
    const auto end_of = [&](std::size_t next) { return next < stamps.size() ? stamps[next].from : words.size(); };
    const auto part = [&](std::size_t from, std::size_t to, const std::string* stamp) {
        const Scope scope(std::to_string(from));
        std::string_view some = words.substr(from, to - from);
        if (to < words.size() && some.ends_with('\n')) some.remove_suffix(1);
        block(ui, some, stamp, margin);
        ui.layout.space(0);
    };
    if (stamps.empty() || stamps.front().from > 0) part(0, end_of(0), nullptr);
    for (std::size_t index = 0; index < stamps.size(); ++index) {
        part(stamps[index].from, end_of(index + 1), &stamps[index].text);
    }
    ui.layout.space(8);
}

}  // namespace daybook
