// Asking for a secret at the terminal.
// Never shows it, and never leaves the terminal mute.
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "platform/files.h"
#include "platform/native/system.h"

namespace daybook {

namespace {

constexpr char control_c = 3;
constexpr std::size_t longest_secret = 4096;

/// Turns the echo off while it lives. Control-C ends the line instead of the program, so that the echo comes back.
class Muted {
public:
    explicit Muted(int terminal) : terminal_(terminal), known_(::tcgetattr(terminal, &usual_) == 0) {
        if (!known_) return;
        termios muted = usual_;
        muted.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        muted.c_cc[VEOL] = control_c;
        known_ = ::tcsetattr(terminal_, TCSAFLUSH, &muted) == 0;
    }
    ~Muted() {
        if (known_) ::tcsetattr(terminal_, TCSAFLUSH, &usual_);
    }
    Muted(const Muted&) = delete;
    Muted& operator=(const Muted&) = delete;

    [[nodiscard]] bool is_muted() const { return known_; }

private:
    int terminal_;
    termios usual_{};
    bool known_;
};

Result<void> say(int terminal, std::string_view words) {
    while (!words.empty()) {
        const ssize_t written = ::write(terminal, words.data(), words.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return system_failure("The terminal could not be written to", errno);
        words.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> read_line(int terminal) {
    std::string line;
    for (;;) {
        char next = 0;
        const ssize_t read = ::read(terminal, &next, 1);
        if (read < 0 && errno == EINTR) continue;
        if (read < 0) return system_failure("The terminal could not be read", errno);
        if (next == control_c || (read == 0 && line.empty())) return fail(Errc::invalid, "Nothing was entered.");
        if (read == 0 || next == '\n') return line;
        if (line.size() == longest_secret) return fail(Errc::invalid, "That is too long.");
        line.push_back(next);
    }
}

}  // namespace

Result<std::string> ask_for_secret(const std::string& prompt) {
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!terminal.is_open()) return fail(Errc::unsupported, "There is no terminal to ask for it.");
    const Muted muted(terminal.number());
    if (!muted.is_muted()) return fail(Errc::unsupported, "The terminal would show what is entered.");
    if (Result<void> asked = say(terminal.number(), prompt); !asked) return pass_on(std::move(asked.error()));
    Result<std::string> line = read_line(terminal.number());
    if (Result<void> ended = say(terminal.number(), "\n"); !ended) return pass_on(std::move(ended.error()));
    return line;
}

}  // namespace daybook
