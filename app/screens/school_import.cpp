#include "app/screens/school_import.h"

#include <array>
#include <functional>

#include "app/widgets/button.h"
#include "app/widgets/choices.h"
#include "app/widgets/reach.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

std::string summary(const Words& say, const SchoolImport& import) {
    return say(phrase::schools_summary{.count = import.added + import.changed + import.as_they_were,
                                       .added = std::to_string(import.added),
                                       .changed = std::to_string(import.changed),
                                       .same = std::to_string(import.as_they_were)});
}

std::string bad_line_words(const Words& say, const BadSchoolLine& bad, std::size_t columns) {
    using Reason = BadSchoolLine::Reason;
    const std::string line = std::to_string(bad.line);
    switch (bad.reason) {
        case Reason::no_name:
            return say(phrase::schools_bad_name{.line = line, .urn = bad.said});
        case Reason::no_urn:
            if (bad.said.empty()) return say(phrase::schools_bad_no_urn{.line = line});
            return say(phrase::schools_bad_urn{.line = line, .said = bad.said});
        case Reason::twice:
            return say(
                phrase::schools_bad_twice{.line = line, .name = bad.said, .other = std::to_string(bad.other_line)});
        case Reason::too_few:
        case Reason::too_many:
            return say(phrase::schools_bad_fields{
                .line = line, .fields = std::to_string(bad.fields), .columns = std::to_string(columns)});
        case Reason::quotes:
            return say(phrase::schools_bad_quotes{.line = line});
        case Reason::too_long:
            break;
    }
    return say(phrase::schools_bad_long{.line = line});
}

/// A heading, and as many lines as one likes.
void lines(Ui& ui, std::string_view key, std::string_view title, std::size_t count,
           const std::function<std::string(std::size_t)>& words) {
    if (count == 0) return;
    const Scope scope(key);
    ui.layout.space(24);
    heading(ui, title, 2);
    const Part list(ui, key, Role::list, title);
    lay_out_near(ui, {.key = key,
                      .count = count,
                      .gap = 4,
                      .guess = [&](std::size_t) { return ui.theme.caption().line; },
                      .lay_out =
                          [&](std::size_t index, std::optional<float>) {
                              const Scope of_line(std::to_string(index));
                              const std::string said = words(index);
                              const Part item(ui, "line", Role::list_item);
                              note(ui, said);
                          }});
}

void what_is_left_out(Ui& ui, const SchoolList& list, const SchoolImport& import) {
    const Words& say = ui.say;
    lines(ui, "bad", say(phrase::schools_bad_count{.count = list.bad.size()}), list.bad.size(),
          [&](std::size_t index) { return bad_line_words(say, list.bad[index], list.columns); });
    lines(ui, "closed", say(phrase::schools_closed_count{.count = list.closed.size()}), list.closed.size(),
          [&](std::size_t index) {
              const ClosedSchool& closed = list.closed[index];
              return say(phrase::schools_closed_line{
                  .line = std::to_string(closed.line), .name = closed.facts.name, .status = closed.status});
          });
    const auto names = [](const std::vector<const School*>& schools) {
        return [&schools](std::size_t index) { return schools[index]->facts.name; };
    };
    lines(ui, "closed here", say(phrase::schools_closed_here{.count = import.closed_here.size()}),
          import.closed_here.size(), names(import.closed_here));
    lines(ui, "missing", say(phrase::schools_missing_count{.count = import.missing.size()}), import.missing.size(),
          names(import.missing));
}

void retired_choice(Ui& ui, SchoolsDesk& desk, const SchoolImport& import) {
    if (import.retired == 0) return;
    paragraph(ui, ui.say(phrase::schools_retired_count{.count = import.retired}));
    const std::array<Choice, 2> offered{{{ui.say(Word::schools_stay)}, {ui.say(Word::schools_come_back)}}};
    const auto chosen = static_cast<std::size_t>(desk.retired);
    if (const auto pressed = choices(ui, ui.say(Word::schools_retired_ones), offered, chosen))
        desk.retired = static_cast<RetiredSchools>(*pressed);
    ui.layout.space(16);
}

}  // namespace

void school_import_screen(Ui& ui, const View& view, SchoolsDesk& desk, Wishes wishes) {
    const Panel panel(ui, "import schools", view.area, page_padding(ui, view.area));
    heading(ui, ui.say(Word::schools_import), 1);
    if (!desk.list || desk.of != view.book.id()) {
        // Only after coming back to a notebook that knows nothing of the file any more.
        if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
            wishes.route.go_back();
        return;
    }
    const SchoolImport import = import_schools(view.book, *desk.list, desk.retired);
    ui.layout.space(2);
    {
        const Scope scope("file");  // whatever it is called
        note(ui, desk.file);
    }
    ui.layout.space(16);
    paragraph(ui, summary(ui.say, import));
    if (!desk.list->bad.empty()) paragraph(ui, ui.say(phrase::schools_bad_count{.count = desk.list->bad.size()}));
    retired_choice(ui, desk, import);
    if (import.changes.empty()) note(ui, ui.say(Word::schools_nothing_new));
    ui.layout.space(16);
    bool imports = false;
    bool cancels = false;
    {
        const Row row(ui);
        imports = button(
            ui, {.label = ui.say(Word::schools_do_import), .look = Look::primary, .disabled = import.changes.empty()});
        cancels = button(ui, {.label = ui.say(Word::schools_cancel)});
    }
    what_is_left_out(ui, *desk.list, import);
    if (imports) {
        wishes.out.edit(view.book.id(), import.changes);
        desk.imported = ui.say(phrase::schools_imported{.summary = summary(ui.say, import)});
    }
    if (imports || cancels) wishes.route.go_back();
}

}  // namespace daybook
