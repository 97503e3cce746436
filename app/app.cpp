#include "app/app.h"

#include <imgui.h>

#include "app/screens/notebook.h"
#include "app/screens/today.h"
#include "app/screens/welcome.h"
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

constexpr ImGuiWindowFlags bare_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                         ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

App::App(AppParts parts) : parts_(std::move(parts)) {}

void App::prepare() {
    Window& window = parts_.window;
    regular_font_ = asset_or_nothing(window, {"fonts/Inter-Regular.ttf", "fonts/Inter-Regular.otf"});
    semibold_font_ = asset_or_nothing(window, {"fonts/Inter-SemiBold.ttf", "fonts/Inter-SemiBold.otf"});
    theme_.fonts = load_fonts(regular_font_, semibold_font_);
    word_list_ = asset_or_nothing(window, {"passcode/words.txt"});
    pack_json_ = asset_or_nothing(window, {pack_path});
    if (auto pack = parse_pack(pack_json_)) {
        pack_ = std::move(*pack);
    } else {
        notice_ = Notice{"The framework could not be read, so no inspection can be made. " + pack.error().what};
    }
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.MouseDragThreshold = Theme::slop;
}

void App::frame(const Surroundings& surroundings) {
    theme_.palette = palette_for(surroundings);
    apply_to_imgui(theme_);
    drafts_.send_due(parts_.now().at, outbox_);

    semantics_.clear();
    attention_.anything_pressed = false;
    attention_.resized = surroundings.work != work_before_;
    work_before_ = surroundings.work;
    Ui ui{theme_, semantics_, parts_.window.text_fields(), attention_};
    const Box& work = surroundings.work;
    ImGui::SetNextWindowPos(ImGui::GetMainViewport()->Pos);
    ImGui::SetNextWindowSize(ImGui::GetMainViewport()->Size);
    ImGui::Begin("Daybook", nullptr, bare_window);
    ui.layout.open_column(work.x, work.y, work.width);
    draw(ui, work);
    ImGui::End();

    // A node that was pressed and is gone by now is nobody's any more.
    attention_.activated = 0;
    if (route_.here() != spot_before_) moved();
    drafts_.forget_others(route_.here().entry);
    send();
    parts_.window.mirror().show(semantics_.nodes());
    ask_for_next_frame();
    spot_before_ = route_.here();
}

void App::moved() {
    drafts_.send_all(outbox_);
    if (route_.here().place != Place::find) return;
    // What was found may have changed meanwhile: it is looked for again.
    find_desk_.asked.clear();
    find_desk_.focus_wanted = find_desk_.query.empty();
}

void App::draw(Ui& ui, const Box& work) {
    const Place place = shown_place();
    const bool inside = shelf_.open() != nullptr && place >= Place::today;
    const Frame frame = inside ? divide(work) : undivided(work);
    Box screen = frame.screen;
    if (inside && frame.shape == Frame::Shape::wide) {
        if (const auto wanted = places(ui, frame, route_.root())) route_.start_at(*wanted);
    }
    draw_notices(ui, screen);
    {
        const Part main(ui, "main", Role::main);
        draw_screen(ui, screen);
    }
    if (!inside) return;
    if (frame.shape == Frame::Shape::narrow) {
        if (const auto wanted = places(ui, frame, route_.root())) route_.start_at(*wanted);
    }
    status_line(ui, frame, saved_.words(drafts_.has_unsent() ? Saved::Typing::unsent : Saved::Typing::idle),
                shelf_.open()->inspection().authority, saved_.failure() ? Calm::alarmed : Calm::calm);
}

Place App::shown_place() const {
    const Place place = route_.here().place;
    // A place that needs an inspection shows the welcome while there is none.
    return place >= Place::today && shelf_.open() == nullptr ? Place::welcome : place;
}

void App::draw_notices(Ui& ui, Box& screen) {
    if (saved_.failure()) {
        const Failed& failure = *saved_.failure();
        notice_bar(ui, screen, {.words = "Not saved: " + failure.what + " " + failure.kept, .can_be_closed = false});
    }
    if (notice_ && notice_bar(ui, screen, *notice_)) notice_.reset();
}

void App::draw_before_notebook(Ui& ui, const Box& screen) {
    const Wishes wishes{outbox_, route_, parts_.random};
    switch (shown_place()) {
        case Place::first_start:
            first_start_screen(ui, screen, first_start_, as_text(word_list_), wishes);
            break;
        case Place::unlock:
            unlock_screen(ui, screen, unlock_, wishes);
            break;
        case Place::unusable:
            waiting_screen(ui, screen, "Daybook cannot open the notebook", reason_);
            break;
        case Place::new_inspection:
            if (new_inspection_screen(ui, screen, inspection_form_, {pack_, pack_json_}, wishes))
                route_.start_at(Place::today);
            break;
        case Place::welcome: {
            const auto choice = welcome_screen(ui, screen, shelf_.author());
            if (choice == Welcomed::make_own) route_.enter({Place::new_inspection});
            if (choice == Welcomed::open_sample) open_sample_inspection();
            break;
        }
        default:
            waiting_screen(ui, screen, "Daybook", "Getting ready\u2026");
            break;
    }
}

void App::draw_screen(Ui& ui, const Box& screen) {
    const Place place = shown_place();
    if (place < Place::today) {
        draw_before_notebook(ui, screen);
        return;
    }
    const View view{*shelf_.open(), parts_.now(), screen};
    const Wishes wishes{outbox_, route_, parts_.random};
    switch (place) {
        case Place::start_meeting:
            start_meeting_screen(ui, view, meeting_form_, wishes);
            break;
        case Place::entry:
        case Place::notebook:
            draw_list_and_entry(ui, view);
            break;
        case Place::find:
            if (const auto other = find_screen(ui, view, shelf_, find_desk_, wishes)) shelf_.put_on_table(*other);
            break;
        case Place::hand_over:
            hand_over_screen(ui, view, hand_over_, parts_.window, wishes);
            break;
        case Place::more:
            if (const auto wish = more_screen(ui, view, shelf_, wishes)) grant(*wish);
            break;
        default:
            today_screen(ui, view, wishes);
            break;
    }
}

void App::draw_list_and_entry(Ui& ui, const View& view) {
    const Wishes wishes{outbox_, route_, parts_.random};
    const bool entry = route_.here().place == Place::entry;
    const bool both = route_.root() == Place::notebook && view.area.width >= two_panes;
    if (!both) {
        if (entry) {
            entry_screen(ui, view, Standing::alone, entry_desk_, drafts_, wishes);
        } else {
            notebook_screen(ui, view, {}, wishes);
        }
        return;
    }
    constexpr float list_width = 376;
    View list = view;
    list.area.width = list_width;
    View detail = view;
    detail.area.x += list_width;
    detail.area.width -= list_width;
    const Spot spot = route_.here();
    notebook_screen(ui, list, spot.entry, wishes);
    fill({detail.area.x, detail.area.y, 1, detail.area.height}, ui.theme.palette.line, 0);
    if (route_.here().place == Place::entry) {
        entry_screen(ui, detail, Standing::beside_list, entry_desk_, drafts_, wishes);
    } else {
        nothing_chosen(ui, detail.area);
    }
}

void App::send() {
    for (Command& command : outbox_.take()) {
        Bytes message = encode(command);
        parts_.window.send(message);
        // A passcode must not stay behind in memory that is given back.
        wipe(message);
        wipe_secrets(command);
    }
    saved_.sent(outbox_.last_edit());
}

void App::ask_for_next_frame() {
    Window& window = parts_.window;
    // What was drawn before something was pressed shows what was before it.
    if (attention_.anything_pressed || route_.here() != spot_before_) window.wake();
    if (const auto due = drafts_.due()) window.wake_at(*due);
    const Notebook* book = shelf_.open();
    const Activity* running = book == nullptr ? nullptr : book->running();
    if (running == nullptr) return;
    // Minutes are shown: the next frame is due when the number changes.
    constexpr std::int64_t minute = 60'000;
    const Instant now = parts_.now().at;
    window.wake_at({now.unix_ms + minute - running->time_spent(now) % minute});
}

void App::flush() {
    drafts_.send_all(outbox_);
    send();
}

void App::activate(SemanticId node) {
    attention_.activated = node;
    parts_.window.wake();
}

void App::focus(SemanticId node) {
    attention_.focused = node;
    attention_.just_focused = node != 0;
    parts_.window.wake();
}

void App::learn(const DeviceFacts& facts) {
    facts_ = facts;
    parts_.window.wake();
}

void App::go_back() {
    if (notice_) {
        notice_.reset();
    } else {
        route_.go_back();
    }
    parts_.window.wake();
}

}  // namespace daybook
