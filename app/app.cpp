#include "app/app.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/wheel.h"
#include "app/widgets/lock_button.h"
#include "app/widgets/notice_bar.h"
#include "app/widgets/places.h"
#include "app/widgets/status_line.h"
#include "core/crypto/primitives.h"

namespace daybook {
namespace {

constexpr std::string_view pack_path = "frameworks/england-la-school-improvement-2015/pack.json";

Bytes asset_or_nothing(Window& window, std::initializer_list<std::string_view> paths) {
    for (const std::string_view path : paths) {
        if (auto found = window.asset(path)) return std::move(*found);
    }
    return {};
}

/// The item whose words are typed there.
ItemId shown_item(const Spot& spot) {
    return spot.place == Place::photograph ? spot.photograph : spot.place == Place::drawing ? spot.drawing : spot.entry;
}

constexpr ImGuiWindowFlags bare_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                         ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

App::App(AppParts parts)
    : parts_(std::move(parts)), foreign_(parts_.window.foreign_text()), album_(parts_.window.pictures()) {}

void App::choose_words() {
    const auto chosen = parts_.window.asset("words.json");
    if (!chosen) return;  // English is built in
    if (auto table = read_table(*chosen)) {
        words_ = Words(std::move(*table));
    } else {
        notices_.tell(words_(phrase::notice_no_table{.why = table.error().what}));
    }
}

void App::read_pack() {
    pack_json_ = asset_or_nothing(parts_.window, {pack_path});
    if (auto pack = parse_pack(pack_json_)) {
        pack_ = std::move(*pack);
    } else {
        notices_.tell(words_(phrase::notice_no_framework{.why = words_.translated(pack.error().what)}));
    }
}

void App::prepare() {
    Window& window = parts_.window;
    choose_words();
    regular_font_ = asset_or_nothing(window, {"fonts/Inter-Regular.ttf", "fonts/Inter-Regular.otf"});
    semibold_font_ = asset_or_nothing(window, {"fonts/Inter-SemiBold.ttf", "fonts/Inter-SemiBold.otf"});
    fallback_fonts_ = window.fallback_fonts();
    theme_.fonts = load_fonts(regular_font_, semibold_font_, fallback_fonts_);
    theme_.fonts.foreign = &foreign_;
    word_list_ = asset_or_nothing(window, {"passcode/words.txt"});
    read_pack();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.MouseDragThreshold = Theme::slop;
}

void App::frame(const Surroundings& surroundings) {
    foreign_.begin_frame();
    theme_.palette = palette_for(surroundings);
    theme_.scale = scale_for(surroundings);
    apply_to_imgui(theme_);
    drafts_.send_due(parts_.now().at, outbox_);
    inking_.send_due(parts_.now().at, outbox_);

    semantics_.clear();
    scrolls_.begin_frame();
    attention_.anything_pressed = false;
    attention_.carrying = false;
    attention_.moved = false;
    attention_.reflowed =
        surroundings.work.width != before_.work.width || surroundings.text_percent != before_.text_percent;
    attention_.resized = attention_.reflowed || surroundings.work != before_.work;
    before_ = surroundings;
    Ui ui{theme_, semantics_, parts_.window.text_fields(), attention_, heights_, words_, scrolls_};
    const Box& work = surroundings.work;
    ImGui::SetNextWindowPos(ImGui::GetMainViewport()->Pos);
    ImGui::SetNextWindowSize(ImGui::GetMainViewport()->Size);
    ImGui::Begin("Daybook", nullptr, bare_window);
    ui.layout.open_column(work.x, work.y, work.width);
    const bool was_typing = entry_desk_.was_typing;
    bring_forms();
    draw(ui, surroundings);
    ImGui::End();
    obey_orders();  // now that what was typed before the key is in its draft

    // A node that was pressed and is gone by now is nobody's any more.
    attention_.activated = 0;
    attention_.moves.clear();
    attention_.pinch = {};
    if (route_.here() != spot_before_) moved();
    drafts_.forget_others(shown_item(route_.here()));
    send();
    // Who goes elsewhere has waited for a screen already; who types goes on, and the place goes with the words.
    const Notebook* on_the_table = shelf_.open();
    const InspectionId inspection = on_the_table == nullptr ? InspectionId{} : on_the_table->id();
    const bool is_another = inspection != std::exchange(inspection_before_, inspection);
    if (route_.here() != spot_before_) keep_place(KeepPlace::When::now);
    if (is_another) keep_place(KeepPlace::When::with_the_next);
    if (was_typing && !entry_desk_.was_typing) keep_place(KeepPlace::When::with_the_next);
    keep_forms();
    parts_.window.mirror().show(semantics_.nodes());
    ask_for_next_frame();
    spot_before_ = route_.here();
}

void App::send_typed() {
    drafts_.send_all(outbox_);
    if (const Notebook* book = shelf_.open()) send_owner(forms_.follow_up, *book, outbox_);
}

void App::moved() {
    let_go_of_wheel();
    entry_desk_.note_caret(parts_.window.text_fields());
    send_typed();
    inking_.lift(outbox_);
    if (route_.here().entry != spot_before_.entry) {
        album_.put_away();
        ink_shapes_.forget();
    }
    if (route_.here().place != Place::passcode && !passcode_.busy) passcode_.forget();
    // Whoever looks away for a moment types on where the caret was left.
    const bool for_a_moment = route_.here().place == Place::covered || route_.here().place == Place::go_to;
    if (for_a_moment && spot_before_.place == Place::entry) entry_desk_.goes_on = entry_desk_.was_typing;
    if (route_.here().place != Place::checklist && !for_a_moment) checklist_desk_ = {};
    if (route_.here().place != Place::evidence_form && !for_a_moment) evidence_form_desk_ = {};
    if (route_.here().place != Place::survey_call && !for_a_moment) survey_call_desk_ = {};
    if (route_.here().place != Place::meeting_record && !for_a_moment) meeting_record_desk_ = {};
    // The way to take an import back is offered where it was made, as long as it is what was done last.
    if (route_.here().place != Place::schools) schools_desk_.imported.clear();
    if (route_.here().place != Place::find) find_desk_.deleted.clear();
    if (route_.here().place != Place::history) history_desk_.brought_back = false;
    // A second notebook is not kept in memory for nobody.
    if (!std::ranges::contains(route_.way(), Place::past, &Spot::place)) past_desk_ = {};
    if (route_.here().place == Place::go_to) go_to_desk_ = GoToDesk(offers());
    if (route_.here().place == Place::readiness) {
        outbox_.wish(PlatformWish::look_again);
        outbox_.push(TestStorage{});
    }
    if (route_.here().place != Place::find) return;
    // What was found may have changed meanwhile: it is looked for again.
    find_desk_.asked.clear();
    find_desk_.focus_wanted = find_desk_.focus_wanted || find_desk_.query.empty();
}

void App::draw(Ui& ui, const Surroundings& surroundings) {
    const Place place = shown_place();
    // A dialog is alone on the screen: nothing else can be reached, or shows through.
    const bool inside = shelf_.open() != nullptr && place >= Place::today && place != Place::go_to;
    const Frame frame = inside ? divide(surroundings, theme_, words_) : undivided(surroundings, theme_);
    Box screen = frame.screen;
    if (inside && frame.shape == Frame::Shape::wide) {
        if (const auto wanted = places(ui, frame, route_.root())) route_.start_at(*wanted);
        if (lock_button(ui, frame)) lock();
    }
    draw_notices(ui, screen);
    {
        const Part main(ui, "main", Role::main);
        draw_screen(ui, screen);
    }
    // What waits in the outbox until the frame's end is not on disk, even if all that was sent before it is.
    saved_.sent(outbox_.last_edit());
    const bool locks_here = inside ? frame.shape == Frame::Shape::narrow : open_;
    if (inside && frame.shape == Frame::Shape::narrow) {
        if (const auto wanted = places(ui, frame, route_.root())) route_.start_at(*wanted);
    }
    if (locks_here && lock_button(ui, frame)) lock();
    if (!inside || shelf_.open() == nullptr) return;
    const bool unsent = drafts_.has_unsent() || inking_.has_unsent() || forms_.follow_up.owner_typed;
    const auto typing = unsent ? Saved::Typing::unsent : Saved::Typing::idle;
    const Calm calm = saved_.failure() ? Calm::alarmed : copies_ == Copies::one ? Calm::wary : Calm::calm;
    status_line(ui, frame, saved_.words(words_, typing, copies_), shelf_.open()->inspection().authority, calm);
}

Place App::shown_place() const {
    const Place place = route_.here().place;
    // A place that needs an inspection shows the welcome while there is none.
    return place >= Place::today && shelf_.open() == nullptr ? Place::welcome : place;
}

void App::draw_notices(Ui& ui, Box& screen) {
    if (saved_.failure()) {
        const Failed& failure = *saved_.failure();
        notice_bar(ui, screen,
                   {.words = words_(phrase::notice_not_saved{.what = words_.translated(failure.what),
                                                             .kept = words_.translated(failure.kept)}),
                    .can_be_closed = false,
                    .key = "not saved"});
    }
    if (const Notice* notice = notices_.shown(); notice != nullptr && notice_bar(ui, screen, *notice)) {
        notices_.put_away();
    }
    if (shown_place() < Place::today || can_be_written()) return;
    notice_bar(ui, screen,
               {.words = words_(
                    phrase::notice_read_only{.why = words_.translated(shelf_.custody(shelf_.open()->id()).read_only)}),
                .can_be_closed = false,
                .calm = Calm::calm,
                .icon = Icon::lock,
                .key = "read only"});
}

void App::send_one(Command& command) {
    asked_.sent(command);
    if (std::holds_alternative<TestStorage>(command))
        storage_test_ = {.state = StorageTest::State::running, .words = {}};
    Bytes message = encode(command);
    parts_.window.send(message);
    // A passcode must not stay behind in memory that is given back.
    wipe(message);
    wipe_secrets(command);
}

void App::send() {
    for (Command& command : outbox_.take()) {
        const bool has_words = std::holds_alternative<EditText>(command);
        if (has_words || std::holds_alternative<Lock>(command)) keep_place(KeepPlace::When::with_the_next);
        if (has_words) place_written_ = place_kept_;
        if (const auto* edit = std::get_if<Edit>(&command)) {
            const Notebook* book = shelf_.find(edit->inspection);
            if (book != nullptr) undo_stack_.sent(*book, *edit);
        }
        send_one(command);
    }
    saved_.sent(outbox_.last_edit());
    for (const PlatformWish wish : outbox_.take_wishes()) parts_.window.wish(wish);
}

void App::ask_for_next_frame() {
    Window& window = parts_.window;
    // What was drawn before something was pressed shows what was before it, and where things came to lie elsewhere,
    // what depends on it (how far a panel can be scrolled, say) follows with the next frame.
    const std::uint64_t arrangement = semantics_.arrangement();
    if (attention_.anything_pressed || attention_.moved || scrolls_.moves() || route_.here() != spot_before_ ||
        arrangement != std::exchange(arrangement_before_, arrangement))
        window.wake();
    if (const auto due = drafts_.due()) window.wake_at(*due);
    if (const auto due = inking_.due()) window.wake_at(*due);
    window.take_ink(takes_ink() ? drawing_desk_.seen : std::nullopt);
    const Notebook* book = shelf_.open();
    const Activity* running = book == nullptr ? nullptr : book->running();
    // Minutes are shown: the next frame is due when the number changes.
    constexpr std::int64_t minute = 60'000;
    const Instant now = parts_.now().at;
    const Place place = shown_place();
    const bool tells_time = place == Place::readiness || place == Place::survey || place == Place::survey_call;
    if (tells_time) window.wake_at({now.unix_ms + minute - now.unix_ms % minute});
    // The one that runs comes before those that are paused: if it is, no timer runs at all.
    const bool runs = running != nullptr && !running->is_paused();
    window.screen_rest(runs ? ScreenRest::held_off : ScreenRest::allowed);
    if (!runs) return;
    window.wake_at({now.unix_ms + minute - running->time_spent(now) % minute});
}

void App::flush() {
    send_typed();
    inking_.send(outbox_);
    send();
    keep_place(KeepPlace::When::now);
}

void App::activate(SemanticId node) {
    attention_.activated = node;
    parts_.window.wake();
}

void App::focus(SemanticId node) {
    attention_.focused = node;
    attention_.just_focused = node != 0;
    attention_.looked_for = false;
    parts_.window.wake();
}

void App::learn(const DeviceFacts& facts) {
    facts_ = facts;
    notices_.learned(facts, words_);
    parts_.window.wake();
}

void App::go_back() {
    if (notices_.shown() != nullptr) {
        notices_.put_away();
    } else if (route_.here().place == Place::find && find_desk_.filters_open) {
        find_desk_.filters_open = false;
    } else if (route_.here().place == Place::plan && plan_desk_.drag.is_on()) {
        plan_desk_.drag.give_up();
    } else {
        route_.go_back();
    }
    parts_.window.wake();
}

}  // namespace daybook
