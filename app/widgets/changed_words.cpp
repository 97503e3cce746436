#include "app/widgets/changed_words.h"

#include <algorithm>
#include <utility>

#include "app/widgets/typesetting.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

using Kind = WordRun::Kind;

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view line_mark = "\u00B6";

/// As words between quotation marks, or what it is where it is nothing to be read.
std::string told(const Words& say, std::string_view text) {
    if (text.find_first_not_of(" \n") == std::string_view::npos)
        return std::string(say(text.contains('\n') ? Word::history_a_line : Word::history_a_space));
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return say(phrase::passages_quote{.words = line});
}

/// The runs as one text, with what is marked in it.
struct Marked {
    struct Mark {
        std::size_t from;
        std::size_t to;
        Kind kind;
    };
    std::string text;
    std::vector<Mark> marks;
};

Marked marked(std::span<const WordRun> runs) {
    Marked all;
    for (const WordRun& run : runs) {
        const std::size_t from = all.text.size();
        for (const char letter : run.text) {
            // A line that was ended, or no longer is, would not be seen.
            if (letter == '\n' && run.kind != Kind::kept) all.text += line_mark;
            if (letter != '\n' || run.kind != Kind::removed) all.text += letter;
        }
        if (run.kind != Kind::kept) all.marks.push_back({from, all.text.size(), run.kind});
    }
    // A break at the very end begins no line.
    while (all.text.ends_with('\n')) all.text.pop_back();
    return all;
}

/// Where bytes `from` to `to` of a line are seen.
Box seen_part(const TextStyle& style, std::string_view paragraph, const Box& place, std::string_view line,
              std::size_t from, std::size_t to) {
    if (is_foreign(style, paragraph)) return span_of(style, paragraph, place, line, from, to);
    const float left = text_width(style, line.substr(0, from));
    return {place.x + left, place.y, text_width(style, line.substr(from, to - from)), place.height};
}

class MarkedLines {
public:
    MarkedLines(const Ui& ui, const Marked& all) : palette_(ui.theme.palette), style_(ui.theme.body()), all_(all) {}

    void draw(const Box& box) const {
        Box place{box.x, box.y, box.width, style_.line};
        const std::string_view text = all_.text;
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end_of = std::min(text.find('\n', from), text.size());
            const std::string_view paragraph = text.substr(from, end_of - from);
            for (const std::string_view line : wrapped(style_, paragraph, box.width)) {
                if (is_visible(place)) draw_line_marked(paragraph, place, line);
                place.y += style_.line;
            }
            from = end_of + 1;
        }
    }

private:
    void draw_line_marked(std::string_view paragraph, const Box& place, std::string_view line) const {
        const auto begin = line.empty() ? 0 : static_cast<std::size_t>(line.data() - all_.text.data());
        const auto each_mark = [&](auto&& do_it) {
            for (const Marked::Mark& mark : all_.marks) {
                const std::size_t from = std::max(mark.from, begin);
                const std::size_t to = std::min(mark.to, begin + line.size());
                if (from >= to) continue;
                do_it(seen_part(style_, paragraph, place, line, from - begin, to - begin), mark.kind);
            }
        };
        each_mark([&](const Box& seen, Kind kind) {
            fill({seen.x, seen.y + 2, seen.width, seen.height - 4},
                 kind == Kind::added ? palette_.accent_soft : palette_.danger_soft, 3);
        });
        draw_line_of(style_, paragraph, place, palette_.ink, line);
        each_mark([&](const Box& seen, Kind kind) {
            const float thick = std::max(2.0F, style_.em / 10);
            const bool added = kind == Kind::added;
            const float down = added ? seen.height - 2 - thick : (seen.height - thick) / 2 + style_.em / 14;
            fill({seen.x, seen.y + down, seen.width, thick}, added ? palette_.accent : palette_.danger, 0);
        });
    }

    const Palette& palette_;
    TextStyle style_;
    const Marked& all_;
};

}  // namespace

std::string spoken_change(const Words& say, std::string_view removed, std::string_view added) {
    const std::string took = removed.empty() ? "" : say(phrase::history_removed{.words = told(say, removed)});
    const std::string put = added.empty() ? "" : say(phrase::history_added{.words = told(say, added)});
    if (took.empty() || put.empty()) return took + put;
    return say(phrase::common_semicolon{.first = took, .second = put});
}

std::string spoken_changes(const Words& say, std::span<const WordRun> runs) {
    constexpr std::size_t most = 20'000;
    std::string all;
    for (std::size_t index = 0; index < runs.size() && all.size() <= most; ++index) {
        if (runs[index].kind == Kind::kept) continue;
        const bool removes = runs[index].kind == Kind::removed;
        const bool replaces = removes && index + 1 < runs.size() && runs[index + 1].kind == Kind::added;
        std::string_view removed;
        std::string_view added;
        if (removes) removed = runs[index].text;
        if (replaces) added = runs[index + 1].text;
        if (!removes) added = runs[index].text;
        const std::string change = spoken_change(say, removed, added);
        all = all.empty() ? change : say(phrase::common_semicolon{.first = all, .second = change});
        if (replaces) ++index;
    }
    if (all.size() <= most) return all;
    return all.substr(0, character_start(all, most)).append(ellipsis);
}

void changed_words(Ui& ui, std::span<const WordRun> runs, std::string_view spoken) {
    const Marked all = marked(runs);
    const TextStyle style = ui.theme.body();
    std::size_t lines = 0;
    for (std::size_t from = 0; from <= all.text.size();) {
        const std::size_t end_of = std::min(all.text.find('\n', from), all.text.size());
        lines += wrapped(style, std::string_view(all.text).substr(from, end_of - from), ui.layout.width()).size();
        from = end_of + 1;
    }
    const Box box = ui.layout.place(static_cast<float>(lines) * style.line);
    MarkedLines(ui, all).draw(box);
    SemanticNode node;
    node.id = id_of("changed words");
    node.role = Role::paragraph;
    node.name = spoken;
    node.box = box;
    ui.semantics.add(std::move(node));
}

}  // namespace daybook
