#include "app/wording.h"

#include <algorithm>
#include <cstdint>

#include "app/widgets/icon.h"
#include "app/words/times.h"
#include "core/base/utf8.h"
#include "core/notebook/contemporaneity.h"

namespace daybook {
namespace {

LocalTime ended_on(const Activity& activity) {
    return {*activity.ended, activity.started.utc_offset_minutes};
}

Word badge_of_duty(std::string_view about) {
    if (about == duties::safeguarding) return Word::badge_safeguarding;
    if (about == duties::serious_misconduct) return Word::badge_serious_misconduct;
    if (about == duties::possible_crime) return Word::badge_possible_crime;
    return about == duties::serious_concern ? Word::badge_serious_concern : Word::badge_disclosure;
}

void add_duties(std::vector<Badge>& badges, const Words& say, const Notebook& book, const Entry& entry,
                const Palette& palette) {
    bool open = false;
    for (const Duty& one : duties_of(book, entry)) {
        open = open || one.is_open();
        badges.push_back({.icon = Icon::warning,
                          .text = say(badge_of_duty(one.about)),
                          .colour = one.is_open() ? palette.danger : palette.ink,
                          .shown = Badge::Shown::words});
    }
    if (!open) return;
    badges.push_back({.text = say(Word::badge_not_passed_on), .colour = palette.danger, .shown = Badge::Shown::words});
}

/// What an entry says beyond its words, without its duties.
void add_flags(std::vector<Badge>& badges, const Words& say, const Notebook& book, const Entry& entry,
               const Palette& palette) {
    const auto write = [&](Word word, Colour colour) {
        badges.push_back({.text = say(word), .colour = colour, .shown = Badge::Shown::words});
    };
    if (entry.follow_up) {
        const bool open = state_of(book, *entry.follow_up) == FollowUpState::open;
        write(open ? Word::badge_follow_up : Word::badge_follow_up_settled, open ? palette.accent : palette.quiet);
    }
    if (entry.emerging) write(Word::badge_emerging, palette.ink);
    if (!entry.impact.empty()) write(Word::badge_impact, palette.quiet);
}

}  // namespace

std::string title_of(const Words& say, const Pack& pack, const Activity& activity) {
    const ActivityKind* kind = pack.activity_kind(activity.kind);
    return kind == nullptr ? std::string(say(Word::activity_unknown)) : kind->name;
}

std::string title_of(const Words& say, const Notebook& book, const Activity& activity) {
    const std::string title = title_of(say, book.pack(), activity);
    const School* school = book.school_of(activity);
    if (school == nullptr || school->facts.name.empty()) return title;
    return say(phrase::activity_at_school{.activity = title, .school = school->facts.name});
}

std::string hours_of(const Words& say, const Activity& activity) {
    const std::string start = time_words(say, activity.started);
    if (activity.ended) {
        return say(phrase::activity_hours{.start = start, .end = time_words(say, ended_on(activity))});
    }
    if (activity.is_paused()) return say(phrase::activity_paused{.start = start});
    return activity.retired ? start : say(phrase::activity_running{.start = start});
}

std::string times_of(const Words& say, const Activity& activity) {
    return say(phrase::common_comma{.first = day_words(say, activity.started), .second = hours_of(say, activity)});
}

std::string people_of(const Words& say, const Pack& pack, const Activity& activity) {
    std::string people;
    for (const std::string& id : activity.roles) {
        const auto* found = pack.role(id);
        const std::string& one = found == nullptr ? id : found->short_name;
        people = people.empty() ? one : say(phrase::common_semicolon{.first = people, .second = one});
    }
    return people;
}

std::string days_of(const Words& say, const Inspection& inspection) {
    const std::string first = day_words(say, inspection.first_day);
    if (inspection.first_day == inspection.last_day) return first;
    return say(phrase::date_days{.first = first, .last = day_words(say, inspection.last_day)});
}

std::string version_words(const Words& say, const TextVersion& version) {
    return say(phrase::entry_version{.author = version.author,
                                     .date = day_words(say, version.written_at),
                                     .time = time_words(say, version.written_at)});
}

std::string begun_words(const Words& say, const Entry& entry) {
    return time_words(say, entry.begun.value_or(entry.created));
}

std::string entry_line(const Words& say, const Notebook& book, const Entry& entry) {
    const std::string begun = begun_words(say, entry);
    const auto is_there = [](const auto* one) { return !one->retired; };
    const auto photographs = std::ranges::count_if(book.attachments_of(entry.id), is_there);
    const auto drawings = std::ranges::count_if(book.drawings().of(entry.id), is_there);
    std::string line = begun;
    const auto add = [&](std::string counted) { line = say(phrase::common_dot{.first = line, .second = counted}); };
    if (photographs > 0) add(say(phrase::count_photographs{.count = static_cast<std::uint64_t>(photographs)}));
    if (drawings > 0) add(say(phrase::count_drawings{.count = static_cast<std::uint64_t>(drawings)}));
    return line;
}

std::string when_words(const Words& say, const Notebook& book, const Entry& entry) {
    if (book.inspection().is_sample && !entry.reconstructed) return {};
    const WhenWritten written = when_written(entry, book);
    const LocalTime first = entry.begun.value_or(entry.created);
    const auto begun = [&](Word when) {
        return say(
            phrase::when_begun{.when = say(when), .date = day_words(say, first), .time = time_words(say, first)});
    };
    std::string words;
    switch (written.when) {
        case Contemporaneity::unknown:
            return {};
        case Contemporaneity::before:
            words = begun(Word::when_before);
            break;
        case Contemporaneity::during:
            words = say(Word::when_during);
            break;
        case Contemporaneity::same_day:
            words = begun(Word::when_same_day);
            break;
        case Contemporaneity::later:
            words = begun(Word::when_later);
            break;
        case Contemporaneity::reconstructed:
            words = begun(Word::when_reconstructed);
            break;
    }
    if (!written.added) return words;
    const std::string date = day_words(say, *written.added);
    const std::string time = time_words(say, *written.added);
    if (written.added_when == Contemporaneity::later)
        return say(phrase::when_added_later{.when = words, .date = date, .time = time});
    return say(phrase::when_added_same_day{.when = words, .date = date, .time = time});
}

std::string quote_of(std::string_view words) {
    while (words.ends_with(' ')) words.remove_suffix(1);
    constexpr std::size_t most = 80;  // bytes
    std::string quote(words.substr(0, character_start(words, most)));
    std::ranges::replace_if(quote, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return quote.size() < words.size() ? quote + "\u2026" : quote;
}

std::string quote_of(const Words& say, const Entry& entry) {
    return entry.words.empty() ? std::string(say(Word::entry_no_words_yet)) : quote_of(entry.words);
}

std::string moment_words(const Words& say, const LocalTime& time) {
    return say(phrase::common_comma{.first = day_words(say, time), .second = time_words(say, time)});
}

std::string begun_in_words(const Words& say, const Notebook& book, const Entry& entry) {
    const std::string begun = moment_words(say, entry.begun.value_or(entry.created));
    const Activity* activity = book.activity(entry.activity);
    if (activity == nullptr) return begun;
    return say(phrase::common_dot{.first = begun, .second = title_of(say, book.pack(), *activity)});
}

std::string duty_words(const Words& say, std::string_view about) {
    if (about == duties::safeguarding) return std::string(say(Word::duty_safeguarding));
    if (about == duties::serious_misconduct) return std::string(say(Word::duty_serious_misconduct));
    if (about == duties::possible_crime) return std::string(say(Word::duty_possible_crime));
    if (about == duties::serious_concern) return std::string(say(Word::duty_serious_concern));
    return say(phrase::duty_unknown{.about = quote_of(about)});
}

std::string follow_up_words(const Words& say, const Notebook& book, const FollowUp& follow_up) {
    switch (state_of(book, follow_up)) {
        case FollowUpState::answered:
            return std::string(say(Word::follow_up_answered));
        case FollowUpState::closed:
            return std::string(say(Word::follow_up_closed));
        case FollowUpState::open:
            break;
    }
    if (follow_up.owner.empty()) return std::string(say(Word::follow_up_open_nobody));
    return say(phrase::follow_up_open{.owner = quote_of(follow_up.owner)});
}

std::vector<Badge> badges_of(const Words& say, const Notebook& book, const Entry& entry, const Palette& palette) {
    const Pack& pack = book.pack();
    const auto& passages = book.passages_of(entry.id);
    std::vector<Badge> badges;
    const auto mark = [&](Icon icon, Word word, Colour colour) {
        badges.push_back({.icon = icon, .text = say(word), .colour = colour});
    };
    if (entry.polarity == Polarity::strength) mark(Icon::strength, Word::badge_strength, palette.strength);
    if (entry.polarity == Polarity::weakness) mark(Icon::weakness, Word::badge_weakness, palette.weakness);
    if (entry.polarity == Polarity::neutral) mark(Icon::neutral, Word::badge_neutral, palette.quiet);
    const bool confident = entry.in_confidence || make_all_confidential(passages);
    if (confident) mark(Icon::lock, Word::badge_in_confidence, palette.ink);
    if (!confident && confidential(passages) > 0) {
        badges.push_back({.icon = Icon::lock,
                          .text = say(Word::badge_passage_in_confidence),
                          .colour = palette.ink,
                          .shown = Badge::Shown::words});  // by its picture alone it would be all of the entry
    }
    add_duties(badges, say, book, entry, palette);
    if (entry.come_back) mark(Icon::bookmark, Word::badge_come_back, palette.accent);
    const bool is_late =
        !book.inspection().is_sample && when_written(entry, book).when == Contemporaneity::later;  // see when_words()
    if (entry.versions.size() > 1) mark(Icon::warning, Word::badge_edited_apart, palette.danger);
    const auto write = [&](std::string_view text, Colour colour) {
        badges.push_back({.text = text, .colour = colour, .shown = Badge::Shown::words});
    };
    if (entry.retired) write(say(Word::badge_retired), palette.quiet);
    if (is_late) write(say(Word::badge_later), palette.quiet);
    if (entry.reconstructed) write(say(Word::badge_reconstructed), palette.quiet);
    add_flags(badges, say, book, entry, palette);
    for (const std::string& id : entry.aspects) {
        if (const auto name = pack.short_name_of(id); !name.empty()) write(name, palette.accent);
    }
    return badges;
}

std::vector<Badge> badges_of(const Words& say, const Pack& pack, const Passage& passage, const Palette& palette) {
    std::vector<Badge> badges;
    const auto mark = [&](Icon icon, std::string_view text, Colour colour) {
        badges.push_back({.icon = icon, .text = text, .colour = colour, .shown = Badge::Shown::words});
    };
    if (passage.polarity == Polarity::strength) mark(Icon::strength, say(Word::badge_strength), palette.strength);
    if (passage.polarity == Polarity::weakness) mark(Icon::weakness, say(Word::badge_weakness), palette.weakness);
    if (passage.polarity == Polarity::neutral) mark(Icon::neutral, say(Word::badge_neutral), palette.quiet);
    if (passage.in_confidence) mark(Icon::lock, say(Word::badge_in_confidence), palette.ink);
    for (const std::string& id : passage.aspects) {
        if (const auto name = pack.short_name_of(id); !name.empty()) mark(Icon::none, name, palette.accent);
    }
    return badges;
}

}  // namespace daybook
