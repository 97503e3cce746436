#include "core/notebook/joining_instructions.h"

#include <algorithm>
#include <array>
#include <format>

#include "core/base/blank.h"

namespace daybook {
namespace {

/// What keeps its place whatever it is printed on. Nothing is fetched, and nothing runs, whatever anybody has typed.
constexpr std::string_view head = R"html(<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<style>
@page { size: A4; margin: 18mm 16mm 20mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 3rem; background: #fff; color: #1d2320;
  font: 1rem/1.5 Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2.25rem 0 .6rem; padding-bottom: .3rem;
  border-bottom: 2px solid #1f5c4d; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
p { margin: .3rem 0; }
ul { margin: .3rem 0; padding-inline-start: 1.2rem; }
li { margin: .35rem 0; break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(6rem, 9rem) 1fr; gap: .35rem 1rem; margin: 1rem 0 0; }
dt { color: #58625d; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th { text-align: start; font-weight: 600; color: #58625d; font-size: .85rem; }
th, td { padding: .4rem .75rem .4rem 0; vertical-align: top; border-bottom: 1px solid #d9dfdb; }
tr { break-inside: avoid; }
.time { white-space: nowrap; width: 7.5rem; font-variant-numeric: tabular-nums; }
.where { width: 26%; }
.quiet { color: #58625d; }
.words { white-space: pre-line; }
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid #d9dfdb; color: #58625d; font-size: .85rem; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; } }
@media (max-width: 30rem) { .time { white-space: normal; width: 4rem; } dl { grid-template-columns: 1fr; gap: 0; }
  dt { margin-top: .5rem; } }
</style>
)html";

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string day_in_words(const CalendarDay& day) {
    return std::format("{} {} {} {}", weekdays[day.weekday], day.day, months[day.month - 1], day.year);
}

std::string day_in_words(const std::string& iso_date) {
    const auto day = calendar_day(iso_date);
    return day ? day_in_words(*day) : iso_date;
}

std::string clock(int minutes) {
    return std::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string escaped(std::string_view words) {
    std::string text;
    text.reserve(words.size());
    for (const char letter : words) {
        switch (letter) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            case '\'':
                text += "&#39;";
                break;
            default:
                // Other characters that are none to be printed are none in HTML either.
                if (letter == '\n' || letter == '\t' || static_cast<unsigned char>(letter) >= 0x20) text += letter;
        }
    }
    return text;
}

/// Words that a person typed: they run in their own direction, and turn nothing around them.
std::string said(std::string_view words) {
    return "<bdi>" + escaped(trimmed(words)) + "</bdi>";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

class Page {
public:
    Page(const Notebook& book, std::string author, LocalTime now)
        : book_(book), author_(std::move(author)), now_(now), html_(head) {}

    std::string write() {
        title();
        why_selected();
        team();
        contacts();
        timings();
        checklist();
        follow_up();
        foot();
        return std::move(html_);
    }

private:
    void heading(std::string_view words) { html_ += std::format("<h2>{}</h2>\n", escaped(words)); }
    void quiet(std::string_view words) { html_ += std::format("<p class=\"quiet\">{}</p>\n", escaped(words)); }

    void fact(std::string_view name, const std::string& words) {
        if (!is_blank(words)) html_ += std::format("<dt>{}</dt><dd>{}</dd>\n", escaped(name), said(words));
    }

    void title() {
        const Inspection& inspection = book_.inspection();
        html_ +=
            std::format("<title>Joining instructions: {}</title>\n</head>\n<body>\n", escaped(inspection.authority));
        html_ += std::format("<header>\n<h1>Joining instructions</h1>\n<p>{}</p>\n<dl>\n", said(inspection.title));
        fact("Local authority", inspection.authority);
        fact("From", day_in_words(inspection.first_day));
        fact("To", day_in_words(inspection.last_day));
        fact("Framework", book_.pack().name);
        html_ += "</dl>\n</header>\n";
    }

    void why_selected() {
        std::string items;
        for (const Checklist& list : book_.pack().checklists) {
            if (list.form != Checklist::Form::criteria) continue;
            for (const ChecklistItem& item : list.items) {
                const CheckedItem* check = book_.check(list.id, item.id);
                if (check != nullptr && check->state == check_states::applies) items += line(item, *check);
            }
        }
        heading("Why selected");
        if (items.empty()) return quiet("Nothing is said in the notebook yet.");
        html_ += "<ul>\n" + items + "</ul>\n";
    }

    static std::string line(const ChecklistItem& item, const CheckedItem& check) {
        std::string html =
            std::format("<li>{} <span class=\"quiet\">({})</span>", escaped(item.name), escaped(item.source));
        if (!is_blank(check.note)) html += std::format("<div class=\"words\">{}</div>", said(check.note));
        return html + "</li>\n";
    }

    void team() {
        heading("Team");
        html_ += "<ul>\n";
        if (!is_blank(book_.inspection().lead))
            html_ += std::format("<li>{}, lead inspector</li>\n", said(book_.inspection().lead));
        for (const std::string& name : book_.inspection().team) {
            if (name != book_.inspection().lead) html_ += std::format("<li>{}</li>\n", said(name));
        }
        html_ += "</ul>\n";
    }

    void contacts() {
        std::string rows;
        for (const Contact* one : book_.contacts()) {
            if (one->retired) continue;
            rows += std::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", said(one->name),
                                said(one->role), said(one->telephone), said(one->email));
        }
        heading("Contacts");
        if (rows.empty()) return quiet("No contact is in the notebook yet.");
        html_ +=
            "<table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Role</th>"
            "<th scope=\"col\">Telephone</th><th scope=\"col\">Email</th></tr></thead>\n<tbody>\n";
        html_ += rows + "</tbody>\n</table>\n";
    }

    std::string people(const Planned& planned) const {
        std::vector<std::string> roles;
        for (const std::string& id : planned.roles) {
            const PersonRole* role = book_.pack().role(id);
            roles.push_back(said(role == nullptr ? id : role->name));
        }
        std::vector<std::string> inspectors;
        for (const std::string& name : planned.inspectors) inspectors.push_back(said(name));
        const std::string who = inspectors.empty() ? "nobody yet" : joined(inspectors, ", ");
        return roles.empty() ? who : who + " <span class=\"quiet\">with</span> " + joined(roles, ", ");
    }

    void session(const Planned& one) {
        const std::string time = one.is_placed() ? clock(one.from) + "–" + clock(one.to) : "no time yet";
        html_ += std::format("<tr><td class=\"time\">{}</td><td>{}</td><td class=\"where\">{}</td><td>{}</td></tr>\n",
                             time, said(name_of(book_, one)), said(where(book_, one)), people(one));
    }

    void timings() {
        heading("Key timings");
        std::vector<const Planned*> all = book_.planned();
        std::erase_if(all, [](const Planned* one) { return one->retired; });
        if (all.empty()) return quiet("Nothing is planned in the notebook yet.");
        quiet("This is an outline: it is settled on site.");
        std::string day;
        bool open = false;
        for (const Planned* one : all) {
            const std::string its_day = one->is_placed() ? day_in_words(one->day) : "Without a day or a time";
            if (!open || its_day != day) {
                if (open) html_ += "</tbody>\n</table>\n";
                html_ += std::format(
                    "<h3>{}</h3>\n<table>\n<thead><tr><th scope=\"col\">Time</th>"
                    "<th scope=\"col\">What</th><th scope=\"col\">Where</th>"
                    "<th scope=\"col\">Who meets whom</th></tr></thead>\n<tbody>\n",
                    escaped(its_day));
            }
            open = true;
            day = its_day;
            session(*one);
        }
        html_ += "</tbody>\n</table>\n";
    }

    void checklist() {
        const Checklist* list = book_.pack().checklist(joining_checklist);
        if (list == nullptr) return;
        std::string items;
        for (const ChecklistItem& item : list->items) {
            const CheckedItem* check = book_.check(list->id, item.id);
            if (check != nullptr && !is_blank(check->note)) items += line(item, *check);
        }
        if (items.empty()) return;
        heading("What is known, and what to do");
        html_ += "<ul>\n" + items + "</ul>\n";
    }

    void follow_up() {
        const auto lines = lines_to_follow_up(book_);
        if (lines.empty()) return;
        heading("Lines to follow up");
        html_ += "<ul>\n";
        for (const Entry* entry : lines) {
            html_ += std::format("<li><div class=\"words\">{}</div>", said(entry->words));
            if (!is_blank(entry->follow_up->owner))
                html_ += std::format("<span class=\"quiet\">For {}</span>", said(entry->follow_up->owner));
            html_ += "</li>\n";
        }
        html_ += "</ul>\n";
    }

    void foot() {
        html_ += std::format(
            "<footer>Made by Daybook from the notebook of this inspection on {} at {}{}{}. What was said in "
            "confidence is not in it.</footer>\n</body>\n</html>\n",
            day_in_words(calendar_day(now_)), clock_minutes(now_), is_blank(author_) ? "" : ", by ",
            is_blank(author_) ? std::string() : said(author_));
    }

    const Notebook& book_;
    std::string author_;
    LocalTime now_;
    std::string html_;
};

/// A word of it that is in confidence keeps all of it from the page: what stands around it tells of it.
bool may_be_handed_on(const Notebook& book, const Entry& entry) {
    if (entry.in_confidence || !entry.disclosure.empty() || is_blank(entry.words)) return false;
    return std::ranges::none_of(book.passages_of(entry.id),
                                [](const Passage* passage) { return !passage->retired && passage->in_confidence; });
}

}  // namespace

std::vector<const Entry*> lines_to_follow_up(const Notebook& book) {
    std::vector<const Entry*> lines;
    for (const Entry* entry : follow_ups(book)) {
        if (state_of(book, *entry->follow_up) == FollowUpState::open && may_be_handed_on(book, *entry))
            lines.push_back(entry);
    }
    return lines;
}

std::string joining_instructions(const Notebook& book, const std::string& author, LocalTime now) {
    return Page(book, author, now).write();
}

}  // namespace daybook
