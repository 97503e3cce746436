// The app: what it holds, and who does what with it. A table of contents.
// Never owns data: notebooks are folded from what the engine sends, drafts go to it within a second.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/album.h"
#include "app/asked.h"
#include "app/drafts.h"
#include "app/foreign_words.h"
#include "app/forms.h"
#include "app/ink_shapes.h"
#include "app/inking.h"
#include "app/notices.h"
#include "app/orders.h"
#include "app/outbox.h"
#include "app/readiness.h"
#include "app/route.h"
#include "app/saved.h"
#include "app/screens/checklist.h"
#include "app/screens/drawing.h"
#include "app/screens/entry.h"
#include "app/screens/erase.h"
#include "app/screens/evidence_form.h"
#include "app/screens/find.h"
#include "app/screens/framework.h"
#include "app/screens/go_to.h"
#include "app/screens/hand_over.h"
#include "app/screens/health.h"
#include "app/screens/history.h"
#include "app/screens/locking.h"
#include "app/screens/meeting_record.h"
#include "app/screens/more.h"
#include "app/screens/passcode.h"
#include "app/screens/past.h"
#include "app/screens/photograph.h"
#include "app/screens/plan.h"
#include "app/screens/schools.h"
#include "app/screens/start.h"
#include "app/screens/survey_answers.h"
#include "app/screens/survey_call.h"
#include "app/semantics.h"
#include "app/shelf.h"
#include "app/theme.h"
#include "app/undo_stack.h"
#include "app/widgets/ui.h"
#include "app/words/words.h"
#include "core/base/random.h"
#include "platform/window.h"

namespace daybook {

/// What the app is told from outside, so that a test can tell it something else.
struct AppParts {
    Window& window;
    std::function<LocalTime()> now;
    RandomSource random;
    Instant made{};  ///< when this version was: see app/version.h
};

class App : public WindowClient {
public:
    explicit App(AppParts parts);

    void prepare() override;
    void frame(const Surroundings& surroundings) override;
    void receive(ByteView event) override;
    void flush() override;
    void activate(SemanticId node) override;
    void focus(SemanticId node) override;
    void learn(const DeviceFacts& facts) override;
    void lock() override;
    void go_back() override;
    [[nodiscard]] bool is_over() const override { return over_; }
    [[nodiscard]] bool photograph_coming(std::uint32_t number) override;
    void photograph_ready(std::uint32_t number, std::string_view media_type, ByteView content) override;
    void photograph_failed(std::uint32_t number, PhotographFault fault, std::uint32_t megapixels) override;
    void file_chosen(std::uint32_t number, std::string_view name, ByteView content) override;
    void file_failed(std::uint32_t number, FileFault fault) override;
    void pinch(float x, float y, float by) override;
    void move_view(ViewMove move) override;
    void pen(std::span<const PenPoint> points, PenPhase phase, PenEnd end) override;
    [[nodiscard]] bool press_key(const KeyPress& press) override;

private:
    // app.cpp: what comes with the app, and a frame
    void choose_words();
    void read_pack();
    void draw(Ui& ui, const Surroundings& surroundings);
    void draw_notices(Ui& ui, Box& screen);
    void moved();
    /// Sends what was typed and was not sent yet, of everything that is saved as it is typed.
    void send_typed();
    void send();
    void send_one(Command& command);
    void ask_for_next_frame();
    [[nodiscard]] Place shown_place() const;

    // app_screens.cpp: which screen is drawn
    void draw_screen(Ui& ui, const Box& screen);
    void draw_before_notebook(Ui& ui, const Box& screen);
    [[nodiscard]] EntryTools entry_tools() { return {drafts_, album_, ink_shapes_}; }
    void draw_list_and_entry(Ui& ui, const View& view);
    void draw_more(Ui& ui, const View& view);
    void draw_drawing(Ui& ui, const View& view);
    [[nodiscard]] Wishes wishes();
    [[nodiscard]] std::vector<Check> checks() const;
    [[nodiscard]] bool can_be_written() const;

    // app_events.cpp: what the engine says
    void handle(const Status& status);
    void handle(const Refused& refused);
    void handle(const Unlocked& unlocked);
    void handle(const Appended& appended);
    void handle(const Durable& durable);
    void handle(const Failed& failed);
    void handle(const SearchResults& results);
    void handle(const Exported& exported);
    void handle(const PasscodeChanged&);
    void handle(const QuickUnlockChanged& changed);
    void handle(const LockTimesChanged& changed);
    void handle(const Erased& erased);
    void handle(const StorageTested& tested);
    void handle(const AttachmentRead& read) { album_.read(read); }
    /// Asked for by nobody here: recovery is begun where the notebook is locked.
    void handle(const RecoveryRequested&) {}
    void question_refused(Question question, const Refused& refused);
    void edit_refused(const Refused& refused);
    void tell_what_is_not_shown();
    void forget_everything(Place place);

    // app_photographs.cpp: photographs that come in
    [[nodiscard]] std::optional<Word> photograph_objection() const;

    // app_files.cpp: other files that come in
    [[nodiscard]] std::optional<Word> file_objection() const;

    // app_ink.cpp: what comes from a pen
    [[nodiscard]] bool takes_ink() const;
    void begin_line();
    void make_sheet(const InkLine& line);
    void draw_through(std::span<const PenPoint> points);
    void erase_through(std::span<const PenPoint> points);
    [[nodiscard]] bool is_of_open_drawing(const Undoable* deed) const;

    // app_place.cpp: where one is, kept by the engine
    [[nodiscard]] Bytes place_now();
    void keep_place(KeepPlace::When when);
    void come_back_to(ByteView place);
    /// The forms of the inspection that is on the table now, and of what is shown of it: what stands in those of before
    /// waits for whoever comes back to them.
    void bring_forms();
    [[nodiscard]] std::vector<UnsavedForm> all_unsaved_forms();
    /// What was typed into a form since the last frame is told as well, and nobody waits for it.
    void keep_forms();

    // app_orders.cpp: what is asked for by a key
    [[nodiscard]] bool can(Order order) const;
    [[nodiscard]] const Activity* activity_at_hand() const;
    [[nodiscard]] const Activity* running_at_hand() const;
    void obey_orders();
    void obey(Order order);
    void open_new_entry();
    void start_or_stop();
    void pause_or_resume();
    void mark(Order order);
    void told_of(UndoStack::Outcome outcome);
    [[nodiscard]] bool is_written_in(const Undoable* deed);
    void go_to(Place place);
    void change_text_size(Order order);

    // app_go_to.cpp: what can be gone to or done by its name
    [[nodiscard]] std::vector<Offer> offers() const;
    void add_aspects(std::vector<Offer>& offers) const;
    void add_places(std::vector<Offer>& offers) const;
    void choose(const Offer& offer);
    void look_at(const SavedView& view);
    void mark_aspect(const std::string& aspect, bool wanted);

    // app_wishes.cpp: what a screen asked for that is more than a change
    void open_sample_inspection();
    void grant(const MoreWish& wish);
    void put_on_table(InspectionId inspection);
    void erase(InspectionId inspection);

    AppParts parts_;
    Bytes regular_font_;
    Bytes semibold_font_;
    Bytes pack_json_;
    Pack pack_;
    Bytes word_list_;
    std::vector<Bytes> fallback_fonts_;
    ForeignWords foreign_;
    Theme theme_;
    Words words_;
    Semantics semantics_;
    Attention attention_;
    BlockHeights heights_;
    Scrolls scrolls_;

    Shelf shelf_;
    Saved saved_;
    Drafts drafts_;
    Album album_;
    Inking inking_{[this](const InkLine& line) { make_sheet(line); }};
    InkShapes ink_shapes_;
    Outbox outbox_;
    UndoStack undo_stack_;
    Asked asked_;
    std::vector<Order> ordered_;  ///< since the last frame, by keys and by what was pressed in it
    Route route_;
    Spot spot_before_;
    InspectionId inspection_before_{};  ///< that was on the table
    std::uint64_t arrangement_before_ = 0;
    Bytes place_kept_;     ///< the last that the engine was told
    Bytes place_written_;  ///< the last that it was told to write at once, or with words
    Surroundings before_;
    Notices notices_;
    DeviceFacts facts_;
    StorageTest storage_test_;
    Copies copies_ = Copies::two;
    Locking locking_;
    bool open_ = false;         ///< the notebook is: there is something to be locked
    bool over_ = false;         ///< it was opened or locked here: see is_over()
    std::string at_the_start_;  ///< what was repaired when the notebook was found
    std::string reason_;        ///< why the notebook cannot be opened

    FirstStartForm first_start_;
    UnlockForm unlock_;
    InspectionForm inspection_form_;
    Forms forms_;
    InspectionId forms_of_{};                  ///< whose forms these are
    std::vector<UnsavedForm> forms_waiting_;   ///< of other inspections, and of things that are not shown
    std::vector<UnsavedForm> unsaved_before_;  ///< as the engine was told of it last
    EntryDesk entry_desk_;
    PhotographDesk photograph_desk_;
    DrawingDesk drawing_desk_;
    FindDesk find_desk_;
    FrameworkDesk framework_desk_;
    HealthFindings health_findings_;
    PlanDesk plan_desk_;
    HistoryDesk history_desk_;
    PastDesk past_desk_;
    ChecklistDesk checklist_desk_;
    SchoolsDesk schools_desk_;
    EvidenceFormDesk evidence_form_desk_;
    SurveyCallDesk survey_call_desk_;
    SurveyAnswersDesk survey_answers_desk_;
    MeetingRecordDesk meeting_record_desk_;
    GoToDesk go_to_desk_;
    HandOverDesk hand_over_;
    PasscodeForm passcode_;
    EraseForm erase_;
};

}  // namespace daybook
