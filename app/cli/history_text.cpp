#include "app/cli/history_text.h"

#include <format>
#include <string_view>
#include <vector>

#include "app/cli/printing.h"
#include "core/base/utf8.h"
#include "core/base/word_difference.h"
#include "core/notebook/history.h"

namespace daybook::cli {
namespace {

using What = EntryChange::What;
using Of = EntryChange::Of;

std::string times(const HistoryStep& step) {
    const std::string began = rfc3339(step.began());
    const std::string ended = rfc3339(step.ended());
    return began == ended ? began : began + " to " + ended;
}

std::string changed_words(const Notebook& book, ItemId entry, const HistoryStep& step) {
    const auto runs = around_changes(
        word_difference(words_in(book, entry, step.words_before), words_in(book, entry, step.words_after)));
    std::string text;
    bool changes = false;
    for (const WordRun& run : runs) {
        changes = changes || run.kind != WordRun::Kind::kept;
        text += run.kind == WordRun::Kind::kept      ? run.text
                : run.kind == WordRun::Kind::removed ? "[-" + run.text + "-]"
                                                     : "{+" + run.text + "+}";
    }
    return changes ? text : "[words were changed and changed back]";
}

bool is_on(const Value& value) {
    const bool* on = std::get_if<bool>(&value);
    return on != nullptr && *on;
}

std::string text_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? "?" : *text;
}

std::string belonging(const Notebook& book, const EntryChange& change) {
    switch (change.of) {
        case Of::passage: {
            const Passage* passage = book.passage(change.item);
            const std::string_view began = passage == nullptr ? std::string_view() : passage->began;
            return std::format("passage \u201c{}\u201d: ", began.substr(0, character_start(began, 60)));
        }
        case Of::photograph:
            return std::format("attachment {}: ", change.item.hex().substr(0, 8));
        case Of::drawing:
            return std::format("drawing {}: ", change.item.hex().substr(0, 8));
        case Of::entry:
            break;
    }
    return {};
}

std::string mark(std::string_view what, bool on) {
    return std::format("{} {}", what, on ? "put on" : "taken off");
}

std::string said(const EntryChange& change) {
    switch (change.what) {
        case What::created:
            return "came into being";
        case What::polarity:
            return std::format("{} instead of {}", text_of(change.after), text_of(change.before));
        case What::in_confidence:
            return mark("in confidence", is_on(change.after));
        case What::come_back:
            return mark("come back to this", is_on(change.after));
        case What::reconstructed:
            return mark("written again from memory", is_on(change.after));
        case What::aspect:
            return mark("aspect " + change.detail, is_on(change.after));
        case What::retired:
            return is_on(change.after) ? "retired" : "brought back";
        case What::activity:
            return "moved to another activity";
        case What::gist:
            return "what it shows was written";
        case What::other:
            return "changed: " + change.detail;
        case What::words:
            break;
    }
    return {};
}

}  // namespace

std::string history_text(const Notebook& book, ItemId entry, std::size_t width) {
    std::string text;
    for (const HistoryStep& step : history_of(book, entry)) {
        text += wrapped(printable(std::format("{}  {}, changes: {}", times(step), step.author(), step.changes.size())),
                        "    ~ ", width);
        if (step.words_after) text += wrapped(printable(changed_words(book, entry, step)), "        ", width);
        for (const EntryChange& change : step.sum)
            text += wrapped(printable(belonging(book, change) + said(change)), "        ", width);
        if (step.left_behind > 0)
            text += std::format("        versions left behind, which had been edited apart: {}\n", step.left_behind);
    }
    return text;
}

}  // namespace daybook::cli
