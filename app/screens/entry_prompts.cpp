#include "app/screens/entry_prompts.h"

#include <algorithm>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

std::vector<const PromptSet*> sets_for(const OpenEntry& open) {
    if (open.activity == nullptr) return {};
    return open.view.book.pack().prompt_sets_of(open.activity->kind);
}

void ask(Ui& ui, const OpenEntry& open, const Prompt& prompt) {
    const SemanticId field = open.desk.field;
    if (field == 0) return;  // its words were edited apart: first somebody chooses
    const std::string& words = open.draft.text;
    const std::size_t caret = ui.fields.caret(field).value_or(CaretPlace{words.size(), words.size()}).end;
    const ParagraphBegun begun =
        begin_paragraph(words, caret, ui.say(phrase::prompts_begin{.prompt = prompt.short_name}));
    ui.fields.insert(field, begun.at, begun.text);
}

void set_of(Ui& ui, const OpenEntry& open, const PromptSet& set) {
    const Scope scope(set.id);
    caption(ui, set.name);
    RowList list(ui, "prompts", set.name);
    for (const Prompt& prompt : set.prompts) {
        if (list.row({.key = prompt.id, .title = prompt.short_name, .words = prompt.name, .lines = 4}))
            ask(ui, open, prompt);
    }
    ui.layout.space(8);
}

}  // namespace

ParagraphBegun begin_paragraph(std::string_view words, std::size_t caret, std::string_view beginning) {
    const std::size_t at = std::min(caret, words.size());
    const std::size_t end = std::min(words.find('\n', at), words.size());
    const std::size_t before = at == 0 ? std::string_view::npos : words.rfind('\n', at - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view paragraph = words.substr(start, end - start);
    const bool is_blank = paragraph.find_first_not_of(" \t\r") == std::string_view::npos;
    return {.at = end, .text = (is_blank ? "" : "\n") + std::string(beginning)};
}

void prompts_button(Ui& ui, const OpenEntry& open) {
    if (sets_for(open).empty()) return;
    if (button(ui, {.label = ui.say(Word::prompts_title),
                    .icon = Icon::prompts,
                    .key = "prompts",
                    .expanded = open.desk.prompts_open})) {
        open.desk.prompts_open = !open.desk.prompts_open;
    }
}

void prompts(Ui& ui, const OpenEntry& open) {
    const auto sets = sets_for(open);
    if (sets.empty() || !open.desk.prompts_open) return;
    const Scope scope("prompt sets");
    const Part group(ui, "prompts", Role::group, ui.say(Word::prompts_title));
    ui.layout.space(8);
    for (const PromptSet* set : sets) set_of(ui, open, *set);
    ui.layout.space(8);
}

}  // namespace daybook
