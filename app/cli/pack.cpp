// Reads a framework pack for who writes one, and says what is in it, or what is wrong and how to mend it.
// Never writes a pack.
#include <cstdio>
#include <format>

#include "app/cli/commands.h"
#include "app/cli/printing.h"
#include "core/framework/pack.h"
#include "core/framework/pack_members.h"
#include "platform/files.h"

namespace daybook::cli {

namespace {

constexpr std::size_t largest_pack = std::size_t{8} << 20U;  // what is too much for a pack is said by its reader

template <typename Part, typename Parts>
std::size_t parts_in(const std::vector<Part>& wholes, Parts Part::* parts) {
    std::size_t count = 0;
    for (const Part& whole : wholes) count += (whole.*parts).size();
    return count;
}

std::string contents(const Pack& pack) {
    std::string text = std::format("ok: {}, version {}\n{}\n", pack.id, pack.version, pack.name);
    const auto line = [&text](const std::string& said) { text += "  " + said + "\n"; };
    line(counted(pack.areas.size(), "reporting area", "reporting areas") + ": " +
         counted(parts_in(pack.areas, &ReportingArea::considerations), "consideration", "considerations"));
    line(counted(pack.aspects.size(), "aspect", "aspects") + ": " +
         counted(parts_in(pack.aspects, &Aspect::descriptors), "descriptor", "descriptors"));
    line(counted(pack.roles.size(), "role", "roles"));
    line(counted(pack.activity_kinds.size(), "kind of activity", "kinds of activity"));
    line(counted(pack.prompt_sets.size(), "set of prompts", "sets of prompts") + ": " +
         counted(parts_in(pack.prompt_sets, &PromptSet::prompts), "prompt", "prompts"));
    line(counted(pack.checklists.size(), "checklist", "checklists") + ": " +
         counted(parts_in(pack.checklists, &Checklist::items), "item", "items"));
    for (const Checklist& list : pack.checklists)
        line("  " + list.name + ": " + counted(list.items.size(), "item", "items"));
    line(counted(pack.survey_groups.size(), "survey group", "survey groups") + ": " +
         counted(parts_in(pack.survey_groups, &SurveyGroup::questions), "question", "questions"));
    const EvidenceForms& forms = pack.evidence_forms;
    line(counted(forms.talks.size(), "evidence form", "evidence forms") + ": " +
         counted(forms.themes.size(), "theme", "themes") + ", " +
         counted(forms.inspections.size(), "kind of inspection", "kinds of inspection"));
    line(counted(pack.milestones.size(), "milestone", "milestones"));
    line(counted(pack.deadlines.size(), "deadline", "deadlines"));
    line("letter: " + counted(pack.letter.sections.size(), "section", "sections") + ", " +
         counted(pack.letter.recipients.size(), "recipient", "recipients"));
    return printable(text);
}

}  // namespace

Result<void> check_pack(const std::string& file) {
    const Result<Bytes> json = read_file(file, largest_pack);
    if (!json) return pass_on(json.error());
    const Result<Pack> pack = parse_pack(*json);
    if (!pack) return pass_on(pack.error().while_doing(file));
    const auto unknown = unknown_members(*json);
    if (!unknown) return pass_on(unknown.error().while_doing(file));
    if (!unknown->empty()) {
        const std::string place = printable(unknown->front());
        return pass_on(
            Error{Errc::corrupt, place + ": there is no such member; correct its name, or take it out"}.while_doing(
                file));
    }
    const std::string text = contents(*pack);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        return fail(Errc::storage, "Not everything could be printed.");
    }
    return {};
}

}  // namespace daybook::cli
