// What can be gone to or done by its name where one is, and doing what was chosen.
// Never offers what cannot be had.
#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <utility>

#include "app/app.h"
#include "app/screens/find_views.h"
#include "app/screens/find_words.h"
#include "app/wording.h"
#include "core/base/utf8.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr std::size_t longest_title = 300;  // bytes of an entry's words: for more there is Find

std::string beginning_of(const std::string& words) {
    return words.substr(0, character_start(words, longest_title));
}

struct OfferedPlace {
    Place place;
    Word name;
    Word about;
};
// The rail's places are among the orders.
constexpr auto offered_places =
    std::to_array<OfferedPlace>({{Place::readiness, Word::more_readiness, Word::go_to_readiness_about},
                                 {Place::inspection, Word::inspection_page_title, Word::inspection_page_go_to_about},
                                 {Place::plan, Word::plan_title, Word::plan_go_to_about},
                                 {Place::deadlines, Word::deadlines_title, Word::deadlines_go_to_about},
                                 {Place::framework, Word::framework_title, Word::framework_go_to_about},
                                 {Place::health, Word::health_title, Word::health_go_to_about},
                                 {Place::time_spent, Word::time_spent_title, Word::time_spent_go_to_about},
                                 {Place::checklists, Word::checklists_title, Word::checklists_go_to_about},
                                 {Place::schools, Word::schools_title, Word::schools_go_to_about},
                                 {Place::evidence_forms, Word::forms_title, Word::forms_go_to_about},
                                 {Place::survey, Word::survey_title, Word::survey_go_to_about},
                                 {Place::locking, Word::more_locking, Word::go_to_locking_about},
                                 {Place::text_size, Word::more_text_size, Word::go_to_text_size_about},
                                 {Place::past, Word::past_title, Word::past_go_to_about},
                                 {Place::follow_ups, Word::follow_ups_title, Word::follow_ups_go_to_about},
                                 {Place::duties, Word::duties_title, Word::duties_go_to_about},
                                 {Place::declarations, Word::declarations_title, Word::declarations_go_to_about},
                                 {Place::passcode, Word::more_passcode, Word::more_passcode_about}});

std::string about_activity(const Words& say, const Notebook& book, ItemId id) {
    const Activity* activity = book.activity(id);
    if (activity == nullptr) return {};
    return say(phrase::common_dot{.first = title_of(say, book, *activity), .second = times_of(say, *activity)});
}

void add_entries(std::vector<Offer>& offers, const Words& say, const Notebook& book) {
    std::map<ItemId, std::string> activities;  // one meeting has many entries
    for (const Entry* entry : book.entries() | std::views::reverse) {
        if (entry->retired || entry->words.empty()) continue;
        auto about = activities.find(entry->activity);
        if (about == activities.end())
            about = activities.emplace(entry->activity, about_activity(say, book, entry->activity)).first;
        offers.push_back(ready({.kind = Offer::Kind::entry,
                                .key = entry->id.hex(),
                                .title = beginning_of(entry->words),
                                .about = about->second,
                                .aspect = {},
                                .spot = {Place::entry, entry->activity, entry->id}}));
    }
}

void add_schools(std::vector<Offer>& offers, const Words& say, const Notebook& book) {
    for (const School* school : book.schools().all()) {
        if (school->retired) continue;
        const std::string line = school_line(say, *school);
        const std::string urn = school->facts.urn.empty() ? std::string(say(Word::schools_one))
                                                          : say(phrase::school_has_urn{.urn = school->facts.urn});
        offers.push_back(ready({.kind = Offer::Kind::school,
                                .key = school->id.hex(),
                                .title = school->facts.name,
                                .about = line.empty() ? urn : say(phrase::common_dot{.first = urn, .second = line}),
                                .aspect = {},
                                .spot = {.place = Place::school, .school = school->id}}));
    }
}

void add_views(std::vector<Offer>& offers, const Words& say, const Notebook& book) {
    for (const SavedView* view : book.saved_views()) {
        if (!view->can_be_used()) continue;
        offers.push_back(
            ready({.kind = Offer::Kind::view,
                   .key = view->id.hex(),
                   .title = view->name,
                   .about = say(phrase::common_dot{.first = std::string(say(Word::find_view_go_to)),
                                                   .second = criteria_words(say, book, view->query, view->criteria)}),
                   .aspect = {},
                   .spot = {.place = Place::find},
                   .view = view->id}));
    }
}

}  // namespace

void App::add_places(std::vector<Offer>& offers) const {
    for (const OfferedPlace& one : offered_places)
        offers.push_back(ready({.kind = Offer::Kind::place,
                                .key = std::string(words_(one.name)),
                                .title = std::string(words_(one.name)),
                                .about = std::string(words_(one.about)),
                                .place = one.place,
                                .aspect = {},
                                .spot = {one.place}}));
    Spot spot = route_.beneath(Place::go_to);
    if (spot.place != Place::entry || shelf_.open()->entry(spot.entry) == nullptr) return;
    spot.place = Place::history;
    offers.push_back(ready({.kind = Offer::Kind::place,
                            .key = std::string(words_(Word::history_title)),
                            .title = std::string(words_(Word::history_title)),
                            .about = std::string(words_(Word::history_go_to_about)),
                            .place = Place::history,
                            .aspect = {},
                            .spot = spot}));
}

void App::add_aspects(std::vector<Offer>& offers) const {
    if (!can(Order::strength)) return;
    const Notebook& book = *shelf_.open();
    for (const Aspect& aspect : book.pack().aspects) {
        const bool on = std::ranges::contains(entry_desk_.mark_target.marks.aspects, aspect.id);
        const std::string title = on ? words_(phrase::go_to_aspect_off{.aspect = aspect.short_name})
                                     : words_(phrase::go_to_aspect_on{.aspect = aspect.short_name});
        offers.push_back(ready({.kind = Offer::Kind::aspect,
                                .key = aspect.id,
                                .title = title,
                                .about = aspect.name,
                                .aspect = aspect.id,
                                .is_on = on,
                                .spot = {}}));
    }
}

std::vector<Offer> App::offers() const {
    std::vector<Offer> offers;
    for (const OrderSpec& spec : all_orders()) {
        if (spec.order == Order::go_to || !can(spec.order)) continue;
        const std::string about =
            words_(phrase::common_dot{.first = keys_words(words_, spec), .second = words_(spec.about)});
        offers.push_back(ready({.kind = Offer::Kind::order,
                                .key = std::to_string(static_cast<int>(spec.order)),
                                .title = std::string(words_(spec.name)),
                                .about = about,
                                .order = spec.order,
                                .aspect = {},
                                .spot = {}}));
    }
    add_aspects(offers);
    add_places(offers);
    add_views(offers, words_, *shelf_.open());
    add_entries(offers, words_, *shelf_.open());
    add_schools(offers, words_, *shelf_.open());
    return offers;
}

/// `offer` is the caller's own: leaving the screen may empty its desk.
void App::choose(const Offer& offer) {
    route_.go_back();
    switch (offer.kind) {
        case Offer::Kind::order:
            ordered_.push_back(offer.order);
            break;
        case Offer::Kind::place:
            route_.enter(offer.spot);
            break;
        case Offer::Kind::aspect:
            mark_aspect(offer.aspect, !offer.is_on);
            break;
        case Offer::Kind::entry:
            if (route_.root() != Place::notebook) route_.start_at(Place::notebook);
            if (route_.here().place == Place::entry) route_.go_back();
            route_.enter(offer.spot);
            break;
        case Offer::Kind::view:
            if (const SavedView* view = shelf_.open()->saved_view(offer.view); view != nullptr) look_at(*view);
            break;
        case Offer::Kind::school:
            if (route_.here().place == Place::school) return route_.replace(offer.spot);
            route_.enter(offer.spot);
            break;
    }
}

void App::look_at(const SavedView& view) {
    find_desk_.of = shelf_.open()->id();
    look_through(find_desk_, view);
    go_to(Place::find);
}

void App::mark_aspect(const std::string& aspect, bool wanted) {
    const Notebook& book = *shelf_.open();
    const Spot& spot = route_.here();
    Draft& draft = drafts_.open(book, spot.entry, spot.activity);
    if (entry_desk_.shown != spot.entry) entry_desk_.marks.start_over();
    set_aspect({book, draft, drafts_, entry_desk_.marks, parts_.random, outbox_},
               mark_target(book, draft, entry_desk_.marks), aspect, wanted);
}

}  // namespace daybook
