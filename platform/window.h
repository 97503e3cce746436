// The window or page that shows the app, and what each asks of the other.
// Never draws by itself: a frame is drawn when something happened, and none while nothing does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "platform/device_facts.h"
#include "platform/foreign_text.h"
#include "platform/mirror.h"
#include "platform/pictures.h"
#include "platform/surroundings.h"
#include "platform/text_field.h"

namespace daybook {

/// Why a photograph cannot be taken in. The numbers are known to web/src/photograph.worker.ts.
enum class PhotographFault : std::uint8_t {
    no_picture = 0,  ///< it cannot be read as one, or is damaged
    too_large = 1,   ///< it has more pixels than can be decoded here
    no_memory = 2,   ///< for making it smaller, or for long enough
    not_here = 3,    ///< this platform takes none
};

/// Why a file cannot be taken in. The numbers are known to web/src/files.ts.
enum class FileFault : std::uint8_t {
    unreadable = 0,
    too_large = 1,
    not_here = 2,  ///< this platform has nothing to choose files with: they can be dropped on the window
};
struct FileBounds {
    static constexpr std::size_t dropped = std::size_t{16} * 1024 * 1024;  ///< bytes; known to web/src/files.ts
};

/// How one moves about in a picture by the keyboard. The numbers are known to web/src/view-keys.ts.
enum class ViewMove : std::uint8_t { closer = 0, farther = 1, whole = 2, left = 3, right = 4, up = 5, down = 6 };

/// What is held down with a key. Control stands for an Apple keyboard's Command as well. The numbers are known to
/// web/src/keys.ts.
enum class Held : std::uint8_t { nothing = 0, control = 1, control_shift = 2 };
/// Whether a field has the focus: then a key that writes something is the field's.
enum class Typing : std::uint8_t { nowhere = 0, in_a_field = 1 };
/// Whether a key has just gone down, or is held down for so long that it comes again.
enum class Stroke : std::uint8_t { first = 0, repeated = 1 };

inline constexpr char32_t enter_key = U'\r';
inline constexpr char32_t up_key = U'\u2191';
inline constexpr char32_t down_key = U'\u2193';

/// A key of a keyboard: the sign that it writes, or, with Control, the letter or digit that is engraved on it.
struct KeyPress {
    char32_t key = 0;
    Held held = Held::nothing;
    Typing typing = Typing::nowhere;
    Stroke stroke = Stroke::first;
};

/// Where a pen was on the window, in points.
struct PenPoint {
    float x = 0;
    float y = 0;
    float pressure = 0;  ///< 0 to 1; half where it cannot be measured
    double ms = 0;       ///< on a clock of the window's own
};

/// What becomes of the line that the points belong to. The numbers are known to web/src/pen.ts.
enum class PenPhase : std::uint8_t {
    down = 0,
    move = 1,
    up = 2,
    dropped = 3,  ///< it was no pen but a hand that rested: nothing of the line stays
};
/// Which end of a pen. The numbers are known to web/src/pen.ts.
enum class PenEnd : std::uint8_t { tip = 0, eraser = 1 };

/// What a window calls. All calls come on the thread that draws.
class WindowClient {
public:
    virtual ~WindowClient() = default;
    /// Once, after Dear ImGui's context is there and before the first frame.
    virtual void prepare() = 0;
    /// Draws one frame: between ImGui::NewFrame and ImGui::Render.
    virtual void frame(const Surroundings& surroundings) = 0;
    /// A message from the engine (core/engine/protocol.h).
    virtual void receive(ByteView event) = 0;
    /// The page is hidden or the window closes: send what was typed, now.
    virtual void flush() = 0;
    /// A mirror node was pressed by assistive technology or the keyboard.
    virtual void activate(SemanticId node) = 0;
    /// A mirror node got the focus (0: none has it).
    virtual void focus(SemanticId node) = 0;
    /// What the platform knows of the device: once at the start, and when it changes.
    virtual void learn(const DeviceFacts& facts) = 0;
    /// Nobody has touched it for as long as was asked for (Window::lock_after), or seen it: lock.
    virtual void lock() = 0;
    /// Escape was pressed, or the system's back gesture made.
    virtual void go_back() = 0;
    /// It has held a passcode or the notebook, which was opened or locked since: another client is to go on, begun
    /// anew and told the same event, and nothing that this one knew is to be left.
    [[nodiscard]] virtual bool is_over() const = 0;

    /// The person chose, pasted or dropped a photograph, which is being made ready and comes under this number. False
    /// if there is nothing that it could belong to: then that was said to the person, and it does not come.
    [[nodiscard]] virtual bool photograph_coming(std::uint32_t number) = 0;
    /// It is small enough, the right way up, and has nothing in it but the picture.
    virtual void photograph_ready(std::uint32_t number, std::string_view media_type, ByteView content) = 0;
    virtual void photograph_failed(std::uint32_t number, PhotographFault fault, std::uint32_t megapixels) = 0;

    /// The person chose the file that Window::choose_file() asked for under this number, or, where that is 0, dropped
    /// one. All of its bytes, as they are: a stranger's.
    virtual void file_chosen(std::uint32_t number, std::string_view name, ByteView content) = 0;
    virtual void file_failed(std::uint32_t number, FileFault fault) = 0;

    /// Two fingers were spread to `by` times their distance, around this place.
    virtual void pinch(float x, float y, float by) = 0;
    /// A pen, or what draws in its place, was at these points, in this order; it came down within Window::take_ink.
    virtual void pen(std::span<const PenPoint> points, PenPhase phase, PenEnd end) = 0;
    /// A key that moves about in a picture was pressed, and no field or group of choices has the focus.
    virtual void move_view(ViewMove move) = 0;
    /// True if the key is one of the app's own where one is: then nobody else is to have it.
    [[nodiscard]] virtual bool press_key(const KeyPress& press) = 0;
};

/// Whether the screen may go dark by itself. The numbers are known to web/src/app-host.ts.
enum class ScreenRest : std::uint8_t { allowed = 0, held_off = 1 };

/// A file that the person is to choose.
struct FileWish {
    std::uint32_t number = 0;    ///< under which it comes; not 0
    std::string_view accept;     ///< what is offered: ".csv,text/csv"
    std::size_t most_bytes = 0;  ///< what is larger is not read
};

/// What the app may ask of the window.
class Window {
public:
    virtual ~Window() = default;
    /// A frame is wanted.
    virtual void wake() = 0;
    /// A frame is wanted at this time, if none was drawn before.
    virtual void wake_at(Instant when) = 0;
    /// To the engine (core/engine/protocol.h).
    virtual void send(ByteView command) = 0;
    /// Hands a file to the person: download, share sheet, or the folder that is then named by the result.
    virtual void save_file(std::string_view name, std::string_view media_type, ByteView content) = 0;
    /// Lets the person choose a file, which comes by WindowClient::file_chosen(). Nothing comes if they choose none.
    /// Only within a gesture.
    virtual void choose_file(const FileWish& wish) = 0;
    /// A file that came with the app ("frameworks/england-la-school-improvement-2015/pack.json"). Errc::not_found.
    /// "words.json" is the table of assets/locales in the person's language, not found where that is English.
    [[nodiscard]] virtual Result<Bytes> asset(std::string_view path) = 0;
    /// Asks the platform for something; what came of it shows in the facts.
    virtual void wish(PlatformWish wish) = 0;
    /// When WindowClient::lock() is to be called: after so many seconds without input, and after so many out of
    /// sight; 0 is never. Until this is said, it is never called.
    virtual void lock_after(std::uint32_t idle_seconds, std::uint32_t hidden_seconds) = 0;
    /// Holds from now on, as far as the platform lets it. Said in every frame.
    virtual void screen_rest(ScreenRest rest) = 0;
    /// What comes down within this box from now on draws (WindowClient::pen); none: nothing does. Said in every frame.
    virtual void take_ink(std::optional<Box> paper) = 0;
    /// Keeps with the device how large words are to be, and says so in the surroundings from then on. No secret: the
    /// screens before the notebook is unlocked are drawn by it too.
    virtual void keep_text_size(int percent) = 0;
    /// Keeps with the device whether keys that are pressed alone give orders, and says so in the surroundings from then
    /// on.
    virtual void keep_single_keys(bool on) = 0;
    /// Puts the keyboard's focus on a mirror node when it is next shown.
    virtual void focus_node(SemanticId node) = 0;
    /// Sets words that our font lacks letters for. Null where the platform does not: then it has `fallback_fonts`.
    [[nodiscard]] virtual ForeignText* foreign_text() = 0;
    /// Font files of the system that have letters which ours lacks, in the order in which they are to be asked.
    [[nodiscard]] virtual std::vector<Bytes> fallback_fonts() = 0;
    [[nodiscard]] virtual Pictures& pictures() = 0;
    [[nodiscard]] virtual TextFields& text_fields() = 0;
    [[nodiscard]] virtual Mirror& mirror() = 0;
};

/// Makes the app for a window (app/main.cpp). Called when Dear ImGui's context is there, and when a client is over.
[[nodiscard]] std::unique_ptr<WindowClient> make_client(Window& window);

}  // namespace daybook
