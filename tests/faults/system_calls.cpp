// A piece of work in a process of its own, whose flushes are counted where they reach the kernel.
// Never relies on what a library says that it has asked for.
#include "tests/faults/system_calls.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <format>

namespace daybook::faults {

namespace {

constexpr int no_file = -1;  // a flush of it, which fails, says that the work begins

[[noreturn]] void run_traced(const std::function<std::function<void()>()>& prepare) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(1);
    ::raise(SIGSTOP);
    const std::function<void()> work = prepare();
    ::syscall(SYS_fsync, no_file);
    work();
    ::_exit(0);
}

int wait_for(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// The file that is flushed, if that is what the process is about to ask for.
std::optional<int> file_to_flush(pid_t process) {
    __ptrace_syscall_info call{};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof call, &call) <= 0) return std::nullopt;
    if (call.op != PTRACE_SYSCALL_INFO_ENTRY) return std::nullopt;
    if (call.entry.nr != SYS_fsync && call.entry.nr != SYS_fdatasync) return std::nullopt;
    return static_cast<int>(call.entry.args[0]);
}

std::string name_of(pid_t process, int file) {
    std::error_code failed;
    const auto path = std::filesystem::read_symlink(std::format("/proc/{}/fd/{}", process, file), failed);
    return failed ? "no file" : path.filename().string();
}

}  // namespace

std::optional<KernelFlushes> kernel_flushes(const std::function<std::function<void()>()>& prepare) {
    const pid_t process = ::fork();
    if (process == 0) run_traced(prepare);
    if (process < 0) return std::nullopt;
    int status = wait_for(process);
    if (!WIFSTOPPED(status)) return std::nullopt;
    ::ptrace(PTRACE_SETOPTIONS, process, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    KernelFlushes flushes;
    bool has_begun = false;
    constexpr int system_call = SIGTRAP | 0x80;
    int signal = 0;
    while (::ptrace(PTRACE_SYSCALL, process, nullptr, signal) == 0) {
        status = wait_for(process);
        if (!WIFSTOPPED(status)) break;
        const bool is_call = WSTOPSIG(status) == system_call;
        signal = is_call ? 0 : WSTOPSIG(status);
        const auto file = is_call ? file_to_flush(process) : std::nullopt;
        if (file == no_file) has_begun = true;
        if (file && file != no_file && has_begun) ++flushes[name_of(process, *file)];
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    return flushes;
}

}  // namespace daybook::faults
