// A program that is started, listened to, and killed at a moment of one's choice.
// Never leaves one behind.
#include "tests/faults/killed.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <sstream>

extern char** environ;

namespace daybook::faults {

namespace {

std::int64_t microseconds_now() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// The reading end of what a program prints.
class Pipe {
public:
    explicit Pipe(int descriptor) : descriptor_(descriptor) {}
    ~Pipe() { ::close(descriptor_); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    /// Reads what is there, waiting for it until `deadline`, or for ever. False at the end, or when time is up.
    bool read(std::optional<std::int64_t> deadline) {
        pollfd waited{descriptor_, POLLIN, 0};
        timespec left{};
        if (deadline) {
            const std::int64_t rest = std::max<std::int64_t>(0, *deadline - microseconds_now());
            left = {rest / 1'000'000, rest % 1'000'000 * 1000};
        }
        const int ready = ::ppoll(&waited, 1, deadline ? &left : nullptr, nullptr);
        if (ready < 0 && errno == EINTR) return true;
        if (ready <= 0) return false;
        std::array<char, 4096> piece{};
        const ssize_t size = ::read(descriptor_, piece.data(), piece.size());
        if (size <= 0) return false;
        text_.append(piece.data(), static_cast<std::size_t>(size));
        return true;
    }
    [[nodiscard]] std::size_t lines() const { return static_cast<std::size_t>(std::ranges::count(text_, '\n')); }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    int descriptor_;
    std::string text_;
};

/// Starts a program whose output goes into a pipe; its errors go where ours go.
pid_t start(const std::vector<std::string>& command, int output) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t process = -1;
    if (::posix_spawn(&process, command.front().c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        std::abort();
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

}  // namespace

LastWords run_and_kill(const std::vector<std::string>& command, KillMoment moment) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
    const pid_t process = start(command, ends[1]);
    ::close(ends[1]);
    Pipe pipe(ends[0]);
    bool is_open = true;
    while (is_open && pipe.lines() < moment.lines) is_open = pipe.read(std::nullopt);
    const std::int64_t deadline = microseconds_now() + moment.microseconds;
    while (is_open && microseconds_now() < deadline && pipe.read(deadline)) {
    }
    LastWords words;
    ::kill(process, SIGKILL);
    words.killed_at = microseconds_now();
    while (::waitpid(process, &words.status, 0) < 0 && errno == EINTR) {
    }
    words.was_killed = WIFSIGNALED(words.status) && WTERMSIG(words.status) == SIGKILL;
    // What was said before the end lies in the pipe still.
    while (pipe.read(std::nullopt)) {
    }
    std::istringstream text(pipe.text());
    for (std::string line; std::getline(text, line);) words.lines.push_back(line);
    return words;
}

Told understand(const LastWords& words) {
    Told told;
    for (const std::string& line : words.lines) {
        std::istringstream parts(line);
        std::string what;
        std::uint64_t number = 0;
        std::int64_t time = 0;
        parts >> what;
        if (what == "sent" && parts >> number >> time) told.sent[number] = time;
        if (what == "durable" && parts >> number >> time) told.durable = std::max(told.durable, number);
        if (what == "failed" || what == "refused") told.complaints.push_back(line);
    }
    return told;
}

}  // namespace daybook::faults
